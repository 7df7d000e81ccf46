#pragma once

#include <algorithm>
#include <compare>
#include <vector>

/// Plane geometry of a drawing: px at scale 1, x to the right, y down. Nothing here knows of graphs.
namespace skydraft::geometry {

struct Point {
  double x = 0;
  double y = 0;
  friend constexpr auto operator<=>(Point, Point) = default;
  friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Size {
  double width = 0;
  double height = 0;
  friend constexpr auto operator<=>(Size, Size) = default;
};

/// Space between a box and what is inside it.
struct Insets {
  double top = 0;
  double right = 0;
  double bottom = 0;
  double left = 0;
  constexpr double horizontal() const { return left + right; }
  constexpr double vertical() const { return top + bottom; }
  friend constexpr auto operator<=>(Insets, Insets) = default;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  constexpr double left() const { return x; }
  constexpr double top() const { return y; }
  constexpr double right() const { return x + width; }
  constexpr double bottom() const { return y + height; }
  constexpr Point origin() const { return {x, y}; }
  constexpr Size size() const { return {width, height}; }
  constexpr Point center() const { return {x + width / 2, y + height / 2}; }
  constexpr bool empty() const { return width <= 0 || height <= 0; }
  constexpr Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }
  constexpr Rect grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
  constexpr Rect inset(Insets by) const {
    return {x + by.left, y + by.top, width - by.horizontal(), height - by.vertical()};
  }
  constexpr bool contains(Point p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
  constexpr bool contains(const Rect& r, double slack = 0.01) const {
    return r.x >= x - slack && r.y >= y - slack && r.right() <= right() + slack && r.bottom() <= bottom() + slack;
  }
  constexpr bool overlaps(const Rect& r) const {
    return x < r.right() && r.x < right() && y < r.bottom() && r.y < bottom();
  }
  friend constexpr auto operator<=>(const Rect&, const Rect&) = default;
};

/// The smallest rectangle that holds both; an empty one adds nothing.
constexpr Rect cover(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

using Polyline = std::vector<Point>;

/// Coordinates are kept on this grid so that every machine draws the same bytes.
double snap(double value);  ///< to 0.01 px, never -0

}  // namespace skydraft::geometry
