#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/pack.hpp"

namespace skydraft::layout {
namespace {

using Shelf = std::vector<NodeId>;

Size shelf_size(const Plan& plan, const Shelf& shelf, double gap) {
  Size size{-gap, 0};
  for (const NodeId kid : shelf) {
    size.width += plan.outer(kid).width + gap;
    size.height = std::max(size.height, plan.outer(kid).height);
  }
  return size;
}

/// Rows as in the earlier drawing; a new box goes where it makes no row wider than the widest is, else below.
std::vector<Shelf> kept_shelves(const Plan& plan, NodeId id) {
  constexpr double kSlack = 12;  // px
  const double gap = plan.node(id).gap;
  std::map<double, Shelf> by_top;
  for (const NodeId kid : plan.flow[id]) {
    if (!plan.had_place(kid)) continue;
    const double top = plan.before[kid].y;
    auto at = by_top.lower_bound(top - kSlack);
    if (at == by_top.end() || at->first > top + kSlack) at = by_top.try_emplace(top).first;
    at->second.push_back(kid);
  }
  std::vector<Shelf> rows;
  for (auto& [top, shelf] : by_top) {
    std::stable_sort(shelf.begin(), shelf.end(),
                     [&](NodeId a, NodeId b) { return plan.before[a].x < plan.before[b].x; });
    rows.push_back(std::move(shelf));
  }
  double widest = 0;
  for (const Shelf& shelf : rows) widest = std::max(widest, shelf_size(plan, shelf, gap).width);
  for (const NodeId kid : plan.flow[id]) {
    if (plan.had_place(kid)) continue;
    const auto room = std::find_if(rows.begin(), rows.end(), [&](const Shelf& shelf) {
      return shelf_size(plan, shelf, gap).width + gap + plan.outer(kid).width <= widest;
    });
    if (room != rows.end())
      room->push_back(kid);
    else
      rows.push_back({kid});
  }
  return rows;
}

/// Rows as given by Slot::row; boxes without one are packed in order onto further rows, so that the whole comes near
/// the wanted aspect.
std::vector<Shelf> free_shelves(const Plan& plan, NodeId id) {
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

using Place = std::pair<std::size_t, std::size_t>;  ///< row, and place in it

Place place_of(const std::vector<Shelf>& rows, NodeId kid) {
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (const auto at = std::find(rows[r].begin(), rows[r].end(), kid); at != rows[r].end())
      return {r, static_cast<std::size_t>(at - rows[r].begin())};
  return {};
}

/// Takes a box out of its row and puts it into another, or the same, before the box at `to.second`.
void move_to(std::vector<Shelf>& rows, NodeId kid, Place to) {
  const Place from = place_of(rows, kid);
  Shelf& row = rows[from.first];
  row.erase(row.begin() + static_cast<std::ptrdiff_t>(from.second));
  if (from.first == to.first && from.second < to.second) --to.second;
  Shelf& target = rows[to.first];
  target.insert(target.begin() + static_cast<std::ptrdiff_t>(std::min(to.second, target.size())), kid);
}

void grant(Wish::Kind kind, NodeId kid, NodeId other, std::vector<Shelf>& rows) {
  using Kind = Wish::Kind;
  const Place own = place_of(rows, kid), beside = place_of(rows, other);
  const bool same_row = own.first == beside.first;
  switch (kind) {
    case Kind::LeftOf:
      if (!same_row || own.second > beside.second) move_to(rows, kid, beside);
      break;
    case Kind::RightOf:
      if (!same_row || own.second < beside.second) move_to(rows, kid, {beside.first, beside.second + 1});
      break;
    case Kind::SameRow:
      if (!same_row) move_to(rows, kid, {beside.first, beside.second + 1});
      break;
    case Kind::Above:
      if (own.first < beside.first) break;
      if (beside.first == 0) rows.insert(rows.begin(), Shelf{});
      move_to(rows, kid, {beside.first == 0 ? 0 : beside.first - 1, 0});
      break;
    case Kind::Below:
      if (own.first > beside.first) break;
      if (beside.first + 1 == rows.size()) rows.emplace_back();
      move_to(rows, kid, {beside.first + 1, 0});
      break;
    case Kind::First:
      move_to(rows, kid, {0, 0});
      break;
    case Kind::Last:
      move_to(rows, kid, {rows.size() - 1, rows.back().size()});
      break;
    case Kind::Leftmost:
      move_to(rows, kid, {own.first, 0});
      break;
    case Kind::Rightmost:
      move_to(rows, kid, {own.first, rows[own.first].size()});
      break;
    case Kind::Topmost:
      if (own.first > 0) move_to(rows, kid, {0, rows.front().size()});
      break;
    case Kind::Bottommost:
      if (own.first + 1 < rows.size()) move_to(rows, kid, {rows.size() - 1, rows.back().size()});
      break;
    case Kind::SameColumn:
      break;
  }
  std::erase_if(rows, [](const Shelf& shelf) { return shelf.empty(); });
}

std::vector<Shelf> shelves(const Plan& plan, NodeId id) {
  const auto& kids = plan.flow[id];
  const bool known = std::any_of(kids.begin(), kids.end(), [&](NodeId kid) { return plan.had_place(kid); });
  std::vector<Shelf> rows = known ? kept_shelves(plan, id) : free_shelves(plan, id);
  for (const ChildWish& wish : plan.wishes[id])
    grant(wish.kind, kids[static_cast<std::size_t>(wish.child)], kids[static_cast<std::size_t>(wish.other)], rows);
  return rows;
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
