#include <gtest/gtest.h>

#include "layout/layout.hpp"
#include "layout/p4_place/place.hpp"
#include "layout/verify.hpp"

namespace skydraft::layout {
namespace {

NodeId add(SizedGraph& graph, const char* key, NodeId parent, Size size) {
  Node node;
  node.key = key, node.parent = parent, node.size = size;
  return graph.add(std::move(node));
}

NodeId add_box(SizedGraph& graph, const char* key) {
  Node node;
  node.key = key, node.role = Role::Container, node.padding = {10, 10, 10, 10};
  return graph.add(std::move(node));
}

void connect(SizedGraph& graph, NodeId from, NodeId to) {
  Edge edge;
  edge.from = from, edge.to = to;
  graph.add(std::move(edge));
}

struct Twisted {
  SizedGraph graph;
  NodeId a, b, c, d;
  explicit Twisted(Size of_second) {
    const NodeId left = add_box(graph, "left"), right = add_box(graph, "right");
    a = add(graph, "a", left, {120, 40}), b = add(graph, "b", left, of_second);
    c = add(graph, "c", right, {120, 40}), d = add(graph, "d", right, {120, 40});
    connect(graph, a, d), connect(graph, b, c);
  }
};

bool crossed(const Twisted& g, const Placement& p) {
  const bool stacked = p.rects[g.a].x == p.rects[g.b].x && p.rects[g.c].x == p.rects[g.d].x;
  const double left = stacked ? p.rects[g.a].y - p.rects[g.b].y : p.rects[g.a].x - p.rects[g.b].x;
  const double right = stacked ? p.rects[g.d].y - p.rects[g.c].y : p.rects[g.d].x - p.rects[g.c].x;
  return left * right < 0;
}

TEST(Untangle, UntwistsEdgesBetweenContainers) {
  const Twisted twisted({120, 40});
  const Placement placement = place(twisted.graph, {});
  EXPECT_FALSE(crossed(twisted, placement));
  EXPECT_TRUE(verify_placement(twisted.graph, placement).empty());
}

TEST(Untangle, KeepsBoxesOfDifferentSizeWhereTheyFit) {
  const Twisted twisted({80, 70});
  EXPECT_TRUE(verify_placement(twisted.graph, place(twisted.graph, {})).empty());
}

TEST(Untangle, LeavesWhatStandsInZones) {
  SizedGraph graph;
  const NodeId zonal = add_box(graph, "zonal");
  graph[zonal].arrangement = Arrangement::Zonal;
  constexpr std::size_t kItems = 5;
  std::vector<NodeId> items;
  for (const int column : {0, 1}) {
    Node zone;
    zone.key = column == 0 ? "left" : "right", zone.parent = zonal, zone.role = Role::Container;
    zone.slot.column = column;
    const NodeId id = graph.add(std::move(zone));
    for (std::size_t i = 0; i < kItems; ++i) items.push_back(add(graph, "item", id, {40, 40}));
  }
  for (std::size_t i = 0; i < kItems; ++i) connect(graph, items[i], items[kItems + (3 * i + 1) % kItems]);
  const Placement placement = place(graph, {});
  const double axis = placement.rects[zonal].center().x;
  for (std::size_t i = 0; i < kItems; ++i) {
    const Point left = placement.rects[items[i]].center(), right = placement.rects[items[kItems + i]].center();
    EXPECT_NEAR(left.x + right.x, 2 * axis, 0.1) << i;
    EXPECT_NEAR(left.y, right.y, 0.1) << i;
  }
}

}  // namespace
}  // namespace skydraft::layout
