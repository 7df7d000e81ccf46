#include "layout/p4_place/coordinates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace skydraft::layout {
namespace {

constexpr double kDummyGap = 14;  // px between two lines, and between a line and a box
constexpr double kBendCost = 24;  // px of length that a bend is worth
constexpr int kStraightenRounds = 6;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

double separation(const LayerGraph& graph, int before, int after, double gap) {
  const bool boxes = graph.vertices[at(before)].box >= 0 && graph.vertices[at(after)].box >= 0;
  return boxes ? gap : kDummyGap;
}

/// The graph as one of the four alignments sees it: layers in turn or from the last, layers' orders from either side.
LayerGraph view_from(const LayerGraph& graph, bool from_last, bool from_right) {
  LayerGraph seen = graph;
  if (from_last) {
    std::reverse(seen.layers.begin(), seen.layers.end());
    std::swap(seen.in, seen.out);
    for (auto& link : seen.links) std::swap(link.from, link.to), std::swap(link.from_port, link.to_port);
  }
  if (from_right) {
    for (auto& layer : seen.layers) std::reverse(layer.begin(), layer.end());
    for (auto& link : seen.links) {
      link.from_port = seen.vertices[at(link.from)].extent - link.from_port;
      link.to_port = seen.vertices[at(link.to)].extent - link.to_port;
    }
  }
  return seen;
}

/// Links that cross one between two dummies; they give way (type 1 conflicts).
std::vector<char> mark_conflicts(const LayerGraph& graph, const std::vector<int>& position) {
  std::vector<char> marked(graph.links.size());
  const auto inner_link = [&](int vertex) {
    if (graph.vertices[at(vertex)].box >= 0) return -1;
    for (const int l : graph.in[at(vertex)])
      if (graph.vertices[at(graph.links[at(l)].from)].box < 0) return l;
    return -1;
  };
  for (std::size_t layer = 1; layer < graph.layers.size(); ++layer) {
    const auto& order = graph.layers[layer];
    int low = 0;
    std::size_t scanned = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const int inner = inner_link(order[i]);
      if (inner < 0 && i + 1 < order.size()) continue;
      const int high = inner >= 0 ? position[at(graph.links[at(inner)].from)] : std::numeric_limits<int>::max();
      for (; scanned <= i; ++scanned)
        for (const int l : graph.in[at(order[scanned])]) {
          const int tail = position[at(graph.links[at(l)].from)];
          if (tail < low || tail > high) marked[at(l)] = l != inner;
        }
      low = high;
    }
  }
  return marked;
}

/// Vertices aligned along links: each block is a chain, named by its first vertex.
struct Blocks {
  std::vector<int> root;      ///< of each vertex
  std::vector<double> inner;  ///< px of each vertex from its block's coordinate
};

/// The links into a vertex that it may be aligned along, best first: the heaviest if it stands out, then the medians.
void find_candidates(const LayerGraph& graph, const std::vector<int>& position, int vertex, std::vector<int>& links) {
  const std::span<const int> all = graph.in[at(vertex)];
  links.assign(all.begin(), all.end());
  if (links.size() < 2) return;
  std::sort(links.begin(), links.end(), [&](int a, int b) {
    const auto &l = graph.links[at(a)], &m = graph.links[at(b)];
    return std::tuple(position[at(l.from)], l.from_port, a) < std::tuple(position[at(m.from)], m.from_port, b);
  });
  const std::size_t low = (links.size() - 1) / 2, high = links.size() / 2;
  const auto weight = [&](int l) { return graph.links[at(l)].weight; };
  const int heaviest =
      *std::max_element(links.begin(), links.end(), [&](int a, int b) { return weight(a) < weight(b); });
  const std::array<int, 3> wanted{heaviest, links[low], links[high]};
  const bool stands_out = weight(heaviest) > 1.5 * weight(links[low]);
  links.assign(wanted.begin() + (stands_out ? 0 : 1), wanted.end() - (low == high ? 1 : 0));
}

