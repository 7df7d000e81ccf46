#include "render/cairo/canvas.hpp"

#include <algorithm>
#include <numbers>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scene/rounded.hpp"
#include "typeset/clusters.hpp"
#include "typeset/face.hpp"

namespace skydraft::render {
namespace {

using std::numbers::pi;

void rectangle(cairo_t* cairo, const geometry::Rect& r, double radius) {
  radius = std::min({radius, r.width / 2, r.height / 2});
  if (radius <= 0) {
    cairo_rectangle(cairo, r.x, r.y, r.width, r.height);
    return;
  }
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, r.right() - radius, r.top() + radius, radius, -pi / 2, 0);
  cairo_arc(cairo, r.right() - radius, r.bottom() - radius, radius, 0, pi / 2);
  cairo_arc(cairo, r.left() + radius, r.bottom() - radius, radius, pi / 2, pi);
  cairo_arc(cairo, r.left() + radius, r.top() + radius, radius, pi, 3 * pi / 2);
  cairo_close_path(cairo);
}

/// Cairo knows cubic curves only.
void quadratic_to(cairo_t* cairo, geometry::Point from, geometry::Point control, geometry::Point to) {
  cairo_curve_to(cairo, from.x + 2 * (control.x - from.x) / 3, from.y + 2 * (control.y - from.y) / 3,
                 to.x + 2 * (control.x - to.x) / 3, to.y + 2 * (control.y - to.y) / 3, to.x, to.y);
}

void add_outline(cairo_t* cairo, const Outline& outline, double x, double size) {
  using Kind = Outline::Step::Kind;
  for (const Outline::Step& step : outline.steps) {
    const double to_x = x + step.x * size, to_y = -step.y * size;
    switch (step.kind) {
      case Kind::Move:
        cairo_close_path(cairo);
        cairo_move_to(cairo, to_x, to_y);
        break;
      case Kind::Line:
        cairo_line_to(cairo, to_x, to_y);
        break;
      case Kind::Curve:
        cairo_curve_to(cairo, x + step.x1 * size, -step.y1 * size, x + step.x2 * size, -step.y2 * size, to_x, to_y);
        break;
    }
  }
  if (!outline.steps.empty()) cairo_close_path(cairo);
}

/// Joiners and selectors, which only choose how their neighbours look; white space.
bool is_invisible(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F);
}

/// An empty box, as browsers draw what no font has.
void add_missing(cairo_t* cairo, double x, double advance, double size) {
  const double pen = size / 14, left = x + advance * 0.12, width = advance * 0.76, height = size * 0.7;
  cairo_rectangle(cairo, left, -height, width, height);
  cairo_new_sub_path(cairo);  // the inner edge the other way round, so that the middle stays empty
  cairo_move_to(cairo, left + pen, -height + pen);
  cairo_line_to(cairo, left + pen, -pen);
  cairo_line_to(cairo, left + width - pen, -pen);
  cairo_line_to(cairo, left + width - pen, -height + pen);
  cairo_close_path(cairo);
}

/// Where a line of text begins, from its anchor.
double start_of(const scene::Text& text) {
  switch (text.anchor) {
    case view::TextLine::Anchor::Start:
      return 0;
    case view::TextLine::Anchor::Middle:
      return -text.width / 2;
    case view::TextLine::Anchor::End:
      return -text.width;
  }
  return 0;
}

/// Glyphs of one font that follow each other, with the text that they show.
struct Run {
  FT_Face font = nullptr;
  std::string text;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;

  void add(unsigned index, double x, std::string_view bytes) {
    glyphs.push_back({index, x, 0});
    clusters.push_back({static_cast<int>(bytes.size()), 1});
    text += bytes;
  }

  void show(cairo_t* cairo) const {
    cairo_show_text_glyphs(cairo, text.c_str(), static_cast<int>(text.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()), {});
  }
};

}  // namespace

void ShapePainter::color(const scene::ColorKey& key) {
  const std::uint32_t rgb = theme_.color(key).rgb;
  cairo_set_source_rgba(cairo_, ((rgb >> 16) & 255U) / 255.0, ((rgb >> 8) & 255U) / 255.0, (rgb & 255U) / 255.0,
                        opacity_);
}

void ShapePainter::paint(const scene::ColorKey& fill, const scene::Stroke& stroke) {
  if (!fill.empty()) {
    color(fill);
    cairo_fill_preserve(cairo_);
  }
  if (!stroke.color.empty() && stroke.width > 0) {
    color(stroke.color);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    cairo_set_line_cap(cairo_, stroke.round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_MITER);
    cairo_stroke_preserve(cairo_);
  }
  cairo_new_path(cairo_);
}

void ShapePainter::background() {
  color("page");
  cairo_paint(cairo_);
}

void ShapePainter::operator()(const scene::Box& box) {
  rectangle(cairo_, box.rect, box.radius);
  paint(box.fill, box.stroke);
}

