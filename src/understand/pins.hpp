#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/pin.hpp"
#include "understand/draft.hpp"

namespace skydraft::understand {

/// The heading of a section about the picture ("Layout"); all other passes skip what stands under it.
bool is_about_the_picture(const Section& section);

/// The wishes of such sections, and of `more`, which says the same in lines of its own. Names are looked up when all
/// components are known; nothing is defined here.
/// Reports   SKY0214 for what names nothing, SKY0215 for what says no place.
std::vector<model::Pin> read_pins(Draft& draft, std::span<const std::string> more);

}  // namespace skydraft::understand
