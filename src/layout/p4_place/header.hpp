#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Places title, note and chips of a container whose rectangle is known.
void place_header(const Plan& plan, NodeId id, Placement& placement);

/// Part of a container above its content that titles, notes and chips take; nothing may cross it.
double header_depth(const Plan& plan, NodeId id);

}  // namespace skydraft::layout
