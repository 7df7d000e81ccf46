#include <algorithm>
#include <cmath>
#include <map>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/pack.hpp"

namespace skydraft::layout {
namespace {

using Shelf = std::vector<NodeId>;

/// Rows as given by Slot::row; boxes without one are packed in order onto further rows, so that the whole comes near
/// the wanted aspect.
std::vector<Shelf> shelves(const Plan& plan, NodeId id) {
  std::map<int, Shelf> given;
  std::vector<NodeId> free;
  for (const NodeId kid : plan.flow[id])
    if (const int row = plan.node(kid).slot.row; row >= 0)
      given[row].push_back(kid);
    else
      free.push_back(kid);
  std::vector<Shelf> result;
  for (auto& [row, shelf] : given) result.push_back(std::move(shelf));
  std::vector<Size> sizes;
  for (const NodeId kid : free) sizes.push_back(plan.outer(kid));
  const std::vector<Rect> packed = pack_on_shelves(sizes, plan.node(id).gap, plan.fold[id]);
  for (std::size_t i = 0; i < free.size(); ++i) {
    if (i == 0 || packed[i].x <= packed[i - 1].x) result.emplace_back();
    result.back().push_back(free[i]);
  }
  return result;
}

/// Cards and blocks of text can be larger than they need; a node with an icon cannot.
bool can_stretch(const Plan& plan, NodeId id) { return plan.graph.is_container(id) || plan.node(id).anchor.empty(); }

Size shelf_size(const Plan& plan, const Shelf& shelf, double gap) {
  Size size{-gap, 0};
  for (const NodeId kid : shelf) {
    size.width += plan.outer(kid).width + gap;
    size.height = std::max(size.height, plan.outer(kid).height);
  }
  return size;
}

}  // namespace

Arranged arrange_wall(const Plan& plan, NodeId id, Size given) {
  const std::vector<Shelf> rows = shelves(plan, id);
  const double gap = plan.node(id).gap, row_gap = plan.node(id).row_gap;
  Arranged result;
  Size need{0, rows.empty() ? 0 : -row_gap};
  for (const Shelf& shelf : rows) {
    const Size size = shelf_size(plan, shelf, gap);
    need = {std::max(need.width, size.width), need.height + size.height + row_gap};
  }
  const double width = std::max(need.width, given.width);
  double y = 0;
  for (const Shelf& shelf : rows) {
    const Size size = shelf_size(plan, shelf, gap);
    // Every row is as wide as the wall: what is missing is shared out in proportion.
    const double natural = size.width - gap * static_cast<double>(shelf.size() - 1);
    const double scale = natural > 0 ? (width - size.width) / natural : 0;
    double x = 0;
    for (const NodeId kid : shelf) {
      Size box = plan.outer(kid);
      if (can_stretch(plan, kid)) {
        const double more = box.width * scale;
        result.boxes.push_back({kid, {x, y, box.width + more, size.height}});
        x += box.width + more + gap;
      } else {
        const double cell = box.width * (1 + scale);
        result.boxes.push_back({kid, {x + (cell - box.width) / 2, y, box.width, box.height}});
        x += cell + gap;
      }
    }
    y += size.height + row_gap;
  }
  result.size = {width, std::max(need.height, given.height)};
  return result;
}

}  // namespace skydraft::layout
