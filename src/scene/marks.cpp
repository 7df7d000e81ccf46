#include "scene/marks.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace skydraft::scene {
namespace {

/// Height of a digit over its size, halved: how far the baseline lies below the middle of the number.
constexpr double kHalfDigit = 0.364;

Polyline hexagon(Point c, double radius) {
  const double half = radius / 2, high = radius * 0.866;
  return {{c.x - radius, c.y}, {c.x - half, c.y - high}, {c.x + half, c.y - high},
          {c.x + radius, c.y}, {c.x + half, c.y + high}, {c.x - half, c.y + high}};
}

void draw_disc(Painter& painter, Layer layer, Point center, double radius, BadgeShape shape, const ColorKey& fill,
               const Stroke& ring) {
  switch (shape) {
    case BadgeShape::Circle:
      painter.ellipse(layer, {center, radius, fill, ring});
      return;
    case BadgeShape::Square:
      // A square of the circle's diameter looks larger than the circle.
      radius *= 0.93;
      painter.box(layer, {{center.x - radius, center.y - radius, 2 * radius, 2 * radius}, 0.42 * radius, fill, ring});
      return;
    case BadgeShape::Hexagon:
      painter.polygon(layer, {hexagon(center, 1.06 * radius), fill, ring});
      return;
  }
}

Point toward(Point from, Point to, double distance) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length == 0) return from;
  return {from.x + (to.x - from.x) / length * distance, from.y + (to.y - from.y) / length * distance};
}

}  // namespace

void draw_badge(Painter& painter, Layer layer, Point center, double radius, const StrandStyle& style, int number,
                const Font& font, const ColorKey& ring) {
  constexpr double kRing = 2;
  // The stroke lies half inside the shape, so the shape grows by that half: the disc keeps its radius.
  const double drawn = ring.empty() ? radius : radius + kRing / 2;
  draw_disc(painter, layer, center, drawn, style.badge, ColorKey(style.color),
            ring.empty() ? Stroke{} : Stroke{ring, kRing, {}, false});
  Font fitting = font;
  fitting.size -= number >= 100 ? 3 : number >= 10 ? 1 : 0;
  painter.text(layer, {.at = {center.x, center.y + kHalfDigit * fitting.size},
                       .anchor = view::TextLine::Anchor::Middle,
                       .font = fitting,
                       .color = "badge_ink",
                       .text = std::to_string(number)});
}

void draw_arrow(Painter& painter, Layer layer, Polyline points, const StrandStyle& style, bool head, bool hollow) {
  if (points.size() < 2) return;
  const Point tip = points.back();
  Point& end = points.back();
  const Point before = points[points.size() - 2];
  const double last = std::hypot(tip.x - before.x, tip.y - before.y);
  if (!head || last == 0) {
    painter.line(layer, {std::move(points), kCornerRadius, stroke_of(style)});
    return;
  }
  const double length = std::min(style.head.width, last);
  const Point base = toward(tip, before, length);
  // The line ends inside the head: a dash must neither stick out at the tip nor leave a gap at the head's base.
  end = toward(tip, before, hollow ? length : length * 0.75);
  painter.line(layer, {std::move(points), kCornerRadius, stroke_of(style)});
  const double across = style.head.height / 2;
  const Point normal{-(tip.y - base.y) / length * across, (tip.x - base.x) / length * across};
  Polygon triangle{{tip, base + normal, base - normal}, ColorKey(style.color), {}};
  if (hollow) {
    triangle.fill = "page";
    triangle.stroke = {ColorKey(style.color), 1.2, {}, false};
  }
  painter.polygon(layer, std::move(triangle));
}

}  // namespace skydraft::scene
