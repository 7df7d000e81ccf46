#include "layout/routing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <queue>

#include "layout/p5_route/obstacles.hpp"
#include "layout/p5_route/path.hpp"

namespace skydraft::layout {
namespace {

/// A graph whose boxes already stand somewhere.
struct Drawing {
  SizedGraph graph;
  Placement placement;

  Drawing() { note({}, {}); }
  NodeId leaf(Rect rect, NodeId parent = SizedGraph::root(), Rect anchor = {}) {
    Node node;
    node.key = "n" + std::to_string(graph.nodes().size());
    node.parent = parent;
    node.size = rect.size();
    node.anchor = anchor;
    note(rect, {});
    return graph.add(node);
  }
  NodeId container(Rect rect, NodeId parent = SizedGraph::root(), Rect title = {}) {
    Node node;
    node.key = "c" + std::to_string(graph.nodes().size());
    node.parent = parent;
    node.role = Role::Container;
    note(rect, title);
    return graph.add(node);
  }
  EdgeId edge(NodeId from, NodeId to) {
    Edge edge;
    edge.from = from, edge.to = to;
    return graph.add(edge);
  }
  SideTable<EdgeId, Route> route() {
    DiagnosticSink sink;
    return route(sink);
  }
  SideTable<EdgeId, Route> route(DiagnosticSink& sink) { return route_edges(graph, placement, sink); }

