#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>

namespace skydraft::layout {

/// Nodes above which a drawing is so large that there is less work for each of them.
inline constexpr std::size_t kManyNodes = 400;

/// How much work is spent on making a drawing better, in ms of a usual machine. It is counted in trials and steps and
/// not by a clock: the same effort gives the same bytes everywhere. What any drawing needs is done whatever it is.
struct Effort {
  double ms = std::numeric_limits<double>::infinity();

  /// Of untangling: about half a microsecond each, at most a tenth of the whole.
  std::size_t trials(std::size_t most) const { return share(most, 170); }
  /// Of searching for routes: about 60 ns each.
  std::size_t steps(std::size_t most) const { return share(most, 8000); }

 private:
  std::size_t share(std::size_t most, double in_a_ms) const {
    const double all = std::max(0.0, ms) * in_a_ms;
    return all < static_cast<double>(most) ? static_cast<std::size_t>(all) : most;
  }
};

}  // namespace skydraft::layout
