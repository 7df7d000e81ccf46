#include "understand/outline.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "understand/asides.hpp"
#include "understand/entry_label.hpp"
#include "understand/html_lines.hpp"
#include "understand/lexicon.hpp"

namespace skydraft::understand {
namespace {

constexpr int kTitleLevel = 6;                   // of a section that only a line of its own heads
constexpr std::size_t kLongestHeadline = 60;     // bytes
constexpr std::ptrdiff_t kLongestDecorated = 6;  // blanks; more of them are a sentence

md::InlineText slice(const md::InlineText& text, std::uint32_t begin, std::uint32_t end) {
  md::InlineText part;
  part.text = text.text.substr(begin, end - begin);
  for (const md::Run& run : text.runs) {
    if (run.end <= begin || run.begin >= end) continue;
    md::Run cut = run;
    cut.begin = std::max(run.begin, begin);
    cut.end = std::min(run.end, end);
    cut.source = text.source_of(cut.begin, cut.end);
    cut.begin -= begin;
    cut.end -= begin;
    part.runs.push_back(std::move(cut));
  }
  for (std::size_t i = 0; i < text.stretches.size(); ++i) {
    const std::uint32_t from = text.stretches[i].begin;
    const std::uint32_t to =
        i + 1 < text.stretches.size() ? text.stretches[i + 1].begin : static_cast<std::uint32_t>(text.text.size());
    if (to <= begin || from >= end) continue;
    md::Stretch cut{std::max(from, begin) - begin, text.stretches[i].source};
    if (cut.source.size() == to - from)  // byte for byte
      cut.source = {cut.source.begin + (std::max(from, begin) - from), cut.source.end - (to - std::min(to, end))};
    part.stretches.push_back(cut);
  }
  return part;
}

bool is_one_line(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find('\r') == std::string_view::npos;
}

/// A picture and what Kramdown's "{: …}" says of it: nothing that the author says in words.
bool is_picture(const md::InlineText& text) {
  std::string words;
  for (const md::Run& run : text.runs)
    if ((run.styles & md::kImage) == 0) words += text.text.substr(run.begin, run.end - run.begin);
  const std::string_view rest = trimmed(words);
  return rest.empty() || (rest.starts_with("{:") && rest.ends_with('}'));
}

/// Where a heading's own words begin: behind pictographs and an enumerator ("2.", "1.3", "b)", "IV.").
std::uint32_t heading_start(std::string_view text) {
  std::size_t at = 0;
  const auto decoration = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '#' || c == '*';
  };
  const std::vector<Word> words = words_of(text);
  if (!words.empty() && words.front().mark == Mark::None)
    while (at < words.front().begin && decoration(text[at])) ++at;
  std::size_t end = at;
  const auto alnum = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (end < text.size() &&
         (alnum(text[end]) || (text[end] == '.' && end > at && end + 1 < text.size() && alnum(text[end + 1]))))
    ++end;
  const std::string_view mark = text.substr(at, end - at);
  const bool numeric = !mark.empty() && mark.find_first_not_of("0123456789.") == std::string_view::npos;
  const bool letter = mark.size() == 1;
  const bool roman = mark.size() <= 4 && !mark.empty() && mark.find_first_not_of("IVX") == std::string_view::npos;
  const bool dotted = numeric && mark.find('.') != std::string_view::npos;
  bool keycap = false;  // "1️⃣"
  for (const std::string_view part : {"\xEF\xB8\x8F", "\xE2\x83\xA3"})
    if (numeric && text.substr(end).starts_with(part)) {
      end += part.size();
      keycap = true;
    }
  if (keycap) {
    while (end < text.size() && (is_blank(text[end]) || text[end] == ')' || text[end] == '.')) ++end;
    return static_cast<std::uint32_t>(end < text.size() ? end : at);
  }
  const bool closed = end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && is_blank(text[end + 1]);
  if ((closed && (numeric || letter || roman)) || (dotted && end < text.size() && is_blank(text[end]))) {
    end += closed ? 1 : 0;
    while (end < text.size() && is_blank(text[end])) ++end;
    if (end < text.size()) at = end;
  }
  return static_cast<std::uint32_t>(at);
}

/// "b) Writes the record": the letter only counts.
void blank_enumerator(std::string& text) {
  const bool letter = text.size() > 3 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')' && is_blank(text[2]);
  if (letter) text[0] = text[1] = ' ';
}

/// "[Event Hubs][eh] takes …", "[Thanos] is …", where nothing says what they link to: blanks stand for the brackets, so
/// that nothing moves.
void blank_dangling_links(std::string& text) {
  for (std::size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
    const std::size_t close = text.find_first_of("[]", open + 1);
    if (close == std::string::npos || text[close] == '[' || close < open + 2 || !is_letter(text[open + 1])) continue;
    std::size_t end = close + 1;
    if (end < text.size() && text[end] == '[') {
      end = text.find_first_of("[] ", end + 1);
      if (end == std::string::npos || text[end] != ']') continue;
      ++end;
    } else if (end + 1 >= text.size() || text[end] != ' ') {
      continue;
    } else {  // "[t3.large] instances" is still to be filled in
      const std::string_view next = std::string_view(text).substr(end + 1, text.find(' ', end + 1) - end - 1);
      if (next != "is" && !lexicon::is_third_person(next)) continue;
    }
    text[open] = ' ';
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(close), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
}

/// "🧩 Services", "1️⃣ Ingestion": what people put before titles.
bool is_decorated(std::string_view line) {
  const bool keycap = line.front() >= '0' && line.front() <= '9' && line.substr(1).starts_with("\xEF\xB8\x8F");
  const bool symbol = line.size() > 1 && line[0] == '\xE2' && line[1] >= '\x9A' && line[1] <= '\x9F';
  return keycap || symbol || line.starts_with("\xF0\x9F");
}

class Reader {
 public:
  Reader(const md::Document& document, std::string_view source) : document_(document), source_(source) {
    outline_.sections.emplace_back();
    outline_.entries.reserve(document.blocks().size());
  }

  Outline read() {
    blocks(document_[md::Document::root()].children, std::nullopt, 0);
    return std::move(outline_);
  }

 private:
  using Parent = std::optional<EntryId>;

  void blocks(const std::vector<md::BlockId>& ids, Parent parent, int depth) {
    Parent lead;  // the line "Namespaces:" that the next list is about
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const md::BlockId id = ids[i];
      const md::Block& block = document_[id];
      if (depth == 0 && !parent && i + 1 < ids.size() && is_headline(block, document_[ids[i + 1]])) {
        open_section(kTitleLevel, block.text,
                     block.text.source_of(0, static_cast<std::uint32_t>(block.text.text.size())));
        lead.reset();
        continue;
      }
      const Parent under = lead ? lead : parent;
      lead.reset();
      switch (block.kind) {
        case md::BlockKind::Heading:
          open_section(block);
          break;
        case md::BlockKind::Paragraph:
          lead = paragraph(id, parent, depth, EntryKind::Paragraph);
          break;
        case md::BlockKind::BulletList:
        case md::BlockKind::OrderedList:
          lead = list(block, under, depth);
          break;
        case md::BlockKind::Table:
          table(block, under);
          break;
        case md::BlockKind::Code:
          code(id, under);
          break;
        case md::BlockKind::Quote:
          for (const md::BlockId inner : block.children)
            if (document_[inner].kind == md::BlockKind::Paragraph) paragraph(inner, parent, depth, EntryKind::Quote);
          break;
        case md::BlockKind::Html:
          html(id, under, depth);
          break;
        default:
          break;
      }
    }
  }

  void html(md::BlockId id, Parent parent, int depth) {
    for (HtmlLine& line : html_lines(document_[id])) {
      const Span span = line.text.source_of(0, static_cast<std::uint32_t>(line.text.text.size()));
      if (line.heading > 0) {
        open_section(line.heading, line.text, span);
        continue;
      }
      Entry entry;
      entry.kind = line.item ? EntryKind::Bullet : EntryKind::Paragraph;
      entry.depth = depth + (line.item ? 1 : 0);
      entry.text = std::move(line.text);
      entry.span = span;
      entry.block = id;
      add(std::move(entry), parent);
    }
  }

  void open_section(const md::Block& block) { open_section(block.level, block.text, block.span); }

  void open_section(int level, const md::InlineText& heading, Span span) {
    while (section_.index != 0 && outline_.sections[section_.index].level >= level)
      section_ = *outline_.sections[section_.index].parent;
    const SectionId id{static_cast<std::uint32_t>(outline_.sections.size())};
    Section section;
    section.parent = section_;
    section.level = level;
    const std::uint32_t size = static_cast<std::uint32_t>(heading.text.size());
    section.heading = slice(heading, heading_start(heading.text), size);
    blank_emoji(section.heading.text);
    section.words = words_of(section.heading, 0, static_cast<std::uint32_t>(section.heading.text.size()));
    section.span = span;
    outline_.sections[section_.index].children.push_back(id);
    outline_.sections.push_back(std::move(section));
    section_ = id;
  }

  EntryId add(Entry entry, Parent parent) {
    const EntryId id{static_cast<std::uint32_t>(outline_.entries.size())};
    entry.section = section_;
    entry.parent = parent;
    blank_emoji(entry.text.text);
    if (entry.kind != EntryKind::Code) blank_dangling_links(entry.text.text);
    if (entry.kind == EntryKind::Paragraph) blank_enumerator(entry.text.text);
    if (entry.kind != EntryKind::Row && entry.kind != EntryKind::Code && !styled_label(entry) && !plain_label(entry))
      entry.value = {0, static_cast<std::uint32_t>(entry.text.text.size())};
    if (entry.label && entry.label_words.empty())
      entry.label_words = words_of(entry.text, entry.label->begin, entry.label->end);
    entry.words = words_of(entry.text, entry.value.begin, entry.value.end);
    if (entry.label && has_arrow(entry.label_words)) rejoin_label(entry);  // "**API → Queue**: sends orders"
    outline_.entries.push_back(std::move(entry));
    if (parent) outline_.entries[parent->index].children.push_back(id);
    outline_.sections[section_.index].entries.push_back(id);
    return id;
  }

  /// Where a new line of the source begins in the text, though it is one paragraph.
  std::vector<std::uint32_t> soft_breaks(const md::InlineText& text, std::uint32_t from, std::uint32_t to) const {
    std::vector<std::uint32_t> breaks;
    const Span whole = text.source_of(from, to);
    if (is_one_line(source_.substr(whole.begin, whole.size()))) return breaks;
    for (std::size_t at = text.text.find(' ', from); at < to; at = text.text.find(' ', at + 1)) {
      const Span span = text.source_of(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1));
      if (!span.empty() && span.begin < source_.size() && (source_[span.begin] == '\n' || source_[span.begin] == '\r'))
        breaks.push_back(static_cast<std::uint32_t>(at));
    }
    return breaks;
  }

