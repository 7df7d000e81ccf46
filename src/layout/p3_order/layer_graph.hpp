#pragma once

#include <span>
#include <vector>

#include "layout/layered.hpp"

namespace skydraft::layout {

/// Boxes in layers, with dummies where arcs pass a layer, so that every link joins neighbouring layers.
struct LayerGraph {
  struct Vertex {
    int box = -1;  ///< -1: a dummy
    int layer = 0;
    double extent = 0;  ///< px across
  };
  struct Link {
    int from = 0;  ///< a vertex of one layer
    int to = 0;    ///< a vertex of the next
    double weight = 1;
    double from_port = 0;  ///< px across from the vertex's beginning
    double to_port = 0;
  };
  std::vector<Vertex> vertices;
  std::vector<Link> links;
  std::vector<std::vector<int>> in, out;  ///< links at each vertex
  std::vector<std::vector<int>> layers;   ///< vertices in their order

  std::vector<int> positions() const;  ///< of each vertex in its layer
};

/// Requires  every arc points to the same or a later layer; arcs within a layer are left out.
/// `extents` are the boxes' lengths across.
LayerGraph make_layer_graph(std::span<const double> extents, std::span<const LayeredInput::Arc> arcs,
                            std::span<const int> layers);

/// The part of the graph from one layer up to and without another; arcs that leave it are cut.
LayerGraph slice(const LayerGraph& graph, std::size_t first, std::size_t last);

}  // namespace skydraft::layout
