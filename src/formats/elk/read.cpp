#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "formats/elk/elk.hpp"
#include "formats/elk/options.hpp"

namespace skydraft::elk {
namespace {

using json::Kind;
using json::Value;
using layout::NodeId;

constexpr std::size_t kMaxDepth = 500;  // of the JSON text; a level of nesting takes two
constexpr double kMaxSize = 1e6;        // px
constexpr Insets kPadding{12, 12, 12, 12};
constexpr double kTitleGap = 6;  // px around a container's title

struct Spacing {
  layout::Direction direction = layout::Direction::Right;
  double gap = 20;
  double layer_gap = 32;
};

class Reader {
 public:
  Reader(Graph& graph, DiagnosticSink& sink) : graph_(graph), sink_(sink) {}

  /// Empty if all went well.
  std::optional<Diagnostic> run() {
    const Value root = graph_.tree.root();
    if (!root.is(Kind::Object)) return wrong("a graph is a JSON object, this is something else");
    if (const double aspect = number_option(root, "aspectRatio", 0); aspect > 0) graph_.aspect = aspect;
    reserve(root);
    ids_.emplace(id_of(root), layout::SizedGraph::root());
    configure(graph_.sized[layout::SizedGraph::root()], root, {});
    read_children(root, layout::SizedGraph::root(), {});
    if (!trouble_) read_edges(root);
    graph_.first_edge.push_back(static_cast<std::uint32_t>(graph_.sized.edges().size()));
    return std::move(trouble_);
  }

 private:
  static Diagnostic wrong(std::string message) {
    return {Code::NotAGraph, Severity::Error, {}, std::move(message), {{"the format: docs/layout.md", std::nullopt}}};
  }
  void fail(std::string message) {
    if (!trouble_) trouble_ = wrong(std::move(message));
  }

  /// Edges that have several ends on a side become more, which there is no room for yet.
  struct Count {
    std::size_t nodes = 0, edges = 0;
  };
  static void count(Value holder, Count& sum) {
    for (const Value child : holder["children"]) ++sum.nodes, count(child, sum);
    for ([[maybe_unused]] const Value edge : holder["edges"]) ++sum.edges;
  }
  void reserve(Value root) {
    Count sum;
    count(root, sum);
    graph_.sized.reserve(sum.nodes, sum.edges);
    graph_.first_edge.reserve(sum.edges + 1);
    ids_.reserve(sum.nodes + 1);
  }

  static Spacing spacing_of(Value element, Spacing inherited) {
    const std::string_view direction = option(element, "direction").text();
    if (direction == "DOWN" || direction == "UP") inherited.direction = layout::Direction::Down;
    if (direction == "RIGHT" || direction == "LEFT") inherited.direction = layout::Direction::Right;
    inherited.gap = number_option(element, "spacing.nodeNode", inherited.gap);
    inherited.layer_gap = number_option(element, "layered.spacing.nodeNodeBetweenLayers", inherited.layer_gap);
    return inherited;
  }

  static void configure(layout::Node& node, Value element, Spacing inherited) {
    const Spacing spacing = spacing_of(element, inherited);
    node.arrangement = layout::Arrangement::Layered;
    node.direction = spacing.direction;
    node.gap = spacing.gap;
    node.row_gap = spacing.layer_gap;
  }

  void add_id(const std::string& id, NodeId node) {
    if (id.empty()) return fail("a node or port has no id");
    if (!ids_.emplace(id, node).second) fail(fmt::format("the id \"{}\" is given twice", id));
  }

  void add_port(Value port, NodeId node) {
    graph_.has_ports = true;
    has_list(port, "labels");
    add_id(id_of(port), node);
  }

  bool has_list(Value element, std::string_view member) {
    const Value list = element[member];
    if (!list || list.is(Kind::Null)) return false;
    if (!list.is(Kind::Array)) fail(fmt::format("\"{}\" of \"{}\" is no list", member, id_of(element)));
    return list.is(Kind::Array);
  }

  void read_children(Value holder, NodeId parent, Spacing inherited) {
    if (!has_list(holder, "children")) return;
    const Spacing spacing = spacing_of(holder, inherited);
    for (const Value child : holder["children"]) {
      if (!child.is(Kind::Object))
        fail(fmt::format("\"children\" of \"{}\" holds something that is no node", id_of(holder)));
      if (trouble_) return;
      read_node(child, parent, spacing);
    }
  }

  void read_node(Value element, NodeId parent, Spacing spacing) {
    layout::Node node;
    node.key = id_of(element);
    node.parent = parent;
    has_list(element, "labels");
    check_size(element, node.key);
    if (has_list(element, "children") && element["children"].first())
      make_container(node, element, spacing);
    else
      make_leaf(node, element);
    const std::string key = node.key;
    const NodeId id = graph_.sized.add(std::move(node));
    add_id(key, id);
    if (has_list(element, "ports"))
      for (const Value port : element["ports"]) add_port(port, id);
    read_children(element, id, spacing);
  }

