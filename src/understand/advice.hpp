#pragma once

#include <string_view>

#include "understand/draft.hpp"

namespace skydraft::understand {

/// The name of a service of the document's cloud that any program of one's own may be: the example in an advice.
std::string_view example_service(const Draft& draft);

}  // namespace skydraft::understand
