#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "typeset/typeset.hpp"

/// Text as a row of user-perceived characters with their places, for breaking lines and for drawing glyphs.
namespace skydraft::typeset {

/// What is never torn apart: a character with the marks, joiners and selectors that follow it.
struct Cluster {
  std::uint32_t begin = 0;  ///< byte offset in the text
  std::uint32_t end = 0;    ///< past its last byte
  char32_t character = 0;   ///< its first character
  double x = 0;             ///< px from the start of the text, kerning included
  double advance = 0;       ///< px, letter spacing included
};

std::vector<Cluster> shape(std::string_view text, const Font& font);

/// Reads one character and moves `at` behind it; a byte that is not UTF-8 reads as U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);

}  // namespace skydraft::typeset
