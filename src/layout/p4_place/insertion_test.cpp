#include "layout/p4_place/insertion.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "layout/layout.hpp"
#include "layout/p4_place/place.hpp"
#include "layout/p4_place/two_zones_test.hpp"
#include "layout/previous.hpp"
#include "layout/verify.hpp"

namespace skydraft::layout {
namespace {

using sample::container;
using sample::edge;
using sample::leaf;
using Kind = Wish::Kind;

constexpr double kCell = 110;  // px

std::string key(int n) { return "n" + std::to_string(n); }

/// A chain with branches: 0 to 1 and 2, 1 to 3 and 4, …
SizedGraph tree_of(int nodes, Arrangement arrangement = Arrangement::Layered) {
  SizedGraph graph;
  graph[SizedGraph::root()].arrangement = arrangement;
  for (int n = 0; n < nodes; ++n) graph.add(leaf(SizedGraph::root(), key(n), 80, 70, 48));
  for (std::uint32_t n = 1; n < static_cast<std::uint32_t>(nodes); ++n)
    graph.add(edge("e" + std::to_string(n), {(n - 1) / 2 + 1}, {n + 1}, 1, 0));
  return graph;
}

Places places_of(const SizedGraph& graph, const Placement& placement) {
  Places places;
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) places[graph[NodeId{n}].key] = placement.rects[NodeId{n}];
  return places;
}

/// Pairs that have changed sides, along one axis or the other.
int changed_sides(const SizedGraph& graph, const Places& before, const Placement& now) {
  int changed = 0;
  for (std::uint32_t a = 1; a < graph.nodes().size(); ++a)
    for (std::uint32_t b = 1; b < graph.nodes().size(); ++b) {
      const auto old_a = before.find(graph[NodeId{a}].key), old_b = before.find(graph[NodeId{b}].key);
      if (old_a == before.end() || old_b == before.end()) continue;
      for (const Kind kind : {Kind::LeftOf, Kind::Above})
        changed += comes_true(kind, old_a->second, old_b->second) &&
                   comes_true(kind, now.rects[NodeId{b}], now.rects[NodeId{a}]);
    }
  return changed;
}

/// Where keeping the places would make the drawing much smaller on its page, it is drawn afresh: seldom.
TEST(Insertion, OneMoreNodeMovesTheOthersLittle) {
  int kept = 0;
  for (int end = 0; end < 20; ++end) {
    const SizedGraph old = tree_of(20);
    const Places before = places_of(old, place(old, {}));
    SizedGraph more = tree_of(20);
    const NodeId extra = more.add(leaf(SizedGraph::root(), "new", 100, 70, 48));
    more.add(edge("to-new", {static_cast<std::uint32_t>(end) + 1}, extra, 1, 0));
    Options options;
    options.previous = places_before(more, before);
    const Placement now = place(more, options);
    PlacedGraph placed;
    placed.rects = now.rects;
    const Movement moved = movement(more, placed, before);
    EXPECT_EQ(moved.nodes, 20U);
    kept += moved.median <= kCell && changed_sides(more, before, now) == 0 ? 1 : 0;
    EXPECT_THAT(verify_placement(more, now), testing::IsEmpty());
  }
  EXPECT_GE(kept, 14);
}

TEST(Insertion, TheSameGraphStaysWhereItWas) {
  const SizedGraph graph = tree_of(15);
  const Placement first = place(graph, {});
  Options options;
  options.previous = places_before(graph, places_of(graph, first));
  const Placement again = place(graph, options);
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) EXPECT_EQ(again.rects[NodeId{n}], first.rects[NodeId{n}]);
}

TEST(Insertion, ABoxThatGrowsPushesTheOthers) {
  const SizedGraph graph = tree_of(7);
  Options options;
  options.previous = places_before(graph, places_of(graph, place(graph, {})));
  SizedGraph grown = tree_of(7);
  grown[NodeId{2}].size = {180, 160};
  const Placement now = place(grown, options);
  EXPECT_THAT(verify_placement(grown, now), testing::IsEmpty());
}

