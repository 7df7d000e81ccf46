#include "layout/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace skydraft::layout {
namespace {

constexpr double kSlack = 0.03;       // px: three steps of the grid
constexpr double kMirrorSlack = 0.5;  // px
constexpr std::size_t kMostViolations = 50;

using Violations = std::vector<std::string>;

std::string show(const Rect& r) {
  return fmt::format("[{:.2f} {:.2f} {:.2f} {:.2f}]", r.x, r.y, r.right(), r.bottom());
}

bool meet(const Rect& a, const Rect& b) {
  return !a.empty() && !b.empty() && a.grown(-kSlack).overlaps(b.grown(-kSlack));
}

/// A rectangle that may not be met by others of its list.
struct Solid {
  Rect rect;
  NodeId owner;
  std::string_view what;
};

bool spans(const SizedGraph& graph, NodeId over, NodeId under) {
  for (const NodeId spanned : graph[over].spans)
    if (spanned == under || graph.is_inside(spanned, under) ||
        (graph[over].border_of_span && graph.is_inside(under, spanned)))
      return true;
  return false;
}

/// All pairs that meet, by a sweep from left to right. O(n log n) unless many overlap in x.
void find_overlaps(std::vector<Solid> solids, const std::function<bool(const Solid&, const Solid&)>& excused,
                   const SizedGraph& graph, Violations& found) {
  std::stable_sort(solids.begin(), solids.end(), [](const Solid& a, const Solid& b) { return a.rect.x < b.rect.x; });
  std::vector<const Solid*> open;
  for (const Solid& solid : solids) {
    std::erase_if(open, [&](const Solid* o) { return o->rect.right() <= solid.rect.x; });
    for (const Solid* other : open)
      if (meet(solid.rect, other->rect) && !excused(solid, *other))
        found.push_back(fmt::format("{} of {} {} overlaps {} of {} {}", solid.what, graph[solid.owner].key,
                                    show(solid.rect), other->what, graph[other->owner].key, show(other->rect)));
    if (found.size() > kMostViolations) return;
    open.push_back(&solid);
  }
}

/// The arrangement of zones, and of boxes in them whose children stand in lanes, does not count: that of the Zonal
/// container around them does.
bool arranges_zones(const SizedGraph& graph, NodeId id);

bool is_zone(const SizedGraph& graph, NodeId id) {
  const Node& node = graph[id];
  return node.parent && node.slot.column >= 0 && !node.slot.in_header && graph.is_container(id) &&
         arranges_zones(graph, *node.parent);
}

bool arranges_zones(const SizedGraph& graph, NodeId id) {
  const Node& node = graph[id];
  if (node.arrangement != Arrangement::Zonal || is_zone(graph, id)) return false;
  if (!node.parent || !is_zone(graph, *node.parent)) return true;
  const auto kids = graph.children(id);
  return !kids.empty() && std::none_of(kids.begin(), kids.end(), [&](NodeId k) { return graph[k].slot.row >= 0; });
}

void check_siblings(const SizedGraph& graph, const Placement& placement, NodeId id, Violations& found) {
  std::vector<Solid> solids;
  for (const NodeId child : graph.children(id)) solids.push_back({placement.rects[child], child, "box"});
  if (!placement.titles[id].empty()) solids.push_back({placement.titles[id], id, "title"});
  if (!placement.notes[id].empty()) solids.push_back({placement.notes[id], id, "note"});
  const bool zonal = arranges_zones(graph, id);
  find_overlaps(
      std::move(solids),
      [&](const Solid& a, const Solid& b) {
        if (a.owner == id || b.owner == id) return false;
        if (zonal && is_zone(graph, a.owner) != is_zone(graph, b.owner)) return true;
        return spans(graph, a.owner, b.owner) || spans(graph, b.owner, a.owner);
      },
      graph, found);
}

void collect_solids(const SizedGraph& graph, const Placement& placement, NodeId id, std::vector<Solid>& solids) {
  if (!placement.titles[id].empty()) solids.push_back({placement.titles[id], id, "title"});
  if (!placement.notes[id].empty()) solids.push_back({placement.notes[id], id, "note"});
  for (const NodeId child : graph.children(id))
    if (graph.is_container(child))
      collect_solids(graph, placement, child, solids);
    else
      solids.push_back({placement.rects[child], child, "box"});
}

/// Bands lie over zones and subnets, but not over what stands in these, nor over their titles.
void check_bands(const SizedGraph& graph, const Placement& placement, NodeId id, Violations& found) {
  std::vector<Solid> solids;
  for (const NodeId child : graph.children(id)) {
    if (is_zone(graph, child))
      collect_solids(graph, placement, child, solids);
    else if (!graph[child].border_of_span)
      solids.push_back({placement.rects[child], child, "band"});
  }
  find_overlaps(
      std::move(solids), [&](const Solid& a, const Solid& b) { return (a.what != "band") == (b.what != "band"); },
      graph, found);
}

void check_inside(const SizedGraph& graph, const Placement& placement, NodeId id, Violations& found) {
  const Node& node = graph[id];
  const Node& parent = graph[*node.parent];
  const bool free = node.slot.in_header || (node.border_of_span && !node.spans.empty());
  const Rect room = free ? placement.rects[*node.parent] : placement.rects[*node.parent].inset(parent.padding);
  if (!room.contains(placement.rects[id], kSlack))
    found.push_back(
        fmt::format("{} {} sticks out of {} {}", node.key, show(placement.rects[id]), parent.key, show(room)));
}

void check_grid(const SizedGraph& graph, const Placement& placement, NodeId id, Violations& found) {
  const Rect& rect = placement.rects[id];
  for (const double value : {rect.x, rect.y, rect.width, rect.height})
    if (value != geometry::snap(value)) found.push_back(fmt::format("{} is off the grid at {}", graph[id].key, value));
  const Node& node = graph[id];
  if (rect.width < node.size.width - kSlack || rect.height < node.size.height - kSlack)
    found.push_back(fmt::format("{} {} is smaller than it must be", node.key, show(rect)));
}

/// Items of two boxes of twin zones, one to one.
void check_twins(const SizedGraph& graph, const Placement& placement, NodeId left, NodeId right, double axis,
                 Violations& found) {
  const double sum = placement.rects[left].center().x + placement.rects[right].center().x;
  if (std::abs(sum - 2 * axis) >= kMirrorSlack)
    found.push_back(fmt::format("{} and {} are no mirror images: off by {:.2f}", graph[left].key, graph[right].key,
                                sum - 2 * axis));
}

bool same_shape(const SizedGraph& graph, NodeId left, NodeId right) {
  const auto a = graph.children(left), b = graph.children(right);
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Slot &p = graph[a[i]].slot, &q = graph[b[i]].slot;
    if (p.row != q.row || p.last_row != q.last_row || graph.is_container(a[i]) != graph.is_container(b[i]))
      return false;
    if (graph[a[i]].border_of_span || graph[b[i]].border_of_span || p.in_header || q.in_header) return false;
  }
  return true;
}

