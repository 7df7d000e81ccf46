#pragma once

#include <vector>

#include "layout/effort.hpp"
#include "layout/p5_route/field_router.hpp"

namespace skydraft::layout {

/// Finds a path for every edge; paths may still lie on top of each other (nudging spreads them). `blocked` gets the
/// edges that found no free way; their paths run across obstacles.
///
/// The drawing is cut into fields (FieldTree), outer ones are routed first: there the place is chosen where a route
/// passes into an inner field, and the inner field takes it up from that gate.
std::vector<Path> find_paths(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles,
                             const Effort& effort, std::vector<EdgeId>& blocked);

}  // namespace skydraft::layout
