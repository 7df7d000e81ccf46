#include <algorithm>
#include <array>
#include <map>

#include "understand/boxes.hpp"
#include "understand/lexicon.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::boxes {
namespace {

constexpr Cell kDown{1, 0}, kUp{-1, 0}, kRight{0, 1}, kLeft{0, -1};
constexpr std::array<Cell, 4> kAround{kDown, kUp, kRight, kLeft};
constexpr int kReach = 3;  ///< cells between the end of a line and what it leads to
constexpr std::size_t kMaxWords = 400;

Cell towards(char32_t head) {
  if (any_of(head, U"▼↓⬇vV▾⇓")) return kDown;
  if (any_of(head, U"▲↑⬆^▴⇑")) return kUp;
  if (any_of(head, U"◄◀←<◂⇐")) return kLeft;
  return kRight;
}

/// A line character goes on in this direction.
bool runs(char32_t c, Cell step) {
  if (any_of(c, U"↕")) return step.column == 0;
  if (any_of(c, U"↔⇄⇆")) return step.row == 0;
  if (is_head(c)) return (towards(c).row == 0) == (step.row == 0);
  if (any_of(c, U"─━═-=┄┈╌")) return step.row == 0;
  if (any_of(c, U"│┃║|┆┊╎")) return step.column == 0;
  if (any_of(c, U"┌╭┏╔")) return step.row == 1 || step.column == 1;
  if (any_of(c, U"┐╮┓╗")) return step.row == 1 || step.column == -1;
  if (any_of(c, U"└╰┗╚")) return step.row == -1 || step.column == 1;
  if (any_of(c, U"┘╯┛╝")) return step.row == -1 || step.column == -1;
  if (any_of(c, U"┬╤╦")) return step.row != -1;
  if (any_of(c, U"┴╧╩")) return step.row != 1;
  if (any_of(c, U"├╠")) return step.column != -1;
  if (any_of(c, U"┤╣")) return step.column != 1;
  return true;
}

/// A border lets a line out where it is drawn so ("┬"), and plain ones anywhere.
bool opens(char32_t border, Cell step) {
  if (step.column != 0) return any_of(border, U"├┤┼│┃║|+╠╣") || is_drawn_head(border);
  return any_of(border, U"┬┴┼╤╧╦╩+─━═-┄") || is_drawn_head(border);
}

/// What one connected line touches.
struct Net {
  std::vector<Cell> cells;
  std::vector<int> touched, targets;         ///< boxes, or words from boxes.size() on
  std::vector<std::pair<Cell, Cell>> loose;  ///< ends that lead to no box, and where to
  std::vector<std::pair<Cell, Cell>> heads;  ///< the same, with an arrow head
};

void add(std::vector<int>& ids, int id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

class Wires {
 public:
  Wires(Grid& grid, Drawing& drawing) : grid_(grid), drawing_(drawing) {
    for (int r = 0; r < grid.rows(); ++r) seen_.emplace_back(static_cast<std::size_t>(grid.columns(r)), 0);
  }

  void run() {
    for (int r = 0; r < grid_.rows(); ++r)
      for (int c = 0; c < grid_.columns(r); ++c)
        if (!seen(r, c) && starts(r, c)) nets_.push_back(net(r, c));
    for (Net& net : nets_)
      if (counts(net))
        for (const Cell cell : net.cells) grid_.wire(cell.row, cell.column);
    join_over_labels();
    for (Net& net : nets_) find_words(net);
    for (Net& net : nets_) connect(net);
  }

 private:
  char& seen(int r, int c) { return seen_[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]; }

  /// A dash in a text is no line, nor a bar between words: one that touches something, or turns, is.
  bool counts(const Net& net) const {
    if (!net.touched.empty() || !net.targets.empty() || !net.heads.empty()) return true;
    return net.cells.size() >= 3 && std::ranges::any_of(net.cells, [&](const Cell& cell) {
             return !any_of(grid_.at(cell.row, cell.column), U"│┃║|");
           });
  }

  bool starts(int r, int c) const {
    const char32_t here = grid_.at(r, c);
    if (grid_.owner(r, c) >= 0) return is_drawn_head(here);  // a head drawn into a border
    if (is_drawn_head(here)) return true;
    if (!is_line(here) || separates(r, c)) return false;
    if (here > 0x80) return true;
    if (here == '|') return is_line(grid_.at(r - 1, c)) || is_line(grid_.at(r + 1, c)) || alone(r, c);
    return any_of(here, U"-=") && (any_of(grid_.at(r, c + 1), U"-=>"));
  }

  bool bar(int r, int c) const { return is_line(grid_.at(r, c)) && grid_.owner(r, c) < 0; }

  /// "Kafka │ Kinesis": a bar between words.
  bool separates(int r, int c) const {
    if (!is_bar(grid_.at(r, c)) || bar(r - 1, c) || bar(r + 1, c)) return false;
    const auto word = [&](int d) { return letter(grid_.at(r, c + d)) || letter(grid_.at(r, c + 2 * d)); };
    return (word(-1) || word(1)) && (word(-1) == word(1) || grid_.room(r, c) >= 0);
  }

  /// A single bar between two rows of a drawing is a line.
  bool alone(int r, int c) const { return grid_.at(r, c - 1) == U' ' && grid_.at(r, c + 1) == U' '; }

  bool joins(int r, int c) const {
    if (!grid_.inside(r, c) || grid_.owner(r, c) >= 0) return false;
    const char32_t here = grid_.at(r, c);
    if (is_line(here) || is_drawn_head(here)) return true;
    if (any_of(here, U"vV"))
      return is_line(grid_.at(r - 1, c)) && !letter(grid_.at(r, c - 1)) && !letter(grid_.at(r, c + 1));
    if (here == U'^') return is_line(grid_.at(r + 1, c));
    return any_of(here, U"<>") && (is_line(grid_.at(r, c - 1)) || is_line(grid_.at(r, c + 1)));
  }

  static bool letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 0xBF && c < 0x2000);
  }

