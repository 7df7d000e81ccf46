#pragma once

#include <span>
#include <vector>

#include "layout/layered.hpp"

namespace skydraft::layout {

/// Gives every box of a connected graph without cycles a layer, from 0, so that each arc points forward by one layer or
/// more and the weighted length of all is least.
///
/// Requires  the arcs have no cycle and no loop.
/// Source    E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo, "A Technique for Drawing Directed Graphs",
///           IEEE Trans. Software Engineering 19(3), 1993, section 2 (network simplex). Deviation: cut values are
///           summed anew over the tree after each exchange, which is simpler and as quick at this size; the number of
///           exchanges is bounded, and the layers found so far are valid at any time.
/// Cost      O((boxes + arcs) * exchanges), exchanges bounded by kExchangeBudget.
std::vector<int> assign_layers(int boxes, std::span<const LayeredInput::Arc> arcs);

/// Moves boxes to later layers until the boxes of no layer are together longer than `room` (one box always fits).
/// `extents` are the boxes' lengths across, with the gap.
std::vector<int> bound_layers(std::vector<int> layers, std::span<const LayeredInput::Arc> arcs,
                              std::span<const double> extents, double room);

/// Moves boxes to the layers that are fixed (0 or more) and says for each arc whether it then has to be turned round.
std::vector<char> fix_layers(std::vector<int>& layers, std::span<const LayeredInput::Arc> arcs,
                             std::span<const int> fixed);

}  // namespace skydraft::layout
