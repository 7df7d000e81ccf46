#pragma once

#include "understand/sentence.hpp"

/// Arrow chains in text: "Client → API Gateway → orders-service".
namespace skydraft::understand {

/// Relations between neighbours of each arrow. What stands between two arrows is a known thing or, where it looks like
/// a name, a new one.
Stated read_arrows(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context);

}  // namespace skydraft::understand
