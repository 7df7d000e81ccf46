#include "layout/p4_place/straight_lines.hpp"

/// Counting is most of what untangling costs. Where the machine has wider vectors than every x86-64, they are used: the
/// same operations on more lines at once, so the result is the same. Sanitizers run before such a choice can be made.
#if defined(__x86_64__) && defined(__ELF__) && defined(NDEBUG)
#define SKYDRAFT_WIDE_VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SKYDRAFT_WIDE_VECTORS
#endif

namespace skydraft::layout {
namespace {

/// Which side of the line from p to q is r on? By the sign.
inline float side(float px, float py, float qx, float qy, float rx, float ry) {
  return (qx - px) * (ry - py) - (qy - py) * (rx - px);
}

/// Without branches, so that a compiler can look at several lines at once.
inline std::int32_t cross(const StraightLines::Line& l, float cx, float cy, float dx, float dy) {
  const float apart = side(l.ax, l.ay, l.bx, l.by, cx, cy) * side(l.ax, l.ay, l.bx, l.by, dx, dy);
  const float other = side(cx, cy, dx, dy, l.ax, l.ay) * side(cx, cy, dx, dy, l.bx, l.by);
  return static_cast<std::int32_t>(apart < 0) & static_cast<std::int32_t>(other < 0);
}

}  // namespace

void StraightLines::push_back(const Line& line) {
  if (size_ == ax_.size()) {
    for (auto* list : {&ax_, &ay_, &bx_, &by_}) list->resize(size_ + kBlock);
    marks_.resize(size_ + kBlock);
  }
  set(size_++, line);
}

SKYDRAFT_WIDE_VECTORS StraightLines::Count StraightLines::crossings(const Line& line) const {
  Count count;
  const float *ax = ax_.data(), *ay = ay_.data(), *bx = bx_.data(), *by = by_.data();
  const std::int32_t* marks = marks_.data();
  const std::size_t size = ax_.size() / kBlock * kBlock;
  for (std::size_t i = 0; i < size; ++i) {
    const std::int32_t found = cross(line, ax[i], ay[i], bx[i], by[i]);
    count.all += found;
    count.marked += found & marks[i];
  }
  return count;
}

int crossings(const StraightLines::Line& line, std::span<const StraightLines::Line> others) {
  std::int32_t count = 0;
  for (const StraightLines::Line& other : others) count += cross(line, other.ax, other.ay, other.bx, other.by);
  return count;
}

SKYDRAFT_WIDE_VECTORS void StraightLines::update(std::vector<std::int32_t>& counts, const Line& before,
                                                 const Line& now) const {
  std::int32_t* sum = counts.data();
  const float *ax = ax_.data(), *ay = ay_.data(), *bx = bx_.data(), *by = by_.data();
  for (std::size_t i = 0; i < size_; ++i)
    sum[i] += cross(now, ax[i], ay[i], bx[i], by[i]) - cross(before, ax[i], ay[i], bx[i], by[i]);
}

}  // namespace skydraft::layout
