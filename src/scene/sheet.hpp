#pragma once

#include "scene/painter.hpp"
#include "view/picture.hpp"

/// What stands around the drawing (VISUAL.md section 1): title block, legend, step panels, footer. Private to this
/// folder.
namespace skydraft::scene {

inline constexpr double kPageMargin = 20;
inline constexpr double kTitleBottom = 60;  ///< where the drawing begins
inline constexpr double kStripGap = 10;     ///< drawing to legend and panels
inline constexpr double kMinPageWidth = 1920;

void draw_title_block(Painter& painter, const view::Sheet& sheet, double page_width);

/// Legend and step panels side by side from `top` down, in further rows where they do not fit. Returns their bottom;
/// `top` if there are none.
double draw_strip(Painter& painter, const view::Sheet& sheet, double top, double page_width);

void draw_footer(Painter& painter, const view::Sheet& sheet, double baseline, double page_width);

}  // namespace skydraft::scene
