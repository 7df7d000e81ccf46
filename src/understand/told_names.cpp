#include "understand/told_names.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/names.hpp"
#include "understand/own_name.hpp"
#include "understand/phrase.hpp"
#include "understand/sentence.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxAdjectives = 4;  // words before what a list's item is about: "an internet-facing"
constexpr std::size_t kFewComponents = 6;  // fewer than this, and the document has told its architecture in prose

std::size_t hit_words(const Piece& piece) { return piece.mention->to - piece.mention->from; }

/// A cloud's service by its official name, or a network or cluster by its own, of which the document has none yet.
bool is_missing(Draft& draft, const Entry& entry, const CatalogueHit& hit, const catalogue::Kind& kind) {
  if (kind.provider != draft.provider) return false;
  const Word& first = entry.words[hit.from];
  // "Bank of Anthos" is something else.
  if (!(first.capital || first.code) || (hit.from > 0 && entry.words[hit.from - 1].lower == "of")) return false;
  const bool frame = kind.holds != catalogue::Holds::NotAContainer && kind.holds != catalogue::Holds::Network &&
                     kind.holds != catalogue::Holds::Cluster;
  if (frame || kind.category == catalogue::Category::Actor) return false;
  if (std::ranges::any_of(draft.of_kind(kind), [&](ComponentId id) { return !draft.builder[id].inferred(); }))
    return false;
  // "ECS Fargate" where there is an "ECS Fargate Cluster"
  for (const ComponentId id : draft.with_core(first.norm)) {
    const auto& name = draft.parts[id.index].words;
    bool all = true;
    for (std::size_t i = hit.from; i < hit.to; ++i) all = all && contains(name, entry.words[i].norm);
    if (all) return false;
  }
  return tells(hit, kind) && is_official(hit, kind) && !is_technology(kind);
}

bool is_missing_service(Draft& draft, const Entry& entry, const Piece& piece) {
  const auto hit = catalogue_hit(entry.words, piece.mention->from);
  return hit && hit->to == piece.mention->to && is_missing(draft, entry, *hit, *piece.mention->kind);
}

/// Whether any word of the entry begins the name of a missing service. Most entries name none: their sentences need not
/// be cut into pieces again.
bool names_missing_service(Draft& draft, const Entry& entry) {
  for (std::size_t at = 0; at < entry.words.size(); ++at)
    if (const auto hit = catalogue_hit(entry.words, at))
      for (const catalogue::Alias& row : hit->rows)
        if (is_missing(draft, entry, *hit, catalogue::kinds()[row.kind])) return true;
  return false;
}

/// The sentence that begins with this piece is a question.
bool asks(const Entry& entry, const std::vector<Piece>& pieces, std::size_t from) {
  const auto stop = std::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces.end(),
                                 [](const Piece& piece) { return piece.part == Part::Stop; });
  return stop != pieces.end() && ends_question(*stop, entry.words, entry.text.text);
}

/// "Prometheus and Grafana may be added later": the sentence that this piece stands in says what might be.
bool may_come(const std::vector<Piece>& pieces, std::size_t from) {
  const auto ends = [](const Piece& piece) { return piece.part == Part::Stop || piece.part == Part::Hypothesis; };
  const auto end = std::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces.end(), ends);
  return end != pieces.end() && end->part == Part::Hypothesis;
}

}  // namespace

void define_listed(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline.entries[i];
    const std::vector<Word>& words = entry.words;
    if (entry.kind != EntryKind::Bullet || entry.label || draft.fates[i].component || words.size() < 3 ||
        draft.skipped(EntryId{i}))
      continue;
    const bool counts = is_indefinite_article(words[0].lower) || count_of(words[0]) > 1;
    if (!counts || std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::None && denies(w.lower); }))
      continue;
    std::optional<Reference> found;
    for (std::size_t at = 1; at < words.size() && at <= kMaxAdjectives && words[at].mark == Mark::None && !found;
         ++at) {
      if (lexicon::is_class(words[at].lower, lexicon::WordClass::Preposition)) break;
      found = thing_at(draft, words, at, entry.text.text, entry.section, true);
    }
    if (!found || !found->named || !found->ids.empty() || !found->kind ||
        found->kind->category == catalogue::Category::Actor || is_technology(*found->kind))
      continue;
    for (const ComponentId id : resolve(draft, *found, entry.span, entry.section)) draft.evidence(id, entry.span);
  }
}

