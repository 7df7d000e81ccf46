#include "layout/p4_place/guides.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/floating.hpp"
#include "layout/p4_place/header.hpp"
#include "layout/p4_place/isotonic.hpp"

namespace skydraft::layout {
namespace {

constexpr int kPasses = 3;
constexpr double kStayWeight = 1e-3;             // pull of a box to where it stands
constexpr double kKeepWeight = 0.4;              // and to where it stood in an earlier drawing: less than an edge
constexpr std::size_t kSightBudget = 4'000'000;  // boxes looked at to find free lines to containers
constexpr std::size_t kLinesTried = 24;

struct Interval {
  double low = 0;
  double high = 0;
};

class Aligner {
 public:
  Aligner(const Plan& plan, Placement& placement)
      : plan_(plan), placement_(placement), floats_(find_floats(plan, placement)), lines_(plan.graph.nodes().size()) {
    sight_left_ = kSightBudget;
  }

  void run() {
    settle_in_order();
    settled_all_ = true;
    for (int pass = 0; pass < kPasses; ++pass)
      for (const std::size_t group : order_) place_group(group);
    for (const FloatGroup& group : floats_.groups) {
      if (group.kind == FloatKind::Column) give_way(group);
      if (group.kind == FloatKind::Shelves) fill_shelves(group);
    }
  }

 private:
  bool settled(NodeId id) const {
    for (std::optional<NodeId> up = id; up; up = plan_.node(*up).parent)
      if (const auto item = floats_.item_of[*up]; item && !settled_[item->group]) return false;
    return true;
  }

  double weight_to_settled(const FloatGroup& group) const {
    double weight = 0;
    for (const FloatItem& item : group.items)
      for (const FloatEdge& edge : item.edges)
        if (settled(edge.outer)) weight += std::max(0.01, edge.weight);
    return weight;
  }

