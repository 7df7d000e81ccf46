#pragma once

#include <cstddef>
#include <vector>

#include "layout/p4_place/plan.hpp"

namespace skydraft::layout {

struct Cell {
  std::size_t row = 0;
  std::size_t column = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};

/// The cell of each flow child of a Grid: where it stood in the earlier drawing; else Slot::row and Slot::column where
/// given; else the next free one, row by row. Then children change cells until wishes come true, as far as they can.
std::vector<Cell> assign_cells(const Plan& plan, NodeId id);

}  // namespace skydraft::layout
