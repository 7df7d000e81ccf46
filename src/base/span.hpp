#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace skydraft {

/// A half-open range of bytes in a Source. Line and column are computed only when shown (Source::locate).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

/// The smallest span that holds both.
constexpr Span cover(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace skydraft
