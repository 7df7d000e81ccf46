#pragma once

#include <set>
#include <string>
#include <utility>

#include "render/svg/xml_writer.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

/// One function for each kind of shape. Private to this folder.
namespace skydraft::render {

class LetterPaths;

class ShapeWriter {
 public:
  /// Without a theme, colours are CSS variables of the page around the picture: var(--ink).
  /// With a dark theme besides, every coloured shape carries classes for dark_rules().
  ShapeWriter(XmlWriter& svg, const scene::Theme* theme, bool embed_icons, const scene::Theme* dark = nullptr)
      : svg_(svg), theme_(theme), embed_icons_(embed_icons), dark_(dark) {}

  void operator()(const scene::Box& box);
  void operator()(const scene::Ellipse& ellipse);
  void operator()(const scene::Polygon& polygon);
  void operator()(const scene::Line& line);
  void operator()(const scene::Text& text);
  void operator()(const scene::Icon& icon);

  double opacity = 1;              ///< of the next shape
  LetterPaths* letters = nullptr;  ///< if set, words become shapes

  /// Rules for the dark theme, for every colour that was used so far; empty without one.
  std::string dark_rules() const;

 private:
  void paint(const scene::ColorKey& fill, const scene::Stroke& stroke);
  void color(std::string_view attribute, const scene::ColorKey& key);
  void write_classes();
  void dress(const scene::Text& text);
  void outlined(const scene::Text& text);

  XmlWriter& svg_;
  const scene::Theme* theme_;
  bool embed_icons_;
  const scene::Theme* dark_;
  std::string classes_;                                        ///< of the shape that is being written
  std::set<std::pair<std::string, std::string>> dark_colors_;  ///< property and colour key
};

/// The `d` of a line.
std::string path_of(const scene::Line& line);

/// Id of an icon's <symbol>.
std::string symbol_id(std::string_view icon);

}  // namespace skydraft::render
