#pragma once

#include "understand/draft.hpp"

/// Subnets that a text counts or tells apart in passing: "a VPC with two public and two private subnets".
namespace skydraft::understand {

/// Defines what the entry brings in; nothing that is there already.
void define_subnets(Draft& draft, const Entry& entry);

}  // namespace skydraft::understand
