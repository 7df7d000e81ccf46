#include "layout/p5_route/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skydraft::layout {
namespace {

constexpr int kStepX[] = {0, 1, 0, -1}, kStepY[] = {-1, 0, 1, 0};

enum Zone : std::uint8_t { Before, Within, Beyond };  ///< of a line, by the range of all goals

}  // namespace

/// Each search asks some thousand times: what does not depend on both axes is found once.
Search::Estimate::Estimate(const Grid& grid, const std::vector<Terminal>& goals, float greed) {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  double left = kFar, right = -kFar, top = kFar, bottom = -kFar, least = kFar;
  for (const Terminal& t : goals) {
    left = std::min(left, grid.xs()[t.i]), right = std::max(right, grid.xs()[t.i]);
    top = std::min(top, grid.ys()[t.j]), bottom = std::max(bottom, grid.ys()[t.j]);
    least = std::min(least, t.cost);
  }
  const auto fill = [greed](std::vector<Line>& lines, const std::vector<double>& at, double low, double high) {
    lines.clear();
    for (const double line : at)
      lines.push_back({greed * static_cast<float>(std::max({low - line, line - high, 0.0})), line < low    ? Before
                                                                                             : line > high ? Beyond
                                                                                                           : Within});
  };
  fill(x_, grid.xs(), left, right);
  fill(y_, grid.ys(), top, bottom);
  for (const Zone x : {Before, Within, Beyond})
    for (const Zone y : {Before, Within, Beyond})
      for (int heading = 0; heading < 4; ++heading) {
        const bool away = (heading == 0 && y == Before) || (heading == 1 && x == Beyond) ||
                          (heading == 2 && y == Beyond) || (heading == 3 && x == Before);
        const bool aside = (heading == 1 || heading == 3 ? y : x) != Within;
        const int bends = away ? 2 : aside || (x != Within && y != Within) ? 1 : 0;
        rest_[at(x, y, heading)] = static_cast<float>(least + bends * RouteCost::kBend);
      }
}

void BucketQueue::clear() {
  for (std::size_t i = first_; i <= last_; ++i) heads_[i] = kNone;
  entries_.clear();
  free_ = kNone;
  first_ = kMostBuckets - 1, last_ = count_ = 0;
}

void Search::start(const Grid& grid, const std::vector<Terminal>& from) {
  SKYDRAFT_ASSERT(from.size() <= State::kWays - State::kFromTerminal, "more terminals than a state can tell");
  if (states_.size() < grid.size() * 4) states_.resize(grid.size() * 4);
  if (goals_.size() < grid.size()) goals_.resize(grid.size());
  queue_.clear();
  if (++round_ < State::kRounds) return;
  std::fill(states_.begin(), states_.end(), State());
  std::fill(goals_.begin(), goals_.end(), 0U);
  round_ = 1;
}

/// Calls offer(i, j, heading, cost) for all that a route can do next.
template <class Offer>
void Search::each_step(const Grid& grid, std::uint32_t state, Offer&& offer) const {
  const auto nx = static_cast<std::uint32_t>(grid.xs().size()), ny = static_cast<std::uint32_t>(grid.ys().size());
  const float cost = states_[state].cost();
  const int heading = static_cast<int>(state % 4);
  const std::uint32_t place = state / 4, j = place / nx, i = place - j * nx;
  for (int next = 0; next < 4; ++next) {
    if ((next + 2) % 4 == heading) continue;
    if ((next == 0 && j == 0) || (next == 1 && i + 1 == nx) || (next == 2 && j + 1 == ny) || (next == 3 && i == 0))
      continue;
    const float piece = next == 0   ? grid.down(i, j - 1)
                        : next == 1 ? grid.across(i, j)
                        : next == 2 ? grid.down(i, j)
                                    : grid.across(i - 1, j);
    if (piece >= Grid::kBlocked) continue;
    offer(i + static_cast<std::uint32_t>(kStepX[next]), j + static_cast<std::uint32_t>(kStepY[next]), next,
          cost + piece + (next != heading ? static_cast<float>(RouteCost::kBend) : 0));
  }
}

