#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geometry/geometry.hpp"
#include "layout/p5_route/id_list.hpp"

namespace skydraft::layout {

/// Rectangles (and lines: rectangles without width) in buckets of equal size, for "what is near here".
///
/// Cost      a rectangle stands in every bucket it touches; a look visits the buckets that it touches.
class RectIndex {
 public:
  /// `expected` is how many rectangles will be in it, roughly: one bucket for each. What lies outside the bounds is
  /// kept in the buckets at the rim.
  RectIndex(const geometry::Rect& bounds, std::size_t expected)
      : bounds_(bounds),
        cell_(std::max(kLeastCell,
                       std::sqrt(std::max(1.0, bounds.width * bounds.height) / static_cast<double>(expected + 1)))),
        columns_(static_cast<std::size_t>(std::max(0.0, bounds.width) / cell_) + 1),
        rows_(static_cast<std::size_t>(std::max(0.0, bounds.height) / cell_) + 1),
        buckets_(columns_ * rows_) {}

  void add(const geometry::Rect& rect, std::uint32_t id) {
    each_bucket(rect, [&](IdList& bucket) { bucket.push_back(id); });
  }
  void remove(const geometry::Rect& rect, std::uint32_t id) {
    each_bucket(rect, [&](IdList& bucket) { bucket.remove(id); });
  }
  /// Calls visit(id) for all that may touch the rectangle until it returns true; one id may come more than once.
  template <class Visit>
  void visit(const geometry::Rect& rect, Visit&& visit) const {
    const std::size_t x0 = column(rect.left()), x1 = column(rect.right()), y1 = row(rect.bottom());
    for (std::size_t y = row(rect.top()); y <= y1; ++y)
      for (std::size_t x = x0; x <= x1; ++x)
        for (const std::uint32_t id : buckets_[y * columns_ + x])
          if (visit(id)) return;
  }

 private:
  static constexpr double kLeastCell = 40;  // px

  std::size_t column(double x) const { return place(x - bounds_.x, columns_); }
  std::size_t row(double y) const { return place(y - bounds_.y, rows_); }
  std::size_t place(double off, std::size_t count) const {
    return static_cast<std::size_t>(std::clamp(off / cell_, 0.0, static_cast<double>(count - 1)));
  }
  template <class Do>
  void each_bucket(const geometry::Rect& rect, Do&& act) {
    const std::size_t x0 = column(rect.left()), x1 = column(rect.right()), y1 = row(rect.bottom());
    for (std::size_t y = row(rect.top()); y <= y1; ++y)
      for (std::size_t x = x0; x <= x1; ++x) act(buckets_[y * columns_ + x]);
  }

  geometry::Rect bounds_;
  double cell_;
  std::size_t columns_, rows_;
  std::vector<IdList> buckets_;
};

}  // namespace skydraft::layout
