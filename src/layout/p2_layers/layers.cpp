#include "layout/p2_layers/layers.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>

namespace skydraft::layout {
namespace {

using Arc = LayeredInput::Arc;
constexpr std::size_t kExchangeBudget = 4'000'000;  // boxes and arcs looked at; about 10 ms

std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// Boxes in an order in which every arc points forward.
std::vector<int> topological(int boxes, std::span<const Arc> arcs) {
  std::vector<std::vector<int>> next(at(boxes));
  std::vector<int> waiting(at(boxes)), order;
  for (const Arc& arc : arcs) next[at(arc.from)].push_back(arc.to), ++waiting[at(arc.to)];
  for (int box = 0; box < boxes; ++box)
    if (waiting[at(box)] == 0) order.push_back(box);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const int to : next[at(order[i])])
      if (--waiting[at(to)] == 0) order.push_back(to);
  return order;
}

/// Layers pushed as far back as arcs allow, starting from those given.
void push_forward(std::vector<int>& layers, std::span<const Arc> arcs) {
  const int boxes = static_cast<int>(layers.size());
  std::vector<std::vector<int>> next(layers.size());
  for (const Arc& arc : arcs) next[at(arc.from)].push_back(arc.to);
  for (const int box : topological(boxes, arcs))
    for (const int to : next[at(box)]) layers[at(to)] = std::max(layers[at(to)], layers[at(box)] + 1);
}

/// The spanning tree of tight arcs whose exchanges shorten the drawing.
class NetworkSimplex {
 public:
  NetworkSimplex(std::vector<int> layers, std::span<const Arc> arcs)
      : layers_(std::move(layers)), arcs_(arcs), at_(layers_.size()), in_tree_(arcs.size()) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      at_[at(arcs[i].from)].push_back(i);
      at_[at(arcs[i].to)].push_back(i);
    }
  }

  std::vector<int> run() {
    const std::size_t round = layers_.size() + arcs_.size();
    std::size_t work = 0;
    while (!span_tight() && (work += round) < kExchangeBudget) {
    }
    if (work >= kExchangeBudget) return std::move(layers_);
    for (; work < kExchangeBudget; work += 3 * round)
      if (!exchange()) break;
    return std::move(layers_);
  }

 private:
  int slack(std::size_t arc) const { return layers_[at(arcs_[arc].to)] - layers_[at(arcs_[arc].from)] - 1; }
  int other(std::size_t arc, int box) const { return arcs_[arc].from == box ? arcs_[arc].to : arcs_[arc].from; }

  /// Grows the tree over tight arcs from box 0; if it does not reach all, moves it until one more arc is tight.
  bool span_tight() {
    std::vector<char> reached(layers_.size());
    std::vector<int> stack{0};
    std::fill(in_tree_.begin(), in_tree_.end(), false);
    std::size_t count = 1;
    for (reached[0] = true; !stack.empty();) {
      const int box = stack.back();
      stack.pop_back();
      for (const std::size_t arc : at_[at(box)]) {
        const int to = other(arc, box);
        if (reached[at(to)] || slack(arc) != 0) continue;
        in_tree_[arc] = reached[at(to)] = true;
        stack.push_back(to), ++count;
      }
    }
    if (count == layers_.size()) return true;
    int least = std::numeric_limits<int>::max();
    bool tree_is_tail = false;
    for (std::size_t arc = 0; arc < arcs_.size(); ++arc) {
      const bool tail = reached[at(arcs_[arc].from)];
      if (tail == static_cast<bool>(reached[at(arcs_[arc].to)]) || slack(arc) >= least) continue;
      least = slack(arc), tree_is_tail = tail;
    }
    if (least == std::numeric_limits<int>::max()) return true;  // not connected: as good as it gets
    for (std::size_t box = 0; box < layers_.size(); ++box)
      if (reached[box]) layers_[box] += tree_is_tail ? least : -least;
    return false;
  }

  /// Exchanges the tree arc that lengthens the drawing most for the tightest arc the other way; false at the optimum.
  bool exchange() {
    // The weight that leaves a subtree less what enters it is the sum of that over its boxes: inner arcs cancel out.
    std::vector<double> surplus(layers_.size());
    for (const Arc& arc : arcs_) surplus[at(arc.from)] += arc.weight, surplus[at(arc.to)] -= arc.weight;
    std::vector<int> order{0}, parent(layers_.size(), -1);
    std::vector<std::size_t> up(layers_.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const std::size_t arc : at_[at(order[i])]) {
        const int to = other(arc, order[i]);
        if (!in_tree_[arc] || to == parent[at(order[i])]) continue;
        parent[at(to)] = order[i], up[at(to)] = arc;
        order.push_back(to);
      }
    double worst = -1e-9;
    int leaving = -1;
    for (std::size_t i = order.size(); i-- > 1;) {
      const int box = order[i];
      const double cut = arcs_[up[at(box)]].from == box ? surplus[at(box)] : -surplus[at(box)];
      if (cut < worst) worst = cut, leaving = box;
      surplus[at(parent[at(box)])] += surplus[at(box)];
    }
    if (leaving < 0) return false;

    std::vector<char> below(layers_.size());
    below[at(leaving)] = true;
    for (const int box : order)
      if (parent[at(box)] >= 0 && below[at(parent[at(box)])]) below[at(box)] = true;
    const bool subtree_is_tail = arcs_[up[at(leaving)]].from == leaving;
    int least = std::numeric_limits<int>::max();
    std::size_t entering = arcs_.size();
    for (std::size_t arc = 0; arc < arcs_.size(); ++arc) {
      const bool from_below = below[at(arcs_[arc].from)], to_below = below[at(arcs_[arc].to)];
      if (from_below == to_below || to_below != subtree_is_tail || slack(arc) >= least) continue;
      least = slack(arc), entering = arc;
    }
    if (entering == arcs_.size()) return false;
    in_tree_[up[at(leaving)]] = false, in_tree_[entering] = true;
    for (std::size_t box = 0; box < layers_.size(); ++box)
      if (below[box]) layers_[box] += subtree_is_tail ? -least : least;
    return true;
  }

  std::vector<int> layers_;
  std::span<const Arc> arcs_;
  std::vector<std::vector<std::size_t>> at_;
  std::vector<char> in_tree_;
};

