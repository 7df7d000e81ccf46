#pragma once

#include <string>
#include <string_view>

#include "model/architecture.hpp"
#include "view/canvas.hpp"

namespace skydraft::view {

/// Fills in everything around the drawing from what the canvas shows: title block, legend, step panels, footer.
void fill_sheet(Canvas& canvas, const model::Architecture& architecture, std::string_view subtitle,
                std::string_view view_title, std::string_view source_name, std::size_t views);

}  // namespace skydraft::view