void check_mirror(const SizedGraph& graph, const Placement& placement, NodeId id, Violations& found) {
  std::vector<NodeId> zones;
  for (const NodeId child : graph.children(id))
    if (is_zone(graph, child)) zones.push_back(child);
  if (zones.size() != 2) return;
  if (placement.rects[zones[0]].x > placement.rects[zones[1]].x) std::swap(zones[0], zones[1]);
  const double axis = (placement.rects[zones[0]].right() + placement.rects[zones[1]].left()) / 2;
  check_twins(graph, placement, zones[0], zones[1], axis, found);
  if (!same_shape(graph, zones[0], zones[1])) return;
  const auto a = graph.children(zones[0]), b = graph.children(zones[1]);
  for (std::size_t i = 0; i < a.size(); ++i)
    if (graph.is_container(a[i]) && !same_shape(graph, a[i], b[i])) return;
  for (std::size_t i = 0; i < a.size(); ++i) {
    check_twins(graph, placement, a[i], b[i], axis, found);
    const auto c = graph.children(a[i]), d = graph.children(b[i]);
    const bool lanes = std::any_of(c.begin(), c.end(), [&](NodeId k) { return graph[k].slot.row >= 0; });
    for (std::size_t k = 0; lanes && k < c.size(); ++k) check_twins(graph, placement, c[k], d[k], axis, found);
  }
}

