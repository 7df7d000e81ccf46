#pragma once

#include <string>

#include "render/svg/xml_writer.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

/// One function for each kind of shape. Private to this folder.
namespace skydraft::render {

class ShapeWriter {
 public:
  /// Without a theme, colours are CSS variables of the page around the picture: var(--ink).
  ShapeWriter(XmlWriter& svg, const scene::Theme* theme, bool embed_icons)
      : svg_(svg), theme_(theme), embed_icons_(embed_icons) {}

  void operator()(const scene::Box& box);
  void operator()(const scene::Ellipse& ellipse);
  void operator()(const scene::Polygon& polygon);
  void operator()(const scene::Line& line);
  void operator()(const scene::Text& text);
  void operator()(const scene::Icon& icon);

  double opacity = 1;  ///< of the next shape

 private:
  void paint(const scene::ColorKey& fill, const scene::Stroke& stroke);
  void color(std::string_view attribute, const scene::ColorKey& key);

  XmlWriter& svg_;
  const scene::Theme* theme_;
  bool embed_icons_;
};

/// Id of an icon's <symbol>.
std::string symbol_id(std::string_view icon);

}  // namespace skydraft::render
