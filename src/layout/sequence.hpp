#pragma once

#include "layout/graph.hpp"

namespace skydraft::layout {

/// Places the graph of a sequence diagram: the children of the root, which are leaves, side by side in order along the
/// top, a lifeline below the middle of each (drawn by who draws), and every edge as a message from lifeline to
/// lifeline, one below the other in the order of the edges. An edge from a node to itself is a hook to the right.
/// Labels stand above their message, stacked; its badge sits at its beginning. Edges end on lifelines, not on boxes:
/// layout/verify.hpp does not speak of this arrangement. Cost: nodes plus edges.
PlacedGraph place_sequence(const SizedGraph& graph);

/// Where the lifeline of a placed participant runs.
double lifeline_x(const PlacedGraph& placed, NodeId participant);

}  // namespace skydraft::layout
