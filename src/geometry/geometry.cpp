#include "geometry/geometry.hpp"

#include <cmath>

namespace skydraft::geometry {

double snap(double value) { return std::round(value * 100.0) / 100.0 + 0.0; }

}  // namespace skydraft::geometry
