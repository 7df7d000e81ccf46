#pragma once

#include <span>
#include <string>
#include <string_view>

namespace skydraft::pipeline {

/// The candidate that `wanted` is most likely a slip for, by optimal string alignment distance without regard to case
/// or to a missing extension; empty if none is near. Of equally near ones the first in alphabetical order.
std::string nearest(std::string_view wanted, std::span<const std::string> candidates);

/// The file in the folder of `path` whose name is nearest to it, as a path; empty if none is.
std::string nearest_file(std::string_view path);

}  // namespace skydraft::pipeline
