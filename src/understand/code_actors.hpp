#pragma once

#include "understand/draft.hpp"

/// Names in code runs that no kind's name stands beside, and that sentences make things all the same.
namespace skydraft::understand {

/// "`scan-fn` writes to DynamoDB", "API Gateway invokes `scan-fn`", "`orders` → `billing-api`": what does something in
/// the architecture, or has it done to it, is a component, whatever it is.
void define_code_actors(Draft& draft);

/// The words [from, to) are one identifier in code that can be a component's name: "scan-fn", but not "npm",
/// "s3:GetObject" or "MAX_SIZE".
bool is_code_identifier(const std::vector<Word>& words, std::size_t from, std::size_t to, std::string_view name);

/// The word is a verb of which one thing is the subject, and that leads to another: "writes".
bool relates(const Word& word);

}  // namespace skydraft::understand
