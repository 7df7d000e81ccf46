#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace skydraft::layout {

/// Edges as straight lines between the middles of their ends. Where boxes stand well the routes of two edges cross
/// about as often as these lines, and these can be counted in a nanosecond a pair.
///
/// Coordinates are single: twice as many fit a vector register, and 0.01 px do not matter here. Two lines with a common
/// end do not cross: the product of their sides is exactly 0.
class StraightLines {
 public:
  struct Line {
    float ax = 0, ay = 0, bx = 0, by = 0;
  };

  std::size_t size() const { return size_; }
  Line operator[](std::size_t i) const { return {ax_[i], ay_[i], bx_[i], by_[i]}; }
  void set(std::size_t i, const Line& line) { ax_[i] = line.ax, ay_[i] = line.ay, bx_[i] = line.bx, by_[i] = line.by; }
  void push_back(const Line& line);
  void clear();

  int crossings(const Line& line) const;
  /// Crossings of all pairs.
  long crossings() const;
  /// To the count of each line: 1 where it crosses `now`, less 1 where it crosses `before`.
  void update(std::vector<std::int32_t>& counts, const Line& before, const Line& now) const;

 private:
  static constexpr std::size_t kBlock = 8;

  std::size_t size_ = 0;
  std::vector<float> ax_, ay_, bx_, by_;  ///< whole blocks, filled up with points, which cross nothing
};

}  // namespace skydraft::layout
