#include "layout/p5_route/field_router.hpp"

#include <algorithm>
#include <numeric>

#include "layout/p5_route/straight.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kMostSteps = 300'000;
constexpr std::size_t kLeastSteps = 1500;
constexpr std::size_t kBusySteps = 40'000;                 // of the last attempt where there are thousands of legs
constexpr std::size_t kBusyField = 400, kBusyLines = 500;  // more legs have fewer lines to be looked for on
constexpr double kEasyDrawing = 5000;                      // edges up to which crossings have their full price
constexpr double kLeastPrice = 0.1, kPriceOfGreed = 1.3, kPriceOfMany = 1.7;
constexpr std::size_t kLargeDrawing = 500;  // edges above which more bends and steps are worth fewer crossings
constexpr std::size_t kFewEdges = 60, kManyEdges = 300;
constexpr double kSameOfMany = 6;   // px within which two lines of the grid are one
constexpr double kEasyField = 150;  // legs up to which each may be looked for at ease
constexpr float kLastGreed = 4;     // where the best route is too far to be looked for
constexpr int kImproveRounds = 6;
constexpr double kReach = 160;    // px around the ends that a neighbourhood's grid covers
constexpr std::size_t kHub = 24;  // legs at one node above which they may lie on top of each other
constexpr std::size_t kWindowLines = 300;

/// How far each leg is looked for at first: all legs of a field together take a bounded number of steps.
std::size_t steps_for(std::size_t legs) {
  const double share = std::min(1.0, kEasyField / static_cast<double>(legs));
  return std::max(kLeastSteps, static_cast<std::size_t>(static_cast<double>(kMostSteps) * share * share));
}

/// The more edges, the less time for each.
float greed_for(std::size_t edges) {
  return edges <= 160 ? 1.0F : static_cast<double>(edges) <= kEasyDrawing ? 1.2F : 1.5F;
}

/// Share of what a crossing costs: where bundles cross, the full price would leave no end of ways round, and in a
/// drawing of thousands of edges they would take most of the time. A greedy search weighs what is left to go more than
/// what it has crossed: there it is more than the whole.
float price_for(std::size_t legs, std::size_t edges) {
  const double easy = kEasyField / static_cast<double>(legs), drawing = kEasyDrawing / static_cast<double>(edges);
  const bool many = edges > kLargeDrawing && drawing >= 1;
  const double full = many ? kPriceOfMany : greed_for(edges) > 1 ? kPriceOfGreed : 1;
  return static_cast<float>(full * std::min({1.0, easy, std::max(kLeastPrice, drawing)}));
}

double overlap(double a, double b, double c, double d) { return std::min(b, d) - std::max(a, c); }

/// A segment as a range on a line.
struct Range {
  bool vertical;
  double at, low, high;
  Range(Point a, Point b)
      : vertical(is_vertical(a, b)),
        at(vertical ? a.x : a.y),
        low(std::min(vertical ? a.y : a.x, vertical ? b.y : b.x)),
        high(std::max(vertical ? a.y : a.x, vertical ? b.y : b.x)) {}
  bool crosses(const Border& border) const {
    return border.vertical != vertical && border.at > low + 0.5 && border.at < high - 0.5 && at > border.low &&
           at < border.high;
  }
};

}  // namespace

FieldRouter::FieldRouter(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles,
                         const Field& field, std::span<Leg* const> legs, std::size_t first_steps, Search& search)
    : graph_(graph),
      placement_(placement),
      obstacles_(obstacles),
      field_(field),
      legs_(legs),
      first_steps_(std::clamp(first_steps, kLeastSteps, steps_for(legs.size()))),
      search_(search),
      greed_(greed_for(graph.edges().size())),
      price_(price_for(legs.size(), graph.edges().size())),
      index_(field.parent ? placement.rects[field.container] : obstacles.bounds(), legs.size()) {
  for (std::size_t i = 0; i < legs_.size(); ++i) {
    const Edge& edge = graph.edges()[legs_[i]->edge];
    at_node_.emplace_back(edge.from, i);
    if (edge.to != edge.from) at_node_.emplace_back(edge.to, i);
  }
  std::sort(at_node_.begin(), at_node_.end());
  const Grid::Plan plan = plan_field();
  borders_ = plan.borders;
  if (field.crowded) return;
  grid_ = std::make_unique<Grid>(plan);
  touches_.resize(legs_.size());
}

