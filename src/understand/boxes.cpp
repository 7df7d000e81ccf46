#include "understand/boxes.hpp"

#include <algorithm>
#include <array>

#include "understand/words.hpp"

namespace skydraft::understand::boxes {
namespace {

constexpr int kMaxRows = 600, kMaxColumns = 400;
constexpr std::size_t kMaxBoxes = 400;

char32_t next_char(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  char32_t c = length == 1 ? byte : byte & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
    c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  at = std::min(text.size(), at + length);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80)
    out += static_cast<char>(c);
  else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool any_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_head(char32_t c) { return any_of(c, U"▼▲►◄▶◀↓↑→←⬇⬆⟶vV^<>"); }
bool is_drawn_head(char32_t c) { return any_of(c, U"▼▲►◄▶◀↓↑→←⬇⬆⟶"); }
bool is_across(char32_t c) { return any_of(c, U"─━═-┬┴┼┤├╤╧╪╦╩╬+┐┘┌└╮╯╭╰") || is_drawn_head(c); }
bool is_down(char32_t c) { return any_of(c, U"│┃║|┤├┼┬┴╡╞╪╣╠╬+┐┘┌└╮╯╭╰") || is_drawn_head(c); }
bool is_line(char32_t c) { return any_of(c, U"─━═│┃║┬┴┼┤├┐┘┌└╮╯╭╰╤╧|-+="); }
bool top_left(char32_t c) { return any_of(c, U"┌┏╔╭+"); }
bool top_right(char32_t c) { return any_of(c, U"┐┓╗╮+"); }
bool bottom_left(char32_t c) { return any_of(c, U"└┗╚╰+"); }

struct Cell {
  int row = 0, column = 0;
};

class Reader {
 public:
  explicit Reader(std::string_view text) {
    rows_.emplace_back();
    for (std::size_t at = 0; at < text.size() && rows_.size() < static_cast<std::size_t>(kMaxRows);) {
      const char32_t c = next_char(text, at);
      if (c == '\n')
        rows_.emplace_back();
      else if (rows_.back().size() < static_cast<std::size_t>(kMaxColumns))
        rows_.back() += c == '\t' ? U' ' : c;
    }
    owner_.resize(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) owner_[r].assign(rows_[r].size(), -1);
  }

  Drawing read() {
    find_boxes();
    if (drawing_.boxes.empty()) return {};
    nest();
    write_texts();
    follow_lines();
    return std::move(drawing_);
  }

 private:
  char32_t at(int row, int column) const {
    if (row < 0 || column < 0 || row >= static_cast<int>(rows_.size())) return U' ';
    const auto& line = rows_[static_cast<std::size_t>(row)];
    return column < static_cast<int>(line.size()) ? line[static_cast<std::size_t>(column)] : U' ';
  }
  int& owner(int row, int column) { return owner_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]; }
  bool inside_grid(int row, int column) const {
    return row >= 0 && column >= 0 && row < static_cast<int>(rows_.size()) &&
           column < static_cast<int>(rows_[static_cast<std::size_t>(row)].size());
  }

  void find_boxes() {
    for (int r = 0; r < static_cast<int>(rows_.size()); ++r)
      for (int c = 0; c < static_cast<int>(rows_[static_cast<std::size_t>(r)].size()); ++c)
        if (top_left(at(r, c)) && drawing_.boxes.size() < kMaxBoxes) box_at(r, c);
  }

