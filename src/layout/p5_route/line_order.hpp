#pragma once

#include <cstddef>
#include <vector>

#include "layout/p5_route/path.hpp"

namespace skydraft::layout {

/// One segment of a path: the one that ends at point `index`.
struct SegmentRef {
  std::size_t path = 0;
  std::size_t index = 0;
};

/// Of two parallel segments on one line: must `s` lie after `t` (at the higher coordinate) so that their paths cross
/// as little as can be? Follows both paths as far as they run together, round all corners, to where they part.
///
/// Source    P. Groeneveld, "Wire ordering for detailed routing", IEEE Design & Test 6(6), 1989. Where both ends
/// disagree
///           the paths have to cross once; it is then decided at one end for all segments of the common way, so that
///           they do not cross again.
/// Cost      the length of the common way.
bool lies_after(const std::vector<Path>& paths, SegmentRef s, SegmentRef t);

/// Two parallel segments on one line, those that end at p[i] and q[k]: does the way that the paths have in common begin
/// with them, seen along p, and do the paths come to it from one side and part to the other, so that they have to
/// cross?
bool changes_sides(const std::vector<Point>& p, std::size_t i, const std::vector<Point>& q, std::size_t k);

}  // namespace skydraft::layout
