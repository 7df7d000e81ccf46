#pragma once

#include <optional>

#include "understand/draft.hpp"

/// Lists under a sentence that counts them: "The API calls one of two Lambdas:" and then their names.
namespace skydraft::understand {

/// What a lead-in says of the items below it.
struct Enumeration {
  const catalogue::Kind* kind = nullptr;  ///< of which each item is one
  Range phrase;                           ///< "one of two Lambdas": stands for all of them in the lead-in's text
};

/// Nothing unless the lead-in ends with a colon, counts things of a kind, and each item of the list or row of the table
/// begins with a name.
std::optional<Enumeration> enumeration_of(const Draft& draft, EntryId lead);

/// What the list below a sentence names.
struct Listed {
  Range phrase;  ///< what stands for them in the sentence's text; empty: they are how it ends ("It writes to:")
  std::vector<ComponentId> items;
};

Listed listed_below(const Draft& draft, EntryId lead);

/// A name that is somebody else's: "**PostgreSQL** keeps …" in a list of services is PostgreSQL.
bool is_known_service(const Draft& draft, const Entry& item, Range name);

/// "**orders** for everything else": the bold or code run that the item begins with; empty if it begins with none.
Range leading_name(const Entry& item);

/// "all the fields in the table": what follows is in a thing, and is none.
bool is_field(const Word& word);

}  // namespace skydraft::understand