Blocks align(const LayerGraph& graph, const std::vector<int>& position) {
  Blocks blocks;
  blocks.root.resize(graph.vertices.size());
  for (std::size_t v = 0; v < graph.vertices.size(); ++v) blocks.root[v] = static_cast<int>(v);
  blocks.inner.assign(graph.vertices.size(), 0);
  const std::vector<char> conflict = mark_conflicts(graph, position);
  std::vector<char> taken(graph.vertices.size());
  std::vector<int> candidates;
  for (std::size_t layer = 1; layer < graph.layers.size(); ++layer) {
    int last = -1;
    for (const int v : graph.layers[layer]) {
      find_candidates(graph, position, v, candidates);
      for (const int l : candidates) {
        const LayerGraph::Link& link = graph.links[at(l)];
        if (conflict[at(l)] || taken[at(link.from)] || position[at(link.from)] <= last) continue;
        taken[at(link.from)] = true;
        blocks.root[at(v)] = blocks.root[at(link.from)];
        blocks.inner[at(v)] = blocks.inner[at(link.from)] + link.from_port - link.to_port;
        last = position[at(link.from)];
        break;
      }
    }
  }
  return blocks;
}

/// Lowest coordinates of the blocks, then as high as what stands after them lets them, so that they pull together.
std::vector<double> compact(const LayerGraph& graph, const Blocks& blocks, double gap) {
  struct Bound {
    int block;
    double distance;
  };
  const std::size_t count = graph.vertices.size();
  std::vector<std::size_t> first(count + 1);  // of those after each block
  std::vector<int> waiting(count);
  for (const auto& layer : graph.layers)
    for (std::size_t i = 1; i < layer.size(); ++i) {
      ++first[at(blocks.root[at(layer[i - 1])]) + 1];
      ++waiting[at(blocks.root[at(layer[i])])];
    }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<Bound> bounds(first.back());
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  for (const auto& layer : graph.layers)
    for (std::size_t i = 1; i < layer.size(); ++i) {
      const int u = layer[i - 1], v = layer[i];
      const double distance =
          blocks.inner[at(u)] + graph.vertices[at(u)].extent + separation(graph, u, v, gap) - blocks.inner[at(v)];
      bounds[next[at(blocks.root[at(u)])]++] = {blocks.root[at(v)], distance};
    }
  const auto after = [&](int block) {
    return std::span(bounds).subspan(first[at(block)], first[at(block) + 1] - first[at(block)]);
  };
  std::vector<int> order;
  for (std::size_t v = 0; v < count; ++v)
    if (blocks.root[v] == static_cast<int>(v) && waiting[v] == 0) order.push_back(static_cast<int>(v));
  std::vector<double> x(count);
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const Bound& bound : after(order[i])) {
      x[at(bound.block)] = std::max(x[at(bound.block)], x[at(order[i])] + bound.distance);
      if (--waiting[at(bound.block)] == 0) order.push_back(bound.block);
    }
  for (std::size_t i = order.size(); i-- > 0;) {
    double most = std::numeric_limits<double>::infinity();
    for (const Bound& bound : after(order[i])) most = std::min(most, x[at(bound.block)] - bound.distance);
    if (std::isfinite(most)) x[at(order[i])] = std::max(x[at(order[i])], most);
  }
  std::vector<double> result(count);
  for (std::size_t v = 0; v < count; ++v) result[v] = x[at(blocks.root[v])] + blocks.inner[v];
  return result;
}

std::vector<double> one_alignment(const LayerGraph& graph, double gap, bool from_last, bool from_right) {
  const LayerGraph seen = view_from(graph, from_last, from_right);
  std::vector<double> x = compact(seen, align(seen, seen.positions()), gap);
  if (from_right)
    for (std::size_t v = 0; v < x.size(); ++v) x[v] = -x[v] - graph.vertices[v].extent;
  return x;
}

std::pair<double, double> range_of(const LayerGraph& graph, const std::vector<double>& x) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (std::size_t v = 0; v < x.size(); ++v)
    low = std::min(low, x[v]), high = std::max(high, x[v] + graph.vertices[v].extent);
  return {low, high};
}

