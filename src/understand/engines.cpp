#include "understand/engines.hpp"

#include <algorithm>

#include "understand/sole.hpp"

namespace skydraft::understand {

bool acts_first(Draft& draft, const std::vector<Word>& words, const CatalogueHit& hit) {
  const bool begins = hit.from == 0 || words[hit.from - 1].mark == Mark::Stop;
  // Where a second reading may find "the Django app", that comes first.
  const bool last_reading = draft.only_tells || draft.kubernetes || !draft.provider.empty();
  if (!begins || !last_reading || !words[hit.from].capital || !is_word(words, hit.to)) return false;
  const lexicon::VerbForm* form = lexicon::find_verb(words[hit.to].lower);
  if (!form || form->tense != lexicon::Tense::Third) return false;
  const lexicon::VerbKind does = lexicon::verb_of(*form).kind;
  return does == lexicon::VerbKind::Flow || does == lexicon::VerbKind::Uses;
}

std::optional<ComponentId> only_made_with(Draft& draft, const std::vector<Word>& words, const CatalogueHit& hit) {
  if (hit.to != hit.from + 1) return std::nullopt;
  const WordText& word = words[hit.from].norm;
  const auto named_or_made = [&](ComponentId id) {
    if (!draft.parts[id.index].words.empty() && draft.parts[id.index].words.front() == &word) return true;
    return std::ranges::any_of(draft.builder[id].attributes, [&](const model::Attribute& attribute) {
      const auto* const text = std::get_if<std::string>(&attribute.value);
      return same_text(attribute.key, "technology") && text && lower_of(*text).starts_with(std::string_view(word));
    });
  };
  return sole(draft, [&](ComponentId id) {
    return named_or_made(id) && !draft.builder[id].inferred() && lexicon::stands_for("application", draft.kind(id).id);
  });
}

/// "Redis" of an ElastiCache that runs it.
static bool is_engine_of(Draft& draft, const catalogue::Kind& engine, ComponentId id) {
  const catalogue::Kind& service = draft.kind(id);
  if (service.category != engine.category || service.id == engine.id || service.provider != draft.provider)
    return false;
  return std::ranges::any_of(draft.builder[id].attributes, [&](const model::Attribute& attribute) {
    const auto* const text = std::get_if<std::string>(&attribute.value);
    const std::vector<Word> words = text && same_text(attribute.key, "engine") ? words_of(*text) : std::vector<Word>{};
    const auto hit = words.empty() ? std::nullopt : catalogue_hit(words, 0);
    return hit && names_kind(hit->rows, engine);
  });
}

/// "Redis" of an "Upstash Redis".
static bool is_called_by(Draft& draft, const catalogue::Kind& engine, ComponentId id) {
  if (draft.kind(id).category != engine.category || draft.builder[id].inferred()) return false;
  const std::vector<Word> name = words_of(draft.builder[id].name);
  for (std::size_t i = 1; i < name.size(); ++i)
    if (const auto hit = catalogue_hit(name, i); hit && names_kind(hit->rows, engine)) return true;
  return false;
}

std::optional<ComponentId> runner_of(Draft& draft, const catalogue::Kind& kind) {
  if (kind.category != catalogue::Category::Container || kind.holds == catalogue::Holds::Namespace) return std::nullopt;
  return sole(draft, [&](ComponentId id) {
    const catalogue::Kind& other = draft.kind(id);
    if (draft.builder[id].inferred() || other.category != kind.category) return false;
    const bool nested = std::ranges::find(kind.inside, other.id) != kind.inside.end() ||
                        std::ranges::find(other.inside, kind.id) != other.inside.end();
    return nested || (kind.provider != "k8s" && other.provider == kind.provider &&
                      lexicon::stands_for("container", kind.id) && lexicon::stands_for("container", other.id));
  });
}

std::optional<ComponentId> managed_of(Draft& draft, const catalogue::Kind& engine) {
  if (engine.category != catalogue::Category::Database) return std::nullopt;
  const std::string_view name = engine.id.substr(engine.id.find('.') + 1);
  return sole(draft, [&](ComponentId id) {
    if (is_engine_of(draft, engine, id) || is_called_by(draft, engine, id)) return true;
    const std::string_view own = draft.kind(id).id.substr(draft.kind(id).id.find('.') + 1);
    return own.size() > name.size() && own.starts_with(name) && own[name.size()] == '-' &&
           draft.kind(id).category == engine.category && !draft.builder[id].inferred();
  });
}

}  // namespace skydraft::understand
