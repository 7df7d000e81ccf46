#include "layout/p4_place/shrink.hpp"

#include <algorithm>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/fold.hpp"
#include "layout/p4_place/measure.hpp"

namespace skydraft::layout {
namespace {

constexpr double kLanes = 16;  // px left beside the boxes in a container, where there were as many: room for routes

/// Makes what stands in a container the arrangement of its layers, and it as small as that lets it.
void settle(Plan& plan, NodeId id, Placement& placement) {
  double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
  std::vector<Rect> rects;
  for (const NodeId kid : plan.flow[id]) {
    const Insets& margin = plan.margin[kid];
    rects.push_back(placement.rects[kid].inset({-margin.top, -margin.right, -margin.bottom, -margin.left}));
    left = std::min(left, rects.back().left()), right = std::max(right, rects.back().right());
    top = std::min(top, rects.back().top()), bottom = std::max(bottom, rects.back().bottom());
  }
  Rect& rect = placement.rects[id];
  const Insets insets = plan.insets(id);
  const double lanes = id == SizedGraph::root() ? 0 : kLanes;
  left -= insets.left + lanes, right += insets.right + lanes;
  top -= insets.top + lanes, bottom += insets.bottom + lanes;
  const Size least = plan.node(id).size;
  const double width = std::max(
                   {std::min(right, rect.right()) - std::max(left, rect.left()), plan.header_width(id), least.width}),
               height = std::max(std::min(bottom, rect.bottom()) - std::max(top, rect.top()), least.height);
  // It grows nowhere: what stands beside it has no more room.
  rect = {std::max(rect.left(), std::min(left, rect.right() - width)),
          std::max(rect.top(), std::min(top, rect.bottom() - height)), width, height};
  const Rect content = rect.inset(insets);
  for (Rect& kid : rects) kid = kid.moved(Point{} - content.origin());
  plan.layered[id] = {std::move(rects), content.size()};
  plan.settled[id] = true;
}

/// The same for what another rule arranges. A row keeps its first box where it is, others their middle.
void fit(const Plan& plan, NodeId id, Placement& placement) {
  Rect& rect = placement.rects[id];
  const Size size{std::min(rect.width, plan.least[id].width), std::min(rect.height, plan.least[id].height)};
  const double left = plan.in_a_row[id].value_or(false) ? rect.left() : rect.center().x - size.width / 2;
  rect = {left, rect.center().y - size.height / 2, size.width, size.height};
}

/// Cards beside something higher are stacked as high as that, and so take less room beside it.
void narrow_walls(Plan& plan, NodeId row) {
  constexpr double kStep = 0.8, kLeastShape = 0.1;  // of width / height
  const auto is_wall = [&](NodeId kid) { return plan.node(kid).arrangement == Arrangement::Wall; };
  double height = 0;
  for (const NodeId kid : plan.flow[row])
    if (!is_wall(kid)) height = std::max(height, plan.least[kid].height);
  for (const NodeId kid : plan.flow[row]) {
    if (!is_wall(kid) || !can_fold(plan, kid)) continue;
    double best = plan.fold[kid], width = plan.least[kid].width;
    for (double shape = best * kStep; shape > kLeastShape; shape *= kStep) {
      plan.fold[kid] = shape;
      measure(plan, kid);
      if (plan.least[kid].height > height) break;
      if (plan.least[kid].width < width) best = shape, width = plan.least[kid].width;
    }
    plan.fold[kid] = best;
    measure(plan, kid);
  }
}

/// May where its children stand now stay? Not if one of them has come to need more room, being packed in another way.
bool can_settle(const Plan& plan, NodeId id, const Placement& placement) {
  const auto& kids = plan.flow[id];
  return plan.node(id).arrangement == Arrangement::Layered && !kids.empty() && !plan.order_is_given(id) &&
         std::all_of(kids.begin(), kids.end(), [&](NodeId kid) {
           const Size least = plan.least[kid], size = placement.rects[kid].size();
           return least.width < size.width + 0.01 && least.height < size.height + 0.01;
         });
}

}  // namespace

void shrink_to_content(Plan& plan, Placement& placement) {
  for (std::uint32_t n = 0; n < plan.graph.nodes().size(); ++n)
    if (const NodeId id{n}; plan.node(id).arrangement == Arrangement::Beside && !plan.flow[id].empty())
      plan.in_a_row[id] = stands_in_a_row(plan, id);
  for (std::size_t n = plan.graph.nodes().size(); n-- > 0;) {
    const NodeId id{static_cast<std::uint32_t>(n)};
    if (!plan.graph.is_container(id) || plan.placed_by_zonal[id]) continue;
    if (can_settle(plan, id, placement)) settle(plan, id, placement);
    if (plan.in_a_row[id].value_or(false)) narrow_walls(plan, id);
    measure(plan, id);
    if (!plan.settled[id]) fit(plan, id, placement);
  }
}

}  // namespace skydraft::layout
