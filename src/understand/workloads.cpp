#include <algorithm>

#include "understand/passes.hpp"
#include "understand/sole.hpp"

namespace skydraft::understand {
namespace {

/// The name of a namespace, or what the text says of it, has such a word.
bool says(Draft& draft, ComponentId id, bool (*wanted)(lexicon::Query)) {
  const auto has = [&](const std::vector<Word>& words) {
    return std::ranges::any_of(words, [&](const Word& w) { return wanted(w.norm); });
  };
  if (has(words_of(draft.builder[id].name))) return true;
  return std::ranges::any_of(draft.builder[id].purposes, [&](const std::string& p) { return has(words_of(p)); });
}

std::optional<ComponentId> the_cluster(Draft& draft) {
  std::optional<ComponentId> cluster;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    if (draft.kind(id).holds != catalogue::Holds::Cluster ||
        !(draft.kind(id).provider == "k8s" || draft.builder[id].kind == "aws.eks" ||
          draft.builder[id].kind == "azure.aks" || draft.builder[id].kind == "gcp.gke"))
      continue;
    if (cluster) return std::nullopt;
    cluster = id;
  }
  return cluster;
}

std::optional<ComponentId> namespace_above(Draft& draft, SectionId section) {
  for (std::optional<SectionId> at = section; at; at = draft.outline[*at].parent)
    if (const auto above = draft.topic(*at).component; above && draft.kind(*above).holds == catalogue::Holds::Namespace)
      return above;
  return std::nullopt;
}

/// The heading over it, or one above, speaks of the cluster: "Cluster add-ons".
bool about_cluster(const Draft& draft, SectionId section) {
  if (draft.topic(section).kubernetes) return true;
  for (std::optional<SectionId> at = section; at; at = draft.outline[*at].parent)
    if (std::ranges::any_of(draft.outline[*at].words, [](const Word& w) { return w.norm == "cluster"; })) return true;
  return false;
}

/// Where no cluster is named, the objects stand in the one namespace.
void fill(Draft& draft, ComponentId space) {
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    const catalogue::Kind& kind = draft.kind(id);
    if (kind.provider == "k8s" && kind.scope == catalogue::Scope::Cluster &&
        kind.holds == catalogue::Holds::NotAContainer && !kind.id.ends_with("controller") && !draft.builder[id].parent)
      draft.parent(id, space, {}, "the-only-namespace");
  }
}

/// ECS services and tasks stand in the one ECS cluster.
void fill_ecs(Draft& draft) {
  const auto cluster = sole(draft, [&](ComponentId id) { return draft.builder[id].kind == "aws.ecs-cluster"; });
  if (!cluster) return;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const std::string& kind = draft.builder[ComponentId{i}].kind;
    if ((kind == "aws.ecs-service" || kind == "aws.ecs-task") && !draft.builder[ComponentId{i}].parent &&
        !draft.is_inside(*cluster, ComponentId{i}))
      draft.parent({i}, *cluster, {}, "part-of-the-cluster");
  }
}

/// "Services: cart, catalog" beside "EKS cluster" under one heading: they run in it.
bool listed_beside(const Draft& draft, ComponentId id, ComponentId cluster) {
  const catalogue::Kind& kind = draft.kind(id);
  return kind.category == catalogue::Category::Application && kind.provider == "generic" &&
         kind.holds == catalogue::Holds::NotAContainer && kind.id != "generic.frontend" &&
         kind.id != "generic.external-system" && id.index < draft.listed &&
         draft.parts[id.index].section == draft.parts[cluster.index].section &&
         draft.outline[draft.parts[id.index].section].level > 1;
}

}  // namespace

/// Kubernetes objects stand in the one cluster, and in the namespace whose description says so.
void place_workloads(Draft& draft) {
  if (draft.options.stated_only) return;
  fill_ecs(draft);
  const auto cluster = the_cluster(draft);
  const auto only_space = sole(draft, [&](ComponentId id) {
    return draft.kind(id).holds == catalogue::Holds::Namespace && !draft.builder[id].inferred();
  });
  if (!cluster) {
    if (only_space) fill(draft, *only_space);
    return;
  }
  std::optional<ComponentId> workloads, observability, system;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    if (draft.kind(id).holds != catalogue::Holds::Namespace) continue;
    draft.parent(id, *cluster, {}, "namespace-of-the-cluster");
    // The most specific word wins: "system components" before "workloads".
    if (says(draft, id, lexicon::is_observability))
      observability = observability ? observability : id;
    else if (says(draft, id, lexicon::is_system))
      system = system ? system : id;
    else if (says(draft, id, lexicon::is_workload))
      workloads = workloads ? workloads : id;
  }
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    const catalogue::Kind& kind = draft.kind(id);
    if (id == *cluster || draft.builder[id].parent || kind.holds == catalogue::Holds::Namespace ||
        draft.is_inside(*cluster, id))
      continue;
    if (listed_beside(draft, id, *cluster)) draft.parent(id, *cluster, {}, "services-beside-the-cluster");
    if (kind.scope != catalogue::Scope::Cluster) continue;
    const bool object = kind.provider == "k8s";
    if (const auto space = namespace_above(draft, draft.parts[i].section)) {
      draft.parent(id, *space, {}, "section-of-its-container");
      continue;
    }
    if (kind.category == catalogue::Category::Observability && !object) {
      if (observability) draft.parent(id, *observability, {}, "namespace-for-observability");
    } else if (object && kind.holds == catalogue::Holds::NotAContainer) {
      const bool controls = kind.id.ends_with("controller");
      if (controls && system)
        draft.parent(id, *system, {}, "namespace-for-system-components");
      else if (workloads)
        draft.parent(id, *workloads, {}, "namespace-for-workloads");
      else if (only_space && !controls)
        draft.parent(id, *only_space, {}, "the-only-namespace");
      else
        draft.parent(id, *cluster, {}, "objects-of-the-cluster");
    } else if (object) {
      draft.parent(id, *cluster, {}, "objects-of-the-cluster");
    } else if (std::ranges::find(kind.inside, draft.builder[*cluster].kind) != kind.inside.end()) {
      draft.parent(id, *cluster, {}, "part-of-the-cluster");
    } else if (kind.provider == "tool" && about_cluster(draft, draft.parts[i].section)) {
      draft.parent(id, *cluster, {}, "tools-of-the-cluster");
    }
  }
}

}  // namespace skydraft::understand
