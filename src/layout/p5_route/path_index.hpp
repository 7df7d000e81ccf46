#pragma once

#include <array>
#include <vector>

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
    Rect rect() const { return vertical ? Rect{at, low, 0, high - low} : Rect{low, at, high - low, 0}; }
  };

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
    std::uint32_t first = 0, last = 0;  ///< the last not included
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
    std::vector<std::vector<std::uint32_t>> at_;
  };

  static Run run_of(Point from, Point to, std::size_t path);
  bool is_short(const Run& run) const { return run.high - run.low <= most_short_; }

  double most_short_;               ///< px
  std::array<RectIndex, 2> short_;  ///< horizontal ones, vertical ones
  std::array<Lines, 2> long_, all_;
  std::vector<Run> runs_;                    ///< a path that comes back gets new rows
  std::vector<Rows> of_path_;                ///< none if it is not there
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

/// Of a polyline among all others but `self`; related(other) says whether two paths have a common end.
template <class Related>
Disturbance disturbance(const PathIndex& index, const std::vector<Point>& points, std::size_t self, Related&& related) {
  constexpr double kApart = 10, kSame = 0.005;
  Disturbance sum;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Point a = points[i - 1], b = points[i];
    const bool vertical = is_vertical(a, b);
    const double at = vertical ? a.x : a.y;
    const double low = std::min(vertical ? a.y : a.x, vertical ? b.y : b.x),
                 high = std::max(vertical ? a.y : a.x, vertical ? b.y : b.x);
    const PathIndex::Run segment{at, low, high, static_cast<std::uint32_t>(self), vertical};
    index.visit_beside(segment, kApart, [&](const PathIndex::Run& run) {
      const double both = std::min(high, run.high) - std::max(low, run.low);
      if (both > 0 && run.path != self) (related(run.path) ? sum.on_top_related : sum.on_top) += both;
    });
    index.visit_across(segment, [&](const PathIndex::Run& run) {
      const bool crosses =
          run.at > low + kSame && run.at < high - kSame && at > run.low + kSame && at < run.high - kSame;
      sum.crossings += crosses && run.path != self ? 1 : 0;
    });
  }
  return sum;
}

}  // namespace skydraft::layout
