#pragma once

#include <array>
#include <vector>

#include "layout/p5_route/line_order.hpp"
#include "layout/p5_route/path.hpp"
#include "layout/p5_route/rect_index.hpp"

namespace skydraft::layout {

/// The segments of paths that come and go, for "which others are near".
///
/// Hundreds of long segments may lie on one line, the trunk of a hub. In small buckets of both axes each of them would
/// stand in every bucket along the line. Long ones are therefore kept by stretches of their lines, and so are all for
/// "what runs beside this".
class PathIndex {
 public:
  /// A segment as a range on a line.
  struct Run {
    double at = 0, low = 0, high = 0;
    std::uint32_t path = 0;
    bool vertical = false;
    std::uint32_t index = 0;  ///< of the point of the path that it ends at
    Rect rect() const { return vertical ? Rect{at, low, 0, high - low} : Rect{low, at, high - low, 0}; }
  };

  static Run run_of(const std::vector<Point>& points, std::size_t index, std::size_t path);

  PathIndex(const Rect& bounds, std::size_t paths);

  void add(std::size_t path, const std::vector<Point>& points);
  void remove(std::size_t path);
  /// Makes room for so many segments at once.
  void reserve(std::size_t segments) { runs_.reserve(segments), seen_.reserve(segments); }

  /// Calls visit(run) once for every segment that touches the rectangle (its rim included).
  template <class Visit>
  void visit(const Rect& rect, Visit&& visit) const {
    ++look_;
    const Range x{rect.left(), rect.right()}, y{rect.top(), rect.bottom()};
    for (const bool vertical : {false, true}) {
      const Range &across = vertical ? x : y, &along = vertical ? y : x;
      const auto meet = [&](std::uint32_t row) {
        if (seen_[row] == look_) return false;
        seen_[row] = look_;
        const Run& run = runs_[row];
        if (run.at <= across.high && run.at >= across.low && run.low <= along.high && run.high >= along.low) visit(run);
        return false;
      };
      short_[vertical].visit(rect, meet);
      long_[vertical].visit(runs_, across, along, meet);
    }
  }
  /// Calls visit(run) once for those of the same direction that overlap the segment, less than `apart` beside it.
  template <class Visit>
  void visit_beside(const Run& segment, double apart, Visit&& visit) const {
    const Range across{segment.at - apart, segment.at + apart}, along{segment.low, segment.high};
    all_[segment.vertical].visit(runs_, across, along, [&](std::uint32_t row) {
      const Run& run = runs_[row];
      if (std::abs(run.at - segment.at) < apart && run.low < segment.high && run.high > segment.low) visit(run);
    });
  }
  /// Calls visit(run) for those of the other direction that may cross the segment.
  template <class Visit>
  void visit_across(const Run& segment, Visit&& visit) const {
    short_[!segment.vertical].visit(segment.rect(), [&](std::uint32_t row) {
      visit(runs_[row]);
      return false;
    });
    long_[!segment.vertical].visit(runs_, {segment.low, segment.high}, {segment.at, segment.at},
                                   [&](std::uint32_t row) { visit(runs_[row]); });
  }

 private:
  struct Range {
    double low = 0, high = 0;
  };
  struct Rows {
    std::uint32_t first = 0, count = 0, room = 0;
  };
  /// Rows of runs by the place of their line, in stretches along it.
  class Lines {
   public:
    /// For about so many runs; fewer lie in larger pieces.
    Lines(Range across, Range along, std::size_t expected);
    void add(const Run& run, std::uint32_t row);
    void remove(const Run& run, std::uint32_t row);
    /// Calls visit(row) once for those that may touch the stretch `along` of a line in `across`.
    template <class Visit>
    void visit(const std::vector<Run>& runs, Range across, Range along, Visit&& visit) const {
      const std::size_t first = stretch(along.low), end = stretch(along.high);
      for (std::size_t line = place(across.low), last = place(across.high); line <= last; ++line)
        for (std::size_t s = first; s <= end; ++s)
          for (const std::uint32_t row : at_[line * stretches_ + s])
            if (s == first || stretch(runs[row].low) == s) visit(row);
    }

   private:
    static std::size_t part(double off, double size, std::size_t parts);
    std::size_t place(double at) const { return part(at - across_, width_, lines_); }
    std::size_t stretch(double at) const { return part(at - along_, length_, stretches_); }

    double across_, along_;  ///< where the first line and its first stretch begin
    double width_, length_;  ///< px of lines that are kept together, and of a stretch
    std::size_t lines_, stretches_;
    std::vector<IdList> at_;
  };

  bool is_short(const Run& run) const { return run.high - run.low <= most_short_; }

  double most_short_;               ///< px
  std::array<RectIndex, 2> short_;  ///< horizontal ones, vertical ones
  std::array<Lines, 2> long_, all_;
  std::vector<Run> runs_;                    ///< a path that comes back has its old rows, if they are enough
  std::vector<Rows> of_path_;                ///< no count if it is not there
  mutable std::vector<std::uint32_t> seen_;  ///< the last look that met the run
  mutable std::uint32_t look_ = 0;
};

/// The rectangle between two points; without width or height for a segment.
Rect span_of(Point a, Point b);

/// How much a path disturbs the others.
struct Disturbance {
  int crossings = 0;
  double on_top = 0;          ///< px that run within 10 px of others
  double on_top_related = 0;  ///< the same for others with a common end
};

/// What a polyline has to do with others than `self`: crosses(other) for every crossing, on_top(other, px) where they
/// run beside each other. points_of(other) says which way that one takes: paths on one line that have to change their
/// sides there cross, too.
template <class PointsOf, class Crosses, class OnTop>
void visit_conflicts(const PathIndex& index, const std::vector<Point>& points, std::size_t self, PointsOf&& points_of,
                     Crosses&& crosses, OnTop&& on_top) {
  constexpr double kApart = 10, kSame = 0.005, kOneLine = 0.5;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const PathIndex::Run piece = PathIndex::run_of(points, i, self);
    index.visit_beside(piece, kApart, [&](const PathIndex::Run& run) {
      const double both = std::min(piece.high, run.high) - std::max(piece.low, run.low);
      if (both <= 0 || run.path == self) return;
      on_top(run.path, both);
      if (std::abs(run.at - piece.at) < kOneLine && both > kOneLine &&
          changes_sides(points, i, points_of(run.path), run.index))
        crosses(run.path);
    });
    index.visit_across(piece, [&](const PathIndex::Run& run) {
      if (run.at > piece.low + kSame && run.at < piece.high - kSame && piece.at > run.low + kSame &&
          piece.at < run.high - kSame && run.path != self)
        crosses(run.path);
    });
  }
}

/// Of a polyline among all others but `self`; related(other) says whether two paths have a common end.
template <class Related, class PointsOf>
Disturbance disturbance(const PathIndex& index, const std::vector<Point>& points, std::size_t self, Related&& related,
                        PointsOf&& points_of) {
  Disturbance sum;
  visit_conflicts(
      index, points, self, points_of, [&](std::size_t) { ++sum.crossings; },
      [&](std::size_t other, double px) { (related(other) ? sum.on_top_related : sum.on_top) += px; });
  return sum;
}

}  // namespace skydraft::layout
