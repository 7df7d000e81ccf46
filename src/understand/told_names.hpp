#pragma once

#include "understand/draft.hpp"

/// Things that only sentences name.
namespace skydraft::understand {

/// "- an internet-facing load balancer that forwards to the instances": what a list enumerates is there before any of
/// its items is read, for they speak of each other.
void define_listed(Draft& draft);

/// A document that only tells: every service that it names by name and does not deny belongs to what it tells of. Of
/// one that lists its components, the services that only its sentences name.
void read_bare_names(Draft& draft);

}  // namespace skydraft::understand