  /// The lines of a paragraph: those that end on purpose, and those that are lines in all but markup: titles over what
  /// they head, a label or an arrow on each. A title opens a section.
  std::vector<Range> lines_of(const md::InlineText& text, bool titles) {
    std::vector<Range> lines;
    const std::uint32_t size = static_cast<std::uint32_t>(text.text.size());
    for (std::uint32_t begin = 0; begin < size;) {
      const std::size_t line_end = text.text.find('\n', begin);
      std::uint32_t end = line_end == std::string::npos ? size : static_cast<std::uint32_t>(line_end);
      if (heads_next(text, {begin, end}))
        end = static_cast<std::uint32_t>(std::min(text.text.find('\n', end + 1), text.text.size()));
      std::vector<Range> parts;
      std::uint32_t from = begin;
      for (const std::uint32_t at : soft_breaks(text, begin, end)) {
        if (begins_with_arrow(view(text, {at + 1, end}))) continue;  // a chain goes on
        parts.push_back({from, at});
        from = at + 1;
      }
      parts.push_back({from, end});
      begin = end + 1;
      std::size_t first = 0;
      while (titles && first + 1 < parts.size() && is_title(text, parts[first], parts[first + 1])) {
        const md::InlineText title = slice(text, parts[first].begin, parts[first].end);
        open_section(kTitleLevel, title, text.source_of(parts[first].begin, parts[first].end));
        ++first;
      }
      const auto rest = std::span<const Range>(parts).subspan(first);
      const bool apart = rest.size() > 1 && std::ranges::all_of(rest, [&](Range line) { return is_line(text, line); });
      if (apart)
        lines.insert(lines.end(), rest.begin(), rest.end());
      else if (!rest.empty())
        lines.push_back({rest.front().begin, rest.back().end});
    }
    return lines;
  }

