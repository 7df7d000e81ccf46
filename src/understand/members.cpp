#include "understand/members.hpp"

#include <algorithm>

namespace skydraft::understand {

bool may_begin(const Draft& draft, const Word& word) {
  return word.norm.may_begin || word.lower.alias || !draft.with_core(word.norm).empty() ||
         draft.names().next(NameTree::kRoot, word.norm) != NameTree::kNone;
}

std::optional<ComponentId> common_container(Draft& draft, const std::vector<ComponentId>& members) {
  if (members.empty() || !draft.builder[members.front()].parent) return std::nullopt;
  const ComponentId holder = *draft.builder[members.front()].parent;
  for (const ComponentId id : members)
    if (draft.builder[id].parent != holder) {
      // Not all in one namespace: the cluster that holds the namespaces.
      const auto up = draft.builder[holder].parent;
      return up && std::ranges::all_of(members, [&](ComponentId m) { return draft.is_inside(m, *up); }) ? up
                                                                                                        : std::nullopt;
    }
  return holder;
}

std::vector<ComponentId> members_of(Draft& draft, const CatalogueHit& hit, const std::string& noun) {
  std::vector<ComponentId> members;
  const auto add = [&](const catalogue::Kind& kind) {
    const std::size_t before = members.size();  // of one kind each is there once
    for (const ComponentId id : draft.of_kind(kind)) {
      if (members.size() >= kMaxCandidates) return;
      const auto others = std::span(members).first(before);
      if (!draft.builder[id].inferred() && std::ranges::find(others, id) == others.end()) members.push_back(id);
    }
  };
  for (const catalogue::Alias& row : hit.rows) add(catalogue::kinds()[row.kind]);
  if (!members.empty()) return members;
  if (same_text(noun, "application")) return members;  // one thing, known only where the document has but one
  // "an IoT topic" is none of the notification service's.
  if (hit.to > hit.from + 1 && tells(hit, catalogue::kinds()[hit.rows.front().kind])) return members;
  for (const lexicon::Pair& row : std::ranges::equal_range(lexicon::stands_for_rows(), noun, {}, &lexicon::Pair::key))
    add(catalogue::kind_or_unknown(row.value));
  return members;
}

}  // namespace skydraft::understand
