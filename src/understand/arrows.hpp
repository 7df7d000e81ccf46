#pragma once

#include "understand/sentence.hpp"

/// Arrow chains in text: "Client → API Gateway → orders-service".
namespace skydraft::understand {

/// Relations between neighbours of each arrow. What stands between two arrows is a known thing or, where it looks like
/// a name, a new one.
Stated read_arrows(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context);

/// Most texts have no byte of an arrow that leads on ("->", "→").
inline bool may_have_arrow(std::string_view text) {
  return text.find('>') != std::string_view::npos || text.find('\xE2') != std::string_view::npos;
}

}  // namespace skydraft::understand
