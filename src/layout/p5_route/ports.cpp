#include "layout/p5_route/ports.hpp"

#include <algorithm>

namespace skydraft::layout {
namespace {

PortSide make_side(Side side, double at, double rim, double low, double high, double margin, bool roomy, bool inwards) {
  const double middle = (low + high) / 2;
  const double reach = std::max(0.0, (high - low) / 2 - margin);
  return {side, at, rim, middle - reach, middle + reach, middle, roomy, inwards};
}

}  // namespace

std::array<PortSide, 4> port_sides(const SizedGraph& graph, const Placement& placement, NodeId node, NodeId other) {
  const Rect& rect = placement.rects[node];
  const bool inwards = graph.is_inside(other, node);
  const bool whole = graph[node].anchor.empty() || graph.is_container(node);
  const Rect box = whole ? rect : graph[node].anchor.moved(rect.origin());
  const double margin = whole ? kRoomyPortMargin : kPortMargin;
  return {make_side(Side::North, box.top(), whole ? box.top() : rect.top(), box.left(), box.right(), margin, whole,
                    inwards),
          make_side(Side::East, box.right(), rect.right(), box.top(), box.bottom(), margin, whole, inwards),
          make_side(Side::South, rect.bottom(), rect.bottom(), box.left(), box.right(), margin, whole, inwards),
          make_side(Side::West, box.left(), rect.left(), box.top(), box.bottom(), margin, whole, inwards)};
}

}  // namespace skydraft::layout
