#include "view/canvas.hpp"

#include <utility>

#include <fmt/format.h>

namespace skydraft::view {

Canvas::Canvas(std::string view_id, const model::Architecture& architecture)
    : shown_(architecture.components().size()) {
  picture_.view_id = std::move(view_id);
  NodeDress root;
  root.look = Look::Plain;
  picture_.nodes.push_back(std::move(root));
}

std::string Canvas::unique(std::string key) {
  if (key.empty()) key = "part";
  std::string made = key;
  for (int& n = keys_[key]; keys_.contains(made) && n > 0;) made = fmt::format("{}-{}", key, ++n);
  if (made == key)
    keys_[key] = 1;
  else
    keys_[made] = 1;
  return made;
}

layout::NodeId Canvas::add(layout::NodeId parent, Block block) {
  block.node.parent = parent;
  block.node.key = unique(std::move(block.node.key));
  const layout::NodeId id = picture_.graph.add(std::move(block.node));
  for (const model::ComponentId c : block.dress.components)
    if (!shown_[c.index]) shown_[c.index] = id;
  picture_.nodes.push_back(std::move(block.dress));
  return id;
}

layout::EdgeId Canvas::add(layout::Edge edge, EdgeDress dress) {
  edge.key = unique(std::move(edge.key));
  picture_.edges.push_back(std::move(dress));
  return picture_.graph.add(std::move(edge));
}

}  // namespace skydraft::view
