#include <algorithm>
#include <array>
#include <utility>

#include "understand/arrows.hpp"
#include "understand/boxes.hpp"
#include "understand/diagrams.hpp"
#include "understand/drawn_node.hpp"
#include "understand/ladder.hpp"
#include "understand/passes.hpp"
#include "understand/tree.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestDrawing = 200000;  // bytes

/// An arrow between two words of a box's own text, for the time in which lines are followed: "A ↔ B".
struct Quiet {
  std::string_view arrow, stand_in;
};
constexpr std::array<Quiet, 4> kQuiet{{{"↔", "\uE000"}, {"→", "\uE001"}, {"<->", "\uE002  "}, {"->", "\uE003 "}}};

/// "│ Gateway ↔ Room service │": such arrows are text, and no lines of the drawing.
std::string without_inner_arrows(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ')';
  };
  std::string result(text);
  for (const Quiet& quiet : kQuiet) {
    const std::string arrow = " " + std::string(quiet.arrow) + " ";
    for (std::size_t at = result.find(arrow); at != std::string::npos; at = result.find(arrow, at + 1)) {
      const std::size_t line = result.rfind('\n', at) + 1, end = std::min(result.find('\n', at), result.size());
      const std::string_view around = std::string_view(result).substr(line, end - line);
      const std::size_t after = at + arrow.size();
      const std::string_view drawn = trimmed(around);
      const bool boxed = drawn.starts_with("│") || drawn.starts_with("|");
      if (!boxed || at == line || !letter(result[at - 1]) || after >= end || !letter(result[after])) continue;
      result.replace(at + 1, quiet.arrow.size(), quiet.stand_in);
    }
  }
  return result;
}

/// "│  ├─ parser.py  │": what hangs on such a sign is said of the box, in a list.
std::string without_inner_trees(std::string text) {
  constexpr std::string_view kBullet = "• ";
  for (const std::string_view sign : {"├─", "└─", "╰─"})
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
      const std::size_t line = text.rfind('\n', at) + 1, end = std::min(text.find('\n', at), text.size());
      const std::string_view before = trimmed(std::string_view(text).substr(line, at - line));
      const std::string_view behind = std::string_view(text).substr(at + sign.size(), end - at - sign.size());
      const std::size_t name = behind.find_first_not_of("─");
      const bool said =
          name != std::string_view::npos && behind[name] == ' ' && behind.find("│", name) != std::string_view::npos;
      if (said && before.ends_with("│")) text.replace(at, sign.size(), kBullet);
    }
  return text;
}

std::string with_inner_arrows(std::string line) {
  for (const Quiet& quiet : kQuiet)
    for (std::size_t at = line.find(quiet.stand_in); at != std::string::npos; at = line.find(quiet.stand_in, at))
      line.replace(at, quiet.stand_in.size(), quiet.arrow);
  return line;
}

/// A drawing's boxes and the names beside them as the nodes of a diagram.
class Boxes {
 public:
  Boxes(const boxes::Drawing& drawing, std::string_view text) : drawing_(drawing) {
    offsets_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      offsets_.push_back(static_cast<std::uint32_t>(at + 1));
  }

  diagram::Diagram diagram() {
    result_.wrapped = true;
    group_of_.assign(drawing_.boxes.size(), -1);
    for (std::size_t i = 0; i < drawing_.boxes.size(); ++i) box(i);
    for (std::size_t i = 0; i < drawing_.words.size(); ++i) {
      const boxes::Word& word = drawing_.words[i];
      result_.nodes.push_back({id(drawing_.boxes.size() + i),
                               word.text,
                               {},
                               parent(word.parent),
                               diagram::Shape::Plain,
                               offset(word.row),
                               false});
    }
    for (const boxes::Arrow& arrow : drawing_.arrows)
      if (!around(arrow.from, arrow.to) && !around(arrow.to, arrow.from))
        result_.edges.push_back({id(static_cast<std::size_t>(arrow.from)), id(static_cast<std::size_t>(arrow.to)),
                                 arrow.label, arrow.both, offset(arrow.row)});
    return std::move(result_);
  }