  static std::string_view view(const md::InlineText& text, Range range) {
    return std::string_view(text.text).substr(range.begin, range.end - range.begin);
  }

  /// "**orders**" or "*orders*" and, on the next line, what it is: one line, with a label.
  static bool heads_next(const md::InlineText& text, Range line) {
    const auto strong = [&](std::uint32_t at) { return (text.styles_at(at) & (md::kStrong | md::kEmphasis)) != 0; };
    if (line.empty() || line.end + 1 >= text.text.size() || !strong(line.begin) || strong(line.end + 1)) return false;
    std::uint32_t last = line.end - 1;
    while (last > line.begin && text.text[last] == ' ') --last;
    return strong(last) && is_short(std::string(view(text, {line.begin, last + 1})) + ".");
  }

  /// Such a label is read as one in bold, however it is set.
  static void set_bold(md::InlineText& text) {
    for (md::Run& run : text.runs) {
      if (run.styles == md::kEmphasis) run.styles = md::kStrong;
      if (text.text.find('\n', run.begin) < run.end) return;
    }
  }

  /// "Services", "Compute": a line in bold that names a thing is a label.
  static bool heads_group(std::string_view line) {
    const std::vector<Word> words = words_of(line);
    if (words.empty() || words.size() > 3) return false;
    const std::string key = key_of(words, 0, words.size());
    const bool category =
        std::ranges::binary_search(lexicon::category_labels(), key) && lexicon::head_kind(key).empty();
    return category || (words.back().plural && lexicon::is_group(words.back().norm));
  }

