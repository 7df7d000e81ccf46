#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/pack.hpp"

namespace skydraft::layout {

/// Decided on the least sizes, so that the answer is the same when the children are measured and when they are placed.
Arranged arrange_beside(const Plan& plan, NodeId id, Size given) {
  const double row = fitted_width(arrange_row(plan, id, {}).size, plan.fold[id]);
  const double column = fitted_width(arrange_column(plan, id, {}).size, plan.fold[id]);
  return row <= column ? arrange_row(plan, id, given) : arrange_column(plan, id, given);
}

}  // namespace skydraft::layout
