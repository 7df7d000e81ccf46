#include "layout/layered.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "layout/p1_cycles/cycles.hpp"
#include "layout/p2_layers/layers.hpp"
#include "layout/p3_order/order.hpp"
#include "layout/p4_place/coordinates.hpp"
#include "layout/p4_place/pack.hpp"

/// Inside, everything is turned so that layers follow each other along x; Down is turned back at the end.
namespace skydraft::layout {
namespace {

using Arc = LayeredInput::Arc;
constexpr double kLabelRoom = 28;          // px that a label needs before and behind it, arrow head included
constexpr double kCrossingCost = 0.03;     // of the size of the drawing
constexpr double kRowCost = 0.15;          // a fold makes the flow harder to follow
constexpr std::size_t kTrialLimit = 1500;  // boxes above which only the plain arrangement is tried

std::size_t at(int i) { return static_cast<std::size_t>(i); }

Size turned(Size size) { return {size.height, size.width}; }
Rect turned(const Rect& r) { return {r.y, r.x, r.height, r.width}; }

/// One connected part, its boxes renumbered; sizes along x.
struct Component {
  std::vector<int> boxes;
  std::vector<Size> sizes;
  std::vector<Arc> arcs;
  std::vector<int> fixed;
};

struct Spacing {
  double gap;
  double layer_gap;
  double aspect;
};

std::vector<Component> components(const LayeredInput& input, const std::vector<Size>& sizes) {
  std::vector<int> leader(sizes.size());
  std::iota(leader.begin(), leader.end(), 0);
  const auto find = [&](int box) {
    while (leader[at(box)] != box) box = leader[at(box)] = leader[at(leader[at(box)])];
    return box;
  };
  for (const Arc& arc : input.arcs) {
    const int a = find(arc.from), b = find(arc.to);
    leader[at(std::max(a, b))] = std::min(a, b);
  }
  std::vector<Component> parts;
  std::vector<int> part_of(sizes.size(), -1), name(sizes.size());
  for (int box = 0; box < static_cast<int>(sizes.size()); ++box) {
    int& part = part_of[at(find(box))];
    if (part < 0) part = static_cast<int>(parts.size()), parts.emplace_back();
    Component& c = parts[at(part)];
    name[at(box)] = static_cast<int>(c.boxes.size());
    c.boxes.push_back(box);
    c.sizes.push_back(sizes[at(box)]);
    c.fixed.push_back(at(box) < input.fixed_layer.size() ? input.fixed_layer[at(box)] : -1);
  }
  for (Arc arc : input.arcs) {
    if (arc.from == arc.to) continue;
    Component& c = parts[at(part_of[at(find(arc.from))])];
    arc.from = name[at(arc.from)], arc.to = name[at(arc.to)];
    c.arcs.push_back(arc);
  }
  return parts;
}

void turn_round(std::vector<Arc>& arcs, const std::vector<char>& marked) {
  for (std::size_t i = 0; i < arcs.size(); ++i)
    if (marked[i]) std::swap(arcs[i].from, arcs[i].to), std::swap(arcs[i].from_port, arcs[i].to_port);
}

/// Arcs with the same ends count as one: their weights add up.
std::vector<Arc> merged(const std::vector<Arc>& arcs) {
  std::vector<Arc> result;
  std::map<std::pair<int, int>, std::size_t> seen;
  for (const Arc& arc : arcs) {
    const auto [place, added] = seen.try_emplace({arc.from, arc.to}, result.size());
    if (added) {
      result.push_back(arc);
      continue;
    }
    Arc& first = result[place->second];
    first.weight += arc.weight;
    first.labelled = first.labelled || arc.labelled;
    first.label_extent = std::max(first.label_extent, arc.label_extent);
  }
  return result;
}

/// Px between each layer and the next: a label on an arc between neighbours must find room.
std::vector<double> layer_gaps(const Component& part, const std::vector<int>& layers, double layer_gap) {
  std::vector<double> gaps(at(*std::max_element(layers.begin(), layers.end())) + 1, layer_gap);
  for (const Arc& arc : part.arcs) {
    if (!arc.labelled || layers[at(arc.to)] != layers[at(arc.from)] + 1) continue;
    double& gap = gaps[at(layers[at(arc.from)])];
    gap = std::max(gap, arc.label_extent + kLabelRoom);
  }
  return gaps;
}

struct Arranged {
  std::vector<Rect> rects;
  Size size;
  double cost = std::numeric_limits<double>::infinity();
};

/// Places the layers from `first` up to `last` as one row whose top is at y.
void place_row(const LayerGraph& graph, const Component& part, const std::vector<double>& gaps, std::size_t first,
               std::size_t last, double y, double gap, Arranged& result) {
  const LayerGraph row = slice(graph, first, last);
  const std::vector<double> across = assign_coordinates(row, gap);
  double x = 0, top = std::numeric_limits<double>::infinity();
  for (std::size_t v = 0; v < row.vertices.size(); ++v)
    if (row.vertices[v].box >= 0) top = std::min(top, across[v]);
  for (std::size_t layer = 0; layer < row.layers.size(); ++layer) {
    double thick = 0;
    for (const int v : row.layers[layer])
      if (const int box = row.vertices[at(v)].box; box >= 0) thick = std::max(thick, part.sizes[at(box)].width);
    for (const int v : row.layers[layer])
      if (const int box = row.vertices[at(v)].box; box >= 0) {
        const Size size = part.sizes[at(box)];
        result.rects[at(box)] = {x + (thick - size.width) / 2, y + across[at(v)] - top, size.width, size.height};
      }
    x += thick + gaps[first + layer];
  }
}

/// Where to cut the layers into rows of about equal length.
std::vector<std::size_t> cuts(const Component& part, const LayerGraph& graph, const std::vector<double>& gaps,
                              std::size_t rows) {
  std::vector<double> end;
  double x = 0;
  for (std::size_t layer = 0; layer < graph.layers.size(); ++layer) {
    double thick = 0;
    for (const int v : graph.layers[layer])
      if (const int box = graph.vertices[at(v)].box; box >= 0) thick = std::max(thick, part.sizes[at(box)].width);
    end.push_back(x += thick + gaps[layer]);
  }
  std::vector<std::size_t> result{0};
  for (std::size_t layer = 0; layer + 1 < end.size() && result.size() < rows; ++layer)
    if (end[layer] >= x * static_cast<double>(result.size()) / static_cast<double>(rows) - 1)
      result.push_back(layer + 1);
  result.push_back(graph.layers.size());
  return result;
}

/// All boxes in their layers, folded into so many rows.
Arranged arrange_rows(const LayerGraph& graph, const Component& part, const std::vector<double>& gaps, std::size_t rows,
                      const Spacing& spacing) {
  Arranged result;
  result.rects.resize(part.sizes.size());
  const std::vector<std::size_t> cut = cuts(part, graph, gaps, rows);
  double y = 0;
  for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
    place_row(graph, part, gaps, cut[i], cut[i + 1], y, spacing.gap, result);
    y = extent(result.rects).height + std::max(spacing.gap, spacing.layer_gap);
  }
  result.size = extent(result.rects);
  result.cost = fitted_width(result.size, spacing.aspect) * (1 + kRowCost * static_cast<double>(cut.size() - 2));
  return result;
}

Arranged arrange_in_layers(const Component& part, const std::vector<int>& layers, const Spacing& spacing,
                           bool may_fold) {
  std::vector<double> extents;
  for (const Size& size : part.sizes) extents.push_back(size.height);
  LayerGraph graph = make_layer_graph(extents, part.arcs, layers);
  reduce_crossings(graph);
  const std::vector<double> gaps = layer_gaps(part, layers, spacing.layer_gap);
  Arranged best = arrange_rows(graph, part, gaps, 1, spacing);
  for (std::size_t rows = 2; may_fold && rows * 2 <= graph.layers.size() && rows <= 6; ++rows) {
    if (best.size.width < 1.6 * spacing.aspect * best.size.height) break;
    Arranged folded = arrange_rows(graph, part, gaps, rows, spacing);
    if (folded.cost < best.cost) best = std::move(folded);
  }
  best.cost *= 1 + kCrossingCost * static_cast<double>(count_crossings(graph));
  return best;
}

/// One connected part: the plain layers, or layers bounded in length where that comes nearer to the wanted shape.
Arranged arrange(Component part, const Spacing& spacing) {
  turn_round(part.arcs, feedback_arcs(static_cast<int>(part.boxes.size()), part.arcs));
  part.arcs = merged(part.arcs);
  std::vector<int> layers = assign_layers(static_cast<int>(part.boxes.size()), part.arcs);
  const bool fixed = std::any_of(part.fixed.begin(), part.fixed.end(), [](int layer) { return layer >= 0; });
  if (fixed) turn_round(part.arcs, fix_layers(layers, part.arcs, part.fixed));
  const bool trials = !fixed && part.boxes.size() <= kTrialLimit;
  Arranged best = arrange_in_layers(part, layers, spacing, trials);
  if (!trials) return best;

  std::vector<double> extents;
  for (const Size& size : part.sizes) extents.push_back(size.height + spacing.gap);
  for (const double share : {0.67, 0.5, 0.34, 0.25}) {
    if (best.size.height * spacing.aspect < 1.3 * best.size.width) break;
    Component bounded = part;
    const std::vector<int> moved = bound_layers(layers, part.arcs, extents, best.size.height * share + spacing.gap);
    // Arcs that only became long through this pass between the boxes; lines kept free for them would make it tall
    // again.
    std::erase_if(bounded.arcs, [&](const Arc& arc) {
      return moved[at(arc.to)] - moved[at(arc.from)] > layers[at(arc.to)] - layers[at(arc.from)];
    });
    Arranged narrow = arrange_in_layers(bounded, moved, spacing, false);
    if (narrow.cost < 0.9 * best.cost) best = std::move(narrow);
  }
  return best;
}

/// Connected parts one by one; boxes without arcs together as a grid behind them.
std::vector<Rect> place_turned(const LayeredInput& input, const std::vector<Size>& sizes, const Spacing& spacing) {
  std::vector<Component> parts = components(input, sizes);
  std::vector<Size> blocks;
  std::vector<std::vector<Rect>> inside;
  std::vector<std::vector<int>> members;
  Component singles;
  for (Component& part : parts) {
    if (part.arcs.empty() && part.boxes.size() == 1) {
      singles.boxes.push_back(part.boxes[0]);
      singles.sizes.push_back(part.sizes[0]);
      continue;
    }
    members.push_back(part.boxes);
    Arranged arranged = arrange(std::move(part), spacing);
    blocks.push_back(arranged.size);
    inside.push_back(std::move(arranged.rects));
  }
  if (!singles.boxes.empty()) {
    inside.push_back(pack_in_grid(singles.sizes, spacing.gap, spacing.gap, spacing.aspect));
    blocks.push_back(extent(inside.back()));
    members.push_back(singles.boxes);
  }
  const std::vector<Rect> packed = pack_on_shelves(blocks, std::max(spacing.gap, 24.0), spacing.aspect);
  std::vector<Rect> rects(sizes.size());
  for (std::size_t i = 0; i < members.size(); ++i)
    for (std::size_t k = 0; k < members[i].size(); ++k)
      rects[at(members[i][k])] = inside[i][k].moved(packed[i].origin());
  return rects;
}

}  // namespace

LayeredResult place_layered(const LayeredInput& input) {
  const bool down = input.direction == Direction::Down;
  std::vector<Size> sizes = input.sizes;
  if (down)
    for (Size& size : sizes) size = turned(size);
  LayeredResult result;
  result.rects = place_turned(input, sizes, {input.gap, input.layer_gap, down ? 1 / input.aspect : input.aspect});
  for (Rect& rect : result.rects) {
    if (down) rect = turned(rect);
    rect.x = geometry::snap(rect.x), rect.y = geometry::snap(rect.y);
  }
  result.size = extent(result.rects);
  return result;
}

}  // namespace skydraft::layout
