#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
  struct Count {
    std::int32_t all = 0;
    std::int32_t marked = 0;  ///< of all: those with lines that are marked
  };

  void mark(std::size_t i, bool on) { marks_[i] = on ? -1 : 0; }
  Count crossings(const Line& line) const;
  /// To the count of each line: 1 where it crosses `now`, less 1 where it crosses `before`.
  void update(std::vector<std::int32_t>& counts, const Line& before, const Line& now) const;

 private:
  static constexpr std::size_t kBlock = 16;

  std::size_t size_ = 0;
  std::vector<float> ax_, ay_, bx_, by_;  ///< whole blocks, filled up with points, which cross nothing
  std::vector<std::int32_t> marks_;       ///< all bits of those that are marked
};

/// The same for a few lines that nobody keeps.
int crossings(const StraightLines::Line& line, std::span<const StraightLines::Line> others);

}  // namespace skydraft::layout
