#pragma once

#include <optional>
#include <string_view>

#include "understand/draft.hpp"

/// Names one below the other with "|" and "v" between them, branches as "+--> name".
namespace skydraft::understand {

/// "+--> B", "|--> B": B; nothing if no branch is drawn there.
std::optional<std::string_view> branch_of(std::string_view text);

/// Nothing but such names and lines, and no box.
bool is_ladder(const md::Block& block);

/// Reads the names and what leads from one to the other; `sure`: is_ladder(). False if nothing does.
bool read_ladder(Draft& draft, const Entry& entry, const md::Block& block, bool sure);

}  // namespace skydraft::understand
