#include "understand/boxes.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "understand/words.hpp"

namespace skydraft::understand::boxes {
namespace {

constexpr std::size_t kMaxBoxes = 400;
constexpr int kSkew = 2;         ///< columns that a left side may be out of true
constexpr int kRagged = 8;       ///< columns that a right side may be
constexpr int kMissingRows = 1;  ///< rows of a side that may be missing in a row

/// The columns of an edge: from its left corner to its right one, and the title that may stand in it.
struct Edge {
  int left = 0, right = 0;
  std::string title;
};

class Finder {
 public:
  explicit Finder(Grid& grid) : grid_(grid) {}

  std::vector<Box> run() {
    for (int r = 0; r < grid_.rows(); ++r)
      for (int c = 0; c < grid_.columns(r); ++c)
        if (top_left(grid_.at(r, c)) && boxes_.size() < kMaxBoxes) box_at(r, c);
    nest();
    align();
    return std::move(boxes_);
  }

 private:
  /// "┌── VPC ───┐": the edge that begins at a corner; nothing if it leads nowhere.
  std::optional<Edge> top_edge(int row, int column) const {
    Edge edge{column, column + 1, {}};
    std::optional<Edge> shorter;  // up to where a line leaves the edge, should it not go on to a corner
    int title_from = -1, title_to = -1;
    for (int c = column + 1; c < grid_.columns(row); ++c) {
      const char32_t here = grid_.at(row, c);
      const bool letter_head = any_of(here, U"vV") && !is_across(grid_.at(row, c - 1));
      if (top_right(here) && c >= column + 3) {
        edge.right = c;
        if (title_from >= 0) edge.title = std::string(trimmed(grid_.text(row, title_from, title_to)));
        if (!leaves_edge(row, c)) return edge;
        shorter = edge;
        continue;
      }
      if (is_across(here) && !letter_head && !any_of(here, U"┌└╭╰┘")) continue;
      // A title: it ends where the edge goes on.
      if (title_from >= 0 || here == U'|' || is_bar(here)) return shorter;
      title_from = c;
      while (c < grid_.columns(row) && !goes_on(row, c)) ++c;
      title_to = c;
      if (c >= grid_.columns(row) || top_left(grid_.at(row, c))) return shorter;
      --c;
    }
    return shorter;
  }

  /// "+---+---+": a line comes from above or leads there, as no side begins below it and the edge goes on.
  bool leaves_edge(int row, int column) const {
    return grid_.at(row, column) == U'+' && is_across(grid_.at(row, column + 1)) && !is_bar(grid_.at(row + 1, column));
  }

  bool goes_on(int row, int column) const {
    const char32_t here = grid_.at(row, column);
    if (any_of(here, U"─━═┐╮╗┓┄")) return true;
    return here == U'-' && grid_.at(row, column - 1) == U' ' && any_of(grid_.at(row, column + 1), U"-+");
  }

