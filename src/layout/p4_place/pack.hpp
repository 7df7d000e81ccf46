#pragma once

#include <span>
#include <vector>

#include "layout/graph.hpp"

namespace skydraft::layout {

/// Puts boxes on shelves, in the order given, so that all together come near the wanted width / height.
///
/// Source    shelf packing as in K. Freivalds, U. Dogrusoz, P. Kikusts, "Disconnected Graph Layout and the Polyomino
///           Packing Approach", GD 2001, LNCS 2265, section 2; several widths are tried, the one that fits best is
///           kept.
/// Cost      boxes times kPackWidths.
std::vector<Rect> pack_on_shelves(std::span<const Size> sizes, double gap, double aspect);

/// Puts boxes in a grid, row by row, columns as wide as their widest box, each box centred in its column; so many
/// columns that the grid comes near the wanted width / height.
std::vector<Rect> pack_in_grid(std::span<const Size> sizes, double gap, double row_gap, double aspect);

Size extent(std::span<const Rect> rects);  ///< right and bottom of what covers all from the origin

/// How large a drawing is once it is scaled to the wanted aspect; smaller is better.
double fitted_width(Size size, double aspect);

}  // namespace skydraft::layout
