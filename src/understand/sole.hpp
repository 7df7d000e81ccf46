#pragma once

#include <algorithm>
#include <optional>

#include "understand/draft.hpp"

namespace skydraft::understand {

inline constexpr std::size_t kMaxSearched = 256;  ///< components looked through for the one that is meant

/// The one among the first components for which this holds; none if there are several.
template <class Holds>
std::optional<ComponentId> sole(Draft& draft, Holds&& holds) {
  std::optional<ComponentId> only;
  const std::size_t n = std::min(draft.parts.size(), kMaxSearched);
  for (std::uint32_t i = 0; i < n; ++i)
    if (holds(ComponentId{i})) {
      if (only) return std::nullopt;
      only = ComponentId{i};
    }
  return only;
}

}  // namespace skydraft::understand
