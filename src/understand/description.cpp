#include "understand/description.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "understand/choice.hpp"
#include "understand/members.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxKin = 1024;  // components looked through for those that have all words of a name

std::span<const ComponentId> first_of(std::span<const ComponentId> ids, std::size_t most) {
  return ids.first(std::min(ids.size(), most));
}

std::size_t common_prefix(const WordTexts& name, const std::vector<Word>& words, std::size_t from, std::size_t to) {
  std::size_t n = 0;
  while (n < name.size() && from + n < to && name[n] == &words[from + n].norm) ++n;
  return n;
}

class Description {
 public:
  Description(Draft& draft, const std::vector<Word>& words) : draft_(draft), words_(words) {}

  std::optional<Reference> at(std::size_t at) {
    std::span<const ComponentId> kin;  // those that have the rarest word of the core
    const WordText* noun = nullptr;    // the last one
    std::size_t to = at;
    for (; is_word(words_, to) && to < at + kLongest; ++to) {
      const WordText& norm = words_[to].norm;
      // "Mailer reads from …" is no "Read Replica".
      if (to > at && acts_here(words_, to)) break;
      if (lexicon::is_generic(norm)) {
        noun = &norm;
        continue;
      }
      const auto having = draft_.with_core(norm);
      if (having.empty()) break;
      if (kin.empty() || having.size() < kin.size()) kin = having;
    }
    if (kin.empty() || (!noun && !may_be_stem(at, to))) return std::nullopt;
    // Most words are asked about, and most are no description: nothing here is put on the heap.
    std::array<const WordText*, kLongest> core_words{};
    std::size_t core_size = 0;
    for (std::size_t i = at; i < to; ++i)
      if (!lexicon::is_generic(words_[i].norm)) core_words[core_size++] = &words_[i].norm;
    const Core core = std::span(core_words).first(core_size);
    const bool identifier = words_[at].code && is_word(words_, at + 1) && words_[at + 1].code && words_[at + 1].joined;
    std::array<ComponentId, kMaxCandidates> found;
    std::size_t count = 0;
    for (const ComponentId id : first_of(kin, kMaxKin)) {
      if (count >= kMaxCandidates) break;
      const auto& have = draft_.parts[id.index].core;
      if (core.size() == 1 || std::ranges::all_of(core, [&](const WordText* word) { return contains(have, *word); }))
        found[count++] = id;
    }
    std::span<const ComponentId> candidates = std::span(found).first(count);
    // `orders-deployment` is the name of one thing, no description of "orders".
    if (identifier) {
      WordTexts all;
      for (std::size_t i = at; i < to; ++i) all.push_back(&words_[i].norm);
      const auto end = std::remove_if(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                                      [&](auto id) { return !same_words(draft_.parts[id.index].words, all); });
      candidates = candidates.first(static_cast<std::size_t>(end - found.begin()));
    }
    if (candidates.empty()) return std::nullopt;
    const bool plural = words_[to - 1].plural;
    return noun ? by_noun(at, to, core, *noun, candidates, plural) : by_stem(at, to, core, candidates);
  }

 private:
  static constexpr std::size_t kLongest = 6;  // words of a description
  using Core = std::span<const WordText* const>;

  bool may_be_stem(std::size_t at, std::size_t to) const {
    // "an order": any one, not what is called after them.
    const bool any = !words_[at].capital && at > 0 && is_indefinite_article(words_[at - 1].lower);
    return !any && !lexicon::find_verb(words_[at].lower) && lexicon::actor_kind(words_[at].norm).empty() &&
           (to > at + 1 || words_[at].norm.size() > 2);
  }

  /// "Backend", "Frontend": the whole stem of a name, without a noun.
  std::optional<Reference> by_stem(std::size_t at, std::size_t to, Core core, std::span<const ComponentId> candidates) {
    std::optional<ComponentId> best;
    for (const ComponentId id : candidates) {
      if (!same_words(draft_.parts[id.index].core, core)) continue;
      if (draft_.kind(id).holds == catalogue::Holds::Namespace ||
          draft_.kind(id).category == catalogue::Category::Security)
        continue;
      // "Orders come in": not the "order service".
      if (words_[at].plural && core.size() == 1 && !lower_of(draft_.builder[id].name).starts_with(words_[at].lower))
        continue;
      if (!best || actor_rank(draft_.kind(id)) > actor_rank(draft_.kind(*best))) best = id;
    }
    if (!best) return std::nullopt;
    // A lower-case word in a sentence names a thing only if that thing is a piece of software by that name.
    if (!words_[at].capital && !words_[at].code && actor_rank(draft_.kind(*best)) < 2) return std::nullopt;
    return Reference{at, to, {*best}, {}, nullptr, {}, false, true};
  }

