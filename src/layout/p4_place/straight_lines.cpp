#include "layout/p4_place/straight_lines.hpp"

#include <algorithm>

/// Counting is most of what untangling costs. Where the machine has wider vectors than every x86-64, they are used: the
/// same operations on more lines at once, so the result is the same. Sanitizers run before such a choice can be made.
#if defined(__x86_64__) && defined(__ELF__) && defined(NDEBUG)
#define SKYDRAFT_WIDE_VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SKYDRAFT_WIDE_VECTORS
#endif

namespace skydraft::layout {
void StraightLines::push_back(const Line& line) {
  if (size_ % kBlock == 0) blocks_.emplace_back();
  bytes_ = (blocks_.size() + kBitsOfByte - 1) / kBitsOfByte * kBlock;
  set(size_++, line);
}

/// Two lines cross if the ends of each lie on different sides of the other: products of sides are below 0. Without
/// branches, so that a compiler can look at the lines of a block at once.
SKYDRAFT_WIDE_VECTORS StraightLines::Count StraightLines::cross(const Line& line, const Byte* marked, Byte* crossed,
                                                                double most) const {
  const float lx = line.bx - line.ax, ly = line.by - line.ay;
  Count sum;
  for (std::size_t first = 0; first < blocks_.size(); first += kBitsOfByte, crossed += kBlock, marked += kBlock) {
    std::uint32_t bits[kBlock] = {};
    const Block* block = blocks_.data() + first;
    const auto count = static_cast<int>(std::min(blocks_.size() - first, kBitsOfByte));
    for (int b = 0; b < count; ++b, ++block)
      for (std::size_t i = 0; i < kBlock; ++i) {
        const float ax = block->ax[i] - line.ax, ay = block->ay[i] - line.ay;
        const float bx = block->bx[i] - line.ax, by = block->by[i] - line.ay;
        const float ex = line.bx - block->ax[i], ey = line.by - block->ay[i];
        const float apart = (lx * ay - ly * ax) * (lx * by - ly * bx);
        const float other = (block->dy[i] * ax - block->dx[i] * ay) * (block->dx[i] * ey - block->dy[i] * ex);
        bits[i] |= static_cast<std::uint32_t>(static_cast<int>(apart < 0) & static_cast<int>(other < 0)) << b;
      }
    for (std::size_t i = 0; i < kBlock; ++i) crossed[i] = static_cast<Byte>(bits[i]);
    for (std::size_t i = 0; i < kBlock; i += kTogether) {
      const std::uint64_t found = together(crossed + i);
      sum.all += std::popcount(found), sum.marked += std::popcount(found & together(marked + i));
    }
    if (sum.all - 0.5 * sum.marked > most) break;
  }
  return sum;
}

SKYDRAFT_WIDE_VECTORS std::int32_t StraightLines::in_rows(const Byte* rows, std::span<const std::uint32_t> lines,
                                                          const Byte* set) const {
  std::int32_t sum = 0;
  const std::size_t count = bytes();
  for (const std::uint32_t line : lines)
    for (std::size_t at = 0; at < count; at += kTogether)
      sum += std::popcount(together(rows + line * count + at) & together(set + at));
  return sum;
}

}  // namespace skydraft::layout