Path Search::run(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to,
                 std::size_t most_steps, double bound, float greed) {
  if (from.empty() || to.empty()) return {};
  const std::size_t nx = grid.xs().size();
  start(grid, from);
  for (const Terminal& t : to) goals_[t.j * nx + t.i] = round_;
  estimate_ = Estimate(grid, to, greed);
  float best = static_cast<float>(bound);
  bool found = false;
  const auto offer = [&](std::size_t i, std::size_t j, int heading, float cost, std::uint32_t way) {
    const std::size_t index = (j * nx + i) * 4 + static_cast<std::size_t>(heading);
    State& state = states_[index];
    if (state.met(round_) && (state.done() || state.cost() <= cost)) return;
    const float whole = cost + estimate_(i, j, heading);
    if (whole >= best) return;
    state.meet(round_, cost, way);
    queue_.push(whole, static_cast<std::uint32_t>(index));
  };
  for (std::uint32_t t = 0; t < from.size(); ++t)
    offer(from[t].i, from[t].j, from[t].heading, static_cast<float>(from[t].cost), State::kFromTerminal + t);

  std::size_t best_state = 0, best_goal = 0;
  for (std::size_t step = 0; step < most_steps && !queue_.empty(); ++step) {
    ++steps_;
    const std::uint32_t index = queue_.pop();
    if (queue_.least() >= best) break;
    if (states_[index].done()) continue;
    states_[index].finish();
    for (std::size_t t = 0; goals_[index / 4] == round_ && t < to.size(); ++t) {
      const int heading = static_cast<int>(index % 4);
      if (to[t].j * nx + to[t].i != index / 4 || (to[t].heading + 2) % 4 == heading) continue;
      const float total =
          states_[index].cost() + static_cast<float>(to[t].cost + (to[t].heading != heading ? RouteCost::kBend : 0));
      if (total < best) best = total, best_state = index, best_goal = t, found = true;
    }
    each_step(grid, index, [&](std::uint32_t i, std::uint32_t j, int heading, float cost) {
      offer(i, j, heading, cost, index % 4);
    });
  }
  if (!found) return {};
  Path path = trace(grid, best_state, from, to[best_goal]);
  path.cost = best;
  return path;
}

void Search::flood(const Grid& grid, const std::vector<Terminal>& from) {
  const std::size_t nx = grid.xs().size();
  start(grid, from);
  const auto offer = [&](std::size_t i, std::size_t j, int heading, float cost, std::uint32_t way) {
    const std::size_t index = (j * nx + i) * 4 + static_cast<std::size_t>(heading);
    State& state = states_[index];
    if (state.met(round_) && (state.done() || state.cost() <= cost)) return;
    state.meet(round_, cost, way);
    queue_.push(cost, static_cast<std::uint32_t>(index));
  };
  for (std::uint32_t t = 0; t < from.size(); ++t)
    offer(from[t].i, from[t].j, from[t].heading, static_cast<float>(from[t].cost), State::kFromTerminal + t);
  for (; !queue_.empty(); ++steps_) {
    const std::uint32_t index = queue_.pop();
    if (states_[index].done()) continue;
    states_[index].finish();
    each_step(grid, index, [&](std::uint32_t i, std::uint32_t j, int heading, float cost) {
      offer(i, j, heading, cost, index % 4);
    });
  }
}

Path Search::way_to(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to) const {
  float best = Grid::kBlocked;
  std::size_t best_state = 0, best_goal = 0;
  for (std::size_t t = 0; t < to.size(); ++t)
    for (int heading = 0; heading < 4; ++heading) {
      if ((to[t].heading + 2) % 4 == heading) continue;
      const std::size_t index = (to[t].j * grid.xs().size() + to[t].i) * 4 + static_cast<std::size_t>(heading);
      if (!states_[index].met(round_) || !states_[index].done()) continue;
      const float total =
          states_[index].cost() + static_cast<float>(to[t].cost + (to[t].heading != heading ? RouteCost::kBend : 0));
      if (total < best) best = total, best_state = index, best_goal = t;
    }
  if (best >= Grid::kBlocked) return {};
  Path path = trace(grid, best_state, from, to[best_goal]);
  path.cost = best;
  return path;
}

Path Search::trace(const Grid& grid, std::size_t state, const std::vector<Terminal>& from, const Terminal& goal) const {
  Path path;
  path.to = goal.side;
  path.points.push_back(goal.side.point(goal.position));
  const std::size_t nx = grid.xs().size();
  for (;;) {
    path.points.push_back({grid.xs()[state / 4 % nx], grid.ys()[state / 4 / nx]});
    const std::uint32_t way = states_[state].way();
    if (way >= State::kFromTerminal) {
      const Terminal& start = from[way - State::kFromTerminal];
      path.from = start.side;
      path.points.push_back(start.side.point(start.position));
      break;
    }
    const std::size_t i = state / 4 % nx - static_cast<std::size_t>(kStepX[state % 4]),
                      j = state / 4 / nx - static_cast<std::size_t>(kStepY[state % 4]);
    state = (j * nx + i) * 4 + way;
  }
  std::reverse(path.points.begin(), path.points.end());
  simplify(path.points);
  return path;
}

