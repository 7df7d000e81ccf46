#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace skydraft {

/// Whether a text is a literal, seen in place: std::string and std::string_view call out to compare.
template <std::size_t Size>
constexpr bool same_text(std::string_view text, const char (&literal)[Size]) {
  return text.size() == Size - 1 && std::char_traits<char>::compare(text.data(), literal, Size - 1) == 0;
}

}  // namespace skydraft
