#include "layout/graph.hpp"

#include <utility>

namespace skydraft::layout {

SizedGraph::SizedGraph() {
  Node root;
  root.role = Role::Container;
  root.framed = false;
  nodes_.push_back(std::move(root));
  children_.emplace_back();
}

NodeId SizedGraph::add(Node node) {
  if (!node.parent) node.parent = root();
  const NodeId id{static_cast<std::uint32_t>(nodes_.size())};
  SKYDRAFT_ASSERT(node.parent->index < id.index, "a node comes after its container");
  children_[node.parent->index].push_back(id);
  children_.emplace_back();
  nodes_.push_back(std::move(node));
  return id;
}

EdgeId SizedGraph::add(Edge edge) {
  SKYDRAFT_ASSERT(edge.from.index < nodes_.size() && edge.to.index < nodes_.size(), "an edge comes after its ends");
  edges_.push_back(std::move(edge));
  return {static_cast<std::uint32_t>(edges_.size() - 1)};
}

void SizedGraph::reserve(std::size_t nodes, std::size_t edges) {
  nodes_.reserve(nodes + 1);  // and the root
  children_.reserve(nodes + 1);
  edges_.reserve(edges);
}

void SizedGraph::trim() {
  nodes_.shrink_to_fit();
  children_.shrink_to_fit();
  edges_.shrink_to_fit();
}

bool SizedGraph::is_inside(NodeId inner, NodeId outer) const {
  for (auto up = nodes_[inner.index].parent; up; up = nodes_[up->index].parent)
    if (*up == outer) return true;
  return false;
}

NodeId SizedGraph::common_container(NodeId a, NodeId b) const {
  // Parents have smaller indices than children, so the deeper of two different nodes is never the one with the smaller
  // index.
  while (a != b) {
    NodeId& deeper = a.index > b.index ? a : b;
    deeper = *nodes_[deeper.index].parent;
  }
  return a;
}

Rect PlacedGraph::anchor(const SizedGraph& graph, NodeId id) const {
  const Rect& rect = rects[id];
  const Rect& anchor = graph[id].anchor;
  return anchor.empty() ? rect : anchor.moved(rect.origin());
}

}  // namespace skydraft::layout