void FieldRouter::add_node(Grid::Plan& plan, NodeId node) const {
  for (const Obstacles::Item& item : obstacles_.items_of(node)) plan.walls.push_back(item.rect);
  const auto borders = obstacles_.borders_of(node);
  plan.borders.insert(plan.borders.end(), borders.begin(), borders.end());
  if (!borders.empty()) plan.frames.push_back(placement_.rects[node]);
}

/// Lines through the middles of the leg's ends, or through the gates where it goes on. A thousand of these would push
/// out the lines between the boxes: in a busy field all legs into a box share those through its middle.
void FieldRouter::add_stops(Grid::Plan& plan, const Leg& leg) const {
  const bool busy = legs_.size() > kBusyField;
  for (const Stop* stop : {&leg.from, &leg.to}) {
    const StopSides sides = sides_of(*stop);
    const PortSide &first = sides.front(), &second = sides.back();
    if (stop->passed) {
      plan.ports.push_back(busy ? placement_.rects[stop->node].center() : stop->target.center());
    } else if (stop->gate) {
      plan.ports.push_back(first.point(first.middle));
    } else {
      plan.ports.push_back(Point{first.middle, second.middle});
    }
  }
}

Grid::Plan FieldRouter::plan_field() const {
  Grid::Plan plan;
  plan.window = field_.parent ? placement_.rects[field_.container] : obstacles_.bounds().grown(2 * kClearance);
  if (field_.crowded) return plan;
  for (const NodeId node : field_.nodes) add_node(plan, node);
  for (const NodeId node : field_.closed) plan.walls.push_back(placement_.rects[node]);
  if (field_.parent)
    for (const Obstacles::Item& item : obstacles_.items_of(field_.container)) plan.walls.push_back(item.rect);
  for (const Leg* leg : legs_) add_stops(plan, *leg);
  if (legs_.size() > kBusyField) plan.fineness.most_lines = kBusyLines;
  if (graph_.edges().size() > kManyEdges) plan.fineness.same = kSameOfMany;
  return plan;
}

Grid::Plan FieldRouter::plan_window(const Rect& window) const {
  Grid::Plan plan;
  plan.window = window;
  for (const NodeId node : obstacles_.nodes_near(window)) add_node(plan, node);
  return plan;
}

std::span<const std::pair<NodeId, std::size_t>> FieldRouter::legs_at(NodeId end) const {
  const auto first = std::lower_bound(at_node_.begin(), at_node_.end(), std::pair{end, std::size_t{0}});
  const auto last = std::lower_bound(first, at_node_.end(), std::pair{NodeId{end.index + 1}, std::size_t{0}});
  return {first, last};
}

std::vector<std::size_t> FieldRouter::order() const {
  std::vector<double> distance;
  for (const Leg* leg : legs_) {
    const Point a = leg->from.target.center(), b = leg->to.target.center();
    distance.push_back(std::abs(a.x - b.x) + std::abs(a.y - b.y));
  }
  std::vector<std::size_t> order(legs_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int ra = graph_.edges()[legs_[a]->edge].rank, rb = graph_.edges()[legs_[b]->edge].rank;
    return ra != rb ? ra < rb : distance[a] < distance[b];
  });
  return order;
}

void FieldRouter::run(std::size_t improve_steps) {
  find_trees();
  for (const std::size_t leg : order())
    if (!legs_[leg]->path.found()) put(leg, find(leg, Grid::kBlocked));
  // Where so many legs run beside each other, most share a trunk, and to look at all others costs more than it gains.
  if (legs_.size() > kBusyField) return;
  if (improve_steps > 0) improve(improve_steps);
  uncross();
}

/// Takes up the dearest routes again, now that all others are known.
void FieldRouter::improve(std::size_t steps) {
  const std::size_t budget = search_.steps() + steps;
  for (int round = 0; round < kImproveRounds; ++round) {
    bool better = false;
    std::vector<std::pair<double, std::size_t>> worst;
    for (std::size_t i = 0; i < legs_.size(); ++i) {
      // A route that others do not disturb was found with fewer of them about: it cannot get better.
      const double excess = legs_[i]->path.found() ? disturbing(legs_[i]->path, i) : 0;
      if (excess > 1) worst.emplace_back(-excess, i);
    }
    std::sort(worst.begin(), worst.end());
    for (const auto& [excess, i] : worst) {
      if (search_.steps() > budget) return;
      Path old = legs_[i]->path;
      const double bound = cost(old, i) - 1;
      put(i, {});
      Path again = find(i, bound);
      const bool take = again.found() && cost(again, i) < bound;
      put(i, take ? std::move(again) : std::move(old));
      better = better || take;
    }
    if (!better) return;
  }
}

