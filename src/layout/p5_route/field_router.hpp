#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "layout/p5_route/fields.hpp"
#include "layout/p5_route/grid.hpp"
#include "layout/p5_route/leg.hpp"
#include "layout/p5_route/path_index.hpp"
#include "layout/p5_route/search.hpp"

namespace skydraft::layout {

/// Finds the paths of all legs in one field, one after the other, takes up again those that disturb others most, then
/// rids pairs of crossings that need not be. Paths may still lie on top of each other (nudging spreads them).
class FieldRouter {
 public:
  FieldRouter(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles, const Field& field,
              std::span<Leg* const> legs, std::size_t first_steps, Search& search);

  /// Fills in Leg::path, which stays empty where no way is free. `improve_steps` is how much may be searched for better
  /// paths.
  void run(std::size_t improve_steps);

 private:
  Grid::Plan plan_field() const;
  Grid::Plan plan_window(const Rect& window) const;
  void add_node(Grid::Plan& plan, NodeId node) const;
  void add_stops(Grid::Plan& plan, const Leg& leg) const;

  StopSides sides_of(const Stop& stop) const { return {graph_, placement_, stop}; }

  void find_trees();
  std::vector<std::vector<std::size_t>> hubs() const;
  void find_tree(const std::vector<std::size_t>& legs);

  Path find(std::size_t leg, double bound);
  Path search(std::size_t leg, const Grid& grid, double bound);
  Path search_near(std::size_t leg, const Grid::Fineness& fineness, double reach, double bound);
  Path loop(const Edge& edge) const;
  double cost(const Path& path, std::size_t leg) const;
  double borders_crossed(const Path& path, std::size_t leg) const;
  double disturbing(const Path& path, std::size_t leg) const;
  bool related(std::size_t a, std::size_t b) const;
  const std::vector<Point>& points_of(std::size_t leg) const;

  void put(std::size_t leg, Path path);
  void mark(std::size_t leg, float times);
  void mark_related(std::size_t leg, float times);
  bool ends_at_hub(std::size_t leg) const;
  void uncross();
  std::vector<std::size_t> crossed_in_vain(std::size_t leg) const;
  void go_along(std::size_t leg, std::size_t other);
  void improve(std::size_t steps);
  std::vector<std::size_t> order() const;
  std::span<const std::pair<NodeId, std::size_t>> legs_at(NodeId end) const;

  const SizedGraph& graph_;
  const Placement& placement_;
  const Obstacles& obstacles_;
  const Field& field_;
  std::span<Leg* const> legs_;
  std::size_t first_steps_;  ///< of the first search for each leg
  Search& search_;
  float greed_;
  float price_;                                          ///< share of what crossings cost
  std::vector<Border> borders_;                          ///< of the field
  std::vector<std::pair<NodeId, std::size_t>> at_node_;  ///< each end of an edge, and its leg; sorted
  std::unique_ptr<Grid> grid_;                           ///< none if the field is crowded
  std::vector<Grid::Touches> touches_;                   ///< of each leg's path on it
  PathIndex index_;
};

}  // namespace skydraft::layout
