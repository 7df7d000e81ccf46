#pragma once

#include "understand/classify.hpp"

/// Which component of this document a name in a drawing means: drawings shorten names that the text spells out.
namespace skydraft::understand {

/// The one component that the name means; nothing if there is none, or several.
std::optional<ComponentId> known_as(Draft& draft, const std::vector<Word>& name, const Reading& reading);

/// "orders svc" -> "orders service": short forms of everyday words written out.
std::vector<Word> written_out(const std::vector<Word>& words);

/// "MSK Kafka" where "Kafka" is known, "API" where there is an "API Container App": the one component whose name says
/// the same but for the service that it is. Looks at a bounded number of components.
std::optional<ComponentId> known_with_service(Draft& draft, const std::vector<Word>& name, const catalogue::Kind& kind);

/// The label is a short form of something that is there: "Frontend" of "Frontend Container App".
std::optional<ComponentId> known_as_whole(Draft& draft, const Entry& entry);

}  // namespace skydraft::understand
