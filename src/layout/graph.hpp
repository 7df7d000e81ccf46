#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/assert.hpp"
#include "base/id.hpp"
#include "base/side_table.hpp"
#include "geometry/geometry.hpp"

/// The input and the output of the layout engine: a compound graph whose boxes and labels have been measured, and the
/// same graph with a place for everything. No text, no clouds, no colours here.
namespace skydraft::layout {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;
using geometry::Insets;
using geometry::Point;
using geometry::Polyline;
using geometry::Rect;
using geometry::Size;

/// How a container places its children.
enum class Arrangement : std::uint8_t {
  Layered,  ///< in layers along `direction`, ordered to avoid crossings (Sugiyama)
  Grid,     ///< in cells; Slot::row and Slot::column where given, else filled row by row up to `columns` wide
  Row,      ///< side by side in order; children with `stretch` get the full height
  Column,   ///< stacked in order; children with `stretch` get the full width
  Beside,   ///< a Row or a Column, whichever suits the shape of the page; `stretch` counts for the Column only
  Guide,    ///< stacked in order, each at the height of what it is connected to outside; gaps open up for that
  Wall,     ///< rows of boxes (Slot::row; else packed), every row stretched to the full width, gaps equal or on guides
  Zonal,    ///< zones side by side and mirrored, lanes as rows, bands and pills across the zones (see Slot)
};

enum class Direction : std::uint8_t { Right, Down };

/// What a node is to the placer and in the JSON (contract: "role"); says nothing about looks.
enum class Role : std::uint8_t { Node, Container, Title, Legend, Badge, Annotation };

/// Where a child stands in its container. Unset parts are the placer's to choose.
///
/// In a Zonal container: zones are children with `column` = their index from the left and no row; inside a zone,
/// subnets (and other boxes) cover the lanes `row` to `last_row`; inside a subnet, a child stands in lane `row`. A
/// child of the Zonal container without a column is a band: it lies over the zones in lane `row`, centred on them, as
/// wide as all of them if `stretch`. Bands of one lane are stacked in order; the zonal children of that lane stand at
/// its outer sides, mirrored. In a band, children with a `column` belong to that zone and mirror; the others stand on
/// the axis.
struct Slot {
  int row = -1;
  int last_row = -1;  ///< inclusive; -1: same as row
  int column = -1;
  bool stretch = false;
  bool in_header = false;  ///< stands in its container's header strip, beside the title (chips)
};

enum class Side : std::uint8_t { North, East, South, West };

struct Node {
  std::string key;               ///< unique; becomes the id in JSON and SVG
  std::optional<NodeId> parent;  ///< empty only for the root
  Role role = Role::Node;
  Size size;  ///< leaf: the whole block, label included; container: the least it may have
  /// Leaf: where routes end, relative to its corner (the icon). East and west ports lie on its sides, north ports on
  /// its top, south ports under the whole block at its middle. Empty: the whole node, ports anywhere on its sides.
  Rect anchor;
  Slot slot;
  std::vector<NodeId> spans;           ///< siblings or their descendants that it lies over
  std::optional<Side> border_of_span;  ///< stands on this side of the one container in `spans` (a gateway)

  // Containers only.
  Arrangement arrangement = Arrangement::Layered;
  Direction direction = Direction::Right;
  bool framed = true;   ///< an unframed container only arranges; it is not in the JSON, and routes may cross it
  Insets padding;       ///< the header strip is part of padding.top
  double gap = 16;      ///< between children
  double row_gap = 16;  ///< between rows, lanes or layers where they differ from gap
  int columns = 0;      ///< Grid: at most so many; 0: as the shape wants
  Rect title;           ///< relative to the corner: its label (and corner icon); no route crosses it. Empty: none
  bool title_centred = false;  ///< `title.x` is then ignored
  Size note;                   ///< right-aligned in the header, beside the title; no route crosses it
};

struct Label {
  Size size;
};

struct Edge {
  std::string key;
  NodeId from;  ///< a container means all that is in it: the route ends at its border
  NodeId to;
  double weight = 1;          ///< how much it pulls its ends together; 0: never moves a node
  int rank = 0;               ///< lower is routed first, and straighter
  std::vector<Label> labels;  ///< to be placed beside or on the route
  int badges = 0;             ///< numbered discs of kBadgeSize on the route
  int badges_at_target = 0;   ///< discs without a line, just inside the container it ends at
  bool head = true;           ///< an arrow head at `to`
};

inline constexpr double kBadgeSize = 19;

/// A compound graph, measured. Node 0 is the root: an unframed container that holds all others. Nodes are listed before
/// their children. Immutable for the engine.
class SizedGraph {
 public:
  SizedGraph();

  NodeId add(Node node);  ///< the parent, if not given, is the root
  EdgeId add(Edge edge);
  void reserve(std::size_t nodes, std::size_t edges);  ///< room for so many at once: growing would copy them
  void trim();                                         ///< once it is whole: gives back the room that was kept for more
  Node& operator[](NodeId id) { return nodes_[id.index]; }
  const Node& operator[](NodeId id) const { return nodes_[id.index]; }
  Edge& operator[](EdgeId id) { return edges_[id.index]; }
  const Edge& operator[](EdgeId id) const { return edges_[id.index]; }

  static constexpr NodeId root() { return {0}; }
  std::span<const Node> nodes() const { return nodes_; }
  std::span<const Edge> edges() const { return edges_; }
  std::span<const NodeId> children(NodeId id) const { return children_[id.index]; }
  bool is_container(NodeId id) const {
    return !children_[id.index].empty() || nodes_[id.index].role == Role::Container;
  }
  bool is_inside(NodeId inner, NodeId outer) const;
  NodeId common_container(NodeId a, NodeId b) const;  ///< the tightest container that holds (or is) both

 private:
  std::vector<Node> nodes_;
  std::vector<std::vector<NodeId>> children_;
  std::vector<Edge> edges_;
};

/// A route with its furniture, absolute. Corners are right angles; rounding them is drawing, not layout.
struct Route {
  Polyline points;            ///< at least two; axis-parallel
  std::vector<Rect> labels;   ///< one for each Edge::labels
  std::vector<Point> badges;  ///< centres, one for each of Edge::badges, then of badges_at_target
};

/// Everything in its place: absolute px from the drawing's top-left corner, on the 0.01 px grid.
struct PlacedGraph {
  SideTable<NodeId, Rect> rects;
  SideTable<NodeId, Rect> titles;  ///< empty where there is none
  SideTable<NodeId, Rect> notes;
  SideTable<EdgeId, Route> routes;
  Size size;  ///< of the whole drawing, margins excluded

  Rect anchor(const SizedGraph& graph, NodeId id) const;
};

}  // namespace skydraft::layout
