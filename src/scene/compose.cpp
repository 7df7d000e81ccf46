#include <algorithm>
#include <cmath>

#include "scene/drawing.hpp"
#include "scene/scene.hpp"
#include "scene/sheet.hpp"
#include "scene/words.hpp"

namespace skydraft::scene {

Scene without_paper(Scene scene) {
  if (!scene.items.empty()) scene.items.erase(scene.items.begin());
  return scene;
}

Scene compose(const view::Picture& picture, const layout::PlacedGraph& placed, const model::Architecture& architecture,
              const Source& source) {
  constexpr double kFooterBelow = 16, kFooterBottom = 8;
  Scene scene;
  scene.title = picture.sheet.title.text;
  scene.description = description_of(picture, architecture);
  scene.size.width = std::ceil(std::max(least_page_width(picture.sheet), placed.size.width + 2 * kPageMargin));

  Painter painter;
  const std::uint32_t page = painter.begin({.id = "page", .label = scene.title});
  draw_title_block(painter, picture.sheet, scene.size.width);

  const double left = geometry::snap((scene.size.width - placed.size.width) / 2);
  painter.set_origin({left, kTitleBottom});
  Drawing(painter, picture, placed, architecture, source).draw();
  painter.set_origin({});

  const double drawing_bottom = kTitleBottom + placed.size.height;
  const double strip_bottom =
      draw_strip(painter, picture.sheet, architecture, drawing_bottom + kStripGap, scene.size.width);
  const double footer = strip_bottom + kFooterBelow;
  draw_footer(painter, picture.sheet, footer, scene.size.width);
  scene.size.height = std::ceil(footer + kFooterBottom);  // whole px: no half-covered last row in a PNG

  painter.resume(page);
  std::move(painter).finish(scene);
  Box paper{{0, 0, scene.size.width, scene.size.height}, 0, "page", {}};
  scene.items.insert(scene.items.begin(), Item{std::move(paper), page});
  return scene;
}

}  // namespace skydraft::scene
