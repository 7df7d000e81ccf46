#pragma once

#include "layout/p3_order/layer_graph.hpp"

namespace skydraft::layout {

/// Orders the vertices within each layer so that links cross little. Of equal orders the one nearer to the input stays.
///
/// Sweeps by barycentre and by median in turn, with switching of neighbours, from several starts; the best is kept.
/// Source    K. Sugiyama et al. 1981 (barycentre); P. Eades, N. C. Wormald, "Edge crossings in drawings of bipartite
///           graphs", Algorithmica 11, 1994 (median); Gansner et al. 1993, section 3 (transpose).
/// Cost      kSweeps * (vertices + links log links) for each start.
void reduce_crossings(LayerGraph& graph);

/// Source    W. Barth, M. Jünger, P. Mutzel, "Simple and Efficient Bilayer Cross Counting", GD 2002, LNCS 2528.
long count_crossings(const LayerGraph& graph);

}  // namespace skydraft::layout
