#include "layout/p4_place/place.hpp"

#include <algorithm>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/fold.hpp"
#include "layout/p4_place/guides.hpp"
#include "layout/p4_place/header.hpp"
#include "layout/p4_place/measure.hpp"
#include "layout/p4_place/shrink.hpp"
#include "layout/p4_place/untangle.hpp"

namespace skydraft::layout {
namespace {

/// Parents come before their children, so one pass over the nodes places all.
Placement place_top_down(Plan& plan) {
  const std::size_t count = plan.graph.nodes().size();
  Placement placement{SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count)};
  const Size page = plan.least[SizedGraph::root()];
  placement.rects[SizedGraph::root()] = {0, 0, page.width, page.height};
  for (std::uint32_t n = 0; n < count; ++n) {
    const NodeId id{n};
    if (!plan.graph.is_container(id)) continue;
    if (!plan.placed_by_zonal[id]) {
      const Rect content = placement.rects[id].inset(plan.insets(id));
      for (const Box& box : arrange(plan, id, content.size()).boxes)
        placement.rects[box.id] = box.rect.moved(content.origin()).inset(plan.margin[box.id]);
    }
  }
  place_headers(plan, placement);
  return placement;
}

Rect snapped(const Rect& rect) {
  const double x = geometry::snap(rect.x), y = geometry::snap(rect.y);
  return {x, y, geometry::snap(geometry::snap(rect.right()) - x), geometry::snap(geometry::snap(rect.bottom()) - y)};
}

void snap_all(SideTable<NodeId, Rect>& rects) {
  for (std::uint32_t n = 0; n < rects.size(); ++n) rects[NodeId{n}] = snapped(rects[NodeId{n}]);
}

}  // namespace

Placement place(const SizedGraph& graph, const Options& options) {
  Plan plan(graph, options);
  fold(plan, options.aspect);
  Placement placement = place_top_down(plan);
  constexpr int kRounds = 2;  // the second corrects what widening has stretched
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<NodeId> changed = open_lanes_beside_titles(plan, placement);
    if (changed.empty()) break;
    measure_again(plan, changed);
    placement = place_top_down(plan);
  }
  untangle(plan, options.effort, placement);
  shrink_to_content(plan, placement);
  placement = place_top_down(plan);
  follow_guides(plan, placement);
  snap_all(placement.rects);
  snap_all(placement.titles);
  snap_all(placement.notes);
  return placement;
}

}  // namespace skydraft::layout
