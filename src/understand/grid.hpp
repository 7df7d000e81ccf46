#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Characters in rows and columns, and what a drawing uses each for.
namespace skydraft::understand::boxes {

struct Cell {
  int row = 0, column = 0;
};

class Grid {
 public:
  static constexpr int kMaxRows = 600, kMaxColumns = 400;

  explicit Grid(std::string_view text);

  int rows() const { return static_cast<int>(cells_.size()); }
  int columns(int row) const { return static_cast<int>(cells_[static_cast<std::size_t>(row)].size()); }
  bool inside(int row, int column) const { return row >= 0 && column >= 0 && row < rows() && column < columns(row); }
  char32_t at(int row, int column) const {
    return inside(row, column) ? cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] : U' ';
  }

  /// The box whose border a cell is; -1: none.
  int owner(int row, int column) const { return inside(row, column) ? owner_of(row, column) : -1; }
  void own(int row, int column, int box) {
    if (inside(row, column) && owner_of(row, column) < 0) owner_of(row, column) = box;
  }
  /// The innermost box that a cell is inside of; -1: none.
  int room(int row, int column) const {
    return inside(row, column) ? room_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] : -1;
  }
  void set_room(int row, int column, int box) {
    if (inside(row, column)) room_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = box;
  }
  /// A cell of a line between boxes: no text.
  bool wired(int row, int column) const {
    return inside(row, column) && wire_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] != 0;
  }
  void wire(int row, int column) {
    if (inside(row, column)) wire_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] = 1;
  }

  std::string text(int row, int from, int to) const;  ///< columns [from, to), borders and lines as blanks

 private:
  int& owner_of(int row, int column) {
    return owners_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }
  int owner_of(int row, int column) const {
    return owners_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
  }

  std::vector<std::u32string> cells_;
  std::vector<std::vector<int>> owners_, room_;
  std::vector<std::vector<char>> wire_;
};

bool any_of(char32_t c, std::u32string_view set);
bool is_head(char32_t c);        ///< an arrow head, letters and "<>" too
bool is_drawn_head(char32_t c);  ///< one that is nothing else
bool is_across(char32_t c);      ///< can be a cell of a horizontal edge
bool is_bar(char32_t c);         ///< can be a cell of a vertical side
bool is_line(char32_t c);
bool top_left(char32_t c);
bool top_right(char32_t c);
bool bottom_left(char32_t c);
bool bottom_right(char32_t c);

}  // namespace skydraft::understand::boxes
