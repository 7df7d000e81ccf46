#include <algorithm>
#include <map>
#include <tuple>

#include "layout/p5_route/field_router.hpp"

/// Among the containers of a large drawing, the legs of a hub are found all at once: as the tree of cheapest ways from
/// the hub, whose cost does not grow with their number. They share trunks, as the eye expects of lines that have one
/// end in common, and ways of one tree do not cross each other.
///
/// Source  E. W. Dijkstra, "A Note on Two Problems in Connexion with Graphs", Numerische Mathematik 1, 1959.
namespace skydraft::layout {
namespace {

constexpr std::size_t kManyLegs = 20;  // in a field
constexpr std::size_t kLeastTree = 8;

/// Legs with the same key start at one place: at a node, from its outside or its inside, or at the gate through which
/// all its lines come.
using StopKey = std::tuple<NodeId, bool, bool, Side, double>;

StopKey key_of(NodeId end, const StopSides& sides) {
  const PortSide& side = sides.front();
  if (!sides.stop().gate) return {end, side.inwards, false, Side::North, 0};
  return {end, side.inwards, true, side.side, side.middle};
}

Rect mean_target(const std::vector<const Stop*>& stops) {
  Point sum;
  for (const Stop* stop : stops) sum = sum + stop->target.center();
  const auto count = static_cast<double>(stops.size());
  return {sum.x / count, sum.y / count, 0.01, 0.01};
}

void turn_round(Path& path) {
  std::reverse(path.points.begin(), path.points.end());
  std::swap(path.from, path.to);
}

}  // namespace

/// The legs of each hub, the largest first; every leg belongs to the larger one of its ends.
std::vector<std::vector<std::size_t>> FieldRouter::hubs() const {
  std::map<StopKey, std::size_t> count;
  const auto keys = [&](std::size_t leg) {
    const Edge& edge = graph_.edges()[legs_[leg]->edge];
    return std::pair{key_of(edge.from, sides_of(legs_[leg]->from)), key_of(edge.to, sides_of(legs_[leg]->to))};
  };
  for (std::size_t leg = 0; leg < legs_.size(); ++leg) {
    const auto [from, to] = keys(leg);
    if (std::get<0>(from) != std::get<0>(to)) ++count[from], ++count[to];
  }
  std::map<StopKey, std::vector<std::size_t>> legs_of;
  for (std::size_t leg = 0; leg < legs_.size(); ++leg) {
    const auto [from, to] = keys(leg);
    if (std::get<0>(from) == std::get<0>(to)) continue;
    const StopKey& hub = count[from] >= count[to] ? from : to;
    if (count[hub] >= kLeastTree) legs_of[hub].push_back(leg);
  }
  std::vector<std::vector<std::size_t>> all;
  for (auto& [hub, legs] : legs_of) all.push_back(std::move(legs));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return all;
}

void FieldRouter::find_trees() {
  if (!grid_ || field_.closed.empty() || legs_.size() < kManyLegs) return;
  for (const std::vector<std::size_t>& legs : hubs()) find_tree(legs);
}

void FieldRouter::find_tree(const std::vector<std::size_t>& legs) {
  // All legs have one end in common; which one, the first two tell.
  const auto& first = graph_.edges()[legs_[legs.front()]->edge];
  const auto is_end = [&](NodeId node) {
    return std::all_of(legs.begin(), legs.end(), [&](std::size_t leg) {
      const Edge& edge = graph_.edges()[legs_[leg]->edge];
      return edge.from == node || edge.to == node;
    });
  };
  const NodeId hub = is_end(first.from) ? first.from : first.to;
  const auto starts_at_hub = [&](std::size_t leg) { return graph_.edges()[legs_[leg]->edge].from == hub; };

  // Legs that go on in the same box go through one gate.
  std::map<StopKey, std::vector<std::size_t>> into;
  std::vector<const Stop*> far_ends;
  for (const std::size_t leg : legs) {
    const Stop& far = starts_at_hub(leg) ? legs_[leg]->to : legs_[leg]->from;
    into[key_of(far.node, sides_of(far))].push_back(leg);
    far_ends.push_back(&far);
  }
  const Leg& any = *legs_[legs.front()];
  const Stop& root = starts_at_hub(legs.front()) ? any.from : any.to;
  const std::vector<Terminal> from = terminals(*grid_, obstacles_, sides_of(root), mean_target(far_ends), false);
  search_.flood(*grid_, from);
  std::vector<std::pair<std::size_t, Path>> found;
  for (const auto& [box, members] : into) {
    std::vector<const Stop*> stops;
    for (const std::size_t leg : members) stops.push_back(starts_at_hub(leg) ? &legs_[leg]->to : &legs_[leg]->from);
    Stop stop = *stops.front();
    if (stop.passed) stop.target = mean_target(stops);
    const Path path = search_.way_to(*grid_, from, terminals(*grid_, obstacles_, sides_of(stop), root.target, true));
    for (const std::size_t leg : members) found.emplace_back(leg, path);
  }
  for (auto& [leg, path] : found) {
    if (!path.found()) continue;
    if (!starts_at_hub(leg)) turn_round(path);
    put(leg, std::move(path));
  }
}

}  // namespace skydraft::layout
