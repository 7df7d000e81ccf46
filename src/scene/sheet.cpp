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

constexpr double kMaxFactWidth = 420, kFactGap = 36, kTextLeft = 38;

std::vector<std::string> fact_lines(const Fact& fact) {
  return typeset::wrap(fact.value->text, value_font(*fact.value), kMaxFactWidth, 2);
}

double fact_width(const Fact& fact) {
  double width = typeset::width(fact.caption, kCapitalsFont);
  for (const std::string& line : fact_lines(fact))
    width = std::max(width, typeset::width(line, value_font(*fact.value)));
  return width;
}

std::vector<Fact> facts_of(const view::Sheet& sheet) {  // from right to left
  std::vector<Fact> facts;
  for (Fact fact : {Fact{"PURPOSE", &sheet.purpose}, Fact{"ENVIRONMENT", &sheet.environment}})
    if (!fact.value->text.empty()) facts.push_back(std::move(fact));
  return facts;
}

/// Caption above value, the block's right edge at `right`. Returns its left edge.
double draw_fact(Painter& painter, const Fact& fact, double right) {
  constexpr double kLinePitch = 15;
  const std::vector<std::string> lines = fact_lines(fact);
  const double left = right - fact_width(fact);
  double y = lines.size() > 1 ? 21 : 30;
  painter.text(Layer::Page, {.at = {left, y}, .font = kCapitalsFont, .color = "ink3", .text = fact.caption});
  y += lines.size() > 1 ? kLinePitch : 17;
  for (const std::string& line : lines) {
    painter.text(Layer::Page, {.at = {left, y},
                               .font = value_font(*fact.value),
                               .color = fact.value->placeholder ? "placeholder" : "ink2",
                               .text = line});
    y += kLinePitch;
  }
  return left;
}

}  // namespace

double least_page_width(const view::Sheet& sheet) {
  constexpr double kWithSteps = 1280, kWithNotes = 960, kLegend = 480;
  const double steps = std::min(kWithSteps, natural_strip_width(sheet));
  double title =
      kTextLeft + std::max(typeset::width(sheet.title.text, kTitleFont), typeset::width(sheet.subtitle, kSubtitleFont));
  for (const Fact& fact : facts_of(sheet)) title += kFactGap + fact_width(fact);
  const double footer =
      typeset::width(sheet.footer_left, kFooterFont) + typeset::width(sheet.footer_right, kFooterFont) + 60;
  const double strip = !sheet.notes.rows.empty() ? kWithNotes : kLegend;
  const double wanted = std::max({title, footer, strip, steps}) + kPageMargin;
  return std::clamp(wanted, kLeastPageWidth, kReferencePageWidth);
}

void draw_title_block(Painter& painter, const view::Sheet& sheet, double page_width) {
  painter.begin({.id = "title", .role = "title", .label = sheet.title.text});
  double right = page_width - kPageMargin;
  for (const Fact& fact : facts_of(sheet)) right = draw_fact(painter, fact, right) - kFactGap;
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
