#include <algorithm>
#include <map>

#include "understand/arrows.hpp"
#include "understand/attributes.hpp"
#include "understand/boxes.hpp"
#include "understand/classify.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

/// A box drawing's boxes as components, its lines as relations.
class DrawingReader {
 public:
  DrawingReader(Draft& draft, const Entry& entry) : draft_(draft), entry_(entry), block_(draft.document[entry.block]) {}

  bool read() {
    drawing_ = boxes::parse(block_.literal);
    if (drawing_.boxes.size() < 2) return false;
    for (const boxes::Box& box : drawing_.boxes)
      if (!box.lines.empty()) ++first_lines_[lower_of(title_of(box))];
    for (const boxes::Box& box : drawing_.boxes) components_.push_back(component(box));
    for (std::size_t i = 0; i < drawing_.boxes.size(); ++i)
      if (components_[i])
        if (const auto holder = around(drawing_.boxes[i].parent)) draft_.parent(*components_[i], *holder, entry_.span);
    for (const boxes::Arrow& arrow : drawing_.arrows) {
      const auto from = components_[static_cast<std::size_t>(arrow.from)],
                 to = components_[static_cast<std::size_t>(arrow.to)];
      if (from && to) draft_.relate({*from, *to, model::RelationKind::Flow, {}, {}, {}, {}, line_span(arrow.row)});
    }
    return true;
  }

 private:
  static std::string_view title_of(const boxes::Box& box) {
    for (const std::string& line : box.lines)
      if (!line.empty()) return line;
    return {};
  }

  std::optional<ComponentId> around(int box) const {
    for (int at = box; at >= 0; at = drawing_.boxes[static_cast<std::size_t>(at)].parent)
      if (components_[static_cast<std::size_t>(at)]) return components_[static_cast<std::size_t>(at)];
    return std::nullopt;
  }

  Span line_span(int row) const {
    std::size_t at = 0;
    for (int r = 0; r < row && at != std::string::npos; ++r) {
      at = block_.literal.find('\n', at);
      if (at != std::string::npos) ++at;
    }
    if (at == std::string::npos) return entry_.span;
    std::size_t end = block_.literal.find('\n', at);
    if (end == std::string::npos) end = block_.literal.size();
    return {std::min(block_.literal_span.begin + static_cast<std::uint32_t>(at), block_.literal_span.end),
            std::min(block_.literal_span.begin + static_cast<std::uint32_t>(end), block_.literal_span.end)};
  }

  static bool is_detail(std::string_view line) {
    return line.empty() || line.front() == '(' || line.front() == '-' || line.front() == '+' || line.front() == '*' ||
           line.starts_with("•") || line.find(':') != std::string_view::npos;
  }

  std::optional<ComponentId> component(const boxes::Box& box) {
    const std::string first(title_of(box));
    if (first.empty()) return std::nullopt;
    std::string name = first;
    std::string details;
    bool title = true, past = false;
    const Reading alone = read(first);
    // "Lambda / Orders / Service" over three lines is one name, unless the first line names the thing by itself.
    const bool join =
        !(alone.kind && alone.strong && alone.basis == Basis::Exact && first_lines_[lower_of(first)] == 1);
    for (const std::string& line : box.lines) {
      if (line.empty()) {
        past = past || !title;
        continue;
      }
      if (title) {
        title = false;
        continue;
      }
      if (join && !past && !is_detail(line) && words_of(line).size() <= 4 && name.size() < 40)
        name += " " + line;
      else {
        past = true;
        details += (details.empty() ? "" : " ") + line;
      }
    }
    return define(name, details, box);
  }

  Reading read(std::string_view name) const { return read_name(draft_, words_of(name), {}, entry_.section); }

  std::optional<ComponentId> define(std::string name, const std::string& details, const boxes::Box& box) {
    const std::size_t open = name.find('(');
    std::string inside;
    if (open != std::string::npos && open > 0) {
      const std::size_t close = name.find(')', open);
      inside = name.substr(open + 1, close == std::string::npos ? std::string::npos : close - open - 1);
      name = std::string(trimmed(name.substr(0, open)));
    }
    const std::vector<Word> words = words_of(name);
    if (words.empty() || words.size() > 8 ||
        std::ranges::none_of(words, [](const Word& w) { return w.mark == Mark::None; }))
      return std::nullopt;
    const Reading reading = read(name);
    const bool has_inner = std::ranges::any_of(drawing_.boxes, [&](const boxes::Box& b) {
      return b.parent >= 0 && &drawing_.boxes[static_cast<std::size_t>(b.parent)] == &box;
    });
    std::string_view kind =
        reading.kind && reading.basis != Basis::Context ? reading.kind->id : std::string_view("generic.service");
    if (has_inner && !reading.kind) return std::nullopt;  // a frame that only groups
    if (lexicon::is_group(words.back().norm) && !(reading.kind && reading.strong)) return std::nullopt;
    const Span span = line_span(box.top + 1);
    const auto id = draft_.define(name, kind, span, entry_.section);
    if (!id) return std::nullopt;
    const std::vector<Word> count = words_of(inside);
    if (count.size() == 1 && count_of(count.front()) > 0)
      draft_.builder[*id].count = count_of(count.front());
    else if (!inside.empty()) {
      draft_.purpose(*id, inside);
      draft_.alias(*id, name + " (" + inside + ")");
    }
    if (!details.empty()) draft_.purpose(*id, details);
    read_facts(draft_, *id, words_of(inside), inside, span);
    read_facts(draft_, *id, words_of(details), details, span);
    return id;
  }

