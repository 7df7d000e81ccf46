#include "understand/tier_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "understand/own_name.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMostParts = 6;  // things of a tier

bool is_tier(const std::vector<Word>& words, std::size_t at) {
  return is_word(words, at) && is_word(words, at + 1) && !words[at].code &&
         (words[at + 1].norm == "tier" || words[at + 1].norm == "layer") && !words[at + 1].plural &&
         lexicon::is_tier(words[at].lower);
}

/// Behind "consists of", "is made up of", "comprises", "runs on", "is"; `at` if none of these stands there.
std::size_t behind_verb(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::array<std::string_view, 4>, 9> kPhrases{{{"consists", "of"},
                                                                     {"is", "composed", "of"},
                                                                     {"is", "made", "up", "of"},
                                                                     {"is", "made", "of"},
                                                                     {"comprises"},
                                                                     {"contains"},
                                                                     {"runs", "on"},
                                                                     {"uses"},
                                                                     {"is"}}};
  for (const auto& phrase : kPhrases) {
    std::size_t n = 0;
    while (n < phrase.size() && !phrase[n].empty() && is_word(words, at + n) && words[at + n].lower == phrase[n]) ++n;
    if (n < phrase.size() && !phrase[n].empty()) continue;
    // "is an Aurora cluster", but "is reached through …"
    if (phrase[0] == "is" && n == 1 && !(is_word(words, at + 1) && is_indefinite_article(words[at + 1].lower)))
      continue;
    return at + n;
  }
  return at;
}

/// The things that words from `at` on list: "two EC2 instances and an ElastiCache cluster".
std::vector<ComponentId> parts_at(Draft& draft, const Entry& entry, std::size_t at) {
  std::vector<ComponentId> parts;
  const std::vector<Word>& words = entry.words;
  while (at < words.size() && parts.size() < kMostParts) {
    const bool between = words[at].mark == Mark::Comma || words[at].lower == "and" ||
                         lexicon::is_class(words[at].lower, lexicon::WordClass::Determiner) ||
                         lexicon::is_descriptive(words[at].lower) || count_of(words[at]) > 0 ||
                         words[at].lower == "one";
    const auto found =
        is_word(words, at) ? thing_at(draft, words, at, entry.text.text, entry.section, true) : std::nullopt;
    const catalogue::Kind* kind = found ? kind_of(draft, *found) : nullptr;
    const bool known = found && (found->named || !found->ids.empty());
    if (known && kind && kind->category != catalogue::Category::Actor) {
      for (const ComponentId id : resolve(draft, *found, entry.span, entry.section)) parts.push_back(id);
      at = std::max(found->to, at + 1);
    } else if (between) {
      ++at;
    } else {
      break;
    }
  }
  return parts;
}

}  // namespace

void name_tiers(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline.entries[i];
    if (draft.skipped({i}) || entry.kind == EntryKind::Code || entry.kind == EntryKind::Row) continue;
    for (std::size_t at = 0; at + 3 < entry.words.size(); ++at) {
      if (!is_tier(entry.words, at)) continue;
      const std::size_t first = behind_verb(entry.words, at + 2);
      if (first == at + 2) continue;
      const std::vector<ComponentId> parts = parts_at(draft, entry, first);
      const std::string name =
          entry.text.text.substr(entry.words[at].begin, entry.words[at + 1].end - entry.words[at].begin);
      if (!parts.empty() && draft.named(entry.words, at, at + 2).empty()) draft.group_alias(name, parts);
    }
  }
}

}  // namespace skydraft::understand
