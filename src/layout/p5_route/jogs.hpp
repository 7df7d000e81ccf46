#pragma once

#include <vector>

#include "layout/p5_route/obstacles.hpp"
#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// Straightens jogs: where a piece between two parallel pieces is short and one of these can be moved onto the line of
/// the other, freely and without disturbing others by more than `tolerance` (px, as RouteCost counts), two bends fall
/// away.
void remove_jogs(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths, double tolerance);

}  // namespace skydraft::layout
