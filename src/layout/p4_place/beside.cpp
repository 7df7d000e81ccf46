#include <optional>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/pack.hpp"

namespace skydraft::layout {
namespace {

/// Whether the children stood side by side in the earlier drawing; empty if fewer than two were in it.
std::optional<bool> stood_in_a_row(const Plan& plan, NodeId id) {
  const NodeId* first = nullptr;
  for (const NodeId& kid : plan.flow[id]) {
    if (!plan.had_place(kid)) continue;
    if (first == nullptr) {
      first = &kid;
      continue;
    }
    const Rect &a = plan.before[*first], &b = plan.before[kid];
    return a.right() <= b.left() || b.right() <= a.left();
  }
  return std::nullopt;
}

}  // namespace

// Decided on the least sizes, so that the answer is the same when the children are measured and when they are placed.
bool stands_in_a_row(const Plan& plan, NodeId id) {
  if (plan.in_a_row[id]) return *plan.in_a_row[id];
  if (const auto stood = stood_in_a_row(plan, id)) return *stood;
  return fitted_width(arrange_row(plan, id, {}).size, plan.fold[id]) <=
         fitted_width(arrange_column(plan, id, {}).size, plan.fold[id]);
}

Arranged arrange_beside(const Plan& plan, NodeId id, Size given) {
  return stands_in_a_row(plan, id) ? arrange_row(plan, id, given) : arrange_column(plan, id, given);
}

}  // namespace skydraft::layout
