#include "understand/ladder.hpp"

#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/boxes.hpp"
#include "understand/diagrams.hpp"
#include "understand/drawn_node.hpp"

namespace skydraft::understand {
namespace {

constexpr std::string_view kLines = "|vV│▼↓ +-─┌┐└┘┬┴┼";

/// Where the first of the characters stands that is none of these: plain ones, or ones for drawing of three bytes.
std::size_t after_signs(std::string_view text, std::string_view signs) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
    if (signs.find(text.substr(at, length)) == std::string_view::npos) break;
    at += length;
  }
  return std::min(at, text.size());
}

/// The text is made of these characters.
bool only(std::string_view text, std::string_view allowed) {
  return !text.empty() && after_signs(text, allowed) == text.size();
}

/// Calls visit(line, where it begins) for each.
template <typename Visit>
void each_line(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    visit(text.substr(at, end - at), static_cast<std::uint32_t>(at));
    at = end + 1;
  }
}

/// Columns before the names: those of the line that begins furthest to the left.
std::size_t indent_of(std::string_view text) {
  std::size_t indent = std::string_view::npos;
  each_line(text, [&](std::string_view line, std::uint32_t) {
    if (const std::size_t at = line.find_first_not_of(' ');
        at != std::string_view::npos && !only(trimmed(line), kLines))
      indent = std::min(indent, at);
  });
  return indent == std::string_view::npos ? 0 : indent;
}

class Ladder {
 public:
  Ladder(Draft& draft, const Entry& entry, const md::Block& block, bool sure)
      : draft_(draft), entry_(entry), block_(block), is_ladder_(sure) {}

  bool read() {
    indent_ = indent_of(block_.literal);
    define_names();
    each_line(block_.literal, [&](std::string_view raw, std::uint32_t begin) { line(raw, begin); });
    return any_;
  }

 private:
  bool is_detail(std::string_view raw, std::string_view text) const {
    return text.front() == '-' || text.front() == '*' || text.front() == '/' || text.front() == '(' ||
           text.starts_with("•") || raw.find_first_not_of(' ') > indent_ + 3;
  }

  /// A name over its details is one, whether a line leads to it or not. Only where lines are drawn between names.
  void define_names() {
    struct Name {
      std::string_view text;
      std::uint32_t offset = 0;
      bool details = false;
    };
    std::vector<Name> names;
    bool drawn = false;
    each_line(block_.literal, [&](std::string_view raw, std::uint32_t begin) {
      const std::string_view text = trimmed(raw);
      if (only(text, "vV▼↓ "))
        drawn = true;
      else if (!text.empty() && is_detail(raw, text) && !names.empty())
        names.back().details = names.back().details || text.front() == '-';
      else if (!text.empty() && !only(text, "|│ ") && raw.find_first_not_of(' ') == indent_ &&
               words_of(text).size() <= 6)
        names.push_back({text, begin, false});
    });
    if (!drawn) return;
    for (const Name& name : names) {
      const std::vector<Word> words = words_of(name.text);
      const bool plain = std::ranges::all_of(words, [](const Word& w) { return w.mark == Mark::None; });
      if (!name.details || !plain || words.empty() || !words.front().capital) continue;
      const DrawnNode node =
          read_node(draft_, {name.text, {}, diagram::Shape::Plain, nullptr, false, false, false, entry_.section});
      if (!node.label.name.empty()) define_drawn(draft_, node, line_span(block_, name.offset), entry_.section);
    }
  }

  void line(std::string_view raw, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(begin + raw.size());
    const std::string_view text = trimmed(raw);
    if (text.empty()) {
      if (!down_) node_.clear();
      return;
    }
    if (only(text, kLines)) {
      down_ = text.find_first_not_of("| +-") != std::string_view::npos || down_;
      return;
    }
    if (const auto branch = branch_of(text)) {
      chain(std::string(*branch), begin, end);
      return;
    }
    if (is_ladder_ && !node_.empty() && (text.starts_with("├") || text.starts_with("└"))) {  // "├── app-1"
      chain(std::string(trimmed(text.substr(after_signs(text, "├└─ ")))), begin, end);
      return;
    }
    if (text.front() == '|' || text.starts_with("│")) return;  // "| uploads": what the line says
    const std::vector<std::string_view> names = cells_of(text);
    const bool lines = std::ranges::any_of(names, [](std::string_view name) { return name.find("--") < name.size(); });
    if (down_ && !node_.empty() && names.size() > 1 && !lines) {  // "v      v" over "A      B"
      for (const std::string_view name : names) chain(std::string(name), begin, end);
      node_ = std::string(names.front());
      down_ = false;
      return;
    }
    if (is_ladder_ && names_both_ends(text)) {  // "Logs ◄── service"
      chain_of(std::string(text), begin, end);
      node_.clear();
      down_ = false;
      return;
    }
    // What a parenthesis adds makes a name no sentence.
    const std::string_view name = text.find("──") == std::string_view::npos ? text.substr(0, text.find('(')) : text;
    if (is_detail(raw, text) || words_of(before_remark(name)).size() > 8) return;
    if (!down_ && !node_.empty()) {
      called_so(text);
      return;
    }
    const std::string called(is_ladder_ ? before_remark(text) : text);
    if (down_) chain(called, begin, end);
    node_ = called;
    down_ = false;
  }

