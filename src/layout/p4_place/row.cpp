#include <algorithm>
#include <numeric>

#include "layout/p4_place/arrange.hpp"

namespace skydraft::layout {
namespace {

/// Containers that look the same, only larger, when they are wider than they need.
bool takes_width(const Plan& plan, NodeId id) {
  const Node& node = plan.node(id);
  if (!plan.graph.is_container(id)) return false;
  switch (node.arrangement) {
    case Arrangement::Grid:
    case Arrangement::Row:
    case Arrangement::Wall:
    case Arrangement::Zonal:
    case Arrangement::Layered:
    case Arrangement::Beside:
      return true;
    case Arrangement::Column:
    case Arrangement::Guide:
      return false;
  }
  return false;
}

}  // namespace

bool fills_height(const Plan& plan, NodeId id) {
  const bool beside = plan.node(*plan.node(id).parent).arrangement == Arrangement::Beside;
  return (plan.node(id).slot.stretch && !beside) ||
         (plan.graph.is_container(id) && plan.node(id).arrangement == Arrangement::Guide);
}

Arranged arrange_row(const Plan& plan, NodeId id, Size given) {
  const auto& kids = plan.flow[id];
  std::vector<double> gaps = gaps_between(plan, id, plan.node(id).gap, true);
  Extent line;  // on which the leaves stand
  double height = given.height, width = std::accumulate(gaps.begin(), gaps.end(), 0.0), elastic = 0;
  for (const NodeId kid : kids) {
    const Size size = plan.outer(kid);
    height = std::max(height, size.height);
    width += size.width;
    if (takes_width(plan, kid)) elastic += size.width;
    if (plan.graph.is_container(kid)) continue;
    line.above = std::max(line.above, plan.extent(kid).above);
    line.below = std::max(line.below, plan.extent(kid).below);
  }
  height = std::max(height, line.above + line.below);

  const double slack = std::max(0.0, given.width - width);
  const double leaf_line = (height - line.above - line.below) / 2 + line.above;
  double x = elastic > 0 ? 0 : slack / 2;
  Arranged result;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    Size size = plan.outer(kids[i]);
    if (elastic > 0 && takes_width(plan, kids[i])) size.width += slack * size.width / elastic;
    double y = 0;
    if (fills_height(plan, kids[i]))
      size.height = height;
    else if (!plan.graph.is_container(kids[i]))
      y = leaf_line - plan.extent(kids[i]).above;
    result.boxes.push_back({kids[i], {x, y, size.width, size.height}});
    x += size.width + (i < gaps.size() ? gaps[i] : 0);
  }
  result.size = {std::max(width, given.width), height};
  return result;
}

}  // namespace skydraft::layout
