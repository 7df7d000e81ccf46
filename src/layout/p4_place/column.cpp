#include <algorithm>
#include <numeric>

#include "layout/p4_place/arrange.hpp"

namespace skydraft::layout {
namespace {

/// Part of a box left and right of the line on which a column is aligned: the middle of a leaf's anchor.
Extent sideways(const Plan& plan, NodeId id) {
  const double width = plan.least[id].width;
  const Rect& anchor = plan.node(id).anchor;
  const bool by_anchor = !plan.graph.is_container(id) && !anchor.empty();
  const double left = by_anchor ? std::clamp(anchor.center().x, 0.0, width) : width / 2;
  return {left + plan.margin[id].left, width - left + plan.margin[id].right};
}

}  // namespace

Arranged arrange_column(const Plan& plan, NodeId id, Size given) {
  const auto& kids = plan.flow[id];
  const std::vector<double> gaps = gaps_between(plan, id, plan.node(id).gap, false);
  Extent line;
  double height = std::accumulate(gaps.begin(), gaps.end(), 0.0), widest = given.width;
  for (const NodeId kid : kids) {
    const Size size = plan.outer(kid);
    height += size.height;
    widest = std::max(widest, size.width);
    if (plan.node(kid).slot.stretch) continue;
    line.above = std::max(line.above, sideways(plan, kid).above);
    line.below = std::max(line.below, sideways(plan, kid).below);
  }
  const double width = std::max(widest, line.above + line.below);
  const double axis = (width - line.above - line.below) / 2 + line.above;

  Arranged result;
  double y = 0;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    Size size = plan.outer(kids[i]);
    double x = axis - sideways(plan, kids[i]).above;
    if (plan.node(kids[i]).slot.stretch) x = 0, size.width = width;
    result.boxes.push_back({kids[i], {x, y, size.width, size.height}});
    y += size.height + (i < gaps.size() ? gaps[i] : 0);
  }
  result.size = {width, std::max(height, given.height)};
  return result;
}

}  // namespace skydraft::layout
