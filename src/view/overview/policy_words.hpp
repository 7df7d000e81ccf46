#pragma once

#include <string>

#include "model/architecture.hpp"

namespace skydraft::view::overview {

/// What the policy's attributes say in few words: "daily, kept 7 days", "on CPU, memory", "TLS in transit"; empty if it
/// has none that say something.
std::string terms_of(const model::Policy& policy);

}  // namespace skydraft::view::overview
