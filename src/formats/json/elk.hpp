#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/json/writer.hpp"
#include "model/architecture.hpp"
#include "view/picture.hpp"

/// What the two ELK JSON writers (before and after layout) say alike.
namespace skydraft::json {

/// All lines of one role, joined by spaces.
std::string text_of(const view::NodeDress& dress, view::TextRole role);

/// "component" (and "components" where a node stands for several), "kind", "role", "inferred".
void write_node_identity(Writer& out, const view::Picture& picture, const model::Architecture& architecture,
                         layout::NodeId id);

/// "relation" (and "relations" where an edge stands for several), "kind", "strand", "inferred".
void write_edge_identity(Writer& out, const view::Picture& picture, const model::Architecture& architecture,
                         layout::EdgeId id);

void write_keys(Writer& out, std::string_view key, const layout::SizedGraph& graph,
                const std::vector<layout::NodeId>& ids);

}  // namespace skydraft::json
