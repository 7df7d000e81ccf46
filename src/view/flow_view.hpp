#pragma once

#include "model/architecture.hpp"
#include "view/picture.hpp"
#include "view/sheet.hpp"

namespace skydraft::view {

/// True if a picture of this flow says more than the overview: it has steps that connect things, and the document has
/// things that it does not touch.
bool has_flow_view(const model::Architecture& architecture, const model::Flow& flow);

/// The overview with this flow lit and everything else faded: the graph, and so the placement, stays the same
/// (VISUAL.md section 10).
Picture light_flow(Picture overview, const model::Architecture& architecture, const model::Flow& flow,
                   const Place& place);

}  // namespace skydraft::view
