#pragma once

#include "understand/draft.hpp"

/// The noun that says what a thing is: "queue" of "the orders queue", "Lambda function".
namespace skydraft::understand {

struct Head {
  std::size_t from = 0, to = 0;  ///< words [from, to)
  const catalogue::Kind* kind = nullptr;
  bool strong = false;  ///< by a service's name: "Lambda"
  bool plural = false;
};

/// The head noun that begins at words[at]; nothing if none does. Requires words[at] is a word.
std::optional<Head> head_at(const Draft& draft, const std::vector<Word>& words, std::size_t at, SectionId section);

/// A thing of this kind may be called by the noun alone: "the load balancer".
bool is_role(const Draft& draft, std::string_view kind);

/// "OutputBucket": what its last part says; null: nothing.
const catalogue::Kind* kind_of_camel_case(const Draft& draft, std::string_view name, SectionId section);

}  // namespace skydraft::understand
