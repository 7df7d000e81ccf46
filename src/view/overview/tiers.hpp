#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/architecture.hpp"

/// Zones and tiers of a network, as far as the document tells: the columns and the rows of its zonal grid.
namespace skydraft::view::overview {

using model::ComponentId;
class Survey;

enum class SubnetTier : std::uint8_t { Public, Private, Data };

/// What a subnet's attributes, kind or name say about who may reach it; empty if nothing does.
std::optional<SubnetTier> tier_of_subnet(const Survey& survey, ComponentId subnet);

/// The tier that a component asks for by its placement attribute or by its kind ("bastion"); empty if it does not.
std::optional<SubnetTier> stated_tier(const Survey& survey, ComponentId id);

struct Zone {
  std::string name;  ///< "Availability Zone A"; empty: the document knows none, it has no frame
  std::optional<ComponentId> component;
  std::vector<ComponentId> subnets;
  bool counted = false;  ///< one of several of which the document says only how many: each has a part of each subnet
};

std::vector<ComponentId> subnets_of(const Survey& survey, ComponentId network);

/// The columns of a network from left to right, as many as the document counts; one unnamed zone if it knows none.
std::vector<Zone> zones_of(const Survey& survey, ComponentId network);

/// The network has subnets, and each says its tier or its zone.
bool tiers_are_known(const Survey& survey, ComponentId network);

}  // namespace skydraft::view::overview
