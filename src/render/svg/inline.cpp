#include "render/svg/inline.hpp"

#include <cmath>
#include <variant>

#include <fmt/format.h>

#include "render/svg/shapes.hpp"
#include "render/svg/symbols.hpp"
#include "render/svg/xml_writer.hpp"

namespace skydraft::render {
namespace {

double tenth(double value) { return std::round(value * 10) / 10; }
geometry::Point tenths(geometry::Point p) { return {tenth(p.x), tenth(p.y)}; }
geometry::Rect tenths(geometry::Rect r) { return {tenth(r.x), tenth(r.y), tenth(r.width), tenth(r.height)}; }

struct Coarser {
  void operator()(scene::Box& box) const { box.rect = tenths(box.rect); }
  void operator()(scene::Ellipse& ellipse) const { ellipse.center = tenths(ellipse.center); }
  void operator()(scene::Polygon& polygon) const {
    for (geometry::Point& p : polygon.points) p = tenths(p);
  }
  void operator()(scene::Line& line) const {
    for (geometry::Point& p : line.points) p = tenths(p);
  }
  void operator()(scene::Text& text) const { text.at = tenths(text.at); }
  void operator()(scene::Icon& icon) const { icon.rect = tenths(icon.rect); }
};

/// A page of many pictures is a tenth smaller with coordinates that are exact to a tenth of a px.
scene::Scene in_tenths(scene::Scene scene) {
  for (scene::Item& item : scene.items) std::visit(Coarser{}, item.shape);
  return scene;
}

class InlineWriter {
 public:
  InlineWriter(const scene::Scene& scene, std::string_view prefix, SharedGroups* shared)
      : scene_(in_tenths(scene)), prefix_(prefix), shared_(shared), seen_(scene.elements.size(), 0) {}

  std::string write() && {
    std::string view_box = "0 0 ";
    append_number(view_box, scene_.size.width);
    view_box += ' ';
    append_number(view_box, scene_.size.height);
    svg_.open("svg").attribute("class", "picture").attribute("viewBox", view_box);
    svg_.attribute("role", "group").attribute("aria-label", scene_.title);
    svg_.attribute("aria-describedby", prefix_ + "desc").attribute("font-family", kFontFamily).line_break();
    svg_.open("desc").attribute("id", prefix_ + "desc").text(scene_.description).close().line_break();
    for (std::size_t i = 0; i < scene_.items.size();) i = write_group(i);
    svg_.close().line_break();
    if (shared_ != nullptr) shared_->filled = true;
    return std::move(svg_).take();
  }

 private:
  static void describe(XmlWriter& svg, const scene::Element& element) {
    const auto attribute = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) svg.attribute(name, value);
    };
    attribute("data-id", element.id);
    attribute("data-role", element.role);
    attribute("data-component", element.component);
    attribute("data-kind", element.kind);
    attribute("data-inside", element.inside);
    attribute("data-from", element.from);
    attribute("data-to", element.to);
    attribute("data-strand", element.strand);
    if (!element.label.empty()) svg.attribute("role", "img").attribute("aria-label", element.label);
  }

  /// Items of one element that follow each other share a group: these, as far as the next element.
  std::size_t end_of_group(std::size_t begin) const {
    std::size_t end = begin;
    while (end < scene_.items.size() && scene_.items[end].element == scene_.items[begin].element) ++end;
    return end;
  }

  /// What follows the id in the group's tag, and its shapes; with `faded`, each at its own opacity.
  std::string markup_of(std::size_t begin, std::size_t end, bool faded) const {
    const scene::Element& element = scene_.elements[scene_.items[begin].element];
    XmlWriter group;
    ShapeWriter shapes(group, nullptr, true);
    group.open("g");
    if (seen_[scene_.items[begin].element] > 0)
      group.attribute("data-part-of", element.id);
    else
      describe(group, element);
    for (std::size_t i = begin; i < end; ++i) {
      shapes.opacity = faded ? scene_.items[i].opacity : 1;
      std::visit([&](const auto& shape) { shapes(shape); }, scene_.items[i].shape);
    }
    group.close();
    return std::move(group).take().substr(2);  // without "<g"
  }

  /// Returns where the next group begins.
  std::size_t write_group(std::size_t begin) {
    const std::size_t end = end_of_group(begin);
    const std::uint32_t element = scene_.items[begin].element;
    const double opacity = scene_.items[begin].opacity;
    bool even = shared_ != nullptr;
    for (std::size_t i = begin; i < end; ++i) even = even && scene_.items[i].opacity == opacity;
    const std::string markup = markup_of(begin, end, !even);
    const int part = ++seen_[element];
    const std::string id = prefix_ + scene_.elements[element].id + (part > 1 ? fmt::format("--{}", part) : "");
    if (even && shared_->filled) {
      if (const auto twin = shared_->ids.find(markup); twin != shared_->ids.end()) {
        svg_.open("use").attribute("href", '#' + twin->second);
        if (opacity < 1) svg_.attribute("opacity", opacity);
        svg_.close().line_break();
        return end;
      }
    }
    const bool remembered = even && !shared_->filled && opacity == 1;
    if (remembered) shared_->ids.emplace(markup, id);
    const bool named = remembered || (part == 1 && (shared_ == nullptr || !shared_->filled));
    const std::string tag = named ? fmt::format("<g id=\"{}\"", id) : std::string("<g");
    svg_.raw(tag + (even && opacity < 1 ? markup_of_faded(begin, end, part) : markup)).line_break();
    return end;
  }

  /// As markup_of with opacities, of a group that was counted already.
  std::string markup_of_faded(std::size_t begin, std::size_t end, int part) {
    seen_[scene_.items[begin].element] = part - 1;
    std::string markup = markup_of(begin, end, true);
    seen_[scene_.items[begin].element] = part;
    return markup;
  }

  const scene::Scene scene_;
  std::string prefix_;
  SharedGroups* shared_;
  XmlWriter svg_;
  std::vector<int> seen_;  ///< groups of each element so far
};

}  // namespace

std::string inline_svg(const scene::Scene& scene, std::string_view id_prefix, SharedGroups* shared) {
  return InlineWriter(scene, id_prefix, shared).write();
}

std::string icon_sheet(const std::vector<const scene::Scene*>& scenes) {
  IconNames names;
  for (const scene::Scene* scene : scenes) add_icons(names, *scene);
  XmlWriter svg;
  svg.open("svg").attribute("class", "icons").attribute("aria-hidden", "true").line_break();
  write_symbols(svg, names);
  svg.close().line_break();
  return std::move(svg).take();
}

}  // namespace skydraft::render
