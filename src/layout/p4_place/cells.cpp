#include "layout/p4_place/cells.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace skydraft::layout {
namespace {

/// Number of columns that brings cells of about equal size near the wanted aspect.
std::size_t columns_for(const Plan& plan, NodeId id) {
  const auto& kids = plan.flow[id];
  Size sum;
  for (const NodeId kid : kids) {
    sum.width += plan.outer(kid).width + plan.node(id).gap;
    sum.height += plan.outer(kid).height + plan.node(id).row_gap;
  }
  const double cell_aspect = sum.height > 0 ? sum.width / sum.height : 1;
  const double wish = std::sqrt(static_cast<double>(kids.size()) * plan.fold[id] / std::max(0.01, cell_aspect));
  const auto most = std::max<std::size_t>(1, kids.size());
  const auto rows =
      (most + static_cast<std::size_t>(std::max(1.0, wish)) - 1) / static_cast<std::size_t>(std::max(1.0, wish));
  return (most + rows - 1) / rows;  // as few columns as this number of rows needs: no short last row
}

/// Numbers in use, in order: 0, 2, 7 become rows 0, 1, 2.
std::map<int, std::size_t> ranks(const std::set<int>& used) {
  std::map<int, std::size_t> rank;
  for (const int value : used) rank.emplace(value, rank.size());
  return rank;
}

std::vector<Cell> free_cells(const Plan& plan, NodeId id) {
  const auto& kids = plan.flow[id];
  std::set<int> used_rows, used_columns;
  for (const NodeId kid : kids) {
    const Slot& slot = plan.node(kid).slot;
    if (slot.row >= 0) used_rows.insert(slot.row);
    if (slot.row >= 0 && slot.column >= 0) used_columns.insert(slot.column);
  }
  const auto row_rank = ranks(used_rows), column_rank = ranks(used_columns);
  std::size_t columns =
      plan.node(id).columns > 0 ? static_cast<std::size_t>(plan.node(id).columns) : columns_for(plan, id);
  columns = std::clamp<std::size_t>(std::max(columns, column_rank.size()), 1, std::max<std::size_t>(1, kids.size()));
  if (!used_rows.empty()) columns = std::max<std::size_t>(columns, column_rank.size());

  std::set<std::pair<std::size_t, std::size_t>> taken;
  std::map<std::size_t, std::size_t> next;  // first column of a row that may be free
  std::vector<Cell> cells(kids.size());
  const auto take = [&](std::size_t i, std::size_t row, std::size_t column) {
    taken.emplace(row, column);
    cells[i] = {row, column};
  };
  std::vector<std::size_t> waiting_in_row, waiting;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    const Slot& slot = plan.node(kids[i]).slot;
    if (slot.row < 0) {
      waiting.push_back(i);
    } else if (const auto row = row_rank.at(slot.row);
               slot.column >= 0 && !taken.contains({row, column_rank.at(slot.column)})) {
      take(i, row, column_rank.at(slot.column));
    } else {
      waiting_in_row.push_back(i);
    }
  }
  for (const std::size_t i : waiting_in_row) {
    const auto row = row_rank.at(plan.node(kids[i]).slot.row);
    while (taken.contains({row, next[row]})) ++next[row];
    take(i, row, next[row]);
  }
  std::size_t at = 0;
  for (const std::size_t i : waiting) {
    while (taken.contains({at / columns, at % columns})) ++at;
    take(i, at / columns, at % columns);
  }
  return cells;
}

/// The number of each value among all, where values that lie within `slack` count as one.
std::vector<std::size_t> ranks_of(const std::vector<double>& values, double slack) {
  std::vector<double> lines = values;
  std::sort(lines.begin(), lines.end());
  std::vector<double> starts;
  for (const double line : lines)
    if (starts.empty() || line > starts.back() + slack) starts.push_back(line);
  std::vector<std::size_t> result;
  for (const double value : values)
    result.push_back(
        static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), value + 1e-9) - starts.begin()) - 1);
  return result;
}

/// What stood in the earlier drawing keeps its cell; what is new takes a free one, in its own row where it has one.
std::vector<Cell> kept_cells(const Plan& plan, NodeId id) {
  constexpr double kSlackX = 24, kSlackY = 12;  // px; cells are farther apart
  const auto& kids = plan.flow[id];
  std::vector<std::size_t> old;
  std::vector<double> x, y;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (!plan.had_place(kids[i])) continue;
    const Rect& rect = plan.before[kids[i]];
    old.push_back(i);
    x.push_back(rect.center().x);
    y.push_back(plan.graph.is_container(kids[i]) ? rect.center().y : rect.y);
  }
  const std::vector<std::size_t> columns = ranks_of(x, kSlackX), rows = ranks_of(y, kSlackY);
  std::vector<Cell> cells(kids.size());
  std::set<std::pair<std::size_t, std::size_t>> taken;
  std::map<int, std::size_t> row_of_slot;
  std::size_t width = 1, height = 0;
  for (std::size_t k = 0; k < old.size(); ++k) {
    cells[old[k]] = {rows[k], columns[k]};
    if (!taken.emplace(rows[k], columns[k]).second) return {};  // stood otherwise: no grid then
    width = std::max(width, columns[k] + 1), height = std::max(height, rows[k] + 1);
    if (const int slot = plan.node(kids[old[k]]).slot.row; slot >= 0) row_of_slot[slot] = rows[k];
  }
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (plan.had_place(kids[i])) continue;
    Cell cell;
    if (const int slot = plan.node(kids[i]).slot.row; slot >= 0) {
      cell.row = row_of_slot.try_emplace(slot, height).first->second;
      while (taken.contains({cell.row, cell.column})) ++cell.column;
    } else {
      while (taken.contains({cell.row, cell.column}))
        if (++cell.column == width) ++cell.row, cell.column = 0;
    }
    height = std::max(height, cell.row + 1);
    taken.emplace(cell.row, cell.column);
    cells[i] = cell;
  }
  return cells;
}

