#include "understand/entry_label.hpp"

#include <algorithm>
#include <string>

#include "understand/lexicon.hpp"
#include "understand/listed_names.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::ptrdiff_t kLongestLead = 5;     // words in bold with a full stop that what follows tells of
constexpr std::size_t kLongestPlainLabel = 6;  // words; "Note that the service is in beta: …" is a sentence, no label

/// Where the separator between label and value at `at` ends (": ", " - ", " — "); `at` itself if there is none.
std::uint32_t skip_separator(std::string_view text, std::uint32_t at) {
  std::uint32_t to = at;
  while (to < text.size() && is_blank(text[to])) ++to;
  const bool spaced = to > at;
  if (to < text.size() && text[to] != ':' && text[to] != '-' && static_cast<unsigned char>(text[to]) < 0x80) return at;
  for (const std::string_view separator : {"：", ":", "—", "–", "--", "-"}) {
    if (text.substr(to, separator.size()) != separator) continue;
    if (separator == "-" && !(spaced && to + 1 < text.size() && is_blank(text[to + 1]))) continue;
    to += static_cast<std::uint32_t>(separator.size());
    while (to < text.size() && is_blank(text[to])) ++to;
    return to;
  }
  return at;
}

Range trim(std::string_view text, Range range) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.begin < range.end && (is_blank(text[range.end - 1]) || text[range.end - 1] == ':')) --range.end;
  return range;
}

/// "`checkout` calls the payment service": behind a name that only this document has, what it does.
bool tells_doing(const md::InlineText& text, Range name) {
  const std::string_view whole = std::string_view(text.text);
  const std::string_view rest = whole.substr(name.end);
  if (rest.empty() || rest.front() != ' ') return false;
  const std::vector<Word> words = words_of(text, name.begin, name.end);
  if (words.empty() || whole_hit(words)) return false;
  const std::string_view written = whole.substr(name.begin, name.end - name.begin);
  if (words.front().code && (!name_like(written) || written.find('_') != std::string_view::npos)) return false;
  return lexicon::is_third_person(rest.substr(1, rest.find_first_of(" ,.", 1) - 1));
}

}  // namespace

bool is_short(std::string_view text) {
  return std::ranges::count(text, ' ') < kLongestLead && text.find_first_of(",;:()") == std::string_view::npos &&
         std::ranges::count(text, '.') == 1;
}

bool styled_label(Entry& entry) {
  const md::InlineText& text = entry.text;
  std::size_t first = 0;
  // Leading emoji, check boxes and blanks are decoration.
  while (first < text.runs.size() && (text.runs[first].styles & (md::kStrong | md::kCode)) == 0) {
    const std::string_view plain =
        std::string_view(text.text).substr(text.runs[first].begin, text.runs[first].end - text.runs[first].begin);
    if (std::ranges::any_of(
            plain, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }))
      return false;
    ++first;
  }
  if (first == text.runs.size()) return false;
  const bool code = (text.runs[first].styles & md::kCode) != 0 && (text.runs[first].styles & md::kStrong) == 0;
  std::size_t last = first;
  const std::uint8_t wanted = code ? md::kCode : md::kStrong;
  while (last + 1 < text.runs.size() && (text.runs[last + 1].styles & wanted) != 0) ++last;
  Range label{text.runs[first].begin, text.runs[last].end};
  std::uint32_t after = label.end;
  const Range bare = trim(text.text, label);
  bool separated =
      bare.end < label.end && text.text.substr(bare.end, label.end - bare.end).find(':') != std::string::npos;
  const std::string_view lead = std::string_view(text.text).substr(bare.begin, bare.end - bare.begin);
  if (!code && lead.size() > 1 && lead.ends_with('.') && label.end < text.text.size() && is_short(lead)) {
    entry.label = Range{bare.begin, bare.end - 1};
    entry.strong_label = true;
    entry.value = trim(text.text, {label.end, static_cast<std::uint32_t>(text.text.size())});
    return true;
  }
  // "**Name** (`id`): what it is": the parenthesis belongs to the label.
  std::uint32_t at = after;
  while (at < text.text.size() && is_blank(text.text[at])) ++at;
  if (!separated && at < text.text.size() && text.text[at] == '(') {
    const std::size_t close = text.text.find(')', at);
    if (close != std::string::npos && skip_separator(text.text, static_cast<std::uint32_t>(close + 1)) != close + 1) {
      entry.label = bare;
      entry.label->end = static_cast<std::uint32_t>(close + 1);
      entry.strong_label = true;
      entry.value = {skip_separator(text.text, static_cast<std::uint32_t>(close + 1)),
                     static_cast<std::uint32_t>(text.text.size())};
      return true;
    }
  }
  std::uint32_t value = skip_separator(text.text, after);
  // "**orders**" and, on the next line, what it is.
  std::uint32_t line_end = after;
  while (line_end < text.text.size() && text.text[line_end] == ' ') ++line_end;
  if (value == after && line_end < text.text.size() && text.text[line_end] == '\n') value = line_end + 1;
  separated =
      separated || value != after || trim(text.text, {after, static_cast<std::uint32_t>(text.text.size())}).empty();
  if (!separated && entry.kind == EntryKind::Bullet && tells_doing(text, {bare.begin, after})) {
    separated = entry.acting_label = true;
    value = after;
  }
  if (!separated || bare.empty()) return false;
  // "**Security Group: orders-sg**": label and value in one run.
  const std::size_t colon = text.text.find(": ", bare.begin);
  if (colon != std::string::npos && colon < bare.end && trimmed(text.text.substr(label.end)).empty()) {
    entry.label = trim(text.text, {bare.begin, static_cast<std::uint32_t>(colon)});
    entry.strong_label = true;
    entry.value = trim(text.text, {static_cast<std::uint32_t>(colon + 1), bare.end});
    return true;
  }
  entry.label = bare;
  entry.strong_label = true;
  entry.code_label = code;
  entry.value = trim(text.text, {value, static_cast<std::uint32_t>(text.text.size())});
  return true;
}