void start_at_zero(std::vector<int>& layers) {
  if (layers.empty()) return;
  const int first = *std::min_element(layers.begin(), layers.end());
  for (int& layer : layers) layer -= first;
}

}  // namespace

std::vector<int> assign_layers(int boxes, std::span<const Arc> arcs) {
  std::vector<int> layers(at(boxes));
  if (boxes == 0) return layers;
  push_forward(layers, arcs);
  layers = NetworkSimplex(std::move(layers), arcs).run();
  start_at_zero(layers);
  return layers;
}

std::vector<int> bound_layers(std::vector<int> layers, std::span<const Arc> arcs, std::span<const double> extents,
                              double room) {
  std::vector<int> leaving(layers.size());
  for (const Arc& arc : arcs) ++leaving[at(arc.from)];
  const int most = static_cast<int>(layers.size());
  for (int layer = 0; layer < most; ++layer) {
    std::vector<int> here;
    for (int box = 0; box < most; ++box)
      if (layers[at(box)] == layer) here.push_back(box);
    // Boxes that lead on stay; dead ends can stand further back without making an arc point backwards.
    std::stable_sort(here.begin(), here.end(), [&](int a, int b) { return leaving[at(a)] > leaving[at(b)]; });
    double used = 0;
    bool moved = false;
    for (const int box : here) {
      used += extents[at(box)];
      if (used <= room || box == here.front()) continue;
      layers[at(box)] = layer + 1;
      moved = true;
    }
    if (moved) push_forward(layers, arcs);
    if (here.empty() && *std::max_element(layers.begin(), layers.end()) < layer) break;
  }
  return layers;
}

std::vector<char> fix_layers(std::vector<int>& layers, std::span<const Arc> arcs, std::span<const int> fixed) {
  std::vector<char> turned(arcs.size());
  for (std::size_t box = 0; box < layers.size() && box < fixed.size(); ++box)
    if (fixed[box] >= 0) layers[box] = fixed[box];
  // Free boxes go between what they are tied to; a few rounds settle the short chains there are between fixed boxes.
  for (int round = 0; round < 4; ++round)
    for (const Arc& arc : arcs) {
      const bool free_to = at(arc.to) >= fixed.size() || fixed[at(arc.to)] < 0;
      if (free_to) layers[at(arc.to)] = std::max(layers[at(arc.to)], layers[at(arc.from)] + 1);
    }
  for (std::size_t i = 0; i < arcs.size(); ++i) turned[i] = layers[at(arcs[i].from)] > layers[at(arcs[i].to)];
  return turned;
}

}  // namespace skydraft::layout
