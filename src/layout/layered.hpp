#pragma once

#include <vector>

#include "layout/graph.hpp"

/// The layered arrangement of one container: sizes and arcs in, rectangles out.
namespace skydraft::layout {

/// What the layered arrangement needs to know of one container's children and of the edges lifted to them.
struct LayeredInput {
  struct Arc {
    int from = 0;
    int to = 0;
    double weight = 1;      ///< how much it pulls its ends together and wants to be straight
    double from_port = -1;  ///< px of the port along the cross axis, from the box's top (left if Down); below 0: centre
    double to_port = -1;
    bool labelled = false;
    double label_extent = 0;  ///< px that the label needs along the direction
  };
  std::vector<Size> sizes;
  std::vector<Arc> arcs;
  Direction direction = Direction::Right;
  double gap = 16;               ///< px between boxes of one layer
  double layer_gap = 48;         ///< px between layers
  double aspect = 16.0 / 9.0;    ///< wanted width / height
  std::vector<int> fixed_layer;  ///< empty, or one for each box: its layer, below 0: free
};

struct LayeredResult {
  std::vector<Rect> rects;  ///< one for each of LayeredInput::sizes, in the same order, none left or above of 0
  Size size;                ///< of all rects together
  friend bool operator==(const LayeredResult&, const LayeredResult&) = default;
};

/// Places boxes in layers along the direction so that arcs point forward, are short, straight and cross little.
///
/// Ensures   no two boxes overlap; boxes of one layer keep `gap`; equal input gives equal output.
/// Source    K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures",
///           IEEE Trans. SMC 11(2), 1981; the phases name theirs (p1_cycles, p2_layers, p3_order,
///           p4_place/coordinates).
/// Cost      linear in boxes, arcs and the layers that arcs pass, per sweep; sweeps are bounded.
LayeredResult place_layered(const LayeredInput& input);

}  // namespace skydraft::layout
