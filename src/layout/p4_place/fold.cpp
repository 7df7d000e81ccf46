#include "layout/p4_place/fold.hpp"

#include <algorithm>
#include <array>

#include "layout/effort.hpp"
#include "layout/p4_place/measure.hpp"

namespace skydraft::layout {
namespace {

constexpr std::array<double, 7> kShapes = {1.0, 0.25, 0.5, 0.75, 1.5, 2.2, 4.0};  // times the page's aspect
// Measured boxes over all trials of one kind. In a large drawing one container's shape changes little of the whole.
constexpr std::size_t kBudget = 12000, kLargeBudget = 5000, kLargeBudgetOneByOne = 1000;
constexpr double kWorthwhile = 1.005;  // a wish other than the page's own has to bring so much

bool is_large(const Plan& plan) { return plan.graph.nodes().size() > kManyNodes; }

/// How large the drawing is on a page of the wanted shape; larger is better.
double score(const Plan& plan, double page_aspect) {
  const Size size = plan.least[SizedGraph::root()];
  return std::min(page_aspect / std::max(1.0, size.width), 1.0 / std::max(1.0, size.height));
}

/// After the wish for `id` has changed: the container itself and those around it, up to one that stays as it was.
void measure_upwards(Plan& plan, NodeId id) {
  for (std::optional<NodeId> at = id; at; at = plan.node(*at).parent)
    if (!plan.placed_by_zonal[*at] && !measure(plan, *at)) return;
}

/// What trying one wish for a container costs: the boxes that have to be placed again.
std::size_t trial_cost(const Plan& plan, NodeId id) {
  std::size_t cost = 0;
  for (std::optional<NodeId> at = id; at; at = plan.node(*at).parent)
    cost += plan.flow[*at].size() + plan.arcs[*at].size();
  return cost + 1;
}

void try_for_all(Plan& plan, const std::vector<NodeId>& foldable, double page_aspect) {
  const std::size_t cost = plan.graph.nodes().size() + plan.graph.edges().size();
  const std::size_t budget = is_large(plan) ? kLargeBudget : kBudget;
  const std::size_t trials = std::clamp<std::size_t>(budget / std::max<std::size_t>(1, cost), 1, kShapes.size());
  double best = 0, shape = kShapes[0];
  for (std::size_t t = 0; t < trials; ++t) {
    for (const NodeId id : foldable) plan.fold[id] = page_aspect * kShapes[t];
    measure_all(plan);
    if (score(plan, page_aspect) > best * kWorthwhile) best = score(plan, page_aspect), shape = kShapes[t];
  }
  if (shape == kShapes[trials - 1]) return;  // as it stands now
  for (const NodeId id : foldable) plan.fold[id] = page_aspect * shape;
  measure_all(plan);
}

void try_one_by_one(Plan& plan, std::vector<NodeId> foldable, double page_aspect) {
  const auto area = [&](NodeId id) { return plan.least[id].width * plan.least[id].height; };
  std::stable_sort(foldable.begin(), foldable.end(), [&](NodeId a, NodeId b) { return area(a) > area(b); });
  const std::size_t budget = is_large(plan) ? kLargeBudgetOneByOne : kBudget;
  std::size_t spent = 0;
  for (const NodeId id : foldable) {
    const std::size_t cost = trial_cost(plan, id);
    if (spent + cost * (kShapes.size() + 1) > budget) continue;
    spent += cost * (kShapes.size() + 1);
    double best = score(plan, page_aspect), wish = plan.fold[id];
    const auto wish_for = [&](double fold) {
      if (plan.fold[id] == fold) return;  // so it stands
      plan.fold[id] = fold;
      measure_upwards(plan, id);
    };
    for (const double shape : kShapes) {
      wish_for(page_aspect * shape);
      if (score(plan, page_aspect) > best * kWorthwhile) best = score(plan, page_aspect), wish = plan.fold[id];
    }
    wish_for(wish);
  }
}

}  // namespace

bool can_fold(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  if (!plan.graph.is_container(id) || plan.placed_by_zonal[id] || plan.flow[id].size() < 2) return false;
  const auto& kids = plan.flow[id];
  const bool rows_given =
      std::all_of(kids.begin(), kids.end(), [&](NodeId kid) { return plan.node(kid).slot.row >= 0; });
  switch (node.arrangement) {
    case Arrangement::Layered:
    case Arrangement::Beside:
      return true;
    case Arrangement::Grid:
      return node.columns == 0 && !rows_given;
    case Arrangement::Wall:
      return !rows_given;
    case Arrangement::Row:
    case Arrangement::Column:
    case Arrangement::Guide:
    case Arrangement::Zonal:
      return false;
  }
  return false;
}

void fold(Plan& plan, double page_aspect) {
  std::vector<NodeId> foldable;
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n)
    if (can_fold(plan, NodeId{n})) foldable.push_back(NodeId{n});
  if (foldable.empty()) {
    measure_all(plan);
    return;
  }
  try_for_all(plan, foldable, page_aspect);
  try_one_by_one(plan, foldable, page_aspect);
}

}  // namespace skydraft::layout
