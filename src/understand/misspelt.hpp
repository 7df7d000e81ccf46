#pragma once

#include "understand/reference.hpp"

/// Names of the document with a slip of the pen.
namespace skydraft::understand {

/// The component that words [from, to) name but for one slip in one of them: "Ordres API". Looks at the document's
/// first components.
std::optional<Reference> misspelt_name(Draft& draft, const std::vector<Word>& words, std::size_t from, std::size_t to);

/// "is assosiated with": where a participle is due, the one that the word misses by a letter; null: none.
const lexicon::VerbForm* misspelt_participle(const Word& word);

}  // namespace skydraft::understand
