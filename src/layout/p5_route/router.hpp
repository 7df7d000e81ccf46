#pragma once

#include <memory>
#include <vector>

#include "layout/p5_route/grid.hpp"
#include "layout/p5_route/search.hpp"

namespace skydraft::layout {

/// Finds a path for every edge; paths may still lie on top of each other (nudging spreads them).
class Router {
 public:
  Router(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles);

  /// One for each edge. `blocked` gets the edges that found no free way.
  std::vector<Path> run(std::vector<EdgeId>& blocked);

  /// What a path costs among those already found: length, bends, crossings, borders, running on top of others.
  double cost(const Path& path, std::size_t edge) const;

 private:
  Path find(std::size_t edge, double bound);
  Path search(std::size_t edge, const Grid& grid, double bound);
  Path search_near(std::size_t edge, const Grid::Options& options, double reach, double bound);
  double borders_crossed(const Path& path, std::size_t edge) const;
  double disturbance(const Path& path, std::size_t edge) const;
  Path loop(std::size_t edge) const;
  Path across_obstacles(std::size_t edge) const;
  void mark(std::size_t edge, float times);
  void set_related_marks(std::size_t edge, float times);
  void improve();
  std::vector<std::size_t> order() const;

  const SizedGraph& graph_;
  const Placement& placement_;
  const Obstacles& obstacles_;
  float greed_;
  std::vector<Path> paths_;
  std::vector<Rect> covers_;                       ///< of each path
  std::vector<std::vector<std::size_t>> at_node_;  ///< edges at each node
  std::unique_ptr<Grid> grid_;                     ///< of the whole drawing, where that is small enough
  Search search_;
};

}  // namespace skydraft::layout
