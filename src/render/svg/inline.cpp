#include "render/svg/inline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/svg/shapes.hpp"
#include "render/svg/symbols.hpp"
#include "render/svg/xml_writer.hpp"

namespace skydraft::render {
namespace {

class InlineWriter {
 public:
  InlineWriter(const scene::Scene& scene, std::string_view prefix)
      : scene_(scene), prefix_(prefix), shapes_(svg_, nullptr, true), seen_(scene.elements.size(), false) {}

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
    return std::move(svg_).take();
  }

 private:
  void attribute(std::string_view name, std::string_view value) {
    if (!value.empty()) svg_.attribute(name, value);
  }

  void describe(const scene::Element& element) {
    svg_.attribute("id", prefix_ + element.id).attribute("data-id", element.id);
    attribute("data-role", element.role);
    attribute("data-component", element.component);
    attribute("data-kind", element.kind);
    attribute("data-lines", fmt::to_string(fmt::join(element.lines, " ")));
    attribute("data-inside", element.inside);
    attribute("data-from", element.from);
    attribute("data-to", element.to);
    attribute("data-strand", element.strand);
    if (!element.label.empty()) svg_.attribute("role", "img").attribute("aria-label", element.label);
  }

  /// Items of one element that follow each other share a group. Returns where the next one begins.
  std::size_t write_group(std::size_t i) {
    const std::uint32_t element = scene_.items[i].element;
    svg_.open("g");
    if (seen_[element])
      svg_.attribute("data-part-of", scene_.elements[element].id);
    else
      describe(scene_.elements[element]);
    seen_[element] = true;
    for (; i < scene_.items.size() && scene_.items[i].element == element; ++i) {
      shapes_.opacity = scene_.items[i].opacity;
      std::visit([this](const auto& shape) { shapes_(shape); }, scene_.items[i].shape);
    }
    svg_.close().line_break();
    return i;
  }

  const scene::Scene& scene_;
  std::string prefix_;
  XmlWriter svg_;
  ShapeWriter shapes_;
  std::vector<bool> seen_;
};

}  // namespace

std::string inline_svg(const scene::Scene& scene, std::string_view id_prefix) {
  return InlineWriter(scene, id_prefix).write();
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
