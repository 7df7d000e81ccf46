#include "render/svg/svg.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "render/cairo/letter_paths.hpp"
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

bool has_links(const scene::Scene& scene) {
  return std::ranges::any_of(scene.elements, [](const scene::Element& e) { return !e.link.empty(); });
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
  // An image has no parts; what can be followed must be one.
  svg.attribute("role", has_links(scene) ? "group" : "img")
      .attribute("aria-labelledby", "skydraft-title skydraft-desc");
  svg.attribute("font-family", kFontFamily);
  // Inter's contextual alternates turn "->" into an arrow and would make text wider than measured.
  svg.attribute("style", "font-feature-settings:'calt' 0,'liga' 0");
  svg.line_break().open("title").attribute("id", "skydraft-title").text(scene.title).close();
  svg.line_break().open("desc").attribute("id", "skydraft-desc").text(scene.description).close().line_break();
}

/// A container is left by its header alone: its frame lies behind all that stands in it.
bool is_linked(const scene::Element& element, bool first) {
  return !element.link.empty() && (element.role != "container" || !first);
}

void open_link(XmlWriter& svg, const scene::Element& element) {
  svg.open("a").attribute("xlink:href", element.link).attribute("target", "_blank").attribute("rel", "noopener");
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
    const bool linked = is_linked(scene.elements[element], !seen[element]);
    if (linked) open_link(svg, scene.elements[element]);
    open_group(svg, scene.elements[element], !seen[element]);
    seen[element] = true;
    for (; i < scene.items.size() && scene.items[i].element == element; ++i) {
      shapes.opacity = scene.items[i].opacity;
      std::visit([&](const auto& shape) { shapes(shape); }, scene.items[i].shape);
    }
    svg.close();
    if (linked) svg.close();
    svg.line_break();
  }
}

/// The lines of numbered steps that are not faded, in the order of their numbers, flow by flow.
std::vector<const scene::Item*> lines_of_steps(const scene::Scene& scene) {
  std::vector<const scene::Item*> lines;
  std::vector<bool> seen(scene.elements.size(), false);
  for (const scene::Item& item : scene.items) {
    if (scene.elements[item.element].step == 0 || seen[item.element] || item.opacity < 1) continue;
    if (!std::holds_alternative<scene::Line>(item.shape)) continue;
    seen[item.element] = true;
    lines.push_back(&item);
  }
  const auto order = [&](const scene::Item* item) {
    const scene::Element& element = scene.elements[item->element];
    return std::pair(std::string_view(element.strand), element.step);
  };
  std::ranges::stable_sort(lines, [&](const auto* a, const auto* b) { return order(a) < order(b); });
  return lines;
}

/// A dot for each step, one after the other in each flow, again and again: CSS alone, as images in a README allow it,
/// and only for readers who have not asked for less motion.
void write_dots(XmlWriter& svg, const scene::Scene& scene, ShapeWriter& shapes) {
  constexpr double kSecondsAStep = 0.9, kPause = 1.2;
  const std::vector<const scene::Item*> lines = lines_of_steps(scene);
  if (lines.empty()) return;
  std::map<std::string_view, int> steps;
  for (const scene::Item* line : lines) ++steps[scene.elements[line->element].strand];
  std::string css = ".run{display:none}@media (prefers-reduced-motion:no-preference){.run{display:inline;opacity:0}";
  std::map<std::string_view, int> done;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view strand = scene.elements[lines[i]->element].strand;
    const double whole = steps[strand] * kSecondsAStep + kPause;
    const double share = 100 * kSecondsAStep / whole;
    css += fmt::format(
        ".run-{0}{{offset-path:path(\"{1}\");animation:run-{0} {2:.2f}s linear {3:.2f}s infinite}}"
        "@keyframes run-{0}{{0%{{opacity:1;offset-distance:0%}}{4:.2f}%{{opacity:1;offset-distance:100%}}"
        "{5:.2f}%,to{{opacity:0;offset-distance:100%}}}}",
        i + 1, path_of(std::get<scene::Line>(lines[i]->shape)), whole, done[strand]++ * kSecondsAStep, share,
        share + 0.01);
  }
  svg.open("style").raw(css + "}").close().line_break();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = std::get<scene::Line>(lines[i]->shape);
    svg.open("g").attribute("class", fmt::format("run run-{}", i + 1)).attribute("aria-hidden", "true");
    shapes.opacity = 1;
    shapes(scene::Ellipse{{0, 0}, 5, line.stroke.color, {"halo", 2, {}, false}});
    svg.close().line_break();
  }
}

}  // namespace

std::string render_svg(const scene::Scene& scene, const scene::Theme& theme, const SvgOptions& options) {
  XmlWriter svg;
  open_root(svg, scene);
  if (!options.record.empty())
    svg.open("metadata").attribute("id", "skydraft-source").raw(options.record).close().line_break();
  if (options.embed_fonts && !options.text_as_paths) {
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
  std::optional<LetterPaths> letters;
  if (options.text_as_paths) shapes.letters = &letters.emplace(theme);
  write_items(svg, scene, shapes);
  if (options.animate) write_dots(svg, scene, shapes);
  if (const std::string css = shapes.dark_rules(); !css.empty()) svg.open("style").raw(css).close().line_break();
  svg.close().line_break();
  return std::move(svg).take();
}

}  // namespace skydraft::render
