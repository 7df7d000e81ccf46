#pragma once

#include "understand/draft.hpp"

/// Names that no catalogue has.
namespace skydraft::understand {

/// "Feast keeps its online store in Redis": a word that is written like a name throughout, inside sentences too, and
/// that does something to a known thing, is a service of the document's own. Only in languages where nouns have no
/// capitals.
///
/// Cost      linear: looks ahead a bounded number of words from each word with a capital that is followed by a verb.
void find_proper_names(Draft& draft);

}  // namespace skydraft::understand
