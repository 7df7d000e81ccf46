#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Just enough of UTF-8 to check what comes in and to line up what goes to a terminal.
namespace skydraft::utf8 {

/// One decoded character; `length` is at least 1, so that walking a text always ends.
struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 1;
  bool valid = true;  ///< false: the byte at that place begins no character (RFC 3629)
};
Decoded decode(std::string_view text, std::size_t offset);

/// Where the first byte stands that is no UTF-8, if there is one.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Columns that a character takes in a terminal: 0 (combining), 1, or 2 (East Asian wide, emoji).
int columns(char32_t code_point);

}  // namespace skydraft::utf8
