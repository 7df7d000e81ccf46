#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace skydraft::md {

/// The cells of one table row that stands in `line`, blanks around each taken off; an escaped pipe does not divide.
std::vector<Span> split_cells(std::string_view text, Span line);

/// True if the line is a table's delimiter row: "|---|:-:|".
bool is_delimiter_row(std::string_view text, Span line);

}  // namespace skydraft::md
