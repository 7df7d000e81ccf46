#include "view/sheet.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "view/strands.hpp"
#include "view/wording.hpp"

namespace skydraft::view {
namespace {

/// Section 10: what fits a panel's column; fewer panels have more room.
std::size_t step_letters(std::size_t panels) { return panels <= 1 ? 72 : panels == 2 ? 54 : 44; }

std::optional<LegendEntry> entry_of(const EdgeDress& edge) {
  switch (edge.strand) {
    case Strand::User:
      return LegendEntry::UserFlow;
    case Strand::Monitoring:
      return LegendEntry::MonitoringFlow;
    case Strand::Delivery:
      return LegendEntry::DeliveryFlow;
    case Strand::Replication:
      return LegendEntry::Replication;
    case Strand::Traffic:
      return LegendEntry::Traffic;
    case Strand::Control:
      return LegendEntry::Control;
  }
  return std::nullopt;
}

std::vector<LegendEntry> legend_of(const Picture& picture) {
  std::set<LegendEntry> found;
  for (std::uint32_t i = 0; i < picture.graph.edges().size(); ++i) {
    const layout::Edge& edge = picture.graph[layout::EdgeId{i}];
    const EdgeDress& dress = picture.edges[layout::EdgeId{i}];
    if (const auto entry = entry_of(dress)) found.insert(*entry);
    if (dress.inferred) found.insert(LegendEntry::Inferred);
    for (const layout::NodeId end : {edge.from, edge.to})
      if (picture.graph.is_container(end)) found.insert(LegendEntry::ArrowToGroup);
  }
  for (std::uint32_t i = 0; i < picture.graph.nodes().size(); ++i) {
    const NodeDress& dress = picture.nodes[layout::NodeId{i}];
    if (dress.look == Look::Pill && picture.graph[layout::NodeId{i}].spans.size() > 1)
      found.insert(LegendEntry::SpanningPill);
    if (dress.look == Look::Boundary) found.insert(LegendEntry::Boundary);
    for (const IconPlace& icon : dress.icons)
      if (icon.frame == IconPlace::Frame::Attachment) found.insert(LegendEntry::Attachment);
  }
  return {found.begin(), found.end()};
}

std::set<model::RelationId> drawn_relations(const Picture& picture) {
  std::set<model::RelationId> drawn;
  for (const EdgeDress& edge : picture.edges.rows())
    if (!edge.steps.empty()) drawn.insert(edge.relations.begin(), edge.relations.end());
  return drawn;
}

/// The numbers on lines, by the family of the line.
std::set<std::pair<Strand, int>> drawn_numbers(const Picture& picture) {
  std::set<std::pair<Strand, int>> numbers;
  for (const EdgeDress& edge : picture.edges.rows())
    for (const int step : edge.steps) numbers.emplace(edge.strand, step);
  return numbers;
}

std::vector<FlowPanel> panels_of(const model::Architecture& architecture, const Picture& picture, Steps steps) {
  if (steps == Steps::None) return {};
  const std::set<model::RelationId> drawn = drawn_relations(picture);
  const std::set<std::pair<Strand, int>> numbers = drawn_numbers(picture);
  const auto is_drawn = [&](const model::FlowStep& step) {
    return std::ranges::any_of(step.relations, [&](model::RelationId r) { return drawn.contains(r); });
  };
  std::vector<FlowPanel> panels;
  for (const model::Flow& flow : architecture.flows()) {
    FlowPanel panel{title_of(flow), strand_of(flow, architecture), {}};
    const bool begun = std::ranges::any_of(flow.steps, is_drawn);
    for (const model::FlowStep& step : flow.steps)
      if (steps == Steps::All || is_drawn(step) ||
          (begun && step.relations.empty() && numbers.contains({panel.strand, step.number})))
        panel.steps.push_back({step.number, shortened(text_of_step(architecture, flow, step),
                                                      step_letters(architecture.flows().size()))});
    if (panel.steps.empty()) continue;
    if (panel.steps.size() < flow.steps.size())
      panel.title += panel.steps.size() == 1
                         ? fmt::format(" (step {})", panel.steps.front().number)
                         : fmt::format(" (steps {} to {})", panel.steps.front().number, panel.steps.back().number);
    panels.push_back(std::move(panel));
  }
  return panels;
}

bool has_placeholders(const Picture& picture) {
  for (const NodeDress& dress : picture.nodes.rows())
    for (const TextLine& line : dress.lines)
      if (line.role == TextRole::Placeholder) return true;
  return picture.sheet.environment.placeholder || picture.sheet.purpose.placeholder;
}

}  // namespace

std::string title_of(const model::Flow& flow) {
  constexpr std::size_t kLetters = 64;
  return shortened(std::string_view(flow.title).substr(0, flow.title.find(". ")), kLetters);
}

std::string text_of_step(const model::Architecture& architecture, const model::Flow& flow,
                         const model::FlowStep& step) {
  constexpr std::size_t kLongestChain = 100;
  if (step.relations.empty() || flow.steps.size() > kLongestChain) return step.text;
  if (std::ranges::count(flow.steps, step.text, &model::FlowStep::text) < 2) return step.text;
  const model::Relation& r = architecture[step.relations.front()];
  return fmt::format("{} → {}", architecture[r.from].name, architecture[r.to].name);
}

void fill_sheet(Canvas& canvas, const model::Architecture& architecture, const SheetWords& words) {
  const auto& [source_name, number, count] = words.place;
  Sheet& sheet = canvas.sheet();
  const auto plain_text = [](model::Heading heading) {
    if (!heading.text.empty()) heading.text = without_brackets(heading.text);
    return heading;
  };
  sheet.title = plain_text(architecture.title());
  sheet.title.placeholder = false;  // section 6: the title is exempt from italics
  if (sheet.title.text.empty()) sheet.title.text = std::string(source_name);
  sheet.environment = plain_text(architecture.environment());
  sheet.purpose = plain_text(architecture.purpose());
  sheet.subtitle = std::string(words.subtitle);
  sheet.legend = legend_of(canvas.picture());
  sheet.panels = panels_of(architecture, canvas.picture(), words.steps);
  sheet.footer_left = fmt::format("Generated by skydraft from {}", source_name);
  if (has_placeholders(canvas.picture()))
    sheet.footer_left += " · italic grey = placeholder not yet filled in the source";
  sheet.footer_right =
      count == 1 ? std::string(words.title) : fmt::format("{} · {} of {} views", words.title, number, count);
}

}  // namespace skydraft::view
