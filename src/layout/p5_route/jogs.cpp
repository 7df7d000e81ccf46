#include "layout/p5_route/jogs.hpp"

#include <algorithm>

namespace skydraft::layout {
namespace {

constexpr std::size_t kLookAtAll = 400;  // paths up to which each change is weighed against all others

/// Crossings with other paths, and pieces that run on top of those without a common end.
double conflicts(const SizedGraph& graph, const std::vector<Path>& paths, std::size_t index,
                 const std::vector<Point>& points) {
  if (paths.size() > kLookAtAll) return 0;
  const Edge& e = graph.edges()[index];
  double sum = 0;
  for (std::size_t other = 0; other < paths.size(); ++other) {
    if (other == index) continue;
    sum += crossings(points, paths[other].points);
    const Edge& o = graph.edges()[other];
    if (o.from == e.from || o.to == e.to || o.from == e.to || o.to == e.from) continue;
    for (std::size_t i = 1; i < points.size(); ++i)
      for (std::size_t k = 1; k < paths[other].points.size(); ++k) {
        const Point a = points[i - 1], b = points[i], c = paths[other].points[k - 1], d = paths[other].points[k];
        const bool vertical = is_vertical(a, b);
        if (vertical != is_vertical(c, d) || std::abs(vertical ? a.x - c.x : a.y - c.y) > 8) continue;
        const double low = vertical ? std::max(std::min(a.y, b.y), std::min(c.y, d.y))
                                    : std::max(std::min(a.x, b.x), std::min(c.x, d.x));
        const double high = vertical ? std::min(std::max(a.y, b.y), std::max(c.y, d.y))
                                     : std::min(std::max(a.x, b.x), std::max(c.x, d.x));
        if (high > low) sum += 0.5;
      }
  }
  return sum;
}

bool along_border(const Obstacles& obstacles, Point a, Point b) {
  const bool vertical = is_vertical(a, b);
  for (const Border& border : obstacles.borders()) {
    if (border.vertical != vertical || std::abs(border.at - (vertical ? a.x : a.y)) >= kBorderClearance - 0.5) continue;
    const double low = std::min(vertical ? a.y : a.x, vertical ? b.y : b.x),
                 high = std::max(vertical ? a.y : a.x, vertical ? b.y : b.x);
    if (border.low < high - 1 && border.high > low + 1) return true;
  }
  return false;
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

/// Moves the piece that ends at points[i] onto the line of the piece two further on, or the other way round.
bool straighten_once(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths, std::size_t index) {
  Path& path = paths[index];
  for (std::size_t i = 1; i + 2 < path.points.size(); ++i)
    for (const bool earlier : {true, false}) {
      std::vector<Point> points = path.points;
      const bool vertical = is_vertical(points[i - 1], points[i]);
      if (vertical != is_vertical(points[i + 1], points[i + 2])) continue;
      const std::size_t from = earlier ? i + 1 : i, to = earlier ? i - 1 : i + 1;
      const double line = vertical ? points[from].x : points[from].y;
      const bool first = to == 0, last = to + 2 == points.size();
      const auto allowed = [&](const PortSide& side) {
        return side.horizontal() != vertical && line >= side.low - 0.01 && line <= side.high + 0.01 &&
               (side.roomy || std::abs(line - side.middle) <= 16);
      };
      if ((first && !allowed(path.from)) || (last && !allowed(path.to))) continue;
      for (const std::size_t p : {to, to + 1}) (vertical ? points[p].x : points[p].y) = line;
      const std::size_t bends = points.size();
      simplify(points);
      if (points.size() < 2 || points.size() + 1 > bends) continue;
      if (!clear(graph, obstacles, index, points, std::min(i, points.size() - 1))) continue;
      bool whole = true;
      for (std::size_t k = 1; k < points.size(); ++k) {
        const NodeId a = k == 1 ? graph.edges()[index].from : Obstacles::kNone;
        const NodeId b = k + 1 == points.size() ? graph.edges()[index].to : Obstacles::kNone;
        whole = whole && obstacles.is_free(points[k - 1], points[k], 1, a, b);
      }
      if (!whole || length(points) > length(path.points) + 0.01) continue;
      if (conflicts(graph, paths, index, points) > conflicts(graph, paths, index, path.points)) continue;
      path.points = std::move(points);
      return true;
    }
  return false;
}

}  // namespace

void remove_jogs(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths) {
  for (std::size_t index = 0; index < paths.size(); ++index) {
    if (graph.edges()[index].from == graph.edges()[index].to) continue;
    for (int round = 0; round < 4 && straighten_once(graph, obstacles, paths, index); ++round) {
    }
  }
}

}  // namespace skydraft::layout
