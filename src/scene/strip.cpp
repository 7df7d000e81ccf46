#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scene/legend.hpp"
#include "scene/marks.hpp"
#include "scene/sheet.hpp"
#include "scene/words.hpp"
#include "view/notes.hpp"

namespace skydraft::scene {
namespace {

using view::FlowPanel;

constexpr double kPanelGap = 12, kBadgeToText = 22, kStepBadgeRadius = 7.2, kStepColumnGap = 20;
constexpr double kNarrowestPanel = 280;

double widest_step(const FlowPanel& panel, std::size_t begin, std::size_t end) {
  double widest = 0;
  for (std::size_t i = begin; i < end; ++i) widest = std::max(widest, typeset::width(panel.steps[i].text, kStepFont));
  return widest;
}

/// How a panel's steps stand: `rows` in the first column, the rest in the second.
struct StepGrid {
  std::size_t rows = 0;
  double second_x = 0;    ///< from the panel's left edge
  double text_width = 0;  ///< room for the text of a step in the first column
  double second_width = 0;
};

double natural_width(const FlowPanel& panel) {
  const std::size_t rows = (panel.steps.size() + 1) / 2;
  const double second =
      rows < panel.steps.size() ? kStepColumnGap + kBadgeToText + widest_step(panel, rows, panel.steps.size()) : 0;
  const double steps = 2 * kPanelPadding + kBadgeToText + widest_step(panel, 0, rows) + second;
  return std::max(steps, 2 * kPanelPadding + typeset::width(panel.title, kPanelHeadFont));
}

/// Two columns if both fit, also if a long list then loses a few words; else one.
StepGrid arrange(const FlowPanel& panel, double width) {
  constexpr std::size_t kLongList = 6;
  constexpr double kReadable = 0.75;  // of the natural width; below, too many steps would end in "…"
  const std::size_t n = panel.steps.size(), half = (n + 1) / 2;
  const double inner = width - 2 * kPanelPadding;
  if (n > 1 && natural_width(panel) <= width + 0.01) {
    const double spare = width - natural_width(panel);
    const double first = kBadgeToText + widest_step(panel, 0, half);
    const double x = std::min(kPanelPadding + first + kStepColumnGap + spare,
                              std::max(width / 2, kPanelPadding + first + kStepColumnGap));
    return {half, x, x - kPanelPadding - kBadgeToText - kStepColumnGap, width - x - kBadgeToText - kPanelPadding};
  }
  if (n >= kLongList && kReadable * natural_width(panel) <= width) {
    const double column = (inner - kStepColumnGap) / 2;
    return {half, kPanelPadding + column + kStepColumnGap, column - kBadgeToText, column - kBadgeToText};
  }
  return {n, 0, inner - kBadgeToText, 0};
}

void draw_panel(Painter& painter, const FlowPanel& panel, Rect rect, std::size_t index) {
  const StrandStyle& style = strand_style(panel.strand);
  painter.begin({.id = fmt::format("panel-{}", index + 1), .role = "panel", .label = panel.title});
  painter.set_faded(panel.faded);
  painter.box(Layer::Page, {rect, 8, "panel", {"panel_stroke", 1, {}, false}});
  const double x = rect.x + kPanelPadding;
  painter.text(Layer::Page, {.at = {x, rect.y + kPanelHeadBaseline},
                             .font = kPanelHeadFont,
                             .color = ColorKey(style.color),
                             .text = typeset::fit(panel.title, kPanelHeadFont, rect.width - 2 * kPanelPadding)});
  const StepGrid grid = arrange(panel, rect.width);
  for (std::size_t i = 0; i < panel.steps.size(); ++i) {
    const view::StepLine& step = panel.steps[i];
    const bool second = i >= grid.rows;
    const double left = second ? rect.x + grid.second_x : x;
    const double baseline = rect.y + kFirstRowBaseline + static_cast<double>(second ? i - grid.rows : i) * kRowPitch;
    draw_badge(painter, Layer::Badges, {left + 8, baseline - 4}, kStepBadgeRadius, style, step.number, kStepBadgeFont,
               "");
    painter.text(Layer::Page,
                 {.at = {left + kBadgeToText, baseline},
                  .font = kStepFont,
                  .color = "ink",
                  .text = typeset::fit(step.text, kStepFont, second ? grid.second_width : grid.text_width)});
  }
  painter.set_faded(false);
}

/// Panels that share one row, with the width that each would like.
struct Row {
  std::vector<std::size_t> panels;
  double natural = 0;
};

/// Fills rows in order; the first has less room because of the legend.
std::vector<Row> break_rows(const std::vector<FlowPanel>& panels, double first_room, double room) {
  std::vector<Row> rows(1);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const double available = rows.size() == 1 ? first_room : room;
    // A panel may give up its second column before it moves to another row.
    const double least = std::min(natural_width(panels[i]), kNarrowestPanel);
    const double gap = rows.back().panels.empty() ? 0 : kPanelGap;
    if (!rows.back().panels.empty() && rows.back().natural + gap + least > available) rows.emplace_back();
    rows.back().natural += (rows.back().panels.empty() ? 0 : kPanelGap) + least;
    rows.back().panels.push_back(i);
  }
  return rows;
}

double one_column_width(const FlowPanel& panel) {
  const double steps = 2 * kPanelPadding + kBadgeToText + widest_step(panel, 0, panel.steps.size());
  return std::max(steps, 2 * kPanelPadding + typeset::width(panel.title, kPanelHeadFont));
}

/// One column for each, then two for the longest lists as long as there is room.
std::vector<double> widen_longest(const std::vector<FlowPanel>& panels, const Row& row, double usable) {
  std::vector<double> widths;
  for (const std::size_t i : row.panels) widths.push_back(one_column_width(panels[i]));
  double left = usable;
  for (const double width : widths) left -= width;
  if (left < 0) return std::vector<double>(row.panels.size(), usable / static_cast<double>(row.panels.size()));
  std::vector<std::size_t> order(widths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return panels[row.panels[k]].steps.size(); });
  for (const std::size_t k : order) {
    const double more = natural_width(panels[row.panels[k]]) - widths[k];
    if (more <= 0 || more > left) continue;
    widths[k] += more;
    left -= more;
  }
  for (double& width : widths) width += left / static_cast<double>(widths.size());
  return widths;
}

