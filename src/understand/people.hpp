#pragma once

#include "understand/reference.hpp"

/// People and devices: told apart by what they are called, not by their kind.
namespace skydraft::understand {

/// What a hit means that may be an actor of this kind; nothing if the words call nobody so.
std::optional<Reference> person_of(const Draft& draft, const std::vector<Word>& words, std::string_view text,
                                   const CatalogueHit& hit, const catalogue::Kind& kind);

/// The actor whose name begins at words[at]: "mobile users", "the iOS and Android apps".
std::optional<Reference> person_at(const std::vector<Word>& words, std::string_view text, std::size_t at);

/// "Rider app", "customer portal" at words[at]: what people use, not who they are.
bool names_software(const std::vector<Word>& words, std::size_t at);

}  // namespace skydraft::understand
