#include <string_view>
#include <variant>

#include "formats/json/json.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

void write_stroke(Writer& out, const scene::Stroke& stroke) {
  if (stroke.color.empty()) return;
  out.key("stroke");
  out.begin_object(Set::Line);
  out.member("color", stroke.color);
  out.member("width", stroke.width);
  if (!stroke.dash.empty()) {
    out.key("dash");
    out.begin_array();
    for (const double length : stroke.dash) out.value(length);
    out.end_array();
  }
  out.end_object();
}

void write_fill(Writer& out, const scene::ColorKey& fill) {
  if (!fill.empty()) out.member("fill", fill);
}

void write_points(Writer& out, const std::vector<geometry::Point>& points) {
  out.key("points");
  out.begin_array(Set::Line);
  for (const geometry::Point& point : points) write_point(out, point);
  out.end_array();
}

void write_shape(Writer& out, const scene::Box& box) {
  out.member("shape", "box");
  write_rect(out, box.rect);
  if (box.radius > 0) out.member("radius", box.radius);
  write_fill(out, box.fill);
  write_stroke(out, box.stroke);
}

void write_shape(Writer& out, const scene::Ellipse& ellipse) {
  out.member("shape", "ellipse");
  out.member("x", ellipse.center.x);
  out.member("y", ellipse.center.y);
  out.member("radius", ellipse.radius);
  write_fill(out, ellipse.fill);
  write_stroke(out, ellipse.stroke);
}

void write_shape(Writer& out, const scene::Polygon& polygon) {
  out.member("shape", "polygon");
  write_points(out, polygon.points);
  write_fill(out, polygon.fill);
  write_stroke(out, polygon.stroke);
}

void write_shape(Writer& out, const scene::Line& line) {
  out.member("shape", "line");
  write_points(out, line.points);
  if (line.corner_radius > 0) out.member("radius", line.corner_radius);
  write_stroke(out, line.stroke);
}

void write_shape(Writer& out, const scene::Text& text) {
  out.member("shape", "text");
  out.member("x", text.at.x);
  out.member("y", text.at.y);
  out.member("width", text.width);
  out.member("size", text.font.size);
  if (text.rotation != 0) out.member("rotation", text.rotation);
  out.member("color", text.color);
  if (!text.halo.empty()) out.member("halo", text.halo);
  out.member("text", text.text);
}

void write_shape(Writer& out, const scene::Icon& icon) {
  out.member("shape", "icon");
  write_rect(out, icon.rect);
  out.member("icon", icon.icon);
  if (!icon.ink.empty()) out.member("ink", icon.ink);
}

void write_element(Writer& out, const scene::Element& element) {
  out.begin_object(Set::Line);
  out.member("id", element.id);
  out.member("role", element.role);
  out.member("component", element.component);
  out.member("kind", element.kind);
  out.member("label", element.label);
  out.key("lines");
  out.begin_array();
  for (const std::uint32_t line : element.lines) out.value(line);
  out.end_array();
  out.end_object();
}

}  // namespace

std::string write_scene(const scene::Scene& scene) {
  Writer out;
  out.begin_object();
  out.member("width", scene.size.width);
  out.member("height", scene.size.height);
  out.member("title", scene.title);
  out.member("description", scene.description);
  out.key("elements");
  out.begin_array();
  for (const scene::Element& element : scene.elements) write_element(out, element);
  out.end_array();
  out.key("items");
  out.begin_array();
  for (const scene::Item& item : scene.items) {
    out.begin_object(Set::Line);
    out.member("element", item.element);
    std::visit([&out](const auto& shape) { write_shape(out, shape); }, item.shape);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return std::move(out).finish();
}

}  // namespace skydraft::json
