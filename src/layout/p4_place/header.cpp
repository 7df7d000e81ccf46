#include "layout/p4_place/header.hpp"

#include <algorithm>
#include <cmath>

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

/// Chips of zones stand over their zone's middle, as far as title and note leave room; twins keep the same distance
/// from the axis. The others follow the title.
std::vector<double> chip_starts(const Plan& plan, NodeId id, const std::vector<NodeId>& chips, const Rect& rect,
                                double left, double right) {
  const Zones zones = plan.zones[id];
  const double axis = rect.center().x;
  std::vector<double> starts;
  double next = left;
  for (const NodeId chip : chips) {
    const Node& node = plan.node(chip);
    double start = next;
    if (node.slot.column >= 0 && zones.count > 0) {
      const double from_axis = (node.slot.column - (zones.count - 1) / 2.0) * zones.pitch;
      double reach = std::abs(from_axis);  // as far from the axis as both sides allow
      reach = std::min(reach, std::min(axis - left, right - axis) - node.size.width / 2);
      if (zones.count == 2) reach = std::max(reach, (node.size.width + kGap) / 2);
      start = std::max(next, axis + (from_axis < 0 ? -reach : reach) - node.size.width / 2);
    }
    starts.push_back(start);
    next = start + node.size.width + kGap;
  }
  double limit = right;  // what was pushed too far comes back
  for (std::size_t i = chips.size(); i-- > 0;) {
    starts[i] = std::min(starts[i], limit - plan.node(chips[i]).size.width);
    limit = starts[i] - kGap;
  }
  return starts;
}

}  // namespace

double header_depth(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  if (node.title.empty() && node.note.width <= 0 && header_chips(plan.graph, id).empty()) return 0;
  return plan.insets(id).top;
}

void place_header(const Plan& plan, NodeId id, Placement& placement) {
  const Rect rect = placement.rects[id];
  const Rect title = placement.titles[id] = title_rect(plan.node(id), rect);
  const Rect note = placement.notes[id] = note_rect(plan, id, rect, title);
  std::vector<NodeId> chips = header_chips(plan.graph, id);
  if (chips.empty()) return;
  std::stable_sort(chips.begin(), chips.end(),
                   [&](NodeId a, NodeId b) { return plan.node(a).slot.column < plan.node(b).slot.column; });
  const double left = title.empty() ? rect.x + kGap : title.right() + kGap;
  const double right = note.empty() ? rect.right() - kGap : note.left() - kGap;
  const std::vector<double> starts = chip_starts(plan, id, chips, rect, left, right);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Size size = plan.node(chips[i]).size;
    placement.rects[chips[i]] = {starts[i], rect.y + (plan.insets(id).top - size.height) / 2, size.width, size.height};
  }
}

}  // namespace skydraft::layout
