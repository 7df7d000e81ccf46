#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "understand/draft.hpp"

/// What a text says that a thing is made of and how much of it there is: "PostgreSQL 15", "Python 3.12", "4 to 12
/// tasks", "kept for 30 days", "S2 tier".
namespace skydraft::understand {

/// Adds these facts to `id`. `words` have their offsets in `text`; `places`: those among them where facts may begin.
void read_product_facts(Draft& draft, ComponentId id, const std::vector<Word>& words, std::string_view text, Span span,
                        std::span<const std::size_t> places);

}  // namespace skydraft::understand
