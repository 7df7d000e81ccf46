#pragma once

#include "base/diagnostic.hpp"
#include "layout/graph.hpp"

namespace skydraft::layout {

struct Options {
  double aspect = 16.0 / 9.0;  ///< width / height that the whole drawing aims for
};

/// Gives every box a rectangle and every edge an orthogonal route.
///
/// Units     px at scale 1, y grows downwards; coordinates are absolute from the drawing's top-left corner.
/// Requires  every leaf has a size above zero and every label has been measured.
/// Ensures   all that layout/verify.hpp checks. Equal input gives equal output.
/// Reports   SKY0411 if an edge finds no free channel; it is then drawn across its obstacle.
PlacedGraph lay_out(const SizedGraph& graph, const Options& options, DiagnosticSink& sink);

}  // namespace skydraft::layout
