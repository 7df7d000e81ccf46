#pragma once

#include <vector>

#include "geometry/geometry.hpp"

namespace skydraft::scene {

/// A step along a line with rounded corners: straight to `to`, or, if `curved`, a quadratic curve with `control`.
struct PathStep {
  geometry::Point to;
  geometry::Point control;
  bool curved = false;
};

/// What to draw from points.front() on. A corner's radius is at most half of each of its segments, so that neighbouring
/// corners never meet.
std::vector<PathStep> rounded(const geometry::Polyline& points, double radius);

}  // namespace skydraft::scene
