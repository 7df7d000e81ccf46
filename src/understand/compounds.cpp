#include "understand/compounds.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/own_name.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestName = 3;  // words of what the adjective begins with
constexpr std::size_t kMaxBetween = 3;   // words from the adjective to the noun

/// The service that ends before words[end], by its own name.
std::optional<Reference> service_before(Draft& draft, const std::vector<Word>& words, std::size_t end,
                                        std::string_view text, SectionId section) {
  for (std::size_t from = end > kLongestName ? end - kLongestName : 0; from < end; ++from) {
    const auto hit = is_word(words, from) ? catalogue_hit(words, from) : std::nullopt;
    const catalogue::Kind* kind = hit && hit->to == end ? meaning_of(draft, *hit, section) : nullptr;
    if (!kind || !tells(*hit, *kind) || is_technology(*kind) || kind->holds != catalogue::Holds::NotAContainer)
      continue;
    if (auto found =
            reference_at(draft, {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end)}, from, text, section);
        found && found->to == end)
      return found;
  }
  return std::nullopt;
}

}  // namespace

void read_compounds(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context,
                    Stated& stated) {
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!is_word(words, at) || !words[at].joined || text[words[at].begin - 1] != '-') continue;
    const auto adjectives = lexicon::compound_adjectives();
    const auto adjective =
        std::ranges::find(adjectives, std::string_view(words[at].lower), &lexicon::CompoundAdjective::word);
    if (adjective == adjectives.end()) continue;
    const auto service = service_before(draft, words, at, text, context.section);
    if (!service) continue;
    std::vector<ComponentId> things;
    for (std::size_t i = at + 1; i <= at + kMaxBetween && is_word(words, i) && things.empty(); ++i) {
      if (lexicon::is_class(words[i].lower, lexicon::WordClass::Preposition)) break;
      const bool listed = !context.listed.phrase.empty() && words[i].begin >= context.listed.phrase.begin &&
                          words[i].end <= context.listed.phrase.end;
      if (listed) {
        things = context.listed.items;
      } else if (const auto noun = thing_at(draft, words, i, text, context.section, true)) {
        things = resolve(draft, *noun, context.span, context.section);
      }
    }
    if (things.empty()) continue;
    for (const ComponentId other : resolve(draft, *service, context.span, context.section))
      for (const ComponentId thing : things) {
        if (thing == other) continue;
        RelationDraft relation{other, thing,       model::RelationKind::Flow, std::string(adjective->label), {}, {},
                               {},    context.span};
        if (!adjective->sets_off) {
          std::swap(relation.from, relation.to);
          relation.kind = model::RelationKind::Uses;
        }
        if (const auto made = draft.relate(relation)) stated.relations.push_back(*made);
        draft.evidence(other, context.span);
      }
  }
}

}  // namespace skydraft::understand