double link_cost(const LayerGraph::Link& link, double from, double to) {
  const double off = std::abs(from + link.from_port - to - link.to_port);
  return std::max(link.weight, 0.05) * (off + (off > 0.5 ? kBendCost : 0));
}

double cost(const LayerGraph& graph, const std::vector<double>& x) {
  double sum = 0;
  for (const auto& link : graph.links) sum += link_cost(link, x[at(link.from)], x[at(link.to)]);
  const auto [low, high] = range_of(graph, x);
  return sum + (high - low) * 0.5;
}

/// Moves single vertices, within the free space beside them, to where most of their links are straight.
void straighten(const LayerGraph& graph, std::vector<double>& x, double gap) {
  for (int round = 0; round < kStraightenRounds; ++round) {
    bool moved = false;
    for (const auto& layer : graph.layers)
      for (std::size_t i = 0; i < layer.size(); ++i) {
        const int v = layer[i];
        const double low = i == 0 ? -1e9
                                  : x[at(layer[i - 1])] + graph.vertices[at(layer[i - 1])].extent +
                                        separation(graph, layer[i - 1], v, gap);
        const double high = i + 1 == layer.size() ? 1e9
                                                  : x[at(layer[i + 1])] - graph.vertices[at(v)].extent -
                                                        separation(graph, v, layer[i + 1], gap);
        const auto cost_at = [&](double where) {
          double sum = 0;
          for (const int l : graph.in[at(v)])
            sum += link_cost(graph.links[at(l)], x[at(graph.links[at(l)].from)], where);
          for (const int l : graph.out[at(v)])
            sum += link_cost(graph.links[at(l)], where, x[at(graph.links[at(l)].to)]);
          return sum;
        };
        double best = x[at(v)], least = cost_at(best) - 1e-6;
        const auto offer = [&](double where) {
          if (where < low || where > high) return;
          if (const double c = cost_at(where); c < least) least = c, best = where;
        };
        for (const int l : graph.in[at(v)])
          offer(x[at(graph.links[at(l)].from)] + graph.links[at(l)].from_port - graph.links[at(l)].to_port);
        for (const int l : graph.out[at(v)])
          offer(x[at(graph.links[at(l)].to)] + graph.links[at(l)].to_port - graph.links[at(l)].from_port);
        if (best != x[at(v)]) x[at(v)] = best, moved = true;
      }
    if (!moved) return;
  }
}

}  // namespace

std::vector<double> assign_coordinates(const LayerGraph& graph, double gap) {
  if (graph.vertices.empty()) return {};
  std::array<std::vector<double>, 5> all;
  double narrowest = std::numeric_limits<double>::infinity();
  std::size_t narrow = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    all[i] = one_alignment(graph, gap, (i & 2) != 0, (i & 1) != 0);
    const auto [low, high] = range_of(graph, all[i]);
    for (double& x : all[i]) x -= low;
    if (high - low < narrowest) narrowest = high - low, narrow = i;
  }
  // The mean of the two middle ones keeps order and gaps once all are shifted to the narrowest: those from the left by
  // their lowest coordinate, those from the right by their highest.
  std::array<double, 4> shift{};
  for (std::size_t i = 0; i < 4; ++i)
    if ((i & 1) != 0) shift[i] = range_of(graph, all[narrow]).second - range_of(graph, all[i]).second;
  all[4].resize(graph.vertices.size());
  for (std::size_t v = 0; v < all[4].size(); ++v) {
    std::array<double, 4> x{all[0][v] + shift[0], all[1][v] + shift[1], all[2][v] + shift[2], all[3][v] + shift[3]};
    std::sort(x.begin(), x.end());
    all[4][v] = (x[1] + x[2]) / 2;
  }
  double least = std::numeric_limits<double>::infinity();
  std::vector<double> best;
  for (const std::size_t i : {4U, 0U, 1U, 2U, 3U}) {
    straighten(graph, all[i], gap);
    if (const double c = cost(graph, all[i]); c < least - 1e-6) least = c, best = all[i];
  }
  const double low = range_of(graph, best).first;
  for (double& x : best) x = geometry::snap(x - low);
  return best;
}

}  // namespace skydraft::layout
