#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// Components that a sentence introduces by what they are: "`backfill` is a standalone Fargate task that …".
/// Reads bullets, steps and paragraphs; the name is in code, in bold, or written with capitals.
void introduce(Draft& draft);

}  // namespace skydraft::understand
