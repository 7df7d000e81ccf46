#include "formats/json/elk.hpp"

#include "base/assert.hpp"

namespace skydraft::json {
namespace {

std::string_view name_of(layout::Role role) {
  switch (role) {
    case layout::Role::Node:
      return "node";
    case layout::Role::Container:
      return "container";
    case layout::Role::Title:
      return "title";
    case layout::Role::Legend:
      return "legend";
    case layout::Role::Badge:
      return "badge";
    case layout::Role::Annotation:
      return "annotation";
  }
  SKYDRAFT_ASSERT(false, "role without a name");
  return {};
}

std::string_view name_of(view::Strand strand) {
  switch (strand) {
    case view::Strand::User:
      return "user";
    case view::Strand::Monitoring:
      return "monitoring";
    case view::Strand::Delivery:
      return "delivery";
    case view::Strand::Replication:
      return "replication";
    case view::Strand::Traffic:
      return "traffic";
    case view::Strand::Control:
      return "control";
  }
  SKYDRAFT_ASSERT(false, "strand without a name");
  return {};
}

/// The first one under `one`, and all under `many` if there are more.
void write_slugs(Writer& out, std::string_view one, std::string_view many, const auto& ids,
                 const model::Architecture& architecture) {
  if (ids.empty()) return;
  out.member(one, architecture[ids.front()].slug);
  if (ids.size() == 1) return;
  out.key(many);
  out.begin_array(Set::Line);
  for (const auto id : ids) out.value(architecture[id].slug);
  out.end_array();
}

}  // namespace

std::string text_of(const view::NodeDress& dress, view::TextRole role) {
  std::string text;
  for (const view::TextLine& line : dress.lines) {
    if (line.role != role) continue;
    if (!text.empty()) text += ' ';
    text += line.text;
  }
  return text;
}

void write_node_identity(Writer& out, const view::Picture& picture, const model::Architecture& architecture,
                         layout::NodeId id) {
  const view::NodeDress& dress = picture.nodes[id];
  const layout::Role role = picture.graph[id].role;
  const bool container = role == layout::Role::Node && picture.graph.is_container(id);
  write_slugs(out, "component", "components", dress.components, architecture);
  if (!dress.kind.empty()) out.member("kind", dress.kind);
  out.member("role", name_of(container ? layout::Role::Container : role));
  if (dress.inferred) out.member("inferred", true);
}

void write_edge_identity(Writer& out, const view::Picture& picture, const model::Architecture& architecture,
                         layout::EdgeId id) {
  const view::EdgeDress& dress = picture.edges[id];
  write_slugs(out, "relation", "relations", dress.relations, architecture);
  if (!dress.relations.empty()) out.member("kind", model::name_of(architecture[dress.relations.front()].kind));
  out.member("strand", name_of(dress.strand));
  if (dress.inferred) out.member("inferred", true);
}

void write_keys(Writer& out, std::string_view key, const layout::SizedGraph& graph,
                const std::vector<layout::NodeId>& ids) {
  out.key(key);
  out.begin_array(Set::Line);
  for (const layout::NodeId id : ids) out.value(graph[id].key);
  out.end_array();
}

}  // namespace skydraft::json
