#pragma once

#include <string>

#include "understand/draft.hpp"

/// Slips of the pen: words that are nearly a name.
namespace skydraft::understand {

/// The name of a component of this document, or the catalogue's name of one word, that differs from the word by one
/// slip (by two from eight letters on); empty if there is none, or if the word means something itself. Of equally near
/// names a component's wins, then the first in alphabetical order. Cost: the components' words and the catalogue's
/// names with the same first letter; ask it of few words.
std::string nearly_named(const Draft& draft, const Word& word);

}  // namespace skydraft::understand
