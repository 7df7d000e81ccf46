#include "layout/p4_place/straight_lines.hpp"

#include <algorithm>
#include <cstring>

/// Counting is most of what untangling costs. Where the machine has wider vectors than every x86-64, they are used: the
/// same operations on more lines at once, so the result is the same. Sanitizers run before such a choice can be made.
#if defined(__x86_64__) && defined(__ELF__) && defined(NDEBUG)
#define SKYDRAFT_WIDE_VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SKYDRAFT_WIDE_VECTORS
#endif

namespace skydraft::layout {
namespace {

/// Two words as one, in whichever order the machine has them: they are only counted.
inline std::uint64_t both(const StraightLines::Word* words) {
  std::uint64_t two = 0;
  std::memcpy(&two, words, sizeof two);
  return two;
}

}  // namespace

void StraightLines::push_back(const Line& line) {
  if (size_ % kBlock == 0) blocks_.emplace_back();
  set(size_++, line);
}

/// Two lines cross if the ends of each lie on different sides of the other: products of sides are below 0. Without
/// branches, so that a compiler can look at the lines of a block at once.
SKYDRAFT_WIDE_VECTORS StraightLines::Count StraightLines::cross(const Line& line, const Word* marked, Word* crossed,
                                                                double most) const {
  const float lx = line.bx - line.ax, ly = line.by - line.ay;
  Count sum;
  for (std::size_t first = 0; first < blocks_.size(); first += kBitsOfWord, crossed += kBlock, marked += kBlock) {
    Word bits[kBlock] = {};
    const Block* block = blocks_.data() + first;
    const auto count = static_cast<int>(std::min(blocks_.size() - first, kBitsOfWord));
    for (int b = 0; b < count; ++b, ++block)
      for (std::size_t i = 0; i < kBlock; ++i) {
        const float ax = block->ax[i] - line.ax, ay = block->ay[i] - line.ay;
        const float bx = block->bx[i] - line.ax, by = block->by[i] - line.ay;
        const float ex = line.bx - block->ax[i], ey = line.by - block->ay[i];
        const float apart = (lx * ay - ly * ax) * (lx * by - ly * bx);
        const float other = (block->dy[i] * ax - block->dx[i] * ay) * (block->dx[i] * ey - block->dy[i] * ex);
        bits[i] |= static_cast<Word>(static_cast<int>(apart < 0) & static_cast<int>(other < 0)) << b;
      }
    for (std::size_t i = 0; i < kBlock; i += 2) {
      const std::uint64_t found = both(bits + i);
      sum.all += std::popcount(found), sum.marked += std::popcount(found & both(marked + i));
    }
    std::copy(bits, bits + kBlock, crossed);
    if (sum.all - 0.5 * sum.marked > most) break;
  }
  return sum;
}

SKYDRAFT_WIDE_VECTORS std::int32_t StraightLines::in_rows(const Word* rows, std::span<const std::uint32_t> lines,
                                                          const Word* set) const {
  std::int32_t sum = 0;
  const std::size_t count = words();
  for (const std::uint32_t line : lines)
    for (std::size_t w = 0; w < count; w += 2) sum += std::popcount(both(rows + line * count + w) & both(set + w));
  return sum;
}

}  // namespace skydraft::layout
