#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/graph.hpp"

namespace skydraft::layout {

/// A part of the drawing that has one grid: a container with all that is in it, but for those containers that are
/// fields of their own. These are boxes here, and routes into them end at their borders.
struct Field {
  NodeId container;
  std::optional<std::size_t> parent;
  std::vector<NodeId> nodes;   ///< what is drawn in detail, containers before their children
  std::vector<NodeId> closed;  ///< containers that are fields of their own
  bool crowded = false;        ///< more boxes than one grid can have lines for
};

/// Cuts a drawing into fields, so that the work for a route grows with its field and not with the drawing.
///
/// A drawing of up to kWholeField nodes is one field. In a larger one, the large containers are cut off; a container
/// whose children lie over each other (`Node::spans`) is never cut.
class FieldTree {
 public:
  explicit FieldTree(const SizedGraph& graph);

  const std::vector<Field>& fields() const { return fields_; }  ///< parents before their children
  /// The field in which the node is a box; the root has none and gives field 0.
  std::size_t around(NodeId node) const { return around_[node.index]; }
  /// The field in which the inside of a container is drawn.
  std::size_t inside(NodeId container) const { return inside_[container.index]; }

 private:
  void cut(const SizedGraph& graph, NodeId container, std::optional<std::size_t> parent);
  void draw_in(const SizedGraph& graph, NodeId node, std::size_t field);

  std::vector<Field> fields_;
  std::vector<std::size_t> around_, inside_;
  std::vector<std::size_t> size_;  ///< nodes in each subtree
};

inline constexpr std::size_t kWholeField = 300;

}  // namespace skydraft::layout
