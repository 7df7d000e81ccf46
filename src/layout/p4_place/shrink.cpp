#include "layout/p4_place/shrink.hpp"

#include <algorithm>

#include "layout/p4_place/header.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kFewLines = 60;
constexpr double kLanes = 24;  // px beside the boxes of a container that more lines than these find useful

/// A container becomes as small as what is on it now lets it, where nothing but layers decides its size.
void shrink(const Plan& plan, NodeId id, Placement& placement) {
  const auto decided_by_layers = [&](NodeId container) {
    return plan.node(container).arrangement == Arrangement::Layered && !plan.order_is_given(container) &&
           !plan.placed_by_zonal[container];
  };
  if (plan.flow[id].empty() || plan.flow[id].size() < plan.graph.children(id).size() || !decided_by_layers(id)) return;
  if (id != SizedGraph::root() && !decided_by_layers(*plan.node(id).parent)) return;
  double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
  for (const NodeId kid : plan.flow[id]) {
    const Rect& rect = placement.rects[kid];
    const Insets& margin = plan.margin[kid];
    left = std::min(left, rect.left() - margin.left), right = std::max(right, rect.right() + margin.right);
    top = std::min(top, rect.top() - margin.top), bottom = std::max(bottom, rect.bottom() + margin.bottom);
  }
  const Rect before = placement.rects[id];
  const Insets insets = plan.insets(id);
  const bool has_lanes = id != SizedGraph::root() && plan.graph.edges().size() > kFewLines;
  const double lanes = has_lanes ? kLanes : 0;
  left -= insets.left + lanes, right += insets.right + lanes;
  top -= insets.top + lanes, bottom += insets.bottom + lanes;
  const Size least = plan.node(id).size;
  const double width = std::max({std::min(right, before.right()) - std::max(left, before.left()), plan.header_width(id),
                                 least.width}),
               height = std::max(std::min(bottom, before.bottom()) - std::max(top, before.top()), least.height);
  // It grows nowhere: what stands beside it has no more room.
  placement.rects[id] = {std::max(before.left(), std::min(left, before.right() - width)),
                         std::max(before.top(), std::min(top, before.bottom() - height)), width, height};
}

}  // namespace

void shrink_to_content(const Plan& plan, Placement& placement) {
  for (std::size_t n = plan.graph.nodes().size(); n-- > 0;) {
    const NodeId id{static_cast<std::uint32_t>(n)};
    if (plan.graph.is_container(id)) shrink(plan, id, placement);
  }
  const Point by = Point{0, 0} - placement.rects[SizedGraph::root()].origin();
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n)
    placement.rects[NodeId{n}] = placement.rects[NodeId{n}].moved(by);
  place_headers(plan, placement);
}

}  // namespace skydraft::layout
