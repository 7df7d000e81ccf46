#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/architecture.hpp"
#include "view/picture.hpp"

namespace skydraft::view {

/// A measured part with its dress, not yet in a container: the caller gives it a parent and a slot.
struct Block {
  layout::Node node;
  NodeDress dress;
};

/// Collects a picture: the graph, the dress of each of its parts, and which node stands for which component.
class Canvas {
 public:
  Canvas(std::string view_id, const model::Architecture& architecture);

  /// Adds a block inside `parent`. Its key is made unique; the components of its dress are from now on shown by it,
  /// unless an earlier node shows them already.
  layout::NodeId add(layout::NodeId parent, Block block);
  layout::EdgeId add(layout::Edge edge, EdgeDress dress);

  /// `node` stands for the component from now on, whatever did before: edges end there.
  void stand_for(model::ComponentId component, layout::NodeId node) { shown_[component.index] = node; }
  std::optional<layout::NodeId> shown(model::ComponentId component) const { return shown_[component.index]; }

  layout::Node& node(layout::NodeId id) { return picture_.graph[id]; }
  const layout::SizedGraph& graph() const { return picture_.graph; }
  NodeDress& dress(layout::NodeId id) { return picture_.nodes[id]; }
  Sheet& sheet() { return picture_.sheet; }
  const Picture& picture() const { return picture_; }
  Picture finish() && { return std::move(picture_); }

 private:
  std::string unique(std::string key);

  Picture picture_;
  std::vector<std::optional<layout::NodeId>> shown_;
  std::map<std::string, int, std::less<>> keys_;
};

}  // namespace skydraft::view