 private:
  void note(Rect rect, Rect title) {
    placement.rects.push_back(rect);
    placement.titles.push_back(title);
    placement.notes.push_back({});
  }
};

TEST(RouteEdges, LevelBoxesAreJoinedByOneSegment) {
  Drawing d;
  const EdgeId e = d.edge(d.leaf({0, 0, 40, 40}), d.leaf({100, 0, 40, 40}));
  EXPECT_EQ(d.route()[e].points, (Polyline{{40, 20}, {100, 20}}));
}

TEST(RouteEdges, EdgesOfOneBoxDoNotCrossEachOther) {
  Drawing d;
  const NodeId hub = d.leaf({0, 200, 40, 40});
  for (int i = 0; i < 5; ++i) {
    d.edge(hub, d.leaf({200.0 + 60 * i, 70.0 * i, 40, 40}));
    d.edge(hub, d.leaf({200.0 + 60 * i, 430 - 70.0 * i, 40, 40}));
  }
  const auto routes = d.route();
  for (std::uint32_t a = 0; a < routes.size(); ++a)
    for (std::uint32_t b = a + 1; b < routes.size(); ++b)
      EXPECT_EQ(crossings(routes[{a}].points, routes[{b}].points), 0) << a << ' ' << b;
}

TEST(RouteEdges, EndsAtTheIconNotAtItsLabel) {
  Drawing d;
  const Rect icon{20, 0, 40, 40};
  const NodeId a = d.leaf({0, 0, 80, 70}, SizedGraph::root(), icon),
               b = d.leaf({200, 0, 80, 70}, SizedGraph::root(), icon);
  const EdgeId e = d.edge(a, b);
  EXPECT_EQ(d.route()[e].points, (Polyline{{60, 20}, {220, 20}}));
}

TEST(RouteEdges, LeavesBelowTheLabel) {
  Drawing d;
  const Rect icon{20, 0, 40, 40};
  const NodeId a = d.leaf({0, 0, 80, 70}, SizedGraph::root(), icon),
               b = d.leaf({0, 150, 80, 70}, SizedGraph::root(), icon);
  const EdgeId e = d.edge(a, b);
  EXPECT_EQ(d.route()[e].points, (Polyline{{40, 70}, {40, 150}}));
}

TEST(RouteEdges, APillIsMetWhereTheRouteIsStraight) {
  Drawing d;
  const EdgeId e = d.edge(d.leaf({0, 0, 600, 40}), d.leaf({400, 100, 40, 40}));
  EXPECT_EQ(d.route()[e].points, (Polyline{{420, 40}, {420, 100}}));
}

TEST(RouteEdges, GoesRoundWhatStandsBetween) {
  Drawing d;
  const NodeId a = d.leaf({0, 0, 40, 40}), b = d.leaf({200, 0, 40, 40});
  d.leaf({100, -20, 40, 80});
  const EdgeId e = d.edge(a, b);
  const Obstacles obstacles(d.graph, d.placement);
  const Polyline points = d.route()[e].points;
  ASSERT_GT(points.size(), 2U);
  for (std::size_t i = 1; i < points.size(); ++i) EXPECT_TRUE(obstacles.is_free(points[i - 1], points[i], 4, a, b));
}

TEST(RouteEdges, DoesNotCrossATitle) {
  Drawing d;
  const NodeId box = d.container({0, 0, 200, 200}, SizedGraph::root(), {60, 4, 80, 20});
  const NodeId inner = d.leaf({80, 60, 40, 40}, box), outer = d.leaf({80, -100, 40, 40});
  const EdgeId e = d.edge(outer, inner);
  const Polyline points = d.route()[e].points;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Rect piece = Rect{std::min(points[i - 1].x, points[i].x), std::min(points[i - 1].y, points[i].y),
                            std::abs(points[i - 1].x - points[i].x), std::abs(points[i - 1].y - points[i].y)}
                           .grown(0.1);
    EXPECT_FALSE(piece.overlaps(Rect{60, 4, 80, 20}));
  }
}

TEST(RouteEdges, AHubEdgeEndsAtTheBorder) {
  Drawing d;
  const NodeId box = d.container({100, 0, 200, 200});
  d.leaf({150, 80, 40, 40}, box);
  const EdgeId e = d.edge(d.leaf({0, 30, 40, 40}), box);
  EXPECT_EQ(d.route()[e].points, (Polyline{{40, 50}, {100, 50}}));
}

TEST(RouteEdges, AContainerAndItsOwnChildAreJoinedInside) {
  Drawing d;
  const NodeId box = d.container({0, 0, 200, 100});
  const EdgeId e = d.edge(box, d.leaf({120, 30, 40, 40}, box));
  const Polyline points = d.route()[e].points;
  for (const Point p : points) EXPECT_TRUE(d.placement.rects[box].contains(p));
}

TEST(RouteEdges, ParallelEdgesKeepApart) {
  Drawing d;
  const NodeId a = d.leaf({0, 0, 60, 60}), b = d.leaf({200, 0, 60, 60});
  const EdgeId e = d.edge(a, b), f = d.edge(a, b);
  const auto routes = d.route();
  ASSERT_EQ(routes[e].points.size(), 2U);
  ASSERT_EQ(routes[f].points.size(), 2U);
  EXPECT_NEAR(std::abs(routes[e].points[0].y - routes[f].points[0].y), 14, 0.1);
}

TEST(RouteEdges, ALoopComesBack) {
  Drawing d;
  const NodeId a = d.leaf({0, 0, 60, 60});
  const EdgeId e = d.edge(a, a);
  const Polyline points = d.route()[e].points;
  ASSERT_GE(points.size(), 4U);
  EXPECT_EQ(points.front().x, 60);
  EXPECT_EQ(points.back().y, 0);
}

TEST(RouteEdges, AWalledInBoxIsReportedAndStillJoined) {
  Drawing d;
  const NodeId a = d.leaf({100, 100, 40, 40}), b = d.leaf({400, 100, 40, 40});
  d.leaf({80, 80, 80, 19}), d.leaf({80, 141, 80, 19}), d.leaf({80, 99, 19, 42}), d.leaf({141, 99, 19, 42});
  const EdgeId e = d.edge(a, b);
  DiagnosticSink sink;
  EXPECT_GE(d.route(sink)[e].points.size(), 2U);
  ASSERT_EQ(sink.all().size(), 1U);
  EXPECT_EQ(sink.all()[0].code, Code::NoFreeChannel);
}

TEST(RouteEdges, SeveralThreadsFindTheSameEveryTime) {
  // 8 containers with 16 rows of 16 boxes: enough edges for threads, enough boxes for fields of their own.
  Drawing d;
  std::vector<NodeId> boxes;
  for (int c = 0; c < 8; ++c) {
    const double x = c % 4 * 1800.0, y = c / 4 * 1500.0;
    const NodeId box = d.container({x, y, 1700, 1400});
    for (int i = 0; i < 256; ++i) boxes.push_back(d.leaf({x + 60 + i % 16 * 100, y + 60 + i / 16 * 80, 50, 30}, box));
  }
  for (std::size_t i = 0; i + 1 < boxes.size(); ++i)
    d.edge(boxes[i], i % 40 == 0 ? boxes[(i * 7 + 300) % boxes.size()] : boxes[i + 1]);
  const auto first = d.route(), second = d.route();
  for (std::uint32_t e = 0; e < first.size(); ++e) ASSERT_EQ(first[{e}].points, second[{e}].points);
}

TEST(RouteEdges, ABadgeStandsOnTheLineAndALabelAboveIt) {
  Drawing d;
  Edge edge;
  edge.from = d.leaf({0, 0, 40, 40}), edge.to = d.leaf({300, 0, 40, 40});
  edge.badges = 1;
  edge.labels = {{{50, 12}}};
  const EdgeId e = d.graph.add(edge);
  const Route route = d.route()[e];
  ASSERT_EQ(route.badges.size(), 1U);
  EXPECT_EQ(route.badges[0].y, 20);
  ASSERT_EQ(route.labels.size(), 1U);
  EXPECT_FALSE(route.labels[0].empty());
  EXPECT_LE(route.labels[0].bottom(), 20);
}

/// Boxes in the cells of a grid, some of them in containers of four cells.
Drawing any_drawing() {
  Drawing d;
  std::vector<NodeId> ends;
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      const double x = column * 320, y = row * 260;
      NodeId parent = SizedGraph::root();
      if (*rc::gen::arbitrary<bool>()) {
        parent = d.container({x, y, 280, 220}, SizedGraph::root(), {x + 10, y + 6, 90, 16});
        ends.push_back(parent);
      }
      for (int i = 0; i < 4; ++i) {
        if (*rc::gen::inRange(0, 3) == 0) continue;
        const double width = *rc::gen::inRange(20, 100), height = *rc::gen::inRange(20, 60);
        const double left = x + 20 + (i % 2) * 130 + *rc::gen::inRange(0, 10),
                     top = y + 40 + (i / 2) * 90 + *rc::gen::inRange(0, 10);
        ends.push_back(d.leaf({left, top, width, height}, parent));
      }
    }
  if (ends.empty()) ends.push_back(d.leaf({0, 0, 40, 40}));
  for (int i = *rc::gen::inRange(0, 14); i > 0; --i) {
    Edge edge;
    edge.from = *rc::gen::elementOf(ends), edge.to = *rc::gen::elementOf(ends);
    edge.badges = *rc::gen::inRange(0, 2);
    if (*rc::gen::arbitrary<bool>()) edge.labels = {{{40, 12}}};
    d.graph.add(edge);
  }
  return d;
}

