#pragma once

#include "layout/p4_place/plan.hpp"

namespace skydraft::layout {

/// Puts the flow children of containers that place them one after the other (rows, columns, bands of one lane) in the
/// order that they had in the earlier drawing, new ones after the child that they follow in the graph; then in the
/// order that wishes ask for.
///
/// Requires  Plan::flow, before and wishes. Ensures the same children, in another order: indices into flow change.
void put_in_sequence(Plan& plan);

}  // namespace skydraft::layout
