#pragma once

#include "layout/p4_place/plan.hpp"

namespace skydraft::layout {

/// Chooses Plan::fold of every container that can be folded (Layered, Grid without columns, Wall without rows) so that
/// the whole, scaled to the page, is as large as can be, and leaves the plan measured.
///
/// Method    the same wish for all containers first, a few values tried; then one container after the other, the
///           largest first, as far as the trial budget goes.
void fold(Plan& plan, double page_aspect);

/// Does its size depend on Plan::fold?
bool can_fold(const Plan& plan, NodeId id);

}  // namespace skydraft::layout
