#include "layout/p5_route/nudge.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/p5_route/jogs.hpp"
#include "layout/p5_route/line_order.hpp"
#include "layout/p5_route/spacing.hpp"
#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

constexpr int kRounds = 2;
constexpr double kLineGap = 12;
constexpr double kStub = 16;         // px from the last bend to a node's side: an arrow head and a rounded corner
constexpr double kLeastStub = 10;    // the same where there is no room
constexpr double kTail = 10;         // the same where there is no arrow head
constexpr double kNarrow = 90;       // channels up to this width are used in their middle
constexpr double kNear = 40;         // segments further apart than this have nothing to do with each other
constexpr double kLeastPortGap = 8;  // ports that would stand closer than this share one place: a trunk
constexpr double kTrunkGap = 0.03;   // in a trunk: not to be seen, but its lines part in the order in which they lie
constexpr std::size_t kMostOrdered = 64;  // lines of a trunk above which their order costs more than it is worth
constexpr double kWide = 200;             // px of a channel whose sides are of no interest
constexpr double kSame = 0.5;
constexpr std::size_t kAlone = 1000;  // paths for which it does not pay to start threads

/// One segment of a path, as a variable: where it lies across its direction.
struct Segment {
  std::uint32_t path = 0;
  std::uint32_t index = 0;  ///< of the point it ends at
  double at = 0;
  double from = 0, to = 0;   ///< extent along, ordered
  double low = 0, high = 0;  ///< where it may lie
  double weight = 1;
  bool first = false, last = false;
};

struct Interval {
  double low, high;
};

double along(Point p, bool vertical) { return vertical ? p.y : p.x; }
double across(Point p, bool vertical) { return vertical ? p.x : p.y; }

class Nudge {
 public:
  Nudge(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths, std::size_t threads)
      : graph_(graph), obstacles_(obstacles), paths_(paths), threads_(threads), ports_(graph.nodes().size()) {
    count_ports();
  }

  void spread(bool vertical) {
    collect(vertical);
    find_gaps(vertical);
    std::vector<Track> tracks;
    tracks.reserve(segments_.size());
    for (const Segment& s : segments_) tracks.push_back({s.at, s.low, s.high, s.weight});
    space_out(tracks, gaps_);
    for (std::size_t i = 0; i < segments_.size(); ++i)
      for (const std::size_t p : {segments_[i].index - 1, segments_[i].index}) {
        Point& point = paths_[segments_[i].path].points[p];
        (vertical ? point.x : point.y) = tracks[i].at;
      }
  }

 private:
  void count_ports() {
    for (std::size_t p = 0; p < paths_.size(); ++p) {
      ++ports_[graph_.edges()[p].from][static_cast<std::size_t>(paths_[p].from.side)];
      ++ports_[graph_.edges()[p].to][static_cast<std::size_t>(paths_[p].to.side)];
    }
  }
  /// Lines of a side that is so crowded that they share a trunk, else 0.
  std::size_t trunk(NodeId node, const PortSide& side) const {
    const std::size_t lines = ports_[node][static_cast<std::size_t>(side.side)];
    return static_cast<double>(lines) > 1 + (side.high - side.low) / kLeastPortGap ? lines : 0;
  }
  /// The same where two paths come together in one side of a node.
  std::size_t common_trunk(std::size_t a, std::size_t b) const {
    const Edge &e = graph_.edges()[a], &f = graph_.edges()[b];
    const Path &p = paths_[a], &q = paths_[b];
    if (e.from == f.from && p.from.side == q.from.side && e.to != f.to) return trunk(e.from, p.from);
    if (e.to == f.to && p.to.side == q.to.side && e.from != f.from) return trunk(e.to, p.to);
    return 0;
  }

  void collect(bool vertical) {
    segments_ = found_on_threads<Segment>(threads_, paths_.size(),
                                          [&](std::size_t first, std::size_t last, std::vector<Segment>& found) {
                                            for (std::size_t p = first; p < last; ++p) collect(p, vertical, found);
                                          });
    std::stable_sort(segments_.begin(), segments_.end(),
                     [](const Segment& a, const Segment& b) { return a.at < b.at; });
  }

  void collect(std::size_t p, bool vertical, std::vector<Segment>& found) const {
    const Path& path = paths_[p];
    const Edge& edge = graph_.edges()[p];
    if (edge.from == edge.to) return;
    for (std::size_t i = 1; i < path.points.size(); ++i) {
      const Point a = path.points[i - 1], b = path.points[i];
      if (is_vertical(a, b) != vertical) continue;
      Segment s{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(i), across(a, vertical),
                std::min(along(a, vertical), along(b, vertical)), std::max(along(a, vertical), along(b, vertical))};
      s.first = i == 1, s.last = i + 1 == path.points.size();
      limit(s, path, edge, vertical);
      found.push_back(s);
    }
  }

