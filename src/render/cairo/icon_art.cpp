#include "render/cairo/icon_art.hpp"

#include <librsvg/rsvg.h>

#include <fmt/format.h>

#include "icons/icons.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kGObject, g_object_unref);
SKYDRAFT_LATE(library::kRsvg, rsvg_handle_new_from_data);
SKYDRAFT_LATE(library::kRsvg, rsvg_handle_render_document);

void IconArt::Unref::operator()(RsvgHandle* handle) const { g_object_unref(handle); }

namespace {

constexpr double kStampSide = 48;

}  // namespace

void IconArt::stamp(cairo_t* cairo, std::string_view icon, scene::Color ink, const geometry::Rect& rect) {
  const icons::Icon* art = icons::find(icon);
  if (art == nullptr) return;
  Surface& stamp =
      recorded_[fmt::format("{} {:06x} {:.4f}", icon, art->uses_ink ? ink.rgb : 0, rect.height / rect.width)];
  const double height = kStampSide * rect.height / rect.width;
  if (!stamp) {
    const cairo_rectangle_t extents{0, 0, kStampSide, height};
    stamp.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    const Context drawing(cairo_create(stamp.get()));
    draw(drawing.get(), icon, ink, {0, 0, kStampSide, height});
  }
  cairo_save(cairo);
  cairo_translate(cairo, rect.x, rect.y);
  cairo_scale(cairo, rect.width / kStampSide, rect.height / height);
  cairo_set_source_surface(cairo, stamp.get(), 0, 0);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

void IconArt::draw(cairo_t* cairo, std::string_view icon, scene::Color ink, const geometry::Rect& rect) {
  const icons::Icon* art = icons::find(icon);
  if (art == nullptr) return;
  const std::string color = art->uses_ink ? fmt::format("#{:06x}", ink.rgb) : "#000000";
  Handle& handle = known_[fmt::format("{} {}", icon, color)];
  if (!handle) {
    const std::string document = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"{}\" "
        "color=\"{}\">{}</svg>",
        art->view_box, color, art->body);
    handle.reset(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(document.data()), document.size(), nullptr));
    if (!handle) return;
  }
  const RsvgRectangle viewport{rect.x, rect.y, rect.width, rect.height};
  rsvg_handle_render_document(handle.get(), cairo, &viewport, nullptr);
}

}  // namespace skydraft::render
