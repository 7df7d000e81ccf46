#include "layout/p5_route/router.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <numeric>

#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

// Of the search for better paths: for a drawing that fits a page. In a larger one it would find little: a hundredth of
// the crossings for a fifth of the time.
constexpr std::size_t kImproveSteps = 4'000'000;
constexpr std::size_t kFirstSteps = 300'000;  // of the first search of each leg
constexpr std::size_t kLargeDrawing = 500;    // edges
constexpr std::size_t kAlone = 600;           // legs for which it does not pay to start threads

class Router {
 public:
  Router(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles, const Effort& effort)
      : graph_(graph),
        placement_(placement),
        obstacles_(obstacles),
        effort_(effort),
        tree_(graph),
        of_field_(tree_.fields().size()) {
    outer_.reserve(graph.edges().size());
    for (std::size_t e = 0; e < graph.edges().size(); ++e) outer_.push_back(split(e));
  }

  std::vector<Path> run(std::vector<EdgeId>& blocked) {
    route_fields();
    std::vector<Path> paths;
    paths.reserve(outer_.size());
    for (std::size_t e = 0; e < outer_.size(); ++e) {
      paths.push_back(join(e));
      if (!paths.back().found()) paths.back() = find_alone(e);
      if (paths.back().found()) continue;
      blocked.push_back({static_cast<std::uint32_t>(e)});
      paths.back() = across_obstacles(e);
    }
    return paths;
  }

 private:
  Stop stop_at(NodeId node, NodeId other) const {
    return {node, other, false, false, true, {}, placement_.rects[node]};
  }

  /// The leg that is the whole route of an edge, as long as no other goes on in it.
  Leg leg_of(std::size_t e) const {
    const Edge& edge = graph_.edges()[e];
    return {static_cast<std::uint32_t>(e), Leg::kNone, Leg::kNone, stop_at(edge.from, edge.to),
            stop_at(edge.to, edge.from),   {}};
  }

  /// Fields around an end, from the one in which it is a box (or in which the other end lies inside it) outwards.
  std::vector<std::size_t> fields_of(NodeId node, NodeId other) const {
    const bool inwards = node != other && graph_.is_inside(other, node) && graph_.is_container(node);
    std::vector<std::size_t> all;
    for (std::optional<std::size_t> f = inwards ? tree_.inside(node) : tree_.around(node); f;
         f = tree_.fields()[*f].parent)
      all.push_back(*f);
    return all;
  }

  /// Makes the legs of an edge and returns the outermost.
  std::size_t split(std::size_t e) {
    const Edge& edge = graph_.edges()[e];
    std::vector<std::size_t> a = fields_of(edge.from, edge.to), b = fields_of(edge.to, edge.from);
    std::size_t common = a.back();
    while (!a.empty() && !b.empty() && a.back() == b.back()) common = a.back(), a.pop_back(), b.pop_back();
    const std::size_t outer = legs_.size();
    legs_.push_back(leg_of(e));
    of_field_[common].push_back(outer);
    go_inwards(outer, a, edge.from, true);
    go_inwards(outer, b, edge.to, false);
    return outer;
  }

  /// The legs from the outermost towards one end; `fields` has the innermost first.
  void go_inwards(std::size_t outer, const std::vector<std::size_t>& fields, NodeId end, bool start) {
    for (std::size_t i = fields.size(); i-- > 0;) {
      const NodeId box = tree_.fields()[fields[i]].container;
      Leg& leg = legs_[outer];
      Stop& stop = start ? leg.from : leg.to;
      const Stop last = stop;
      stop = {box, SizedGraph::root(), false, true, true, {}, placement_.rects[end]};
      (start ? leg.inner_from : leg.inner_to) = static_cast<std::uint32_t>(legs_.size());
      const Stop gate{box, {}, true, false, false, {}, {}};
      of_field_[fields[i]].push_back(legs_.size());
      outer = legs_.size();
      legs_.push_back({leg.edge, Leg::kNone, Leg::kNone, start ? last : gate, start ? gate : last, {}});
    }
  }

  /// From the outer fields to the inner ones: each waits for the one around it, which chooses the gates of its legs.
  /// Other fields have nothing in common with it: so many threads as there are find the same as one.
  void route_fields() {
    const auto& fields = tree_.fields();
    const std::size_t threads = std::min(threads_for(legs_.size(), kAlone), fields.size());
    searches_.resize(threads);
    const std::vector<std::size_t> order = outermost_first();
    std::vector<std::atomic<bool>> done(fields.size());
    std::atomic<std::size_t> next{0};
    on_threads(threads, [&](std::size_t thread) {
      for (std::size_t i = next++; i < order.size(); i = next++) {
        const std::size_t f = order[i];
        // The one around comes before it, so that has been begun by now.
        if (fields[f].parent) done[*fields[f].parent].wait(false);
        route_field(f, searches_[thread]);
        done[f] = true;
        done[f].notify_all();
      }
    });
  }

