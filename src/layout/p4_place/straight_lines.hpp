#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

namespace skydraft::layout {

/// Edges as straight lines between the middles of their ends. Where boxes stand well the routes of two edges cross
/// about as often as these lines, and these can be compared in half a nanosecond a pair.
///
/// Coordinates are single: twice as many fit a vector register, and 0.01 px do not matter here. Two lines with a common
/// end do not cross: the product of their sides is exactly 0.
class StraightLines {
 public:
  struct Line {
    float ax = 0, ay = 0, bx = 0, by = 0;
  };

  std::size_t size() const { return size_; }
  void set(std::size_t i, const Line& line) {
    Block& block = blocks_[i / kBlock];
    const std::size_t at = i % kBlock;
    block.ax[at] = line.ax, block.ay[at] = line.ay, block.bx[at] = line.bx, block.by[at] = line.by;
    block.dx[at] = line.bx - line.ax, block.dy[at] = line.by - line.ay;
  }
  void push_back(const Line& line);

  /// Some of the lines, a bit for each. Lines that a vector register holds together have theirs in as many bytes.
  using Byte = std::uint8_t;
  std::size_t bytes() const { return bytes_; }  ///< of a set
  static bool has(const Byte* set, std::size_t line) { return (set[byte_of(line)] >> bit_of(line) & 1) != 0; }
  static void flip(Byte* set, std::size_t line) { set[byte_of(line)] ^= static_cast<Byte>(1U << bit_of(line)); }
  /// Calls visit(line) for each that is in one of two sets only.
  template <class Visit>
  void visit_differing(const Byte* a, const Byte* b, Visit&& visit) const {
    for (std::size_t first = 0, count = bytes(); first < count; first += kTogether)
      for (std::uint64_t bits = together(a + first) ^ together(b + first); bits != 0; bits &= bits - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
        constexpr bool kLowestFirst = std::endian::native == std::endian::little;
        const std::size_t at = first + (kLowestFirst ? bit / kBitsOfByte : kTogether - 1 - bit / kBitsOfByte);
        visit((at / kBlock * kBitsOfByte + bit % kBitsOfByte) * kBlock + at % kBlock);
      }
  }

  struct Count {
    std::int32_t all = 0;
    std::int32_t marked = 0;  ///< of all: those that are in another set, too
  };
  /// Finds the set of those that a line crosses. Ends before all are found once there are more than `most`, of which
  /// the marked ones count half.
  Count cross(const Line& line, const Byte* marked, Byte* crossed,
              double most = std::numeric_limits<double>::infinity()) const;
  /// How many of a set are in the rows of some lines: sets that follow each other, one for each line.
  std::int32_t in_rows(const Byte* rows, std::span<const std::uint32_t> lines, const Byte* set) const;

 private:
  static constexpr std::size_t kBlock = 16, kBitsOfByte = 8;
  struct alignas(64) Block {  ///< a cache line for each list
    float ax[kBlock]{}, ay[kBlock]{}, bx[kBlock]{}, by[kBlock]{};
    float dx[kBlock]{}, dy[kBlock]{};  ///< from a to b
  };
  static std::size_t byte_of(std::size_t line) { return line / (kBlock * kBitsOfByte) * kBlock + line % kBlock; }
  static std::size_t bit_of(std::size_t line) { return line / kBlock % kBitsOfByte; }
  /// Bytes as one word, in whichever order the machine has them.
  static constexpr std::size_t kTogether = sizeof(std::uint64_t);
  static std::uint64_t together(const Byte* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, kTogether);
    return word;
  }

  std::size_t size_ = 0, bytes_ = 0;
  std::vector<Block> blocks_;  ///< filled up with points, which cross nothing
};

}  // namespace skydraft::layout
