#include <string_view>

#include "base/assert.hpp"
#include "formats/json/elk.hpp"
#include "formats/json/json.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

using layout::EdgeId;
using layout::NodeId;

std::string_view name_of(layout::Arrangement arrangement) {
  switch (arrangement) {
    case layout::Arrangement::Layered:
      return "layered";
    case layout::Arrangement::Grid:
      return "grid";
    case layout::Arrangement::Row:
      return "row";
    case layout::Arrangement::Column:
      return "column";
    case layout::Arrangement::Beside:
      return "beside";
    case layout::Arrangement::Guide:
      return "guide";
    case layout::Arrangement::Wall:
      return "wall";
    case layout::Arrangement::Zonal:
      return "zonal";
  }
  SKYDRAFT_ASSERT(false, "arrangement without a name");
  return {};
}

void write_slot(Writer& out, const layout::Slot& slot) {
  const auto index = [&out](std::string_view key, int value) {
    if (value >= 0) out.member(key, value);
  };
  out.key("slot");
  out.begin_object(Set::Line);
  index("row", slot.row);
  index("last_row", slot.last_row);
  index("column", slot.column);
  if (slot.stretch) out.member("stretch", true);
  if (slot.in_header) out.member("in_header", true);
  out.end_object();
}

void write_arrangement(Writer& out, const layout::Node& node) {
  out.member("arrangement", name_of(node.arrangement));
  out.member("direction", node.direction == layout::Direction::Right ? "right" : "down");
  out.member("framed", node.framed);
  out.member("gap", node.gap);
  out.member("row_gap", node.row_gap);
  if (node.columns > 0) out.member("columns", node.columns);
}

void write_node(Writer& out, const view::Picture& picture, const model::Architecture& architecture, NodeId id) {
  const layout::SizedGraph& graph = picture.graph;
  const layout::Node& node = graph[id];
  const bool container = graph.is_container(id);
  const std::string label = text_of(picture.nodes[id], container ? view::TextRole::GroupLabel : view::TextRole::Name);
  out.begin_object();
  out.member("id", node.key);
  out.member("width", node.size.width);
  out.member("height", node.size.height);
  if (!label.empty()) {
    out.key("labels");
    out.begin_array(Set::Line);
    out.begin_object();
    out.member("text", label);
    out.end_object();
    out.end_array();
  }
  out.key("skydraft");
  out.begin_object();
  write_node_identity(out, picture, architecture, id);
  write_slot(out, node.slot);
  if (container) write_arrangement(out, node);
  if (!node.spans.empty()) write_keys(out, "spans", graph, node.spans);
  out.end_object();
  if (!graph.children(id).empty()) {
    out.key("children");
    out.begin_array();
    for (const NodeId child : graph.children(id)) write_node(out, picture, architecture, child);
    out.end_array();
  }
  out.end_object();
}

void write_edge(Writer& out, const view::Picture& picture, const model::Architecture& architecture, EdgeId id) {
  const layout::Edge& edge = picture.graph[id];
  out.begin_object();
  out.member("id", edge.key);
  write_keys(out, "sources", picture.graph, {edge.from});
  write_keys(out, "targets", picture.graph, {edge.to});
  if (!edge.labels.empty()) {
    out.key("labels");
    out.begin_array();
    for (std::size_t i = 0; i < edge.labels.size(); ++i) {
      out.begin_object(Set::Line);
      out.member("text", i < picture.edges[id].labels.size() ? picture.edges[id].labels[i] : std::string());
      out.member("width", edge.labels[i].size.width);
      out.member("height", edge.labels[i].size.height);
      out.end_object();
    }
    out.end_array();
  }
  out.key("skydraft");
  out.begin_object(Set::Line);
  write_edge_identity(out, picture, architecture, id);
  out.member("weight", edge.weight);
  out.member("rank", edge.rank);
  out.end_object();
  out.end_object();
}

}  // namespace

std::string write_graph(const view::Picture& picture, const model::Architecture& architecture) {
  const layout::SizedGraph& graph = picture.graph;
  Writer out;
  out.begin_object();
  out.member("id", "root");
  out.key("children");
  out.begin_array();
  for (const NodeId child : graph.children(layout::SizedGraph::root())) write_node(out, picture, architecture, child);
  out.end_array();
  out.key("edges");
  out.begin_array();
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) write_edge(out, picture, architecture, {i});
  out.end_array();
  out.key("skydraft");
  out.begin_object();
  out.member("view", picture.view_id);
  write_arrangement(out, graph[layout::SizedGraph::root()]);
  out.end_object();
  out.end_object();
  return std::move(out).finish();
}

}  // namespace skydraft::json
