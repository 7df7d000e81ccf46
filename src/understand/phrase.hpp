#pragma once

#include "understand/reference.hpp"

/// A sentence as a row of pieces: things, verbs, and the small words between them.
namespace skydraft::understand {

enum class Part : std::uint8_t {
  Mention,      ///< refers to a component, or to what would be one
  Verb,         ///< of the lexicon, used as a verb
  Noun,         ///< any other word that carries meaning
  Determiner,   ///< "the", "its", numbers, and adjectives: what begins a noun phrase
  Preposition,  ///< `text` is the preposition: "to", "in front of"
  And,
  Comma,
  Colon,
  Break,  ///< a dash or semicolon: the subject may go on
  Stop,
  Auxiliary,
  Modal,
  Negation,
  Hypothesis,
  Pronoun,
  Relative,
  Subordinator,
  Example,  ///< "such as", "e.g.": what follows are examples
  Adverb,
  Parenthesis,  ///< words [from, to) are "(" … ")"
  Path          ///< "/api/*"
};

struct Piece {
  Part part = Part::Noun;
  std::size_t from = 0;  ///< words [from, to)
  std::size_t to = 0;
  std::string_view text;                    ///< Preposition: the preposition; else the first word in lower case
  std::optional<Reference> mention;         ///< Mention
  const lexicon::VerbForm* verb = nullptr;  ///< Verb
};

/// Cuts words into pieces. Which of noun and verb a word is ("requests", "stores", "build") is decided by what stands
/// beside it.
///
/// Requires  words are of `text`. Ensures pieces are in order and do not overlap. Does not change the draft.
/// Cost      linear: each decision looks a bounded number of words around.
std::vector<Piece> pieces_of(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section);

/// The pieces of the sentence that begins at words[at], its full stop included; `at` is then where the next begins.
/// What a sentence brings in is known to the pieces of the next. Puts them into the memory of `before`.
std::vector<Piece> next_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section,
                                 std::size_t& at, std::vector<Piece> before);

/// "A cache in front of it?" says nothing of what there is: the piece ends a question.
bool ends_question(const Piece& piece, const std::vector<Word>& words, std::string_view text);

}  // namespace skydraft::understand