  Net net(int row, int column) {
    Net net;
    std::vector<Cell> todo{{row, column}};
    while (!todo.empty()) {
      const Cell cell = todo.back();
      todo.pop_back();
      if (seen(cell.row, cell.column)) continue;
      seen(cell.row, cell.column) = 1;
      net.cells.push_back(cell);
      const char32_t here = grid_.at(cell.row, cell.column);
      if (const int own = grid_.owner(cell.row, cell.column); own >= 0) add(net.targets, own);
      for (const Cell step : kAround) {
        if (runs(here, step)) follow(net, cell, step, todo);
        const char32_t beside = grid_.at(cell.row + step.row, cell.column + step.column);
        if (abuts(beside, here, step) && joins(cell.row + step.row, cell.column + step.column))
          todo.push_back({cell.row + step.row, cell.column + step.column});
      }
    }
    return net;
  }

  void follow(Net& net, Cell cell, Cell step, std::vector<Cell>& todo) {
    const char32_t here = grid_.at(cell.row, cell.column);
    const bool head = is_head(here) &&
                      (any_of(here, U"↔↕⇄⇆") || (towards(here).row == step.row && towards(here).column == step.column));
    const bool own = grid_.owner(cell.row, cell.column) >= 0;
    const int r = cell.row + step.row, c = cell.column + step.column;
    if (!head) {
      if (grid_.owner(r, c) >= 0) {
        if (!own && opens(grid_.at(r, c), step)) add(net.touched, grid_.owner(r, c));
        return;
      }
      if (joins(r, c) && (runs(grid_.at(r, c), {-step.row, -step.column}) || abuts(here, grid_.at(r, c), step))) {
        todo.push_back({r, c});
        return;
      }
      if (step.column == 0 && slipped(r, c, step, todo)) return;
    }
    if (own) return;
    for (int n = 1; n <= kReach; ++n) {  // the line ends: what is before it?
      const int rn = cell.row + step.row * n, cn = cell.column + step.column * n;
      if (!grid_.inside(rn, cn)) break;
      if (grid_.owner(rn, cn) >= 0) {
        add(head ? net.targets : net.touched, grid_.owner(rn, cn));
        return;
      }
      if (grid_.at(rn, cn) != U' ') break;
    }
    (head ? net.heads : net.loose).emplace_back(cell, step);
  }

  /// An upright line that ends at a level one joins it, whether the corner is drawn or not.
  static bool abuts(char32_t here, char32_t next, Cell step) {
    return step.column == 0 && any_of(here, U"│┃|") && any_of(next, U"─━-═");
  }

  /// A line that goes on one column beside where it should.
  bool slipped(int r, int c, Cell step, std::vector<Cell>& todo) const {
    if (grid_.at(r, c) != U' ' && !is_line(grid_.at(r, c))) return false;
    for (const int d : {-1, 1}) {
      const char32_t beside = grid_.at(r, c + d);
      const bool line = any_of(beside, U"│┃|┆┘└┐┌╯╰┴┬") || is_drawn_head(beside);
      if (line && grid_.owner(r, c + d) < 0 && joins(r, c + d) && runs(beside, {-step.row, 0}) &&
          !joins(r - step.row, c + d)) {
        todo.push_back({r, c + d});
        return true;
      }
    }
    return false;
  }

  // --- words

  struct Found {
    int row, left, right;
    std::string text;
  };

  bool blank(int row, int c) const {
    return grid_.at(row, c) == U' ' || grid_.owner(row, c) >= 0 || grid_.wired(row, c) ||
           any_of(grid_.at(row, c), U"│┃║") || (grid_.at(row, c) == U'|' && alone(row, c));
  }

