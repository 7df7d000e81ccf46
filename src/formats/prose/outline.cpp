#include "formats/prose/outline.hpp"

#include <utility>

#include <fmt/format.h>

namespace skydraft::prose {
namespace {

using layout::NodeId;
using view::TextRole;

std::string joined(const view::NodeDress& dress, std::initializer_list<TextRole> roles, std::string_view between) {
  std::string text;
  for (const view::TextLine& line : dress.lines)
    for (const TextRole role : roles)
      if (line.role == role) text += text.empty() ? line.text : fmt::format("{}{}", between, line.text);
  return text;
}

std::string name_of(const view::Picture& picture, NodeId id) {
  const view::NodeDress& dress = picture.nodes[id];
  std::string name = joined(dress, {TextRole::Name, TextRole::GroupLabel, TextRole::RowKey}, " ");
  if (dress.replicas > 1) name += fmt::format(" ×{}", dress.replicas);
  return name;
}

std::string facts_of(const view::NodeDress& dress) {
  if (!dress.facts.empty()) return fmt::format("{}", fmt::join(dress.facts, " · "));
  return joined(dress, {TextRole::Placeholder, TextRole::Fact, TextRole::GroupNote}, " · ");
}

void append_members(const view::Picture& picture, NodeId container, std::vector<Entry>& out) {
  for (const NodeId child : picture.graph.children(container)) {
    const bool is_container = picture.graph.is_container(child);
    const std::string name = name_of(picture, child);
    if (name.empty() && is_container) {
      append_members(picture, child, out);
      continue;
    }
    if (name.empty() || picture.nodes[child].look == view::Look::Caption ||
        picture.graph[child].role == layout::Role::Annotation)
      continue;
    // One thing in two zones is one thing.
    const bool again =
        !out.empty() && !is_container && out.back().name == name && out.back().facts == facts_of(picture.nodes[child]);
    if (again) continue;
    Entry entry{name, facts_of(picture.nodes[child]), is_container, {}};
    if (is_container) append_members(picture, child, entry.members);
    out.push_back(std::move(entry));
  }
}

}  // namespace

std::vector<Entry> entries_of(const view::Picture& picture) {
  std::vector<Entry> entries;
  append_members(picture, layout::SizedGraph::root(), entries);
  return entries;
}

std::vector<Connection> connections_of(const view::Picture& picture) {
  std::vector<Connection> connections;
  for (std::uint32_t i = 0; i < picture.graph.edges().size(); ++i) {
    const layout::Edge& edge = picture.graph[layout::EdgeId{i}];
    const view::EdgeDress& dress = picture.edges[layout::EdgeId{i}];
    if (dress.faded) continue;
    Connection c{name_of(picture, edge.from), name_of(picture, edge.to), {}, {}, dress.strand, dress.inferred};
    for (const std::string& line : dress.labels) c.label += c.label.empty() ? line : " " + line;
    for (const int step : dress.steps)
      if (step > 0) c.steps.push_back(step);
    connections.push_back(std::move(c));
  }
  return connections;
}

std::string_view word_for(view::Strand strand) {
  switch (strand) {
    case view::Strand::User:
      return "request";
    case view::Strand::Monitoring:
      return "monitoring";
    case view::Strand::Delivery:
      return "deployment";
    case view::Strand::Replication:
      return "replication";
    case view::Strand::Traffic:
      return "traffic";
    case view::Strand::Control:
      return "control";
  }
  return "";
}

}  // namespace skydraft::prose
