#include "layout/layout.hpp"

#include <algorithm>
#include <utility>

#include "layout/p4_place/place.hpp"
#include "layout/routing.hpp"
#include "layout/verify.hpp"

namespace skydraft::layout {
namespace {

/// What boxes, routes and labels cover together. A point counts as a box of no size.
class Cover {
 public:
  void add(Point p) {
    left_ = std::min(left_, p.x), top_ = std::min(top_, p.y);
    right_ = std::max(right_, p.x), bottom_ = std::max(bottom_, p.y);
  }
  void add(const Rect& rect) {
    if (rect.empty()) return;
    add(rect.origin());
    add(Point{rect.right(), rect.bottom()});
  }
  Point origin() const { return {left_, top_}; }
  Size size() const { return {geometry::snap(right_ - left_), geometry::snap(bottom_ - top_)}; }

 private:
  double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

Cover cover_of(const PlacedGraph& placed) {
  Cover all;
  all.add(placed.rects[SizedGraph::root()]);
  for (const Route& route : placed.routes.rows()) {
    for (const Point p : route.points) all.add(p);
    for (const Rect& label : route.labels) all.add(label);
    for (const Point badge : route.badges) all.add(Rect{badge.x, badge.y, 0, 0}.grown(kBadgeSize / 2));
  }
  return all;
}

Rect shifted(const Rect& rect, Point by) {
  return rect.empty() ? rect
                      : Rect{geometry::snap(rect.x + by.x), geometry::snap(rect.y + by.y), rect.width, rect.height};
}

Point shifted(Point p, Point by) { return {geometry::snap(p.x + by.x), geometry::snap(p.y + by.y)}; }

void shift_all(PlacedGraph& placed, Point by) {
  for (auto* table : {&placed.rects, &placed.titles, &placed.notes})
    for (std::uint32_t n = 0; n < table->size(); ++n) (*table)[NodeId{n}] = shifted((*table)[NodeId{n}], by);
  for (std::uint32_t e = 0; e < placed.routes.size(); ++e) {
    Route& route = placed.routes[EdgeId{e}];
    for (Point& p : route.points) p = shifted(p, by);
    for (Rect& label : route.labels) label = shifted(label, by);
    for (Point& badge : route.badges) badge = shifted(badge, by);
  }
}

/// Routes may run outside all boxes: the root then grows, and everything moves so that nothing is left of or above 0.
void fit_page(PlacedGraph& placed) {
  const Cover all = cover_of(placed);
  if (all.origin() != Point{}) shift_all(placed, Point{} - all.origin());
  placed.size = all.size();
  placed.rects[SizedGraph::root()] = {0, 0, placed.size.width, placed.size.height};
}

}  // namespace

PlacedGraph lay_out(const SizedGraph& graph, const Options& options, DiagnosticSink& sink) {
  Placement placement = place(graph, options);
#ifndef NDEBUG
  const auto violations = verify_placement(graph, placement);
  SKYDRAFT_ASSERT(violations.empty(), violations.front());
#endif
  PlacedGraph placed;
  placed.routes = route_edges(graph, placement, sink, options.effort);
  placed.rects = std::move(placement.rects);
  placed.titles = std::move(placement.titles);
  placed.notes = std::move(placement.notes);
  fit_page(placed);
  return placed;
}

}  // namespace skydraft::layout