  /// The row of the bottom edge below a top edge; its columns.
  std::optional<std::pair<int, Edge>> bottom_edge(int row, const Edge& top) const {
    int missing = 0;
    for (int r = row + 1; r < grid_.rows(); ++r) {
      bool side = false;
      for (const int d : {0, -1, 1, -2, 2}) {
        const int c = top.left + d;
        const char32_t here = grid_.at(r, c);
        if (bottom_left(here) && is_across(grid_.at(r, c + 1))) {
          if (const auto edge = closing(r, c, top))
            return r == row + 1 ? std::nullopt : std::optional(std::pair(r, *edge));
        }
        side = is_bar(here) || is_drawn_head(here) || (here == U'+' && d == 0);
        if (side) break;  // what stands farther off belongs to another box
      }
      missing = side ? 0 : missing + 1;
      if (missing > kMissingRows) return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Edge> closing(int row, int column, const Edge& top) const {
    int end = column + 1;
    int corner = -1;
    while (grid_.inside(row, end) && is_across(grid_.at(row, end))) {
      if (bottom_right(grid_.at(row, end)) && (corner < 0 || std::abs(end - top.right) < std::abs(corner - top.right)))
        corner = end;
      ++end;
    }
    if (corner < 0 || std::abs(corner - top.right) > kRagged) return std::nullopt;
    return Edge{column, corner, {}};
  }

  /// A line that turns has one side only. Where one meets the edge of a box, another box begins if its sides do.
  bool has_sides(int row, const Edge& top, int bottom) const {
    const int owner = grid_.owner(row, top.left);
    const Box* met = owner < 0 ? nullptr : &boxes_[static_cast<std::size_t>(owner)];
    if (met && met->left < top.left && top.left < met->right)
      return is_bar(grid_.at(row + 1, top.left)) && bar_beside(row + 1, top.right, kSkew);
    for (int r = row + 1; r < bottom; ++r)
      if (bar_beside(r, top.right, std::min(kRagged, top.right - top.left - 2))) return true;
    return false;
  }

  bool bar_beside(int row, int column, int reach) const {
    for (int c = column - reach; c <= column + reach; ++c)
      if (is_bar(grid_.at(row, c))) return true;
    return false;
  }

  void box_at(int row, int column) {
    const auto top = top_edge(row, column);
    if (!top) return;
    const auto bottom = bottom_edge(row, *top);
    if (!bottom || !has_sides(row, *top, bottom->first)) return;
    const int id = static_cast<int>(boxes_.size());
    boxes_.push_back({row, column, bottom->first, std::max(top->right, bottom->second.right), -1, {}});
    if (!top->title.empty()) boxes_.back().lines.push_back(top->title);
    for (int c = column; c <= top->right; ++c) grid_.own(row, c, id);
    for (int c = bottom->second.left; c <= bottom->second.right; ++c) grid_.own(bottom->first, c, id);
  }

  void nest() {
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Box &outer = boxes_[j], &inner = boxes_[i];
        // The last one found is the innermost: boxes are in the order of their tops.
        if (outer.top < inner.top && outer.bottom > inner.bottom && outer.left < inner.left &&
            outer.right + kSkew >= inner.right)
          boxes_[i].parent = static_cast<int>(j);
      }
  }

  struct Side {
    int column, box;
    bool left;
  };

  /// In each row the bars that are there stand for the sides that must be there, in their order.
  void align() {
    for (int r = 0; r < grid_.rows(); ++r) {
      std::vector<Side> sides;
      for (std::size_t b = 0; b < boxes_.size(); ++b)
        if (boxes_[b].top < r && r < boxes_[b].bottom) {
          sides.push_back({boxes_[b].left, static_cast<int>(b), true});
          sides.push_back({boxes_[b].right, static_cast<int>(b), false});
        }
      if (sides.empty()) continue;
      std::ranges::stable_sort(sides, {}, &Side::column);
      std::vector<int> bars;
      for (int c = 0; c < grid_.columns(r); ++c)
        if (grid_.owner(r, c) < 0 &&
            (is_bar(grid_.at(r, c)) || grid_.at(r, c) == U'+' || is_drawn_head(grid_.at(r, c))))
          bars.push_back(c);
      if (bars.size() * sides.size() > 10000) bars.resize(10000 / sides.size());
      const std::vector<int> found = matched(r, sides, bars);
      for (std::size_t i = 0; i < sides.size(); ++i)
        if (found[i] >= 0) {
          grid_.own(r, found[i], sides[i].box);
          sides[i].column = found[i];
        }
      rooms(r, sides);
    }
  }

  /// For each side its bar, or -1: the cheapest assignment that keeps the order (as in the alignment of sequences).
  std::vector<int> matched(int row, const std::vector<Side>& sides, const std::vector<int>& bars) const {
    constexpr int kNoSide = 12, kNoBar = 3;
    const std::size_t n = sides.size(), m = bars.size();
    std::vector<std::vector<int>> cost(n + 1, std::vector<int>(m + 1, 0));
    const auto away = [&](std::size_t i, std::size_t j) {
      const int d = std::abs(sides[i].column - bars[j]);
      const bool drawn = is_bar(grid_.at(row, bars[j]));
      return d > kRagged || (!drawn && d > 0) ? std::numeric_limits<int>::max() / 4 : d;
    };
    for (std::size_t i = 1; i <= n; ++i) cost[i][0] = cost[i - 1][0] + kNoSide;
    for (std::size_t j = 1; j <= m; ++j) cost[0][j] = cost[0][j - 1] + kNoBar;
    for (std::size_t i = 1; i <= n; ++i)
      for (std::size_t j = 1; j <= m; ++j)
        cost[i][j] =
            std::min({cost[i - 1][j - 1] + away(i - 1, j - 1), cost[i - 1][j] + kNoSide, cost[i][j - 1] + kNoBar});
    std::vector<int> found(n, -1);
    for (std::size_t i = n, j = m; i > 0 && j > 0;) {
      if (cost[i][j] == cost[i - 1][j - 1] + away(i - 1, j - 1)) {
        found[i - 1] = bars[j - 1];
        --i;
        --j;
      } else if (cost[i][j] == cost[i][j - 1] + kNoBar) {
        --j;
      } else {
        --i;
      }
    }
    return found;
  }

  void rooms(int row, const std::vector<Side>& sides) {
    int room = -1;
    std::size_t next = 0;
    for (int c = 0; c < grid_.columns(row); ++c) {
      while (next < sides.size() && sides[next].column <= c) {
        const Side& side = sides[next++];
        room = side.left ? side.box : boxes_[static_cast<std::size_t>(side.box)].parent;
      }
      grid_.set_room(row, c, room);
    }
  }

  Grid& grid_;
  std::vector<Box> boxes_;
};

}  // namespace

std::vector<Box> find_boxes(Grid& grid) { return Finder(grid).run(); }

void write_texts(const Grid& grid, std::vector<Box>& boxes) {
  for (std::size_t b = 0; b < boxes.size(); ++b) {
    Box& box = boxes[b];
    for (int r = box.top + 1; r < box.bottom; ++r) {
      std::string line;
      for (int c = 0; c < grid.columns(r); ++c) {
        if (grid.room(r, c) != static_cast<int>(b)) continue;
        int end = c;
        while (end < grid.columns(r) && grid.room(r, end) == static_cast<int>(b)) ++end;
        if (!line.empty()) line += "  ";
        line += grid.text(r, c, end);
        c = end;
      }
      box.lines.emplace_back(trimmed(line));
    }
  }
}

namespace {

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

/// A box around others that has no word of its own above them is called by what stands right over its upper edge.
void title_from_above(const Grid& grid, std::vector<Box>& boxes, std::size_t b) {
  Box& box = boxes[b];
  int first_inner = box.bottom;
  for (const Box& inner : boxes)
    if (inner.parent == static_cast<int>(b)) first_inner = std::min(first_inner, inner.top);
  if (first_inner == box.bottom || box.top == 0 || grid.room(box.top - 1, box.left) != box.parent) return;
  const int rows = std::min<int>(first_inner - box.top, static_cast<int>(box.lines.size()));
  for (int i = 0; i < rows; ++i)
    if (has_letters(box.lines[static_cast<std::size_t>(i)])) return;
  const std::string title(trimmed(grid.text(box.top - 1, box.left, box.right + 1)));
  if (has_letters(title)) box.lines.insert(box.lines.begin(), title.substr(0, title.find("   ")));
}

}  // namespace

Drawing parse(std::string_view text) {
  Drawing drawing;
  // Each box has a corner, and a text without one is no drawing: "┌", "╔" and the like have two bytes in common.
  const auto has = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
  if (!has("+") && !has("\xE2\x94") && !has("\xE2\x95")) return drawing;
  Grid grid(text);
  drawing.boxes = find_boxes(grid);
  if (drawing.boxes.empty()) return drawing;
  follow_lines(grid, drawing);
  write_texts(grid, drawing.boxes);
  for (std::size_t b = 0; b < drawing.boxes.size(); ++b) title_from_above(grid, drawing.boxes, b);
  return drawing;
}

}  // namespace skydraft::understand::boxes
