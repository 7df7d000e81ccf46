#pragma once

#include <array>
#include <vector>

#include "layout/graph.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// The places on one side of a node where routes may end.
struct PortSide {
  Side side{};
  double at = 0;   ///< where the route ends: x of an east or west side, y of a north or south side
  double rim = 0;  ///< where the route leaves the whole block (label included) on that side
  double low = 0;  ///< range on the other axis
  double high = 0;
  double middle = 0;     ///< preferred
  bool roomy = false;    ///< any place is as good as the middle (pills, containers)
  bool inwards = false;  ///< of a container, for a route to something inside it

  bool horizontal() const { return side == Side::East || side == Side::West; }  ///< routes leave it horizontally
  Point point(double position) const { return horizontal() ? Point{at, position} : Point{position, at}; }
  /// +1 if a route leaves towards greater coordinates.
  double sign() const { return ((side == Side::East || side == Side::South) != inwards) ? 1 : -1; }
};

/// The four sides of a node, as seen by an edge whose other end is `other`.
std::array<PortSide, 4> port_sides(const SizedGraph& graph, const Placement& placement, NodeId node, NodeId other);

inline constexpr double kPortMargin = 6;        ///< px of an icon's side that stay free at either corner
inline constexpr double kRoomyPortMargin = 12;  ///< the same for pills and containers
inline constexpr double kPortGap = 14;          ///< px between two ports of one side

}  // namespace skydraft::layout
