#pragma once

#include "understand/reference.hpp"

/// Which of several things a word means.
namespace skydraft::understand {

constexpr std::size_t kMaxAll = 8;  ///< more things than this are not meant one by one

/// Several things under one name: the one spoken of last, the one that acts, those that the words around speak about,
/// else all of them, where they are few.
void choose(Draft& draft, const std::vector<Word>& words, Reference& reference);

/// Things that act rather than front others come first where only the stem is said ("Backend calls …").
int actor_rank(const catalogue::Kind& kind);
/// "the gateway", "this gateway": one that the text knows.
bool definite(const std::vector<Word>& words, std::size_t at);
/// The first of draft.spoken that is not too far back to be meant.
std::size_t oldest_spoken(const Draft& draft);

}  // namespace skydraft::understand
