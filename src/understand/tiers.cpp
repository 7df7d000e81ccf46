#include <algorithm>

#include "understand/classify.hpp"
#include "understand/passes.hpp"

/// What is only listed is drawn as everybody reads it: the frontend calls the backend, which uses what keeps data; a
/// CDN hands on to the load balancer.
namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxStores = 6;  // a longer list of stores is no simple stack

/// What its name, or the label that it stood behind, says it is.
bool plays(Draft& draft, ComponentId id, std::string_view role) {
  const model::Component& component = draft.builder[id];
  if (component.kind == role || lexicon::head_kind(key_of(component.name)) == role) return true;
  return std::ranges::any_of(component.aliases,
                             [&](const std::string& alias) { return lexicon::head_kind(key_of(alias)) == role; });
}

std::optional<ComponentId> only(const std::vector<ComponentId>& ids) {
  return ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
}

/// A CDN that the text leads nowhere, and a load balancer that nothing leads to: "Users reach the site through the
/// CDN."
void connect_entry(Draft& draft) {
  std::vector<ComponentId> cdns, balancers;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    if (lexicon::stands_for("cdn", draft.builder[id].kind)) cdns.push_back(id);
    if (lexicon::stands_for("balancer", draft.builder[id].kind)) balancers.push_back(id);
  }
  const auto cdn = only(cdns), balancer = only(balancers);
  if (!cdn || !balancer || *cdn == *balancer) return;
  bool reached = false;
  for (const model::Relation& relation : draft.builder.relations()) {
    if (relation.from == *cdn || relation.to == *balancer) return;
    reached = reached || relation.to == *cdn;
  }
  if (reached)
    draft.relate({*cdn,
                  *balancer,
                  model::RelationKind::Flow,
                  {},
                  {},
                  {},
                  "cdn-in-front-of-the-entry",
                  draft.builder[*cdn].source.front()});
}

}  // namespace

void connect_tiers(Draft& draft) {
  if (draft.options.stated_only) return;
  connect_entry(draft);
  if (!draft.builder.relations().empty()) return;
  std::vector<ComponentId> frontends, backends, stores;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    if (draft.holds(id)) continue;
    if (plays(draft, id, "generic.frontend"))
      frontends.push_back(id);
    else if (plays(draft, id, "generic.backend") || plays(draft, id, "generic.api"))
      backends.push_back(id);
    else if (is_store(draft.kind(id)))
      stores.push_back(id);
  }
  const auto backend = only(backends);
  if (!backend || stores.size() > kMaxStores) return;
  const auto connect = [&](ComponentId from, ComponentId to, std::string_view label) {
    draft.relate({from,
                  to,
                  model::RelationKind::Flow,
                  std::string(label),
                  {},
                  {},
                  "tiers-of-a-stack",
                  draft.builder[from].source.front()});
  };
  if (const auto frontend = only(frontends)) connect(*frontend, *backend, "calls");
  for (const ComponentId store : stores) connect(*backend, store, "uses");
}

}  // namespace skydraft::understand
