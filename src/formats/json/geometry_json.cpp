#include <algorithm>
#include <string>
#include <vector>

#include "formats/json/elk.hpp"
#include "formats/json/json.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

using layout::EdgeId;
using layout::NodeId;
using layout::PlacedGraph;
using layout::Rect;
using layout::SizedGraph;
using view::Picture;

/// The graph as it is drawn: unframed containers are gone, their children belong to the nearest drawn container.
class DrawnTree {
 public:
  explicit DrawnTree(const SizedGraph& graph) : graph_(graph), children_(graph.nodes().size()) {
    // Nodes are listed before their children, so a parent's owner is known by then.
    owner_.resize(graph.nodes().size(), SizedGraph::root());
    for (std::uint32_t i = 1; i < graph.nodes().size(); ++i) {
      const NodeId id{i};
      const NodeId parent = graph[id].parent.value_or(SizedGraph::root());
      owner_[i] = is_drawn(parent) ? parent : owner_[parent.index];
      if (is_drawn(id)) children_[owner_[i].index].push_back(id);
    }
  }

  bool is_drawn(NodeId id) const { return id == SizedGraph::root() || !graph_.is_container(id) || graph_[id].framed; }
  const std::vector<NodeId>& children(NodeId id) const { return children_[id.index]; }
  NodeId drawn(NodeId id) const { return is_drawn(id) ? id : owner_[id.index]; }

  /// The node itself, or, of an unframed container, what is drawn directly in it.
  void append_drawn(NodeId id, std::vector<NodeId>& out) const {
    if (is_drawn(id))
      out.push_back(id);
    else
      for (const NodeId child : graph_.children(id)) append_drawn(child, out);
  }

 private:
  const SizedGraph& graph_;
  std::vector<NodeId> owner_;
  std::vector<std::vector<NodeId>> children_;
};

class GeometryWriter {
 public:
  GeometryWriter(const Picture& picture, const PlacedGraph& placed, const model::Architecture& architecture,
                 const layout::Movement* moved)
      : picture_(picture),
        graph_(picture.graph),
        placed_(placed),
        architecture_(architecture),
        moved_(moved),
        tree_(picture.graph) {}

  std::string write() && {
    out_.begin_object();
    out_.member("id", "root");
    out_.key("layoutOptions");
    out_.begin_object(Set::Line);
    out_.member("org.eclipse.elk.json.shapeCoords", "ROOT");
    out_.member("org.eclipse.elk.json.edgeCoords", "ROOT");
    out_.end_object();
    write_rect(out_, Rect{0, 0, placed_.size.width, placed_.size.height});
    write_children(SizedGraph::root());
    write_edges();
    write_root_facts();
    out_.end_object();
    return std::move(out_).finish();
  }

 private:
  void write_children(NodeId id) {
    if (tree_.children(id).empty()) return;
    out_.key("children");
    out_.begin_array();
    for (const NodeId child : tree_.children(id)) write_node(child);
    out_.end_array();
  }

  void write_node(NodeId id) {
    out_.begin_object();
    out_.member("id", graph_[id].key);
    write_rect(out_, placed_.rects[id]);
    write_labels(id);
    write_node_facts(id);
    write_children(id);
    out_.end_object();
  }

  void write_label(const std::string& text, const Rect& rect) {
    if (text.empty() || rect.empty()) return;
    out_.begin_object(Set::Line);
    out_.member("text", text);
    write_rect(out_, rect);
    out_.end_object();
  }

  void write_labels(NodeId id) {
    const view::NodeDress& dress = picture_.nodes[id];
    if (dress.lines.empty()) return;
    out_.key("labels");
    out_.begin_array();
    if (graph_.is_container(id)) {
      write_label(text_of(dress, view::TextRole::GroupLabel), placed_.titles[id]);
      write_label(text_of(dress, view::TextRole::GroupNote), placed_.notes[id]);
    } else {
      write_label(text_of(dress, view::TextRole::Name), name_block(id));
    }
    out_.end_array();
  }

  /// Names stand below the anchor (the icon); without an anchor somewhere in the node.
  Rect name_block(NodeId id) const {
    const Rect rect = placed_.rects[id], anchor = placed_.anchor(graph_, id);
    const Rect below{rect.x, anchor.bottom(), rect.width, rect.bottom() - anchor.bottom()};
    return below.height > 0 ? below : rect;
  }

  void write_node_facts(NodeId id) {
    out_.key("skydraft");
    out_.begin_object(Set::Line);
    write_node_identity(out_, picture_, architecture_, id);
    const std::vector<NodeId> spans = spanned_by(id);
    if (!spans.empty()) write_keys(out_, "spans", graph_, spans);
    out_.end_object();
  }

