#pragma once

#include <vector>

#include "layout/graph.hpp"
#include "layout/p5_route/rect_index.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// A line along which something must not run: one side of a container's border.
struct Border {
  NodeId node;
  bool vertical = false;
  double at = 0;    ///< x if vertical, else y
  double low = 0;   ///< from here
  double high = 0;  ///< to here, on the other axis
  double toll = 0;  ///< of crossing it, in px of length

  Rect rect() const { return vertical ? Rect{at, low, 0, high - low} : Rect{low, at, high - low, 0}; }
};

/// An open interval across a segment in which nothing stands.
struct Channel {
  double low = 0;
  double high = 0;
};

/// What routes have to keep clear of, in buckets, so that a look costs what is near.
class Obstacles {
 public:
  struct Item {
    Rect rect;
    NodeId node;
    bool title = false;  ///< a title or note of a container, not a leaf
  };

  Obstacles(const SizedGraph& graph, const Placement& placement);

  const std::vector<Item>& items() const { return items_; }
  const std::vector<Border>& borders() const { return borders_; }
  const Rect& bounds() const { return bounds_; }
  /// The node's own block, or its title and note.
  std::span<const Item> items_of(NodeId node) const;
  std::span<const Border> borders_of(NodeId node) const;

  /// Does the axis-parallel segment stay so far away from every obstacle? Leaves `a` and `b` do not count.
  bool is_free(Point from, Point to, double clearance, NodeId a = kNone, NodeId b = kNone) const;
  bool is_free(const Rect& rect, NodeId a = kNone, NodeId b = kNone) const;
  /// How far an axis-parallel segment can be moved sideways, `clearance` away from obstacles and `from_borders` from
  /// borders that it does not already touch.
  Channel channel(Point from, Point to, double clearance, double from_borders, NodeId a = kNone,
                  NodeId b = kNone) const;
  /// Calls visit(border) for those that may touch the rectangle; one may come more than once.
  template <class Visit>
  void visit_borders(const Rect& rect, Visit&& visit) const {
    border_index_.visit(rect, [&](std::uint32_t i) {
      visit(borders_[i]);
      return false;
    });
  }
  /// Does one of the borders touch the rectangle (ends excluded)?
  bool on_border(const Rect& rect) const;
  /// Nodes that touch the rectangle, in their order.
  std::vector<NodeId> nodes_near(const Rect& rect) const;

  static constexpr NodeId kNone{0};  ///< the root is no obstacle

 private:
  bool is_ground(const SizedGraph& graph, const Placement& placement, NodeId id) const;
  void gather(const SizedGraph& graph, const Placement& placement);

  std::vector<Item> items_;
  std::vector<Border> borders_;
  std::vector<std::uint32_t> first_item_, first_border_;  ///< of each node, and an end
  std::vector<Rect> rects_;
  Rect bounds_;
  RectIndex nodes_, item_index_, border_index_;
};

}  // namespace skydraft::layout
