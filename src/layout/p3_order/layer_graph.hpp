#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout/layered.hpp"

namespace skydraft::layout {

/// Of each vertex the links at one of its sides, all in one piece: graphs are copied often.
class LinkLists {
 public:
  LinkLists() = default;
  /// `vertex_of(i)` is the one of link i.
  template <class VertexOf>
  LinkLists(std::size_t vertices, std::size_t links, const VertexOf& vertex_of) : first_(vertices + 1), links_(links) {
    for (std::size_t i = 0; i < links; ++i) ++first_[vertex_of(i) + 1];
    for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < links; ++i) links_[next[vertex_of(i)]++] = static_cast<int>(i);
  }
  std::span<const int> operator[](std::size_t vertex) const {
    return std::span(links_).subspan(first_[vertex], first_[vertex + 1] - first_[vertex]);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<int> links_;
};

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
  LinkLists in, out;                     ///< links at each vertex
  std::vector<std::vector<int>> layers;  ///< vertices in their order

  std::vector<int> positions() const;  ///< of each vertex in its layer
};

/// Requires  every arc points to the same or a later layer; arcs within a layer are left out.
/// `extents` are the boxes' lengths across.
LayerGraph make_layer_graph(std::span<const double> extents, std::span<const LayeredInput::Arc> arcs,
                            std::span<const int> layers);

/// The part of the graph from one layer up to and without another; arcs that leave it are cut.
LayerGraph slice(const LayerGraph& graph, std::size_t first, std::size_t last);

}  // namespace skydraft::layout
