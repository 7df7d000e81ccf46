#pragma once

#include <span>
#include <string>
#include <vector>

#include "typeset/typeset.hpp"

namespace skydraft::view {

/// The values of a note row as lines of at most `width` px, separated by " · ". What does not fit into `most_lines`
/// is counted ("· 3 more"), never cut in its middle; only a first value that is too long by itself ends in "…".
/// Cost: one wrapping per value.
std::vector<std::string> value_lines(std::span<const std::string> values, const typeset::Font& font, double width,
                                     int most_lines);

}  // namespace skydraft::view
