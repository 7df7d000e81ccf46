#pragma once

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Takes the room from containers that untangling has left empty, the innermost first: where their children stand now
/// becomes their arrangement (Plan::settled), and all are measured again.
///
/// Requires  all boxes are placed. Afterwards they have to be placed anew.
/// Ensures   no Layered container grows, so none comes to lie on another; padding and headers keep their room.
void shrink_to_content(Plan& plan, Placement& placement);

}  // namespace skydraft::layout
