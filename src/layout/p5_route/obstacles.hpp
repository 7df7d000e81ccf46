#pragma once

#include <vector>

#include "layout/graph.hpp"
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

  /// Does the axis-parallel segment stay so far away from every obstacle? Leaves `a` and `b` do not count.
  bool is_free(Point from, Point to, double clearance, NodeId a = kNone, NodeId b = kNone) const;
  bool is_free(const Rect& rect, NodeId a = kNone, NodeId b = kNone) const;
  /// How far an axis-parallel segment can be moved sideways, `clearance` away from obstacles and `from_borders` from
  /// borders that it does not already touch.
  Channel channel(Point from, Point to, double clearance, double from_borders, NodeId a = kNone,
                  NodeId b = kNone) const;
  /// Obstacles that touch the rectangle, in their order.
  std::vector<std::size_t> near(const Rect& rect) const;

  static constexpr NodeId kNone{0};  ///< the root is no obstacle

 private:
  template <class Visit>
  void visit(const Rect& rect, Visit&& visit) const;
  void build_buckets();

  std::vector<Item> items_;
  std::vector<Border> borders_;
  Rect bounds_;
  double cell_ = 1;
  std::size_t columns_ = 1, rows_ = 1;
  std::vector<std::vector<std::uint32_t>> buckets_;
};

}  // namespace skydraft::layout
