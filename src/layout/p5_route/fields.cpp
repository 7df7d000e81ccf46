#include "layout/p5_route/fields.hpp"

#include <algorithm>

namespace skydraft::layout {
namespace {

constexpr std::size_t kDetail = 60;          // nodes of small containers that are drawn in the field around them
constexpr std::size_t kMostInOneGrid = 700;  // boxes

bool has_overlaps(const SizedGraph& graph, NodeId container) {
  const auto children = graph.children(container);
  return graph[container].arrangement == Arrangement::Zonal ||
         std::any_of(children.begin(), children.end(), [&](NodeId child) { return !graph[child].spans.empty(); });
}

}  // namespace

FieldTree::FieldTree(const SizedGraph& graph)
    : around_(graph.nodes().size()), inside_(graph.nodes().size()), size_(graph.nodes().size(), 1) {
  for (std::size_t i = size_.size(); i-- > 1;) size_[graph.nodes()[i].parent->index] += size_[i];
  std::vector<std::pair<NodeId, std::optional<std::size_t>>> open{{SizedGraph::root(), std::nullopt}};
  for (std::size_t next = 0; next < open.size(); ++next) {
    cut(graph, open[next].first, open[next].second);
    for (const NodeId child : fields_.back().closed) open.emplace_back(child, fields_.size() - 1);
  }
}

void FieldTree::cut(const SizedGraph& graph, NodeId container, std::optional<std::size_t> parent) {
  const std::size_t self = fields_.size();
  fields_.push_back({container, parent, {}, {}, false});
  inside_[container.index] = self;
  const bool whole = size_[container.index] <= kWholeField || has_overlaps(graph, container);
  const auto children = graph.children(container);
  std::vector<NodeId> boxes(children.begin(), children.end());
  std::stable_sort(boxes.begin(), boxes.end(), [&](NodeId a, NodeId b) { return size_[a.index] < size_[b.index]; });
  std::size_t detail = 0;
  for (const NodeId child : boxes) {
    if (whole || size_[child.index] == 1 || detail + size_[child.index] <= kDetail) {
      detail += size_[child.index] > 1 ? size_[child.index] : 0;
      draw_in(graph, child, self);
    } else {
      around_[child.index] = self;
      fields_[self].closed.push_back(child);
    }
  }
  fields_[self].crowded = fields_[self].nodes.size() + fields_[self].closed.size() > kMostInOneGrid;
  std::sort(fields_[self].closed.begin(), fields_[self].closed.end());
}

void FieldTree::draw_in(const SizedGraph& graph, NodeId node, std::size_t field) {
  std::vector<NodeId> open{node};
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    fields_[field].nodes.push_back(id);
    around_[id.index] = inside_[id.index] = field;
    for (const NodeId child : graph.children(id)) open.push_back(child);
  }
}

}  // namespace skydraft::layout
