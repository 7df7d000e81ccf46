#include "layout/p5_route/leg.hpp"

namespace skydraft::layout {

StopSides::StopSides(const SizedGraph& graph, const Placement& placement, const Stop& stop)
    : stop_(&stop),
      sides_(stop.gate ? decltype(sides_){} : port_sides(graph, placement, stop.node, stop.other)),
      count_(stop.gate ? 1 : sides_.size()) {
  if (!stop.gate) return;
  PortSide& gate = sides_.front();
  gate.side = stop.side, gate.inwards = true;
  const Point at = stop.target.origin();
  gate.at = gate.rim = gate.horizontal() ? at.x : at.y;
  gate.low = gate.high = gate.middle = gate.horizontal() ? at.y : at.x;
}

}  // namespace skydraft::layout