  Draft& draft_;
  const Entry& entry_;
  const md::Block& block_;
  boxes::Drawing drawing_;
  std::map<std::string, int> first_lines_;
  std::vector<std::optional<ComponentId>> components_;
};

/// Lines such as "Client → API Gateway → Lambda" in a code fence.
bool read_arrow_lines(Draft& draft, const Entry& entry, const md::Block& block) {
  bool any = false;
  for (std::size_t at = 0; at < block.literal.size();) {
    std::size_t end = block.literal.find('\n', at);
    if (end == std::string::npos) end = block.literal.size();
    const std::string line = block.literal.substr(at, end - at);
    const Span span{std::min(block.literal_span.begin + static_cast<std::uint32_t>(at), block.literal_span.end),
                    std::min(block.literal_span.begin + static_cast<std::uint32_t>(end), block.literal_span.end)};
    at = end + 1;
    const std::vector<Word> words = words_of(line);
    if (std::ranges::none_of(words, [](const Word& w) { return w.mark == Mark::Arrow || w.mark == Mark::BothArrow; }))
      continue;
    any = !read_arrows(draft, words, line, {entry.section, {}, {}, span, true}).relations.empty() || any;
  }
  return any;
}

/// Names one below the other with "|" and "v" between them, branches as "+--> name".
class Ladder {
 public:
  Ladder(Draft& draft, const Entry& entry, const md::Block& block) : draft_(draft), entry_(entry), block_(block) {}

  bool read() {
    for (std::size_t at = 0; at < block_.literal.size();) {
      std::size_t end = block_.literal.find('\n', at);
      if (end == std::string::npos) end = block_.literal.size();
      line(std::string_view(block_.literal).substr(at, end - at), static_cast<std::uint32_t>(at),
           static_cast<std::uint32_t>(end));
      at = end + 1;
    }
    return any_;
  }

 private:
  static bool only(std::string_view text, std::string_view allowed) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
      if (allowed.find(text.substr(at, length)) == std::string_view::npos) return false;
      at += length;
    }
    return !text.empty();
  }

  void line(std::string_view raw, std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = trimmed(raw);
    if (text.empty()) {
      if (!down_) node_.clear();
      return;
    }
    if (only(text, "|vV│▼↓ ")) {
      down_ = text.find_first_not_of("| ") != std::string_view::npos || down_;
      return;
    }
    for (const std::string_view branch :
         {"+-->", "+->", "+--", "├──▶", "├──>", "└──▶", "└──>", "├─>", "└─>", "├→", "└→"})
      if (text.starts_with(branch)) {
        chain(std::string(trimmed(text.substr(branch.size()))), begin, end);
        return;
      }
    const bool detail = text.front() == '-' || text.front() == '*' || text.front() == '/' || text.front() == '(' ||
                        text.starts_with("•") || raw.size() - text.size() > 3;
    if (detail || words_of(text).size() > 8) return;
    const std::string before = std::move(node_);
    node_ = std::string(text);
    if (down_ && !before.empty()) {
      const std::string here = std::move(node_);
      node_ = before;
      chain(here, begin, end);
      node_ = here;
    }
    down_ = false;
  }

  void chain(const std::string& rest, std::uint32_t begin, std::uint32_t end) {
    if (node_.empty() || rest.empty()) return;
    const std::string text = node_ + " → " + rest;
    const Span span{std::min(block_.literal_span.begin + begin, block_.literal_span.end),
                    std::min(block_.literal_span.begin + end, block_.literal_span.end)};
    any_ = !read_arrows(draft_, words_of(text), text, {entry_.section, {}, {}, span, true}).relations.empty() || any_;
  }

  Draft& draft_;
  const Entry& entry_;
  const md::Block& block_;
  std::string node_;   ///< the name last read
  bool down_ = false;  ///< an arrow leads down from it
  bool any_ = false;
};

}  // namespace

void read_drawings(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const EntryId id{i};
    const Entry& entry = draft.outline[id];
    if (entry.kind != EntryKind::Code || draft.fate(id).understood() || draft.topic(entry.section).skipped) continue;
    const md::Block& block = draft.document[entry.block];
    if (!block.info.empty() && block.info != "text" && block.info != "txt" && block.info != "plaintext" &&
        block.info != "ascii")
      continue;
    if (block.literal.size() > 200000) continue;
    if (DrawingReader(draft, entry).read() || Ladder(draft, entry, block).read() ||
        read_arrow_lines(draft, entry, block))
      draft.fate(id).component = true;
  }
}

}  // namespace skydraft::understand
