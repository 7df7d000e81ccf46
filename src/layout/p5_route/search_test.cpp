#include "layout/p5_route/search.hpp"

#include <gtest/gtest.h>

#include <queue>
#include <random>
#include <tuple>

namespace skydraft::layout {
namespace {

constexpr int kStepX[] = {0, 1, 0, -1}, kStepY[] = {-1, 0, 1, 0};

/// Boxes anywhere in the cells of a table, and routes between some of them that others have to cross.
struct Drawing {
  SizedGraph graph;
  Placement placement;

  explicit Drawing(std::mt19937& engine) {
    const auto any = [&](unsigned below) { return static_cast<double>(engine() % below); };
    std::vector<Rect> rects{{0, 0, 900, 700}};
    for (int cell = 0; cell < 20; ++cell) {
      if (engine() % 3 == 0) continue;
      const double width = 30 + any(60), height = 30 + any(40);
      rects.push_back({cell % 5 * 170.0 + any(60), cell / 5 * 160.0 + any(60), width, height});
      Node node;
      node.key = std::to_string(cell);
      node.size = {width, height};
      graph.add(std::move(node));
    }
    placement = {SideTable<NodeId, Rect>(rects.size()), SideTable<NodeId, Rect>(rects.size()),
                 SideTable<NodeId, Rect>(rects.size())};
    for (std::uint32_t n = 0; n < rects.size(); ++n) placement.rects[{n}] = rects[n];
  }

  Grid grid() const {
    Grid::Plan plan;
    plan.window = placement.rects[SizedGraph::root()].grown(40);
    for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) {
      plan.walls.push_back(placement.rects[{n}]);
      plan.ports.push_back(placement.rects[{n}].center());
    }
    plan.borders.push_back({SizedGraph::root(), true, 300, 100, 500, RouteCost::kForeign});
    return Grid(plan);
  }
  Stop stop(std::uint32_t node, std::uint32_t other) const {
    return {{node}, {other}, false, false, true, {}, placement.rects[{node}]};
  }
};

/// The cheapest way by a search that knows every place and heading and nothing of what is left to do.
float cheapest(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to) {
  using Entry = std::tuple<float, std::size_t, int>;  // cost, place, heading
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  std::vector<float> known(grid.size() * 4, Grid::kBlocked);
  const auto offer = [&](float cost, std::size_t place, int heading) {
    float& best = known[place * 4 + static_cast<std::size_t>(heading)];
    if (cost < best) open.emplace(best = cost, place, heading);
  };
  for (const Terminal& t : from) offer(static_cast<float>(t.cost), grid.place(t.i, t.j), t.heading);
  float best = Grid::kBlocked;
  while (!open.empty()) {
    const auto [cost, place, heading] = open.top();
    open.pop();
    for (const Terminal& t : to)
      if (grid.place(t.i, t.j) == place && (t.heading + 2) % 4 != heading)
        best = std::min(best, cost + static_cast<float>(t.cost + (t.heading != heading ? RouteCost::kBend : 0)));
    const std::size_t nx = grid.xs().size(), i = place % nx, j = place / nx;
    for (int next = 0; next < 4; ++next) {
      if ((next + 2) % 4 == heading || (next == 0 && j == 0) || (next == 3 && i == 0)) continue;
      const float piece = next == 0   ? grid.down(place - nx)
                          : next == 1 ? grid.across(place)
                          : next == 2 ? grid.down(place)
                                      : grid.across(place - 1);
      if (piece >= Grid::kBlocked) continue;
      offer(cost + piece + (next != heading ? static_cast<float>(RouteCost::kBend) : 0),
            grid.place(i + static_cast<std::size_t>(kStepX[next]), j + static_cast<std::size_t>(kStepY[next])), next);
    }
  }
  return best;
}

TEST(Search, FindsWhatCostsLeast) {
  constexpr double kBucket = 4;  // px of costs that the queue takes for equal
  std::mt19937 engine(1);
  Search search;
  int found = 0;
  for (int round = 0; round < 40; ++round) {
    const Drawing drawing(engine);
    const Obstacles obstacles(drawing.graph, drawing.placement);
    Grid grid = drawing.grid();
    const auto boxes = static_cast<std::uint32_t>(drawing.graph.nodes().size() - 1);
    for (int edge = 0; edge < 12; ++edge) {
      const auto a = static_cast<std::uint32_t>(1 + engine() % boxes),
                 b = static_cast<std::uint32_t>(1 + engine() % boxes);
      if (a == b) continue;
      const Stop start = drawing.stop(a, b), end = drawing.stop(b, a);
      const auto from = terminals(grid, obstacles, {drawing.graph, drawing.placement, start}, end.target, false);
      const auto to = terminals(grid, obstacles, {drawing.graph, drawing.placement, end}, start.target, true);
      const float least = cheapest(grid, from, to);
      const Path path = search.run(grid, from, to, 1'000'000, Grid::kBlocked, 1);
      ASSERT_EQ(path.found(), least < Grid::kBlocked);
      if (!path.found()) continue;
      ++found;
      EXPECT_NEAR(path.cost, least, kBucket) << "round " << round << ", edge " << edge;
      search.flood(grid, from);
      EXPECT_NEAR(search.way_to(grid, from, to).cost, least, kBucket) << "round " << round << ", edge " << edge;
      grid.mark(grid.touches(path.points), 1, 1);
    }
  }
  EXPECT_GT(found, 300);
}

}  // namespace
}  // namespace skydraft::layout
