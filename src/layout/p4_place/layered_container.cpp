#include <algorithm>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/insertion.hpp"

namespace skydraft::layout {
namespace {

/// Where an edge leaves a child, along the cross axis; -1 if it may leave anywhere.
double port_offset(const Plan& plan, NodeId child, NodeId end, Direction direction) {
  if (end == child && plan.graph.is_container(child)) return -1;
  const Rect& anchor = plan.node(end).anchor;
  Point port = plan.graph.is_container(end) || anchor.empty()
                   ? Point{plan.least[end].width / 2, plan.least[end].height / 2}
                   : anchor.center();
  for (NodeId at = end; at != child; at = *plan.node(at).parent) port = port + plan.measured[at].origin();
  return direction == Direction::Right ? port.y + plan.margin[child].top : port.x + plan.margin[child].left;
}

}  // namespace

LayeredResult layer_children(const Plan& plan, NodeId id) {
  const Node& container = plan.node(id);
  LayeredInput input;
  input.direction = container.direction;
  input.gap = container.gap;
  input.layer_gap = container.row_gap;
  input.aspect = plan.fold[id];
  const auto& kids = plan.flow[id];
  for (const NodeId kid : kids) input.sizes.push_back(plan.outer(kid));
  for (const Arc& arc : plan.arcs[id]) {
    const Edge& edge = plan.graph[arc.edge];
    const double room = label_room(edge, container.direction == Direction::Right);
    input.arcs.push_back({arc.from, arc.to, edge.weight,
                          port_offset(plan, kids[static_cast<std::size_t>(arc.from)], edge.from, input.direction),
                          port_offset(plan, kids[static_cast<std::size_t>(arc.to)], edge.to, input.direction), room > 0,
                          room});
  }
  LayeredResult fresh = place_layered(input);
  if (!plan.order_is_given(id)) return fresh;
  std::vector<Rect> before;
  std::vector<double> lines;
  for (const NodeId kid : kids) {
    const Rect& rect = plan.before[kid];
    const Insets& margin = plan.margin[kid];
    before.push_back(rect.empty() ? rect : rect.inset({-margin.top, -margin.right, -margin.bottom, -margin.left}));
    lines.push_back(plan.extent(kid).above);
  }
  return place_by_insertion({input, fresh, before, lines, plan.wishes[id]});
}

Arranged arrange_layered(const Plan& plan, NodeId id, Size given) {
  const LayeredResult& layered = plan.layered[id];
  Arranged result;
  result.size = {std::max(layered.size.width, given.width), std::max(layered.size.height, given.height)};
  const Point shift{(result.size.width - layered.size.width) / 2, (result.size.height - layered.size.height) / 2};
  for (std::size_t i = 0; i < plan.flow[id].size(); ++i)
    result.boxes.push_back({plan.flow[id][i], layered.rects[i].moved(shift)});
  return result;
}

}  // namespace skydraft::layout
