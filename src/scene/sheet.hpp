#pragma once

#include "scene/painter.hpp"
#include "view/picture.hpp"

/// What stands around the drawing (VISUAL.md section 1): title block, legend, step panels, footer. Private to this
/// folder.
namespace skydraft::scene {

inline constexpr double kPageMargin = 20;
inline constexpr double kTitleBottom = 60;  ///< where the drawing begins
inline constexpr double kStripGap = 10;     ///< drawing to legend and panels
inline constexpr double kLeastPageWidth = 640;
inline constexpr double kReferencePageWidth = 1920;  ///< what title and strip may ask for; a drawing may be wider

void draw_title_block(Painter& painter, const view::Sheet& sheet, double page_width);

/// The width that the sheet needs for its words: a small drawing stands on a small page.
double least_page_width(const view::Sheet& sheet);

/// What the legend and the step lists of a sheet take side by side; 0 without step lists.
double natural_strip_width(const view::Sheet& sheet);

/// Legend, step panels and notes side by side from `top` down, in further rows where they do not fit. Returns their
/// bottom; `top` if there are none.
double draw_strip(Painter& painter, const view::Sheet& sheet, const model::Architecture& architecture, double top,
                  double page_width);

void draw_footer(Painter& painter, const view::Sheet& sheet, double baseline, double page_width);

}  // namespace skydraft::scene
