#pragma once

#include "understand/mention.hpp"

/// What the name of a framework or of a database engine stands for.
namespace skydraft::understand {

/// "Django stores orders in …": what is written in it, where the document calls it by that alone.
bool acts_first(Draft& draft, const std::vector<Word>& words, const CatalogueHit& hit);
/// "Django" where there is one "Django app", or one part that is written in it.
std::optional<ComponentId> only_made_with(Draft& draft, const std::vector<Word>& words, const CatalogueHit& hit);
/// "the Fargate task", "ECS" where there is one "Amazon ECS on Fargate": the service, by another of its nouns.
std::optional<ComponentId> runner_of(Draft& draft, const catalogue::Kind& kind);
/// "MongoDB" where there is "MongoDB Atlas": the one database of that engine's own service.
std::optional<ComponentId> managed_of(Draft& draft, const catalogue::Kind& engine);

}  // namespace skydraft::understand
