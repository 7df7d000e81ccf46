#include "layout/p5_route/straight.hpp"

#include <algorithm>
#include <limits>

namespace skydraft::layout {
namespace {

/// Positions across that a straight route may take, the most natural ones first.
std::vector<double> positions(const PortSide& s, const PortSide& t, double low, double high) {
  std::vector<double> wanted;
  if (!t.roomy && !s.roomy)
    wanted = {(s.middle + t.middle) / 2, t.middle, s.middle};
  else if (!t.roomy)
    wanted = {t.middle};
  else if (!s.roomy)
    wanted = {s.middle};
  wanted.push_back((low + high) / 2);
  const std::size_t bases = wanted.size();
  for (std::size_t i = 0; i < bases; ++i)
    for (int step = 1; step <= 3; ++step)
      for (const double off : {-kPortGap, kPortGap}) wanted.push_back(wanted[i] + off * step);
  wanted.push_back(low), wanted.push_back(high);
  std::vector<double> result;
  for (const double w : wanted)
    if (w >= low - 0.01 && w <= high + 0.01 && std::find(result.begin(), result.end(), w) == result.end())
      result.push_back(w);
  return result;
}

double off_middle(const PortSide& side, double position) {
  return std::abs(position - side.middle) * (side.roomy ? 0.05 : 1);
}

}  // namespace

Path straight_path(const Obstacles& obstacles, const StopSides& from, const StopSides& to,
                   const std::function<double(const Path&)>& cost) {
  constexpr double kShortest = 4;
  Path best;
  best.cost = std::numeric_limits<double>::infinity();
  for (const PortSide& s : from)
    for (const PortSide& t : to) {
      if (s.horizontal() != t.horizontal() || s.sign() == t.sign() || (t.at - s.at) * s.sign() < kShortest ||
          (t.rim - s.rim) * s.sign() < kShortest)
        continue;
      const double low = std::max(s.low, t.low), high = std::min(s.high, t.high);
      if (low > high + 0.01) continue;
      for (const double position : positions(s, t, low, high)) {
        Path path{{s.point(position), t.point(position)}, s, t, 0};
        Point start = path.points[0], end = path.points[1];
        (s.horizontal() ? start.x : start.y) = s.rim;
        (s.horizontal() ? end.x : end.y) = t.rim;
        if (!obstacles.is_free(start, end, kLeastClearance - 1, from.stop().node, to.stop().node)) continue;
        path.cost = cost(path) + off_middle(s, position) + off_middle(t, position);
        if (path.cost < best.cost) best = path;
      }
    }
  return best;
}

}  // namespace skydraft::layout
