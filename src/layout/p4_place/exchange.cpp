#include "layout/p4_place/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace skydraft::layout {
namespace {

constexpr std::size_t kBudget = 60'000'000;  // pairs of lines; a few ns each
constexpr std::size_t kAllEdges = 3'000;     // edges up to which each is compared with all others
constexpr std::size_t kMostSiblings = 400;   // alike leaves of one container; more are left as they are
constexpr std::size_t kPartners = 60'000;    // lines times partners that each leaf is tried with
constexpr std::size_t kLeastPartners = 8;
constexpr int kRounds = 4;
constexpr double kFar = 1e18;
constexpr double kPixelCost = 0.002;  // a crossing is worth 500 px
constexpr double kBackCost = 1;
constexpr double kBendCost = 0.4;
constexpr double kNear = 160;  // px between neighbours that a straight edge may join
constexpr double kWorthwhile = 0.05;

struct Line {
  std::uint32_t from = 0, to = 0;  ///< nodes
  double weight = 1;
  bool down = false;  ///< the flow of the container that holds both ends
};

/// A line with the places of its ends, as it stands in the list of those that others are compared with.
struct Seen {
  Point a, b;
  double left, top, right, bottom;
  std::uint32_t from, to, line;
};

class Exchange {
 public:
  Exchange(const Plan& plan, Placement& placement)
      : plan_(plan), placement_(placement), at_(plan.graph.nodes().size()), lines_at_(at_.size()) {
    const SizedGraph& graph = plan.graph;
    for (std::uint32_t n = 0; n < at_.size(); ++n) at_[n] = middle(NodeId{n});
    for (const Edge& edge : graph.edges()) {
      const NodeId common = graph.common_container(edge.from, edge.to);
      if (common == edge.from || common == edge.to) continue;
      const auto index = static_cast<std::uint32_t>(lines_.size());
      lines_.push_back({edge.from.index, edge.to.index, edge.weight, graph[common].direction == Direction::Down});
      lines_at_[edge.from.index].push_back(index);
      lines_at_[edge.to.index].push_back(index);
    }
    mark_.resize(lines_.size());
    seen_at_.resize(lines_.size(), kUnseen);
  }

  void run() {
    for (int round = 0; round < kRounds; ++round) {
      bool changed = false;
      for (std::uint32_t n = 0; n < at_.size(); ++n)
        for (const auto& alike : alike_children(NodeId{n})) changed = improve(alike) || changed;
      if (!changed) return;
    }
  }

 private:
  Point middle(NodeId id) const {
    const Rect& rect = placement_.rects[id];
    const Rect& anchor = plan_.node(id).anchor;
    return plan_.graph.is_container(id) || anchor.empty() ? rect.center() : anchor.moved(rect.origin()).center();
  }

  bool may_move(NodeId id) const {
    const Node& node = plan_.node(id);
    return !plan_.graph.is_container(id) && node.slot.row < 0 && node.slot.column < 0 && !node.slot.in_header &&
           !node.border_of_span && node.spans.empty() && plan_.margin[id] == Insets{};
  }

  /// Leaves that can stand in each other's place.
  std::vector<std::vector<NodeId>> alike_children(NodeId container) const {
    if (plan_.node(container).arrangement != Arrangement::Layered || plan_.order_is_given(container)) return {};
    std::map<std::tuple<Size, Rect>, std::vector<NodeId>> groups;
    for (const NodeId kid : plan_.flow[container])
      if (may_move(kid)) groups[{plan_.node(kid).size, plan_.node(kid).anchor}].push_back(kid);
    std::vector<std::vector<NodeId>> result;
    for (auto& [key, kids] : groups)
      if (kids.size() > 1 && kids.size() <= kMostSiblings) result.push_back(std::move(kids));
    return result;
  }

  bool improve(const std::vector<NodeId>& alike) {
    collect_others(alike);
    bool changed = false;
    std::vector<NodeId> partners = alike;
    for (const NodeId id : alike) {
      if (work_ >= kBudget || lines_at_[id.index].empty()) continue;
      const std::size_t tried = std::min(partners.size(), most_partners(alike.size()));
      const Point wanted = middle_of_neighbours(id);
      const auto nearer = [&](NodeId a, NodeId b) { return distance(wanted, a) < distance(wanted, b); };
      if (tried < partners.size()) {
        partners = alike;
        std::nth_element(partners.begin(), partners.begin() + static_cast<std::ptrdiff_t>(tried), partners.end(),
                         nearer);
      }
      for (std::size_t k = 0; k < tried; ++k)
        if (partners[k] != id) changed = try_pair(id, partners[k]) || changed;
    }
    return changed;
  }

  /// In small graphs all; in large ones those that stand nearest to where the leaf's neighbours want it.
  std::size_t most_partners(std::size_t alike) const {
    return std::min(alike, std::max(kLeastPartners, kPartners / (lines_.size() + 1)));
  }

  Point middle_of_neighbours(NodeId id) const {
    Point sum;
    const auto& lines = lines_at_[id.index];
    for (const std::uint32_t line : lines)
      sum = sum + at_[lines_[line].from == id.index ? lines_[line].to : lines_[line].from];
    const auto count = static_cast<double>(lines.size());
    return {sum.x / count, sum.y / count};
  }

  double distance(Point from, NodeId to) const {
    return std::abs(at_[to.index].x - from.x) + std::abs(at_[to.index].y - from.y);
  }

