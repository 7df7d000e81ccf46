#include "layout/routing.hpp"

#include <fmt/format.h>

#include <cmath>

#include "layout/p5_route/nudge.hpp"
#include "layout/p5_route/router.hpp"
#include "layout/p6_labels/labels.hpp"

namespace skydraft::layout {
namespace {

constexpr double kStep = 0.015;  // a little more than that of the grid

/// Two ends of a piece that differ by less than the grid may come to lie on two lines of it.
void snap_to_grid(std::vector<Point>& points) {
  for (Point& p : points) p = {geometry::snap(p.x), geometry::snap(p.y)};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point before = points[i - 1];
    Point& p = points[i];
    if (p.x != before.x && std::abs(p.x - before.x) < kStep) p.x = before.x;
    if (p.y != before.y && std::abs(p.y - before.y) < kStep) p.y = before.y;
  }
}

}  // namespace

SideTable<EdgeId, Route> route_edges(const SizedGraph& graph, const Placement& placement, DiagnosticSink& sink,
                                     const Effort& effort) {
  const Obstacles obstacles(graph, placement);
  std::vector<EdgeId> blocked;
  std::vector<Path> paths = find_paths(graph, placement, obstacles, effort, blocked);
  nudge(graph, obstacles, paths);
  for (const EdgeId edge : blocked)
    sink.warn(Code::NoFreeChannel, {},
              fmt::format("no free way for the line from \"{}\" to \"{}\"", graph[graph[edge].from].key,
                          graph[graph[edge].to].key));

  SideTable<EdgeId, Route> routes(graph.edges().size());
  for (std::uint32_t e = 0; e < routes.size(); ++e) {
    snap_to_grid(paths[e].points);
    simplify(paths[e].points);
    routes[{e}].points = std::move(paths[e].points);
  }
  place_furniture(graph, obstacles, routes);
  return routes;
}

}  // namespace skydraft::layout
