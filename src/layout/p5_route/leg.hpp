#pragma once

#include <array>
#include <cstdint>

#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// One end of a leg.
struct Stop {
  NodeId node;          ///< the box that it ends at, or the field's own container if it ends at a gate
  NodeId other;         ///< what the box's sides are seen from
  bool gate = false;    ///< ends at a gate, whose place the outer leg finds
  bool passed = false;  ///< the box is a field of its own, and the route goes on in it
  bool found = true;    ///< not so of a gate before the outer leg is routed, or if that found no way
  Side side{};          ///< of the field's container, on which the gate is
  Rect target;          ///< where the route wants to get to beyond it; without that, the box or the gate itself
};

/// Where a route may end at a stop: at its gate, or on the four sides of its box. They are found when they are needed:
/// all of a large drawing would take more room than its routes.
class StopSides {
 public:
  StopSides(const SizedGraph& graph, const Placement& placement, const Stop& stop);

  const Stop& stop() const { return *stop_; }
  const PortSide& front() const { return sides_.front(); }
  const PortSide& back() const { return sides_[count_ - 1]; }
  const PortSide* begin() const { return sides_.data(); }
  const PortSide* end() const { return sides_.data() + count_; }

 private:
  const Stop* stop_;
  std::array<PortSide, 4> sides_;
  std::size_t count_;
};

/// The part of a route in one field. Where a route passes the border of a field, the outer leg chooses the place (the
/// gate), and the inner one starts there.
struct Leg {
  static constexpr std::uint32_t kNone = 0;  ///< the first leg is an outermost one, in which no other goes on

  std::uint32_t edge = 0;
  std::uint32_t inner_from = kNone, inner_to = kNone;  ///< legs that go on from here, inwards
  Stop from, to;
  Path path;
};

}  // namespace skydraft::layout
