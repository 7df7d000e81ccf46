#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "formats/json/tree.hpp"
#include "layout/graph.hpp"

/// Any graph in the JSON format of the Eclipse Layout Kernel, as elkjs reads it, laid out by this engine. The format:
/// https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html
namespace skydraft::elk {

/// A graph as read. Nodes of `sized` have the order in which they begin in the text; edges too, but those of the
/// children of a node come before the node's own.
struct Graph {
  json::Tree tree;  ///< all that was read; what this program does not know is written as it came
  layout::SizedGraph sized;
  std::vector<std::uint32_t> first_edge;  ///< of each edge of the text, its first in `sized`; one more at the end
  std::optional<double> aspect;           ///< elk.aspectRatio of the root
  bool has_ports = false;
};

/// Reads a graph.
///
/// Accepts   nested `children`, `ports`, `labels`, `edges` at any level between any two nodes or ports, edges with
/// several
///           sources or targets (each pair becomes a section of its own, SKY0412), `source`/`target` of older files,
///           ids that are numbers. What has no size gets one from its labels. Of the options it takes elk.direction,
///           elk.padding, elk.aspectRatio, elk.spacing.nodeNode, elk.layered.spacing.nodeNodeBetweenLayers and
///           elk.nodeLabels.placement, with or without their prefix.
/// Ignores   places and sizes of containers that an earlier layout has left. Fixed places of ports: a port stands where
///           its first edge ends.
/// Fails     with SKY0116 if the text is no JSON, with SKY0117 if it is no graph: the first thing wrong.
Result<Graph> read(const Source& source, DiagnosticSink& sink);

/// The same text with x, y, width, height of every node, port and label and the sections of every edge, all absolute.
std::string write(const Graph& graph, const layout::PlacedGraph& placed);

}  // namespace skydraft::elk
