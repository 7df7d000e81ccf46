#pragma once

#include "understand/reference.hpp"

/// Things that words of their names describe: "Backend" of "Backend API Deployment", "the orders database".
namespace skydraft::understand {

/// What the words beginning at `at` describe; nothing if no component's name has them.
std::optional<Reference> described_at(Draft& draft, const std::vector<Word>& words, std::size_t at);

/// "Backend caches sessions": words[at] is a plural that is also a verb, with something that it is done to behind it.
bool acts_here(const std::vector<Word>& words, std::size_t at);

/// "database" of a component that is one, or is called so.
bool noun_fits(Draft& draft, const WordText& noun, ComponentId id);

}  // namespace skydraft::understand
