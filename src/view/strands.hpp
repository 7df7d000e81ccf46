#pragma once

#include <vector>

#include "model/architecture.hpp"
#include "view/picture.hpp"

namespace skydraft::view {

/// The family of edges that a flow's steps are drawn as: by the words of its title, else by what its relations are.
Strand strand_of(const model::Flow& flow, const model::Architecture& architecture);

/// How a relation outside of flows is drawn; Control is drawn in detail views only.
Strand strand_of(const model::Relation& relation);

}  // namespace skydraft::view