  /// Every group once, those first whose partners stand already.
  void settle_in_order() {
    settled_.assign(floats_.groups.size(), false);
    std::vector<std::size_t> waiting(floats_.groups.size());
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
    constexpr int kRounds = 12;
    for (int round = 0; round < kRounds && !waiting.empty(); ++round) {
      std::vector<std::pair<double, std::size_t>> ready;
      for (const std::size_t group : waiting)
        if (const double weight = weight_to_settled(floats_.groups[group]); weight > 0 || round + 1 == kRounds)
          ready.emplace_back(weight, group);
      if (ready.empty()) ready.emplace_back(0.0, waiting.front());
      std::stable_sort(ready.begin(), ready.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
      for (const auto& [weight, group] : ready) {
        if (floats_.groups[group].kind == FloatKind::Column && !plan_.order_is_given(floats_.groups[group].container))
          sort_by_pull(group);
        place_group(group);
        settled_[group] = true;
        order_.push_back(group);
      }
      std::erase_if(waiting, [&](std::size_t group) { return settled_[group]; });
    }
  }

  double start(const Rect& rect, bool vertical) const { return vertical ? rect.y : rect.x; }
  double end(const Rect& rect, bool vertical) const { return vertical ? rect.bottom() : rect.right(); }

  /// Where a route may leave a leaf, along the axis of movement.
  Interval leaf_port(NodeId id, bool vertical) const {
    const Rect& rect = placement_.rects[id];
    const Rect& anchor = plan_.node(id).anchor;
    if (!anchor.empty()) {
      const Point middle = anchor.moved(rect.origin()).center();
      return vertical ? Interval{middle.y, middle.y} : Interval{middle.x, middle.x};
    }
    // A box may be left anywhere, but a low one looks best if left in the middle.
    constexpr double kLow = 80, kCorner = 8;
    const double low = start(rect, vertical), high = end(rect, vertical), middle = (low + high) / 2;
    if (high - low <= kLow) return {middle, middle};
    return {low + kCorner, high - kCorner};
  }

  /// Lines on which the leaves of a container can be reached; found once, then moved with it.
  const std::vector<double>& lines(NodeId container, bool vertical) {
    auto& cache = lines_[container];
    if (!cache.found || cache.vertical != vertical) {
      cache.found = true;
      cache.vertical = vertical;
      cache.at.clear();
      collect_lines(container, vertical, cache.at);
      std::sort(cache.at.begin(), cache.at.end());
      cache.at.erase(std::unique(cache.at.begin(), cache.at.end(), [](double a, double b) { return b - a < 1; }),
                     cache.at.end());
      cache.origin = start(placement_.rects[container], vertical);
    }
    const double moved = start(placement_.rects[container], vertical) - cache.origin;
    if (moved != 0) {
      for (double& line : cache.at) line += moved;
      cache.origin += moved;
    }
    return cache.at;
  }

  void collect_lines(NodeId container, bool vertical, std::vector<double>& found) const {
    for (const NodeId kid : plan_.flow[container]) {
      if (found.size() >= kLinesTried) return;
      if (plan_.graph.is_container(kid))
        collect_lines(kid, vertical, found);
      else {
        const Interval port = leaf_port(kid, vertical);
        found.push_back((port.low + port.high) / 2);
      }
    }
  }

  /// Does a straight line at `at` from the item to the partner meet a leaf that belongs to neither?
  bool blocked(NodeId item, NodeId partner, double at, bool vertical) {
    const Rect& a = placement_.rects[item];
    const Rect& b = placement_.rects[partner];
    const double from = std::min(end(a, !vertical), end(b, !vertical)),
                 to = std::max(start(a, !vertical), start(b, !vertical));
    const std::size_t count = plan_.graph.nodes().size();
    if (from >= to || sight_left_ < count) return false;
    sight_left_ -= count;
    for (std::uint32_t n = 1; n < count; ++n) {
      const NodeId id{n};
      const Rect rect = plan_.graph.is_container(id) ? placement_.titles[id] : placement_.rects[id];
      if (rect.empty() || start(rect, vertical) >= at || end(rect, vertical) <= at) continue;
      if (start(rect, !vertical) >= to || end(rect, !vertical) <= from) continue;
      if (!plan_.graph.is_inside(id, item) && !plan_.graph.is_inside(id, partner)) return true;
    }
    return false;
  }

  Interval port(NodeId id, bool vertical) {
    if (!plan_.graph.is_container(id)) return leaf_port(id, vertical);
    const Rect& rect = placement_.rects[id];
    const auto& at = lines(id, vertical);
    if (!at.empty()) return {at.front(), at.back()};
    return {start(rect, vertical) + (vertical ? header_depth(plan_, id) : 0), end(rect, vertical)};
  }

  /// Of the lines through a container's leaves the nearest one that nothing stands in the way of.
  Interval partner_port(NodeId item, NodeId partner, const Interval& own, bool vertical) {
    if (!plan_.graph.is_container(partner)) return leaf_port(partner, vertical);
    const Interval all = port(partner, vertical);
    std::optional<double> best;
    for (const double line : lines(partner, vertical)) {
      const double distance = std::abs(line - (own.low + own.high) / 2);
      if (best && distance >= std::abs(*best - (own.low + own.high) / 2)) continue;
      if (!blocked(item, partner, line, vertical)) best = line;
    }
    return best ? Interval{*best, *best} : all;
  }

  std::vector<Pull> pulls(const FloatGroup& group, const FloatItem& item) {
    const bool vertical = group.vertical;
    const double at = start(bounds(item), vertical);
    std::vector<Pull> result;
    for (const FloatEdge& edge : item.edges) {
      if (!settled_all_ && !settled(edge.outer)) continue;
      const Rect& a = placement_.rects[item.boxes.front()];
      const Rect& b = placement_.rects[edge.outer];
      const bool side_by_side = end(a, !vertical) <= start(b, !vertical) || end(b, !vertical) <= start(a, !vertical);
      if (!side_by_side && group.kind != FloatKind::Gateways) continue;
      const Interval own = port(edge.inner, vertical);
      const Interval theirs = partner_port(item.boxes.front(), edge.outer, own, vertical);
      // Any shift between these two makes the edge straight.
      result.push_back({at + theirs.low - own.high, edge.weight / 2});
      result.push_back({at + theirs.high - own.low, edge.weight / 2});
    }
    result.push_back({item.home, kStayWeight});
    const NodeId box = item.boxes.front();
    if (plan_.had_place(box) && plan_.had_place(group.container)) {
      const double then = start(plan_.before[box], vertical) - start(plan_.before[group.container], vertical);
      result.push_back({start(placement_.rects[group.container], vertical) + then, kKeepWeight});
    }
    return result;
  }

  /// Items of a column whose partners stand in another order than they do would all miss them: they take their
  /// partners' order. Items that nothing pulls stay after the one they came after.
  void sort_by_pull(std::size_t index) {
    FloatGroup& group = floats_.groups[index];
    std::vector<std::pair<double, std::size_t>> order;
    double last = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      std::vector<Pull> all = pulls(group, group.items[i]);
      if (all.size() > 1)
        last = weighted_median(std::move(all)) + placement_.rects[group.items[i].boxes.front()].height / 2;
      order.emplace_back(last, i);
    }
    const auto higher = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (std::is_sorted(order.begin(), order.end(), higher)) return;
    std::stable_sort(order.begin(), order.end(), higher);
    std::vector<FloatItem> sorted;
    for (const auto& [at, i] : order) sorted.push_back(group.items[i]);
    if (!set_gaps(group, sorted)) return;
    group.items = std::move(sorted);
    for (std::size_t i = 0; i < group.items.size(); ++i)
      floats_.item_of[group.items[i].boxes.front()] = FloatRef{index, i};
  }

