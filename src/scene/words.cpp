#include "scene/words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace skydraft::scene {
namespace {

using layout::NodeId;
using view::Look;
using view::TextRole;

void append_word(std::string& text, std::string_view word) {
  if (!text.empty() && !word.empty()) text += ' ';
  text += word;
}

bool is_titled(const view::NodeDress& dress) { return dress.look != Look::Plain && dress.look != Look::Caption; }

std::optional<NodeId> titled_container(const view::Picture& picture, NodeId node) {
  for (auto up = picture.graph[node].parent; up; up = picture.graph[*up].parent)
    if (is_titled(picture.nodes[*up])) return up;
  return std::nullopt;
}

std::string count(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

void append_steps(std::string& text, const view::FlowPanel& panel) {
  fmt::format_to(std::back_inserter(text), " {}:", panel.title);
  for (const view::StepLine& step : panel.steps)
    fmt::format_to(std::back_inserter(text), " {}. {};", step.number, step.text);
  text.back() = '.';
}

}  // namespace

std::string name_of(const view::Picture& picture, const model::Architecture& architecture, NodeId node) {
  const view::NodeDress& dress = picture.nodes[node];
  std::string name;
  for (const view::TextLine& line : dress.lines)
    if (line.role == TextRole::Name || line.role == TextRole::GroupLabel || line.role == TextRole::TierCaption)
      append_word(name, line.text);
  if (name.empty() && !dress.components.empty()) name = architecture[dress.components.front()].name;
  return name;
}

std::string label_of(const view::Picture& picture, const model::Architecture& architecture, NodeId node) {
  std::string label = name_of(picture, architecture, node);
  if (picture.nodes[node].replicas > 1) label += fmt::format(", {} replicas", picture.nodes[node].replicas);
  if (const auto container = titled_container(picture, node)) {
    const std::string outer = name_of(picture, architecture, *container);
    if (!outer.empty()) label += ", in " + outer;
  }
  return label;
}

std::string label_of(const view::Picture& picture, const model::Architecture& architecture, layout::EdgeId edge) {
  const layout::Edge& ends = picture.graph[edge];
  const view::EdgeDress& dress = picture.edges[edge];
  std::string label = name_of(picture, architecture, ends.from) + " to " + name_of(picture, architecture, ends.to);
  for (const std::string& text : dress.labels) label += ", " + text;
  for (const int step : dress.steps) label += fmt::format(", step {}", step);
  if (dress.inferred) label += ", assumed";
  return label;
}

std::string slugs_of(const model::Architecture& architecture, std::span<const model::ComponentId> components) {
  std::string slugs;
  for (const model::ComponentId id : components) append_word(slugs, architecture[id].slug);
  return slugs;
}

std::vector<std::uint32_t> lines_of(std::span<const Span> spans, const Source& source) {
  std::vector<std::uint32_t> lines;
  for (const Span& span : spans)
    if (!span.empty()) lines.push_back(source.locate(span.begin).line);
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::string description_of(const view::Picture& picture, const model::Architecture& architecture) {
  std::size_t nodes = 0;
  std::vector<std::string> frames;
  for (std::uint32_t i = 1; i < picture.graph.nodes().size(); ++i) {
    const NodeId id{i};
    if (!is_titled(picture.nodes[id])) continue;
    if (!picture.graph.is_container(id))
      ++nodes;
    else if (const std::string name = name_of(picture, architecture, id); !name.empty() && frames.size() < 12)
      frames.push_back(name);
  }
  std::string text = picture.sheet.subtitle.empty() ? "Architecture diagram" : picture.sheet.subtitle;
  text += fmt::format(": {} and {}", count(nodes, "component", "components"),
                      count(picture.graph.edges().size(), "connection", "connections"));
  if (!frames.empty()) text += fmt::format(", arranged in {}", fmt::join(frames, ", "));
  text += '.';
  for (const view::FlowPanel& panel : picture.sheet.panels)
    if (!panel.steps.empty()) append_steps(text, panel);
  return text;
}

}  // namespace skydraft::scene
