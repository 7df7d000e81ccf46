#include "layout/routing.hpp"

#include <fmt/format.h>

#include "layout/p5_route/nudge.hpp"
#include "layout/p5_route/router.hpp"
#include "layout/p6_labels/labels.hpp"

namespace skydraft::layout {

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
    for (Point& p : paths[e].points) p = {geometry::snap(p.x), geometry::snap(p.y)};
    simplify(paths[e].points);
    routes[{e}].points = std::move(paths[e].points);
  }
  place_furniture(graph, obstacles, routes);
  return routes;
}

}  // namespace skydraft::layout