  /// Gaps for a new order of the items of a column; false if they do not fit.
  bool set_gaps(const FloatGroup& group, std::vector<FloatItem>& items) const {
    const Interval room = room_of(group);
    double used = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      used += bounds(items[i]).height + (i > 0 ? items[i - 1].gap_after : 0);
      items[i].gap_after = 0;
      if (i + 1 == items.size()) break;
      const NodeId first = items[i].boxes.front(), second = items[i + 1].boxes.front();
      double gap = plan_.node(group.container).gap;
      for (const Arc& arc : plan_.arcs[group.container]) {
        const auto& kids = plan_.flow[group.container];
        const NodeId from = kids[static_cast<std::size_t>(arc.from)], to = kids[static_cast<std::size_t>(arc.to)];
        if (std::min(from, to) != std::min(first, second) || std::max(from, to) != std::max(first, second)) continue;
        gap = std::max(gap, room_between(plan_, plan_.graph[arc.edge], first, second, false));
      }
      items[i].gap_after = gap + plan_.margin[first].bottom + plan_.margin[second].top;
    }
    return used <= room.high - room.low + 0.01;
  }

  Rect bounds(const FloatItem& item) const {
    Rect all;
    for (const NodeId box : item.boxes) all = cover(all, placement_.rects[box]);
    return all;
  }

  void move(NodeId id, Point by) {
    placement_.rects[id] = placement_.rects[id].moved(by);
    if (!placement_.titles[id].empty()) placement_.titles[id] = placement_.titles[id].moved(by);
    if (!placement_.notes[id].empty()) placement_.notes[id] = placement_.notes[id].moved(by);
    for (const NodeId child : plan_.graph.children(id)) move(child, by);
  }

  void place_group(std::size_t index) {
    const FloatGroup& group = floats_.groups[index];
    std::vector<PulledBox> boxes;
    for (const FloatItem& item : group.items) {
      const Rect rect = bounds(item);
      boxes.push_back({end(rect, group.vertical) - start(rect, group.vertical), item.gap_after, pulls(group, item)});
    }
    const Interval room = room_of(group);
    if (group.kind == FloatKind::Shelves && boxes.size() > 1) boxes.front().pulls = {{room.low, 1}};
    const std::vector<double> starts = place_in_order(boxes, room.low, room.high);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const double by = starts[i] - start(bounds(group.items[i]), group.vertical);
      if (by == 0) continue;
      for (const NodeId box : group.items[i].boxes) move(box, group.vertical ? Point{0, by} : Point{by, 0});
    }
  }

