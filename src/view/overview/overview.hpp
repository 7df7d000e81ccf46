#pragma once

#include <string_view>

#include "model/architecture.hpp"
#include "view/picture.hpp"

namespace skydraft::view::overview {

/// Everything that matters on one page, at the level of services. Never fails: an empty document gives an empty
/// picture.
Picture make(const model::Architecture& architecture, std::string_view source_name, std::size_t views);

}  // namespace skydraft::view::overview