 private:
  static std::string id(std::size_t index) { return "b" + std::to_string(index); }
  std::uint32_t offset(int row) const {
    return offsets_[std::min(static_cast<std::size_t>(std::max(row, 0)), offsets_.size() - 1)];
  }
  int parent(int box) const { return box < 0 ? -1 : group_of_[static_cast<std::size_t>(box)]; }

  bool around(int outer, int inner) const {
    if (static_cast<std::size_t>(inner) >= drawing_.boxes.size()) return false;
    for (int at = inner; at >= 0; at = drawing_.boxes[static_cast<std::size_t>(at)].parent)
      if (at == outer) return true;
    return false;
  }

  bool has_inner(std::size_t box) const {
    return std::ranges::any_of(drawing_.boxes, [&](const boxes::Box& b) { return b.parent == static_cast<int>(box); });
  }

  /// "Kafka │ Kinesis │ Lambda": several things in one line.
  static std::vector<std::string> items(std::string_view line) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '|')
        parts.emplace_back();
      else
        parts.back() += line[at];
    }
    for (std::string& part : parts) part = std::string(trimmed(part));
    std::erase(parts, std::string());
    return parts.size() >= 3 ? parts : std::vector<std::string>{};
  }

  void box(std::size_t index) {
    const boxes::Box& box = drawing_.boxes[index];
    std::string label;
    std::vector<std::string> members, chains;
    const bool linked = std::ranges::any_of(box.lines, is_chain);
    bool past = false;
    for (const std::string& written : box.lines) {
      const std::string line = with_inner_arrows(written);
      if (line.empty()) {
        past = past || !label.empty();
        continue;
      }
      if (linked && !label.empty()) {
        (is_chain(line) ? chains : members).push_back(line);
        continue;
      }
      if (!label.empty())
        if (const auto parts = items(line); !parts.empty()) {
          members.insert(members.end(), parts.begin(), parts.end());
          continue;
        }
      // "ticket-service" over "-db": a long name, broken at its hyphen.
      if (!label.empty() && !past && line.size() > 1 && line[0] == '-' && line[1] >= 'a' && line[1] <= 'z' &&
          label.find_first_of(" \n") == std::string::npos) {
        label += line;
        continue;
      }
      // What stands below an empty row is about the name.
      if (!label.empty()) label += past && !is_detail_line(line) ? "\n- " : "\n";
      label += line;
    }
    const int row = box.lines.empty() || box.lines.front().empty() ? box.top + 1 : box.top;
    if (!has_inner(index) && members.empty() && chains.empty()) {
      result_.nodes.push_back({id(index), label, {}, parent(box.parent), diagram::Shape::Plain, offset(row), false});
      return;
    }
    group_of_[index] = static_cast<int>(result_.groups.size());
    result_.groups.push_back({id(index), label, {}, parent(box.parent), offset(row)});
    for (std::size_t i = 0; i < members.size(); ++i)
      result_.nodes.push_back({id(index) + "." + std::to_string(i),
                               members[i],
                               {},
                               group_of_[index],
                               diagram::Shape::Plain,
                               offset(row),
                               true});
    for (const std::string& line : chains) chain(line, group_of_[index], offset(row));
  }

  static bool is_chain(const std::string& written) {
    const std::string line = with_inner_arrows(written);
    return may_have_arrow(line) && std::ranges::count_if(words_of(line), leads_on) > 0;
  }

  /// "Client ↔ Balancer ↔ Gateway (443)" in a box: what stands in it, and what leads where.
  void chain(std::string_view line, int group, std::uint32_t at) {
    std::string before;
    const std::vector<Word> words = words_of(line);
    for (std::size_t from = 0; from < words.size();) {
      std::size_t to = from;
      while (to < words.size() && !leads_on(words[to])) ++to;
      std::string_view name = to > from ? line.substr(words[from].begin, words[to - 1].end - words[from].begin) : "";
      name = trimmed(name.substr(0, name.find('(')));
      if (!name.empty()) {
        const std::string id = "c:" + std::string(name);
        if (std::ranges::none_of(result_.nodes, [&](const diagram::Node& node) { return node.id == id; }))
          result_.nodes.push_back({id, std::string(name), {}, group, diagram::Shape::Plain, at, false});
        if (!before.empty()) {
          const bool back = words[from - 1].mark == Mark::BackArrow;
          result_.edges.push_back(
              {back ? id : before, back ? before : id, {}, words[from - 1].mark == Mark::BothArrow, at});
        }
        before = id;
      }
      from = to + 1;
    }
  }

  const boxes::Drawing& drawing_;
  diagram::Diagram result_;
  std::vector<std::uint32_t> offsets_;
  std::vector<int> group_of_;  ///< by box
};

