#include "layout/p5_route/obstacles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "layout/p5_route/path.hpp"

namespace skydraft::layout {
namespace {

Rect span_of(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

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

/// Does something else lie over an empty container (bands over a subnet)? Then routes must be able to get there.
bool is_ground(const SizedGraph& graph, const Placement& placement, NodeId id) {
  if (graph[id].role != Role::Container) return false;
  for (std::uint32_t i = 1; i < graph.nodes().size(); ++i) {
    const NodeId other{i};
    const bool related = other == id || graph.is_inside(id, other) || graph.is_inside(other, id);
    if (!related && placement.rects[id].grown(-1).overlaps(placement.rects[other])) return true;
  }
  return false;
}

/// Which nodes are, or hold, an end of an edge.
std::vector<char> find_busy(const SizedGraph& graph) {
  std::vector<char> busy(graph.nodes().size());
  for (const Edge& edge : graph.edges()) busy[edge.from.index] = busy[edge.to.index] = true;
  for (std::size_t i = busy.size(); i-- > 1;)
    if (busy[i]) busy[graph.nodes()[i].parent->index] = true;
  return busy;
}

}  // namespace

Obstacles::Obstacles(const SizedGraph& graph, const Placement& placement) {
  const std::vector<char> busy = find_busy(graph);
  for (std::uint32_t i = 1; i < graph.nodes().size(); ++i) {
    const NodeId id{i};
    const Rect& rect = placement.rects[id];
    if (!rect.empty()) bounds_ = cover(bounds_, rect);
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
  build_buckets();
}

void Obstacles::build_buckets() {
  const double area = std::max(1.0, bounds_.width * bounds_.height);
  cell_ = std::max(40.0, std::sqrt(area / static_cast<double>(items_.size() + 1)));
  columns_ = static_cast<std::size_t>(bounds_.width / cell_) + 1;
  rows_ = static_cast<std::size_t>(bounds_.height / cell_) + 1;
  buckets_.assign(columns_ * rows_, {});
  const auto index = [&](double at, double origin, std::size_t count) {
    return static_cast<std::size_t>(std::clamp((at - origin) / cell_, 0.0, static_cast<double>(count - 1)));
  };
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Rect& r = items_[i].rect;
    for (std::size_t y = index(r.top(), bounds_.y, rows_); y <= index(r.bottom(), bounds_.y, rows_); ++y)
      for (std::size_t x = index(r.left(), bounds_.x, columns_); x <= index(r.right(), bounds_.x, columns_); ++x)
        buckets_[y * columns_ + x].push_back(static_cast<std::uint32_t>(i));
  }
}

/// Calls visit(item) for what may touch the rectangle until it returns true; one item may come more than once.
template <class Visit>
void Obstacles::visit(const Rect& rect, Visit&& visit) const {
  const auto index = [&](double at, double origin, std::size_t count) {
    return static_cast<std::size_t>(std::clamp((at - origin) / cell_, 0.0, static_cast<double>(count - 1)));
  };
  const std::size_t x1 = index(rect.right(), bounds_.x, columns_), y1 = index(rect.bottom(), bounds_.y, rows_);
  for (std::size_t y = index(rect.top(), bounds_.y, rows_); y <= y1; ++y)
    for (std::size_t x = index(rect.left(), bounds_.x, columns_); x <= x1; ++x)
      for (const std::uint32_t i : buckets_[y * columns_ + x])
        if (visit(i)) return;
}

bool Obstacles::is_free(Point from, Point to, double clearance, NodeId a, NodeId b) const {
  return is_free(span_of(from, to).grown(clearance), a, b);
}

bool Obstacles::is_free(const Rect& rect, NodeId a, NodeId b) const {
  bool free = true;
  visit(rect, [&](std::uint32_t i) {
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
  constexpr double kReach = 400;
  Channel channel{at - kReach, at + kReach};
  const Rect swept =
      vertical ? Rect{at - kReach, low, 2 * kReach, high - low} : Rect{low, at - kReach, high - low, 2 * kReach};
  visit(swept.grown(clearance), [&](std::uint32_t i) {
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
  for (const Border& border : borders_) {
    if (border.vertical != vertical || border.high <= low || border.low >= high) continue;
    if (border.at >= at)
      channel.high = std::min(channel.high, border.at - from_borders);
    else
      channel.low = std::max(channel.low, border.at + from_borders);
  }
  return channel;
}

std::vector<std::size_t> Obstacles::near(const Rect& rect) const {
  std::vector<std::size_t> found;
  visit(rect, [&](std::uint32_t i) {
    if (items_[i].rect.overlaps(rect)) found.push_back(i);
    return false;
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace skydraft::layout
