#pragma once

#include <cstddef>
#include <string_view>

namespace skydraft {

/// Insertions, deletions, replacements and swaps of neighbouring bytes that make `b` of `a` (optimal string alignment).
/// Cost: the product of the two lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace skydraft
