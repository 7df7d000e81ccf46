#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "scene/drawing.hpp"

namespace skydraft::scene {
namespace {

struct Interval {
  double begin = 0;
  double end = 0;
};

/// The middle of a free stretch of `length` within `room`, as near to the room's middle as the obstacles allow.
std::optional<double> free_middle(Interval room, double length, std::vector<Interval> obstacles) {
  std::ranges::sort(obstacles, {}, &Interval::begin);
  obstacles.push_back({room.end, room.end});
  const double wanted = (room.begin + room.end) / 2;
  std::optional<double> best;
  double free_from = room.begin;
  for (const Interval& obstacle : obstacles) {
    const double free_to = std::min(obstacle.begin, room.end);
    if (free_to - free_from >= length) {
      const double middle = std::clamp(wanted, free_from + length / 2, free_to - length / 2);
      if (!best || std::abs(middle - wanted) < std::abs(*best - wanted)) best = middle;
    }
    free_from = std::max(free_from, obstacle.end);
  }
  return best;
}

}  // namespace

/// Heights at which something stands on the line `x`: gateways on the container's left border, routes that cross it.
/// Cost: nodes and segments, once for each container with tiers.
std::vector<Drawing::Reach> Drawing::reaches_at(NodeId container, double x) const {
  constexpr double kClear = 6;
  std::vector<Reach> reaches;
  for (std::uint32_t i = 1; i < picture_.graph.nodes().size(); ++i) {
    const layout::Node& node = picture_.graph[NodeId{i}];
    if (node.border_of_span != layout::Side::West || node.spans.empty() || node.spans.front() != container) continue;
    const Rect rect = placed_.rects[NodeId{i}].grown(kClear);
    reaches.push_back({rect.top(), rect.bottom()});
  }
  for (const layout::Route& route : placed_.routes.rows())
    for (std::size_t i = 1; i < route.points.size(); ++i) {
      const auto [left, right] = std::minmax(route.points[i - 1].x, route.points[i].x);
      const auto [top, bottom] = std::minmax(route.points[i - 1].y, route.points[i].y);
      if (left < x + kClear && right > x - kClear) reaches.push_back({top - kClear, bottom + kClear});
    }
  return reaches;
}

/// Names of tiers, written upwards in the left padding (section 5, VPC).
void Drawing::draw_tiers(NodeId node) {
  const std::vector<view::Tier>& tiers = picture_.nodes[node].tiers;
  if (tiers.empty()) return;
  const Rect frame = placed_.rects[node];
  constexpr double kGutter = 20;
  const double x = frame.x + kGutter / 2;
  std::vector<Interval> obstacles;
  for (const Reach& reach : reaches_at(node, x)) obstacles.push_back({reach.top, reach.bottom});
  for (const view::Tier& tier : tiers) {
    Rect members;
    for (const NodeId id : tier.members) members = cover(members, placed_.rects[id]);
    const double length = typeset::width(tier.text, kCapitalsFont);
    const auto middle = free_middle({members.top(), members.bottom()}, length, obstacles);
    if (members.empty() || !middle) continue;
    painter_.text(Layer::GroupLabels, {.at = {x + 0.36 * kCapitalsFont.size, *middle},
                                       .anchor = view::TextLine::Anchor::Middle,
                                       .font = kCapitalsFont,
                                       .color = "ink3",
                                       .rotation = -90,
                                       .text = tier.text});
  }
}

}  // namespace skydraft::scene
