#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/graph.hpp"
#include "layout/layered.hpp"
#include "layout/layout.hpp"

/// What the arrangements share while a graph is being placed. Private to p4_place.
namespace skydraft::layout {

/// An edge, lifted to two different flow children of the tightest container that holds both its ends.
struct Arc {
  EdgeId edge;
  int from = 0;  ///< index into Plan::flow of that container
  int to = 0;
};

/// Part of a box above and below the line on which it is aligned with its neighbours (the middle of its anchor).
struct Extent {
  double above = 0;
  double below = 0;
  friend bool operator==(const Extent&, const Extent&) = default;
};

/// The zones that a band lies over: needed to put a child of the band over its zone.
struct Zones {
  int count = 0;
  double pitch = 0;  ///< from the middle of a zone to the middle of the next
};

struct Box {
  NodeId id;
  Rect rect;
};

/// A wish, lifted to the flow children of one container.
struct ChildWish {
  Wish::Kind kind{};
  int child = 0;  ///< index into Plan::flow of that container
  int other = 0;  ///< the same, or `child` itself
};

/// Places for boxes, relative to the content corner of the container, and the size of the content.
struct Arranged {
  std::vector<Box> boxes;
  Size size;
};

struct Plan {
  Plan(const SizedGraph& sized, const Options& options);

  const SizedGraph& graph;
  SideTable<NodeId, std::vector<NodeId>> flow;   ///< children that the arrangement places: no chips, no gateways
  SideTable<NodeId, std::vector<NodeId>> chips;  ///< children in the header strip
  SideTable<NodeId, std::vector<Arc>> arcs;      ///< by the container they were lifted to
  SideTable<NodeId, std::vector<ChildWish>> wishes;
  SideTable<NodeId, Rect> before;           ///< in an earlier drawing; empty: not in it
  SideTable<NodeId, Insets> margin;         ///< kept free around a box for the gateways on its border
  SideTable<NodeId, double> lane_in;        ///< more padding on the left, for a line that comes in beside the title
  SideTable<NodeId, bool> placed_by_zonal;  ///< zones and subnets: their children are placed by the Zonal container
  SideTable<NodeId, double> fold;           ///< wanted width / height of a container that can be folded
  SideTable<NodeId, Size> least;            ///< measured bottom-up
  SideTable<NodeId, Rect> measured;         ///< in its container, relative to the corner, when that has its least size
  SideTable<NodeId, std::vector<Extent>> rows;  ///< Grid: rows shared with its neighbours in a Row
  SideTable<NodeId, LayeredResult> layered;
  SideTable<NodeId, bool> settled;                  ///< `layered` stays as it is
  SideTable<NodeId, std::optional<bool>> in_a_row;  ///< Beside: what has been decided; empty: not yet
  SideTable<NodeId, Zones> zones;                   ///< of bands

  const Node& node(NodeId id) const { return graph[id]; }
  bool had_place(NodeId id) const { return !before[id].empty(); }
  bool order_is_given(NodeId container) const;  ///< by an earlier drawing, or by wishes
  Size outer(NodeId id) const;                  ///< least size with margin
  Extent extent(NodeId id) const;               ///< of a leaf: about its anchor's middle; of a container: about its own
  Insets insets(NodeId id) const;               ///< padding, at least as deep as the header needs
  double header_width(NodeId id) const;         ///< title, chips and note side by side
};

/// How far a gateway sticks out of the border it stands on. Requires border_of_span and spans.
double gateway_overhang(const SizedGraph& graph, NodeId id);

/// Length that labels and badges of an edge need along a horizontal (vertical) piece of it; 0 if it has none.
double label_room(const Edge& edge, bool horizontal);

/// Gap that labels need on an edge between two neighbours, less what the edge runs inside them; may be negative.
double room_between(const Plan& plan, const Edge& edge, NodeId first, NodeId second, bool horizontal);

/// Gaps between all consecutive flow children of a container, in one pass over its arcs.
std::vector<double> gaps_between(const Plan& plan, NodeId container, double gap, bool horizontal);

}  // namespace skydraft::layout