  std::optional<Reference> by_noun(std::size_t at, std::size_t to, Core core, const WordText& noun,
                                   std::span<const ComponentId> candidates, bool plural) {
    std::vector<std::pair<int, ComponentId>> scored;
    for (const ComponentId id : candidates) {
      const int prefix = static_cast<int>(common_prefix(draft_.parts[id.index].words, words_, at, to));
      const auto& name = draft_.parts[id.index].words;
      // "search service" is no "search index", whatever that is: its own words say something else.
      const bool whole = same_words(draft_.parts[id.index].core, core);
      const bool fits = whole ? noun_fits(draft_, noun, id) : contains(name, noun);
      if (!fits && prefix < 2) continue;
      scored.emplace_back(prefix * 3 + (fits ? 2 : 0) + (whole ? 2 : 0), id);
    }
    if (scored.empty()) return std::nullopt;
    if (plural && scored.size() > 1 && scored.size() <= kMaxAll) {
      Reference all{at, to, {}, {}, nullptr, {}, true, true};
      for (const auto& [score, id] : scored) all.ids.push_back(id);
      return all;
    }
    const auto best = std::ranges::max_element(scored, [](const auto& a, const auto& b) { return a.first < b.first; });
    return Reference{at, to, {best->second}, {}, nullptr, {}, plural, true};
  }

  Draft& draft_;
  const std::vector<Word>& words_;
};

}  // namespace

bool acts_here(const std::vector<Word>& words, std::size_t at) {
  return lexicon::is_third_person(words[at].lower) && !words[at].capital && is_word(words, at + 1) &&
         (!lexicon::find_verb(words[at + 1].lower) || lexicon::is_moved(words[at + 1].norm)) &&
         !lexicon::is_class(words[at + 1].lower, lexicon::WordClass::Auxiliary) &&
         !lexicon::is_class(words[at + 1].lower, lexicon::WordClass::Modal);
}

bool noun_fits(Draft& draft, const WordText& noun, ComponentId id) {
  return contains(draft.parts[id.index].words, noun) || lexicon::stands_for(noun, draft.builder[id].kind) ||
         names_kind(noun.alias.aliases(), draft.kind(id));
}

std::optional<Reference> described_at(Draft& draft, const std::vector<Word>& words, std::size_t at) {
  return Description(draft, words).at(at);
}

std::optional<Reference> subnet_in_code(Draft& draft, const std::vector<Word>& words, std::string_view text,
                                        std::size_t at, SectionId section) {
  if (!words[at].code || (at > 0 && words[at - 1].code)) return std::nullopt;
  const std::size_t to = code_end(words, at);
  if (to < at + 2 || !std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  words.begin() + static_cast<std::ptrdiff_t>(to), std::mem_fn(&Word::joined)))
    return std::nullopt;
  const auto noun = catalogue_hit(words, to - 1);
  const catalogue::Kind* kind = noun ? meaning_of(draft, *noun, section) : nullptr;
  if (!kind || kind->holds != catalogue::Holds::Subnet || words[to - 1].plural) return std::nullopt;
  const auto there = first_of(draft.of_kind(kind->id), kMaxKin);
  const bool meant = std::ranges::any_of(there, [&](ComponentId id) {
    return draft.parts[id.index].core.empty() || contains(draft.parts[id.index].words, words[at].norm);
  });
  if (there.empty() || meant) return std::nullopt;
  return Reference{at,    to,   {},
                   {},    kind, std::string(text.substr(words[at].begin, words[to - 1].end - words[at].begin)),
                   false, true};
}

bool is_plain_noun(const std::vector<Word>& words, std::size_t at) {
  using lexicon::WordClass;
  if (!is_word(words, at) || words[at].capital || words[at].code) return false;
  const WordText& text = words[at].lower;
  return text != "and" && text != "or" && !lexicon::find_verb(text) &&
         !lexicon::is_class(text, {WordClass::Preposition, WordClass::Auxiliary, WordClass::Modal, WordClass::Relative,
                                   WordClass::Pronoun, WordClass::Subordinator, WordClass::Adverb});
}

bool any_of_the_cloud(const std::vector<Word>& words, std::size_t at) {
  const WordText& noun = words[at].norm;
  const bool any = noun == "service" || noun == "resource" || noun == "component" || noun == "database";
  return any && at > 0 && is_word(words, at - 1) &&
         (lexicon::is_provider_word(words[at - 1].norm) || words[at - 1].norm == "cloud");
}

}  // namespace skydraft::understand