  /// The line below a name: an identifier is what it is called, anything else says what it does.
  void called_so(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    const bool identifier =
        words.size() > 1 && !words.front().capital &&
        std::all_of(words.begin() + 1, words.end(), [](const Word& w) { return w.mark == Mark::None && w.joined; });
    if (identifier && node_.find('(') == std::string::npos) node_ += " (" + std::string(text) + ")";
  }

  /// "Firewall — allow 443 only": the name.
  static std::string_view before_remark(std::string_view text) {
    return text.substr(0, std::min(text.find(" — "), text.find(" ── ")));
  }

  /// Names side by side, with two blanks or more between them.
  static std::vector<std::string_view> cells_of(std::string_view text) {
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find("  ", at), text.size());
      cells.push_back(trimmed(text.substr(at, end - at)));
      at = std::min(text.find_first_not_of(' ', end), text.size());
    }
    return cells;
  }

  /// An arrow between two names of one line.
  static bool names_both_ends(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    const auto arrow =
        std::ranges::find_if(words, [](const Word& w) { return w.mark == Mark::Arrow || w.mark == Mark::BackArrow; });
    return arrow != words.begin() && arrow != words.end() && arrow + 1 != words.end() &&
           words.front().mark == Mark::None;
  }

  void chain(const std::string& rest, std::uint32_t begin, std::uint32_t end) {
    if (!node_.empty() && !rest.empty()) chain_of(node_ + " → " + rest, begin, end);
  }

  void chain_of(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    const Span span{std::min(block_.literal_span.begin + begin, block_.literal_span.end),
                    std::min(block_.literal_span.begin + end, block_.literal_span.end)};
    any_ = !read_arrows(draft_, words_of(text), text, {entry_.section, {}, {}, span, true}).relations.empty() || any_;
  }

  Draft& draft_;
  const Entry& entry_;
  const md::Block& block_;
  std::size_t indent_ = 0;  ///< columns before the names
  std::string node_;        ///< the name last read
  bool down_ = false;       ///< an arrow leads down from it
  bool is_ladder_;          ///< names one below the other, with arrows between them
  bool any_ = false;
};

}  // namespace

/// "+--> B": B; nothing if no branch is drawn there.
std::optional<std::string_view> branch_of(std::string_view text) {
  const auto skip = [&](std::string_view signs) {
    const std::size_t after = after_signs(text, signs);
    text.remove_prefix(after);
    return after > 0;
  };
  const bool plain = skip("+|`");
  if (!plain && !skip("├└╰")) return std::nullopt;
  const bool line = skip("-─") && plain;  // "├── main.tf" is a file in a folder
  if (!skip(">▶►→") && !line) return std::nullopt;
  return trimmed(text);
}

bool is_ladder(const md::Block& block) {
  std::size_t downs = 0, rungs = 0;
  bool named = false, bar = false;  // the last line but one is a name, and the last one only a bar
  each_line(block.literal, [&](std::string_view line, std::uint32_t) {
    const std::string_view text = trimmed(line);
    const bool is_bar = only(text, "│| ");
    const bool is_name = !text.empty() && (is_letter(text.front()) || text.front() == '"');
    downs += only(text, "vV▼↓ ") ? 1 : 0;
    rungs += bar && is_name ? 1 : 0;
    bar = is_bar && (named || bar);
    named = is_name;
  });
  return (downs >= 2 || rungs >= 3) && boxes::parse(block.literal).boxes.empty();
}

bool read_ladder(Draft& draft, const Entry& entry, const md::Block& block, bool sure) {
  return Ladder(draft, entry, block, sure).read();
}

}  // namespace skydraft::understand
