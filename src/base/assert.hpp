#pragma once

#include <string_view>

namespace skydraft {

/// Ends the process with a message; called only where a promise of our own code is broken, never for user input.
[[noreturn]] void broken_promise(std::string_view what, std::string_view file, int line);

}  // namespace skydraft

/// States a promise that our own code keeps. Checked in every build: a wrong picture is worse than a stop.
#define SKYDRAFT_ASSERT(condition, what)                                      \
  do {                                                                        \
    if (!(condition)) ::skydraft::broken_promise((what), __FILE__, __LINE__); \
  } while (false)
