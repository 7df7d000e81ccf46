#pragma once

#include <functional>

#include "layout/p5_route/obstacles.hpp"
#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// The best single segment between two nodes, or an empty path. `cost` says what a route costs among the others.
Path straight_path(const Obstacles& obstacles, const std::array<PortSide, 4>& from, const std::array<PortSide, 4>& to,
                   NodeId a, NodeId b, const std::function<double(const Path&)>& cost);

}  // namespace skydraft::layout
