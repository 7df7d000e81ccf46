#pragma once

#include <functional>

#include "layout/p5_route/leg.hpp"
#include "layout/p5_route/obstacles.hpp"

namespace skydraft::layout {

/// The best single segment between two nodes, or an empty path. `cost` says what a route costs among the others.
Path straight_path(const Obstacles& obstacles, const StopSides& from, const StopSides& to,
                   const std::function<double(const Path&)>& cost);

}  // namespace skydraft::layout
