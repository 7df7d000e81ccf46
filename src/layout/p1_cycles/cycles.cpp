#include "layout/p1_cycles/cycles.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace skydraft::layout {
namespace {

/// The boxes that are not yet in the order, by what is to be taken next.
class Remaining {
 public:
  Remaining(int boxes, std::span<const LayeredInput::Arc> arcs)
      : arcs_(arcs),
        at_(static_cast<std::size_t>(boxes)),
        in_(at_.size()),
        out_(at_.size()),
        surplus_(at_.size()),
        taken_(at_.size()) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      const auto from = static_cast<std::size_t>(arcs[i].from), to = static_cast<std::size_t>(arcs[i].to);
      if (from == to) continue;
      at_[from].push_back(i), at_[to].push_back(i);
      ++out_[from], ++in_[to];
      surplus_[from] += arcs[i].weight, surplus_[to] -= arcs[i].weight;
    }
    for (std::size_t box = 0; box < at_.size(); ++box) file(box);
  }

  bool empty() const { return order_.empty(); }
  bool has_sink() const { return !sinks_.empty(); }
  /// A sink if there is one and it is asked for, else a source, else the box with the greatest surplus.
  std::size_t take_sink() { return take(*sinks_.begin()); }
  std::size_t take_first() { return take(sources_.empty() ? order_.begin()->second : *sources_.begin()); }

 private:
  void file(std::size_t box) {
    order_.insert({-surplus_[box], box});
    if (out_[box] == 0 && in_[box] > 0) sinks_.insert(box);
    if (in_[box] == 0) sources_.insert(box);
  }
  void unfile(std::size_t box) {
    order_.erase({-surplus_[box], box});
    sinks_.erase(box), sources_.erase(box);
  }
  std::size_t take(std::size_t box) {
    unfile(box);
    taken_[box] = true;
    for (const std::size_t i : at_[box]) {
      const bool leaves = static_cast<std::size_t>(arcs_[i].from) == box;
      const auto other = static_cast<std::size_t>(leaves ? arcs_[i].to : arcs_[i].from);
      if (taken_[other]) continue;
      unfile(other);
      --(leaves ? in_ : out_)[other];
      surplus_[other] += leaves ? arcs_[i].weight : -arcs_[i].weight;
      file(other);
    }
    return box;
  }

  std::span<const LayeredInput::Arc> arcs_;
  std::vector<std::vector<std::size_t>> at_;
  std::vector<int> in_, out_;
  std::vector<double> surplus_;
  std::vector<char> taken_;
  std::set<std::pair<double, std::size_t>> order_;
  std::set<std::size_t> sinks_, sources_;
};

/// Moves boxes one by one to where in the order the arcs that point back weigh least. The greedy order is within a
/// factor only; in small graphs, where a wrong turn shows, this is cheap.
class Sifting {
 public:
  Sifting(std::vector<int>& position, std::span<const LayeredInput::Arc> arcs)
      : position_(position), order_(position.size()), at_(position.size()), arcs_(arcs) {
    for (std::size_t box = 0; box < position.size(); ++box) order_[static_cast<std::size_t>(position[box])] = box;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      if (arcs[i].from == arcs[i].to) continue;
      at_[static_cast<std::size_t>(arcs[i].from)].push_back(i);
      at_[static_cast<std::size_t>(arcs[i].to)].push_back(i);
    }
  }

  void run() {
    bool moved = order_.size() <= kMostSifted;
    for (int round = 0; moved && round < kSiftRounds; ++round) {
      moved = false;
      for (std::size_t box = 0; box < order_.size(); ++box) moved = sift(box) || moved;
    }
  }

 private:
  static constexpr std::size_t kMostSifted = 1000;
  static constexpr int kSiftRounds = 8;

  /// Other ends of a box's arcs, by place; what passing it forwards adds to the weight of the arcs that point back.
  struct Stop {
    int place = 0;
    double cost = 0;
  };

  bool sift(std::size_t box) {
    std::vector<Stop> stops;
    double here = 0;
    for (const std::size_t i : at_[box]) {
      const bool leaves = static_cast<std::size_t>(arcs_[i].from) == box;
      const int place = position_[static_cast<std::size_t>(leaves ? arcs_[i].to : arcs_[i].from)];
      stops.push_back({place, leaves ? arcs_[i].weight : -arcs_[i].weight});
      // Before all others only the arcs that come in point back.
      if (place < position_[box]) here += stops.back().cost;
    }
    std::sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) { return a.place < b.place; });
    double cost = 0, least = here - 1e-9;
    int target = -1;
    if (cost < least) least = cost, target = 0;
    for (std::size_t i = 0; i < stops.size(); ++i) {
      cost += stops[i].cost;
      if (i + 1 < stops.size() && stops[i + 1].place == stops[i].place) continue;
      if (cost < least) least = cost, target = stops[i].place + 1;
    }
    if (target < 0) return false;
    move(box, target);
    return true;
  }

  /// Puts the box before what stands at `target` now.
  void move(std::size_t box, int target) {
    const int from = position_[box], to = target > from ? target - 1 : target;
    const auto first = order_.begin();
    if (to > from)
      std::rotate(first + from, first + from + 1, first + to + 1);
    else
      std::rotate(first + to, first + from, first + from + 1);
    for (int place = std::min(from, to); place <= std::max(from, to); ++place)
      position_[order_[static_cast<std::size_t>(place)]] = place;
  }

  std::vector<int>& position_;
  std::vector<std::size_t> order_;
  std::vector<std::vector<std::size_t>> at_;
  std::span<const LayeredInput::Arc> arcs_;
};

}  // namespace

std::vector<char> feedback_arcs(int boxes, std::span<const LayeredInput::Arc> arcs) {
  Remaining remaining(boxes, arcs);
  std::vector<int> position(static_cast<std::size_t>(boxes));
  int first = 0, last = boxes;
  while (!remaining.empty()) {
    if (remaining.has_sink())
      position[remaining.take_sink()] = --last;
    else
      position[remaining.take_first()] = first++;
  }
  Sifting(position, arcs).run();
  std::vector<char> marked(arcs.size());
  for (std::size_t i = 0; i < arcs.size(); ++i)
    marked[i] = position[static_cast<std::size_t>(arcs[i].from)] > position[static_cast<std::size_t>(arcs[i].to)];
  return marked;
}

}  // namespace skydraft::layout
