#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Takes the room from containers that untangling has left empty, where only layers decide their size: the innermost
/// first. What they hold stays where it is on the page, whose corner is (0, 0) again afterwards.
///
/// Requires  all boxes are placed.
/// Ensures   no container grows, so none comes to lie on another; padding and headers keep their room.
void shrink_to_content(const Plan& plan, Placement& placement);

}  // namespace skydraft::layout
