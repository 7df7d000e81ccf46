#include <algorithm>
#include <cmath>

#include "layout/p4_place/arrange.hpp"

/// A band that holds one or more members of each zone, e.g. a group of machines spread over two zones.
namespace skydraft::layout {
namespace {

struct Members {
  std::vector<std::vector<NodeId>> by_zone;  ///< in order; of the last of two zones the first stands at the outer side
  std::vector<double> cells;                 ///< width of the k-th member of every zone
  std::vector<NodeId> axis;                  ///< children of no zone
  double zone_width = 0;
  double axis_width = 0;
  Extent line;
  double height = 0;
};

std::size_t zone_count(const Plan& plan, NodeId zonal) {
  std::size_t count = 0;
  for (const NodeId kid : plan.flow[zonal])
    if (plan.node(kid).slot.column >= 0 && plan.graph.is_container(kid)) ++count;
  return std::max<std::size_t>(1, count);
}

Members collect(const Plan& plan, NodeId id) {
  Members members;
  members.by_zone.resize(zone_count(plan, *plan.node(id).parent));
  const double gap = plan.node(id).gap;
  for (const NodeId kid : plan.flow[id]) {
    members.height = std::max(members.height, plan.outer(kid).height);
    const int column = plan.node(kid).slot.column;
    if (column < 0) {
      members.axis_width += plan.outer(kid).width + (members.axis.empty() ? 0 : gap);
      members.axis.push_back(kid);
      continue;
    }
    auto& zone = members.by_zone[std::min(static_cast<std::size_t>(column), members.by_zone.size() - 1)];
    const std::size_t k = zone.size();
    zone.push_back(kid);
    if (k >= members.cells.size()) members.cells.resize(k + 1, 0.0);
    members.cells[k] = std::max(members.cells[k], plan.outer(kid).width);
    members.line.above = std::max(members.line.above, plan.extent(kid).above);
    members.line.below = std::max(members.line.below, plan.extent(kid).below);
  }
  for (const double cell : members.cells) members.zone_width += cell;
  members.zone_width += gap * static_cast<double>(members.cells.empty() ? 0 : members.cells.size() - 1);
  members.height = std::max(members.height, members.line.above + members.line.below);
  return members;
}

}  // namespace

bool has_members(const Plan& plan, NodeId id) {
  const Node& band = plan.node(id);
  if (!band.parent || plan.node(*band.parent).arrangement != Arrangement::Zonal) return false;
  const bool own_columns = band.arrangement == Arrangement::Grid || band.arrangement == Arrangement::Zonal;
  if (band.slot.column >= 0 || own_columns) return false;
  return std::any_of(plan.flow[id].begin(), plan.flow[id].end(),
                     [&](NodeId k) { return plan.node(k).slot.column >= 0; });
}

Arranged arrange_members(const Plan& plan, NodeId id, Size given) {
  const Members members = collect(plan, id);
  const double gap = plan.node(id).gap;
  const std::size_t zones = members.by_zone.size();
  const double axis_room = members.axis.empty() ? 0 : members.axis_width + gap;
  // Members of neighbouring zones stand so far apart; of more than two zones each under its zone, if there is room.
  double pitch = members.zone_width + gap + axis_room;
  if (given.width > 0 && zones > 2) {
    const double most = (given.width - members.zone_width) / static_cast<double>(zones - 1);
    pitch = std::max(pitch, std::min(plan.zones[id].pitch, most));
  }
  const double span = pitch * static_cast<double>(zones - 1) + members.zone_width + (zones == 1 ? axis_room : 0);

  Arranged result;
  result.size = {std::max(span, given.width), std::max(members.height, given.height)};
  const double line = (result.size.height - members.line.above - members.line.below) / 2 + members.line.above;
  const double left = (result.size.width - span) / 2;
  for (std::size_t z = 0; z < zones; ++z) {
    const bool mirrored = zones == 2 && z == 1;
    double x = 0;
    for (std::size_t k = 0; k < members.by_zone[z].size(); ++k) {
      const NodeId kid = members.by_zone[z][k];
      const Size size = plan.outer(kid);
      const double centre = x + members.cells[k] / 2;
      const double from_left =
          left + pitch * static_cast<double>(z) + (mirrored ? members.zone_width - centre : centre);
      result.boxes.push_back(
          {kid, {from_left - size.width / 2, line - plan.extent(kid).above, size.width, size.height}});
      x += members.cells[k] + gap;
    }
  }
  // On the axis if the number of zones is even, else between the middle zone and the one before it.
  double x = left + members.zone_width + gap;
  if (zones > 1) x += pitch * static_cast<double>(zones / 2 - 1) + (pitch - members.zone_width - gap - axis_room) / 2;
  for (const NodeId kid : members.axis) {
    const Size size = plan.outer(kid);
    result.boxes.push_back({kid, {x, (result.size.height - size.height) / 2, size.width, size.height}});
    x += size.width + gap;
  }
  return result;
}

}  // namespace skydraft::layout
