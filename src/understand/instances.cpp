#include "understand/instances.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/enumerations.hpp"
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
    if (!is_word(entry.words, hit->to) || hit->plural || !lexicon::is_third_person(entry.words[hit->to].lower))
      return {};
    return {entry.words.front().begin, entry.words[hit->to - 1].end};
  }
  return {};
}

std::string guard_name(const Draft& draft, const Entry& entry, const catalogue::Kind& kind) {
  if (kind.category != catalogue::Category::Security || !entry.parent) return {};
  const Reading label = read_name(draft, entry.label_words, {}, entry.section);
  if (label.kind && (label.kind == &kind || label.kind->category == kind.category)) return {};
  std::string_view plural = draft.outline[*entry.parent].label_text();
  plural = trimmed(plural.substr(0, plural.find('(')));
  if (!plural.ends_with('s')) return {};
  return fmt::format("{} {}", split_name(entry.label_text()).name, lower_of(plural.substr(0, plural.size() - 1)));
}

void count_plural(Draft& draft, ComponentId id, const Entry& entry) {
  if (entry.words.empty() || entry.label_words.empty() || !entry.label_words.back().plural) return;
  const int n = count_of(entry.words.front());
  if (n > 1 && n < 1000 && entry.words.size() > 1 && entry.words[1].mark == Mark::None &&
      !is_cidr(entry.words[0].lower))
    draft.builder[id].count = n;
}

bool is_feature_of_lead(const Draft& draft, const Entry& entry) {
  if (!entry.parent) return false;
  const Entry& lead = draft.outline[*entry.parent];
  const std::vector<Word>& words = lead.words.empty() ? lead.label_words : lead.words;
  const auto last = std::find_if(words.rbegin(), words.rend(), [](const Word& w) { return w.mark == Mark::None; });
  if (std::ranges::any_of(words, is_field)) return true;
  return last != words.rend() && (last->lower == "with" || last->lower == "has" || last->lower == "have");
}

}  // namespace skydraft::understand
