#pragma once

#include <vector>

#include "understand/words.hpp"

/// What documents say beside the architecture.
namespace skydraft::understand {

/// True if a heading with these words is about costs, set-up, history or what may come: no part of the architecture.
/// "Cost Explorer", a service, is one.
bool is_aside(const std::vector<Word>& words);

}  // namespace skydraft::understand
