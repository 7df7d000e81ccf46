#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/wish.hpp"
#include "model/pin.hpp"
#include "view/picture.hpp"

namespace skydraft::view {

/// A wish about nodes of a picture, with the number of the pin that it is from.
struct PictureWish {
  layout::Wish wish;
  std::uint32_t pin = 0;
};

/// The document's wishes for the layout, each about the nodes that show its components. Left out: those about what has
/// no node here, or one for both.
std::vector<PictureWish> wishes_of(const Picture& picture, std::span<const model::Pin> pins);

}  // namespace skydraft::view
