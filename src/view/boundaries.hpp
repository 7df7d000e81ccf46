#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/architecture.hpp"

/// Trust boundaries: what a security group, or its like, lets traffic through to.
namespace skydraft::view {

struct Boundary {
  model::ComponentId group;
  std::vector<model::ComponentId> members;  ///< each is of one boundary only
  bool assumed = false;                     ///< no sentence says so: the group bears the name of its members
};

/// The groups of a document with what they protect; those of which nothing is known are left out.
/// Cost: groups times components, and relations.
std::vector<Boundary> boundaries_of(const model::Architecture& architecture);

bool is_boundary(const model::Component& component);

/// Who a policy lets in is the internet, not a thing of the document.
bool is_open_to_all(const model::Policy& policy);

/// The words of a security group's name or rule that tell which tier is meant: "web tier only" is "web".
std::string without_group_words(std::string_view text);

}  // namespace skydraft::view
