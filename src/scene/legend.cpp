#include "scene/legend.hpp"

#include <algorithm>
#include <string>

#include "scene/marks.hpp"

namespace skydraft::scene {
namespace {

using view::LegendEntry;
using view::Strand;

constexpr double kFlowSign = 50, kOtherSign = 34, kSignToText = 10;

bool is_flow_line(LegendEntry entry) {
  return entry == LegendEntry::UserFlow || entry == LegendEntry::MonitoringFlow || entry == LegendEntry::DeliveryFlow ||
         entry == LegendEntry::Replication;
}

/// `alone`: no family of numbered steps is drawn, from which plain traffic would have to be told.
std::string_view meaning(LegendEntry entry, bool alone) {
  switch (entry) {
    case LegendEntry::UserFlow:
      return "User request";
    case LegendEntry::MonitoringFlow:
      return "Monitoring";
    case LegendEntry::DeliveryFlow:
      return "Deployment";
    case LegendEntry::Replication:
      return "Replication";
    case LegendEntry::Traffic:
      return alone ? "Traffic" : "Traffic without a step number";
    case LegendEntry::Control:
      return "Control, configuration";
    case LegendEntry::SpanningPill:
      return "Service that spans the zones";
    case LegendEntry::Attachment:
      return "Attached volume or technology";
    case LegendEntry::ArrowToGroup:
      return "Arrow to a group = all its members";
    case LegendEntry::Boundary:
      return "Trust boundary: a security group";
    case LegendEntry::Inferred:
      return "Assumed, not stated in the source";
  }
  return "";
}

void draw_line_sign(Painter& painter, Strand strand, double x, double y, double width, bool hollow = false) {
  draw_arrow(painter, Layer::Badges, {{x, y}, {x + width, y}}, strand_style(strand), true, hollow);
}

void draw_sign(Painter& painter, LegendEntry entry, double x, double y, double width) {
  switch (entry) {
    case LegendEntry::UserFlow:
      return draw_line_sign(painter, Strand::User, x, y, width);
    case LegendEntry::MonitoringFlow:
      return draw_line_sign(painter, Strand::Monitoring, x, y, width);
    case LegendEntry::DeliveryFlow:
      return draw_line_sign(painter, Strand::Delivery, x, y, width);
    case LegendEntry::Replication:
      return draw_line_sign(painter, Strand::Replication, x, y, width);
    case LegendEntry::Traffic:
      return draw_line_sign(painter, Strand::Traffic, x, y, width);
    case LegendEntry::Control:
      return draw_line_sign(painter, Strand::Control, x, y, width);
    case LegendEntry::Inferred:
      return draw_line_sign(painter, Strand::Traffic, x, y, width, true);
    case LegendEntry::SpanningPill:
      painter.box(Layer::Badges, {{x, y - 6, width, 12}, 4, "pill", {"vpc", 1.4, {}, false}});
      return;
    case LegendEntry::Attachment: {
      const double middle = x + width / 2;
      painter.box(Layer::Badges, {{middle - 7, y - 7, 14, 14}, 3, "tile", {"tile_stroke", 1, {}, false}});
      painter.box(Layer::Badges, {{middle - 5, y - 5, 10, 10}, 1, category_color("storage"), {}});
      return;
    }
    case LegendEntry::Boundary:
      painter.box(Layer::Badges, {{x, y - 6, width, 12}, 4, "group_fill", {"category_security", 1.6, {8, 4}, false}});
      return;
    case LegendEntry::ArrowToGroup:
      draw_line_sign(painter, Strand::Monitoring, x, y, width - 14);
      painter.box(Layer::Badges, {{x + width - 14, y - 6, 14, 12}, 4, "ns_fill", {"ns", 1.2, {4, 3}, false}});
      return;
  }
}

double column_width(const std::vector<LegendEntry>& entries, double sign, bool alone) {
  double widest = 0;
  for (const LegendEntry entry : entries) widest = std::max(widest, typeset::width(meaning(entry, alone), kLegendFont));
  return entries.empty() ? 0 : sign + kSignToText + widest;
}

/// The family of relations that an entry explains; "" for the other signs.
std::string_view strand_of(LegendEntry entry) {
  switch (entry) {
    case LegendEntry::UserFlow:
      return name_of(Strand::User);
    case LegendEntry::MonitoringFlow:
      return name_of(Strand::Monitoring);
    case LegendEntry::DeliveryFlow:
      return name_of(Strand::Delivery);
    case LegendEntry::Replication:
      return name_of(Strand::Replication);
    case LegendEntry::Traffic:
      return name_of(Strand::Traffic);
    case LegendEntry::Control:
      return name_of(Strand::Control);
    case LegendEntry::SpanningPill:
    case LegendEntry::Attachment:
    case LegendEntry::ArrowToGroup:
    case LegendEntry::Boundary:
    case LegendEntry::Inferred:
      return {};
  }
  return {};
}

/// Each family of relations is a key of its own: a page can take it away. The other entries are the legend's.
void draw_entry(Painter& painter, std::uint32_t legend, LegendEntry entry, bool alone, double x, double baseline,
                double sign) {
  if (const std::string strand(strand_of(entry)); strand.empty())
    painter.resume(legend);
  else
    painter.begin(
        {.id = "legend-" + strand, .role = "key", .label = std::string(meaning(entry, alone)), .strand = strand});
  draw_sign(painter, entry, x, baseline - 4, sign);
  painter.text(Layer::Page, {.at = {x + sign + kSignToText, baseline},
                             .font = kLegendFont,
                             .color = "ink",
                             .text = std::string(meaning(entry, alone))});
}

void draw_column(Painter& painter, std::uint32_t legend, const std::vector<LegendEntry>& entries, bool alone, double x,
                 double top, double sign) {
  double baseline = top + kFirstRowBaseline - 0.5;
  for (const LegendEntry entry : entries) {
    draw_entry(painter, legend, entry, alone, x, baseline, sign);
    baseline += kRowPitch;
  }
}

constexpr double kColumnGap = 29;

}  // namespace

double panel_height(std::size_t rows) {
  constexpr std::size_t kLeast = 2;
  return kFirstRowBaseline + static_cast<double>(std::max(rows, kLeast) - 1) * kRowPitch + kLastRowToBottom;
}

Legend::Legend(const std::vector<LegendEntry>& entries) {
  for (const LegendEntry entry : entries) (is_flow_line(entry) ? left_ : right_).push_back(entry);
  alone_ = std::ranges::find(entries, LegendEntry::UserFlow) == entries.end();
  // Too long a right column gives its first lines to the left one, which then has the shorter signs' meanings too.
  while (right_.size() > left_.size() + 1) {
    left_.push_back(right_.front());
    right_.erase(right_.begin());
  }
}

Size Legend::size() const {
  const double left = column_width(left_, kFlowSign, alone_), right = column_width(right_, kOtherSign, alone_);
  const double gap = left > 0 && right > 0 ? kColumnGap : 0;
  return {std::max(left + gap + right + 2 * kPanelPadding, 140.0), panel_height(std::max(left_.size(), right_.size()))};
}

namespace {

constexpr double kLineHeight = 34, kEntryGap = 26;

double heading_width() { return typeset::width("Legend", kPanelHeadFont) + kEntryGap; }
double entry_width(LegendEntry entry, bool alone) {
  return kOtherSign + kSignToText + typeset::width(meaning(entry, alone), kLegendFont) + kEntryGap;
}

}  // namespace

Size Legend::line_size() const {
  double width = 2 * kPanelPadding - kEntryGap + heading_width();
  for (const auto* entries : {&left_, &right_})
    for (const LegendEntry entry : *entries) width += entry_width(entry, alone_);
  return {width, kLineHeight};
}

void Legend::draw_line(Painter& painter, Rect panel) const {
  const std::uint32_t legend = painter.begin({.id = "legend", .role = "legend", .label = "Legend"});
  painter.box(Layer::Page, {panel, 8, "panel", {"panel_stroke", 1, {}, false}});
  const double baseline = panel.y + kLineHeight / 2 + 4;
  double x = panel.x + kPanelPadding;
  painter.text(Layer::Page, {.at = {x, baseline}, .font = kPanelHeadFont, .color = "ink", .text = "Legend"});
  x += heading_width();
  for (const auto* entries : {&left_, &right_})
    for (const LegendEntry entry : *entries) {
      draw_entry(painter, legend, entry, alone_, x, baseline, kOtherSign);
      x += entry_width(entry, alone_);
    }
}

void Legend::draw(Painter& painter, Rect panel) const {
  const std::uint32_t legend = painter.begin({.id = "legend", .role = "legend", .label = "Legend"});
  painter.box(Layer::Page, {panel, 8, "panel", {"panel_stroke", 1, {}, false}});
  const double x = panel.x + kPanelPadding;
  painter.text(Layer::Page,
               {.at = {x, panel.y + kPanelHeadBaseline}, .font = kPanelHeadFont, .color = "ink", .text = "Legend"});
  draw_column(painter, legend, left_, alone_, x, panel.y, kFlowSign);
  const double right_x = left_.empty() ? x : x + column_width(left_, kFlowSign, alone_) + kColumnGap;
  draw_column(painter, legend, right_, alone_, right_x, panel.y, kOtherSign);
}

}  // namespace skydraft::scene
