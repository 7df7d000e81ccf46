#include "layout/p5_route/nudge.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "layout/p5_route/jogs.hpp"

namespace skydraft::layout {
namespace {

constexpr int kRounds = 2;
constexpr int kRelaxations = 60;
constexpr double kLineGap = 12;
constexpr double kStub = 16;         // px from the last bend to a node's side: an arrow head and a rounded corner
constexpr double kTail = 10;         // the same where there is no arrow head
constexpr double kNarrow = 90;       // channels up to this width are used in their middle
constexpr double kNear = 40;         // segments further apart than this have nothing to do with each other
constexpr double kLeastPortGap = 8;  // ports that would stand closer than this share one place: a trunk
constexpr double kSame = 0.5;

/// One segment of a path, as a variable: where it lies across its direction.
struct Segment {
  std::size_t path = 0;
  std::size_t index = 0;  ///< of the point it ends at
  double at = 0;
  double from = 0, to = 0;   ///< extent along, ordered
  double low = 0, high = 0;  ///< where it may lie
  double weight = 1;
  bool first = false, last = false;
};

struct Gap {
  std::size_t before, after;
  double least;
};

double along(Point p, bool vertical) { return vertical ? p.y : p.x; }
double across(Point p, bool vertical) { return vertical ? p.x : p.y; }

class Nudge {
 public:
  Nudge(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths)
      : graph_(graph), obstacles_(obstacles), paths_(paths) {
    count_ports();
  }

  void spread(bool vertical) {
    collect(vertical);
    find_gaps(vertical);
    relax();
    for (const Segment& s : segments_)
      for (const std::size_t p : {s.index - 1, s.index}) {
        Point& point = paths_[s.path].points[p];
        (vertical ? point.x : point.y) = s.at;
      }
  }

 private:
  using PortKey = std::tuple<std::uint32_t, Side>;

  static PortKey key(NodeId node, const PortSide& side) { return {node.index, side.side}; }

  void count_ports() {
    for (std::size_t p = 0; p < paths_.size(); ++p) {
      ++ports_[key(graph_.edges()[p].from, paths_[p].from)];
      ++ports_[key(graph_.edges()[p].to, paths_[p].to)];
    }
  }
  bool crowded(NodeId node, const PortSide& side) const {
    return ports_.at(key(node, side)) > 1 + (side.high - side.low) / kLeastPortGap;
  }
  /// Do two paths come together in a crowded side of one node, so that they may share a trunk?
  bool bundled(std::size_t a, std::size_t b) const {
    const Edge &e = graph_.edges()[a], &f = graph_.edges()[b];
    const Path &p = paths_[a], &q = paths_[b];
    if (e.from == f.from && p.from.side == q.from.side && e.to != f.to) return crowded(e.from, p.from);
    if (e.to == f.to && p.to.side == q.to.side && e.from != f.from) return crowded(e.to, p.to);
    return false;
  }

  void collect(bool vertical) {
    segments_.clear();
    for (std::size_t p = 0; p < paths_.size(); ++p) {
      const Path& path = paths_[p];
      const Edge& edge = graph_.edges()[p];
      if (edge.from == edge.to) continue;
      for (std::size_t i = 1; i < path.points.size(); ++i) {
        const Point a = path.points[i - 1], b = path.points[i];
        if (is_vertical(a, b) != vertical) continue;
        Segment s{p, i, across(a, vertical), std::min(along(a, vertical), along(b, vertical)),
                  std::max(along(a, vertical), along(b, vertical))};
        s.first = i == 1, s.last = i + 1 == path.points.size();
        limit(s, path, edge, vertical);
        segments_.push_back(s);
      }
    }
    std::stable_sort(segments_.begin(), segments_.end(),
                     [](const Segment& a, const Segment& b) { return a.at < b.at; });
  }

  void limit(Segment& s, const Path& path, const Edge& edge, bool vertical) const {
    Point a = path.points[s.index - 1], b = path.points[s.index];
    (vertical ? b.x : b.y) = s.at;
    const NodeId skip_from = s.first ? edge.from : Obstacles::kNone, skip_to = s.last ? edge.to : Obstacles::kNone;
    const Channel channel = obstacles_.channel(a, b, kLeastClearance, kBorderClearance, skip_from, skip_to);
    const bool ends = s.first || s.last;
    s.low = channel.low, s.high = channel.high;
    if (s.index == 2) keep_stub(s, path.from, path.points[0], kTail, vertical);
    if (s.index + 2 == path.points.size())
      keep_stub(s, path.to, path.points.back(), edge.head ? kStub : kTail, vertical);
    if (s.low > s.high) s.low = s.high = (s.low + s.high) / 2;
    if (ends || s.high - s.low > 700) s.low = std::min(s.low, s.at), s.high = std::max(s.high, s.at);
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
    s.at = std::clamp(s.at, s.low, s.high);
  }

