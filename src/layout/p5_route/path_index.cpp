#include "layout/p5_route/path_index.hpp"

#include <algorithm>
#include <cmath>

namespace skydraft::layout {
namespace {

constexpr double kLeastWidth = 40;     // px of lines that are kept together
constexpr double kLeastLength = 4000;  // px of a stretch of them
constexpr double kShortCells = 8;      // a segment longer than so many of RectIndex's buckets, roughly, is long

}  // namespace

Rect span_of(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

PathIndex::Lines::Lines(Range across, Range along, std::size_t expected)
    : across_(across.low),
      along_(along.low),
      width_(std::max(kLeastWidth, (across.high - across.low) / static_cast<double>(expected + 1))),
      length_(std::max(kLeastLength, (along.high - along.low) / static_cast<double>(expected + 1))),
      lines_(static_cast<std::size_t>(std::max(0.0, across.high - across.low) / width_) + 1),
      stretches_(static_cast<std::size_t>(std::max(0.0, along.high - along.low) / length_) + 1),
      at_(lines_ * stretches_) {}

std::size_t PathIndex::Lines::part(double off, double size, std::size_t parts) {
  return static_cast<std::size_t>(std::clamp(off / size, 0.0, static_cast<double>(parts - 1)));
}

void PathIndex::Lines::add(const Run& run, std::uint32_t row) {
  for (std::size_t s = stretch(run.low), last = stretch(run.high); s <= last; ++s)
    at_[place(run.at) * stretches_ + s].push_back(row);
}

void PathIndex::Lines::remove(const Run& run, std::uint32_t row) {
  for (std::size_t s = stretch(run.low), last = stretch(run.high); s <= last; ++s)
    at_[place(run.at) * stretches_ + s].remove(row);
}

PathIndex::PathIndex(const Rect& bounds, std::size_t paths)
    : most_short_(kShortCells * std::sqrt(bounds.width * bounds.height / static_cast<double>(paths + 1))),
      short_{RectIndex(bounds, 2 * paths), RectIndex(bounds, 2 * paths)},
      long_{Lines({bounds.top(), bounds.bottom()}, {bounds.left(), bounds.right()}, paths),
            Lines({bounds.left(), bounds.right()}, {bounds.top(), bounds.bottom()}, paths)},
      all_(long_),
      of_path_(paths) {}

PathIndex::Run PathIndex::run_of(const std::vector<Point>& points, std::size_t index, std::size_t path) {
  const Point from = points[index - 1], to = points[index];
  const bool vertical = is_vertical(from, to);
  const double p = vertical ? from.y : from.x, q = vertical ? to.y : to.x;
  return {vertical ? from.x : from.y,       std::min(p, q), std::max(p, q),
          static_cast<std::uint32_t>(path), vertical,       static_cast<std::uint32_t>(index)};
}

void PathIndex::add(std::size_t path, const std::vector<Point>& points) {
  Rows& rows = of_path_[path];
  const auto count = static_cast<std::uint32_t>(std::max<std::size_t>(points.size(), 1) - 1);
  if (count > rows.room) {
    rows = {static_cast<std::uint32_t>(runs_.size()), 0, count};
    runs_.resize(runs_.size() + count), seen_.resize(runs_.size());
  }
  rows.count = count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t row = rows.first + i;
    const Run run = runs_[row] = run_of(points, i + 1, path);
    all_[run.vertical].add(run, row);
    if (is_short(run))
      short_[run.vertical].add(run.rect(), row);
    else
      long_[run.vertical].add(run, row);
  }
}

void PathIndex::remove(std::size_t path) {
  Rows& rows = of_path_[path];
  for (std::uint32_t row = rows.first; row < rows.first + rows.count; ++row) {
    const Run& run = runs_[row];
    all_[run.vertical].remove(run, row);
    if (is_short(run))
      short_[run.vertical].remove(run.rect(), row);
    else
      long_[run.vertical].remove(run, row);
  }
  rows.count = 0;
}

}  // namespace skydraft::layout
