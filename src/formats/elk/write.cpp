#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "formats/elk/elk.hpp"
#include "formats/elk/options.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::elk {
namespace {

using geometry::Point;
using json::Kind;
using json::Set;
using json::Value;
using json::Writer;
using layout::EdgeId;
using layout::NodeId;

constexpr Size kPort{8, 8};
constexpr std::array<std::string_view, 2> kCoordinates = {"json.shapeCoords", "json.edgeCoords"};

bool is_place(std::string_view key) { return key == "x" || key == "y" || key == "width" || key == "height"; }

/// The square or rectangle of a port outside the node's side that is nearest to where its edge ends.
Rect beside(const Rect& node, Point end, Size size) {
  const double west = end.x - node.left(), east = node.right() - end.x;
  const double north = end.y - node.top(), south = node.bottom() - end.y;
  const double least = std::min({west, east, north, south});
  if (least == west) return {node.left() - size.width, end.y - size.height / 2, size.width, size.height};
  if (least == east) return {node.right(), end.y - size.height / 2, size.width, size.height};
  if (least == north) return {end.x - size.width / 2, node.top() - size.height, size.width, size.height};
  return {end.x - size.width / 2, node.bottom(), size.width, size.height};
}

/// Walks the text; nodes and edges are met in the order in which they were read.
class GraphWriter {
 public:
  GraphWriter(const Graph& graph, const layout::PlacedGraph& placed) : graph_(graph), placed_(placed) {}

  std::string write() && {
    constexpr std::size_t kBytesOfValue = 48;  // places and indentation included; what is not used takes no memory
    out_.reserve(graph_.tree.size() * kBytesOfValue);
    const Value root = graph_.tree.root();
    if (graph_.has_ports) {
      std::uint32_t edge = 0;
      find_port_ends(root, edge);
    }
    out_.begin_object();
    write_options(root);
    write_rect(out_, placed_.rects[layout::SizedGraph::root()]);
    write_members(root, {"layoutOptions", "children", "edges"});
    write_children(root);
    write_edges(root);
    out_.end_object();
    return std::move(out_).finish();
  }

 private:
  void find_port_ends(Value holder, std::uint32_t& edge) {
    for (const Value child : holder["children"]) find_port_ends(child, edge);
    for (const Value element : holder["edges"]) {
      const auto& points = placed_.routes[EdgeId{graph_.first_edge[edge++]}].points;
      if (points.empty()) continue;
      note_end(element, "sources", "sourcePort", points.front());
      note_end(element, "targets", "targetPort", points.back());
    }
  }
  void note_end(Value edge, std::string_view many, std::string_view one, Point end) {
    const Value port = edge[many].is(Kind::Array) ? edge[many].first() : edge[one];
    if (port) port_ends_.try_emplace(text_of_id(port), end);
  }

  void write_options(Value root) {
    out_.key("layoutOptions");
    out_.begin_object(Set::Line);
    for (const Value value : root["layoutOptions"])
      if (!is_option(value.key(), kCoordinates[0]) && !is_option(value.key(), kCoordinates[1])) copy_member(value);
    for (const std::string_view name : kCoordinates) out_.member(fmt::format("org.eclipse.elk.{}", name), "ROOT");
    out_.end_object();
  }

  /// Whatever else is said of an element, as it came.
  void write_members(Value element, std::initializer_list<std::string_view> but) {
    for (const Value value : element)
      if (!is_place(value.key()) && std::ranges::find(but, value.key()) == but.end()) copy_member(value);
  }

  void write_children(Value holder) {
    if (!holder["children"].is(Kind::Array)) return;
    out_.key("children");
    out_.begin_array();
    for (const Value child : holder["children"]) write_node(child);
    out_.end_array();
  }

  void write_node(Value element) {
    const NodeId id{++last_node_};
    const bool container = graph_.sized.is_container(id);
    Rect rect = placed_.rects[id];
    std::vector<Rect> labels;
    if (container) {
      labels = title_lines(element, placed_.titles[id]);
    } else {
      const Block block = block_of(element);
      labels = block.labels;
      for (Rect& label : labels) label = label.moved(rect.origin());
      rect = block.node.moved(rect.origin());
    }
    out_.begin_object();
    write_rect(out_, rect);
    write_members(element, {"labels", "ports", "children", "edges"});
    write_labels(element, labels);
    write_ports(element, rect);
    write_children(element);
    write_edges(element);
    out_.end_object();
  }

