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

/// "Frontend", "DNS", "One-off task": a part that anything may play, and no service by its own name.
bool is_part(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  if (words.empty() || words.size() > kLongestPart) return false;
  const auto hit = catalogue_hit(words, 0);
  if (hit && hit->to == words.size()) {
    const catalogue::Kind* kind = meaning_of(draft, *hit, section);
    if (kind && kind->provider != "generic" && tells(*hit, *kind)) return false;
  }
  return std::ranges::binary_search(lexicon::category_labels(), key_of(words, 0, words.size())) ||
         !lexicon::head_kind(words.back().norm).empty();
}

void settle(Draft& draft, const std::vector<EntryId>& list) {
  std::vector<std::pair<EntryId, std::size_t>> mapped;
  for (const EntryId id : list) {
    const Entry& entry = draft.outline[id];
    const auto arrow = only_arrow(entry);
    if (!arrow || *arrow == 0 || *arrow + 1 == entry.words.size()) continue;
    const auto middle = entry.words.begin() + static_cast<std::ptrdiff_t>(*arrow);
    if (is_part(draft, {entry.words.begin(), middle}, entry.section) &&
        names_a_thing(draft, {middle + 1, entry.words.end()}, entry.text.text, entry.section))
      mapped.emplace_back(id, *arrow);
  }
  if (mapped.size() < kFewest || mapped.size() * 2 < list.size()) return;
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
