#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "layout/p5_route/ports.hpp"

namespace skydraft::layout {

/// The costs of routes, in px of length that something is worth. VISUAL.md: crossing > bend > length > border crossing.
struct RouteCost {
  static constexpr double kBend = 40;
  static constexpr double kCrossing = 300;
  static constexpr double kBorder = 8;
  static constexpr double kBand = 160;        ///< the border of a container that lies over others
  static constexpr double kForeign = 45;      ///< the border of a container in which no edge ends
  static constexpr double kAlongBorder = 6;   ///< for each px
  static constexpr double kNearBorder = 0.4;  ///< for each px nearer than kRoomyBorder
  static constexpr double kOnTop = 0.6;       ///< for each px on a line that another route has; they are spread later
};

inline constexpr double kClearance = 10;  ///< px that lines keep from boxes where there is room
inline constexpr double kLeastClearance = 5;
inline constexpr double kBorderClearance = 6;
inline constexpr double kRoomyBorder = 9.5;

/// What a px of route costs so far from a border that it runs along.
inline double along_border(double distance) {
  if (distance < kBorderClearance - 0.1) return RouteCost::kAlongBorder;
  return distance < kRoomyBorder ? RouteCost::kNearBorder : 0;
}

/// A route on its way: the polyline and the sides where it ends.
struct Path {
  std::vector<Point> points;
  PortSide from, to;
  double cost = 0;

  bool found() const { return points.size() >= 2; }
  std::size_t bends() const { return points.size() < 2 ? 0 : points.size() - 2; }
};

inline bool is_vertical(Point a, Point b) { return std::abs(a.x - b.x) < std::abs(a.y - b.y); }

/// The same line without points that repeat or lie on a straight piece.
void simplify(std::vector<Point>& points);
double length(const std::vector<Point>& points);
/// Places where two polylines of axis-parallel segments cross at right angles.
int crossings(const std::vector<Point>& a, const std::vector<Point>& b);

}  // namespace skydraft::layout
