#include "render/svg/shapes.hpp"

#include <fmt/format.h>

#include "icons/icons.hpp"
#include "render/cairo/letter_paths.hpp"
#include "scene/rounded.hpp"
#include "typeset/face.hpp"

namespace skydraft::render {
namespace {

std::string hex(scene::Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4) out += kDigits[(color.rgb >> shift) & 15U];
  return out;
}

void append_point(std::string& out, geometry::Point p) {
  append_number(out, p.x);
  out += ' ';
  append_number(out, p.y);
}

std::string class_of(std::string_view property, const scene::ColorKey& key) {
  return fmt::format("{}-{}", property.front(), key);
}

}  // namespace

std::string path_of(const scene::Line& line) {
  std::string d = "M";
  append_point(d, line.points.front());
  for (const scene::PathStep& step : scene::rounded(line.points, line.corner_radius)) {
    d += step.curved ? 'Q' : 'L';
    if (step.curved) {
      append_point(d, step.control);
      d += ' ';
    }
    append_point(d, step.to);
  }
  return d;
}

std::string symbol_id(std::string_view icon) {
  std::string id = "icon-";
  for (const char c : icon) id += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '-';
  return id;
}

/// Colours are attributes, which every reader of SVG knows; for the dark theme a class on top of them lets a style
/// sheet say otherwise.
void ShapeWriter::color(std::string_view attribute, const scene::ColorKey& key) {
  if (key.empty())
    svg_.attribute(attribute, "none");
  else if (theme_ == nullptr)
    svg_.attribute(attribute, "var(--" + key + ')');
  else
    svg_.attribute(attribute, hex(theme_->color(key)));
  if (dark_ == nullptr || key.empty()) return;
  if (!classes_.empty()) classes_ += ' ';
  classes_ += class_of(attribute, key);
  dark_colors_.emplace(attribute, key);
}

void ShapeWriter::write_classes() {
  if (!classes_.empty()) svg_.attribute("class", classes_);
  classes_.clear();
}

std::string ShapeWriter::dark_rules() const {
  if (dark_colors_.empty()) return {};
  std::string css = "@media (prefers-color-scheme: dark){";
  for (const auto& [property, key] : dark_colors_)
    css += fmt::format(".{}{{{}:{}}}", class_of(property, key), property, hex(dark_->color(key)));
  return css + "}";
}

void ShapeWriter::paint(const scene::ColorKey& fill, const scene::Stroke& stroke) {
  color("fill", fill);
  if (!stroke.color.empty() && stroke.width > 0) {
    color("stroke", stroke.color);
    svg_.attribute("stroke-width", stroke.width);
    if (!stroke.dash.empty()) {
      std::string dash;
      for (const double d : stroke.dash) {
        if (!dash.empty()) dash += ' ';
        append_number(dash, d);
      }
      svg_.attribute("stroke-dasharray", dash);
    }
    if (stroke.round_caps) svg_.attribute("stroke-linecap", "round");
  }
  if (opacity < 1) svg_.attribute("opacity", opacity);
  write_classes();
}

void ShapeWriter::operator()(const scene::Box& box) {
  svg_.open("rect").attribute("x", box.rect.x).attribute("y", box.rect.y);
  svg_.attribute("width", box.rect.width).attribute("height", box.rect.height);
  if (box.radius > 0) svg_.attribute("rx", box.radius);
  paint(box.fill, box.stroke);
  svg_.close();
}

void ShapeWriter::operator()(const scene::Ellipse& ellipse) {
  svg_.open("circle")
      .attribute("cx", ellipse.center.x)
      .attribute("cy", ellipse.center.y)
      .attribute("r", ellipse.radius);
  paint(ellipse.fill, ellipse.stroke);
  svg_.close();
}

void ShapeWriter::operator()(const scene::Polygon& polygon) {
  std::string points;
  for (const geometry::Point p : polygon.points) {
    if (!points.empty()) points += ' ';
    append_point(points, p);
  }
  svg_.open("polygon").attribute("points", points);
  paint(polygon.fill, polygon.stroke);
  svg_.close();
}

void ShapeWriter::operator()(const scene::Line& line) {
  if (line.points.size() < 2) return;
  svg_.open("path").attribute("d", path_of(line));
  paint("", line.stroke);
  svg_.close();
}

void ShapeWriter::outlined(const scene::Text& text) {
  std::string place = "translate(";
  append_point(place, text.at);
  place += ')';
  if (text.rotation != 0) {
    place += " rotate(";
    append_number(place, text.rotation);
    place += ')';
  }
  svg_.open("path").attribute("d", letters->of(text)).attribute("transform", place);
  dress(text);
  svg_.close();
}

/// Colour and halo, of letters as of shapes.
void ShapeWriter::dress(const scene::Text& text) {
  color("fill", text.color);
  if (!text.halo.empty()) {
    color("stroke", text.halo);
    // A page around the picture says the rest for all words at once.
    if (theme_ != nullptr)
      svg_.attribute("stroke-width", 4).attribute("stroke-linejoin", "round").attribute("paint-order", "stroke");
  }
  if (opacity < 1) svg_.attribute("opacity", opacity);
  write_classes();
}

void ShapeWriter::operator()(const scene::Text& text) {
  if (letters != nullptr) {
    outlined(text);
    return;
  }
  const typeset::Face face = typeset::face_of(text.font);
  svg_.open("text").attribute("x", text.at.x).attribute("y", text.at.y);
  if (text.rotation != 0) {
    std::string turn = "rotate(";
    append_number(turn, text.rotation);
    turn += ' ';
    append_point(turn, text.at);
    svg_.attribute("transform", turn + ')');
  }
  svg_.attribute("font-size", text.font.size);
  if (typeset::css_weight(face) != 400) svg_.attribute("font-weight", typeset::css_weight(face));
  if (typeset::is_italic(face)) svg_.attribute("font-style", "italic");
  if (text.font.letter_spacing != 0) svg_.attribute("letter-spacing", text.font.letter_spacing);
  if (text.anchor == view::TextLine::Anchor::Middle) svg_.attribute("text-anchor", "middle");
  if (text.anchor == view::TextLine::Anchor::End) svg_.attribute("text-anchor", "end");
  dress(text);
  svg_.text(text.text).close();
}

void ShapeWriter::operator()(const scene::Icon& icon) {
  if (!embed_icons_) {
    svg_.open("g").attribute("data-icon", icon.icon).close();
    return;
  }
  const icons::Icon* art = icons::find(icon.icon);
  if (art == nullptr) return;
  svg_.open("use").attribute("xlink:href", '#' + symbol_id(icon.icon));
  svg_.attribute("x", icon.rect.x).attribute("y", icon.rect.y);
  svg_.attribute("width", icon.rect.width).attribute("height", icon.rect.height);
  if (art->uses_ink) color("color", icon.ink.empty() ? "ink" : icon.ink);
  if (opacity < 1) svg_.attribute("opacity", opacity);
  write_classes();
  svg_.close();
}

}  // namespace skydraft::render
