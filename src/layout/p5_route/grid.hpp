#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/p5_route/obstacles.hpp"
#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// The lines on which routes are looked for, and what each piece between two of them costs.
///
/// Lines pass beside the boxes and through their ports only ("interesting" coordinates): an optimal route can be
/// shifted onto them. Source: Wybrow, Marriott, Stuckey, GD 2009, section 3 (orthogonal visibility graph).
class Grid {
 public:
  struct Options {
    double clearance = kClearance;     ///< px from a box to the line beside it
    double blocked = kLeastClearance;  ///< px around a box in which no route may be
    std::size_t most_lines = 900;      ///< on each axis; beyond it lines that are close together are dropped
  };

  /// Only what lies in the window has lines; `extra` are points whose coordinates get lines too.
  Grid(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles, const Rect& window,
       const std::vector<Point>& extra, const Options& options);

  const std::vector<double>& xs() const { return xs_; }
  const std::vector<double>& ys() const { return ys_; }
  std::size_t size() const { return xs_.size() * ys_.size(); }

  static constexpr float kBlocked = 1e9F;
  /// Of the piece from line i to line i + 1 along line j; of the piece from j to j + 1 along i. kBlocked or more: no
  /// way.
  float across(std::size_t i, std::size_t j) const { return h_[j * xs_.size() + i]; }
  float down(std::size_t i, std::size_t j) const { return v_[j * xs_.size() + i]; }

  /// Makes pieces that the route covers or crosses dearer by `times` a crossing; -1 takes that back.
  void mark(const std::vector<Point>& route, float times);

  static std::size_t nearest(const std::vector<double>& lines, double at);

 private:
  void gather_lines(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles, const Rect& window,
                    const std::vector<Point>& extra, const Options& options);
  void measure();
  void block(const Rect& rect);
  void charge(const Border& border);

  std::vector<double> xs_, ys_;
  std::vector<float> h_, v_;
};

}  // namespace skydraft::layout
