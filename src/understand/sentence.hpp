#pragma once

#include "understand/enumerations.hpp"
#include "understand/reference.hpp"

/// Relations and placements that a sentence states.
namespace skydraft::understand {

struct Stated {
  std::vector<RelationId> relations;   ///< in the order of the text
  std::vector<ComponentId> subjects;   ///< who acts, in the order of the text
  std::vector<ComponentId> mentioned;  ///< everything that the text refers to, in order
  std::vector<ComponentId> targets;    ///< the far ends of the last relation
  std::vector<ComponentId> goes_on;    ///< who acts next where nobody is named: "It …"
  bool placed = false;                 ///< it says where something is
  bool negated = false;
};

struct Piece;

struct SentenceContext {
  SectionId section;
  std::vector<ComponentId> subject;  ///< who acts where the sentence does not say
  std::vector<ComponentId> giver;    ///< who hands over what is moved where a passive sentence names no agent
  Span span;                         ///< evidence
  bool actors = false;               ///< people and devices that only this text names become components
  /// Where the text stands, if the evidence is to be each sentence and not the whole of `span`.
  const md::InlineText* origin = nullptr;
  /// Where sentences before were cut into pieces: memory for the pieces of this one.
  std::vector<Piece>* memory = nullptr;
  bool prose = false;                   ///< running text: what is told to the reader is no part of it
  bool definition = false;              ///< the text says what the subject is: its first noun is the subject's kind
  bool drawn = false;                   ///< a line of a drawing: what stands between its arrows are names
  int nesting = 0;                      ///< parentheses around the text
  std::vector<ComponentId> stand = {};  ///< where what travels has got to
  Listed listed = {};                   ///< what the list under the sentence names
};

/// Reads words of `text` (offsets of words count in it).
Stated read_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text,
                     const SentenceContext& context);

/// "not", "never", "could", "would": what a sentence with such a word says is not so, or not yet.
bool denies(lexicon::Query word);

}  // namespace skydraft::understand
