#pragma once

#include "understand/draft.hpp"

/// "The web tier consists of two EC2 instances", "the data tier is an Aurora cluster": what a tier is called by.
namespace skydraft::understand {

/// Makes the names of tiers names of what they are made of.
void name_tiers(Draft& draft);

}  // namespace skydraft::understand
