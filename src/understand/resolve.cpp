#include <algorithm>

#include "understand/choice.hpp"
#include "understand/reference.hpp"
#include "understand/sites.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxSearched = 256;  // components of one kind that a new one may be another name of

/// The kind's name, and none of its own.
bool is_bare(std::string_view name, const catalogue::Kind& kind) {
  return names_kind(catalogue::find_alias(key_of(name)), kind);
}

constexpr std::string_view kSecond = "second ";

/// "the first topic" was the one that there was, and was called what it is; beside a second one it is called so, too.
void call_first(Draft& draft, ComponentId second) {
  const std::string name = "first" + draft.builder[second].name.substr(kSecond.size() - 1);
  std::optional<ComponentId> found;
  const auto same = draft.of_kind(draft.kind(second));
  for (const ComponentId id : same.first(std::min(same.size(), kMaxSearched))) {
    const model::Component& other = draft.builder[id];
    if (id == second || other.inferred() || !is_bare(other.name, draft.kind(id))) continue;
    if (found) return;
    found = id;
  }
  if (!found) return;
  const auto called_so = [&](const Span& span) {
    return lower_of(draft.source.text(span)).find(lower_of(name)) != std::string::npos;
  };
  if (std::ranges::any_of(draft.builder[*found].source, called_so)) draft.builder[*found].name = name;
}

}  // namespace

const catalogue::Kind* kind_of(const Draft& draft, const Reference& reference) {
  return reference.ids.empty() ? reference.kind : &draft.kind(reference.ids.front());
}

std::vector<ComponentId> resolve(Draft& draft, const Reference& reference, Span span, SectionId section) {
  if (!reference.ids.empty() || !reference.kind) return reference.ids;
  // Two spellings of a service's own name in one sentence ("EventBridge", "Amazon EventBridge") are one thing.
  const auto bare = [&](std::string_view name) { return is_bare(name, *reference.kind); };
  const auto told_apart = [&](ComponentId id) {
    return std::ranges::any_of(words_of(reference.name), [&](const Word& word) {
      return std::ranges::any_of(draft.parts[id.index].words,
                                 [&](const WordText* other) { return lexicon::excludes(word.lower, *other); });
    });
  };
  const std::span<const ComponentId> same = draft.of_kind(reference.kind->id);
  if (bare(reference.name))
    for (const ComponentId id : same.first(std::min(same.size(), kMaxSearched)))
      if (bare(draft.builder[id].name) && !told_apart(id) && !is_a_twins(draft, section, id)) return {id};
  // "Kafka was chosen over RabbitMQ. RabbitMQ deletes …": it is still not there.
  if (bare(reference.name) && std::ranges::find(draft.turned_down, reference.kind) != draft.turned_down.end())
    return {};
  // "… calls the feed refresher, and the refresher fetches …": what the sentence has just brought in.
  if (lexicon::is_lone(reference.name) || reference.acts_only)
    for (std::size_t i = draft.spoken.size(); i-- > oldest_spoken(draft);)
      if (const auto& name = draft.parts[draft.spoken[i].index].words; !name.empty() && *name.back() == reference.name)
        return {draft.spoken[i]};
  if (const auto id = draft.define(reference.name, reference.kind->id, span, section)) {
    draft.parts[id->index].from_prose = true;
    if (reference.name.starts_with(kSecond)) call_first(draft, *id);
    return {*id};
  }
  return {};
}

}  // namespace skydraft::understand
