#pragma once

#include <compare>
#include <cstdint>

namespace skydraft {

/// A dense index into the table of one kind of thing. No arithmetic, no implicit int: ids of two kinds cannot be mixed
/// up.
template <class Tag>
struct Id {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace skydraft