  void limit(Segment& s, const Path& path, const Edge& edge, bool vertical) const {
    Point a = path.points[s.index - 1], b = path.points[s.index];
    (vertical ? b.x : b.y) = s.at;
    const NodeId skip_from = s.first ? edge.from : Obstacles::kNone, skip_to = s.last ? edge.to : Obstacles::kNone;
    const Channel channel = obstacles_.channel(a, b, kLeastClearance, kBorderClearance, skip_from, skip_to);
    const bool ends = s.first || s.last;
    s.low = channel.low, s.high = channel.high;
    Interval wanted{-1e9, 1e9};  // where it looks best
    if (s.index == 2) keep_stub(s, wanted, path.from, path.points[0], kTail, vertical);
    if (s.index + 2 == path.points.size())
      keep_stub(s, wanted, path.to, path.points.back(), edge.head ? kStub : kTail, vertical);
    if (s.low > s.high) s.low = s.high = (s.low + s.high) / 2;
    if (ends || s.high - s.low > kWide) s.low = std::min(s.low, s.at), s.high = std::max(s.high, s.at);
    if (s.first) s.low = std::max(s.low, path.from.low), s.high = std::min(s.high, path.from.high);
    if (s.last) s.low = std::max(s.low, path.to.low), s.high = std::min(s.high, path.to.high);
    if (s.low > s.high) s.low = s.high = s.at;
    if (ends) {
      s.weight = (s.first && !path.from.roomy) || (s.last && !path.to.roomy) ? 8 : 3;
      if (s.first && s.last) s.weight *= 2;
    } else if (s.high - s.low < kNarrow) {
      s.at = (s.low + s.high) / 2;
    } else {
      s.at = std::clamp(s.at, std::min(s.low + kClearance - kLeastClearance, s.high),
                        std::max(s.low, s.high - kClearance + kLeastClearance));
    }
    s.at = std::clamp(std::max(std::min(s.at, wanted.high), wanted.low), s.low, s.high);
  }

  /// The segment next to an end stays so far off the node that the arrow head is on a straight piece, and a rounded
  /// corner has room if it can be had.
  static void keep_stub(Segment& s, Interval& wanted, const PortSide& side, Point end, double stub, bool vertical) {
    if (side.horizontal() != vertical) return;
    const double rim = across(end, vertical);
    if (side.sign() > 0) {
      s.low = std::max(s.low, std::min(rim + kLeastStub, s.high));
      wanted.low = std::max(wanted.low, std::min(rim + stub, s.high));
    } else {
      s.high = std::min(s.high, std::max(rim - kLeastStub, s.low));
      wanted.high = std::min(wanted.high, std::max(rim - stub, s.low));
    }
  }

  /// Segments are sorted by where they lie across: those that are near stand near. In a large drawing most of these
  /// lie elsewhere along the line; that is seen from a list that holds nothing else.
  void find_gaps(bool vertical) {
    std::vector<Interval> along;
    along.reserve(segments_.size());
    for (const Segment& s : segments_) along.push_back({s.from, s.to});
    gaps_ = found_on_threads<TrackGap>(
        threads_, segments_.size(), [&](std::size_t first, std::size_t end, std::vector<TrackGap>& found) {
          for (std::size_t i = first, last = first; i < end; ++i) {
            while (last < segments_.size() && segments_[last].at - segments_[i].at <= kNear) ++last;
            for (std::size_t k = i + 1; k < last; ++k)
              if (std::min(along[i].high, along[k].high) >= std::max(along[i].low, along[k].low) - kSame)
                add_gap(i, k, vertical, found);
          }
        });
  }

  void add_gap(std::size_t i, std::size_t k, bool vertical, std::vector<TrackGap>& found) const {
    const Segment &s = segments_[i], &t = segments_[k];
    if (s.path == t.path || s.low > t.high || t.low > s.high) return;
    const std::size_t trunk = common_trunk(s.path, t.path);
    if (trunk > kMostOrdered) return;
    const bool ports = (s.first || s.last) && (t.first || t.last);
    const double apart = original(s, vertical) - original(t, vertical);
    const bool swap = apart > kSame || (apart >= -kSame && lies_after(paths_, {s.path, s.index}, {t.path, t.index}));
    found.push_back({swap ? k : i, swap ? i : k, trunk > 0 ? kTrunkGap : ports ? kPortGap : kLineGap});
  }

  double original(const Segment& s, bool vertical) const { return across(paths_[s.path].points[s.index], vertical); }

  const SizedGraph& graph_;
  const Obstacles& obstacles_;
  std::vector<Path>& paths_;
  std::size_t threads_;
  SideTable<NodeId, std::array<std::uint32_t, 4>> ports_;  ///< of each side
  std::vector<Segment> segments_;
  std::vector<TrackGap> gaps_;
};

/// Each piece is straight and free. A piece that has shrunk to nothing on the way may have been taken for one of the
/// other direction.
bool sound(const SizedGraph& graph, const Obstacles& obstacles, const Path& path, std::size_t index) {
  constexpr double kAskew = 1e-6;
  const Edge& e = graph.edges()[index];
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const Point d = path.points[i] - path.points[i - 1];
    if (std::min(std::abs(d.x), std::abs(d.y)) > kAskew) return false;
    const NodeId a = i == 1 ? e.from : Obstacles::kNone, b = i + 1 == path.points.size() ? e.to : Obstacles::kNone;
    if (!obstacles.is_free(path.points[i - 1], path.points[i], 1, a, b)) return false;
  }
  return true;
}

}  // namespace

void nudge(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths) {
  const std::size_t threads = threads_for(paths.size(), kAlone);
  const auto for_each_path = [&](const auto& work) {
    on_pieces(threads, paths.size(), [&](std::size_t first, std::size_t last, std::size_t) {
      for (std::size_t p = first; p < last; ++p) work(p);
    });
  };
  remove_jogs(graph, obstacles, paths, 2 * RouteCost::kBend);
  Nudge nudge(graph, obstacles, paths, threads);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::vector<Point>> before(paths.size());
    for_each_path([&](std::size_t p) {
      // A piece that has lost its length has lost its direction too: its neighbours would be moved apart.
      simplify(paths[p].points);
      before[p] = paths[p].points;
    });
    nudge.spread(false);
    nudge.spread(true);
    for_each_path([&](std::size_t p) {
      if (!sound(graph, obstacles, paths[p], p)) paths[p].points = std::move(before[p]);
    });
  }
  remove_jogs(graph, obstacles, paths, 0.5);
}

}  // namespace skydraft::layout
