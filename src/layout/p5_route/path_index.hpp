#pragma once

#include <vector>

#include "layout/p5_route/path.hpp"
#include "layout/p5_route/rect_index.hpp"

namespace skydraft::layout {

/// The segments of paths that come and go, for "which others are near".
class PathIndex {
 public:
  struct Segment {
    Point from, to;
    std::uint32_t path = 0;
    bool vertical() const { return is_vertical(from, to); }
  };

  PathIndex(const Rect& bounds, std::size_t paths) : index_(bounds, 3 * paths), of_path_(paths) {}

  void add(std::size_t path, const std::vector<Point>& points);
  void remove(std::size_t path);

  /// Calls visit(segment) once for every segment that touches the rectangle (its rim included).
  template <class Visit>
  void visit(const Rect& rect, Visit&& visit) const {
    ++look_;
    index_.visit(rect, [&](std::uint32_t i) {
      if (seen_[i] == look_) return false;
      seen_[i] = look_;
      const Segment& s = segments_[i];
      if (std::min(s.from.x, s.to.x) <= rect.right() && std::max(s.from.x, s.to.x) >= rect.left() &&
          std::min(s.from.y, s.to.y) <= rect.bottom() && std::max(s.from.y, s.to.y) >= rect.top())
        visit(s);
      return false;
    });
  }

 private:
  RectIndex index_;
  std::vector<Segment> segments_;
  std::vector<std::uint32_t> free_;                  ///< rows of segments_ that hold nothing
  std::vector<std::vector<std::uint32_t>> of_path_;  ///< rows of segments_
  mutable std::vector<std::uint32_t> seen_;          ///< the last look that met the segment
  mutable std::uint32_t look_ = 0;
};

/// The rectangle between two points; without width or height for a segment.
Rect span_of(Point a, Point b);

/// How much a path disturbs the others.
struct Disturbance {
  int crossings = 0;
  double on_top = 0;          ///< px that run within 10 px of others
  double on_top_related = 0;  ///< the same for others with a common end
};

/// Of a polyline among all others but `self`; related(other) says whether two paths have a common end.
template <class Related>
Disturbance disturbance(const PathIndex& index, const std::vector<Point>& points, std::size_t self, Related&& related) {
  constexpr double kApart = 10, kSame = 0.005;
  Disturbance sum;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point a = points[i - 1], b = points[i];
    const bool vertical = is_vertical(a, b);
    const double at = vertical ? a.x : a.y;
    const double low = std::min(vertical ? a.y : a.x, vertical ? b.y : b.x),
                 high = std::max(vertical ? a.y : a.x, vertical ? b.y : b.x);
    index.visit(span_of(a, b).grown(kApart), [&](const PathIndex::Segment& s) {
      if (s.path == self) return;
      const double p = vertical ? s.from.y : s.from.x, q = vertical ? s.to.y : s.to.x;
      const double first = std::min(p, q), last = std::max(p, q);
      if (s.vertical() == vertical) {
        if (std::abs((vertical ? s.from.x : s.from.y) - at) >= kApart) return;
        const double both = std::max(0.0, std::min(high, last) - std::max(low, first));
        if (both > 0) (related(s.path) ? sum.on_top_related : sum.on_top) += both;
        return;
      }
      const double m = vertical ? s.from.x : s.from.y, n = vertical ? s.to.x : s.to.y;
      const bool crosses =
          first > low + kSame && first < high - kSame && at > std::min(m, n) + kSame && at < std::max(m, n) - kSame;
      sum.crossings += crosses ? 1 : 0;
    });
  }
  return sum;
}

}  // namespace skydraft::layout
