#pragma once

#include <span>
#include <vector>

#include "layout/layered.hpp"

namespace skydraft::layout {

/// Says for each arc whether it has to be turned round so that the rest has no cycle; loops are never marked.
///
/// Boxes are put in one order, greedily by what leaves less what enters; arcs that point back in it are marked. Ties
/// are broken by the order of input, so that what is told first stands first. In graphs of up to 1,000 boxes single
/// boxes are then moved to where the marked arcs weigh least. Source    P. Eades, X. Lin, W. F. Smyth, "A fast and
/// effective heuristic for the feedback arc set problem",
///           Information Processing Letters 47(6), 1993. Weighted, with an ordered set in place of the buckets.
/// Cost      O((boxes + arcs) log boxes); with the moves, a bounded number of rounds of O(boxes^2).
std::vector<char> feedback_arcs(int boxes, std::span<const LayeredInput::Arc> arcs);

}  // namespace skydraft::layout
