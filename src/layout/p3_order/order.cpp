#include "layout/p3_order/order.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>

namespace skydraft::layout {
namespace {

constexpr int kSweeps = 16;
constexpr int kSwitchRounds = 6;
constexpr std::size_t kFewLinks = 100;      // between two layers
constexpr std::size_t kSwitchLimit = 4000;  // vertices above which neighbours are not switched

std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// Orders of the layers as they are tried. A large drawing is measured hundreds of times, most layers are short: all
/// lists are kept for the next.
class Orders {
 public:
  explicit Orders(const LayerGraph& graph) : graph_(graph) {
    for (const LayerGraph::Link& link : graph.links)
      off_.push_back({offset(link.from, link.from_port), offset(link.to, link.to_port)});
    start(graph.layers);
  }

  const std::vector<std::vector<int>>& layers() const { return layers_; }

  void start(const std::vector<std::vector<int>>& layers) {
    layers_ = layers;
    position_.resize(graph_.vertices.size());
    for (const auto& order : layers_) note_positions(order);
  }

  void sweep(int number) {
    const bool forward = number % 2 == 0, median = number % 4 >= 2;
    const std::size_t count = layers_.size();
    for (std::size_t i = 1; i < count; ++i) sort_layer(layers_[forward ? i : count - 1 - i], forward, median);
    switch_neighbours();
  }

  /// No more are counted once there are as many as `most`.
  long crossings(long most) {
    long sum = 0;
    for (std::size_t layer = 0; layer + 1 < layers_.size() && sum < most; ++layer) sum += crossings_after(layer);
    return sum;
  }

 private:
  struct Offsets {
    double from, to;
  };
  struct Movable {
    double wanted;
    std::size_t place;
    int vertex;
  };

  /// Where at a vertex a link ends, in positions; the port keeps links of one vertex in order.
  double offset(int vertex, double port) const {
    const double extent = graph_.vertices[at(vertex)].extent;
    return extent > 0 ? 0.9 * port / extent : 0.45;
  }
  double tail(int link) const { return position_[at(graph_.links[at(link)].from)] + off_[at(link)].from; }
  double head(int link) const { return position_[at(graph_.links[at(link)].to)] + off_[at(link)].to; }

  void note_positions(const std::vector<int>& order) {
    for (std::size_t i = 0; i < order.size(); ++i) position_[at(order[i])] = static_cast<int>(i);
  }

  long crossings_after(std::size_t layer) {
    heads_.clear();
    for (const int v : layers_[layer]) {
      ends_.clear();
      for (const int l : graph_.out[at(v)]) ends_.emplace_back(tail(l), head(l));
      std::sort(ends_.begin(), ends_.end());
      for (const auto& end : ends_) heads_.push_back(end.second);
    }
    return heads_.size() <= kFewLinks ? inversions_of_few() : inversions();
  }

  /// Heads that stand before a lower one. Where there are few, comparing all takes less time than a tree.
  long inversions_of_few() const {
    long sum = 0;
    for (std::size_t k = 1; k < heads_.size(); ++k)
      for (std::size_t i = 0; i < k; ++i) sum += heads_[i] > heads_[k] ? 1 : 0;
    return sum;
  }