/// What each panel of a row gets: its own width and an equal share of what is left; if it is too little, the longest
/// lists come first.
std::vector<double> share(const std::vector<FlowPanel>& panels, const Row& row, double room) {
  const auto n = static_cast<double>(row.panels.size());
  const double usable = room - (n - 1) * kPanelGap;
  double wanted = 0;
  for (const std::size_t i : row.panels) wanted += natural_width(panels[i]);
  if (wanted > usable) return widen_longest(panels, row, usable);
  std::vector<double> widths;
  for (const std::size_t i : row.panels) widths.push_back(natural_width(panels[i]) + (usable - wanted) / n);
  return widths;
}

double draw_row(Painter& painter, const std::vector<FlowPanel>& panels, const Row& row, Point at, double room,
                double least_height) {
  const std::vector<double> widths = share(panels, row, room);
  double height = least_height;
  for (std::size_t k = 0; k < widths.size(); ++k)
    height = std::max(height, panel_height(arrange(panels[row.panels[k]], widths[k]).rows));
  for (std::size_t k = 0; k < widths.size(); ++k) {
    draw_panel(painter, panels[row.panels[k]], {at.x, at.y, widths[k], height}, row.panels[k]);
    at.x += widths[k] + kPanelGap;
  }
  return height;
}

/// Notes beside the legend: keys and wrapped values, in two columns where there is room.
class NotesPanel {
 public:
  NotesPanel(const view::Notes& notes, double width) : notes_(notes) {
    constexpr double kWide = 860;
    columns_ = width >= kWide && notes.rows.size() > 1 ? 2 : 1;
    const double column = (width - 2 * kPanelPadding - (columns_ - 1) * kStepColumnGap) / columns_;
    for (const view::NoteRow& row : notes.rows) {
      constexpr int kMostLines = 3;
      lines_.push_back(view::value_lines(row.values, kLegendFont, column - kKeyWidth, kMostLines));
      total_ += lines_.back().size();
    }
    // The first column ends where the higher of the two is lowest.
    split_ = lines_.size();
    std::size_t used = total_;
    for (std::size_t split = 0, above = 0; columns_ == 2 && split < lines_.size(); above += lines_[split++].size())
      if (std::max(above, total_ - above) < std::max(used, total_ - used)) split_ = split, used = above;
    height_ = panel_height(std::max(used, total_ - used));
    column_ = column;
  }

  double height() const { return height_; }

  void draw(Painter& painter, Rect rect, const model::Architecture& architecture) const {
    painter.begin({.id = "notes",
                   .role = "annotation",
                   .component = slugs_of(architecture, notes_.components),
                   .label = notes_.title,
                   .tooltip = notes_.tooltip});
    painter.box(Layer::Page, {rect, 8, "panel", {"panel_stroke", 1, {}, false}});
    const double x = rect.x + kPanelPadding;
    painter.text(
        Layer::Page,
        {.at = {x, rect.y + kPanelHeadBaseline}, .font = kPanelHeadFont, .color = "ink", .text = notes_.title});
    draw_rows(painter, 0, split_, x, rect.y);
    draw_rows(painter, split_, lines_.size(), x + column_ + kStepColumnGap, rect.y);
  }