  /// The segment next to an end stays so far off the node that the arrow head is on a straight piece.
  static void keep_stub(Segment& s, const PortSide& side, Point end, double stub, bool vertical) {
    if (side.horizontal() != vertical) return;
    const double rim = across(end, vertical);
    if (side.sign() > 0) s.low = std::max(s.low, std::min(rim + stub, s.high));
    if (side.sign() < 0) s.high = std::min(s.high, std::max(rim - stub, s.low));
  }

  void find_gaps(bool vertical) {
    gaps_.clear();
    for (std::size_t i = 0; i < segments_.size(); ++i)
      for (std::size_t k = i + 1; k < segments_.size(); ++k) {
        const Segment &s = segments_[i], &t = segments_[k];
        if (s.path == t.path) continue;
        if (t.at - s.at > kNear) break;
        if (std::min(s.to, t.to) < std::max(s.from, t.from) - kSame || s.low > t.high || t.low > s.high) continue;
        if (bundled(s.path, t.path)) continue;
        const bool ports = (s.first || s.last) && (t.first || t.last);
        const bool swap =
            original(s, vertical) - original(t, vertical) > kSame ||
            (std::abs(original(s, vertical) - original(t, vertical)) <= kSame && comes_after(s, t, vertical));
        gaps_.push_back({swap ? k : i, swap ? i : k, ports ? kPortGap : kLineGap});
      }
  }

  double original(const Segment& s, bool vertical) const { return across(paths_[s.path].points[s.index], vertical); }

  /// Which way the path goes on beyond one end of the segment: -1 towards lower coordinates, +1 higher, 0 it ends.
  int turn(const Segment& s, bool at_low_end, bool vertical) const {
    const auto& points = paths_[s.path].points;
    const bool forward = (along(points[s.index], vertical) < along(points[s.index - 1], vertical)) == at_low_end;
    if (forward ? s.last : s.first) return 0;
    const Point here = forward ? points[s.index] : points[s.index - 1],
                next = forward ? points[s.index + 1] : points[s.index - 2];
    return across(next, vertical) > across(here, vertical) ? 1 : -1;
  }

  /// Of two segments on one line: does s have to lie after t (at the higher coordinate) so that they do not cross?
  bool comes_after(const Segment& s, const Segment& t, bool vertical) const {
    int votes = 0;
    for (const bool low_end : {true, false}) {
      const double es = low_end ? s.from : s.to, et = low_end ? t.from : t.to;
      const int ts = turn(s, low_end, vertical), tt = turn(t, low_end, vertical);
      const bool s_first = low_end ? es > et + kSame : es < et - kSame,
                 t_first = low_end ? et > es + kSame : et < es - kSame;
      if (s_first)
        votes += ts;
      else if (t_first)
        votes -= tt;
      else
        votes += (ts > tt) - (ts < tt);
    }
    return votes != 0 ? votes > 0 : s.path > t.path;
  }

  void relax() {
    for (const double share : {1.0, 0.66, 0.4}) {
      double worst = 0;
      for (int round = 0; round < kRelaxations; ++round) {
        worst = 0;
        for (const Gap& gap : gaps_) {
          Segment &a = segments_[gap.before], &b = segments_[gap.after];
          const double missing = gap.least * share - (b.at - a.at);
          if (missing < 0.01) continue;
          worst = std::max(worst, missing);
          const double part = b.weight / (a.weight + b.weight);
          a.at = std::clamp(a.at - missing * part, a.low, a.high);
          b.at = std::clamp(b.at + missing * (1 - part), b.low, b.high);
          const double rest = gap.least * share - (b.at - a.at);
          if (rest < 0.01) continue;
          a.at = std::clamp(a.at - rest, a.low, a.high);
          b.at = std::clamp(b.at + std::max(0.0, gap.least * share - (b.at - a.at)), b.low, b.high);
        }
        if (worst < 0.05) return;
      }
    }
  }

  const SizedGraph& graph_;
  const Obstacles& obstacles_;
  std::vector<Path>& paths_;
  std::map<PortKey, int> ports_;
  std::vector<Segment> segments_;
  std::vector<Gap> gaps_;
};

bool sound(const SizedGraph& graph, const Obstacles& obstacles, const Path& path, std::size_t index) {
  const Edge& e = graph.edges()[index];
  for (std::size_t i = 1; i < path.points.size(); ++i) {
    const NodeId a = i == 1 ? e.from : Obstacles::kNone, b = i + 1 == path.points.size() ? e.to : Obstacles::kNone;
    if (!obstacles.is_free(path.points[i - 1], path.points[i], 1, a, b)) return false;
  }
  return true;
}

}  // namespace

void nudge(const SizedGraph& graph, const Obstacles& obstacles, std::vector<Path>& paths) {
  remove_jogs(graph, obstacles, paths);
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<Path> before = paths;
    Nudge(graph, obstacles, paths).spread(false);
    Nudge(graph, obstacles, paths).spread(true);
    for (std::size_t p = 0; p < paths.size(); ++p)
      if (!sound(graph, obstacles, paths[p], p)) paths[p] = before[p];
  }
  remove_jogs(graph, obstacles, paths);
}

}  // namespace skydraft::layout
