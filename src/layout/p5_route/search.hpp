#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/p5_route/grid.hpp"
#include "layout/p5_route/leg.hpp"

namespace skydraft::layout {

/// A place on the grid where a route enters it from a port, or leaves it to one.
struct Terminal {
  std::size_t i = 0, j = 0;
  int heading = 0;  ///< of the route there: 0 north, 1 east, 2 south, 3 west
  double cost = 0;  ///< of the piece between port and grid, and of the port itself
  PortSide side;
  double position = 0;
};

/// A queue for costs that are known only roughly to be least first: buckets of kWidth px, the last in is the first out.
///
/// Source    R. Dial, "Algorithm 360: Shortest-Path Forest with Topological Ordering", CACM 12(11), 1969.
class BucketQueue {
 public:
  BucketQueue() : heads_(kMostBuckets, kNone) {}
  void clear();
  bool empty() const { return count_ == 0; }
  void push(float cost, std::uint32_t value) {
    const auto bucket =
        static_cast<std::size_t>(std::clamp(static_cast<std::int32_t>(cost / kWidth), 0, kMostBuckets - 1));
    last_ = std::max(last_, bucket);
    ++count_;
    if (bucket > first_) return link(bucket, value);
    if (next_ != kNone) link(first_, next_);
    first_ = bucket, next_ = value;
  }
  /// Requires that it is not empty.
  std::uint32_t pop() {
    --count_;
    if (next_ != kNone) return std::exchange(next_, kNone);
    while (heads_[first_] == kNone) ++first_;
    const std::uint32_t entry = heads_[first_];
    heads_[first_] = entries_[entry].next;
    entries_[entry].next = free_, free_ = entry;
    return entries_[entry].value;
  }
  float least() const { return static_cast<float>(first_) * kWidth; }  ///< no value left costs less

 private:
  /// Those of one bucket are a list, so that all buckets share the room.
  struct Entry {
    std::uint32_t value, next;
  };
  static constexpr float kWidth = 4;
  static constexpr std::int32_t kMostBuckets = 1 << 15;  ///< what costs more shares the last
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t take_entry() {
    if (free_ == kNone) add_entry();
    const std::uint32_t entry = free_;
    free_ = entries_[entry].next;
    return entry;
  }
  void add_entry();
  void link(std::size_t bucket, std::uint32_t value) {
    const std::uint32_t entry = take_entry();
    entries_[entry] = {value, heads_[bucket]};
    heads_[bucket] = entry;
  }

  std::vector<std::uint32_t> heads_;  ///< of each bucket: its last entry
  std::vector<Entry> entries_;
  std::uint32_t free_ = kNone;  ///< entries that hold nothing
  std::uint32_t next_ = kNone;  ///< of the first bucket, before all in it; as a rule the next is the one just pushed
  std::size_t first_ = 0, last_ = 0, count_ = 0;
};

/// Looks for the cheapest route between any of some terminals and any of others, cheaper than `bound`.
///
/// The estimate knows nothing of crossings and borders: times `greed` above 1 it saves most of the search, and the
/// route is at most so much dearer than the cheapest (I. Pohl, "Heuristic search viewed as path finding in a graph",
/// 1970). Source    P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum
/// Cost Paths",
///           IEEE Trans. SSC 4(2), 1968; states are grid points with a heading, so that bends cost (Wybrow et al.
///           2009).
/// Cost      O(states log states), at most `most_steps` states taken.
class Search {
 public:
  Path run(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to, std::size_t most_steps,
           double bound, float greed);
  /// Finds the cheapest ways from some terminals to all places of the grid, for way_to().
  void flood(const Grid& grid, const std::vector<Terminal>& from);
  /// The cheapest way of the last flood, from its terminals to any of these; empty if there is none.
  Path way_to(const Grid& grid, const std::vector<Terminal>& from, const std::vector<Terminal>& to) const;
  std::size_t steps() const { return steps_; }  ///< taken in all runs

