#include "layout/p5_route/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

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
  const auto fill = [greed](std::vector<Line>& lines, const std::vector<double>& at, double low, double high,
                            std::uint32_t apart) {
    lines.reserve(at.size());
    for (const double line : at) {
      const Zone zone = line < low ? Before : line > high ? Beyond : Within;
      lines.push_back({greed * static_cast<float>(std::max({low - line, line - high, 0.0})), apart * zone});
    }
  };
  constexpr std::uint32_t kOfX = 12, kOfY = 4;
  fill(x_, grid.xs(), left, right, kOfX);
  fill(y_, grid.ys(), top, bottom, kOfY);
  for (const Zone x : {Before, Within, Beyond})
    for (const Zone y : {Before, Within, Beyond})
      for (int heading = 0; heading < 4; ++heading) {
        const bool away = (heading == 0 && y == Before) || (heading == 1 && x == Beyond) ||
                          (heading == 2 && y == Beyond) || (heading == 3 && x == Before);
        const bool aside = (heading == 1 || heading == 3 ? y : x) != Within;
        const int bends = away ? 2 : aside || (x != Within && y != Within) ? 1 : 0;
        rest_[kOfX * x + kOfY * y + static_cast<std::size_t>(heading)] =
            static_cast<float>(least + bends * RouteCost::kBend);
      }
}

/// Seldom called, so not part of each push.
void BucketQueue::add_entry() {
  entries_.push_back({0, free_});
  free_ = static_cast<std::uint32_t>(entries_.size() - 1);
}

void BucketQueue::clear() {
  for (std::size_t i = first_; i <= last_; ++i) heads_[i] = kNone;
  entries_.clear();
  free_ = next_ = kNone;
  first_ = kMostBuckets - 1, last_ = count_ = 0;
}

void Search::start(const Grid& grid, const std::vector<Terminal>& from) {
  SKYDRAFT_ASSERT(from.size() <= State::kWays - State::kFromTerminal, "more terminals than a state can tell");
  SKYDRAFT_ASSERT(std::max(grid.xs().size(), grid.ys().size()) < kMostLines, "more lines than a spot can tell");
  if (states_.size() < grid.size() * 2) states_.resize(grid.size() * 2);
  if (goals_.size() < grid.size()) goals_.resize(grid.size());
  queue_.clear();
  if (++round_ < State::kRounds) return;
  std::fill(states_.begin(), states_.end(), State());
  std::fill(goals_.begin(), goals_.end(), 0U);
  round_ = 1;
}

/// Is it worth going on from here at this cost? Not if the place was got to on the other axis for less by a bend: all
/// that can be done next can be done from there. Asked of places in no order, which no branch prediction foresees:
/// there is none but for the answer.
inline bool Search::is_better(const State& known, const State& turned, float cost) const {
  const unsigned met = known.met(round_), done = known.done(), cheaper = known.cost() <= cost;
  const unsigned turns = turned.met(round_), passed = turned.cost() + static_cast<float>(RouteCost::kBend) < cost;
  return ((met & (done | cheaper)) | (turns & passed)) == 0;
}

