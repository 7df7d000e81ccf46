#pragma once

#include "scene/painter.hpp"

/// The small signs that edges, legend and step lists share. Private to this folder.
namespace skydraft::scene {

/// A numbered disc in the shape of its strand; `ring` is the colour around it, "" for none.
void draw_badge(Painter& painter, Layer layer, Point center, double radius, const StrandStyle& style, int number,
                const Font& font, const ColorKey& ring);

/// A line with rounded bends and, if `head`, an arrow whose tip is the last point. A `hollow` head marks what is
/// assumed.
void draw_arrow(Painter& painter, Layer layer, Polyline points, const StrandStyle& style, bool head, bool hollow);

}  // namespace skydraft::scene
