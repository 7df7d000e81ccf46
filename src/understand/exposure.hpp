#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// Who may reach a component, as its text says: "internet-facing", "not publicly accessible" (attribute `public`),
/// "allows 80 and 443 from anywhere", "listener on 443" (attribute `port`).
/// \param places  words that fact_cues found: only they are looked at
void read_exposure(Draft& draft, ComponentId id, const std::vector<Word>& words, Span span,
                   std::span<const std::size_t> places);

}  // namespace skydraft::understand
