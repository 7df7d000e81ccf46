#pragma once

#include <cairo.h>

#include "render/png/icon_art.hpp"
#include "render/png/outlines.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

/// One function for each kind of shape, on a Cairo context. Private to this folder.
namespace skydraft::render {

class ShapePainter {
 public:
  ShapePainter(cairo_t* cairo, const scene::Theme& theme) : cairo_(cairo), theme_(theme) {}

  void background();  ///< the page's colour up to the last pixel, which the page itself may cover only in part

  void operator()(const scene::Box& box);
  void operator()(const scene::Ellipse& ellipse);
  void operator()(const scene::Polygon& polygon);
  void operator()(const scene::Line& line);
  void operator()(const scene::Text& text);
  void operator()(const scene::Icon& icon);

  double opacity = 1;  ///< of the next shape

 private:
  void color(const scene::ColorKey& key);
  void paint(const scene::ColorKey& fill, const scene::Stroke& stroke);
  void letters(const scene::Text& text);

  cairo_t* cairo_;
  const scene::Theme& theme_;
  OutlineBook outlines_;
  IconArt icons_;
};

}  // namespace skydraft::render
