#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "layout/effort.hpp"
#include "layout/graph.hpp"
#include "layout/wish.hpp"

namespace skydraft::layout {

struct Options {
  double aspect = 16.0 / 9.0;  ///< width / height that the whole drawing aims for
  /// Where the nodes stood in an earlier drawing; no rows, or empty where a node is new. What stands there already
  /// keeps its place among its siblings, and what is new is placed between, as far as the drawing does not become much
  /// smaller on its page by that.
  SideTable<NodeId, Rect> previous;
  /// Granted in order as far as nothing leaves its container, zone or lane for it; comes_true() says which came true.
  std::vector<Wish> wishes;
  Effort effort;
};

/// Gives every box a rectangle and every edge an orthogonal route.
///
/// Units     px at scale 1, y grows downwards; coordinates are absolute from the drawing's top-left corner.
/// Requires  every leaf has a size above zero and every label has been measured.
/// Ensures   all that layout/verify.hpp checks. Equal input gives equal output.
/// Reports   SKY0411 if an edge finds no free channel; it is then drawn across its obstacle.
PlacedGraph lay_out(const SizedGraph& graph, const Options& options, DiagnosticSink& sink);

}  // namespace skydraft::layout
