#pragma once

#include <vector>

#include "layout/p5_route/obstacles.hpp"
#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// Takes needless jogs out of the paths, then spreads segments that share a channel: in the order in which they do not
/// cross, 12 px apart (ports 14), or evenly where the channel is narrow; the middle of a narrow channel is preferred.
///
/// Source    Wybrow, Marriott, Stuckey, GD 2009, section 5 (ordering and nudging); the order is line_order.hpp's, the
///           places are spacing.hpp's.
/// Cost      O(segments + pairs that are close) a round; kRounds rounds.
void nudge(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths);

}  // namespace skydraft::layout
