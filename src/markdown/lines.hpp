#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace skydraft::md {

/// The lines of a text as CommonMark counts them: ended by "\n", "\r\n" or a lone "\r" (Source counts "\n" alone).
class Lines {
 public:
  explicit Lines(std::string_view text);

  std::uint32_t count() const { return static_cast<std::uint32_t>(lines_.size()); }
  /// The 0-based line without its line end; an empty span at the end of the text beyond the last line.
  Span operator[](std::uint32_t line) const { return line < count() ? lines_[line] : Span{size_, size_}; }

 private:
  std::uint32_t size_ = 0;
  std::vector<Span> lines_;
};

constexpr bool is_blank_char(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_alnum(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7f && !is_ascii_alnum(c); }

/// Number of line ends in a text; "\r\n" is one.
std::uint32_t count_line_ends(std::string_view text);

}  // namespace skydraft::md