  /// People draw boxes a cell or two out of true: only the top edge, the left edge and the bottom-left corner must be
  /// there.
  void box_at(int row, int column) {
    int right = column + 1;
    while (is_across(at(row, right)) && !top_right(at(row, right))) ++right;
    if (!top_right(at(row, right)) || right < column + 3) return;
    int bottom = row + 1;
    while (is_down(at(bottom, column)) && !bottom_left(at(bottom, column))) ++bottom;
    if (!bottom_left(at(bottom, column)) || bottom < row + 2 || !is_across(at(bottom, column + 1))) return;
    int end = column + 1;
    while (is_across(at(bottom, end)) && inside_grid(bottom, end)) ++end;
    drawing_.boxes.push_back({row, column, bottom, std::max(right, std::min(end - 1, right + 3)), -1, {}});
    const int id = static_cast<int>(drawing_.boxes.size()) - 1;
    const Box& box = drawing_.boxes.back();
    for (int c = column; c <= box.right; ++c)
      for (const int r : {row, bottom})
        if (inside_grid(r, c) && owner(r, c) < 0) owner(r, c) = id;
    for (int r = row; r <= bottom; ++r) {
      if (inside_grid(r, column) && owner(r, column) < 0) owner(r, column) = id;
      for (int c = box.right - 2; c <= box.right + 2; ++c)
        if (inside_grid(r, c) && any_of(at(r, c), U"│┃║|┤├") && owner(r, c) < 0) {
          owner(r, c) = id;
          break;
        }
    }
  }

  void nest() {
    auto& boxes = drawing_.boxes;
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Box& outer = boxes[j];
        if (outer.top < boxes[i].top && outer.bottom > boxes[i].bottom && outer.left < boxes[i].left &&
            outer.right + 2 >= boxes[i].right)
          boxes[i].parent =
              static_cast<int>(j);  // the last one found is the innermost: boxes are in order of their tops
      }
  }

  void write_texts() {
    auto& boxes = drawing_.boxes;
    for (std::size_t b = 0; b < boxes.size(); ++b) {
      Box& box = boxes[b];
      for (int r = box.top + 1; r < box.bottom; ++r) {
        std::string line;
        for (int c = box.left + 1; c < box.right; ++c) {
          const int hidden = child_at(b, r, c);
          if (hidden >= 0) {
            line += ' ';
            c = std::max(c, boxes[static_cast<std::size_t>(hidden)].right);
            continue;
          }
          const char32_t character = at(r, c);
          append_utf8(line, is_line(character) && character > 0x80 ? U' '
                            : is_drawn_head(character)             ? U' '
                                                                   : character);
        }
        std::string_view text = trimmed(line);
        while (!text.empty() && text.front() == '|') text = trimmed(text.substr(1));
        while (!text.empty() && text.back() == '|') text = trimmed(text.substr(0, text.size() - 1));
        box.lines.emplace_back(text);
      }
    }
  }

  int child_at(std::size_t box, int row, int column) const {
    for (std::size_t i = box + 1; i < drawing_.boxes.size(); ++i) {
      const Box& inner = drawing_.boxes[i];
      if (inner.parent == static_cast<int>(box) && inner.top <= row && row <= inner.bottom && inner.left <= column &&
          column <= inner.right)
        return static_cast<int>(i);
    }
    return -1;
  }

  static Cell towards(char32_t head) {
    if (any_of(head, U"▼↓⬇vV")) return {1, 0};
    if (any_of(head, U"▲↑⬆^")) return {-1, 0};
    if (any_of(head, U"◄◀←<")) return {0, -1};
    return {0, 1};
  }

  /// Every connected line is one net: boxes that its heads point at are reached from the others that it touches.
  void follow_lines() {
    std::vector<std::vector<char>> seen(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) seen[r].assign(rows_[r].size(), 0);
    for (int r = 0; r < static_cast<int>(rows_.size()); ++r)
      for (int c = 0; c < static_cast<int>(rows_[static_cast<std::size_t>(r)].size()); ++c)
        if (starts_net(r, c) && !seen[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]) net(r, c, seen);
  }

  bool starts_net(int r, int c) {
    if (owner(r, c) >= 0) return is_drawn_head(at(r, c));  // a head drawn into a border
    const char32_t character = at(r, c);
    if (is_drawn_head(character)) return true;
    if (!is_line(character)) return false;
    return character > 0x80 || (character == '|' && (is_line(at(r - 1, c)) || is_line(at(r + 1, c)))) ||
           (character == '-' && (at(r, c + 1) == '-' || at(r, c + 1) == '>'));
  }

