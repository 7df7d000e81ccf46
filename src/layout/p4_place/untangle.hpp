#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Moves children of Layered containers to where edges cross less, across all containers: the phases before arrange
/// each container by what they know inside it, and fold layers into rows without a look at where edges go on.
///
/// Children change places, go beside a sibling where there is room, and containers are mirrored; sizes of containers
/// stay. What has a place from an earlier drawing, a wish or a slot is left alone.
///
/// Requires  all boxes are placed.
/// Ensures   children keep the gaps of their container and stay within its padding; equal input gives equal output.
/// Source    threshold accepting: G. Dueck, T. Scheuer, Journal of Computational Physics 90(1), 1990. Simulated
///           annealing with a fixed threshold for each trial in place of a probability, which needs no logarithm (these
///           differ from machine to machine). For drawings: R. Davidson, D. Harel, "Drawing Graphs Nicely Using
///           Simulated Annealing", ACM Transactions on Graphics 15(4), 1996.
/// Cost      bounded by a number of trials and of pairs of lines looked at (straight_lines.hpp). A large drawing is
///           improved part by part.
void untangle(const Plan& plan, const Effort& effort, Placement& placement);

}  // namespace skydraft::layout