  static bool begins_with_arrow(std::string_view text) {
    text = trimmed(text);
    constexpr std::array<std::string_view, 5> kArrows{"->", "-->", "=>", "→", "⟶"};
    return std::ranges::any_of(kArrows, [&](std::string_view arrow) { return text.starts_with(arrow); });
  }

  /// "**Services**", "🧩 Services" in a paragraph of its own over what they are: a heading in all but markup.
  static bool is_headline(const md::Block& block, const md::Block& next) {
    if (block.kind != md::BlockKind::Paragraph || next.kind == md::BlockKind::Heading) return false;
    const md::InlineText& text = block.text;
    const std::string_view line = trimmed(text.text);
    if (line.empty() || line.size() > kLongestHeadline || line.find_first_of(":.;,!?\n") != std::string_view::npos)
      return false;
    if (std::ranges::count(line, ' ') <= kLongestDecorated && is_decorated(line)) return true;
    return heads_group(line) && std::ranges::all_of(text.runs, [&](const md::Run& run) {
             return (run.styles & md::kStrong) != 0 ||
                    trimmed(std::string_view(text.text).substr(run.begin, run.end - run.begin)).empty();
           });
  }

  /// "AWS Stack", with another line below that begins anew: few words, each with a capital.
  static bool is_title(const md::InlineText& text, Range line, Range next) {
    const std::string_view title = view(text, line), below = view(text, next);
    const bool anew = !below.empty() && below.front() >= 'A' && below.front() <= 'Z';
    if (title.size() > 40 || below.empty() || (!anew && !is_aside(words_of(title)))) return false;
    if (text.styles_at(line.begin) != 0 || title.find_first_of(".:;,!?`/()<>\"") != std::string_view::npos)
      return false;
    const std::vector<Word> words = words_of(title);
    if (words.empty() || words.size() > 5) return false;
    return std::ranges::all_of(words, [](const Word& w) {
      return w.mark == Mark::Other || w.mark == Mark::Slash ||
             (w.mark == Mark::None && (w.capital || w.lower == "and" || w.lower == "of"));
    });
  }

  /// "Region: eu-west-1", "cache <- every function": says one thing, and would be a line of its own.
  static bool is_line(const md::InlineText& text, Range line) {
    Entry entry;
    entry.text = slice(text, line.begin, line.end);
    if (entry.text.text.size() > 120) return false;
    const std::vector<Word> words = words_of(entry.text.text);
    if (has_arrow(words)) return true;
    const std::size_t colon = entry.text.text.find(": ");
    return colon != std::string::npos && colon < 40 && (styled_label(entry) || plain_label(entry)) &&
           entry.label->end <= colon;
  }