  /// Of those that are equally deep, the ones with most legs: a thread that came to such a one last would keep others
  /// waiting.
  std::vector<std::size_t> outermost_first() const {
    const auto& fields = tree_.fields();
    std::vector<std::size_t> depth(fields.size()), order(fields.size());
    for (std::size_t f = 1; f < fields.size(); ++f) depth[f] = depth[*fields[f].parent] + 1;
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return depth[a] != depth[b] ? depth[a] < depth[b] : of_field_[a].size() > of_field_[b].size();
    });
    return order;
  }

  void route_field(std::size_t f, Search& search) {
    std::vector<Leg*> legs;
    for (const std::size_t leg : of_field_[f])
      if (has_gates(legs_[leg])) legs.push_back(&legs_[leg]);
    if (legs.empty()) return;
    FieldRouter(graph_, placement_, obstacles_, tree_.fields()[f], legs, first_steps(), search)
        .run(improve_steps() * legs.size() / legs_.size());
    for (Leg* leg : legs) {
      if (!leg->path.found()) continue;
      if (leg->inner_from) set_gate(legs_[leg->inner_from].to, leg->path.from.side, leg->path.points.front());
      if (leg->inner_to) set_gate(legs_[leg->inner_to].from, leg->path.to.side, leg->path.points.back());
    }
  }

  std::size_t improve_steps() const { return outer_.size() < kLargeDrawing ? effort_.steps(kImproveSteps) : 0; }

  /// For the first search of each leg; the effort that each has.
  std::size_t first_steps() const { return effort_.steps(kFirstSteps * legs_.size()) / legs_.size(); }

  /// An outer leg that found no way leaves the inner ones without a gate.
  static bool has_gates(const Leg& leg) { return leg.from.found && leg.to.found; }

  static void set_gate(Stop& stop, Side side, Point at) {
    stop.found = true, stop.side = side;
    stop.target = {at.x, at.y, 0.01, 0.01};
  }

  /// The whole path of an edge, from its legs; empty if one of them has found none.
  Path join(std::size_t e) {
    const Leg* leg = &legs_[outer_[e]];
    Path whole = std::move(legs_[outer_[e]].path);
    for (const Leg* l = leg; whole.found() && l->inner_from;) {
      l = &legs_[l->inner_from];
      if (!l->path.found()) return {};
      whole.points.insert(whole.points.begin(), l->path.points.begin(), l->path.points.end());
      whole.from = l->path.from;
    }
    for (const Leg* l = leg; whole.found() && l->inner_to;) {
      l = &legs_[l->inner_to];
      if (!l->path.found()) return {};
      whole.points.insert(whole.points.end(), l->path.points.begin(), l->path.points.end());
      whole.to = l->path.to;
    }
    simplify(whole.points);
    whole.points.shrink_to_fit();
    return whole;
  }

  /// A search around both ends that knows no fields.
  Path find_alone(std::size_t e) {
    Leg leg = leg_of(e);
    Leg* const legs[] = {&leg};
    const Field field{SizedGraph::root(), {}, {}, {}, true};
    FieldRouter(graph_, placement_, obstacles_, field, legs, first_steps(), searches_[0]).run(0);
    return leg.path;
  }

  /// The last resort: with few bends, whatever stands there.
  Path across_obstacles(std::size_t e) const {
    const Edge& edge = graph_.edges()[e];
    const auto from = port_sides(graph_, placement_, edge.from, edge.to),
               to = port_sides(graph_, placement_, edge.to, edge.from);
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
          path.cost += obstacles_.is_free(path.points[i - 1], path.points[i], -1, edge.from, edge.to) ? 0 : 1000;
        if (path.cost < best.cost) best = path;
      }
    return best;
  }

  const SizedGraph& graph_;
  const Placement& placement_;
  const Obstacles& obstacles_;
  const Effort& effort_;
  FieldTree tree_;
  std::deque<Leg> legs_;
  std::vector<std::vector<std::size_t>> of_field_;  ///< legs
  std::vector<std::size_t> outer_;                  ///< of each edge: its outermost leg
  std::deque<Search> searches_;                     ///< one for each thread
};

}  // namespace

std::vector<Path> find_paths(const SizedGraph& graph, const Placement& placement, const Obstacles& obstacles,
                             const Effort& effort, std::vector<EdgeId>& blocked) {
  return Router(graph, placement, obstacles, effort).run(blocked);
}

}  // namespace skydraft::layout
