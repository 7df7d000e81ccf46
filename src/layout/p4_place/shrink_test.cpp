#include "layout/p4_place/shrink.hpp"

#include <gtest/gtest.h>

#include "layout/p4_place/header.hpp"

namespace skydraft::layout {
namespace {

/// A leaf of 40 x 40 in a box of 400 x 300, beside another such leaf.
struct Roomy {
  SizedGraph graph;
  NodeId box, inside, beside;
  Roomy() {
    Node container;
    container.key = "box", container.role = Role::Container, container.padding = {10, 10, 10, 10};
    box = graph.add(std::move(container));
    inside = leaf("inside", box), beside = leaf("beside", SizedGraph::root());
  }
  NodeId leaf(const char* key, NodeId parent) {
    Node node;
    node.key = key, node.parent = parent, node.size = {40, 40};
    return graph.add(std::move(node));
  }
  Placement shrunk() const {
    const Plan plan(graph, {});
    const std::size_t count = graph.nodes().size();
    Placement placement{SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count)};
    placement.rects[SizedGraph::root()] = {0, 0, 600, 300};
    placement.rects[box] = {0, 0, 400, 300};
    placement.rects[inside] = {200, 100, 40, 40}, placement.rects[beside] = {450, 110, 40, 40};
    place_headers(plan, placement);
    shrink_to_content(plan, placement);
    return placement;
  }
};

TEST(Shrink, LeavesAContainerItsPadding) {
  const Roomy roomy;
  const Placement placement = roomy.shrunk();
  const Rect box = placement.rects[roomy.box], inside = placement.rects[roomy.inside];
  EXPECT_EQ(box, inside.grown(10));
}

TEST(Shrink, KeepsDistancesAndCutsThePage) {
  const Roomy roomy;
  const Placement placement = roomy.shrunk();
  const Rect page = placement.rects[SizedGraph::root()];
  EXPECT_EQ(page.origin(), (Point{0, 0}));
  EXPECT_EQ(page.size(), (Size{300, 60}));
  EXPECT_EQ(placement.rects[roomy.beside].x - placement.rects[roomy.inside].x, 250);
}

TEST(Shrink, LeavesTheSizeThatIsAskedFor) {
  Roomy roomy;
  roomy.graph[roomy.box].size = {350, 200};
  const Placement placement = roomy.shrunk();
  EXPECT_EQ(placement.rects[roomy.box].size(), (Size{350, 200}));
  EXPECT_TRUE(placement.rects[roomy.box].contains(placement.rects[roomy.inside]));
}

}  // namespace
}  // namespace skydraft::layout
