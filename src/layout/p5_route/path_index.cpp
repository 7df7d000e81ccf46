#include "layout/p5_route/path_index.hpp"

namespace skydraft::layout {

Rect span_of(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

void PathIndex::add(std::size_t path, const std::vector<Point>& points) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    std::uint32_t row = static_cast<std::uint32_t>(segments_.size());
    if (free_.empty()) {
      segments_.emplace_back(), seen_.push_back(0);
    } else {
      row = free_.back(), free_.pop_back();
    }
    segments_[row] = {points[i - 1], points[i], static_cast<std::uint32_t>(path)};
    index_.add(span_of(points[i - 1], points[i]), row);
    of_path_[path].push_back(row);
  }
}

void PathIndex::remove(std::size_t path) {
  for (const std::uint32_t row : of_path_[path]) {
    index_.remove(span_of(segments_[row].from, segments_[row].to), row);
    free_.push_back(row);
  }
  of_path_[path].clear();
}

}  // namespace skydraft::layout
