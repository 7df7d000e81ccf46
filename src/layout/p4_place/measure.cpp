#include "layout/p4_place/measure.hpp"

#include <algorithm>
#include <optional>

#include "layout/p4_place/arrange.hpp"
#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kAlone = 800;  // nodes for which it does not pay to start threads
constexpr std::size_t kFew = 4;      // the same of containers that are equally deep

/// Grids that stand side by side share the heights of their rows, so that what belongs on one line is on one.
void share_rows(Plan& plan, NodeId row) {
  std::vector<NodeId> grids;
  for (const NodeId kid : plan.flow[row])
    if (plan.graph.is_container(kid) && plan.node(kid).arrangement == Arrangement::Grid && !plan.flow[kid].empty()) {
      grids.push_back(kid);
    }
  if (grids.size() < 2) return;
  std::vector<Extent> shared;
  std::vector<std::vector<Extent>> own;
  for (const NodeId grid : grids) {
    own.push_back(grid_rows(plan, grid));
    own.back().front().above +=
        plan.insets(grid).top + plan.margin[grid].top;  // lines are counted from the top of the Row
    if (own.back().size() > shared.size()) shared.resize(own.back().size());
    for (std::size_t r = 0; r < own.back().size(); ++r)
      shared[r] = {std::max(shared[r].above, own.back()[r].above), std::max(shared[r].below, own.back()[r].below)};
  }
  for (const NodeId grid : grids) {
    std::vector<Extent> rows = shared;
    rows.front().above -= plan.insets(grid).top + plan.margin[grid].top;
    rows.resize(grid_rows(plan, grid).size());
    if (rows != plan.rows[grid]) {
      plan.rows[grid] = rows;
      measure(plan, grid);
    }
  }
}

void note_places(Plan& plan, NodeId id, const Arranged& arranged) {
  const Insets insets = plan.insets(id);
  for (const Box& box : arranged.boxes)
    plan.measured[box.id] = box.rect.moved({insets.left, insets.top}).inset(plan.margin[box.id]);
  // What stands in a zone is relative to the zone: the inner boxes come last in the list.
  for (std::size_t i = arranged.boxes.size(); i-- > 0;) {
    const NodeId box = arranged.boxes[i].id, parent = *plan.node(box).parent;
    if (parent != id) plan.measured[box] = plan.measured[box].moved(Point{} - plan.measured[parent].origin());
  }
}

/// Measuring a container looks at what is in it and writes to that alone: those that are equally deep have nothing in
/// common, and threads share them.
void measure_innermost_first(Plan& plan, const std::vector<NodeId>& containers) {
  SideTable<NodeId, std::size_t> depth(plan.graph.nodes().size());
  for (std::uint32_t n = 1; n < depth.size(); ++n) depth[NodeId{n}] = depth[*plan.node(NodeId{n}).parent] + 1;
  std::vector<std::vector<NodeId>> at_depth;
  for (const NodeId id : containers) {
    if (plan.placed_by_zonal[id]) continue;
    at_depth.resize(std::max(at_depth.size(), depth[id] + 1));
    at_depth[depth[id]].push_back(id);
  }
  const std::size_t threads = threads_for(plan.graph.nodes().size(), kAlone);
  for (; !at_depth.empty(); at_depth.pop_back()) {
    const std::vector<NodeId>& equals = at_depth.back();
    on_pieces(equals.size() < kFew ? 1 : threads, equals.size(), [&](std::size_t first, std::size_t last, std::size_t) {
      for (std::size_t i = first; i < last; ++i) measure(plan, equals[i]);
    });
  }
}

}  // namespace

bool measure(Plan& plan, NodeId id) {
  const Size before = plan.least[id];
  bool as_before = false;
  if (plan.node(id).arrangement == Arrangement::Row) share_rows(plan, id);
  if (plan.node(id).arrangement == Arrangement::Layered && !plan.settled[id]) {
    LayeredResult fresh = layer_children(plan, id);
    as_before = fresh == plan.layered[id];
    plan.layered[id] = std::move(fresh);
  }
  const Arranged arranged = arrange(plan, id, {});
  note_places(plan, id, arranged);
  const Insets insets = plan.insets(id);
  const Size wanted = plan.node(id).size;
  plan.least[id] = {std::max({wanted.width, arranged.size.width + insets.horizontal(), plan.header_width(id)}),
                    std::max(wanted.height, arranged.size.height + insets.vertical())};
  return !as_before || plan.least[id] != before;
}

void measure_all(Plan& plan) {
  std::vector<NodeId> containers;
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n) {
    const NodeId id{n};
    if (plan.graph.is_container(id))
      containers.push_back(id);
    else
      plan.least[id] = plan.node(id).size;
  }
  measure_innermost_first(plan, containers);
}

void measure_again(Plan& plan, const std::vector<NodeId>& changed) {
  SideTable<NodeId, bool> marked(plan.graph.nodes().size(), false);
  std::vector<NodeId> containers;
  for (const NodeId id : changed)
    for (std::optional<NodeId> up = id; up && !marked[*up]; up = plan.node(*up).parent)
      marked[*up] = true, containers.push_back(*up);
  measure_innermost_first(plan, containers);
}

Arranged arrange(Plan& plan, NodeId id, Size given) {
  if (plan.flow[id].empty()) return {{}, given};
  if (has_members(plan, id)) return arrange_members(plan, id, given);
  switch (plan.node(id).arrangement) {
    case Arrangement::Layered:
      return arrange_layered(plan, id, given);
    case Arrangement::Grid:
      return arrange_grid(plan, id, given);
    case Arrangement::Row:
      return arrange_row(plan, id, given);
    case Arrangement::Column:
    case Arrangement::Guide:
      return arrange_column(plan, id, given);
    case Arrangement::Beside:
      return arrange_beside(plan, id, given);
    case Arrangement::Wall:
      return arrange_wall(plan, id, given);
    case Arrangement::Zonal:
      return arrange_zonal(plan, id, given);
  }
  return {};
}

}  // namespace skydraft::layout
