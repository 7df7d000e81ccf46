#include "layout/p4_place/place.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "layout/p4_place/two_zones_test.hpp"
#include "layout/verify.hpp"

namespace skydraft::layout {
namespace {

using sample::container;
using sample::edge;
using sample::leaf;
using testing::IsEmpty;

constexpr Arrangement kArrangements[] = {Arrangement::Layered, Arrangement::Grid,  Arrangement::Row,
                                         Arrangement::Column,  Arrangement::Guide, Arrangement::Wall,
                                         Arrangement::Zonal};

template <class T>
T pick(T from, T to) {
  return *rc::gen::inRange<T>(from, to);
}

Node random_leaf(NodeId parent, const std::string& key) {
  const double width = pick(20, 140), height = pick(20, 110);
  if (pick(0, 3) == 0) return sample::block(parent, key, width, height);
  return leaf(parent, key, width, height, std::min({width, height, 48.0}));
}

/// A tree of any arrangements and slots, with edges between any two nodes.
SizedGraph random_graph(int nodes) {
  SizedGraph graph;
  graph[SizedGraph::root()].arrangement = kArrangements[pick(0, 7)];
  std::vector<NodeId> containers{SizedGraph::root()}, all{SizedGraph::root()};
  for (int n = 1; n < nodes; ++n) {
    const std::string key = "n" + std::to_string(n);
    const NodeId parent = containers[pick<std::size_t>(0, containers.size())];
    const bool is_container = pick(0, 3) == 0;
    Node node = random_leaf(parent, key);
    if (is_container) {
      const double pad = pick(0, 20);
      node = container(parent, key, kArrangements[pick(0, 7)], {pad, pad, pad, pad}, pick(0, 2) * 60);
      node.direction = pick(0, 2) == 0 ? Direction::Right : Direction::Down;
      node.gap = pick(0, 30);
      node.row_gap = pick(0, 30);
      node.columns = pick(0, 4);
      node.title_centred = pick(0, 4) == 0;
      if (pick(0, 4) == 0) node.note = {50, 12};
    }
    node.slot.row = pick(-1, 3);
    node.slot.last_row = pick(-1, 4);
    node.slot.column = pick(-1, 3);
    node.slot.stretch = pick(0, 3) == 0;
    node.slot.in_header = !is_container && pick(0, 12) == 0;
    if (is_container) containers.push_back({static_cast<std::uint32_t>(n)});
    all.push_back(graph.add(std::move(node)));
  }
  for (int e = pick(0, nodes * 2); e > 0; --e) {
    Edge random = edge("e" + std::to_string(e), all[pick<std::size_t>(1, all.size())],
                       all[pick<std::size_t>(1, all.size())], pick(0, 5), pick(0, 3));
    if (pick(0, 4) == 0) random.labels = {{{50, 10}}};
    if (random.from != random.to) graph.add(std::move(random));
  }
  return graph;
}

TEST(Place, HoldsItsPromisesOnAnyTree) {
  EXPECT_TRUE(rc::check("boxes are disjoint, inside and on the grid", [] {
    const SizedGraph graph = random_graph(pick(2, 60));
    const auto violations = verify_placement(graph, place(graph, {}));
    RC_LOG() << (violations.empty() ? "" : violations.front());
    RC_ASSERT(violations.empty());
  }));
}

TEST(Place, IsAFunctionOfItsInput) {
  EXPECT_TRUE(rc::check("equal input, equal output", [] {
    const SizedGraph graph = random_graph(pick(2, 40));
    RC_ASSERT(place(graph, {}).rects.rows() == place(graph, {}).rects.rows());
  }));
}

TEST(Place, TwoZonesAreMirrorImages) {
  const auto sample = sample::two_zones();
  const Placement placement = place(sample.graph, {});
  EXPECT_THAT(verify_placement(sample.graph, placement), IsEmpty());
  const double axis = (placement.rects[sample.zone[0]].right() + placement.rects[sample.zone[1]].left()) / 2;
  EXPECT_NEAR(placement.rects[sample.pair[0]].center().x + placement.rects[sample.pair[1]].center().x, 2 * axis, 0.1);
  for (const NodeId pill : sample.pills) EXPECT_NEAR(placement.rects[pill].center().x, axis, 0.1);
  EXPECT_GT(placement.rects[sample.pair[0]].x, placement.rects[sample.zone[0]].x);
  EXPECT_LT(placement.rects[sample.pair[0]].right(), placement.rects[sample.pills[0]].x);
}

TEST(Place, EdgeOfAPairRunsBetweenTwoPills) {
  const auto sample = sample::two_zones();
  const Placement placement = place(sample.graph, {});
  const double port = placement.rects[sample.pair[0]].y + sample.graph[sample.pair[0]].anchor.center().y;
  EXPECT_GT(port, placement.rects[sample.pills[0]].bottom());
  EXPECT_LT(port, placement.rects[sample.pills[1]].top());
}

/// Height of the line on which a route leaves a node.
double line_of(const SizedGraph& graph, const Placement& placement, NodeId id) {
  const Rect& rect = placement.rects[id];
  const Rect& anchor = graph[id].anchor;
  return anchor.empty() ? rect.center().y : rect.y + anchor.center().y;
}

TEST(Place, FloatingBoxesFollowWhatTheyAreConnectedTo) {
  const auto sample = sample::two_zones();
  const SizedGraph& graph = sample.graph;
  const Placement placement = place(graph, {});
  const double entry = line_of(graph, placement, sample.balancer);
  EXPECT_NEAR(line_of(graph, placement, sample.gateway), entry, 0.02);
  EXPECT_NEAR(line_of(graph, placement, sample.entry), entry, 0.02);
  EXPECT_NEAR(line_of(graph, placement, sample.users), entry, 0.02);
  EXPECT_NEAR(line_of(graph, placement, sample.replica), line_of(graph, placement, sample.pair[0]), 0.02);
  EXPECT_NEAR(line_of(graph, placement, sample.copy), line_of(graph, placement, sample.origin), 0.02);
}

TEST(Place, TextStaysReadableOnAPage) {
  const auto sample = sample::two_zones();
  const Rect page = place(sample.graph, {}).rects[SizedGraph::root()];
  EXPECT_LT(page.width, 2100);
  EXPECT_LT(page.height, 1080);
}

TEST(Place, ManyUnconnectedBoxesFillAPage) {
  for (const Arrangement arrangement : {Arrangement::Layered, Arrangement::Grid, Arrangement::Wall}) {
    SizedGraph graph;
    graph[SizedGraph::root()].arrangement = arrangement;
    for (int i = 0; i < 60; ++i) graph.add(leaf(SizedGraph::root(), "n" + std::to_string(i), 90, 80));
    const Rect page = place(graph, {}).rects[SizedGraph::root()];
    EXPECT_GT(page.width / page.height, 1.2) << static_cast<int>(arrangement);
    EXPECT_LT(page.width / page.height, 2.5) << static_cast<int>(arrangement);
  }
}

TEST(Place, ThreeZonesAreTranslated) {
  SizedGraph graph;
  graph[SizedGraph::root()].arrangement = Arrangement::Zonal;
  std::vector<NodeId> zones, items;
  for (int z = 0; z < 3; ++z) {
    Node zone = container(SizedGraph::root(), "z" + std::to_string(z), Arrangement::Column, {20, 10, 10, 10});
    zone.slot.column = z;
    zones.push_back(graph.add(zone));
    Node item = leaf(zones.back(), "i" + std::to_string(z), 80, 70);
    item.slot.row = 1;
    items.push_back(graph.add(item));
  }
  Node band = sample::block(SizedGraph::root(), "band", 200, 40);
  band.slot = {.row = 0, .stretch = true};
  const NodeId over = graph.add(band);
  const Placement placement = place(graph, {});
  EXPECT_THAT(verify_placement(graph, placement), IsEmpty());
  const auto left = [&](NodeId id) { return placement.rects[id].x; };
  EXPECT_NEAR(left(items[1]) - left(items[0]), left(zones[1]) - left(zones[0]), 0.02);
  EXPECT_NEAR(left(items[2]) - left(items[1]), left(zones[2]) - left(zones[1]), 0.02);
  EXPECT_LT(left(over), placement.rects[zones[0]].right());
  EXPECT_GT(placement.rects[over].right(), left(zones[2]));
}

TEST(Place, GatewayStandsOnTheBorder) {
  const auto sample = sample::two_zones();
  const Placement placement = place(sample.graph, {});
  const Rect gateway = placement.rects[sample.gateway];
  EXPECT_NEAR(gateway.x + sample.graph[sample.gateway].anchor.center().x, placement.rects[sample.net].x, 0.02);
}

TEST(Place, KeepsItsPromisesForThreeThousandBoxes) {
  SizedGraph graph;
  std::vector<NodeId> containers{SizedGraph::root()};
  for (int n = 1; n < 3000; ++n) {
    const NodeId parent = containers[static_cast<std::size_t>(n) / 20];
    if (n < 180) {
      containers.push_back(
          graph.add(container(parent, "c" + std::to_string(n), kArrangements[n % 7], {20, 8, 8, 8}, 60)));
    } else {
      graph.add(leaf(parent, "n" + std::to_string(n), 60 + n % 40, 60));
    }
  }
  for (std::uint32_t n = 180; n + 37 < 3000; ++n) graph.add(edge("e" + std::to_string(n), {n}, {n + 37}));
  const Placement placement = place(graph, {});
  EXPECT_THAT(verify_placement(graph, placement), IsEmpty());
}

}  // namespace
}  // namespace skydraft::layout
