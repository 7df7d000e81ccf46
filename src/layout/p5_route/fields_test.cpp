#include "layout/p5_route/fields.hpp"

#include <gtest/gtest.h>

#include <string>

namespace skydraft::layout {
namespace {

NodeId add(SizedGraph& graph, NodeId parent, bool container = false) {
  Node node;
  node.key = std::to_string(graph.nodes().size());
  node.parent = parent;
  node.size = {40, 40};
  if (container) node.role = Role::Container;
  return graph.add(node);
}

TEST(FieldTree, ASmallDrawingIsOneField) {
  SizedGraph graph;
  const NodeId box = add(graph, SizedGraph::root(), true), leaf = add(graph, box);
  const FieldTree tree(graph);
  ASSERT_EQ(tree.fields().size(), 1U);
  EXPECT_EQ(tree.around(leaf), 0U);
  EXPECT_EQ(tree.inside(box), 0U);
}

TEST(FieldTree, LargeContainersAreFieldsOfTheirOwnAndSmallOnesAreNot) {
  SizedGraph graph;
  const NodeId small = add(graph, SizedGraph::root(), true), in_small = add(graph, small);
  std::vector<NodeId> large, leaves;
  for (int i = 0; i < 4; ++i) {
    large.push_back(add(graph, SizedGraph::root(), true));
    for (int k = 0; k < 120; ++k) leaves.push_back(add(graph, large.back()));
  }
  const FieldTree tree(graph);
  EXPECT_EQ(tree.around(in_small), 0U);
  std::size_t closed = 0;
  for (const NodeId box : large) closed += tree.inside(box) != tree.around(box);
  EXPECT_EQ(closed, tree.fields().size() - 1);
  EXPECT_GE(closed, 3U);
  for (std::size_t i = 0; i < tree.fields().size(); ++i) {
    EXPECT_TRUE(!tree.fields()[i].parent || *tree.fields()[i].parent < i);
    EXPECT_LE(tree.fields()[i].nodes.size(), kWholeField);
  }
}

TEST(FieldTree, WhatLiesOverEachOtherIsNotCut) {
  SizedGraph graph;
  const NodeId under = add(graph, SizedGraph::root(), true);
  for (int i = 0; i < 400; ++i) add(graph, under);
  Node over;
  over.key = "over", over.size = {10, 10}, over.spans = {under};
  graph.add(over);
  EXPECT_EQ(FieldTree(graph).fields().size(), 1U);
}

}  // namespace
}  // namespace skydraft::layout
