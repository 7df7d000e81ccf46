#include "layout/p4_place/header.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "layout/p4_place/arrange.hpp"

namespace skydraft::layout {
namespace {

constexpr double kNoteInset = 9;  // from the right border
constexpr double kGap = 12;

Rect title_rect(const Node& node, const Rect& rect) {
  if (node.title.empty()) return {};
  Rect title = node.title.moved(rect.origin());
  if (node.title_centred) title.x = rect.x + (rect.width - title.width) / 2;
  return title;
}

Rect note_rect(const Plan& plan, NodeId id, const Rect& rect, const Rect& title) {
  const Size note = plan.node(id).note;
  if (note.width <= 0) return {};
  const double middle = title.empty() ? rect.y + plan.insets(id).top / 2 : title.center().y;
  return {rect.right() - kNoteInset - note.width, std::max(rect.y, middle - note.height / 2), note.width, note.height};
}

/// Calls `visit(container, x)` for every container that a line could enter straight from above, on its way to a leaf.
template <class Visit>
void for_each_straight_entry(const Plan& plan, const Placement& placement, Visit&& visit) {
  const auto enter = [&](NodeId inner, NodeId outer) {
    const Rect& above = placement.rects[outer];
    const Rect& anchor = plan.node(inner).anchor;
    const Rect& rect = placement.rects[inner];
    const double x = (anchor.empty() ? rect : anchor.moved(rect.origin())).center().x;
    if (above.bottom() > rect.y || x < above.left() || x > above.right()) return;
    const NodeId common = plan.graph.common_container(inner, outer);
    for (NodeId up = inner; up != common; up = *plan.node(up).parent)
      if (above.bottom() <= placement.rects[up].y) visit(up, x);
  };
  for (const Edge& edge : plan.graph.edges()) {
    enter(edge.from, edge.to);
    enter(edge.to, edge.from);
  }
}

/// By container with chips: x of the lines that come straight down into it.
using Entries = SideTable<NodeId, std::vector<double>>;

Entries straight_entries(const Plan& plan, const Placement& placement) {
  Entries entries(plan.graph.nodes().size());
  for_each_straight_entry(plan, placement, [&](NodeId container, double x) {
    if (!plan.chips[container].empty()) entries[container].push_back(x);
  });
  return entries;
}

bool can_shift_content(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  return !plan.placed_by_zonal[id] && node.arrangement != Arrangement::Zonal &&
         node.arrangement != Arrangement::Guide && !node.title_centred && !has_members(plan, id);
}

/// Distance of a chip's middle from the axis, nearest to the wanted one, at which neither it nor its twin stands in the
/// way of a line that enters the container.
double free_reach(double wanted, double least, double most, double half, double axis,
                  const std::vector<double>& entries) {
  constexpr double kClear = 8;
  const auto is_free = [&](double reach) {
    return std::none_of(entries.begin(), entries.end(),
                        [&](double x) { return std::abs(std::abs(x - axis) - reach) < half + kClear - 0.01; });
  };
  double best = wanted, distance = std::numeric_limits<double>::infinity();
  const auto consider = [&](double reach) {
    if (reach < least || reach > most || std::abs(reach - wanted) >= distance || !is_free(reach)) return;
    best = reach, distance = std::abs(reach - wanted);
  };
  consider(wanted);
  for (const double x : entries) {
    consider(std::abs(x - axis) - half - kClear);
    consider(std::abs(x - axis) + half + kClear);
  }
  return best;
}

struct Strip {
  double left = 0;
  double right = 0;
  double axis = 0;
};

/// Chips of zones stand over their zone's middle, as far as title, note and lines leave room; twins keep the same
/// distance from the axis. The others follow the title.
std::vector<double> chip_starts(const Plan& plan, NodeId id, const std::vector<NodeId>& chips, const Strip& strip,
                                const std::vector<double>& entries) {
  const Zones zones = plan.zones[id];
  std::vector<double> starts;
  double next = strip.left;
  for (const NodeId chip : chips) {
    const double width = plan.node(chip).size.width;
    const int column = plan.node(chip).slot.column;
    double start = next;
    if (column >= 0 && zones.count > 0) {
      const double from_axis = (column - (zones.count - 1) / 2.0) * zones.pitch;
      const double most = std::min(strip.axis - strip.left, strip.right - strip.axis) - width / 2;
      const double least = from_axis == 0 ? 0 : (width + kGap) / 2;
      double reach = std::max(least, std::min(std::abs(from_axis), most));
      if (from_axis != 0) reach = free_reach(reach, least, most, width / 2, strip.axis, entries);
      start = std::max(next, strip.axis + (from_axis < 0 ? -reach : reach) - width / 2);
    }
    starts.push_back(start);
    next = start + width + kGap;
  }
  double limit = strip.right;  // what was pushed too far comes back
  for (std::size_t i = chips.size(); i-- > 0;) {
    starts[i] = std::min(starts[i], limit - plan.node(chips[i]).size.width);
    limit = starts[i] - kGap;
  }
  return starts;
}

void place_chips(const Plan& plan, NodeId id, const std::vector<double>& entries, Placement& placement) {
  std::vector<NodeId> chips = plan.chips[id];
  if (chips.empty()) return;
  std::stable_sort(chips.begin(), chips.end(),
                   [&](NodeId a, NodeId b) { return plan.node(a).slot.column < plan.node(b).slot.column; });
  const Rect rect = placement.rects[id], title = placement.titles[id], note = placement.notes[id];
  const Strip strip{title.empty() ? rect.x + kGap : title.right() + kGap,
                    note.empty() ? rect.right() - kGap : note.left() - kGap, rect.center().x};
  const std::vector<double> starts = chip_starts(plan, id, chips, strip, entries);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Size size = plan.node(chips[i]).size;
    placement.rects[chips[i]] = {starts[i], rect.y + (plan.insets(id).top - size.height) / 2, size.width, size.height};
  }
}

}  // namespace

void place_headers(const Plan& plan, Placement& placement) {
  const Entries entries = straight_entries(plan, placement);
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n) {
    const NodeId id{n};
    if (!plan.graph.is_container(id)) continue;
    placement.titles[id] = title_rect(plan.node(id), placement.rects[id]);
    placement.notes[id] = note_rect(plan, id, placement.rects[id], placement.titles[id]);
    place_chips(plan, id, entries[id], placement);
  }
}

std::vector<NodeId> open_lanes_beside_titles(Plan& plan, const Placement& placement) {
  constexpr double kClear = 8;
  std::vector<std::pair<NodeId, double>> wanted;
  for_each_straight_entry(plan, placement, [&](NodeId container, double x) {
    const Rect& title = placement.titles[container];
    if (title.empty() || x < title.left() - kClear || x >= title.right() + kClear - 0.01) return;
    if (!can_shift_content(plan, container)) return;
    const double by = title.right() + kClear - x;
    if (by > title.width / 2 + kClear) return;  // far under the title a line does better to come in from the side
    wanted.emplace_back(container, plan.lane_in[container] + by);
  });
  std::vector<NodeId> changed;
  for (const auto& [container, lane] : wanted) {
    plan.lane_in[container] = std::max(plan.lane_in[container], lane);
    changed.push_back(container);
  }
  return changed;
}

double header_depth(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  if (node.title.empty() && node.note.width <= 0 && plan.chips[id].empty()) return 0;
  return plan.insets(id).top;
}

}  // namespace skydraft::layout
