#include "layout/p5_route/router.hpp"

#include <algorithm>
#include <numeric>

#include "layout/p5_route/straight.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kWholeGridNodes = 420;  // above, each edge gets a grid of its neighbourhood
constexpr std::size_t kMostSteps = 60'000;
constexpr std::size_t kImproveSteps = 100'000;  // of the search, for all rounds together
constexpr std::size_t kWeighAll = 2500;         // edges above which a route is not weighed against all others
constexpr float kLastGreed = 4;                 // where the best route is too far to be looked for
constexpr int kImproveRounds = 3;
constexpr std::size_t kMostImproved = 120;  // edges looked at again in each round
constexpr double kReach = 160;              // px around the ends that a neighbourhood's grid covers

double overlap(double a, double b, double c, double d) {
  return std::min(std::max(a, b), std::max(c, d)) - std::max(std::min(a, b), std::min(c, d));
}

/// Px over which two paths run within a port's gap of each other.
double on_top(const std::vector<Point>& a, const std::vector<Point>& b) {
  double sum = 0;
  for (std::size_t i = 1; i < a.size(); ++i)
    for (std::size_t k = 1; k < b.size(); ++k) {
      const bool vertical = is_vertical(a[i - 1], a[i]);
      if (vertical != is_vertical(b[k - 1], b[k])) continue;
      if (std::abs(vertical ? a[i].x - b[k].x : a[i].y - b[k].y) >= 10) continue;
      sum += std::max(0.0, vertical ? overlap(a[i - 1].y, a[i].y, b[k - 1].y, b[k].y)
                                    : overlap(a[i - 1].x, a[i].x, b[k - 1].x, b[k].x));
    }
  return sum;
}

/// The more edges, the less time for each.
float greed_for(std::size_t edges) { return edges <= 60 ? 1.0F : edges <= 120 ? 1.15F : edges <= 300 ? 1.5F : 2.0F; }

}  // namespace

Router::Router(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles)
    : graph_(graph),
      placement_(placement),
      obstacles_(obstacles),
      greed_(greed_for(graph.edges().size())),
      paths_(graph.edges().size()),
      covers_(graph.edges().size()),
      at_node_(graph.nodes().size()) {
  for (std::size_t e = 0; e < paths_.size(); ++e) {
    at_node_[graph.edges()[e].from.index].push_back(e);
    if (graph.edges()[e].to != graph.edges()[e].from) at_node_[graph.edges()[e].to.index].push_back(e);
  }
  if (graph.nodes().size() <= kWholeGridNodes)
    grid_ = std::make_unique<Grid>(graph, placement, obstacles, obstacles.bounds().grown(2 * kClearance),
                                   std::vector<Point>{}, Grid::Options{});
}

std::vector<std::size_t> Router::order() const {
  std::vector<double> distance;
  for (const Edge& edge : graph_.edges()) {
    const Point a = placement_.rects[edge.from].center(), b = placement_.rects[edge.to].center();
    distance.push_back(std::abs(a.x - b.x) + std::abs(a.y - b.y));
  }
  std::vector<std::size_t> order(paths_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int ra = graph_.edges()[a].rank, rb = graph_.edges()[b].rank;
    return ra != rb ? ra < rb : distance[a] < distance[b];
  });
  return order;
}

std::vector<Path> Router::run(std::vector<EdgeId>& blocked) {
  for (const std::size_t e : order()) {
    paths_[e] = find(e, Grid::kBlocked);
    if (!paths_[e].found()) {
      blocked.push_back({static_cast<std::uint32_t>(e)});
      paths_[e] = across_obstacles(e);
    }
    mark(e, 1);
  }
  improve();
  return std::move(paths_);
}

/// Takes up the dearest routes again, now that all others are known.
void Router::improve() {
  if (paths_.size() > kWeighAll) return;
  const std::size_t budget = search_.steps() + kImproveSteps;
  for (int round = 0; round < kImproveRounds; ++round) {
    bool better = false;
    std::vector<std::pair<double, std::size_t>> worst;
    for (std::size_t e = 0; e < paths_.size(); ++e) {
      // A route that others do not disturb was found with fewer of them about: it cannot get better.
      const double excess = disturbance(paths_[e], e);
      if (excess > 1 && paths_[e].found()) worst.emplace_back(-excess, e);
    }
    std::sort(worst.begin(), worst.end());
    if (worst.size() > kMostImproved) worst.resize(kMostImproved);
    for (const auto& [excess, e] : worst) {
      if (search_.steps() > budget) return;
      mark(e, -1);
      Path again = find(e, cost(paths_[e], e) - 1);
      const bool take = again.found() && cost(again, e) < cost(paths_[e], e) - 1;
      if (take) paths_[e] = std::move(again);
      mark(e, 1);
      better = better || take;
    }
    if (!better) return;
  }
}

