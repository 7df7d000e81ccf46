#pragma once

#include "understand/draft.hpp"

/// "Subnet: private-a", "Namespace: shop", "Runs on: EKS": labels and columns that say where a component stands.
namespace skydraft::understand {

struct Placing {
  bool places = false;
  const catalogue::Kind* kind = nullptr;  ///< of the container, where the label says it
};

/// What a label or a table's header (normalised) says about places.
Placing placing_of(const Draft& draft, std::string_view key, SectionId section);

/// "Subnet: private-a" under a thing: where it stands. False if the label says something else.
bool place_by_label(Draft& draft, const Entry& entry, ComponentId owner);

/// "In private subnets", a bullet under a thing: that is where it stands. False if the line says something else.
bool place_by_line(Draft& draft, const Entry& entry, ComponentId inner);

/// "(private subnets, awsvpc)" behind a thing's name: where it stands; nothing if the words name no network or subnet.
std::optional<Placement> place_in_parenthesis(const Draft& draft, ComponentId inner, std::string_view inside, Span span,
                                              SectionId section);

/// Puts the thing into its place, which is defined where the document has not done so.
void place(Draft& draft, const Placement& placement);

}  // namespace skydraft::understand