  /// The words around a cell, up to two blanks or a border on either side.
  std::optional<Found> word_at(int row, int column) const {
    if (!grid_.inside(row, column) || blank(row, column)) return std::nullopt;
    int left = column, right = column;
    const auto ends = [&](int c, int d) {
      return blank(row, c + d) && (blank(row, c + 2 * d) || !grid_.inside(row, c + 2 * d) ||
                                   grid_.owner(row, c + d) >= 0 || grid_.wired(row, c + d));
    };
    while (left > 0 && !ends(left, -1)) --left;
    while (right + 1 < grid_.columns(row) && !ends(right, 1)) ++right;
    std::string text(trimmed(grid_.text(row, left, right + 1)));
    if (text.empty()) return std::nullopt;
    return Found{row, left, right, std::move(text)};
  }

  /// A level line leads to these words, or away from them.
  bool in_chain(const Found& found) const {
    return grid_.wired(found.row, found.left - 2) || grid_.wired(found.row, found.right + 2);
  }

  /// The words that an end of a line leads to.
  std::optional<Found> word_beyond(Cell cell, Cell step) const {
    for (int n = 1; n <= 2; ++n) {
      const int r = cell.row + step.row * n, c = cell.column + step.column * n;
      for (const int d : {0, -1, 1}) {
        if (step.row == 0 && d != 0) continue;
        if (auto found = word_at(r, c + d)) return found;
      }
    }
    return std::nullopt;
  }

  /// "── HTTPS ──▶": words between two ends that do not point at them are a label.
  void join_over_labels() {
    std::map<std::pair<int, int>, std::vector<std::size_t>> ends;
    std::map<std::pair<int, int>, std::string> texts;
    for (std::size_t i = 0; i < nets_.size(); ++i)
      for (const auto& [cell, step] : nets_[i].loose)
        if (const auto word = word_beyond(cell, step)) {
          ends[{word->row, word->left}].push_back(i);
          texts[{word->row, word->left}] = word->text;
        }
    const bool pointing = std::ranges::any_of(nets_, [&](const Net& net) { return points_down_or_up(net); });
    for (const auto& [place, ids] : ends) {
      if (ids.size() != 2 || ids[0] == ids[1]) continue;
      const bool pointed = std::ranges::any_of(nets_, [&](const Net& net) {
        return std::ranges::any_of(net.heads, [&](const auto& head) {
          const auto word = word_beyond(head.first, head.second);
          return word && word->row == place.first && word->left == place.second;
        });
      });
      if (pointed || (!pointing && is_upright(nets_[ids[0]], place) && may_be_node(texts[place]))) continue;
      Net &a = nets_[ids[0]], &b = nets_[ids[1]];
      std::erase_if(a.loose, [&](const auto& end) { return leads_to(end, place); });
      std::erase_if(b.loose, [&](const auto& end) { return leads_to(end, place); });
      a.cells.insert(a.cells.end(), b.cells.begin(), b.cells.end());
      for (const int id : b.touched) add(a.touched, id);
      for (const int id : b.targets) add(a.targets, id);
      a.loose.insert(a.loose.end(), b.loose.begin(), b.loose.end());
      a.heads.insert(a.heads.end(), b.heads.begin(), b.heads.end());
      labels_[&a] = texts[place];
      b = Net{};
    }
  }

  bool points_down_or_up(const Net& net) const {
    return std::ranges::any_of(net.cells, [&](const Cell& cell) {
      const char32_t here = grid_.at(cell.row, cell.column);
      return is_head(here) && towards(here).row != 0;
    });
  }

  bool is_upright(const Net& net, const std::pair<int, int>& place) const {
    return std::ranges::any_of(net.loose, [&](const auto& end) { return end.second.row != 0 && leads_to(end, place); });
  }

  /// Where no line has a head, names stand one below the other with bars between them; "HTTPS :443" is no name.
  static bool may_be_node(std::string_view text) {
    const std::vector<understand::Word> words = words_of(text);
    return !words.empty() && words.front().capital && !lexicon::is_protocol(words.front().lower);
  }

  bool leads_to(const std::pair<Cell, Cell>& end, const std::pair<int, int>& place) const {
    const auto word = word_beyond(end.first, end.second);
    return word && word->row == place.first && word->left == place.second;
  }

  void find_words(Net& net) {
    for (const auto* ends : {&net.loose, &net.heads})
      for (const auto& [cell, step] : *ends)
        if (const auto found = word_beyond(cell, step)) {
          const int id = static_cast<int>(drawing_.boxes.size()) + word_index(*found);
          add(ends == &net.heads ? net.targets : net.touched, id);
        }
  }

