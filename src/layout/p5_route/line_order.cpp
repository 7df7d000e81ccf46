#include "layout/p5_route/line_order.hpp"

namespace skydraft::layout {
namespace {

constexpr double kSame = 0.5;

/// Somebody who walks along a path: on the segment between two of its points.
struct Walker {
  const std::vector<Point>& points;
  std::size_t from, to;  ///< neighbours

  Walker(const std::vector<Point>& path, std::size_t index, bool onwards)
      : points(path), from(onwards ? index - 1 : index), to(onwards ? index : index - 1) {}
  bool vertical() const { return is_vertical(points[from], points[to]); }
  double along() const { return vertical() ? points[to].y : points[to].x; }
  int heading() const {
    return (vertical() ? points[to].y - points[from].y : points[to].x - points[from].x) > 0 ? 1 : -1;
  }
  bool at_end() const { return from < to ? to + 1 == points.size() : to == 0; }
  Point beyond() const { return points[from < to ? to + 1 : to - 1]; }
  /// Which way the path goes on: -1 towards lower coordinates, +1 higher, 0 it ends.
  int turn() const {
    if (at_end()) return 0;
    const double by = vertical() ? beyond().x - points[to].x : beyond().y - points[to].y;
    return by > 0 ? 1 : -1;
  }
  void step() {
    const std::size_t next = from < to ? to + 1 : to - 1;
    from = to, to = next;
  }
};

/// +1 if, seen where the paths part in this direction, s has to lie after t; -1 if before; 0 if it does not matter.
/// Where they end side by side, `tie` decides.
int vote(Walker s, Walker t, int tie) {
  int sign = 1;
  for (;;) {
    const int h = s.heading(), ts = s.turn(), tt = t.turn();
    const double ahead = (t.along() - s.along()) * h;
    if (ahead > kSame) return sign * ts;
    if (ahead < -kSame) return -sign * tt;
    if (ts != tt) return sign * (ts > tt ? 1 : -1);
    if (ts == 0) return sign * tie;
    // Round the corner together: the inner path turns first.
    sign *= -h * ts;
    s.step(), t.step();
  }
}

}  // namespace

bool changes_sides(const std::vector<Point>& p, std::size_t i, const std::vector<Point>& q, std::size_t k) {
  const Walker s_on(p, i, true), s_back(p, i, false);
  const bool same_way = Walker(q, k, true).heading() == s_on.heading();
  const Walker t_on(q, k, same_way), t_back(q, k, !same_way);
  const bool begins_here = std::abs(t_back.along() - s_back.along()) > kSame || s_back.turn() != t_back.turn();
  return begins_here && vote(s_on, t_on, 0) * vote(s_back, t_back, 0) < 0;
}

bool lies_after(const std::vector<Path>& paths, SegmentRef s, SegmentRef t) {
  if (t.path < s.path) return !lies_after(paths, t, s);
  const std::vector<Point>&p = paths[s.path].points, &q = paths[t.path].points;
  const Walker s_on(p, s.index, true), s_back(p, s.index, false);
  const bool same_way = Walker(q, t.index, true).heading() == s_on.heading();
  const Walker t_on(q, t.index, same_way), t_back(q, t.index, !same_way);
  for (const int decided : {vote(s_on, t_on, 0), vote(s_back, t_back, 0)})
    if (decided != 0) return decided > 0;
  return vote(s_on, t_on, -1) > 0;  // side by side all the way
}

}  // namespace skydraft::layout