  bool joins(int r, int c) {
    if (!inside_grid(r, c) || owner(r, c) >= 0) return false;
    const char32_t character = at(r, c);
    if (is_line(character) || is_drawn_head(character)) return true;
    if (!is_head(character)) return false;
    // A letter "v" is a head only below a line.
    return any_of(character, U"vV")   ? is_line(at(r - 1, c)) && at(r, c - 1) == ' '
           : any_of(character, U"<>") ? is_line(at(r, c - 1)) || is_line(at(r, c + 1))
                                      : is_line(at(r + 1, c));
  }

  void net(int row, int column, std::vector<std::vector<char>>& seen) {
    std::vector<Cell> todo{{row, column}};
    std::vector<int> touched, targets;
    const auto add = [](std::vector<int>& ids, int id) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    while (!todo.empty()) {
      const Cell cell = todo.back();
      todo.pop_back();
      char& mark = seen[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
      if (mark) continue;
      mark = 1;
      const char32_t character = at(cell.row, cell.column);
      if (is_head(character)) point(cell, character, targets);
      if (const int own = owner(cell.row, cell.column); own >= 0) add(targets, own);
      constexpr std::array<Cell, 4> kAround{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
      for (const Cell step : kAround) {
        const int r = cell.row + step.row, c = cell.column + step.column;
        if (!inside_grid(r, c) || !runs(character, step)) continue;
        if (owner(r, c) >= 0) {
          if (opens(at(r, c), step)) add(touched, owner(r, c));
        } else if (joins(r, c) && runs(at(r, c), {-step.row, -step.column})) {
          todo.push_back({r, c});
        }
      }
    }
    for (const int from : touched)
      for (const int to : targets)
        if (from != to && std::ranges::find(targets, from) == targets.end()) drawing_.arrows.push_back({from, to, row});
    // A plain line without a head is read downwards.
    if (targets.empty() && touched.size() >= 2) {
      std::ranges::sort(touched, {}, [&](int b) { return drawing_.boxes[static_cast<std::size_t>(b)].top; });
      for (std::size_t i = 1; i < touched.size(); ++i) drawing_.arrows.push_back({touched.front(), touched[i], row});
    }
  }

  /// A line character goes on in this direction.
  static bool runs(char32_t c, Cell step) {
    if (is_head(c)) return true;
    if (any_of(c, U"─━═-=")) return step.row == 0;
    if (any_of(c, U"│┃║|")) return step.column == 0;
    if (any_of(c, U"┌╭")) return step.row == 1 || step.column == 1;
    if (any_of(c, U"┐╮")) return step.row == 1 || step.column == -1;
    if (any_of(c, U"└╰")) return step.row == -1 || step.column == 1;
    if (any_of(c, U"┘╯")) return step.row == -1 || step.column == -1;
    if (c == U'┬') return step.row != -1;
    if (c == U'┴') return step.row != 1;
    if (c == U'├') return step.column != -1;
    if (c == U'┤') return step.column != 1;
    return true;
  }

  /// A border lets a line out where it is drawn so ("┬"), and at its sides.
  static bool opens(char32_t border, Cell step) {
    if (step.column != 0) return any_of(border, U"├┤┼│┃║|+");
    return any_of(border, U"┬┴┼╤╧+─━═-");
  }

  void point(Cell cell, char32_t head, std::vector<int>& targets) {
    const Cell step = towards(head);
    for (int n = 1; n <= 3; ++n) {
      const int r = cell.row + step.row * n, c = cell.column + step.column * n;
      if (!inside_grid(r, c) || owner(r, c) < 0) continue;
      if (std::ranges::find(targets, owner(r, c)) == targets.end()) targets.push_back(owner(r, c));
      return;
    }
  }

  std::vector<std::u32string> rows_;
  std::vector<std::vector<int>> owner_;  ///< the box whose border a cell is; -1: none
  Drawing drawing_;
};

}  // namespace

Drawing parse(std::string_view text) { return Reader(text).read(); }

}  // namespace skydraft::understand::boxes