RC_GTEST_PROP(RouteEdges, HoldsItsPromises, ()) {
  Drawing d = any_drawing();
  DiagnosticSink sink;
  const auto routes = d.route(sink);
  const Obstacles obstacles(d.graph, d.placement);
  RC_ASSERT(sink.all().empty());
  for (std::uint32_t e = 0; e < routes.size(); ++e) {
    const Edge& edge = d.graph.edges()[e];
    const Route& route = routes[{e}];
    RC_ASSERT(route.points.size() >= 2);
    RC_ASSERT(d.placement.rects[edge.from].grown(0.01).contains(route.points.front()));
    RC_ASSERT(d.placement.rects[edge.to].grown(0.01).contains(route.points.back()));
    RC_ASSERT(route.labels.size() == edge.labels.size());
    RC_ASSERT(route.badges.size() == static_cast<std::size_t>(edge.badges));
    for (std::size_t i = 1; i < route.points.size(); ++i) {
      const Point p = route.points[i - 1], q = route.points[i];
      RC_ASSERT(p.x == q.x || p.y == q.y);
      RC_ASSERT(obstacles.is_free(p, q, 1, edge.from, edge.to));
    }
    for (const Rect& label : route.labels) RC_ASSERT(label.empty() || obstacles.is_free(label));
  }
  const auto again = d.route();
  for (std::uint32_t e = 0; e < routes.size(); ++e) {
    RC_ASSERT(again[{e}].points == routes[{e}].points);
    RC_ASSERT(again[{e}].labels == routes[{e}].labels);
    RC_ASSERT(again[{e}].badges == routes[{e}].badges);
  }
}

/// Can one come from any side of one box to any side of the other, in steps of 5 px, 6 px clear of all others?
bool reachable(const Obstacles& obstacles, const Rect& from, const Rect& to, NodeId a, NodeId b) {
  constexpr int kCells = 80;
  constexpr double kCell = 5;
  const auto point = [](int cell) {
    return Point{(cell % kCells) * kCell, static_cast<double>(cell / kCells) * kCell};
  };
  std::vector<char> seen(kCells * kCells);
  std::queue<int> open;
  for (int cell = 0; cell < kCells * kCells; ++cell)
    if (from.grown(kCell).contains(point(cell)) && obstacles.is_free(point(cell), point(cell), 6, a, b))
      open.push(cell), seen[static_cast<std::size_t>(cell)] = true;
  while (!open.empty()) {
    const int cell = open.front();
    open.pop();
    if (to.grown(kCell).contains(point(cell))) return true;
    for (const int step : {-1, 1, -kCells, kCells}) {
      const int next = cell + step;
      if (next < 0 || next >= kCells * kCells || std::abs(next % kCells - cell % kCells) > 1) continue;
      if (seen[static_cast<std::size_t>(next)] || !obstacles.is_free(point(next), point(next), 6, a, b)) continue;
      seen[static_cast<std::size_t>(next)] = true;
      open.push(next);
    }
  }
  return false;
}

RC_GTEST_PROP(RouteEdges, FindsAWayWhereThereIsOne, ()) {
  Drawing d;
  std::vector<Rect> taken;
  for (int i = 0; i < 14; ++i) {
    const Rect rect{
        static_cast<double>(*rc::gen::inRange(4, 64)) * 5, static_cast<double>(*rc::gen::inRange(4, 64)) * 5,
        static_cast<double>(*rc::gen::inRange(4, 14)) * 5, static_cast<double>(*rc::gen::inRange(4, 14)) * 5};
    if (std::any_of(taken.begin(), taken.end(), [&](const Rect& r) { return r.grown(9).overlaps(rect); })) continue;
    taken.push_back(rect);
    d.leaf(rect);
  }
  RC_PRE(taken.size() >= 2);
  const EdgeId e = d.edge({1}, {2});
  DiagnosticSink sink;
  const auto routes = d.route(sink);
  const Obstacles obstacles(d.graph, d.placement);
  if (reachable(obstacles, taken[0], taken[1], {1}, {2})) RC_ASSERT(sink.all().empty());
  RC_ASSERT(routes[e].points.size() >= 2);
}

}  // namespace
}  // namespace skydraft::layout
