#pragma once

#include <optional>
#include <vector>

#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// One end of a leg.
struct Stop {
  NodeId node;                  ///< the box that it ends at, or the field's own container if it ends at a gate
  NodeId other;                 ///< what the box's sides are seen from
  bool gate = false;            ///< ends at a gate, whose only side the outer leg finds
  std::vector<PortSide> sides;  ///< where it may end; known only while its field is routed
  Rect target;                  ///< where the route wants to get to beyond it; without that, the box itself
  bool passed = false;          ///< the box is a field of its own, and the route goes on in it
};

/// The part of a route in one field. Where a route passes the border of a field, the outer leg chooses the place (the
/// gate), and the inner one starts there.
struct Leg {
  std::size_t edge = 0;
  Stop from, to;
  std::optional<std::size_t> inner_from, inner_to;  ///< legs that go on from here, inwards
  Path path;
};

}  // namespace skydraft::layout
