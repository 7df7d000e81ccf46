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
  struct Fineness {
    double clearance = kClearance;     ///< px from a box to the line beside it
    double blocked = kLeastClearance;  ///< px around a box in which no route may be
    int tracks = 1;                    ///< lines beside each other along a box
    std::size_t most_lines = 900;      ///< on each axis; beyond it lines that are close together are dropped
    double same = 3;                   ///< px within which two lines are one; of those through ports an eighth
  };
  /// What the lines are made of, and what is in their way.
  struct Plan {
    Rect window;                  ///< only what lies in it has lines
    std::vector<Rect> walls;      ///< no route may be in these or beside them
    std::vector<Rect> frames;     ///< containers: routes may run beside their borders on either side
    std::vector<Border> borders;  ///< what crossing them and running along them costs
    std::vector<Point> ports;     ///< points whose coordinates get lines of their own
    Fineness fineness;
  };

  explicit Grid(const Plan& plan);

  const std::vector<double>& xs() const { return xs_; }
  const std::vector<double>& ys() const { return ys_; }
  std::size_t size() const { return xs_.size() * ys_.size(); }

  static constexpr float kBlocked = 1e9F;
  /// Where lines i and j meet.
  std::size_t place(std::size_t i, std::size_t j) const { return j * xs_.size() + i; }
  /// Of the piece from a place to the next one along its level line, or along its upright one. kBlocked or more: no
  /// way, as behind the last place of a line.
  float across(std::size_t place) const { return pieces_[place].across; }
  float down(std::size_t place) const { return pieces_[place].down; }

  /// What a segment of a route has to do with pieces: those across the line `crossed` (none if it is not one), from
  /// `first` up to `last` along it, and those on the lines from `begin` up to `end`, from `from` up to `to` along them.
  struct Touch {
    bool vertical;
    std::uint32_t crossed, first, last;
    std::uint32_t begin, end, from, to;
  };
  using Touches = std::vector<Touch>;  ///< of a route
  Touches touches(const std::vector<Point>& route) const;
  /// Makes pieces that the route crosses dearer by `times` a crossing, and those that run on top of it by `times` their
  /// length's share; with a minus that is taken back.
  void mark(const Touches& route, float times, float times_on_top);

  static std::size_t nearest(const std::vector<double>& lines, double at);

 private:
  void gather_lines(const Plan& plan);
  void measure();
  void block(const Rect& rect);
  void charge(const Border& border);

  std::vector<double> xs_, ys_;
  /// Beside each other, as who asks for one asks for the other.
  struct Pieces {
    float across, down;
  };
  using Piece = float Pieces::*;

  std::vector<Pieces> pieces_;  ///< by place
};

}  // namespace skydraft::layout
