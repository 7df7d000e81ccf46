#pragma once

#include "understand/sentence.hpp"

/// Sentences of languages whose verb comes last and whose particles follow what they mark: Japanese, Korean.
namespace skydraft::understand {

/// Requires  the draft's language is one of these. The same contract as read_sentence().
Stated read_verb_last(Draft& draft, const std::vector<Word>& words, std::string_view text,
                      const SentenceContext& context);

}  // namespace skydraft::understand
