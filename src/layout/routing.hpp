#pragma once

#include "base/diagnostic.hpp"
#include "layout/effort.hpp"
#include "layout/graph.hpp"
#include "layout/placement.hpp"

/// Edges of a placed graph: their routes, and the labels and badges on them.
namespace skydraft::layout {

/// Gives every edge an orthogonal route through free space, and places its labels and badges.
///
/// Requires  the placement has a row for every node of the graph.
/// Ensures   routes have at least two points, are axis-parallel, start and end at their ends' anchors or borders, and
/// pass
///           through no other leaf, container title or note; labels touch no leaf, title, note, badge, other label or
///           foreign route. A label that finds no such place is returned as an empty rectangle. Equal input gives equal
///           output.
/// Reports   SKY0411 if an edge finds no free channel; it is then drawn across its obstacle.
/// Source    M. Wybrow, K. Marriott, P. J. Stuckey, "Orthogonal Connector Routing", GD 2009, LNCS 5849, pp. 219-231.
/// Cost      for each edge a bounded search in the fields that it passes (p5_route/fields.hpp); a bounded number of
///           search steps for improving.
SideTable<EdgeId, Route> route_edges(const SizedGraph& graph, const Placement& placement, DiagnosticSink& sink,
                                     const Effort& effort = {});

}  // namespace skydraft::layout