/// Cells side by side without a line between any two: a table, not a drawing.
bool is_table(const boxes::Drawing& drawing) {
  if (!drawing.arrows.empty()) return false;
  const auto beside = std::ranges::count_if(drawing.boxes, [&](const boxes::Box& box) {
    return std::ranges::any_of(drawing.boxes, [&](const boxes::Box& other) {
      return other.top == box.top && (other.left == box.right || box.left == other.right);
    });
  });
  return beside * 2 > static_cast<std::ptrdiff_t>(drawing.boxes.size());
}

bool read_boxes(Draft& draft, EntryId id, const md::Block& block) {
  const boxes::Drawing drawing = boxes::parse(without_inner_trees(without_inner_arrows(block.literal)));
  if (drawing.boxes.size() + drawing.words.size() < 2 || is_table(drawing)) return false;
  return read_diagram(draft, Boxes(drawing, block.literal).diagram(), id);
}

/// A tree is read where most of its names are things that the document or the catalogue knows.
bool read_tree(Draft& draft, EntryId id, const md::Block& block) {
  const diagram::Diagram drawn = tree::parse(block.literal);
  if (drawn.empty()) return false;
  const SectionId section = draft.outline[id].section;
  std::size_t known = 0;
  const auto count = [&](const std::string& label) {
    const DrawnNode node = read_node(draft, {label, {}, diagram::Shape::Plain, nullptr, false, false, false, section});
    known += node.certain || node.known || (!node.label.name.empty() && node.kind != "generic.service") ? 1U : 0U;
  };
  for (const diagram::Node& node : drawn.nodes) count(node.label);
  for (const diagram::Group& group : drawn.groups) count(group.label);
  return known * 2 >= drawn.nodes.size() + drawn.groups.size() && read_diagram(draft, drawn, id);
}

/// Lines such as "Client → API Gateway → Lambda" in a code fence; one that begins with an arrow goes on with the line
/// above.
class ArrowLines {
 public:
  ArrowLines(Draft& draft, const Entry& entry, const md::Block& block) : draft_(draft), entry_(entry), block_(block) {}

  bool read() {
    for (std::size_t at = 0; at < block_.literal.size();) {
      const std::size_t end = std::min(block_.literal.find('\n', at), block_.literal.size());
      const std::string whole = in_ascii(block_.literal.substr(at, end - at));
      const std::string_view line = trimmed(whole);
      const std::vector<Word> words = may_have_arrow(line) ? words_of(line) : std::vector<Word>{};
      if (!hangs_below(whole, static_cast<std::uint32_t>(at))) {
        if (words.empty() || !leads_on(words.front()) || chain_.empty()) {
          flush();
          begin_ = static_cast<std::uint32_t>(at);
        }
        chain_ += (chain_.empty() ? "" : " ") + std::string(line);
        above_ = whole;
      }
      at = end + 1;
    }
    flush();
    return any_;
  }

 private:
  /// A column is a byte, so that what stands below each other is found: "──▶" as "-->", "│" as "|".
  static std::string in_ascii(std::string line) {
    constexpr std::array<std::pair<std::string_view, char>, 12> kSigns{{{"─", '-'},
                                                                        {"━", '-'},
                                                                        {"▶", '>'},
                                                                        {"►", '>'},
                                                                        {"│", '|'},
                                                                        {"┃", '|'},
                                                                        {"▼", 'v'},
                                                                        {"↓", 'v'},
                                                                        {"└", '+'},
                                                                        {"├", '+'},
                                                                        {"┬", '+'},
                                                                        {"┼", '+'}}};
    if (line.find('\xE2') == std::string::npos) return line;  // the first byte of each of them
    for (const auto& [sign, ascii] : kSigns)
      for (std::size_t at = line.find(sign); at != std::string::npos; at = line.find(sign, at + 1))
        line.replace(at, sign.size(), 1, ascii);
    return line;
  }

