#pragma once

#include <vector>

#include "layout/p3_order/layer_graph.hpp"

namespace skydraft::layout {

/// Gives each vertex its coordinate across the layers, from 0, so that many links are straight.
///
/// Ensures   the order within each layer and the gap between neighbours are kept; all links between dummies are
/// straight
///           unless two of them cross.
/// Source    U. Brandes, B. Köpf, "Fast and Simple Horizontal Coordinate Assignment", GD 2001, LNCS 2265, pp. 31-44,
/// with
///           the erratum by U. Brandes, J. Walter, J. Zink, arXiv:2008.01252, 2020. Sizes and ports: U. Rüegg et al.,
///           "Size- and Port-Aware Horizontal Node Coordinate Assignment", GD 2015, LNCS 9411. Deviations: blocks are
///           compacted by longest paths, first to the lowest, then to the highest coordinates, instead of by classes
///           and shifts; the straightest of the four alignments and their mean is taken, then single vertices are moved
///           where that makes more links straight.
/// Cost      linear in vertices and links, times the links of a vertex.
std::vector<double> assign_coordinates(const LayerGraph& graph, double gap);

}  // namespace skydraft::layout
