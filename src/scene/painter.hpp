#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "scene/scene.hpp"
#include "scene/style.hpp"

namespace skydraft::scene {

/// From back to front (VISUAL.md section 9).
enum class Layer : std::uint8_t { Page, Groups, GroupLabels, Edges, UserEdges, Nodes, Labels, Badges };
inline constexpr std::size_t kLayers = 8;

/// Collects a scene: shapes into layers, elements with unique ids. Private to this folder.
class Painter {
 public:
  /// What is drawn from now on belongs to this element. Returns its index.
  std::uint32_t begin(Element element);
  void resume(std::uint32_t element) { element_ = element; }
  void set_faded(bool faded) { opacity_ = faded ? kFadedOpacity : 1; }
  /// Every point that is drawn is moved by this: from the drawing's coordinates to the page's.
  void set_origin(Point origin) { origin_ = origin; }

  void box(Layer layer, Box box);
  void ellipse(Layer layer, Ellipse ellipse);
  void polygon(Layer layer, Polygon polygon);
  void line(Layer layer, Line line);
  void text(Layer layer, Text text);  ///< measures it; an empty one is dropped
  void icon(Layer layer, Icon icon);

  Element& element(std::uint32_t index) { return elements_[index]; }
  /// Moves everything into the scene.
  void finish(Scene& scene) &&;

 private:
  void add(Layer layer, Shape shape) {
    layers_[static_cast<std::size_t>(layer)].push_back({std::move(shape), element_, opacity_});
  }

  std::vector<Element> elements_;
  std::unordered_set<std::string> ids_;
  std::array<std::vector<Item>, kLayers> layers_;
  std::uint32_t element_ = 0;
  double opacity_ = 1;
  Point origin_;
};

}  // namespace skydraft::scene