void Router::mark(std::size_t edge, float times) {
  covers_[edge] = {};
  for (const Point p : paths_[edge].points) covers_[edge] = cover(covers_[edge], Rect{p.x, p.y, 0, 0}.grown(1));
  if (grid_ && paths_[edge].found()) grid_->mark(paths_[edge].points, times);
}

/// Edges with a common end may share a trunk: their marks are lifted while one of them is looked for.
void Router::set_related_marks(std::size_t edge, float times) {
  if (!grid_) return;
  const Edge& e = graph_.edges()[edge];
  for (const NodeId node : {e.from, e.to})
    for (const std::size_t other : at_node_[node.index])
      if (other != edge && paths_[other].found()) grid_->mark(paths_[other].points, times * 0.7F);
}

Path Router::find(std::size_t edge, double bound) {
  const Edge& e = graph_.edges()[edge];
  if (e.from == e.to) return loop(edge);
  const auto from = port_sides(graph_, placement_, e.from, e.to), to = port_sides(graph_, placement_, e.to, e.from);
  Path straight = straight_path(obstacles_, from, to, e.from, e.to, [&](const Path& path) { return cost(path, edge); });
  // Any other route has two bends or more, and as a rule has to cross the same borders.
  const double crossed = straight.found() ? borders_crossed(straight, edge) : 0;
  if (straight.found() && straight.cost < length(straight.points) + crossed + 2 * RouteCost::kBend) return straight;
  bound = std::min(bound, straight.cost);
  Path path = grid_ ? search(edge, *grid_, bound) : search_near(edge, {}, kReach, bound);
  if (straight.found() || path.found() || bound < Grid::kBlocked) return path.found() ? path : straight;
  path = search_near(edge, {3, 1.5, 400}, 4 * kReach, bound);
  return path.found() ? path : search_near(edge, {3, 1.5, 400}, 1e6, bound);
}

Path Router::search(std::size_t edge, const Grid& grid, double bound) {
  const Edge& e = graph_.edges()[edge];
  const auto from =
      terminals(grid, obstacles_, port_sides(graph_, placement_, e.from, e.to), e.from, placement_.rects[e.to], false);
  const auto to =
      terminals(grid, obstacles_, port_sides(graph_, placement_, e.to, e.from), e.to, placement_.rects[e.from], true);
  const bool whole = &grid == grid_.get();
  if (whole) set_related_marks(edge, -1);
  Path path = search_.run(grid, from, to, kMostSteps, bound, greed_);
  const bool may_exist = bound >= Grid::kBlocked && !from.empty() && !to.empty();
  if (!path.found() && may_exist) path = search_.run(grid, from, to, kMostSteps, bound, kLastGreed);
  if (whole) set_related_marks(edge, 1);
  return path;
}

Path Router::search_near(std::size_t edge, const Grid::Options& options, double reach, double bound) {
  const Edge& e = graph_.edges()[edge];
  const Rect window = cover(placement_.rects[e.from], placement_.rects[e.to]).grown(reach);
  Grid grid(graph_, placement_, obstacles_, window, {}, options);
  for (std::size_t other = 0; other < paths_.size(); ++other)
    if (other != edge && paths_[other].found() && covers_[other].overlaps(window)) grid.mark(paths_[other].points, 1);
  return search(edge, grid, bound);
}

/// The tolls on the way that no other route would save, as a rule: all but those of bands that have nothing to do with
/// it.
double Router::borders_crossed(const Path& path, std::size_t edge) const {
  const Edge& e = graph_.edges()[edge];
  const auto ends_inside = [&](NodeId band) { return graph_.is_inside(e.from, band) || graph_.is_inside(e.to, band); };
  double sum = 0;
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const Point a = path.points[i - 1], b = path.points[i];
    const bool vertical = is_vertical(a, b);
    for (const Border& border : obstacles_.borders()) {
      if (border.vertical == vertical || (border.toll > RouteCost::kBorder && !ends_inside(border.node))) continue;
      const double low = std::min(vertical ? a.y : a.x, vertical ? b.y : b.x),
                   high = std::max(vertical ? a.y : a.x, vertical ? b.y : b.x);
      const double at = vertical ? a.x : a.y;
      if (border.at > low + 0.5 && border.at < high - 0.5 && at > border.low && at < border.high)
        sum += RouteCost::kBorder;
    }
  }
  return sum;
}

