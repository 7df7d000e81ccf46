#pragma once

#include "layout/graph.hpp"
#include "layout/p5_route/obstacles.hpp"

namespace skydraft::layout {

/// Places the badges and labels of all routes.
///
/// Badges stand on the longest free piece of their route; badges at the target just inside the container it ends at. A
/// label stands above a horizontal piece or right of a vertical one, else below or left, else on the line; where
/// nothing is free its rectangle is empty. Source    candidate positions with costs, as in K. G. Kakoulis, I. G.
/// Tollis, "On the complexity of the edge label
///           placement problem", Computational Geometry 18(1), 2001; greedy, in order of rank.
/// Cost      candidates of a route are bounded; each looks at what is near.
void place_furniture(const SizedGraph& graph, const Obstacles& obstacles, SideTable<EdgeId, Route>& routes);

}  // namespace skydraft::layout
