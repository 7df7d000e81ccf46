#pragma once

#include "model/architecture.hpp"
#include "view/picture.hpp"
#include "view/sheet.hpp"

namespace skydraft::view {

/// True if the flow's steps connect enough to be worth lifelines.
bool has_sequence(const model::Architecture& architecture, const model::Flow& flow);

/// The flow as a sequence diagram: who takes part from left to right in order of appearance, one message for each
/// relation of a step, the step's words above its last one. Answers that the document does not state are not drawn.
Picture make_sequence(const model::Architecture& architecture, const model::Flow& flow, const Place& place);

}  // namespace skydraft::view
