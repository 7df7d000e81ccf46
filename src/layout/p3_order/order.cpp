#include "layout/p3_order/order.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace skydraft::layout {
namespace {

constexpr int kSweeps = 16;
constexpr int kSwitchRounds = 6;
constexpr std::size_t kSwitchLimit = 4000;  // vertices above which neighbours are not switched

std::size_t at(int i) { return static_cast<std::size_t>(i); }

/// Where a link ends, in positions; the port keeps links of one vertex in order.
double end_position(const LayerGraph& graph, const std::vector<int>& position, int vertex, double port) {
  const double extent = graph.vertices[at(vertex)].extent;
  return position[at(vertex)] + (extent > 0 ? 0.9 * port / extent : 0.45);
}

long crossings_between(const LayerGraph& graph, const std::vector<int>& position, std::size_t layer) {
  std::vector<std::pair<double, double>> ends;
  for (const int v : graph.layers[layer])
    for (const int i : graph.out[at(v)]) {
      const LayerGraph::Link& link = graph.links[at(i)];
      ends.emplace_back(end_position(graph, position, link.from, link.from_port),
                        end_position(graph, position, link.to, link.to_port));
    }
  std::sort(ends.begin(), ends.end());
  std::vector<double> heads;
  for (const auto& end : ends) heads.push_back(end.second);
  std::vector<double> ranks = heads;
  std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  std::vector<long> tree(ranks.size() + 1);  // Fenwick: heads seen so far, by rank
  long crossings = 0, seen = 0;
  for (const double head : heads) {
    const auto rank = static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), head) - ranks.begin()) + 1;
    long not_above = 0;
    for (std::size_t i = rank; i > 0; i -= i & (~i + 1)) not_above += tree[i];
    crossings += seen - not_above;
    for (std::size_t i = rank; i < tree.size(); i += i & (~i + 1)) ++tree[i];
    ++seen;
  }
  return crossings;
}

/// Sorts one layer by where its neighbours in the layer before (or after) stand; those without any keep their place.
void sort_layer(LayerGraph& graph, std::vector<int>& position, std::size_t layer, bool by_in, bool median) {
  std::vector<int>& order = graph.layers[layer];
  std::vector<std::pair<double, int>> movable;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& links = by_in ? graph.in[at(order[i])] : graph.out[at(order[i])];
    if (links.empty()) continue;
    std::vector<double> ends;
    double sum = 0, weight = 0;
    for (const int l : links) {
      const LayerGraph::Link& link = graph.links[at(l)];
      const double end = by_in ? end_position(graph, position, link.from, link.from_port)
                               : end_position(graph, position, link.to, link.to_port);
      ends.push_back(end);
      const double w = std::max(link.weight, 0.1);
      sum += w * end, weight += w;
    }
    std::sort(ends.begin(), ends.end());
    const std::size_t middle = ends.size() / 2;
    const double mid = ends.size() % 2 == 1 ? ends[middle] : (ends[middle - 1] + ends[middle]) / 2;
    movable.emplace_back(median ? mid : sum / weight, order[i]);
    places.push_back(i);
  }
  std::stable_sort(movable.begin(), movable.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < places.size(); ++i) order[places[i]] = movable[i].second;
  for (std::size_t i = 0; i < order.size(); ++i) position[at(order[i])] = static_cast<int>(i);
}

/// Crossings of the links of two neighbours, the first standing before the second, less those the other way round.
long switch_gain(const LayerGraph& graph, const std::vector<int>& position, int first, int second) {
  long gain = 0;
  const auto side = [&](const std::vector<int>& a, const std::vector<int>& b, bool in) {
    for (const int i : a)
      for (const int j : b) {
        const LayerGraph::Link &l = graph.links[at(i)], &m = graph.links[at(j)];
        const double x =
            in ? end_position(graph, position, l.from, l.from_port) : end_position(graph, position, l.to, l.to_port);
        const double y =
            in ? end_position(graph, position, m.from, m.from_port) : end_position(graph, position, m.to, m.to_port);
        gain += x > y ? 1 : x < y ? -1 : 0;
      }
  };
  side(graph.in[at(first)], graph.in[at(second)], true);
  side(graph.out[at(first)], graph.out[at(second)], false);
  return gain;
}

void switch_neighbours(LayerGraph& graph, std::vector<int>& position) {
  bool better = graph.vertices.size() <= kSwitchLimit;
  for (int round = 0; better && round < kSwitchRounds; ++round) {
    better = false;
    for (auto& order : graph.layers)
      for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        if (switch_gain(graph, position, order[i], order[i + 1]) <= 0) continue;
        std::swap(order[i], order[i + 1]);
        std::swap(position[at(order[i])], position[at(order[i + 1])]);
        better = true;
      }
  }
}

void sweep(LayerGraph& graph, std::vector<int>& position, int number) {
  const bool forward = number % 2 == 0, median = number % 4 >= 2;
  const std::size_t count = graph.layers.size();
  for (std::size_t i = 1; i < count; ++i) sort_layer(graph, position, forward ? i : count - 1 - i, forward, median);
  switch_neighbours(graph, position);
}

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

long count_crossings(const LayerGraph& graph) {
  const std::vector<int> position = graph.positions();
  long sum = 0;
  for (std::size_t layer = 0; layer + 1 < graph.layers.size(); ++layer)
    sum += crossings_between(graph, position, layer);
  return sum;
}

void reduce_crossings(LayerGraph& graph) {
  const std::vector<std::vector<std::vector<int>>> starts = {graph.layers, depth_first(graph, false),
                                                             depth_first(graph, true)};
  std::vector<std::vector<int>> best = graph.layers;
  long least = count_crossings(graph);
  for (const auto& start : starts) {
    graph.layers = start;
    std::vector<int> position = graph.positions();
    int idle = 0;
    for (int number = 0; number < kSweeps && least > 0 && idle < 6; ++number, ++idle) {
      sweep(graph, position, number);
      const long crossings = count_crossings(graph);
      if (crossings < least) least = crossings, best = graph.layers, idle = 0;
    }
  }
  graph.layers = std::move(best);
}

}  // namespace skydraft::layout