void FieldRouter::put(std::size_t leg, Path path) {
  mark(leg, -1);
  index_.remove(leg);
  legs_[leg]->path = std::move(path);
  index_.add(leg, legs_[leg]->path.points);
  if (grid_) touches_[leg] = grid_->touches(legs_[leg]->path.points);
  mark(leg, 1);
}

void FieldRouter::mark(std::size_t leg, float times) {
  if (grid_) grid_->mark(touches_[leg], times * price_, ends_at_hub(leg) ? 0 : times * price_);
}

bool FieldRouter::ends_at_hub(std::size_t leg) const {
  const Edge& edge = graph_.edges()[legs_[leg]->edge];
  return legs_at(edge.from).size() > kHub || legs_at(edge.to).size() > kHub;
}

/// Edges with a common end may share a trunk, and then cross what is in their way at one place: most of their marks is
/// lifted while one of them is looked for. Where there are few edges some is left of all, as each wants room for its
/// label. Never more than there is: a search over costs below 0 runs in circles.
void FieldRouter::mark_related(std::size_t leg, float times) {
  const Edge& edge = graph_.edges()[legs_[leg]->edge];
  const bool few = graph_.edges().size() <= kFewEdges;
  const float crossing = times * price_ * (few ? 0.7F : 0.9F), on_top = times * price_ * (few ? 0.7F : 1);
  for (const NodeId node : {edge.from, edge.to}) {
    const auto others = legs_at(node);
    if (others.size() > kHub) continue;
    for (const auto& [end, other] : others) {
      const Edge& o = graph_.edges()[legs_[other]->edge];
      const bool twice =
          node == edge.to && (o.from == edge.from || o.to == edge.from) && legs_at(edge.from).size() <= kHub;
      if (other == leg || twice || !legs_[other]->path.found()) continue;
      grid_->mark(touches_[other], crossing, ends_at_hub(other) ? 0 : on_top);
    }
  }
}

Path FieldRouter::find(std::size_t leg, double bound) {
  const Leg& l = *legs_[leg];
  const Edge& edge = graph_.edges()[l.edge];
  if (edge.from == edge.to) return loop(edge);
  Path straight;
  straight.cost = std::numeric_limits<double>::infinity();
  if (!l.from.passed && !l.to.passed && field_.closed.empty())
    straight =
        straight_path(obstacles_, sides_of(l.from), sides_of(l.to), [&](const Path& path) { return cost(path, leg); });
  // Any other route has two bends or more, and as a rule has to cross the same borders.
  const double crossed = straight.found() ? borders_crossed(straight, leg) : 0;
  if (straight.found() && straight.cost < length(straight.points) + crossed + 2 * RouteCost::kBend) return straight;
  bound = std::min(bound, straight.cost);
  Path path = grid_ ? search(leg, *grid_, bound)
                    : search_near(leg, {kClearance, kLeastClearance, 1, kWindowLines}, kReach, bound);
  if (straight.found() || path.found() || bound < Grid::kBlocked) return path.found() ? path : straight;
  constexpr Grid::Fineness close{3, 1.5, 1, kWindowLines};
  path = search_near(leg, close, 4 * kReach, bound);
  return path.found() || field_.crowded ? path : search_near(leg, close, 1e6, bound);
}

Path FieldRouter::search(std::size_t leg, const Grid& grid, double bound) {
  const Leg& l = *legs_[leg];
  const auto from = terminals(grid, obstacles_, sides_of(l.from), l.to.target, false);
  const auto to = terminals(grid, obstacles_, sides_of(l.to), l.from.target, true);
  const bool whole = &grid == grid_.get();
  if (whole) mark_related(leg, -1);
  const std::size_t steps = first_steps_;
  Path path = search_.run(grid, from, to, steps, bound, greed_);
  const bool may_exist = bound >= Grid::kBlocked && !from.empty() && !to.empty();
  if (!path.found() && may_exist)
    path = search_.run(grid, from, to, legs_.size() > kBusyField ? kBusySteps : kMostSteps, bound,
                       steps < kMostSteps / 10 ? 3 * kLastGreed : kLastGreed);
  if (whole) mark_related(leg, 1);
  return path;
}

