#include "layout/p3_order/layer_graph.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace skydraft::layout {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

void index_links(LayerGraph& graph) {
  const std::size_t vertices = graph.vertices.size(), links = graph.links.size();
  graph.out = LinkLists(vertices, links, [&](std::size_t i) { return at(graph.links[i].from); });
  graph.in = LinkLists(vertices, links, [&](std::size_t i) { return at(graph.links[i].to); });
}

double port(double wanted, double extent) { return wanted < 0 ? extent / 2 : std::min(wanted, extent); }

}  // namespace

std::vector<int> LayerGraph::positions() const {
  std::vector<int> position(vertices.size());
  for (const auto& layer : layers)
    for (std::size_t i = 0; i < layer.size(); ++i) position[at(layer[i])] = static_cast<int>(i);
  return position;
}

LayerGraph make_layer_graph(std::span<const double> extents, std::span<const LayeredInput::Arc> arcs,
                            std::span<const int> layers) {
  LayerGraph graph;
  for (std::size_t box = 0; box < extents.size(); ++box)
    graph.vertices.push_back({static_cast<int>(box), layers[box], extents[box]});
  for (const LayeredInput::Arc& arc : arcs) {
    const int first = layers[at(arc.from)], last = layers[at(arc.to)];
    int tail = arc.from;
    double tail_port = port(arc.from_port, extents[at(arc.from)]);
    for (int layer = first + 1; layer <= last; ++layer) {
      const bool arrived = layer == last;
      const int head = arrived ? arc.to : static_cast<int>(graph.vertices.size());
      if (!arrived) graph.vertices.push_back({-1, layer, 0});
      graph.links.push_back({tail, head, arc.weight, tail_port, arrived ? port(arc.to_port, extents[at(arc.to)]) : 0});
      tail = head, tail_port = 0;
    }
  }
  int deepest = -1;
  for (const auto& vertex : graph.vertices) deepest = std::max(deepest, vertex.layer);
  graph.layers.resize(at(deepest + 1));
  for (std::size_t i = 0; i < graph.vertices.size(); ++i)
    graph.layers[at(graph.vertices[i].layer)].push_back(static_cast<int>(i));
  index_links(graph);
  return graph;
}

LayerGraph slice(const LayerGraph& graph, std::size_t first, std::size_t last) {
  LayerGraph part;
  std::vector<int> renamed(graph.vertices.size(), -1);
  for (std::size_t layer = first; layer < last; ++layer) {
    part.layers.emplace_back();
    for (const int v : graph.layers[layer]) {
      renamed[at(v)] = static_cast<int>(part.vertices.size());
      part.layers.back().push_back(renamed[at(v)]);
      part.vertices.push_back(graph.vertices[at(v)]);
      part.vertices.back().layer -= static_cast<int>(first);
    }
  }
  for (LayerGraph::Link link : graph.links) {
    link.from = renamed[at(link.from)], link.to = renamed[at(link.to)];
    if (link.from >= 0 && link.to >= 0) part.links.push_back(link);
  }
  index_links(part);
  return part;
}

}  // namespace skydraft::layout
