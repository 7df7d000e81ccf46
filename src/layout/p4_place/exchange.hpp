#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Lets alike leaves of a Layered container change places where that makes edges cross less, across all containers: the
/// phases before order each container by what they know inside it.
///
/// Requires  all boxes are placed.
/// Ensures   the set of rectangles of each container stays as it was; equal input gives equal output.
/// Method    hill climbing over pairs of siblings of one size. The cost of an edge is that of the straight line between
///           its ends: crossings, length, whether it points back along the flow, whether it can be straight.
/// Cost      bounded by kBudget pairs of lines looked at; in large graphs an edge is compared with those of the same
///           container only.
void exchange_siblings(const Plan& plan, Placement& placement);

}  // namespace skydraft::layout