namespace {

constexpr std::size_t kPortsOfSide = 7;

/// Lines of the grid that may carry a route to this side, best first.
std::vector<std::size_t> port_lines(const std::vector<double>& lines, const PortSide& side, double wanted) {
  if (!side.roomy) {
    const std::size_t line = Grid::nearest(lines, side.middle);
    if (std::abs(lines[line] - side.middle) < 2) return {line};
  }
  const auto first =
      static_cast<std::size_t>(std::lower_bound(lines.begin(), lines.end(), side.low - 0.5) - lines.begin());
  const auto last =
      static_cast<std::size_t>(std::upper_bound(lines.begin(), lines.end(), side.high + 0.5) - lines.begin());
  std::vector<std::size_t> all;
  for (std::size_t i = first; i < last; ++i) all.push_back(i);
  if (all.size() <= kPortsOfSide) return all;
  std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(lines[a] - wanted) < std::abs(lines[b] - wanted);
  });
  std::vector<std::size_t> chosen(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kPortsOfSide - 3));
  for (const std::size_t more : {Grid::nearest(lines, side.middle), first, last - 1})
    if (std::find(chosen.begin(), chosen.end(), more) == chosen.end()) chosen.push_back(more);
  return chosen;
}

/// What is left to do from a place on the border of a box to what is in it, roughly.
double way_inside(const PortSide& side, double position, const Rect& target) {
  const Point p = side.point(position), goal = target.center();
  const double ahead = std::abs(side.horizontal() ? p.x - goal.x : p.y - goal.y),
               aside = std::abs(side.horizontal() ? p.y - goal.y : p.x - goal.x);
  return ahead + aside + (aside > 16 ? RouteCost::kBend : 0);
}

/// Is there room on the inner side of the border, where the route goes on?
bool opens_inwards(const Obstacles& obstacles, const PortSide& side, double position) {
  constexpr double kDepth = 14;
  const Point p = side.point(position);
  Point inner = p;
  (side.horizontal() ? inner.x : inner.y) -= side.sign() * kDepth;
  return obstacles.is_free(p, inner, kLeastClearance);
}

/// The first line of the grid beyond the side, or nothing.
std::optional<std::size_t> first_line(const std::vector<double>& along, const PortSide& side, bool room_for_head) {
  const double room = room_for_head ? std::max(kClearance - 1.5, 14 - std::abs(side.rim - side.at) - 4.5) : 4.5;
  const double least = side.rim + side.sign() * room;
  if (side.sign() > 0) {
    const auto next = std::lower_bound(along.begin(), along.end(), least);
    if (next == along.end()) return std::nullopt;
    return static_cast<std::size_t>(next - along.begin());
  }
  const auto next = std::upper_bound(along.begin(), along.end(), least);
  if (next == along.begin()) return std::nullopt;
  return static_cast<std::size_t>(next - along.begin()) - 1;
}

}  // namespace

std::vector<Terminal> terminals(const Grid& grid, const Obstacles& obstacles, const StopSides& sides,
                                const Rect& partner, bool arriving) {
  std::vector<Terminal> result;
  const Stop& stop = sides.stop();
  if (grid.xs().empty() || grid.ys().empty()) return result;
  for (const PortSide& side : sides) {
    const std::vector<double>&along = side.horizontal() ? grid.xs() : grid.ys(),
          &across = side.horizontal() ? grid.ys() : grid.xs();
    const auto line = first_line(along, side, true);
    if (!line) continue;
    const Point aim = (stop.passed ? stop.target : partner).center();
    const double wanted = std::clamp(side.horizontal() ? aim.y : aim.x, side.low, side.high);
    for (const std::size_t port : port_lines(across, side, wanted)) {
      Terminal t;
      t.i = side.horizontal() ? *line : port, t.j = side.horizontal() ? port : *line;
      t.side = side, t.position = across[port];
      const Point meet{grid.xs()[t.i], grid.ys()[t.j]};
      Point rim = side.point(t.position);
      (side.horizontal() ? rim.x : rim.y) = side.rim;
      if (!obstacles.is_free(rim, meet, 2, stop.node)) continue;
      if (stop.passed && !opens_inwards(obstacles, side, t.position)) continue;
      const bool forward = (side.sign() > 0) != arriving;
      t.heading = side.horizontal() ? (forward ? 1 : 3) : (forward ? 2 : 0);
      const double off = std::abs(t.position - (side.roomy ? wanted : side.middle));
      t.cost = std::abs((side.horizontal() ? meet.x : meet.y) - side.at) + off * (side.roomy ? 0.02 : 0.5);
      if (stop.passed) t.cost += way_inside(side, t.position, stop.target);
      result.push_back(t);
    }
  }
  return result;
}

}  // namespace skydraft::layout
