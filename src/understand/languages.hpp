#pragma once

#include "understand/outline.hpp"
#include "understand/words.hpp"

/// Documents in other languages than English: their small words and verbs by the English ones that the readers know.
namespace skydraft::understand {

/// The language that the document's first words are in, if the lexicon has it: "pt", "ja"; empty: English, or unknown.
///
/// Cost  bounded: looks at a few thousand words.
std::string_view language_of(const Outline& outline);

/// Puts English into `lower` of the words that the lexicon translates ("envia" becomes "sends"); names, which are
/// compared by `norm`, stay. Words in code and in the catalogue's longer names are left alone.
void put_in_english(std::string_view language, std::vector<Word>& words);
void put_in_english(std::string_view language, Outline& outline);

/// In Romance languages what describes a thing comes after it: "a API de pedidos".
bool describes_after(std::string_view language);
/// Languages whose sentences say first what stands where, and what happens last.
bool is_verb_last(std::string_view language);

}  // namespace skydraft::understand