double Router::cost(const Path& path, std::size_t edge) const {
  if (!path.found()) return Grid::kBlocked;
  double sum = length(path.points) + RouteCost::kBend * static_cast<double>(path.bends());
  if (paths_.size() > kWeighAll) return sum;
  sum += disturbance(path, edge);
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const Point a = path.points[i - 1], b = path.points[i];
    const bool vertical = is_vertical(a, b);
    const double at = vertical ? a.x : a.y, low = std::min(vertical ? a.y : a.x, vertical ? b.y : b.x);
    const double high = std::max(vertical ? a.y : a.x, vertical ? b.y : b.x);
    for (const Border& border : obstacles_.borders()) {
      if (border.vertical != vertical && border.at > low + 0.5 && border.at < high - 0.5 && at > border.low &&
          at < border.high)
        sum += border.toll;
      if (border.vertical == vertical && std::abs(border.at - at) < kRoomyBorder)
        sum += along_border(std::abs(border.at - at)) * std::max(0.0, overlap(low, high, border.low, border.high));
    }
  }
  return sum;
}

/// What crossing other routes and running on top of them costs.
double Router::disturbance(const Path& path, std::size_t edge) const {
  const Edge& e = graph_.edges()[edge];
  double sum = 0;
  for (std::size_t other = 0; other < paths_.size(); ++other) {
    if (other == edge || !paths_[other].found()) continue;
    const Edge& o = graph_.edges()[other];
    const bool related = o.from == e.from || o.to == e.to || o.from == e.to || o.to == e.from;
    sum += RouteCost::kCrossing * crossings(path.points, paths_[other].points);
    sum += RouteCost::kOnTop * (related ? 0.3 : 1) * on_top(path.points, paths_[other].points);
  }
  return sum;
}

/// From the east side round the corner to the top, or round another corner if something stands there.
Path Router::loop(std::size_t edge) const {
  const NodeId node = graph_.edges()[edge].from;
  const auto sides = port_sides(graph_, placement_, node, node);
  Path first;
  for (const auto& [h, v] : {std::pair{1, 0}, {3, 0}, {1, 2}, {3, 2}}) {
    const PortSide &s = sides[static_cast<std::size_t>(h)], &t = sides[static_cast<std::size_t>(v)];
    const double x = s.rim + s.sign() * 16, y = t.rim + t.sign() * 16;
    Path path{{s.point(s.middle), {x, s.middle}, {x, y}, {t.middle, y}, t.point(t.middle)}, s, t, 0};
    if (!first.found()) first = path;
    bool free = true;
    for (std::size_t i = 1; i < path.points.size(); ++i)
      free = free && obstacles_.is_free(path.points[i - 1], path.points[i], 2, node);
    if (free) return path;
  }
  return first;
}

/// The last resort: from centre to centre with one bend, whatever stands there.
Path Router::across_obstacles(std::size_t edge) const {
  const Edge& e = graph_.edges()[edge];
  const auto from = port_sides(graph_, placement_, e.from, e.to), to = port_sides(graph_, placement_, e.to, e.from);
  Path best;
  best.cost = Grid::kBlocked;
  for (const PortSide& s : from)
    for (const PortSide& t : to) {
      const Point a = s.point(s.middle), b = t.point(t.middle);
      const double middle = s.horizontal() ? (a.x + b.x) / 2 : (a.y + b.y) / 2;
      Path path{{a, b}, s, t, 0};
      if (s.horizontal() == t.horizontal())
        path.points = s.horizontal() ? std::vector<Point>{a, {middle, a.y}, {middle, b.y}, b}
                                     : std::vector<Point>{a, {a.x, middle}, {b.x, middle}, b};
      else
        path.points = {a, s.horizontal() ? Point{b.x, a.y} : Point{a.x, b.y}, b};
      simplify(path.points);
      if (path.points.size() < 2) path.points = {a, b};
      path.cost = length(path.points);
      for (std::size_t i = 1; i < path.points.size(); ++i)
        path.cost += obstacles_.is_free(path.points[i - 1], path.points[i], -1, e.from, e.to) ? 0 : 1000;
      if (path.cost < best.cost) best = path;
    }
  return best;
}

}  // namespace skydraft::layout
