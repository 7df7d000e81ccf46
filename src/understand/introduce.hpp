#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// Components that a sentence introduces by what they are: "`backfill` is a standalone Fargate task that …".
/// Reads bullets, steps and paragraphs; the name is in code, in bold, or written with capitals.
void introduce(Draft& draft);

/// What the noun phrase that begins at words[at] says that a thing is: its last noun before a preposition, a clause or
/// a mark. Null: nothing that would be a component.
const catalogue::Kind* kind_of_phrase(const Draft& draft, const std::vector<Word>& words, std::size_t at,
                                      SectionId section);

/// "The importer does the following:", "The API exposes the following endpoints:": whom the lines below speak of.
std::optional<ComponentId> introduced_by(Draft& draft, EntryId line);

}  // namespace skydraft::understand
