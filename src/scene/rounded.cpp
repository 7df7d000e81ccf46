#include "scene/rounded.hpp"

#include <algorithm>
#include <cmath>

namespace skydraft::scene {

using geometry::Point;

namespace {

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

Point along(Point from, Point to, double length) {
  const double whole = distance(from, to);
  return {from.x + (to.x - from.x) / whole * length, from.y + (to.y - from.y) / whole * length};
}

/// True if the line goes on in the same direction: nothing to round.
bool is_straight(Point a, Point b, Point c) {
  return std::abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 1e-9;
}

}  // namespace

std::vector<PathStep> rounded(const geometry::Polyline& points, double radius) {
  std::vector<PathStep> steps;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point corner = points[i];
    if (i + 1 < points.size() && radius > 0 && !is_straight(points[i - 1], corner, points[i + 1])) {
      const double before = distance(points[i - 1], corner), after = distance(corner, points[i + 1]);
      const double r = std::min({radius, before / 2, after / 2});
      steps.push_back({along(corner, points[i - 1], r), {}, false});
      steps.push_back({along(corner, points[i + 1], r), corner, true});
    } else {
      steps.push_back({corner, {}, false});
    }
  }
  return steps;
}

}  // namespace skydraft::scene
