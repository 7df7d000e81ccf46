#include "layout/p5_route/jogs.hpp"

#include <algorithm>

#include "layout/p5_route/path_index.hpp"
#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kAlone = 1000;  // paths for which it does not pay to start threads

/// Crossings with other paths, and px that run on top of those without a common end.
double conflicts(const SizedGraph& graph, const PathIndex& index, const std::vector<Path>& paths, std::size_t path,
                 const std::vector<Point>& points) {
  const Edge& e = graph.edges()[path];
  const auto related = [&](std::size_t other) {
    const Edge& o = graph.edges()[other];
    return o.from == e.from || o.to == e.to || o.from == e.to || o.to == e.from;
  };
  const Disturbance d = disturbance(index, points, path, related, [&](std::size_t other) -> const std::vector<Point>& {
    return paths[other].points;
  });
  return RouteCost::kCrossing * d.crossings + RouteCost::kOnTop * d.on_top;
}

/// By how much a path conflicts more with others when it takes another way; if that is at most `most`, perhaps less.
/// What the two have in common, as a rule the long trunk of a hub, is left out.
double more_conflicts(const SizedGraph& graph, const PathIndex& index, const std::vector<Path>& paths, std::size_t path,
                      const std::vector<Point>& now, const std::vector<Point>& before, double most) {
  const std::size_t shorter = std::min(now.size(), before.size());
  std::size_t head = 1, tail = 1;  // points of the common pieces, but one
  while (head < shorter && now[head] == before[head] && now[head - 1] == before[head - 1]) ++head;
  const auto same_from_end = [&](std::size_t i) { return now[now.size() - i] == before[before.size() - i]; };
  while (head + tail < shorter && same_from_end(tail) && same_from_end(tail + 1)) ++tail;
  const auto differing = [&](const std::vector<Point>& points) {
    return std::vector<Point>(points.begin() + static_cast<std::ptrdiff_t>(head - 1),
                              points.end() - static_cast<std::ptrdiff_t>(tail - 1));
  };
  const double there = conflicts(graph, index, paths, path, differing(now));
  return there > most ? there - conflicts(graph, index, paths, path, differing(before)) : there;
}

bool along_border(const Obstacles& obstacles, Point a, Point b) {
  Rect beside = span_of(a, b);
  const double by = kBorderClearance - 0.5;
  beside = is_vertical(a, b) ? Rect{beside.x - by, beside.y + 1, 2 * by, beside.height - 2}
                             : Rect{beside.x + 1, beside.y - by, beside.width - 2, 2 * by};
  bool found = false;
  obstacles.visit_borders(beside, [&](const Border& border) {
    const Rect line = border.rect();
    found = found || (border.vertical == is_vertical(a, b) && line.left() < beside.right() &&
                      line.right() > beside.left() && line.top() < beside.bottom() && line.bottom() > beside.top());
  });
  return found;
}

/// Is every piece of the path clear? Its ends' own blocks may be touched by its first and last piece only.
bool clear(const SizedGraph& graph, const Obstacles& obstacles, std::size_t index, const std::vector<Point>& points,
           std::size_t moved) {
  const Edge& e = graph.edges()[index];
  const std::size_t last = points.size() - 1;
  for (std::size_t i = moved > 1 ? moved - 1 : 1; i <= std::min(last, moved + 1); ++i) {
    const NodeId a = i == 1 ? e.from : Obstacles::kNone, b = i == last ? e.to : Obstacles::kNone;
    if (!obstacles.is_free(points[i - 1], points[i], kLeastClearance - 1, a, b)) return false;
    if (along_border(obstacles, points[i - 1], points[i])) return false;
  }
  return true;
}

/// Does a path that ends in this point and comes from (or goes on to) the next one leave the side, and not run along
/// it?
bool leaves(const PortSide& side, Point end, Point next) {
  const double ahead = side.horizontal() ? next.x - end.x : next.y - end.y;
  return is_vertical(end, next) != side.horizontal() && ahead * side.sign() > 0;
}

