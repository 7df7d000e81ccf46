#include "scene/sheet.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace skydraft::scene {
namespace {

using Anchor = view::TextLine::Anchor;

struct Fact {
  std::string caption;
  const model::Heading* value;
};

const Font& value_font(const model::Heading& heading) {
  return heading.placeholder ? kPlaceholderValueFont : kSubtitleFont;
}

/// Caption above value, the block's right edge at `right`. Returns its left edge.
double draw_fact(Painter& painter, const Fact& fact, double right) {
  constexpr double kMaxWidth = 420;
  const Font& font = value_font(*fact.value);
  const std::string value = typeset::fit(fact.value->text, font, kMaxWidth);
  const double width = std::max(typeset::width(value, font), typeset::width(fact.caption, kCapitalsFont));
  const double left = right - width;
  painter.text(Layer::Page, {.at = {left, 30}, .font = kCapitalsFont, .color = "ink3", .text = fact.caption});
  painter.text(
      Layer::Page,
      {.at = {left, 47}, .font = font, .color = fact.value->placeholder ? "placeholder" : "ink2", .text = value});
  return left;
}

}  // namespace

void draw_title_block(Painter& painter, const view::Sheet& sheet, double page_width) {
  constexpr double kFactGap = 36, kTextLeft = 38;
  painter.begin({.id = "title", .role = "title", .label = sheet.title.text});
  double right = page_width - kPageMargin;
  for (const Fact& fact : {Fact{"PURPOSE", &sheet.purpose}, Fact{"ENVIRONMENT", &sheet.environment}})
    if (!fact.value->text.empty()) right = draw_fact(painter, fact, right) - kFactGap;
  const double room = std::max(right - kTextLeft, 200.0);
  painter.box(Layer::Page, {{kPageMargin, 16, 6, 34}, 3, "vpc", {}});
  painter.text(Layer::Page, {.at = {kTextLeft, 33},
                             .font = kTitleFont,
                             .color = "ink",
                             .text = typeset::fit(sheet.title.text, kTitleFont, room)});
  painter.text(Layer::Page, {.at = {kTextLeft, 50},
                             .font = kSubtitleFont,
                             .color = "ink2",
                             .text = typeset::fit(sheet.subtitle, kSubtitleFont, room)});
}

void draw_footer(Painter& painter, const view::Sheet& sheet, double baseline, double page_width) {
  if (sheet.footer_left.empty() && sheet.footer_right.empty()) return;
  painter.begin({.id = "footer", .role = "footer", .label = sheet.footer_left});
  const double room = page_width - 2 * kPageMargin - 24;
  const std::string right = typeset::fit(sheet.footer_right, kFooterFont, room / 2);
  const double left_room = room - typeset::width(right, kFooterFont);
  painter.text(Layer::Page, {.at = {kPageMargin, baseline},
                             .font = kFooterFont,
                             .color = "ink3",
                             .text = typeset::fit(sheet.footer_left, kFooterFont, left_room)});
  painter.text(Layer::Page, {.at = {page_width - kPageMargin, baseline},
                             .anchor = Anchor::End,
                             .font = kFooterFont,
                             .color = "ink3",
                             .text = right});
}

}  // namespace skydraft::scene