void ShapePainter::operator()(const scene::Ellipse& ellipse) {
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, ellipse.center.x, ellipse.center.y, ellipse.radius, 0, 2 * pi);
  cairo_close_path(cairo_);
  paint(ellipse.fill, ellipse.stroke);
}

void ShapePainter::operator()(const scene::Polygon& polygon) {
  for (const geometry::Point p : polygon.points) cairo_line_to(cairo_, p.x, p.y);
  if (!polygon.points.empty()) cairo_close_path(cairo_);
  paint(polygon.fill, polygon.stroke);
}

void ShapePainter::operator()(const scene::Line& line) {
  if (line.points.size() < 2) return;
  geometry::Point at = line.points.front();
  cairo_move_to(cairo_, at.x, at.y);
  for (const scene::PathStep& step : scene::rounded(line.points, line.corner_radius)) {
    if (step.curved)
      quadratic_to(cairo_, at, step.control, step.to);
    else
      cairo_line_to(cairo_, step.to.x, step.to.y);
    at = step.to;
  }
  paint("", line.stroke);
}

/// Adds the glyphs to the path, the baseline's start or middle or end at the origin.
void ShapePainter::add_letters(const scene::Text& text) {
  const typeset::Face face = typeset::face_of(text.font);
  const double start = start_of(text);
  for (const typeset::Cluster& cluster : typeset::shape(text.text, text.font)) {
    const double x = start + cluster.x;
    for (std::size_t at = cluster.begin; at < cluster.end;) {
      const bool first = at == cluster.begin;
      const char32_t character = typeset::next_character(text.text, at);
      if (is_invisible(character)) continue;
      const Outline& outline = outlines_.find(face, character);
      // A mark has no advance: its outline reaches back over its letter.
      if (outline.missing && first && cluster.advance > 0) add_missing(cairo_, x, cluster.advance, text.font.size);
      if (!outline.missing) add_outline(cairo_, outline, first ? x : x + cluster.advance, text.font.size);
    }
  }
}

/// Shows the glyphs as text, each a cluster of its own; what no font has is left to its empty box.
void ShapePainter::show_letters(const scene::Text& text) {
  const typeset::Face face = typeset::face_of(text.font);
  const double start = start_of(text);
  Run run;
  const auto show = [&] {
    if (!run.glyphs.empty()) {
      cairo_set_font_face(cairo_, faces_.of(run.font));
      run.show(cairo_);
    }
    run = {};
  };
  cairo_set_font_size(cairo_, text.font.size);
  for (const typeset::Cluster& cluster : typeset::shape(text.text, text.font)) {
    for (std::size_t at = cluster.begin; at < cluster.end;) {
      const std::size_t begin = at;
      const char32_t character = typeset::next_character(text.text, at);
      const OutlineBook::Glyph glyph = outlines_.glyph(face, character);
      if (glyph.font != run.font) show();
      if (glyph.font == nullptr) continue;
      run.font = glyph.font;
      const double x = start + cluster.x + (begin == cluster.begin ? 0 : cluster.advance);
      run.add(glyph.index, x, std::string_view(text.text).substr(begin, at - begin));
    }
  }
  show();
}

void ShapePainter::trace(const scene::Text& text) {
  cairo_new_path(cairo_);
  add_letters(text);
}

void ShapePainter::draw(const scene::Scene& scene) {
  for (const scene::Item& item : scene.items) {
    opacity_ = item.opacity;
    std::visit([this](const auto& shape) { (*this)(shape); }, item.shape);
  }
}

void ShapePainter::operator()(const scene::Text& text) {
  cairo_save(cairo_);
  cairo_translate(cairo_, text.at.x, text.at.y);
  if (text.rotation != 0) cairo_rotate(cairo_, text.rotation * pi / 180);
  cairo_new_path(cairo_);
  add_letters(text);
  if (!text.halo.empty()) {
    color(text.halo);
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_set_line_width(cairo_, 4);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke_preserve(cairo_);
  }
  color(text.color);
  if (lettering_ == Lettering::Glyphs) {
    cairo_new_path(cairo_);
    show_letters(text);
  } else {
    cairo_fill(cairo_);
  }
  cairo_restore(cairo_);
}

void ShapePainter::operator()(const scene::Icon& icon) {
  const scene::Color ink = theme_.color(icon.ink.empty() ? scene::ColorKey("ink") : icon.ink);
  cairo_save(cairo_);
  cairo_rectangle(cairo_, icon.rect.x, icon.rect.y, icon.rect.width, icon.rect.height);
  cairo_clip(cairo_);
  if (opacity_ < 1) cairo_push_group(cairo_);
  if (lettering_ == Lettering::Glyphs)
    icons_.stamp(cairo_, icon.icon, ink, icon.rect);
  else
    icons_.draw(cairo_, icon.icon, ink, icon.rect);
  if (opacity_ < 1) {
    cairo_pop_group_to_source(cairo_);
    cairo_paint_with_alpha(cairo_, opacity_);
  }
  cairo_restore(cairo_);
}

}  // namespace skydraft::render
