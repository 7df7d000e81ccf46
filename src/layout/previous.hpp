#pragma once

#include <functional>
#include <map>
#include <string>

#include "layout/graph.hpp"

/// An earlier drawing of about the same graph, by the keys of its nodes: what Options::previous is made from, and how
/// far a new drawing is from it.
namespace skydraft::layout {

using Places = std::map<std::string, Rect, std::less<>>;  ///< absolute px

struct Earlier {
  std::string view;  ///< which picture it is; empty: the only one
  Places places;
};

/// Where the nodes of this graph stood; empty where the places do not say.
SideTable<NodeId, Rect> places_before(const SizedGraph& graph, const Places& places);

/// How far the leaves that are in both drawings have moved, by their middles.
struct Movement {
  std::size_t nodes = 0;
  double median = 0;    ///< px
  double farthest = 0;  ///< px
  std::string key;      ///< of the node that moved farthest
};

Movement movement(const SizedGraph& graph, const PlacedGraph& placed, const Places& before);

}  // namespace skydraft::layout