bool plain_label(Entry& entry) {
  const std::string_view text = entry.text.text;
  std::size_t at = 0, words = 1;
  int depth = 0;
  std::uint32_t value = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == ' ' && ++words > kLongestPlainLabel + 3) return false;
    if (c == '.' && at + 1 < text.size() && is_blank(text[at + 1])) return false;
    if (depth > 0) continue;
    const bool colon = c == ':' && (at + 1 == text.size() || is_blank(text[at + 1]));
    const bool dash = is_blank(c) && skip_separator(text, static_cast<std::uint32_t>(at)) != at;
    if (!colon && !dash) continue;
    value = skip_separator(text, static_cast<std::uint32_t>(at));
    break;
  }
  if (at == 0 || at >= text.size()) return false;
  const Range label = trim(text, {0, static_cast<std::uint32_t>(at)});
  std::vector<Word> cut = words_of(entry.text, label.begin, label.end);
  const auto count = std::ranges::count(cut, Mark::None, &Word::mark);
  if (label.empty() || count == 0 || static_cast<std::size_t>(count) > kLongestPlainLabel) return false;
  if (std::ranges::any_of(
          cut, [](const Word& w) { return w.mark == Mark::Arrow || w.mark == Mark::Stop || w.mark == Mark::Comma; }))
    return false;
  entry.label = label;
  entry.label_words = std::move(cut);
  entry.value = trim(text, {value, static_cast<std::uint32_t>(text.size())});
  // "http://localhost:8761 - Dashboard": where it is stands first.
  if (text.substr(label.begin).starts_with("http") && !entry.value.empty() &&
      is_short(std::string(entry.value_text()) + ".")) {
    std::swap(*entry.label, entry.value);
    entry.label_words.clear();
  }
  return true;
}

void rejoin_label(Entry& entry) {
  entry.label.reset();
  entry.label_words.clear();
  entry.strong_label = entry.code_label = entry.acting_label = false;
  entry.value = {0, static_cast<std::uint32_t>(entry.text.text.size())};
  entry.words = words_of(entry.text, entry.value.begin, entry.value.end);
}

void label_actor(Outline& outline, EntryId id) {
  constexpr std::size_t kLongestName = 4;
  Entry& entry = outline.entries[id.index];
  if (entry.kind != EntryKind::Bullet || entry.label || entry.words.empty() || entry.words.size() > kLongestName ||
      lexicon::head_kind(entry.words.back().norm).empty())
    return;
  if (!std::ranges::all_of(entry.words,
                           [](const Word& w) { return w.mark == Mark::None && (w.capital || w.joined || w.code); }))
    return;
  const bool acts = std::ranges::any_of(entry.children, [&](EntryId child_id) {
    const Entry& child = outline[child_id];
    return !child.label && is_word(child.words, 1) && lexicon::is_third_person(child.words.front().lower);
  });
  if (!acts) return;
  entry.label = entry.value;
  entry.value.begin = entry.value.end;
  entry.label_words.swap(entry.words);
}

}  // namespace skydraft::understand