  long inversions() {
    std::vector<double> ranks = heads_;
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    std::vector<long> tree(ranks.size() + 1);  // Fenwick: heads seen so far, by rank
    long sum = 0, seen = 0;
    for (const double h : heads_) {
      const auto rank = static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), h) - ranks.begin()) + 1;
      long not_above = 0;
      for (std::size_t i = rank; i > 0; i -= i & (~i + 1)) not_above += tree[i];
      sum += seen - not_above;
      for (std::size_t i = rank; i < tree.size(); i += i & (~i + 1)) ++tree[i];
      ++seen;
    }
    return sum;
  }

  /// Sorts one layer by where its neighbours in the layer before (or after) stand; those without any keep their place.
  void sort_layer(std::vector<int>& order, bool by_in, bool median) {
    movable_.clear();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::span<const int> links = by_in ? graph_.in[at(order[i])] : graph_.out[at(order[i])];
      if (links.empty()) continue;
      movable_.push_back({median ? median_of(links, by_in) : mean_of(links, by_in), i, order[i]});
    }
    places_.clear();
    for (const Movable& m : movable_) places_.push_back(m.place);
    std::sort(movable_.begin(), movable_.end(), [](const Movable& a, const Movable& b) {
      return a.wanted < b.wanted || (a.wanted == b.wanted && a.place < b.place);
    });
    for (std::size_t i = 0; i < places_.size(); ++i) order[places_[i]] = movable_[i].vertex;
    note_positions(order);
  }

  double median_of(std::span<const int> links, bool by_in) {
    far_.clear();
    for (const int l : links) far_.push_back(by_in ? tail(l) : head(l));
    std::sort(far_.begin(), far_.end());
    const std::size_t middle = far_.size() / 2;
    return far_.size() % 2 == 1 ? far_[middle] : (far_[middle - 1] + far_[middle]) / 2;
  }

  double mean_of(std::span<const int> links, bool by_in) const {
    double sum = 0, weight = 0;
    for (const int l : links) {
      const double w = std::max(graph_.links[at(l)].weight, 0.1);
      sum += w * (by_in ? tail(l) : head(l)), weight += w;
    }
    return sum / weight;
  }

  /// Crossings of the links of two neighbours, the first standing before the second, less those the other way round.
  long switch_gain(int first, int second) const {
    long gain = 0;
    for (const int l : graph_.in[at(first)])
      for (const int m : graph_.in[at(second)]) gain += tail(l) > tail(m) ? 1 : tail(l) < tail(m) ? -1 : 0;
    for (const int l : graph_.out[at(first)])
      for (const int m : graph_.out[at(second)]) gain += head(l) > head(m) ? 1 : head(l) < head(m) ? -1 : 0;
    return gain;
  }

  void switch_neighbours() {
    bool better = graph_.vertices.size() <= kSwitchLimit;
    for (int round = 0; better && round < kSwitchRounds; ++round) {
      better = false;
      for (auto& order : layers_)
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
          if (switch_gain(order[i], order[i + 1]) <= 0) continue;
          std::swap(order[i], order[i + 1]);
          std::swap(position_[at(order[i])], position_[at(order[i + 1])]);
          better = true;
        }
    }
  }

  const LayerGraph& graph_;
  std::vector<std::vector<int>> layers_;
  std::vector<int> position_;  ///< of each vertex in its layer
  std::vector<Offsets> off_;   ///< of each link
  std::vector<std::pair<double, double>> ends_;
  std::vector<double> heads_, far_;
  std::vector<Movable> movable_;
  std::vector<std::size_t> places_;
};

/// The order in which a search in depth from the first boxes meets the vertices: what belongs together stands together.
std::vector<std::vector<int>> depth_first(const LayerGraph& graph, bool reversed) {
  std::vector<std::vector<int>> order(graph.layers.size());
  std::vector<char> seen(graph.vertices.size());
  std::vector<int> stack;
  const int count = static_cast<int>(graph.vertices.size());
  for (int n = 0; n < count; ++n) {
    stack.push_back(reversed ? count - 1 - n : n);
    while (!stack.empty()) {
      const int v = stack.back();
      stack.pop_back();
      if (seen[at(v)]) continue;
      seen[at(v)] = true;
      order[at(graph.vertices[at(v)].layer)].push_back(v);
      for (std::size_t i = graph.in [at(v)].size(); i-- > 0;) stack.push_back(graph.links[at(graph.in[at(v)][i])].from);
      for (std::size_t i = graph.out[at(v)].size(); i-- > 0;) stack.push_back(graph.links[at(graph.out[at(v)][i])].to);
    }
  }
  return order;
}

}  // namespace

long count_crossings(const LayerGraph& graph) { return Orders(graph).crossings(std::numeric_limits<long>::max()); }

void reduce_crossings(LayerGraph& graph) {
  Orders orders(graph);
  std::vector<std::vector<int>> best = graph.layers;
  long least = orders.crossings(std::numeric_limits<long>::max());
  if (least == 0) return;
  const std::vector<std::vector<std::vector<int>>> starts = {graph.layers, depth_first(graph, false),
                                                             depth_first(graph, true)};
  for (const auto& start : starts) {
    orders.start(start);
    int idle = 0;
    for (int number = 0; number < kSweeps && least > 0 && idle < 6; ++number, ++idle) {
      orders.sweep(number);
      const long crossings = orders.crossings(least);
      if (crossings < least) least = crossings, best = orders.layers(), idle = 0;
    }
  }
  graph.layers = std::move(best);
}

}  // namespace skydraft::layout
