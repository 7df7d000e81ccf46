#pragma once

#include <string>

#include "render/svg/svg.hpp"
#include "render/svg/xml_writer.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

/// One function for each kind of shape. Private to this folder.
namespace skydraft::render {

class ShapeWriter {
 public:
  ShapeWriter(XmlWriter& svg, const scene::Theme& theme, const SvgOptions& options)
      : svg_(svg), theme_(theme), options_(options) {}

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
  const scene::Theme& theme_;
  const SvgOptions& options_;
};

/// Id of an icon's <symbol>.
std::string symbol_id(std::string_view icon);

}  // namespace skydraft::render
