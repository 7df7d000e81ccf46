#include "layout/p4_place/shrink.hpp"

#include <gtest/gtest.h>

#include "layout/p4_place/measure.hpp"

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
  Plan shrunk() const {
    Plan plan(graph, {});
    measure_all(plan);
    const std::size_t count = graph.nodes().size();
    Placement placement{SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count)};
    placement.rects[SizedGraph::root()] = {0, 0, 600, 300};
    placement.rects[box] = {0, 0, 400, 300};
    placement.rects[inside] = {200, 100, 40, 40}, placement.rects[beside] = {450, 110, 40, 40};
    shrink_to_content(plan, placement);
    return plan;
  }
};

TEST(Shrink, LeavesAContainerItsPaddingAndLanes) {
  const Roomy roomy;
  const Plan plan = roomy.shrunk();
  EXPECT_EQ(plan.least[roomy.box], (Size{92, 92}));
  EXPECT_EQ(plan.measured[roomy.inside], (Rect{26, 26, 40, 40}));
}

TEST(Shrink, KeepsDistancesAndCutsThePage) {
  const Roomy roomy;
  const Plan plan = roomy.shrunk();
  EXPECT_EQ(plan.least[SizedGraph::root()], (Size{316, 92}));
  EXPECT_EQ(plan.measured[roomy.box].origin(), (Point{0, 0}));
  EXPECT_EQ(plan.measured[roomy.beside].origin(), (Point{276, 36}));
}

TEST(Shrink, LeavesTheSizeThatIsAskedFor) {
  Roomy roomy;
  roomy.graph[roomy.box].size = {350, 200};
  const Plan plan = roomy.shrunk();
  EXPECT_EQ(plan.least[roomy.box], (Size{350, 200}));
}

TEST(Shrink, ShrinksWhatStandsInAColumn) {
  Roomy roomy;
  roomy.graph[SizedGraph::root()].arrangement = Arrangement::Column;
  const Plan plan = roomy.shrunk();
  EXPECT_EQ(plan.least[roomy.box], (Size{92, 92}));
  EXPECT_EQ(plan.least[SizedGraph::root()].width, 92);
}

TEST(Shrink, StacksCardsAsHighAsWhatStandsBesideThem) {
  SizedGraph graph;
  Node row;
  row.key = "row", row.role = Role::Container, row.arrangement = Arrangement::Beside;
  const NodeId beside = graph.add(std::move(row));
  const auto add = [&](const char* key, NodeId parent, Size size, Arrangement how) {
    Node node;
    node.key = key, node.parent = parent, node.size = size, node.arrangement = how;
    if (how == Arrangement::Wall) node.role = Role::Container;
    return graph.add(std::move(node));
  };
  add("high", beside, {100, 400}, Arrangement::Layered);
  const NodeId wall = add("wall", beside, {}, Arrangement::Wall);
  for (int card = 0; card < 3; ++card) add("card", wall, {300, 100}, Arrangement::Layered);
  Plan plan(graph, {});
  plan.in_a_row[beside] = true;
  plan.fold[wall] = 10;
  measure_all(plan);
  ASSERT_GE(plan.least[wall].width, 900);
  const std::size_t count = graph.nodes().size();
  Placement placement{SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count), SideTable<NodeId, Rect>(count)};
  shrink_to_content(plan, placement);
  EXPECT_EQ(plan.least[wall].width, 300);
  EXPECT_LE(plan.least[wall].height, 400);
}

}  // namespace
}  // namespace skydraft::layout