  /// Lines that the author broke on purpose are entries of their own. Returns the last one if a list may hang on it.
  Parent paragraph(md::BlockId id, Parent parent, int depth, EntryKind kind) {
    const md::InlineText& text = document_[id].text;
    Parent last;
    for (const Range range : lines_of(text, kind == EntryKind::Paragraph && !parent && depth == 0)) {
      if (trimmed(std::string_view(text.text).substr(range.begin, range.end - range.begin)).empty()) continue;
      Entry entry;
      entry.kind = kind;
      entry.depth = depth;
      entry.text = slice(text, range.begin, range.end);
      const auto breaks = soft_breaks(text, range.begin, range.end);
      if (kind == EntryKind::Paragraph && !breaks.empty() && heads_next(text, {range.begin, breaks.front()}))
        entry.text.text[breaks.front() - range.begin] = '\n';
      const std::size_t below = entry.text.text.find('\n');
      if (below != std::string::npos && heads_next(entry.text, {0, static_cast<std::uint32_t>(below)}))
        set_bold(entry.text);
      if (is_picture(entry.text)) continue;
      entry.span = text.source_of(range.begin, range.end);
      entry.block = id;
      last = add(std::move(entry), parent);
    }
    if (!last) return std::nullopt;
    const Entry& entry = outline_.entries[last->index];
    const bool leads = entry.text.text.ends_with(':') || (entry.label && entry.value.empty());
    return leads ? last : std::nullopt;
  }

  /// Returns the last step if it ends with a colon: people do not indent the bullets that it leads to.
  Parent list(const md::Block& list, Parent parent, int depth) {
    Parent head;
    for (const md::BlockId item_id : list.children) {
      const md::Block& item = document_[item_id];
      head.reset();
      std::vector<md::BlockId> rest;
      for (const md::BlockId child : item.children) {
        if (!head && document_[child].kind == md::BlockKind::Paragraph) {
          Entry entry;
          entry.kind = list.kind == md::BlockKind::OrderedList ? EntryKind::Step : EntryKind::Bullet;
          entry.number = list.kind == md::BlockKind::OrderedList ? item.level : 0;
          entry.depth = depth + 1;
          entry.text = document_[child].text;
          entry.span = document_[child].text.source_of(0, static_cast<std::uint32_t>(entry.text.text.size()));
          if (entry.span.empty()) entry.span = document_[child].span;
          entry.block = child;
          head = add(std::move(entry), parent);
        } else {
          rest.push_back(child);
        }
      }
      blocks(rest, head ? head : parent, depth + 1);
      if (head) label_actor(outline_, *head);
    }
    const bool leads = list.kind == md::BlockKind::OrderedList && head &&
                       outline_.entries[head->index].children.empty() &&
                       outline_.entries[head->index].text.text.ends_with(':');
    return leads ? head : std::nullopt;
  }

  void table(const md::Block& table, Parent parent) {
    for (const md::BlockId row_id : table.children) {
      const md::Block& row = document_[row_id];
      if (row.kind != md::BlockKind::Row || row.children.empty()) continue;
      Entry entry;
      entry.kind = EntryKind::Row;
      entry.text = document_[row.children.front()].text;
      entry.value = {0, static_cast<std::uint32_t>(entry.text.text.size())};
      entry.span = row.span;
      entry.block = row_id;
      entry.number = row.level;
      add(std::move(entry), parent);
    }
  }

  void code(md::BlockId id, Parent parent) {
    Entry entry;
    entry.kind = EntryKind::Code;
    entry.span = document_[id].span;
    entry.block = id;
    add(std::move(entry), parent);
  }

  const md::Document& document_;
  std::string_view source_;
  Outline outline_;
  SectionId section_;
};

}  // namespace

std::string_view Entry::label_text() const {
  return label ? std::string_view(text.text).substr(label->begin, label->end - label->begin) : std::string_view{};
}
std::string_view Entry::value_text() const {
  return std::string_view(text.text).substr(value.begin, value.end - value.begin);
}

Outline outline_of(const md::Document& document, std::string_view source) { return Reader(document, source).read(); }

}  // namespace skydraft::understand
