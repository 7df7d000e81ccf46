#pragma once

#include <vector>

#include "understand/words.hpp"

namespace skydraft::understand {

/// "instead of MongoDB", "we chose Kafka over RabbitMQ": the name that begins at words[at] is of what was not taken.
bool is_turned_down(const std::vector<Word>& words, std::size_t at);

}  // namespace skydraft::understand