  int word_index(const Found& found) {
    for (std::size_t i = 0; i < drawing_.words.size(); ++i)
      if (drawing_.words[i].row == found.row && drawing_.words[i].left == found.left) return static_cast<int>(i);
    if (drawing_.words.size() >= kMaxWords) return 0;
    std::string text = found.text;
    int above = found.row - 1;
    while (above >= 0 && above > found.row - 4) {  // a name over several lines
      const auto upper = word_at(above, (found.left + found.right) / 2);
      if (!upper || grid_.room(above, upper->left) != grid_.room(found.row, found.left)) break;
      if (in_chain(*upper) && in_chain(found)) break;  // "A -> B" over "C -> D"
      text.insert(0, upper->text + "\n");
      --above;
    }
    drawing_.words.push_back({found.row, found.left, found.right, grid_.room(found.row, found.left), text});
    return static_cast<int>(drawing_.words.size()) - 1;
  }

  // --- arrows

  /// Words beside an upright line, or above a level one.
  std::string label_of(const Net& net) const {
    if (const auto known = labels_.find(&net); known != labels_.end()) return known->second;
    for (const Cell cell : net.cells) {
      if (grid_.owner(cell.row, cell.column) >= 0) continue;
      const char32_t here = grid_.at(cell.row, cell.column);
      if (any_of(here, U"│┃|┆")) {
        for (const int d : {2, 1, 3, -2, -1})
          if (auto word = word_at(cell.row, cell.column + d); word && word->text.size() <= 40 && !taken(*word))
            return word->text;
      } else if (any_of(here, U"─━-═=")) {
        if (auto word = word_at(cell.row - 1, cell.column); word && word->text.size() <= 24 && !taken(*word))
          return word->text;
      }
    }
    return {};
  }

  bool taken(const Found& found) const {
    if (grid_.room(found.row, found.left) >= 0 && innermost(grid_.room(found.row, found.left))) return true;
    return std::ranges::any_of(drawing_.words, [&](const Word& word) {
      return word.left == found.left && (word.row == found.row || word.text.find(found.text) != std::string::npos);
    });
  }

  bool innermost(int box) const {
    return std::ranges::none_of(drawing_.boxes, [&](const Box& b) { return b.parent == box; });
  }

  int row_of(int id) const {
    const auto boxes = static_cast<int>(drawing_.boxes.size());
    return id < boxes ? drawing_.boxes[static_cast<std::size_t>(id)].top
                      : drawing_.words[static_cast<std::size_t>(id - boxes)].row;
  }
  int column_of(int id) const {
    const auto boxes = static_cast<int>(drawing_.boxes.size());
    return id < boxes ? drawing_.boxes[static_cast<std::size_t>(id)].left
                      : drawing_.words[static_cast<std::size_t>(id - boxes)].left;
  }

  /// The last one stands below all the others, which stand side by side.
  bool gathers(const std::vector<int>& sources) const {
    if (sources.size() < 3) return false;
    const int first = row_of(sources.front());
    return row_of(sources.back()) > first &&
           std::all_of(sources.begin(), std::prev(sources.end()), [&](int id) { return row_of(id) == first; });
  }

  void connect(const Net& net) {
    if (net.touched.size() + net.targets.size() < 2 || net.cells.empty()) return;
    const auto before = [&](int a, int b) {
      return std::pair(row_of(a), column_of(a)) < std::pair(row_of(b), column_of(b));
    };
    std::vector<int> sources, targets = net.targets;
    for (const int id : net.touched)
      if (std::ranges::find(targets, id) == targets.end()) sources.push_back(id);
    std::ranges::sort(sources, before);
    std::ranges::sort(targets, before);
    const std::string label = label_of(net);
    const int row = net.cells.front().row;
    if (sources.empty()) {  // heads at all ends
      for (std::size_t i = 1; i < targets.size(); ++i)
        drawing_.arrows.push_back({targets.front(), targets[i], true, row, label});
    } else if (targets.empty() && gathers(sources)) {  // several in a row above one: each leads to it
      for (std::size_t i = 0; i + 1 < sources.size(); ++i)
        drawing_.arrows.push_back({sources[i], sources.back(), false, row, label});
    } else if (targets.empty()) {  // a plain line is read downwards
      for (std::size_t i = 1; i < sources.size(); ++i)
        drawing_.arrows.push_back({sources.front(), sources[i], false, row, label});
    } else {
      for (const int from : sources)
        for (const int to : targets) drawing_.arrows.push_back({from, to, false, row, label});
    }
  }

  Grid& grid_;
  Drawing& drawing_;
  std::vector<std::vector<char>> seen_;
  std::vector<Net> nets_;
  std::map<const Net*, std::string> labels_;
};

}  // namespace

void follow_lines(Grid& grid, Drawing& drawing) { Wires(grid, drawing).run(); }

}  // namespace skydraft::understand::boxes
