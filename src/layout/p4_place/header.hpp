#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Places titles, notes and chips of all containers, whose rectangles are known.
void place_headers(const Plan& plan, Placement& placement);

/// Where a line from above would come straight into a container through its title: moves the content to the right,
/// beside the title (Plan::lane_in). Returns those containers, which have then to be measured again.
std::vector<NodeId> open_lanes_beside_titles(Plan& plan, const Placement& placement);

/// Part of a container above its content that titles, notes and chips take; nothing may cross it.
double header_depth(const Plan& plan, NodeId id);

}  // namespace skydraft::layout
