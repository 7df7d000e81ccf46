#pragma once

#include "layout/p4_place/plan.hpp"

namespace skydraft::layout {

/// Sets Plan::least and Plan::measured of everything inside and of the container itself, bottom-up. Cost: linear, apart
/// from Layered containers.
void measure_all(Plan& plan);

/// The same for these containers and all around them, whose other children stay as they are.
void measure_again(Plan& plan, const std::vector<NodeId>& changed);

/// Measures one container again, its children being measured. Returns false if it is as before, with all that is in it;
/// that is found out of Layered containers only.
bool measure(Plan& plan, NodeId id);

}  // namespace skydraft::layout
