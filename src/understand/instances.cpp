#include "understand/instances.hpp"

#include <algorithm>

#include "understand/mention.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestName = 6;  // words, up to the noun that says what it is

/// The one kind that the heading above the entry lists.
const catalogue::Kind* listed_kind(const Draft& draft, SectionId section) {
  const auto& kinds = draft.topic(section).kinds;
  return kinds.size() == 1 && lexicon::is_open(kinds.front()->id) ? kinds.front() : nullptr;
}

}  // namespace

bool lists_instances(const Draft& draft, SectionId section) {
  if (!listed_kind(draft, section)) return false;
  return std::ranges::any_of(draft.outline[section].entries, [&](EntryId id) {
    const Entry& entry = draft.outline[id];
    return !entry.parent && entry.kind == EntryKind::Bullet && !entry.label &&
           (bare_name(entry) || !acting_instance(draft, entry).empty());
  });
}

Range acting_instance(const Draft& draft, const Entry& entry) {
  const catalogue::Kind* kind = listed_kind(draft, entry.section);
  if (!kind || entry.kind != EntryKind::Bullet || entry.label || entry.parent || entry.words.empty() ||
      is_article(entry.words.front().lower))
    return {};
  for (std::size_t at = 1; at < kLongestName && is_word(entry.words, at); ++at) {
    const auto hit = catalogue_hit(entry.words, at);
    if (!hit || meaning_of(draft, *hit, entry.section) != kind) continue;
    const lexicon::VerbForm* verb =
        is_word(entry.words, hit->to) && !hit->plural ? lexicon::find_verb(entry.words[hit->to].lower) : nullptr;
    if (!verb || verb->tense != lexicon::Tense::Third) return {};
    return {entry.words.front().begin, entry.words[hit->to - 1].end};
  }
  return {};
}

bool is_feature_of_lead(const Draft& draft, const Entry& entry) {
  if (!entry.parent) return false;
  const Entry& lead = draft.outline[*entry.parent];
  const std::vector<Word>& words = lead.words.empty() ? lead.label_words : lead.words;
  const auto last = std::find_if(words.rbegin(), words.rend(), [](const Word& w) { return w.mark == Mark::None; });
  return last != words.rend() && (last->lower == "with" || last->lower == "has" || last->lower == "have");
}

}  // namespace skydraft::understand