Path FieldRouter::search_near(std::size_t leg, const Grid::Fineness& fineness, double reach, double bound) {
  const Leg& l = *legs_[leg];
  const Rect all = obstacles_.bounds().grown(2 * kClearance);
  const Rect near = cover(l.from.target, l.to.target).grown(reach);
  const double x = std::max(all.left(), near.left()), y = std::max(all.top(), near.top());
  Grid::Plan plan =
      plan_window({x, y, std::min(all.right(), near.right()) - x, std::min(all.bottom(), near.bottom()) - y});
  plan.fineness = fineness;
  add_stops(plan, l);
  Grid grid(plan);
  std::vector<std::size_t> others;
  index_.visit(plan.window, [&](const PathIndex::Run& run) { others.push_back(run.path); });
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  for (const std::size_t other : others)
    if (other != leg) grid.mark(grid.touches(legs_[other]->path.points), 1, 1);
  return search(leg, grid, bound);
}

/// The tolls on the way that no other route would save, as a rule: all but those of bands that have nothing to do with
/// it.
double FieldRouter::borders_crossed(const Path& path, std::size_t leg) const {
  const Edge& e = graph_.edges()[legs_[leg]->edge];
  const auto ends_inside = [&](NodeId band) { return graph_.is_inside(e.from, band) || graph_.is_inside(e.to, band); };
  double sum = 0;
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const Range range(path.points[i - 1], path.points[i]);
    for (const Border& border : borders_)
      if (range.crosses(border) && (border.toll <= RouteCost::kBorder || ends_inside(border.node)))
        sum += RouteCost::kBorder;
  }
  return sum;
}

/// What a path costs among those already found: length, bends, crossings, borders, running on top of others.
double FieldRouter::cost(const Path& path, std::size_t leg) const {
  if (!path.found()) return Grid::kBlocked;
  double sum = length(path.points) + RouteCost::kBend * static_cast<double>(path.bends());
  sum += disturbing(path, leg);
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const Range range(path.points[i - 1], path.points[i]);
    for (const Border& border : borders_) {
      if (range.crosses(border)) sum += border.toll;
      if (border.vertical == range.vertical && std::abs(border.at - range.at) < kRoomyBorder)
        sum += along_border(std::abs(border.at - range.at)) *
               std::max(0.0, overlap(range.low, range.high, border.low, border.high));
    }
  }
  return sum;
}

bool FieldRouter::related(std::size_t a, std::size_t b) const {
  const Edge &e = graph_.edges()[legs_[a]->edge], &o = graph_.edges()[legs_[b]->edge];
  return o.from == e.from || o.to == e.to || o.from == e.to || o.to == e.from;
}

const std::vector<Point>& FieldRouter::points_of(std::size_t leg) const { return legs_[leg]->path.points; }

/// What crossing other routes and running on top of them costs.
double FieldRouter::disturbing(const Path& path, std::size_t leg) const {
  const Disturbance d = disturbance(
      index_, path.points, leg, [&](std::size_t other) { return related(leg, other); },
      [&](std::size_t other) -> const std::vector<Point>& { return points_of(other); });
  return RouteCost::kCrossing * d.crossings + RouteCost::kOnTop * (d.on_top + 0.3 * d.on_top_related);
}

/// From the east side round the corner to the top, or round another corner if something stands there.
Path FieldRouter::loop(const Edge& edge) const {
  const auto sides = port_sides(graph_, placement_, edge.from, edge.from);
  Path first;
  for (const auto& [h, v] : {std::pair{1, 0}, {3, 0}, {1, 2}, {3, 2}}) {
    const PortSide &s = sides[static_cast<std::size_t>(h)], &t = sides[static_cast<std::size_t>(v)];
    const double x = s.rim + s.sign() * 16, y = t.rim + t.sign() * 16;
    Path path{{s.point(s.middle), {x, s.middle}, {x, y}, {t.middle, y}, t.point(t.middle)}, s, t, 0};
    if (!first.found()) first = path;
    bool free = true;
    for (std::size_t i = 1; i < path.points.size(); ++i)
      free = free && obstacles_.is_free(path.points[i - 1], path.points[i], 2, edge.from);
    if (free) return path;
  }
  return first;
}

}  // namespace skydraft::layout
