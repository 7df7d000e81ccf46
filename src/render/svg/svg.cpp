#include "render/svg/svg.hpp"

#include <string>
#include <variant>
#include <vector>

#include "render/svg/fonts.hpp"
#include "render/svg/shapes.hpp"
#include "render/svg/symbols.hpp"
#include "render/svg/xml_writer.hpp"

namespace skydraft::render {
namespace {

std::string joined(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const std::uint32_t n : numbers) {
    if (!out.empty()) out += ' ';
    out += std::to_string(n);
  }
  return out;
}

void open_root(XmlWriter& svg, const scene::Scene& scene) {
  std::string view_box = "0 0 ";
  append_number(view_box, scene.size.width);
  view_box += ' ';
  append_number(view_box, scene.size.height);
  svg.open("svg")
      .attribute("xmlns", "http://www.w3.org/2000/svg")
      .attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  svg.attribute("width", scene.size.width).attribute("height", scene.size.height).attribute("viewBox", view_box);
  svg.attribute("role", "img").attribute("aria-labelledby", "skydraft-title skydraft-desc");
  svg.attribute("font-family", kFontFamily);
  // Inter's contextual alternates turn "->" into an arrow and would make text wider than measured.
  svg.attribute("style", "font-feature-settings:'calt' 0,'liga' 0");
  svg.line_break().open("title").attribute("id", "skydraft-title").text(scene.title).close();
  svg.line_break().open("desc").attribute("id", "skydraft-desc").text(scene.description).close().line_break();
}

/// Items of one element that follow each other share a group; an element's first group carries what is known about it.
void open_group(XmlWriter& svg, const scene::Element& element, bool first) {
  svg.open("g");
  if (!first) {
    svg.attribute("data-part-of", element.id);
    return;
  }
  svg.attribute("id", element.id);
  if (!element.role.empty()) svg.attribute("data-role", element.role);
  if (!element.component.empty()) svg.attribute("data-component", element.component);
  if (!element.kind.empty()) svg.attribute("data-kind", element.kind);
  if (!element.lines.empty()) svg.attribute("data-lines", joined(element.lines));
  if (!element.label.empty()) svg.attribute("role", "img").attribute("aria-label", element.label);
  if (!element.tooltip.empty()) svg.open("title").text(element.tooltip).close();
}

void write_items(XmlWriter& svg, const scene::Scene& scene, ShapeWriter& shapes) {
  std::vector<bool> seen(scene.elements.size(), false);
  for (std::size_t i = 0; i < scene.items.size();) {
    const std::uint32_t element = scene.items[i].element;
    open_group(svg, scene.elements[element], !seen[element]);
    seen[element] = true;
    for (; i < scene.items.size() && scene.items[i].element == element; ++i) {
      shapes.opacity = scene.items[i].opacity;
      std::visit([&](const auto& shape) { shapes(shape); }, scene.items[i].shape);
    }
    svg.close().line_break();
  }
}

}  // namespace

std::string render_svg(const scene::Scene& scene, const scene::Theme& theme, const SvgOptions& options) {
  XmlWriter svg;
  open_root(svg, scene);
  if (options.embed_fonts) {
    FontNeeds fonts;
    fonts.add(scene);
    if (const std::string css = fonts.faces(); !css.empty()) svg.open("style").raw(css).close().line_break();
  }
  if (options.embed_icons) {
    svg.open("defs").line_break();
    IconNames icons;
    add_icons(icons, scene);
    write_symbols(svg, icons);
    svg.close().line_break();
  }
  ShapeWriter shapes(svg, &theme, options.embed_icons, options.dark);
  write_items(svg, scene, shapes);
  if (const std::string css = shapes.dark_rules(); !css.empty()) svg.open("style").raw(css).close().line_break();
  svg.close().line_break();
  return std::move(svg).take();
}

}  // namespace skydraft::render
