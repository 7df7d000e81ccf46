#pragma once

#include "layout/layout.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// Gives every box its rectangle: sizes bottom-up, places top-down, then aligns what may float with what it is
/// connected to.
///
/// Requires  leaves have sizes; containers and slots may be anything.
/// Ensures   verify_placement() finds nothing; equal input gives equal output.
/// Cost      O((nodes + edges) log nodes) for a fixed number of folding trials (fold.hpp).
Placement place(const SizedGraph& graph, const Options& options);

}  // namespace skydraft::layout
