#pragma once

#include "understand/reference.hpp"

/// Names that a sentence gives in passing: "the webhook Lambda", "an orders queue", "**proxypool**".
namespace skydraft::understand {

/// A thing with a name of its own that begins at words[at] and that the document has not defined: what would be a
/// component. `found` is what reference_at() finds there; `determined`: an article or a preposition stands before it.
///
/// Ensures   never a technology, never a description alone ("the managed database"); does not change the draft.
std::optional<Reference> own_name_at(Draft& draft, const std::vector<Word>& words, std::size_t at,
                                     std::string_view text, SectionId section, bool determined,
                                     const std::optional<Reference>& found);

/// What words[at] names: reference_at(), or the longer name of its own that begins there.
std::optional<Reference> thing_at(Draft& draft, const std::vector<Word>& words, std::size_t at, std::string_view text,
                                  SectionId section, bool determined);

}  // namespace skydraft::understand
