#include "understand/fenced_lists.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/diagrams.hpp"
#include "understand/introduce.hpp"
#include "understand/names.hpp"
#include "understand/node_label.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kFewest = 2, kMost = 40;  // lines
constexpr std::size_t kLongestName = 6;         // words

/// The line that leads in, with its colon.
const Entry* lead_of(const Draft& draft, EntryId code) {
  if (code.index == 0) return nullptr;
  const Entry& before = draft.outline.entries[code.index - 1];
  const bool leads = before.kind == EntryKind::Paragraph && before.section == draft.outline[code].section &&
                     before.text.text.ends_with(':');
  return leads ? &before : nullptr;
}

/// What the lead-in says that its plural counts: "several microservices:".
const catalogue::Kind* counted_kind(const Draft& draft, const Entry& lead) {
  std::vector<Word> words = lead.label_words;
  words.insert(words.end(), lead.words.begin(), lead.words.end());
  for (std::size_t at = words.size(); at-- > 0;) {
    if (!is_word(words, at) || !words[at].plural) continue;
    const catalogue::Kind* kind = kind_of_phrase(draft, words, at, lead.section);
    const bool acts = kind && kind->holds == catalogue::Holds::NotAContainer && !is_technology(*kind);
    return acts ? kind : nullptr;
  }
  return nullptr;
}

/// "orders-service": an identifier.
bool is_identifier(const std::vector<Word>& words) {
  return words.size() > 1 && !words.front().capital &&
         std::all_of(words.begin() + 1, words.end(), [](const Word& w) { return w.joined && w.mark == Mark::None; });
}

struct Line {
  std::string_view text;
  std::vector<Word> words;
  std::uint32_t offset = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (!line.empty()) lines.push_back({line, words_of(line), static_cast<std::uint32_t>(at)});
    at = end + 1;
  }
  return lines;
}

bool is_plain(const Line& line) {
  return line.words.size() <= kLongestName && line.text.find_first_of("{}[];=$#<>|\\\"'") == std::string_view::npos &&
         !is_file_name(line.text) && std::ranges::all_of(line.words, [](const Word& w) {
           return w.mark == Mark::None || w.mark == Mark::Slash || w.mark == Mark::Open || w.mark == Mark::Close;
         });
}

}  // namespace

void define_fenced_list(Draft& draft, EntryId code) {
  const Entry& entry = draft.outline[code];
  const md::Block& block = draft.document[entry.block];
  const Entry* lead = lead_of(draft, code);
  const bool text = block.info.empty() || block.info == "text" || block.info == "txt";
  if (!lead || !text || draft.topic(entry.section).practice) return;
  const std::vector<Line> lines = lines_of(block.literal);
  if (lines.size() < kFewest || lines.size() > kMost || !std::ranges::all_of(lines, is_plain)) return;
  const catalogue::Kind* counted = counted_kind(draft, *lead);
  std::vector<std::pair<const Line*, const catalogue::Kind*>> things;
  for (const Line& line : lines) {
    if (negated(line.words) || is_clause(line.words) || is_instruction(line.words)) continue;
    const Reading reading = read_name(draft, line.words, {}, entry.section);
    const bool named = reading.kind &&
                       (reading.strong || reading.kind->provider == provider_at(draft, entry.section)) &&
                       (reading.basis == Basis::Exact || reading.basis == Basis::Head) && !is_technology(*reading.kind);
    if (named)
      things.emplace_back(&line, reading.kind);
    else if (counted && is_identifier(line.words))
      things.emplace_back(&line, counted);
  }
  if (things.size() * 2 < lines.size()) return;
  for (const auto& [line, kind] : things) {
    const Span span = line_span(block, line->offset);
    if (const auto made = define_named(draft, line->text, *kind, span, entry.section)) draft.evidence(*made, span);
  }
  draft.fate(code).component = true;
}

}  // namespace skydraft::understand