/// Calls offer(i, j, place, heading, cost) for all that a route can do next; some of it leads nowhere and costs
/// Grid::kBlocked or more. Where the place was left on the other axis at no more than it costs after a turn here, a
/// turn need not be offered again: not to where it was left for, nor to where it was come from, unless is_goal(i, j,
/// place).
template <class Offer, class IsGoal>
inline void Search::each_step(const Grid& grid, Spot at, Offer&& offer, IsGoal&& is_goal) const {
  const std::size_t i = at.i, j = at.j, nx = grid.xs().size(), place = grid.place(i, j);
  const State &state = states_[2 * place + at.axis], &other = states_[2 * place + (at.axis ^ 1U)];
  const float cost = state.cost(), bent = cost + static_cast<float>(RouteCost::kBend);
  const float upright = at.axis == 0 ? cost : bent, level = at.axis == 0 ? bent : cost;
  // A bit for each heading: those that stay on the grid, and do not turn round.
  unsigned open =
      unsigned{j > 0} | unsigned{i + 1 < nx} << 1 | unsigned{j + 1 < grid.ys().size()} << 2 | unsigned{i > 0} << 3;
  open &= ~(1U << (state.heading() + 2) % 4);
  if (other.met(round_) && other.done() && other.cost() <= bent) {
    const int gone = other.heading(), come = (gone + 2) % 4;
    open &= ~(1U << gone);
    const auto x = i + static_cast<std::size_t>(kStepX[come]), y = j + static_cast<std::size_t>(kStepY[come]);
    if ((open >> come & 1U) != 0 && other.way() < State::kFromTerminal && !is_goal(x, y, grid.place(x, y)))
      open &= ~(1U << come);
  }
  if ((open & 1U) != 0) offer(i, j - 1, place - nx, 0, upright + grid.down(place - nx));
  if ((open & 2U) != 0) offer(i + 1, j, place + 1, 1, level + grid.across(place));
  if ((open & 4U) != 0) offer(i, j + 1, place + nx, 2, upright + grid.down(place));
  if ((open & 8U) != 0) offer(i - 1, j, place - 1, 3, level + grid.across(place - 1));
}

Path Search::run(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to,
                 std::size_t most_steps, double bound, float greed) {
  if (from.empty() || to.empty()) return {};
  start(grid, from);
  for (const Terminal& t : to) goals_[grid.place(t.i, t.j)] = round_;
  estimate_ = Estimate(grid, to, greed);
  float best = static_cast<float>(bound);
  Arrival last;
  std::optional<std::size_t> found;
  const auto arrive = [&](const Arrival& here) {
    for (std::size_t t = 0; t < to.size(); ++t) {
      if (to[t].i != here.i || to[t].j != here.j) continue;
      if (const float total = cost_to(to[t], here); total < best) best = total, last = here, found = t;
    }
  };
  const auto is_goal = [&](std::size_t i, std::size_t j, std::size_t place) {
    return estimate_.among_goals(i, j) && goals_[place] == round_;
  };
  const auto offer = [&](std::size_t i, std::size_t j, std::size_t place, int heading, float cost, std::uint32_t way)
      __attribute__((always_inline)) {
    if (cost >= best) return;
    const float whole = cost + estimate_(i, j, heading);
    const Spot spot(i, j, heading);
    const std::size_t index = 2 * place + spot.axis;
    if (whole >= best) return;
    if (is_goal(i, j, place)) arrive({i, j, heading, way, cost});
    State& known = states_[index];
    if (!is_better(known, states_[index ^ 1U], cost)) return;
    known.meet(round_, cost, heading, way);
    queue_.push(whole, spot.packed());
  };
  for (std::uint32_t t = 0; t < from.size(); ++t)
    offer(from[t].i, from[t].j, grid.place(from[t].i, from[t].j), from[t].heading, static_cast<float>(from[t].cost),
          State::kFromTerminal + t);

  for (std::size_t step = 0; step < most_steps && !queue_.empty(); ++step) {
    ++steps_;
    const Spot spot(queue_.pop());
    if (queue_.least() >= best) break;
    State& state = states_[2 * grid.place(spot.i, spot.j) + spot.axis];
    if (state.done()) continue;
    state.finish();
    each_step(
        grid, spot,
        [&](std::size_t i, std::size_t j, std::size_t next, int heading, float cost) {
          offer(i, j, next, heading, cost, spot.axis);
        },
        is_goal);
  }
  if (!found) return {};
  Path path = trace(grid, last, from, to[*found]);
  path.cost = best;
  return path;
}

/// Of a route that has got there; Grid::kBlocked if it would have to turn round.
float Search::cost_to(const Terminal& goal, const Arrival& last) {
  if ((goal.heading + 2) % 4 == last.heading) return Grid::kBlocked;
  return last.cost + static_cast<float>(goal.cost + (goal.heading != last.heading ? RouteCost::kBend : 0));
}

