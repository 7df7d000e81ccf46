#include "layout/p5_route/path.hpp"

#include <algorithm>
#include <cmath>

namespace skydraft::layout {
namespace {

constexpr double kSame = 0.005;

bool between(double v, double a, double b) { return v > std::min(a, b) + kSame && v < std::max(a, b) - kSame; }

}  // namespace

void simplify(std::vector<Point>& points) {
  const auto same = [](double a, double b) { return std::abs(a - b) < kSame; };
  std::size_t kept = 0;  // of those before, in front of the list
  for (std::size_t i = 0; i < points.size(); ++i) {
    Point p = points[i];
    // What turns back on itself may uncover an earlier point that is now on a straight piece.
    while (kept >= 2) {
      const Point a = points[kept - 2], b = points[kept - 1];
      const bool upright = same(a.x, b.x) && same(b.x, p.x), level = same(a.y, b.y) && same(b.y, p.y);
      if (!upright && !level) break;
      --kept;
      // Steps too small to be seen add up: what is left of them lies on one line.
      if (upright) p.x = a.x;
      if (level) p.y = a.y;
    }
    if (kept == 0 || !same(points[kept - 1].x, p.x) || !same(points[kept - 1].y, p.y)) points[kept++] = p;
  }
  points.resize(kept);
}

double length(const std::vector<Point>& points) {
  double sum = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    sum += std::abs(points[i].x - points[i - 1].x) + std::abs(points[i].y - points[i - 1].y);
  return sum;
}

int crossings(const std::vector<Point>& a, const std::vector<Point>& b) {
  int count = 0;
  for (std::size_t i = 1; i < a.size(); ++i)
    for (std::size_t k = 1; k < b.size(); ++k) {
      const bool va = is_vertical(a[i - 1], a[i]), vb = is_vertical(b[k - 1], b[k]);
      if (va == vb) continue;
      const Point &v0 = va ? a[i - 1] : b[k - 1], &v1 = va ? a[i] : b[k], &h0 = va ? b[k - 1] : a[i - 1],
                  &h1 = va ? b[k] : a[i];
      if (between(v0.x, h0.x, h1.x) && between(h0.y, v0.y, v1.y)) ++count;
    }
  return count;
}

}  // namespace skydraft::layout