struct Piece {
  Point from;
  Point to;
  bool meets(const Rect& rect) const {
    const Rect inner = rect.grown(-1);
    if (inner.empty()) return false;
    return std::min(from.x, to.x) < inner.right() && inner.left() < std::max(from.x, to.x) + 1e-9 &&
           std::min(from.y, to.y) < inner.bottom() && inner.top() < std::max(from.y, to.y) + 1e-9;
  }
};

bool on_border(const Rect& rect, Point p) {
  constexpr double kNear = 4;  // px: an arrow may stop short of its target
  return rect.grown(kNear).contains(p) && !rect.grown(-kNear).contains(p);
}

void check_route(const SizedGraph& graph, const PlacedGraph& placed, EdgeId id, const std::vector<Solid>& solids,
                 Violations& found) {
  const Edge& edge = graph[id];
  const Polyline& points = placed.routes[id].points;
  if (points.size() < 2) {
    found.push_back(fmt::format("{} has no route", edge.key));
    return;
  }
  const auto touches = [&](NodeId end, Point p) {
    return on_border(placed.rects[end], p) || on_border(placed.anchor(graph, end), p) || graph.is_container(end);
  };
  if (!touches(edge.from, points.front()))
    found.push_back(fmt::format("{} does not start at {}", edge.key, graph[edge.from].key));
  if (!touches(edge.to, points.back()))
    found.push_back(fmt::format("{} does not end at {}", edge.key, graph[edge.to].key));
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Piece piece{points[i], points[i + 1]};
    if (piece.from.x != piece.to.x && piece.from.y != piece.to.y)
      found.push_back(fmt::format("{} runs askew", edge.key));
    for (const Solid& solid : solids) {
      if (solid.what == "box" && (solid.owner == edge.from || solid.owner == edge.to)) continue;
      if (piece.meets(solid.rect))
        found.push_back(fmt::format("{} runs through the {} of {}", edge.key, solid.what, graph[solid.owner].key));
    }
  }
}

}  // namespace

Violations verify_placement(const SizedGraph& graph, const Placement& placement) {
  Violations found;
  for (std::uint32_t n = 0; n < graph.nodes().size() && found.size() <= kMostViolations; ++n) {
    const NodeId id{n};
    check_grid(graph, placement, id, found);
    if (n > 0) check_inside(graph, placement, id, found);
    if (graph.children(id).empty()) continue;
    check_siblings(graph, placement, id, found);
    if (!arranges_zones(graph, id)) continue;
    check_bands(graph, placement, id, found);
    check_mirror(graph, placement, id, found);
  }
  return found;
}

Violations verify_routes(const SizedGraph& graph, const PlacedGraph& placed) {
  Violations found;
  std::vector<Solid> solids;
  const Placement placement{placed.rects, placed.titles, placed.notes};
  collect_solids(graph, placement, SizedGraph::root(), solids);
  for (std::uint32_t e = 0; e < graph.edges().size() && found.size() <= kMostViolations; ++e)
    check_route(graph, placed, EdgeId{e}, solids, found);
  const Rect page{0, 0, placed.size.width, placed.size.height};
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n)
    if (!page.contains(placed.rects[NodeId{n}], kSlack))
      found.push_back(fmt::format("{} is outside the drawing", graph[NodeId{n}].key));
  return found;
}

Violations verify(const SizedGraph& graph, const PlacedGraph& placed) {
  Violations found = verify_placement(graph, {placed.rects, placed.titles, placed.notes});
  const Violations routes = verify_routes(graph, placed);
  found.insert(found.end(), routes.begin(), routes.end());
  return found;
}

}  // namespace skydraft::layout