 private:
  void draw_rows(Painter& painter, std::size_t begin, std::size_t end, double x, double top) const {
    double baseline = top + kFirstRowBaseline - 0.5;
    for (std::size_t i = begin; i < end; ++i) {
      painter.text(Layer::Page, {.at = {x, baseline},
                                 .font = kNoteKeyFont,
                                 .color = "card_ink",
                                 .text = typeset::fit(notes_.rows[i].key, kNoteKeyFont, kKeyWidth - 6)});
      for (const std::string& line : lines_[i]) {
        painter.text(Layer::Page, {.at = {x + kKeyWidth, baseline}, .font = kLegendFont, .color = "ink", .text = line});
        baseline += kRowPitch;
      }
    }
  }

  static constexpr double kKeyWidth = 104;
  const view::Notes& notes_;
  double column_ = 0, height_ = 0;
  int columns_ = 1;
  std::size_t split_ = 0, total_ = 0;
  std::vector<std::vector<std::string>> lines_;
};

}  // namespace

double natural_strip_width(const view::Sheet& sheet) {
  double width = kPageMargin;
  for (const FlowPanel& panel : sheet.panels)
    if (!panel.steps.empty()) width += natural_width(panel) + kPanelGap;
  return width > kPageMargin ? width + Legend(sheet.legend).size().width : 0;
}

double draw_strip(Painter& painter, const view::Sheet& sheet, const model::Architecture& architecture, double top,
                  double page_width) {
  std::vector<FlowPanel> panels;
  for (const FlowPanel& panel : sheet.panels)
    if (!panel.steps.empty()) panels.push_back(panel);
  const Legend legend(sheet.legend);
  const bool noted = !sheet.notes.rows.empty();
  if (legend.empty() && panels.empty() && !noted) return top;

  const double room = page_width - 2 * kPageMargin;
  double y = top;
  const auto draw_notes = [&](double x, double width, double least) {
    const NotesPanel notes(sheet.notes, width);
    const double height = std::max(least, notes.height());
    notes.draw(painter, {x, y, width, height}, architecture);
    return height;
  };
  // Without step lists the legend is a line of its own where it fits: beside notes it would be mostly empty.
  if (panels.empty() && !legend.empty() && (!noted || legend.line_size().width <= room)) {
    const Size line = legend.line_size();
    const bool fits = line.width <= room;
    const Size size = fits ? line : legend.size();
    if (fits)
      legend.draw_line(painter, {kPageMargin, y, noted ? room : size.width, size.height});
    else
      legend.draw(painter, {kPageMargin, y, size.width, size.height});
    y += size.height + kPanelGap;
  } else if (panels.empty() && !legend.empty()) {
    const double beside = legend.size().width + kPanelGap;
    const double height = std::max(legend.size().height, NotesPanel(sheet.notes, room - beside).height());
    legend.draw(painter, {kPageMargin, y, legend.size().width, height});
    return y + draw_notes(kPageMargin + beside, room - beside, height);
  }
  const double beside = legend.empty() ? 0 : legend.size().width + kPanelGap;
  const std::vector<Row> rows = panels.empty() ? std::vector<Row>{} : break_rows(panels, room - beside, room);
  bool notes_drawn = false;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool first = r == 0;
    const double x = kPageMargin + (first ? beside : 0);
    double width = room - (first ? beside : 0);
    double least = first && !legend.empty() ? legend.size().height : 0;
    // A last row that is half empty has room for the notes.
    const bool shares = noted && !first && r + 1 == rows.size() && 2 * rows[r].natural <= room;
    if (shares) {
      width = std::max(rows[r].natural, room / 3);
      least = std::max(least, NotesPanel(sheet.notes, room - width - kPanelGap).height());
    }
    const double height = draw_row(painter, panels, rows[r], {x, y}, width, least);
    if (shares) draw_notes(x + width + kPanelGap, room - width - kPanelGap, height);
    notes_drawn = notes_drawn || shares;
    if (first && !legend.empty()) legend.draw(painter, {kPageMargin, y, legend.size().width, height});
    y += height + kPanelGap;
  }
  if (noted && !notes_drawn) y += draw_notes(kPageMargin, room, 0) + kPanelGap;
  return y - kPanelGap;
}

}  // namespace skydraft::scene