bool comes_true(const ChildWish& wish, const std::vector<Cell>& cells) {
  using Kind = Wish::Kind;
  const Cell cell = cells[static_cast<std::size_t>(wish.child)], other = cells[static_cast<std::size_t>(wish.other)];
  const auto all = [&](const auto& beside) { return std::all_of(cells.begin(), cells.end(), beside); };
  switch (wish.kind) {
    case Kind::LeftOf:
      return cell.column < other.column;
    case Kind::RightOf:
      return cell.column > other.column;
    case Kind::Above:
      return cell.row < other.row;
    case Kind::Below:
      return cell.row > other.row;
    case Kind::SameRow:
      return cell.row == other.row;
    case Kind::SameColumn:
      return cell.column == other.column;
    case Kind::First:
    case Kind::Leftmost:
      return all([&](const Cell& c) { return cell.column <= c.column; }) && (wish.kind != Kind::First || cell.row == 0);
    case Kind::Last:
    case Kind::Rightmost:
      return all([&](const Cell& c) { return cell.column >= c.column; });
    case Kind::Topmost:
      return cell.row == 0;
    case Kind::Bottommost:
      return all([&](const Cell& c) { return cell.row >= c.row; });
  }
  return true;
}

double apart(Cell a, Cell b) {
  const auto distance = [](std::size_t p, std::size_t q) { return static_cast<double>(p > q ? p - q : q - p); };
  return distance(a.row, b.row) * 1.5 + distance(a.column, b.column);
}

/// Broken wishes first, then how far the two of a wish are apart, then how far a child has moved.
double cost_of(const std::vector<ChildWish>& wishes, const std::vector<Cell>& cells, const std::vector<Cell>& before) {
  double cost = 0;
  for (const ChildWish& wish : wishes) {
    if (!comes_true(wish, cells)) cost += 1000;
    cost += apart(cells[static_cast<std::size_t>(wish.child)], cells[static_cast<std::size_t>(wish.other)]);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) cost += 0.4 * apart(cells[i], before[i]);
  return cost;
}

/// The children of broken wishes try all cells, those of others included, which then take theirs.
void grant(const std::vector<ChildWish>& wishes, std::vector<Cell>& cells) {
  constexpr std::size_t kMostCells = 400;
  const std::vector<Cell> before = cells;
  Cell end;
  for (const Cell& cell : cells) end = {std::max(end.row, cell.row + 1), std::max(end.column, cell.column + 1)};
  if (cells.size() > kMostCells || (end.row + 1) * (end.column + 1) > 2 * kMostCells) return;
  for (const ChildWish& wish : wishes) {
    if (comes_true(wish, cells)) continue;
    std::vector<Cell> best = cells;
    double least = cost_of(wishes, cells, before);
    for (const int child : {wish.child, wish.other})
      for (std::size_t row = 0; row <= end.row; ++row)
        for (std::size_t column = 0; column <= end.column; ++column) {
          std::vector<Cell> tried = cells;
          const Cell to{row, column};
          const auto there = std::find(tried.begin(), tried.end(), to);
          if (there != tried.end()) *there = tried[static_cast<std::size_t>(child)];
          tried[static_cast<std::size_t>(child)] = to;
          if (const double cost = cost_of(wishes, tried, before); cost < least) least = cost, best = std::move(tried);
        }
    cells = std::move(best);
  }
}

/// No empty rows and columns.
void close_up(std::vector<Cell>& cells) {
  std::set<int> rows, columns;
  for (const Cell& cell : cells) rows.insert(static_cast<int>(cell.row)), columns.insert(static_cast<int>(cell.column));
  const auto row_rank = ranks(rows), column_rank = ranks(columns);
  for (Cell& cell : cells)
    cell = {row_rank.at(static_cast<int>(cell.row)), column_rank.at(static_cast<int>(cell.column))};
}

}  // namespace

std::vector<Cell> assign_cells(const Plan& plan, NodeId id) {
  const auto& kids = plan.flow[id];
  std::vector<Cell> cells;
  if (std::any_of(kids.begin(), kids.end(), [&](NodeId kid) { return plan.had_place(kid); }))
    cells = kept_cells(plan, id);
  if (cells.empty()) cells = free_cells(plan, id);
  if (plan.wishes[id].empty()) return cells;
  grant(plan.wishes[id], cells);
  close_up(cells);
  return cells;
}

}  // namespace skydraft::layout
