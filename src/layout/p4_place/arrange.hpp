#pragma once

#include "layout/p4_place/plan.hpp"

/// One function per arrangement. Each places the flow children of a container in a content area that is at least
/// `given` large; with an empty `given` the size of the result is the least that the container needs.
///
/// Requires  Plan::least of all that is inside.
/// Ensures   boxes are disjoint (bands over zones excepted) and inside the returned size.
namespace skydraft::layout {

Arranged arrange_row(const Plan& plan, NodeId id, Size given);
Arranged arrange_column(const Plan& plan, NodeId id, Size given);  ///< Column and Guide; guides are followed later
Arranged arrange_beside(const Plan& plan, NodeId id, Size given);
bool stands_in_a_row(const Plan& plan, NodeId id);  ///< of a container that is arranged so: or in a column?
Arranged arrange_grid(const Plan& plan, NodeId id, Size given);
Arranged arrange_wall(const Plan& plan, NodeId id, Size given);
Arranged arrange_zonal(Plan& plan, NodeId id, Size given);  ///< also notes Plan::zones for its bands
Arranged arrange_layered(const Plan& plan, NodeId id, Size given);
Arranged arrange_members(const Plan& plan, NodeId id,
                         Size given);  ///< of a band: zonal members mirrored about its middle

/// Whether the children of a band are placed by arrange_members.
bool has_members(const Plan& plan, NodeId id);

/// Whether a child of a Row takes the full height.
bool fills_height(const Plan& plan, NodeId id);

/// Places the children of any container; `given` as above.
Arranged arrange(Plan& plan, NodeId id, Size given);

/// Runs the layered phases for a container whose children have been measured.
LayeredResult layer_children(const Plan& plan, NodeId id);

/// Row heights of a Grid, for containers that share them.
std::vector<Extent> grid_rows(const Plan& plan, NodeId id);

}  // namespace skydraft::layout