TEST(Insertion, AnyEarlierDrawingAndAnyWishesKeepThePromises) {
  EXPECT_TRUE(rc::check("boxes are disjoint and inside", [] {
    const int nodes = *rc::gen::inRange(2, 25);
    const auto arrangement = *rc::gen::element(Arrangement::Layered, Arrangement::Grid, Arrangement::Row,
                                               Arrangement::Column, Arrangement::Wall, Arrangement::Guide);
    const SizedGraph graph = tree_of(nodes, arrangement);
    Options options;
    options.previous = SideTable<NodeId, Rect>(graph.nodes().size());
    for (std::uint32_t n = 1; n < graph.nodes().size(); ++n)
      if (*rc::gen::inRange(0, 3) > 0)
        options.previous[NodeId{n}] = {static_cast<double>(*rc::gen::inRange(0, 900)),
                                       static_cast<double>(*rc::gen::inRange(0, 900)), 80, 70};
    for (int w = *rc::gen::inRange(0, 6); w > 0; --w) {
      const auto any = [&] {
        return NodeId{*rc::gen::inRange<std::uint32_t>(1, static_cast<std::uint32_t>(nodes) + 1)};
      };
      options.wishes.push_back(Wish{static_cast<Kind>(*rc::gen::inRange(0, 12)), any(), any()});
    }
    const auto violations = verify_placement(graph, place(graph, options));
    RC_LOG() << (violations.empty() ? "" : violations.front());
    RC_ASSERT(violations.empty());
  }));
}

struct Case {
  Arrangement arrangement;
  Kind kind;
};

class Wishes : public testing::TestWithParam<Case> {};

/// The last node beside the first, and the first beside the last: one of the two is not so anyway.
TEST_P(Wishes, ComeTrue) {
  for (const auto& [node, other] : {std::pair(NodeId{7}, NodeId{2}), std::pair(NodeId{2}, NodeId{7})}) {
    const SizedGraph graph = tree_of(8, GetParam().arrangement);
    const Wish wish{GetParam().kind, node, other};
    Options options;
    options.wishes = {wish};
    EXPECT_TRUE(comes_true(wish, graph, place(graph, options).rects));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Placed, Wishes,
    testing::Values(Case{Arrangement::Layered, Kind::RightOf}, Case{Arrangement::Layered, Kind::LeftOf},
                    Case{Arrangement::Layered, Kind::Above}, Case{Arrangement::Layered, Kind::Below},
                    Case{Arrangement::Layered, Kind::SameColumn}, Case{Arrangement::Layered, Kind::First},
                    Case{Arrangement::Layered, Kind::Bottommost}, Case{Arrangement::Row, Kind::LeftOf},
                    Case{Arrangement::Row, Kind::RightOf}, Case{Arrangement::Row, Kind::First},
                    Case{Arrangement::Row, Kind::Rightmost}, Case{Arrangement::Column, Kind::Above},
                    Case{Arrangement::Column, Kind::Below}, Case{Arrangement::Column, Kind::Last},
                    Case{Arrangement::Guide, Kind::Above}, Case{Arrangement::Grid, Kind::RightOf},
                    Case{Arrangement::Grid, Kind::Above}, Case{Arrangement::Grid, Kind::SameRow},
                    Case{Arrangement::Grid, Kind::SameColumn}, Case{Arrangement::Grid, Kind::First},
                    Case{Arrangement::Wall, Kind::LeftOf}, Case{Arrangement::Wall, Kind::SameRow},
                    Case{Arrangement::Wall, Kind::Below}));

TEST(Wishes, ThatCannotComeTrueAreTold) {
  const SizedGraph graph = tree_of(3, Arrangement::Row);
  Options options;
  options.wishes = {{Kind::Above, {1}, {2}}, {Kind::LeftOf, {3}, {1}}};
  const Placement placement = place(graph, options);
  EXPECT_FALSE(comes_true(options.wishes[0], graph, placement.rects));
  EXPECT_TRUE(comes_true(options.wishes[1], graph, placement.rects));
}

TEST(Wishes, OfNodesInDifferentContainersMoveTheContainers) {
  SizedGraph graph;
  graph[SizedGraph::root()].arrangement = Arrangement::Row;
  const NodeId a = graph.add(container(SizedGraph::root(), "a", Arrangement::Column, {10, 10, 10, 10}, 0));
  const NodeId b = graph.add(container(SizedGraph::root(), "b", Arrangement::Column, {10, 10, 10, 10}, 0));
  const NodeId x = graph.add(leaf(a, "x", 80, 70, 48)), y = graph.add(leaf(b, "y", 80, 70, 48));
  Options options;
  options.wishes = {{Kind::RightOf, x, y}};
  const Placement placement = place(graph, options);
  EXPECT_LT(placement.rects[b].right(), placement.rects[a].left());
}

}  // namespace
}  // namespace skydraft::layout
