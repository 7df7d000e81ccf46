#pragma once

#include <string>
#include <vector>

#include "layout/graph.hpp"
#include "layout/placement.hpp"

/// The promises of the layout engine, as checks that tests and checked builds run after each phase. Each violation is a
/// sentence; an empty list means that all hold.
namespace skydraft::layout {

/// Boxes: siblings disjoint (bands over zones, gateways and what spans excepted); children inside their container's
/// padding; nothing outside the root; titles, notes and bands free of boxes; pairs of zones mirrored to 0.5 px; all on
/// the 0.01 px grid.
std::vector<std::string> verify_placement(const SizedGraph& graph, const Placement& placement);

/// Routes: at least two points, axis-parallel, from the border of one end to that of the other, through no other leaf,
/// title or note; everything inside the drawing.
std::vector<std::string> verify_routes(const SizedGraph& graph, const PlacedGraph& placed);

/// All of the above.
std::vector<std::string> verify(const SizedGraph& graph, const PlacedGraph& placed);

}  // namespace skydraft::layout
