#pragma once

#include <vector>

#include "understand/draft.hpp"

/// Bullets that name what there is in more than a bare name: "6 build triggers for staging", "EC2 instances, an ALB and
/// IAM roles".
namespace skydraft::understand {

/// The components that such a bullet defines; empty if it is none.
std::vector<ComponentId> define_inventory(Draft& draft, const Entry& entry);

}  // namespace skydraft::understand
