#pragma once

#include "layout/graph.hpp"

namespace skydraft::layout {

/// Where every box stands, before any edge is routed: absolute px, y down, on the 0.01 px grid.
struct Placement {
  SideTable<NodeId, Rect> rects;
  SideTable<NodeId, Rect> titles;  ///< empty where there is none
  SideTable<NodeId, Rect> notes;   ///< empty where there is none
};

}  // namespace skydraft::layout
