#pragma once

#include <cstdint>

#include "render/cairo/cairo_late.hpp"
#include "render/cairo/glyph_faces.hpp"
#include "render/cairo/icon_art.hpp"
#include "render/cairo/outlines.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

/// A scene on a Cairo context: what PNG and PDF have in common.
namespace skydraft::render {

enum class Lettering : std::uint8_t {
  Outlines,  ///< letters are shapes and stand where they are measured to stand, to a fraction of a pixel; icons are
             ///< drawn
  Glyphs,    ///< letters stay text, icons are recorded once and used again: for PDF
};

class ShapePainter {
 public:
  ShapePainter(cairo_t* cairo, const scene::Theme& theme, Lettering lettering)
      : cairo_(cairo), theme_(theme), lettering_(lettering) {}

  void background();  ///< the page's colour up to the last pixel, which the page itself may cover only in part

  void draw(const scene::Scene& scene);
  void trace(const scene::Text& text);  ///< makes its outlines the context's path, the text's place the origin

  void operator()(const scene::Box& box);
  void operator()(const scene::Ellipse& ellipse);
  void operator()(const scene::Polygon& polygon);
  void operator()(const scene::Line& line);
  void operator()(const scene::Text& text);
  void operator()(const scene::Icon& icon);

 private:
  void color(const scene::ColorKey& key);
  void paint(const scene::ColorKey& fill, const scene::Stroke& stroke);
  void add_letters(const scene::Text& text);
  void show_letters(const scene::Text& text);

  cairo_t* cairo_;
  const scene::Theme& theme_;
  Lettering lettering_;
  OutlineBook outlines_;
  GlyphFaces faces_;
  IconArt icons_;
  double opacity_ = 1;  ///< of the next shape
};

}  // namespace skydraft::render