/// Is every piece free, and may it end where it does?
bool sound(const SizedGraph& graph, const Obstacles& obstacles, const Path& path, std::size_t index,
           const std::vector<Point>& points) {
  if (!leaves(path.from, points[0], points[1]) || !leaves(path.to, points.back(), points[points.size() - 2]))
    return false;
  const Edge& e = graph.edges()[index];
  for (std::size_t k = 1; k < points.size(); ++k) {
    const NodeId a = k == 1 ? e.from : Obstacles::kNone, b = k + 1 == points.size() ? e.to : Obstacles::kNone;
    if (!obstacles.is_free(points[k - 1], points[k], 1, a, b)) return false;
  }
  return true;
}

/// The path with the piece that ends at points[i] moved onto the line of the piece two further on, or the other way
/// round: the first such way that is sound and that accepts(points) takes. Empty if there is none.
template <class Accepts>
std::vector<Point> straightened(const SizedGraph& graph, const Obstacles& obstacles, const Path& path,
                                std::size_t index, const Accepts& accepts) {
  for (std::size_t i = 1; i + 2 < path.points.size(); ++i) {
    const bool vertical = is_vertical(path.points[i - 1], path.points[i]);
    if (vertical != is_vertical(path.points[i + 1], path.points[i + 2])) continue;
    for (const bool earlier : {true, false}) {
      const std::size_t from = earlier ? i + 1 : i, to = earlier ? i - 1 : i + 1;
      const double line = vertical ? path.points[from].x : path.points[from].y;
      const bool first = to == 0, last = to + 2 == path.points.size();
      const auto allowed = [&](const PortSide& side) {
        return side.horizontal() != vertical && line >= side.low - 0.01 && line <= side.high + 0.01 &&
               (side.roomy || std::abs(line - side.middle) <= 16);
      };
      if ((first && !allowed(path.from)) || (last && !allowed(path.to))) continue;
      std::vector<Point> points = path.points;
      for (const std::size_t p : {to, to + 1}) (vertical ? points[p].x : points[p].y) = line;
      simplify(points);
      if (points.size() < 2 || points.size() >= path.points.size()) continue;
      if (length(points) > length(path.points) + 0.01 || !sound(graph, obstacles, path, index, points)) continue;
      if (clear(graph, obstacles, index, points, std::min(i, points.size() - 1)) && accepts(points)) return points;
    }
  }
  return {};
}

}  // namespace

void remove_jogs(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths, double tolerance) {
  PathIndex others(obstacles.bounds(), paths.size());
  const auto fill_index = [&] {
    std::size_t segments = 0;
    for (const Path& path : paths) segments += path.points.size() - 1;
    others.reserve(segments);
    for (std::size_t i = 0; i < paths.size(); ++i) others.add(i, paths[i].points);
  };
  // Whether the others let a path be straightened depends on those before it; whether there is a way, on itself alone.
  const std::vector<std::size_t> promising = found_on_threads<std::size_t>(
      threads_for(paths.size(), kAlone), paths.size(),
      [&](std::size_t first, std::size_t last, std::vector<std::size_t>& found) {
        for (std::size_t p = first; p < last; ++p) {
          const bool loop = graph.edges()[p].from == graph.edges()[p].to;
          if (!loop && !straightened(graph, obstacles, paths[p], p, [](const auto&) { return true; }).empty())
            found.push_back(p);
        }
      },
      fill_index);
  for (const std::size_t i : promising)
    for (int round = 0; round < 4; ++round) {
      std::vector<Point> points = straightened(graph, obstacles, paths[i], i, [&](const std::vector<Point>& now) {
        return more_conflicts(graph, others, paths, i, now, paths[i].points, tolerance) <= tolerance;
      });
      if (points.empty()) break;
      paths[i].points = std::move(points);
      others.remove(i);
      others.add(i, paths[i].points);
    }
}

}  // namespace skydraft::layout
