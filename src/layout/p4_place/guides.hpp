#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Moves what may float to where most edges are straight: children of Rows without `stretch`, children of Guide
/// columns, rows of Walls vertically, gateways along their border. Order, least gaps and containers stay as they are.
///
/// Rigid boxes are settled; then, in the order of the weight of their edges to what is settled, groups of boxes that
/// move together are placed and become settled; kPasses further rounds look at all edges. Cost      O(passes * (edges *
/// depth + nodes * depth)).
void follow_guides(const Plan& plan, Placement& placement);

}  // namespace skydraft::layout
