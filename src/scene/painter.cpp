#include "scene/painter.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace skydraft::scene {

std::uint32_t Painter::begin(Element element) {
  std::string id = element.id;
  for (int n = 2; !ids_.insert(id).second; ++n) id = fmt::format("{}-{}", element.id, n);
  element.id = std::move(id);
  elements_.push_back(std::move(element));
  element_ = static_cast<std::uint32_t>(elements_.size() - 1);
  return element_;
}

void Painter::box(Layer layer, Box box) {
  box.rect = box.rect.moved(origin_);
  add(layer, std::move(box));
}

void Painter::ellipse(Layer layer, Ellipse ellipse) {
  ellipse.center = ellipse.center + origin_;
  add(layer, std::move(ellipse));
}

void Painter::polygon(Layer layer, Polygon polygon) {
  for (Point& p : polygon.points) p = p + origin_;
  add(layer, std::move(polygon));
}

void Painter::line(Layer layer, Line line) {
  for (Point& p : line.points) p = p + origin_;
  add(layer, std::move(line));
}

void Painter::text(Layer layer, Text text) {
  if (text.text.empty()) return;
  text.at = text.at + origin_;
  text.width = typeset::width(text.text, text.font);
  add(layer, std::move(text));
}

void Painter::icon(Layer layer, Icon icon) {
  icon.rect = icon.rect.moved(origin_);
  add(layer, std::move(icon));
}

void Painter::finish(Scene& scene) && {
  scene.elements = std::move(elements_);
  for (std::vector<Item>& layer : layers_)
    scene.items.insert(scene.items.end(), std::make_move_iterator(layer.begin()), std::make_move_iterator(layer.end()));
}

}  // namespace skydraft::scene
