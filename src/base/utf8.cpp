#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace skydraft::utf8 {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t offset) { return static_cast<std::uint8_t>(text[offset]); }

struct CodeRange {
  char32_t first;
  char32_t last;
};

// Coarse on purpose: whole blocks of Unicode 15's EastAsianWidth.txt (W and F) and of its marks (Mn, Me, Cf). A rare
// character counted wrongly moves a caret by one column.
constexpr std::array kWide = {
    CodeRange{0x1100, 0x115F},   CodeRange{0x231A, 0x231B},   CodeRange{0x2329, 0x232A},  CodeRange{0x23E9, 0x23EC},
    CodeRange{0x2614, 0x2615},   CodeRange{0x2648, 0x2653},   CodeRange{0x26A1, 0x26A1},  CodeRange{0x2705, 0x2705},
    CodeRange{0x274C, 0x274C},   CodeRange{0x2753, 0x2755},   CodeRange{0x2795, 0x2797},  CodeRange{0x2E80, 0x303E},
    CodeRange{0x3041, 0xA4CF},   CodeRange{0xA960, 0xA97C},   CodeRange{0xAC00, 0xD7A3},  CodeRange{0xF900, 0xFAFF},
    CodeRange{0xFE30, 0xFE6F},   CodeRange{0xFF00, 0xFF60},   CodeRange{0xFFE0, 0xFFE6},  CodeRange{0x1F300, 0x1F64F},
    CodeRange{0x1F680, 0x1F6FF}, CodeRange{0x1F900, 0x1FAFF}, CodeRange{0x20000, 0x3FFFD}};
constexpr std::array kMarks = {CodeRange{0x0300, 0x036F}, CodeRange{0x0483, 0x0489}, CodeRange{0x0591, 0x05BD},
                               CodeRange{0x0610, 0x061A}, CodeRange{0x064B, 0x065F}, CodeRange{0x0E31, 0x0E31},
                               CodeRange{0x0E34, 0x0E3A}, CodeRange{0x1AB0, 0x1AFF}, CodeRange{0x200B, 0x200F},
                               CodeRange{0x202A, 0x202E}, CodeRange{0x2060, 0x2064}, CodeRange{0x20D0, 0x20FF},
                               CodeRange{0xFE00, 0xFE0F}, CodeRange{0xFE20, 0xFE2F}, CodeRange{0xFEFF, 0xFEFF}};

template <std::size_t N>
bool is_in(const std::array<CodeRange, N>& ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &CodeRange::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  const std::uint8_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1, true};

  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const Decoded invalid{0xFFFD, 1, false};
  if (lead < 0xC2 || lead > 0xF4 || offset + length > text.size()) return invalid;
  char32_t code_point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t next = byte_at(text, offset + i);
    if ((next & 0xC0U) != 0x80) return invalid;
    code_point = (code_point << 6) | (next & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < kLeast[length] || code_point > 0x10FFFF || surrogate) return invalid;
  return {code_point, length, true};
}

std::optional<std::size_t> first_invalid(std::string_view text) {
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t eight = kHighs;
    if (at + sizeof eight <= text.size()) std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHighs) == 0) {  // ASCII
      at += sizeof eight;
      continue;
    }
    const Decoded next = decode(text, at);
    if (!next.valid) return at;
    at += next.length;
  }
  return std::nullopt;
}

int columns(char32_t code_point) {
  if (code_point < 0x300) return 1;
  if (is_in(kMarks, code_point)) return 0;
  return is_in(kWide, code_point) ? 2 : 1;
}

}  // namespace skydraft::utf8
