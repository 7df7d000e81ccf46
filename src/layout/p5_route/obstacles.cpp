#include "layout/p5_route/obstacles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "layout/p5_route/path.hpp"
#include "layout/p5_route/path_index.hpp"

namespace skydraft::layout {
namespace {

void add_borders(std::vector<Border>& borders, NodeId id, const Rect& rect, double toll) {
  borders.push_back({id, true, rect.left(), rect.top(), rect.bottom(), toll});
  borders.push_back({id, true, rect.right(), rect.top(), rect.bottom(), toll});
  borders.push_back({id, false, rect.top(), rect.left(), rect.right(), toll});
  borders.push_back({id, false, rect.bottom(), rect.left(), rect.right(), toll});
}

/// Is there nothing in it but captions? Then it is passed like a leaf.
bool is_solid(const SizedGraph& graph, NodeId id) {
  const auto children = graph.children(id);
  if (children.empty()) return true;
  return graph[id].framed && std::none_of(children.begin(), children.end(), [&](NodeId child) {
           return graph[child].role == Role::Node || graph[child].role == Role::Container;
         });
}

/// Which nodes are, or hold, an end of an edge.
std::vector<char> find_busy(const SizedGraph& graph) {
  std::vector<char> busy(graph.nodes().size());
  for (const Edge& edge : graph.edges()) busy[edge.from.index] = busy[edge.to.index] = true;
  for (std::size_t i = busy.size(); i-- > 1;)
    if (busy[i]) busy[graph.nodes()[i].parent->index] = true;
  return busy;
}

/// Is it, or is it in, a band that lies over `other`?
bool lies_over(const SizedGraph& graph, NodeId id, NodeId other) {
  for (std::optional<NodeId> up = id; up; up = graph[*up].parent)
    for (const NodeId spanned : graph[*up].spans)
      if (spanned == other || graph.is_inside(other, spanned)) return true;
  return false;
}

Rect cover_of(const Placement& placement) {
  Rect bounds;
  for (std::uint32_t i = 1; i < placement.rects.size(); ++i) bounds = cover(bounds, placement.rects[{i}]);
  return bounds;
}

}  // namespace

Obstacles::Obstacles(const SizedGraph& graph, const Placement& placement)
    : rects_(placement.rects.rows()),
      bounds_(cover_of(placement)),
      nodes_(bounds_, graph.nodes().size()),
      item_index_(bounds_, graph.nodes().size()),
      border_index_(bounds_, graph.nodes().size()) {
  for (std::uint32_t i = 1; i < rects_.size(); ++i)
    if (!rects_[i].empty()) nodes_.add(rects_[i], i);
  gather(graph, placement);
  for (std::size_t i = 0; i < items_.size(); ++i) item_index_.add(items_[i].rect, static_cast<std::uint32_t>(i));
  for (std::size_t i = 0; i < borders_.size(); ++i)
    border_index_.add(borders_[i].rect(), static_cast<std::uint32_t>(i));
}

void Obstacles::gather(const SizedGraph& graph, const Placement& placement) {
  const std::vector<char> busy = find_busy(graph);
  const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  first_item_.assign(1, 0), first_border_.assign(1, 0);
  for (std::uint32_t i = 1; i <= graph.nodes().size(); ++i) {
    first_item_.push_back(count(items_)), first_border_.push_back(count(borders_));
    if (i == graph.nodes().size()) break;
    const NodeId id{i};
    const Rect& rect = placement.rects[id];
    if (is_solid(graph, id) && !is_ground(graph, placement, id)) {
      if (!rect.empty()) items_.push_back({rect, id, false});
      continue;
    }
    if (!placement.titles[id].empty()) items_.push_back({placement.titles[id], id, true});
    if (!placement.notes[id].empty()) items_.push_back({placement.notes[id], id, true});
    if (!graph[id].framed || rect.empty()) continue;
    const bool band = !graph[id].spans.empty();
    add_borders(borders_, id, rect, band ? RouteCost::kBand : busy[i] ? RouteCost::kBorder : RouteCost::kForeign);
  }
}

/// Does something else lie over an empty container (bands over a subnet)? Then routes must be able to get there.
bool Obstacles::is_ground(const SizedGraph& graph, const Placement& placement, NodeId id) const {
  if (graph[id].role != Role::Container) return false;
  const Rect inner = placement.rects[id].grown(-1);
  bool covered = false;
  nodes_.visit(inner, [&](std::uint32_t i) {
    const NodeId other{i};
    const bool related =
        other == id || graph.is_inside(id, other) || graph.is_inside(other, id) || lies_over(graph, id, other);
    covered = !related && inner.overlaps(placement.rects[other]);
    return covered;
  });
  return covered;
}

std::span<const Obstacles::Item> Obstacles::items_of(NodeId node) const {
  return std::span(items_).subspan(first_item_[node.index], first_item_[node.index + 1] - first_item_[node.index]);
}

std::span<const Border> Obstacles::borders_of(NodeId node) const {
  const std::uint32_t first = first_border_[node.index];
  return std::span(borders_).subspan(first, first_border_[node.index + 1] - first);
}

bool Obstacles::is_free(Point from, Point to, double clearance, NodeId a, NodeId b) const {
  return is_free(span_of(from, to).grown(clearance), a, b);
}

bool Obstacles::is_free(const Rect& rect, NodeId a, NodeId b) const {
  bool free = true;
  item_index_.visit(rect, [&](std::uint32_t i) {
    const Item& item = items_[i];
    if (!item.title && (item.node == a || item.node == b)) return false;
    if (rect.overlaps(item.rect)) free = false;
    return !free;
  });
  return free;
}

Channel Obstacles::channel(Point from, Point to, double clearance, double from_borders, NodeId a, NodeId b) const {
  const bool vertical = from.x == to.x && from.y != to.y;
  const Rect span = span_of(from, to);
  const double at = vertical ? from.x : from.y;
  const double low = vertical ? span.top() : span.left(), high = vertical ? span.bottom() : span.right();
  constexpr double kReach = 120;
  Channel channel{at - kReach, at + kReach};
  const Rect swept =
      vertical ? Rect{at - kReach, low, 2 * kReach, high - low} : Rect{low, at - kReach, high - low, 2 * kReach};
  item_index_.visit(swept.grown(clearance), [&](std::uint32_t i) {
    const Item& item = items_[i];
    if (!item.title && (item.node == a || item.node == b)) return false;
    const Rect& r = item.rect;
    const double first = vertical ? r.top() : r.left(), last = vertical ? r.bottom() : r.right();
    if (last <= low - clearance || first >= high + clearance) return false;
    const double near_side = vertical ? r.left() : r.top(), far_side = vertical ? r.right() : r.bottom();
    if ((near_side + far_side) / 2 >= at)
      channel.high = std::min(channel.high, near_side - clearance);
    else
      channel.low = std::max(channel.low, far_side + clearance);
    return false;
  });
  visit_borders(swept, [&](const Border& border) {
    if (border.vertical != vertical || border.high <= low || border.low >= high) return;
    if (border.at >= at)
      channel.high = std::min(channel.high, border.at - from_borders);
    else
      channel.low = std::max(channel.low, border.at + from_borders);
  });
  return channel;
}

bool Obstacles::on_border(const Rect& rect) const {
  bool found = false;
  border_index_.visit(rect, [&](std::uint32_t i) {
    const Rect line = borders_[i].rect();
    found = line.left() < rect.right() && rect.left() < line.right() + 1e-9 && line.top() < rect.bottom() &&
            rect.top() < line.bottom() + 1e-9;
    return found;
  });
  return found;
}

std::vector<NodeId> Obstacles::nodes_near(const Rect& rect) const {
  std::vector<NodeId> found;
  nodes_.visit(rect, [&](std::uint32_t i) {
    if (rects_[i].overlaps(rect)) found.push_back({i});
    return false;
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace skydraft::layout