/// "avoids", "eliminating"
static bool denies(const Piece& piece) { return piece.part == Part::Verb && lexicon::verb_of(*piece.verb).denies; }

void read_bare_names(Draft& draft) {
  std::size_t stated = 0;
  for (const model::Component& component : draft.builder.components()) stated += component.inferred() ? 0 : 1;
  const bool tells_only = stated < kFewComponents;
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline.entries[i];
    const bool tells_of_it = entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Bullet;
    const bool named = draft.fates[i].component && (tells_only || !entry.label);
    if (!tells_of_it || named || draft.skipped(EntryId{i})) continue;
    if (!tells_only && (draft.topic(entry.section).practice || is_instruction(entry.words))) continue;
    if (!tells_only && !names_missing_service(draft, entry)) continue;
    bool denied = false, example = false, asked = false;
    // "## Backend" over "Express API on …": what the heading's thing is.
    const SectionTopic& topic = draft.topic(entry.section);
    const bool told = topic.told && draft.outline[entry.section].entries.front() == EntryId{i};
    const std::vector<Piece> pieces = pieces_of(draft, entry.words, entry.text.text, entry.section);
    bool said = false;  // a verb came before: the value of a label is a sentence
    for (std::size_t n = 0; n < pieces.size(); ++n) {
      const Piece& piece = pieces[n];
      said = said || piece.part == Part::Verb || piece.part == Part::Auxiliary;
      if (piece.part == Part::Stop || piece.part == Part::Comma) denied = false;
      if (n == 0 || pieces[n - 1].part == Part::Stop) asked = asks(entry, pieces, n);
      example = piece.part != Part::Stop && (example || piece.part == Part::Example);
      denied = denied || (piece.part == Part::Pronoun && piece.text == "you") || piece.part == Part::Negation ||
               piece.part == Part::Hypothesis || piece.part == Part::Example ||
               (piece.part == Part::Preposition && piece.text == "without") || denies(piece);
      if (piece.part != Part::Mention || denied || asked || !piece.mention->named || !piece.mention->kind) continue;
      const Word& first = entry.words[piece.mention->from];
      const bool everyday = piece.mention->kind->provider == draft.provider && !first.capital && !first.code &&
                            first.lower.find_first_of("0123456789") == std::string::npos && hit_words(piece) > 1;
      const bool spoken = hit_words(piece) == 1 && lexicon::is_protocol(first.lower);  // "over MQTT"
      const bool denied_after = n + 1 < pieces.size() && (pieces[n + 1].part == Part::Negation || may_come(pieces, n));
      // "the search service": there where it takes part in something, not where it is only spoken of.
      const bool role =
          piece.mention->own && piece.mention->kind->provider == "generic" && !first.capital && !first.code;
      // "Redis runs as a StatefulSet", "The API is a Django app": what it is.
      const bool sort =
          piece.mention->kind->provider == "k8s" || (piece.mention->kind->provider == "generic" &&
                                                     piece.mention->kind->category == catalogue::Category::Application);
      const bool predicate =
          sort && piece.mention->from > 1 && is_indefinite_article(entry.words[piece.mention->from - 1].lower) &&
          (entry.words[piece.mention->from - 2].lower == "as" || entry.words[piece.mention->from - 2].lower == "is");
      // "API requests": of no API in particular.
      const bool calls = piece.mention->kind->id == "generic.api" && n + 1 < pieces.size() &&
                         pieces[n + 1].part == Part::Noun &&
                         lexicon::is_travelling(entry.words[pieces[n + 1].to - 1].norm);
      const bool itself = told && n < 2 && piece.mention->kind->provider == "generic";
      if (everyday || role || itself || spoken || predicate || calls || denied_after ||
          (!tells_only && entry.label && !said))
        continue;
      const catalogue::Holds holds = piece.mention->kind->holds;
      if (tells_only ? holds != catalogue::Holds::NotAContainer && holds != catalogue::Holds::Cluster
                     : example || !is_missing_service(draft, entry, piece))
        continue;
      (void)resolve(draft, *piece.mention, entry.span, entry.section);
    }
  }
}

}  // namespace skydraft::understand
