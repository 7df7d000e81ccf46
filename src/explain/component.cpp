#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "catalogue/normalise.hpp"
#include "explain/explain.hpp"
#include "explain/wording.hpp"
#include "view/view.hpp"

namespace skydraft::explain {
namespace {

using model::Architecture;
using model::Became;
using model::Component;
using model::ComponentId;
using model::Fact;

std::string titled(const Component& component) { return fmt::format("{} ({})", component.name, component.kind); }

std::vector<Span> places(const Architecture& architecture, Became became, std::uint32_t subject) {
  std::vector<Span> spans;
  for (const Fact& fact : architecture.facts())
    if (fact.became == became && fact.subject == subject) spans.push_back(fact.span);
  return spans;
}

void containers(const Architecture& architecture, ComponentId id, Account& account) {
  for (std::optional<ComponentId> at = id; architecture[*at].parent; at = architecture[*at].parent) {
    const Component& inner = architecture[*at];
    const bool inferred = !inner.placed_by.empty();
    account.inside.push_back({titled(architecture[*inner.parent]), inner.placed_by,
                              inferred ? std::vector<Span>{} : places(architecture, Became::Placement, at->index)});
  }
  const Component& component = architecture[id];
  for (const ComponentId over : component.spans)
    account.inside.push_back({fmt::format("stretches over {}", titled(architecture[over])), component.placed_by, {}});
  for (const ComponentId child : architecture.children(id))
    account.holds.push_back({titled(architecture[child]), architecture[child].placed_by,
                             architecture[child].placed_by.empty()
                                 ? places(architecture, Became::Placement, child.index)
                                 : std::vector<Span>{}});
}

void attributes(const Architecture& architecture, ComponentId id, Account& account) {
  const Component& component = architecture[id];
  if (component.count > 1) account.attributes.push_back({fmt::format("count = {}", component.count), {}, {}});
  std::uint32_t part = 0;
  for (const model::Attribute& attribute : component.attributes) {
    Statement statement{words_of(attribute), {}, {}};
    for (const Fact& fact : architecture.facts())
      if (fact.became == Became::Attribute && fact.subject == id.index && fact.part == part)
        statement.source.push_back(fact.span);
    account.attributes.push_back(std::move(statement));
    ++part;
  }
  for (const std::string& purpose : component.purposes) account.attributes.push_back({"for: " + purpose, {}, {}});
}

void relations(const Architecture& architecture, ComponentId id, Account& account) {
  for (const model::Relation& relation : architecture.relations()) {
    Statement statement{words_of(architecture, relation), relation.inferred_by, relation.source};
    if (relation.from == id) account.to.push_back(statement);
    if (relation.to == id) account.from.push_back(std::move(statement));
  }
}

bool takes_part(const Architecture& architecture, const model::FlowStep& step, ComponentId id) {
  return std::ranges::find(step.components, id) != step.components.end() ||
         std::ranges::any_of(step.relations, [&](model::RelationId relation) {
           return architecture[relation].from == id || architecture[relation].to == id;
         });
}

void statements(const Architecture& architecture, ComponentId id, Account& account) {
  for (const model::Flow& flow : architecture.flows())
    for (const model::FlowStep& step : flow.steps)
      if (takes_part(architecture, step, id))
        account.steps.push_back({fmt::format("step {} of {}", step.number, flow.title), {}, {step.source}});
  for (const model::Policy& policy : architecture.policies())
    if (std::ranges::find(policy.applies_to, id) != policy.applies_to.end())
      account.policies.push_back({words_of(architecture, policy), {}, {policy.source}});
}

void views(const Architecture& architecture, ComponentId id, Account& account) {
  for (const view::ViewInfo& info : view::list_views(architecture)) {
    const Result<view::Picture> picture = view::make_view(architecture, info.id, "");
    if (!picture) continue;
    const bool shown = std::ranges::any_of(picture->nodes.rows(), [&](const view::NodeDress& dress) {
      return !dress.faded && std::ranges::find(dress.components, id) != dress.components.end();
    });
    if (shown) account.views.push_back(info.id);
  }
}

}  // namespace

std::vector<ComponentId> find_components(const Architecture& architecture, std::string_view name) {
  const std::string wanted = catalogue::normalise(name);
  std::vector<ComponentId> exact, partial;
  for (std::uint32_t i = 0; i < architecture.components().size() && !wanted.empty(); ++i) {
    const Component& component = architecture.components()[i];
    std::vector<std::string> names{catalogue::normalise(component.name), component.slug};
    for (const std::string& alias : component.aliases) names.push_back(catalogue::normalise(alias));
    if (std::ranges::find(names, wanted) != names.end() || component.slug == name)
      exact.push_back({i});
    else if (std::ranges::any_of(names, [&](const std::string& n) { return n.find(wanted) != std::string::npos; }))
      partial.push_back({i});
  }
  return exact.empty() ? partial : exact;
}

Account explain_component(const Architecture& architecture, ComponentId id) {
  Account account;
  account.component = id;
  account.rule = architecture[id].inferred_by;
  account.source = architecture[id].source;
  containers(architecture, id, account);
  attributes(architecture, id, account);
  relations(architecture, id, account);
  statements(architecture, id, account);
  views(architecture, id, account);
  return account;
}

}  // namespace skydraft::explain
