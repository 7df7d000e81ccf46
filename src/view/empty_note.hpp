#pragma once

#include <span>
#include <string>
#include <string_view>

#include "view/canvas.hpp"

namespace skydraft::view {

/// A card in words in place of a picture that has nothing to show: a view never comes out empty.
void add_empty_note(Canvas& canvas, std::string_view title, std::span<const std::string_view> lines);

}  // namespace skydraft::view
