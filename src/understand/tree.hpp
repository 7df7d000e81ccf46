#pragma once

#include <string_view>

#include "understand/diagram.hpp"

/// Trees drawn with "├──" and "└──": what holds what.
namespace skydraft::understand::tree {

/// Ensures  empty if the text is no tree, or one of files and folders.
diagram::Diagram parse(std::string_view text);

}  // namespace skydraft::understand::tree
