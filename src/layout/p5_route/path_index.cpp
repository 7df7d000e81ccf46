#include "layout/p5_route/path_index.hpp"

#include <algorithm>
#include <cmath>

namespace skydraft::layout {
namespace {

constexpr double kLeastWidth = 40;     // px of lines that are kept together
constexpr double kLeastLength = 1000;  // px of a stretch of them
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

void PathIndex::Lines::add(const Run& run) {
  for (std::size_t s = stretch(run.low), last = stretch(run.high); s <= last; ++s)
    at_[place(run.at) * stretches_ + s].push_back(run);
}

void PathIndex::Lines::remove(const Run& run) {
  for (std::size_t s = stretch(run.low), last = stretch(run.high); s <= last; ++s) {
    std::vector<Run>& runs = at_[place(run.at) * stretches_ + s];
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const Run& other) { return other.row == run.row; });
    if (found != runs.end()) runs.erase(found);
  }
}

PathIndex::PathIndex(const Rect& bounds, std::size_t paths)
    : most_short_(kShortCells * std::sqrt(bounds.width * bounds.height / static_cast<double>(paths + 1))),
      short_{RectIndex(bounds, 2 * paths), RectIndex(bounds, 2 * paths)},
      long_{Lines({bounds.top(), bounds.bottom()}, {bounds.left(), bounds.right()}, paths),
            Lines({bounds.left(), bounds.right()}, {bounds.top(), bounds.bottom()}, paths)},
      all_(long_),
      of_path_(paths) {}

PathIndex::Run PathIndex::run_of(std::uint32_t row) const {
  const Segment& s = segments_[row];
  const bool vertical = s.vertical();
  const double p = vertical ? s.from.y : s.from.x, q = vertical ? s.to.y : s.to.x;
  return {vertical ? s.from.x : s.from.y, std::min(p, q), std::max(p, q), s.path, row};
}

void PathIndex::add(std::size_t path, const std::vector<Point>& points) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    std::uint32_t row = static_cast<std::uint32_t>(segments_.size());
    if (free_.empty()) {
      segments_.emplace_back(), seen_.push_back(0);
    } else {
      row = free_.back(), free_.pop_back();
    }
    const Segment& s = segments_[row] = {points[i - 1], points[i], static_cast<std::uint32_t>(path)};
    const bool vertical = s.vertical();
    const Run run = run_of(row);
    all_[vertical].add(run);
    if (run.high - run.low > most_short_)
      long_[vertical].add(run);
    else
      short_[vertical].add(span_of(s.from, s.to), row);
    of_path_[path].push_back(row);
  }
}

void PathIndex::remove(std::size_t path) {
  for (const std::uint32_t row : of_path_[path]) {
    const Segment& s = segments_[row];
    const bool vertical = s.vertical();
    const Run run = run_of(row);
    all_[vertical].remove(run);
    if (run.high - run.low > most_short_)
      long_[vertical].remove(run);
    else
      short_[vertical].remove(span_of(s.from, s.to), row);
    free_.push_back(row);
  }
  of_path_[path].clear();
}

}  // namespace skydraft::layout
