#pragma once

#include "understand/classify.hpp"

/// What a word for several things stands for.
namespace skydraft::understand {

constexpr std::size_t kMaxCandidates = 64;  ///< things that one word is taken to mean

/// Whether a name or noun that may mean a component begins with this word: with most words none does.
bool may_begin(const Draft& draft, const Word& word);

/// Components that an everyday noun or a service name may mean; at most kMaxCandidates.
std::vector<ComponentId> members_of(Draft& draft, const CatalogueHit& hit, const std::string& noun);

/// The container that holds all members, if one does.
std::optional<ComponentId> common_container(Draft& draft, const std::vector<ComponentId>& members);

}  // namespace skydraft::understand