  /// What a node lies over on purpose: what its view says, the zones if it is a band, and the containers in those that
  /// its rectangle meets.
  std::vector<NodeId> spanned_by(NodeId id) const {
    std::vector<NodeId> spans;
    for (const NodeId span : graph_[id].spans) tree_.append_drawn(span, spans);
    const NodeId parent = graph_[id].parent.value_or(SizedGraph::root());
    const bool is_band = graph_[parent].arrangement == layout::Arrangement::Zonal && graph_[id].slot.column < 0;
    if (spans.empty() && is_band && !graph_[id].slot.in_header)
      for (const NodeId zone : graph_.children(parent))
        if (graph_[zone].slot.column >= 0) tree_.append_drawn(zone, spans);
    for (std::size_t i = 0; i < spans.size(); ++i)  // grows: containers in containers
      for (const NodeId child : tree_.children(spans[i]))
        if (graph_.is_container(child) && placed_.rects[child].overlaps(placed_.rects[id])) spans.push_back(child);
    return spans;
  }

  void write_edges() {
    out_.key("edges");
    out_.begin_array();
    for (std::uint32_t i = 0; i < graph_.edges().size(); ++i) write_edge({i});
    out_.end_array();
  }

  void write_edge(EdgeId id) {
    const layout::Edge& edge = graph_[id];
    const layout::Route& route = placed_.routes[id];
    out_.begin_object();
    out_.member("id", edge.key);
    write_keys(out_, "sources", graph_, {tree_.drawn(edge.from)});
    write_keys(out_, "targets", graph_, {tree_.drawn(edge.to)});
    write_section(route.points);
    write_edge_labels(id, route);
    write_edge_facts(id, route);
    out_.end_object();
  }

  void write_section(const geometry::Polyline& points) {
    if (points.size() < 2) return;
    out_.key("sections");
    out_.begin_array(Set::Line);
    out_.begin_object();
    out_.key("startPoint");
    write_point(out_, points.front());
    out_.key("bendPoints");
    out_.begin_array();
    for (std::size_t i = 1; i + 1 < points.size(); ++i) write_point(out_, points[i]);
    out_.end_array();
    out_.key("endPoint");
    write_point(out_, points.back());
    out_.end_object();
    out_.end_array();
  }

  void write_edge_labels(EdgeId id, const layout::Route& route) {
    const std::vector<std::string>& texts = picture_.edges[id].labels;
    const std::size_t count = std::min(texts.size(), route.labels.size());
    if (count == 0) return;
    out_.key("labels");
    out_.begin_array();
    for (std::size_t i = 0; i < count; ++i)
      if (!route.labels[i].empty()) write_label(texts[i], route.labels[i]);
    out_.end_array();
  }

  void write_edge_facts(EdgeId id, const layout::Route& route) {
    const view::EdgeDress& dress = picture_.edges[id];
    out_.key("skydraft");
    out_.begin_object(Set::Line);
    write_edge_identity(out_, picture_, architecture_, id);
    const std::size_t count = std::min(dress.steps.size(), route.badges.size());
    if (count > 0) {
      out_.key("badges");
      out_.begin_array();
      for (std::size_t i = 0; i < count; ++i) {
        out_.begin_object();
        out_.member("step", dress.steps[i]);
        out_.member("x", route.badges[i].x);
        out_.member("y", route.badges[i].y);
        out_.end_object();
      }
      out_.end_array();
    }
    out_.end_object();
  }

  void write_root_facts() {
    int nodes = 0, containers = 0;
    for (std::uint32_t i = 1; i < graph_.nodes().size(); ++i)
      if (tree_.is_drawn({i})) ++(graph_.is_container({i}) ? containers : nodes);
    std::size_t bends = 0;
    for (const layout::Route& route : placed_.routes.rows()) bends += std::max<std::size_t>(route.points.size(), 2) - 2;
    out_.key("skydraft");
    out_.begin_object();
    out_.member("view", picture_.view_id);
    out_.key("metrics");
    out_.begin_object(Set::Line);
    out_.member("nodes", nodes);
    out_.member("containers", containers);
    out_.member("edges", static_cast<std::int64_t>(graph_.edges().size()));
    out_.member("bends", static_cast<std::int64_t>(bends));
    if (moved_ != nullptr) {
      out_.member("kept", static_cast<std::int64_t>(moved_->nodes));
      out_.member("moved_median", moved_->median);
      out_.member("moved_farthest", moved_->farthest);
    }
    out_.end_object();
    out_.end_object();
  }

  const Picture& picture_;
  const SizedGraph& graph_;
  const PlacedGraph& placed_;
  const model::Architecture& architecture_;
  const layout::Movement* moved_;
  DrawnTree tree_;
  Writer out_;
};

}  // namespace

std::string write_geometry(const Picture& picture, const PlacedGraph& placed, const model::Architecture& architecture,
                           const layout::Movement* moved) {
  return GeometryWriter(picture, placed, architecture, moved).write();
}

}  // namespace skydraft::json
