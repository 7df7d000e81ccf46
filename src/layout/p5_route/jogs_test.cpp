#include "layout/p5_route/jogs.hpp"

#include <gtest/gtest.h>

namespace skydraft::layout {
namespace {

TEST(RemoveJogs, KeepsAPathFromRunningAlongTheSideThatItStartsAt) {
  SizedGraph graph;
  Node box;
  box.key = "a";
  const NodeId a = graph.add(box);
  box.key = "b";
  const NodeId b = graph.add(box);
  Edge edge;
  edge.from = a, edge.to = b;
  graph.add(edge);
  Placement placement{SideTable<NodeId, Rect>(3), SideTable<NodeId, Rect>(3), SideTable<NodeId, Rect>(3)};
  placement.rects[SizedGraph::root()] = {0, 0, 400, 200};
  placement.rects[a] = {20, 100, 140, 40}, placement.rects[b] = {240, 80, 40, 40};
  const auto north = port_sides(graph, placement, a, b)[0], west = port_sides(graph, placement, b, a)[3];
  std::vector<Path> paths{{{{80, 100}, {80, 90}, {200, 90}, {200, 100}, {240, 100}}, north, west, 0}};
  remove_jogs(graph, Obstacles(graph, placement), paths, 80);
  ASSERT_GE(paths[0].points.size(), 3U);
  EXPECT_EQ(paths[0].points[0].x, paths[0].points[1].x);
}

}  // namespace
}  // namespace skydraft::layout