void Search::flood(const Grid& grid, const std::vector<Terminal>& from) {
  start(grid, from);
  const auto offer = [&](std::size_t i, std::size_t j, std::size_t place, int heading, float cost, std::uint32_t way) {
    const Spot spot(i, j, heading);
    const std::size_t index = 2 * place + spot.axis;
    if (cost >= Grid::kBlocked || !is_better(states_[index], states_[index ^ 1U], cost)) return;
    states_[index].meet(round_, cost, heading, way);
    queue_.push(cost, spot.packed());
  };
  for (std::uint32_t t = 0; t < from.size(); ++t)
    offer(from[t].i, from[t].j, grid.place(from[t].i, from[t].j), from[t].heading, static_cast<float>(from[t].cost),
          State::kFromTerminal + t);
  for (; !queue_.empty(); ++steps_) {
    const Spot spot(queue_.pop());
    State& state = states_[2 * grid.place(spot.i, spot.j) + spot.axis];
    if (state.done()) continue;
    state.finish();
    each_step(
        grid, spot,
        [&](std::size_t i, std::size_t j, std::size_t next, int heading, float cost) {
          offer(i, j, next, heading, cost, spot.axis);
        },
        [](std::size_t, std::size_t, std::size_t) { return false; });
  }
}

/// All that the last flood knows of getting to a place: from those around it, or as it starts there.
std::vector<Search::Arrival> Search::arrivals(const Grid& grid, std::size_t i, std::size_t j) const {
  std::vector<Arrival> all;
  const std::size_t nx = grid.xs().size(), ny = grid.ys().size();
  for (std::uint32_t axis = 0; axis < 2; ++axis) {
    const State& here = states_[2 * grid.place(i, j) + axis];
    if (here.met(round_) && here.way() >= State::kFromTerminal)
      all.push_back({i, j, here.heading(), here.way(), here.cost()});
    for (int heading = 0; heading < 4; ++heading) {
      if ((heading == 0 && j + 1 == ny) || (heading == 1 && i == 0) || (heading == 2 && j == 0) ||
          (heading == 3 && i + 1 == nx))
        continue;
      const std::size_t before =
          grid.place(i - static_cast<std::size_t>(kStepX[heading]), j - static_cast<std::size_t>(kStepY[heading]));
      const State& state = states_[2 * before + axis];
      if (!state.met(round_) || !state.done() || (state.heading() + 2) % 4 == heading) continue;
      const std::size_t piece = heading == 1 || heading == 2 ? before : grid.place(i, j);
      const bool turns = static_cast<std::uint32_t>(heading) % 2 != axis;
      all.push_back({i, j, heading, axis,
                     state.cost() + (heading % 2 == 1 ? grid.across(piece) : grid.down(piece)) +
                         (turns ? static_cast<float>(RouteCost::kBend) : 0)});
    }
  }
  return all;
}

Path Search::way_to(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to) const {
  float best = Grid::kBlocked;
  Arrival last;
  std::size_t goal = 0;
  for (std::size_t t = 0; t < to.size(); ++t)
    for (const Arrival& arrival : arrivals(grid, to[t].i, to[t].j))
      if (const float total = cost_to(to[t], arrival); total < best) best = total, last = arrival, goal = t;
  if (best >= Grid::kBlocked) return {};
  Path path = trace(grid, last, from, to[goal]);
  path.cost = best;
  return path;
}

Path Search::trace(const Grid& grid, Arrival last, const std::vector<Terminal>& from, const Terminal& goal) const {
  Path path;
  path.to = goal.side;
  path.points.push_back(goal.side.point(goal.position));
  for (;;) {
    path.points.push_back({grid.xs()[last.i], grid.ys()[last.j]});
    if (last.way >= State::kFromTerminal) {
      const Terminal& start = from[last.way - State::kFromTerminal];
      path.from = start.side;
      path.points.push_back(start.side.point(start.position));
      break;
    }
    last.i -= static_cast<std::size_t>(kStepX[last.heading]), last.j -= static_cast<std::size_t>(kStepY[last.heading]);
    const State& state = states_[2 * grid.place(last.i, last.j) + last.way];
    last.heading = state.heading(), last.way = state.way();
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
