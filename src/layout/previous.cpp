#include "layout/previous.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace skydraft::layout {

SideTable<NodeId, Rect> places_before(const SizedGraph& graph, const Places& places) {
  SideTable<NodeId, Rect> before(graph.nodes().size());
  if (places.empty()) return {};
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n)
    if (const auto place = places.find(graph[NodeId{n}].key); place != places.end()) before[NodeId{n}] = place->second;
  return before;
}

Movement movement(const SizedGraph& graph, const PlacedGraph& placed, const Places& before) {
  Movement found;
  std::vector<double> moves;
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) {
    const NodeId id{n};
    const auto place = before.find(graph[id].key);
    if (graph.is_container(id) || place == before.end()) continue;
    const Point was = place->second.center(), is = placed.rects[id].center();
    moves.push_back(std::hypot(is.x - was.x, is.y - was.y));
    if (moves.back() > found.farthest) found.farthest = moves.back(), found.key = graph[id].key;
  }
  found.nodes = moves.size();
  if (moves.empty()) return found;
  const auto middle = moves.begin() + static_cast<std::ptrdiff_t>(moves.size() / 2);
  std::nth_element(moves.begin(), middle, moves.end());
  found.median = geometry::snap(*middle);
  found.farthest = geometry::snap(found.farthest);
  return found;
}

}  // namespace skydraft::layout