 private:
  /// What a search knows of a place and an axis on which it is got to: 0 upright, 1 level, as a heading's last bit
  /// says. From where the heading points no way leads back that would cost less, so there need not be one for each
  /// heading: only at goals it matters, which are looked at before a dearer way to a place is forgotten. Two words:
  /// there are two for every place of the largest grid.
  class State {
   public:
    static constexpr std::uint32_t kRounds = 1U << 23;
    static constexpr std::uint32_t kFromTerminal = 2;  ///< ways from here on start at a terminal; below: an axis
    static constexpr std::uint32_t kWays = 1U << 6;

    bool met(std::uint32_t round) const { return mark_ >> kRoundAt == round; }
    bool done() const { return (mark_ & kDone) != 0; }
    float cost() const { return cost_; }
    std::uint32_t way() const { return mark_ % kWays; }  ///< how the place before was got to
    int heading() const { return static_cast<int>(mark_ / kWays % 4); }
    void meet(std::uint32_t round, float cost, int heading, std::uint32_t way) {
      cost_ = cost, mark_ = round << kRoundAt | static_cast<std::uint32_t>(heading) * kWays | way;
    }
    void finish() { mark_ |= kDone; }

   private:
    static constexpr std::uint32_t kDone = 4 * kWays, kRoundAt = 9;
    float cost_ = 0;
    std::uint32_t mark_ = 0;
  };
  /// The least that is left to do from any place: the way to the box of all goals, and a bend if it lies askew.
  class Estimate {
   public:
    Estimate() = default;
    Estimate(const Grid& grid, const std::vector<Terminal>& goals, float greed);
    float operator()(std::size_t i, std::size_t j, int heading) const {
      return x_[i].way + y_[j].way + rest_[x_[i].zone + y_[j].zone + static_cast<std::size_t>(heading)];
    }

    /// Within the box of all goals?
    bool among_goals(std::size_t i, std::size_t j) const { return x_[i].way + y_[j].way == 0; }

   private:
    struct Line {
      float way = 0;
      std::uint32_t zone = 0;  ///< where those of rest_ begin that hold there
    };
    std::vector<Line> x_, y_;
    std::array<float, 36> rest_{};
  };
  void start(const Grid& grid, const std::vector<Terminal>& from);
  bool is_better(const State& known, const State& turned, float cost) const;
  /// A state as the queue holds it, by its lines: to find these from its number would take a division each time.
  struct Spot {
    std::uint32_t i, j, axis;
    Spot(std::size_t line, std::size_t level, int heading)
        : i(static_cast<std::uint32_t>(line)),
          j(static_cast<std::uint32_t>(level)),
          axis(static_cast<std::uint32_t>(heading) % 2) {}
    explicit Spot(std::uint32_t packed) : i(packed / 2 % kMostLines), j(packed / 2 / kMostLines), axis(packed % 2) {}
    std::uint32_t packed() const { return (j * kMostLines + i) * 2 + axis; }
  };
  static constexpr std::uint32_t kMostLines = 1U << 15;  ///< of a grid, on each axis

  template <class Offer, class IsGoal>
  void each_step(const Grid& grid, Spot at, Offer&& offer, IsGoal&& is_goal) const;
  /// The last place of a route, and how it is got to there.
  struct Arrival {
    std::size_t i = 0, j = 0;
    int heading = 0;
    std::uint32_t way = 0;  ///< as in State
    float cost = Grid::kBlocked;
  };
  std::vector<Arrival> arrivals(const Grid& grid, std::size_t i, std::size_t j) const;
  static float cost_to(const Terminal& goal, const Arrival& last);
  Path trace(const Grid& grid, Arrival last, const std::vector<Terminal>& from, const Terminal& goal) const;

  Estimate estimate_;
  std::vector<State> states_;
  std::vector<std::uint32_t> goals_;  ///< by grid point: the round in which it is one
  BucketQueue queue_;
  std::uint32_t round_ = 0;
  std::size_t steps_ = 0;
};

/// The places where routes to the stop can meet the grid, when the other end stands around `partner`.
std::vector<Terminal> terminals(const Grid& grid, const Obstacles& obstacles, const StopSides& sides,
                                const Rect& partner, bool arriving);

}  // namespace skydraft::layout
