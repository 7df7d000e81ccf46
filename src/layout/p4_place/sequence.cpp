#include "layout/p4_place/sequence.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "layout/p4_place/arrange.hpp"

namespace skydraft::layout {
namespace {

enum class Along : std::uint8_t { X, Y };

/// The direction in which a container places its children one after the other; empty: it does not.
std::optional<Along> direction_of(const Node& container) {
  switch (container.arrangement) {
    case Arrangement::Row:
    case Arrangement::Beside:
      return Along::X;
    case Arrangement::Column:
    case Arrangement::Guide:
    case Arrangement::Zonal:
      return Along::Y;
    case Arrangement::Layered:
    case Arrangement::Grid:
    case Arrangement::Wall:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_band(const Plan& plan, NodeId kid) { return plan.node(kid).slot.column < 0; }

/// Those that stood there in their old order; a new one comes after the one that it follows in the graph.
std::vector<NodeId> in_old_order(const Plan& plan, const std::vector<NodeId>& kids, Along along) {
  std::vector<NodeId> order;
  for (const NodeId kid : kids)
    if (plan.had_place(kid)) order.push_back(kid);
  const auto middle = [&](NodeId kid) {
    const Point p = plan.before[kid].center();
    return along == Along::X ? p.x : p.y;
  };
  std::stable_sort(order.begin(), order.end(), [&](NodeId a, NodeId b) { return middle(a) < middle(b); });
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (plan.had_place(kids[i])) continue;
    auto at = order.begin();
    if (i > 0) at = std::next(std::find(order.begin(), order.end(), kids[i - 1]));
    order.insert(at, kids[i]);
  }
  return order;
}

/// Whether a wish is about the order along a direction; then whether its child is to come before the other.
std::optional<bool> wants_before(Wish::Kind kind, Along along) {
  using Kind = Wish::Kind;
  if (kind == Kind::First) return true;
  if (kind == Kind::Last) return false;
  if (along == Along::X) {
    if (kind == Kind::LeftOf || kind == Kind::Leftmost) return true;
    if (kind == Kind::RightOf || kind == Kind::Rightmost) return false;
    return std::nullopt;
  }
  if (kind == Kind::Above || kind == Kind::Topmost) return true;
  if (kind == Kind::Below || kind == Kind::Bottommost) return false;
  return std::nullopt;
}

void grant(const ChildWish& wish, const std::vector<NodeId>& kids, Along along, std::vector<NodeId>& order) {
  const std::optional<bool> before = wants_before(wish.kind, along);
  const auto place_of = [&](int child) {
    return std::find(order.begin(), order.end(), kids[static_cast<std::size_t>(child)]);
  };
  const auto from = place_of(wish.child);
  if (!before || from == order.end() || place_of(wish.other) == order.end()) return;
  const NodeId moved = *from;
  if (wish.child == wish.other) {
    order.erase(from);
    order.insert(*before ? order.begin() : order.end(), moved);
    return;
  }
  if ((from < place_of(wish.other)) == *before) return;
  order.erase(from);
  const auto other = place_of(wish.other);
  order.insert(*before ? other : std::next(other), moved);
}

}  // namespace

void put_in_sequence(Plan& plan) {
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n) {
    const NodeId id{n};
    const std::optional<Along> along = direction_of(plan.node(id));
    // Zones and what mirrors them keep the order of the graph: their sides do not tell it.
    if (!along || plan.placed_by_zonal[id] || has_members(plan, id) || !plan.order_is_given(id)) continue;
    std::vector<NodeId>& kids = plan.flow[id];
    const bool zonal = plan.node(id).arrangement == Arrangement::Zonal;
    std::vector<NodeId> order;
    for (const NodeId kid : kids)
      if (!zonal || is_band(plan, kid)) order.push_back(kid);
    order = in_old_order(plan, order, *along);
    for (const ChildWish& wish : plan.wishes[id]) grant(wish, kids, *along, order);
    std::size_t next = 0;
    std::vector<NodeId> result = kids;
    for (NodeId& kid : result)
      if (!zonal || is_band(plan, kid)) kid = order[next++];
    kids = std::move(result);
  }
}

}  // namespace skydraft::layout
