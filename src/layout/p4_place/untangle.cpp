#include "layout/p4_place/untangle.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <numeric>
#include <vector>

#include "layout/p4_place/part_search.hpp"
#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

constexpr std::size_t kTrials = 1000;  // for each box that may move
// Of all boxes; about half a microsecond each. In large drawings each box has as many, in very large ones fewer.
constexpr std::size_t kLeastTrials = 250'000, kMostTrials = 750'000, kTrialsOfMany = 250;
constexpr std::size_t kVeryLargeTrials = 160'000;
constexpr std::size_t kVeryLarge = 4000;    // nodes
constexpr std::size_t kPartSize = 150;      // nodes that are improved together
constexpr std::size_t kAlone = 400;         // nodes for which it does not pay to start threads
constexpr std::size_t kMostOutside = 2000;  // lines between parts up to which these are moved about

std::size_t trials_of_all(std::size_t nodes) {
  return nodes > kVeryLarge ? kVeryLargeTrials : std::clamp(kTrialsOfMany * nodes, kLeastTrials, kMostTrials);
}

class Untangler {
 public:
  Untangler(const Plan& plan, const Effort& effort, Placement& placement)
      : all_trials_(effort.trials(trials_of_all(plan.graph.nodes().size()))),
        plan_(plan),
        graph_(plan.graph),
        placement_(placement),
        ends_(graph_.nodes().size()),
        part_(graph_.nodes().size(), kOutside) {
    cut();
    sort_lines();
  }

  void run() {
    improve_outside();
    middles_ = middles();
    improve_parts();
  }

 private:
  static constexpr std::size_t kOutside = static_cast<std::size_t>(-1);

  struct Part {
    NodeId top;
    std::vector<NodeId> containers;
    std::vector<std::uint32_t> inner;  ///< lines with both ends in it
    std::vector<std::uint32_t> outer;  ///< lines with one end in it
  };

  void cut() {
    std::vector<std::size_t> size(graph_.nodes().size(), 1);
    for (std::size_t n = size.size(); n-- > 1;) size[graph_.nodes()[n].parent->index] += size[n];
    for (std::uint32_t n = 0; n < size.size(); ++n) {
      const NodeId id{n};
      if (n > 0) part_[id] = part_[*graph_[id].parent];
      if (part_[id] == kOutside && size[n] <= kPartSize && graph_.is_container(id)) {
        part_[id] = parts_.size();
        parts_.push_back({id, {}, {}, {}});
      }
      if (graph_.is_container(id)) (part_[id] == kOutside ? large_ : parts_[part_[id]].containers).push_back(id);
    }
  }

  void sort_lines() {
    for (std::uint32_t e = 0; e < graph_.edges().size(); ++e) {
      const Edge& edge = graph_[EdgeId{e}];
      const NodeId common = graph_.common_container(edge.from, edge.to);
      common_.push_back(common);
      if (common == edge.from || common == edge.to) continue;
      if (part_[common] != kOutside) {
        parts_[part_[common]].inner.push_back(e);
        continue;
      }
      outside_.push_back(e);
      for (const NodeId end : {edge.from, edge.to})
        if (part_[end] != kOutside) parts_[part_[end]].outer.push_back(e);
    }
  }

  SideTable<NodeId, Point> middles() const {
    SideTable<NodeId, Point> all(graph_.nodes().size());
    for (std::uint32_t n = 0; n < all.size(); ++n) {
      const NodeId id{n};
      const Rect& rect = placement_.rects[id];
      const Rect& anchor = plan_.node(id).anchor;
      all[id] = graph_.is_container(id) || anchor.empty() ? rect.center() : anchor.moved(rect.origin()).center();
    }
    return all;
  }

  std::size_t trials(std::size_t movable) const {
    return std::min(kTrials * movable, all_trials_ * movable / graph_.nodes().size());
  }

  /// Each part sees the others as they stood before: so many threads as there are find the same as one. The largest
  /// come first, as a thread that came to one of them last would keep others waiting.
  void improve_parts() {
    const auto lines = [&](std::size_t p) { return parts_[p].inner.size() + parts_[p].outer.size(); };
    std::vector<std::size_t> order(parts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lines(a) > lines(b); });
    std::atomic<std::size_t> next{0};
    on_threads(std::min(threads_for(graph_.nodes().size(), kAlone), parts_.size()), [&](std::size_t) {
      for (std::size_t i = next++; i < order.size(); i = next++) improve(parts_[order[i]], order[i]);
    });
  }

  /// Where there are thousands of lines between parts, there are too few trials to sort these; to move but some would
  /// only close the lanes between the others.
  void improve_outside() {
    if (outside_.size() > kMostOutside) return;
    const SideTable<NodeId, Point> at = middles();
    PartSearch search(plan_, placement_, ends_);
    for (const NodeId id : large_) search.add_container(id);
    for (const std::uint32_t e : outside_) search.add_line(graph_[EdgeId{e}], common_[e], at, SizedGraph::root());
    search.run(trials(search.movable()));
  }

  void improve(const Part& part, std::size_t p) {
    PartSearch search(plan_, placement_, ends_);
    for (const NodeId id : part.containers) search.add_container(id);
    for (const auto* list : {&part.inner, &part.outer})
      for (const std::uint32_t e : *list) search.add_line(graph_[EdgeId{e}], common_[e], middles_, part.top);
    const Rect& rect = placement_.rects[part.top];
    for (const std::uint32_t e : outside_) {
      const Edge& edge = graph_[EdgeId{e}];
      if (part_[edge.from] == p || part_[edge.to] == p) continue;
      const Point a = middles_[edge.from], b = middles_[edge.to];
      if (std::max(a.x, b.x) > rect.left() && std::min(a.x, b.x) < rect.right() && std::max(a.y, b.y) > rect.top() &&
          std::min(a.y, b.y) < rect.bottom())
        search.add_passing_line(edge, middles_);
    }
    search.run(trials(search.movable()));
  }

  std::size_t all_trials_;
  const Plan& plan_;
  const SizedGraph& graph_;
  Placement& placement_;
  LineEnds ends_;
  SideTable<NodeId, std::size_t> part_;
  std::vector<Part> parts_;
  std::vector<NodeId> large_;  ///< containers that hold parts
  std::vector<NodeId> common_;
  std::vector<std::uint32_t> outside_;
  SideTable<NodeId, Point> middles_;
};

}  // namespace

void untangle(const Plan& plan, const Effort& effort, Placement& placement) {
  Untangler(plan, effort, placement).run();
}

}  // namespace skydraft::layout