  void check_size(Value element, const std::string& id) {
    for (const std::string_view member : {"width", "height"}) {
      const Value length = element[member];
      if (!length || length.is(Kind::Null)) continue;
      const double px = length.number(-1);
      if (!(px >= 0 && px <= kMaxSize))
        fail(fmt::format("\"{}\" of \"{}\" is no number from 0 to {:.0f}", member, id, kMaxSize));
    }
    for (const Value label : element["labels"])
      if (const Size size = label_size(label); size.width > kMaxSize || size.height > kMaxSize)
        fail(fmt::format("a label of \"{}\" is larger than {:.0f} px", id, kMaxSize));
  }

  static void make_leaf(layout::Node& node, Value element) {
    const Block block = block_of(element);
    node.size = block.size;
    if (block.size != block.node.size()) node.anchor = block.node;
  }

  static void make_container(layout::Node& node, Value element, Spacing spacing) {
    node.role = layout::Role::Container;
    configure(node, element, spacing);
    node.padding = padding_option(element, kPadding);
    const Size title = labels_size(element);
    if (title.width <= 0 || title.height <= 0) return;
    const double y = std::max(kTitleGap, (node.padding.top - title.height) / 2);
    node.title = {std::max(kTitleGap, node.padding.left / 2), y, title.width, title.height};
    node.title_centred = option(element, "nodeLabels.placement").text().find("H_CENTER") != std::string_view::npos;
    node.padding.top = std::max(node.padding.top, node.title.bottom() + kTitleGap);
  }

  void read_edges(Value holder) {
    if (holder["children"].is(Kind::Array))
      for (const Value child : holder["children"]) read_edges(child);
    if (has_list(holder, "edges"))
      for (const Value edge : holder["edges"]) {
        if (!edge.is(Kind::Object))
          fail(fmt::format("\"edges\" of \"{}\" holds something that is no edge", id_of(holder)));
        if (trouble_) return;
        read_edge(edge);
      }
  }

  std::vector<NodeId> ends_of(Value edge, std::string_view many, std::string_view port, std::string_view one) {
    std::vector<NodeId> ends;
    const auto add = [&](Value end) {
      const std::string id = text_of_id(end);
      const auto node = ids_.find(id);
      if (node == ids_.end())
        return fail(fmt::format("the edge \"{}\" ends at \"{}\", which there is not", id_of(edge), id));
      if (node->second == layout::SizedGraph::root())
        return fail(fmt::format("the edge \"{}\" ends at the root", id_of(edge)));
      ends.push_back(node->second);
    };
    if (edge[many].is(Kind::Array))
      for (const Value end : edge[many]) add(end);
    else if (edge[port])
      add(edge[port]);
    else if (edge[one])
      add(edge[one]);
    if (ends.empty()) fail(fmt::format("the edge \"{}\" has no \"{}\"", id_of(edge), many));
    return ends;
  }

  void read_edge(Value element) {
    graph_.first_edge.push_back(static_cast<std::uint32_t>(graph_.sized.edges().size()));
    const std::vector<NodeId> from = ends_of(element, "sources", "sourcePort", "source");
    const std::vector<NodeId> to = ends_of(element, "targets", "targetPort", "target");
    if (trouble_) return;
    has_list(element, "labels");
    check_size(element, id_of(element));
    layout::Edge edge{id_of(element), from.front(), to.front(), 1, 0, {}, 0, 0, true};
    for (const Value label : element["labels"]) edge.labels.push_back({label_size(label)});
    for (const NodeId tail : from)
      for (const NodeId head : to) {
        edge.from = tail, edge.to = head;
        graph_.sized.add(edge);
        edge.labels.clear();  // of the first pair only
      }
    if (from.size() * to.size() > 1)
      sink_.warn(Code::HyperedgeSplit, {}, fmt::format("the edge \"{}\" has several ends on one side", edge.key),
                 "each pair of ends has a section of its own");
  }

  Graph& graph_;
  DiagnosticSink& sink_;
  std::unordered_map<std::string, NodeId> ids_;
  std::optional<Diagnostic> trouble_;
};

}  // namespace

Result<Graph> read(const Source& source, DiagnosticSink& sink) {
  Result<json::Tree> tree = json::Tree::read(source, kMaxDepth);
  if (!tree) return tree.error();
  Graph graph{std::move(*tree), {}, {}, {}};
  if (auto trouble = Reader(graph, sink).run()) return *trouble;
  graph.sized.trim();
  return graph;
}

}  // namespace skydraft::elk