  Interval room_of(const FloatGroup& group) const {
    const Rect rect = placement_.rects[group.container];
    if (group.kind == FloatKind::Gateways) {
      const double header = group.vertical ? header_depth(plan_, group.container) : 0;
      return {start(rect, group.vertical) + header, end(rect, group.vertical)};
    }
    const Rect content = rect.inset(plan_.insets(group.container));
    return {content.y + group.margin_before, content.bottom() - group.margin_after};
  }

  /// Heights at which straight edges pass a column from side to side.
  std::vector<double> lines_across(const FloatGroup& group) const {
    std::vector<double> found;
    const Rect column = placement_.rects[group.container];
    for (const Edge& edge : plan_.graph.edges()) {
      if (plan_.graph.is_container(edge.from) || plan_.graph.is_container(edge.to)) continue;
      const Rect &a = placement_.rects[edge.from], &b = placement_.rects[edge.to];
      if (std::min(a.right(), b.right()) > column.left() || std::max(a.left(), b.left()) < column.right()) continue;
      const Interval from = leaf_port(edge.from, true), to = leaf_port(edge.to, true);
      const double low = std::max(from.low, to.low), high = std::min(from.high, to.high);
      if (high - low > -1) found.push_back((low + high) / 2);
    }
    return found;
  }

  /// Boxes of a column that nothing pulls make room for edges that could pass straight.
  void give_way(const FloatGroup& group) {
    constexpr double kClear = 6;
    if (std::none_of(group.items.begin(), group.items.end(), [](const FloatItem& item) { return item.edges.empty(); }))
      return;
    const std::vector<double> across = lines_across(group);
    if (across.empty()) return;
    const Interval room = room_of(group);
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      if (!group.items[i].edges.empty()) continue;
      const Rect rect = bounds(group.items[i]);
      const double low = i == 0 ? room.low : bounds(group.items[i - 1]).bottom() + group.items[i - 1].gap_after;
      const double high =
          i + 1 == group.items.size() ? room.high : bounds(group.items[i + 1]).y - group.items[i].gap_after;
      const auto hit = [&](double y) {
        return std::any_of(across.begin(), across.end(), [&](double line) {
          return line > y - kClear + 0.01 && line < y + rect.height + kClear - 0.01;
        });
      };
      double best = rect.y, distance = std::numeric_limits<double>::infinity();
      const auto consider = [&](double y) {
        if (y < low || y + rect.height > high || std::abs(y - rect.y) >= distance || hit(y)) return;
        best = y, distance = std::abs(y - rect.y);
      };
      consider(rect.y);
      for (const double line : across) consider(line + kClear), consider(line - kClear - rect.height);
      for (const NodeId box : group.items[i].boxes) move(box, {0, best - rect.y});
    }
  }

  /// Cards grow downwards into what is left between them and the next row; their content stays where it is.
  void fill_shelves(const FloatGroup& group) {
    constexpr double kMostGrowth = 0.35;
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const Rect rect = bounds(group.items[i]);
      const double limit =
          i + 1 < group.items.size() ? bounds(group.items[i + 1]).y - group.items[i].gap_after : room_of(group).high;
      const double more = std::min(limit - rect.bottom(), kMostGrowth * rect.height);
      if (more <= 0) continue;
      for (const NodeId box : group.items[i].boxes)
        if (plan_.graph.is_container(box) || plan_.node(box).anchor.empty()) placement_.rects[box].height += more;
    }
  }

  struct Lines {
    bool found = false;
    bool vertical = true;
    double origin = 0;
    std::vector<double> at;
  };

  const Plan& plan_;
  Placement& placement_;
  Floats floats_;
  SideTable<NodeId, Lines> lines_;
  std::vector<bool> settled_;
  std::vector<std::size_t> order_;
  std::size_t sight_left_ = 0;
  bool settled_all_ = false;
};

}  // namespace

void follow_guides(const Plan& plan, Placement& placement) { Aligner(plan, placement).run(); }

}  // namespace skydraft::layout
