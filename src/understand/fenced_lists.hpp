#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// "The platform has:" over a fence with one name a line: those names as components; nothing if the fence is
/// something else.
void define_fenced_list(Draft& draft, EntryId code);

}  // namespace skydraft::understand
