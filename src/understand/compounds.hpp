#pragma once

#include "understand/sentence.hpp"

/// Adjectives that say what a thing is set off by or keeps its data in.
namespace skydraft::understand {

/// "a Kafka-triggered worker", "the Redis-backed API", "Two EventBridge-driven pipelines:" over their names.
void read_compounds(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context,
                    Stated& stated);

}  // namespace skydraft::understand
