#include <algorithm>
#include <numeric>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/cells.hpp"

namespace skydraft::layout {
namespace {

/// Wider gap where labels have to find room between two cells that are neighbours.
double gap_for_labels(const Plan& plan, NodeId id, const std::vector<Cell>& cells) {
  double gap = plan.node(id).gap;
  const auto& kids = plan.flow[id];
  for (const Arc& arc : plan.arcs[id]) {
    auto first = static_cast<std::size_t>(arc.from), second = static_cast<std::size_t>(arc.to);
    if (cells[first].column > cells[second].column) std::swap(first, second);
    if (cells[first].row != cells[second].row || cells[first].column + 1 != cells[second].column) continue;
    const double room = label_room(plan.graph[arc.edge], true);
    if (room == 0) continue;
    const auto inner = [&](std::size_t kid) {  // from the middle of a cell to where an edge leaves it
      const Node& node = plan.node(kids[kid]);
      return (node.anchor.empty() ? plan.least[kids[kid]].width : node.anchor.width) / 2;
    };
    const double cells_apart = (plan.outer(kids[first]).width + plan.outer(kids[second]).width) / 2;
    gap = std::max(gap, room + inner(first) + inner(second) - cells_apart);
  }
  return gap;
}

std::vector<Extent> row_extents(const Plan& plan, NodeId id, const std::vector<Cell>& cells) {
  std::vector<Extent> rows;
  const auto& kids = plan.flow[id];
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (cells[i].row >= rows.size()) rows.resize(cells[i].row + 1);
    Extent& row = rows[cells[i].row];
    const Extent own = plan.extent(kids[i]);
    row = {std::max(row.above, own.above), std::max(row.below, own.below)};
  }
  return rows;
}

/// Cells of equal width if all children are leaves; else each column as wide as its widest child.
std::vector<double> column_widths(const Plan& plan, NodeId id, const std::vector<Cell>& cells) {
  const auto& kids = plan.flow[id];
  std::vector<double> widths;
  bool leaves = true;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (cells[i].column >= widths.size()) widths.resize(cells[i].column + 1, 0.0);
    widths[cells[i].column] = std::max(widths[cells[i].column], plan.outer(kids[i]).width);
    leaves = leaves && !plan.graph.is_container(kids[i]);
  }
  if (leaves && !widths.empty())
    std::fill(widths.begin(), widths.end(), *std::max_element(widths.begin(), widths.end()));
  return widths;
}

std::vector<double> starts(const std::vector<double>& lengths, double gap) {
  std::vector<double> result;
  double at = 0;
  for (const double length : lengths) result.push_back(at), at += length + gap;
  return result;
}

double total(const std::vector<double>& lengths, double gap) {
  return std::accumulate(lengths.begin(), lengths.end(), 0.0) +
         gap * static_cast<double>(lengths.empty() ? 0 : lengths.size() - 1);
}

}  // namespace

std::vector<Extent> grid_rows(const Plan& plan, NodeId id) { return row_extents(plan, id, assign_cells(plan, id)); }

Arranged arrange_grid(const Plan& plan, NodeId id, Size given) {
  const auto& kids = plan.flow[id];
  const std::vector<Cell> cells = assign_cells(plan, id);
  const double gap = gap_for_labels(plan, id, cells), row_gap = plan.node(id).row_gap;
  std::vector<double> widths = column_widths(plan, id, cells);
  const double slack = given.width - total(widths, gap);
  if (slack > 0)
    for (double& width : widths) width += slack / static_cast<double>(widths.size());

  std::vector<Extent> rows = row_extents(plan, id, cells);
  for (std::size_t r = 0; r < std::min(rows.size(), plan.rows[id].size()); ++r)
    rows[r] = {std::max(rows[r].above, plan.rows[id][r].above), std::max(rows[r].below, plan.rows[id][r].below)};
  std::vector<double> heights;
  for (const Extent& row : rows) heights.push_back(row.above + row.below);

  const std::vector<double> x = starts(widths, gap), y = starts(heights, row_gap);
  Arranged result;
  for (std::size_t i = 0; i < kids.size(); ++i) {
    const auto [row, column] = cells[i];
    const Size size = plan.outer(kids[i]);
    Rect box{x[column] + (widths[column] - size.width) / 2, y[row] + rows[row].above - plan.extent(kids[i]).above,
             size.width, size.height};
    if (plan.graph.is_container(kids[i]) && plan.node(kids[i]).slot.stretch)
      box = {x[column], y[row], widths[column], heights[row]};
    result.boxes.push_back({kids[i], box});
  }
  result.size = {std::max(given.width, total(widths, gap)), std::max(given.height, total(heights, row_gap))};
  return result;
}

}  // namespace skydraft::layout