  /// The lines that could cross those at these leaves: all that come near them, or, in a large graph, their own.
  void collect_others(const std::vector<NodeId>& alike) {
    others_.clear();
    double left = kFar, top = kFar, right = -kFar, bottom = -kFar;
    for (const NodeId id : alike)
      for (const std::uint32_t line : lines_at_[id.index]) {
        if (!std::exchange(mark_[line], true)) others_.push_back(line);
        for (const Point p : {at_[lines_[line].from], at_[lines_[line].to]}) {
          left = std::min(left, p.x), right = std::max(right, p.x);
          top = std::min(top, p.y), bottom = std::max(bottom, p.y);
        }
      }
    for (const std::uint32_t line : others_) mark_[line] = false;
    if (lines_.size() <= kAllEdges) {
      others_.clear();
      for (std::uint32_t line = 0; line < lines_.size(); ++line) {
        const Point a = at_[lines_[line].from], b = at_[lines_[line].to];
        if (std::max(a.x, b.x) > left && std::min(a.x, b.x) < right && std::max(a.y, b.y) > top &&
            std::min(a.y, b.y) < bottom)
          others_.push_back(line);
      }
    }
    for (const Seen& old : seen_) seen_at_[old.line] = kUnseen;
    seen_.clear();
    for (const std::uint32_t line : others_) {
      seen_at_[line] = static_cast<std::uint32_t>(seen_.size());
      seen_.push_back(see(line));
    }
  }

  Seen see(std::uint32_t line) const {
    const Line& l = lines_[line];
    const Point a = at_[l.from], b = at_[l.to];
    return {a, b, std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y), l.from, l.to, line};
  }

  bool try_pair(NodeId a, NodeId b) {
    moving_.clear();
    for (const NodeId id : {a, b})
      for (const std::uint32_t line : lines_at_[id.index])
        if (!std::exchange(mark_[line], true)) moving_.push_back(line);
    const bool better = !moving_.empty() && gain(a, b) > kWorthwhile;
    for (const std::uint32_t line : moving_) mark_[line] = false;
    if (!better) return false;
    std::swap(placement_.rects[a], placement_.rects[b]);
    std::swap(at_[a.index], at_[b.index]);
    for (const std::uint32_t line : moving_)
      if (seen_at_[line] != kUnseen) seen_[seen_at_[line]] = see(line);
    return true;
  }

  double gain(NodeId a, NodeId b) {
    double before = 0, after = 0;
    for (const std::uint32_t line : moving_) before += own_cost(lines_[line]);
    std::swap(at_[a.index], at_[b.index]);
    for (const std::uint32_t line : moving_) after += own_cost(lines_[line]);
    const long crossings_after = after < before + kMostRegained ? crossings() : 0;
    std::swap(at_[a.index], at_[b.index]);
    if (after >= before + kMostRegained) return -1;
    return before - after + static_cast<double>(crossings() - crossings_after);
  }

  double own_cost(const Line& line) const {
    const Point a = at_[line.from], b = at_[line.to];
    const double dx = std::abs(a.x - b.x), dy = std::abs(a.y - b.y);
    double cost = kPixelCost * std::min(line.weight, 2.0) * (dx + dy);
    if (line.down ? b.y < a.y - 1 : b.x < a.x - 1) cost += kBackCost;
    const Rect &from = placement_.rects[NodeId{line.from}], &to = placement_.rects[NodeId{line.to}];
    const bool level = dy < 1 && dx < (from.width + to.width) / 2 + kNear;
    const bool upright = dx < 1 && dy < (from.height + to.height) / 2 + kNear;
    return level || upright ? cost : cost + kBendCost;
  }

  /// Of the moving lines, with all others and among themselves.
  long crossings() {
    long count = 0;
    for (std::size_t i = 0; i < moving_.size(); ++i) {
      const Seen moving = see(moving_[i]);
      for (const Seen& other : seen_)
        if (cross(moving, other) && !mark_[other.line]) ++count;
      for (std::size_t k = 0; k < i; ++k)
        if (cross(moving, see(moving_[k]))) ++count;
    }
    work_ += moving_.size() * seen_.size();
    return count;
  }

  static bool cross(const Seen& l, const Seen& m) {
    // Nearly all are far from each other.
    if (l.right < m.left || m.right < l.left || l.bottom < m.top || m.bottom < l.top) return false;
    if (l.from == m.from || l.from == m.to || l.to == m.from || l.to == m.to) return false;
    const auto side = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return side(l.a, l.b, m.a) * side(l.a, l.b, m.b) < 0 && side(m.a, m.b, l.a) * side(m.a, m.b, l.b) < 0;
  }

  static constexpr double kMostRegained = 4;  // crossings that a longer way may win back
  static constexpr std::uint32_t kUnseen = ~0U;

  const Plan& plan_;
  Placement& placement_;
  std::vector<Point> at_;
  std::vector<Line> lines_;
  std::vector<std::vector<std::uint32_t>> lines_at_;
  std::vector<std::uint32_t> others_, moving_;
  std::vector<Seen> seen_;              ///< others_ with their places
  std::vector<std::uint32_t> seen_at_;  ///< of each line: its index in seen_
  std::vector<char> mark_;
  std::size_t work_ = 0;
};

}  // namespace

void exchange_siblings(const Plan& plan, Placement& placement) { Exchange(plan, placement).run(); }

}  // namespace skydraft::layout
