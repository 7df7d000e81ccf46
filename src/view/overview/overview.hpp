#pragma once

#include <string_view>

#include "model/architecture.hpp"
#include "view/picture.hpp"
#include "view/selection.hpp"
#include "view/sheet.hpp"

namespace skydraft::view::overview {

/// Everything that matters on one page, at the level of services. Never fails: an empty document gives a picture that
/// says so.
Picture make(const model::Architecture& architecture, std::string_view source_name, std::size_t views);

/// The same for a part of the architecture: a themed view. What it leaves out is named in its notes.
Picture make_themed(const model::Architecture& architecture, const Selection& selection, const Place& place);

}  // namespace skydraft::view::overview