  void write_labels(Value element, const std::vector<Rect>& rects) {
    if (!element["labels"].is(Kind::Array)) return;
    out_.key("labels");
    out_.begin_array();
    std::size_t i = 0;
    for (const Value label : element["labels"]) {
      out_.begin_object(Set::Line);
      write_members(label, {});
      write_rect(out_, i < rects.size() ? rects[i] : Rect{});
      out_.end_object();
      ++i;
    }
    out_.end_array();
  }

  void write_ports(Value element, const Rect& node) {
    if (!element["ports"].is(Kind::Array)) return;
    out_.key("ports");
    out_.begin_array();
    double unused = 0;  // ports without edges stand in a row under the node
    for (const Value port : element["ports"]) {
      const Size size{port["width"].number(kPort.width), port["height"].number(kPort.height)};
      const auto end = port_ends_.find(id_of(port));
      const bool used = end != port_ends_.end();
      if (!used) unused += size.width + kPort.width;
      out_.begin_object(Set::Line);
      write_members(port, {"labels"});
      const Rect rect = beside(node, used ? end->second : Point{node.x + unused, node.bottom()}, size);
      write_rect(out_, rect);
      write_labels(port, {rect});
      out_.end_object();
    }
    out_.end_array();
  }

  void write_edges(Value holder) {
    if (!holder["edges"].is(Kind::Array)) return;
    out_.key("edges");
    out_.begin_array();
    for (const Value edge : holder["edges"]) write_edge(edge);
    out_.end_array();
  }

  void write_edge(Value element) {
    const std::uint32_t first = graph_.first_edge[next_edge_], last = graph_.first_edge[next_edge_ + 1];
    ++next_edge_;
    out_.begin_object();
    write_members(element, {"labels", "sections"});
    out_.key("sections");
    out_.begin_array(Set::Line);
    for (std::uint32_t i = first; i < last; ++i) write_section(element, EdgeId{i}, last - first > 1);
    out_.end_array();
    write_labels(element, placed_.routes[EdgeId{first}].labels);
    out_.end_object();
  }

  void write_section(Value element, EdgeId id, bool one_of_many) {
    const auto& points = placed_.routes[id].points;
    if (points.size() < 2) return;
    out_.begin_object();
    out_.member("id", fmt::format("{}_s{}", id_of(element), id.index - graph_.first_edge[next_edge_ - 1]));
    if (one_of_many) {
      out_.member("incomingShape", graph_.sized[graph_.sized[id].from].key);
      out_.member("outgoingShape", graph_.sized[graph_.sized[id].to].key);
    }
    out_.key("startPoint");
    write_point(out_, points.front());
    out_.key("bendPoints");
    out_.begin_array();
    for (std::size_t i = 1; i + 1 < points.size(); ++i) write_point(out_, points[i]);
    out_.end_array();
    out_.key("endPoint");
    write_point(out_, points.back());
    out_.end_object();
  }

  void copy_member(Value value) {
    out_.key(value.key());
    copy(value);
  }
  void copy(Value value) {
    switch (value.kind()) {
      case Kind::Null:
        return out_.null();
      case Kind::False:
      case Kind::True:
        return out_.value(value.is(Kind::True));
      case Kind::Number:
        return out_.exact(value.number(0));
      case Kind::Text:
        return out_.value(value.text());
      case Kind::Array:
        out_.begin_array(Set::Line);
        for (const Value item : value) copy(item);
        return out_.end_array();
      case Kind::Object:
        out_.begin_object(Set::Line);
        for (const Value member : value) copy_member(member);
        return out_.end_object();
    }
  }

  const Graph& graph_;
  const layout::PlacedGraph& placed_;
  std::unordered_map<std::string, Point> port_ends_;
  std::uint32_t last_node_ = 0;
  std::uint32_t next_edge_ = 0;
  Writer out_;
};

}  // namespace

std::string write(const Graph& graph, const layout::PlacedGraph& placed) { return GraphWriter(graph, placed).write(); }

}  // namespace skydraft::elk
