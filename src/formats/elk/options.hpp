#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/json/tree.hpp"
#include "geometry/geometry.hpp"
#include "layout/graph.hpp"

/// Layout options and measures of an ELK JSON graph.
namespace skydraft::elk {

using geometry::Insets;
using geometry::Rect;
using geometry::Size;

/// An option of a node or the root, whatever prefix it has; absent if it is not set.
json::Value option(json::Value element, std::string_view name);
bool is_option(std::string_view key, std::string_view name);

double number_option(json::Value element, std::string_view name, double otherwise);  ///< also reads "12.5"
Insets padding_option(json::Value element, Insets otherwise);                        ///< "[top=36,left=16]"

/// An id, a text or a number, as text; empty if it is neither.
std::string text_of_id(json::Value id);
inline std::string id_of(json::Value element) { return text_of_id(element["id"]); }

/// The size of a label; from its text if none is given.
Size label_size(json::Value label);

/// All labels, one below the other.
Size labels_size(json::Value element);

/// How a leaf and its labels share their block: both relative to the block's corner.
struct Block {
  Size size;
  Rect node;
  std::vector<Rect> labels;
};
/// Labels stand inside the node if they are to or fit, else below it.
Block block_of(json::Value leaf);

/// The lines of a container's title, absolute.
std::vector<Rect> title_lines(json::Value container, const Rect& title);

}  // namespace skydraft::elk