  void flush() {
    const std::string text = std::move(chain_);
    chain_.clear();
    if (!may_have_arrow(text)) return;
    const std::vector<Word> words = words_of(text);
    if (std::ranges::none_of(words, leads_on)) return;
    const Span span = line_span(block_, begin_);
    SentenceContext context{entry_.section, {}, {}, span, true};
    context.drawn = true;
    any_ = !read_arrows(draft_, words, text, context).relations.empty() || any_;
  }

  /// A part of a line, between two blanks or more.
  struct Cell {
    std::size_t column;
    std::string_view text;
    bool is_bar() const { return text.find_first_not_of("|v+") == std::string_view::npos; }
  };

  static std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
      std::size_t end = std::min(line.find("  ", at), line.size());
      if (end > at + 1 && (line[at] == '|' || line[at] == 'v') && line[at + 1] == ' ') end = at + 1;
      cells.push_back({at, trimmed(line.substr(at, end - at))});
      at = line.find_first_not_of(' ', end);
    }
    return cells;
  }

  /// "A -> B -> C" with a bar below B and a name, a chain or "+--> D" below the bar: B leads to that, too. True if the
  /// line is made of such bars and of what hangs on them.
  bool hangs_below(std::string_view line, std::uint32_t begin) {
    if (above_.empty()) return false;
    const std::vector<Cell> cells = cells_of(line);
    if (cells.empty()) return false;
    std::vector<std::pair<std::size_t, std::string_view>> hanging;  // on which bar what hangs
    std::vector<std::size_t> bars;
    for (const Cell& cell : cells) {
      if (cell.is_bar()) {
        bars.push_back(cell.column);
        continue;
      }
      const auto bar = std::ranges::find_if(bars_, [&](std::size_t column) {
        return column + kReach >= cell.column && column <= cell.column + cell.text.size() + kReach;
      });
      if (bar == bars_.end()) return false;
      hanging.emplace_back(*bar, branch_of(cell.text).value_or(cell.text));
    }
    if (hanging.empty()) {
      bars_ = std::move(bars);
      return true;
    }
    flush();
    begin_ = begin;
    for (const auto& [bar, text] : hanging) {
      const std::string_view upper = segment_at(bar);
      if (upper.empty()) continue;
      chain_ = std::string(upper) + " -> " + std::string(text);
      flush();
    }
    bars_ = std::move(bars);
    if (bars_.empty()) above_ = line;
    return true;
  }

  /// What the chain above has at this column.
  std::string_view segment_at(std::size_t column) const {
    std::size_t from = 0, to = above_.size();
    for (const Word& word : words_of(above_)) {
      if (!leads_on(word)) continue;
      if (word.end <= column) from = word.end;
      if (word.begin > column && to == above_.size()) to = word.begin;
    }
    return trimmed(std::string_view(above_).substr(from, to - from));
  }

  static constexpr std::size_t kReach = 4;  ///< columns beside a bar where the name below it may begin or end

  Draft& draft_;
  const Entry& entry_;
  const md::Block& block_;
  std::string chain_;
  std::string above_;              ///< the line that bars hang on
  std::vector<std::size_t> bars_;  ///< columns of the bars in the line above
  std::uint32_t begin_ = 0;
  bool any_ = false;
};

}  // namespace

void read_drawings(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const EntryId id{i};
    const Entry& entry = draft.outline[id];
    if (entry.kind != EntryKind::Code || draft.fate(id).understood() || draft.skipped(id)) continue;
    const md::Block& block = draft.document[entry.block];
    const std::string_view info = std::string_view(block.info).substr(0, block.info.find_first_of(" {"));
    if (!info.empty() && info != "text" && info != "txt" && info != "plaintext" && info != "plain" && info != "ascii" &&
        info != "diagram" && info != "none")
      continue;
    if (block.literal.size() > kLongestDrawing) continue;
    const bool ladder = is_ladder(block);
    if ((ladder && read_ladder(draft, entry, block, true)) || read_boxes(draft, id, block) ||
        read_tree(draft, id, block) || (!ladder && read_ladder(draft, entry, block, false)) ||
        ArrowLines(draft, entry, block).read())
      draft.fate(id).component = true;
  }
}

}  // namespace skydraft::understand
