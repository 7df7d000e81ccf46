#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// "1. **API Gateway**: …", "2. **Lambda (resizer)**: …": a numbered list whose items are services by their names
/// counts them, and tells no order. Its entries become bullets.
void settle_counted_lists(Draft& draft);

}  // namespace skydraft::understand
