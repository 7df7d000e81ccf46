#include "understand/mapped_lists.hpp"

#include <algorithm>
#include <map>

#include "understand/lists.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kFewest = 3;       // bullets of such a list
constexpr std::size_t kLongestPart = 3;  // words before the arrow

/// Where the one arrow of the line stands; nothing if there is none, or more.
std::optional<std::size_t> only_arrow(const Entry& entry) {
  if (entry.label || entry.kind != EntryKind::Bullet || std::ranges::count(entry.words, Mark::Arrow, &Word::mark) != 1)
    return std::nullopt;
  return static_cast<std::size_t>(std::ranges::find(entry.words, Mark::Arrow, &Word::mark) - entry.words.begin());
}

/// A service by its own name: what goes from it goes somewhere.
bool is_service(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  const auto hit = whole_hit(words);
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
  return kind && kind->provider != "generic" && tells(*hit, *kind);
}

/// "Frontend", "DNS", "Database": a part that anything may play.
bool is_part(const std::vector<Word>& words) {
  return std::ranges::binary_search(lexicon::category_labels(), key_of(words, 0, words.size())) ||
         !lexicon::head_kind(words.back().norm).empty();
}

void settle(Draft& draft, const std::vector<EntryId>& list) {
  std::vector<std::pair<EntryId, std::size_t>> mapped;
  std::size_t parts = 0;
  for (const EntryId id : list) {
    const Entry& entry = draft.outline[id];
    const auto arrow = only_arrow(entry);
    if (!arrow || *arrow == 0 || *arrow + 1 == entry.words.size()) continue;
    const auto middle = entry.words.begin() + static_cast<std::ptrdiff_t>(*arrow);
    const std::vector<Word> part(entry.words.begin(), middle);
    if (part.size() > kLongestPart || is_service(draft, part, entry.section) ||
        !names_a_thing(draft, {middle + 1, entry.words.end()}, entry.text.text, entry.section))
      continue;
    mapped.emplace_back(id, *arrow);
    parts += is_part(part) ? 1 : 0;
  }
  if (parts < kFewest || parts * 2 < list.size()) return;
  for (const auto& [id, arrow] : mapped) {
    Entry& entry = draft.outline.entries[id.index];
    entry.label = Range{entry.words.front().begin, entry.words[arrow - 1].end};
    entry.value = {entry.words[arrow + 1].begin, entry.value.end};
    const auto middle = entry.words.begin() + static_cast<std::ptrdiff_t>(arrow);
    entry.label_words.assign(entry.words.begin(), middle);
    entry.words.erase(entry.words.begin(), middle + 1);
  }
}

}  // namespace

void settle_mapped_lists(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i) {
    if (draft.topic(SectionId{i}).skipped) continue;
    std::map<std::uint32_t, std::vector<EntryId>> lists;  // by the entry that they stand under, counted from one
    for (const EntryId id : draft.outline[SectionId{i}].entries) {
      const Entry& entry = draft.outline[id];
      if (entry.kind == EntryKind::Bullet) lists[entry.parent ? entry.parent->index + 1 : 0].push_back(id);
    }
    for (const auto& [parent, list] : lists) settle(draft, list);
  }
}

}  // namespace skydraft::understand
