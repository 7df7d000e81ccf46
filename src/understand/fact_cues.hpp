#pragma once

#include <cstdint>
#include <vector>

#include "understand/words.hpp"

/// Where a text may state a typed fact: most words are none of those that facts begin with.
namespace skydraft::understand {

/// Knows the words that a fact of attributes.cpp or product_facts.cpp may begin with. A new kind of fact is read only
/// where its first word is known here.
///
/// Cost  a look at each distinct word, and a bounded number of words around those that say something only with others.
class FactCues {
 public:
  /// Whether a fact may begin at words[at], which may be a mark.
  bool at(const std::vector<Word>& words, std::size_t at);
  /// Places of words [from, to) where one may.
  std::vector<std::size_t> among(const std::vector<Word>& words, std::size_t from, std::size_t to);
  /// Where the last of them ends; `from` if there is none, or marks alone.
  std::size_t end(const std::vector<Word>& words, std::size_t from, std::size_t to);

 private:
  enum class Cue : std::uint8_t {
    Unknown,
    None,
    Fact,
    Place,  ///< "in the private subnets"
    Host,   ///< "on ECS Fargate"
    Time,   ///< "at 04:00", "at most 10"
    Bound   ///< "up to 10"
  };

  Cue cue(const WordText& text);
  static Cue cue_of(const WordText& text);

  std::vector<Cue> cues_;  ///< by WordText::number
};

}  // namespace skydraft::understand
