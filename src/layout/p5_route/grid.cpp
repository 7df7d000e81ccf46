#include "layout/p5_route/grid.hpp"

#include <algorithm>
#include <cmath>

namespace skydraft::layout {
namespace {

constexpr double kTrackPitch = 12;           // px
constexpr float kWall = 4 * Grid::kBlocked;  // stays above kBlocked whatever is added and taken back

/// Lines of one axis as they are gathered: those through ports are kept exactly, others may be merged into them.
class Lines {
 public:
  Lines(double low, double high) : low_(low), high_(high) {}
  void add(double at, bool exact) {
    if (at >= low_ && at <= high_) all_.push_back({at, exact});
  }
  std::vector<double> finish(double same, std::size_t most) {
    std::sort(all_.begin(), all_.end(),
              [](const Line& a, const Line& b) { return a.at < b.at || (a.at == b.at && a.exact && !b.exact); });
    std::vector<double> lines = merged(same);
    while (lines.size() > most && same < 64) lines = merged(same *= 2);
    return lines;
  }

 private:
  struct Line {
    double at;
    bool exact;
  };
  std::vector<double> merged(double same) const {
    std::vector<double> lines;
    bool exact = false;
    for (const Line& line : all_) {
      const bool close = !lines.empty() && line.at - lines.back() < (line.exact && exact ? same / 8 : same);
      if (close && (exact || !line.exact)) continue;
      if (close) lines.pop_back();
      lines.push_back(line.at);
      exact = line.exact;
    }
    return lines;
  }
  double low_, high_;
  std::vector<Line> all_;
};

/// The pieces between lines that a range touches: [first, last).
std::pair<std::size_t, std::size_t> pieces(const std::vector<double>& lines, double low, double high) {
  const auto first = std::upper_bound(lines.begin(), lines.end(), low),
             last = std::lower_bound(lines.begin(), lines.end(), high);
  const auto begin = first == lines.begin() ? first : first - 1;
  return {static_cast<std::size_t>(begin - lines.begin()), static_cast<std::size_t>(last - lines.begin())};
}

/// The lines strictly inside a range: [first, last).
std::pair<std::size_t, std::size_t> inside(const std::vector<double>& lines, double low, double high) {
  const auto first = std::upper_bound(lines.begin(), lines.end(), low),
             last = std::lower_bound(lines.begin(), lines.end(), high);
  return {static_cast<std::size_t>(first - lines.begin()),
          static_cast<std::size_t>(std::max(first, last) - lines.begin())};
}

}  // namespace

Grid::Grid(const Plan& plan) {
  gather_lines(plan);
  measure();
  for (const Rect& wall : plan.walls) block(wall.grown(plan.fineness.blocked));
  for (const Border& border : plan.borders) charge(border);
}

void Grid::gather_lines(const Plan& plan) {
  Lines x(plan.window.left(), plan.window.right()), y(plan.window.top(), plan.window.bottom());
  for (const Point p : plan.ports) x.add(p.x, true), y.add(p.y, true);
  const auto beside = [&](const Rect& r, double by) {
    x.add(r.left() - by, false), x.add(r.right() + by, false);
    y.add(r.top() - by, false), y.add(r.bottom() + by, false);
  };
  for (int track = 0; track < plan.fineness.tracks; ++track) {
    const double by = plan.fineness.clearance + track * kTrackPitch;
    for (const Rect& wall : plan.walls) beside(wall, by);
    for (const Rect& frame : plan.frames) beside(frame, by), beside(frame, -by);
  }
  xs_ = x.finish(plan.fineness.same, plan.fineness.most_lines);
  ys_ = y.finish(plan.fineness.same, plan.fineness.most_lines);
}

void Grid::measure() {
  const std::size_t nx = xs_.size();
  pieces_.assign(size(), {kWall, kWall});
  for (std::size_t j = 0; j < ys_.size(); ++j)
    for (std::size_t i = 0; i < nx; ++i) {
      if (i + 1 < nx) pieces_[j * nx + i].across = static_cast<float>(xs_[i + 1] - xs_[i]);
      if (j + 1 < ys_.size()) pieces_[j * nx + i].down = static_cast<float>(ys_[j + 1] - ys_[j]);
    }
}

void Grid::block(const Rect& rect) {
  const std::size_t nx = xs_.size();
  const auto [xi, xe] = inside(xs_, rect.left(), rect.right());
  const auto [yi, ye] = inside(ys_, rect.top(), rect.bottom());
  const auto [xp, xq] = pieces(xs_, rect.left(), rect.right());
  const auto [yp, yq] = pieces(ys_, rect.top(), rect.bottom());
  for (std::size_t j = yi; j < ye; ++j)
    for (std::size_t i = xp; i < xq; ++i) pieces_[j * nx + i].across = kWall;
  for (std::size_t j = yp; j < yq; ++j)
    for (std::size_t i = xi; i < xe; ++i) pieces_[j * nx + i].down = kWall;
}

void Grid::charge(const Border& border) {
  const std::size_t nx = xs_.size();
  const auto toll = static_cast<float>(border.toll);
  const std::vector<double>&across = border.vertical ? xs_ : ys_, &along = border.vertical ? ys_ : xs_;
  const Piece crossing = border.vertical ? &Pieces::across : &Pieces::down,
              running = border.vertical ? &Pieces::down : &Pieces::across;
  const auto cell = [&](std::size_t a, std::size_t b) { return border.vertical ? b * nx + a : a * nx + b; };
  const auto right = std::upper_bound(across.begin(), across.end(), border.at);
  const auto [first, last] = inside(along, border.low, border.high);
  if (right != across.begin() && right != across.end()) {
    const auto a = static_cast<std::size_t>(right - across.begin()) - 1;
    for (std::size_t b = first; b < last; ++b) pieces_[cell(a, b)].*crossing += toll;
  }
  const auto [begin, end] = inside(across, border.at - kRoomyBorder, border.at + kRoomyBorder);
  const auto [p, q] = pieces(along, border.low, border.high);
  for (std::size_t a = begin; a < end; ++a) {
    const double rate = along_border(std::abs(across[a] - border.at));
    for (std::size_t b = p; b < q && b + 1 < along.size(); ++b)
      pieces_[cell(a, b)].*running += static_cast<float>(rate * (along[b + 1] - along[b]));
  }
}

Grid::Touches Grid::touches(const std::vector<Point>& route) const {
  Touches all;
  const auto narrow = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  for (std::size_t s = 1; s < route.size(); ++s) {
    const bool vertical = is_vertical(route[s - 1], route[s]);
    const std::vector<double>&across = vertical ? xs_ : ys_, &along = vertical ? ys_ : xs_;
    const double at = vertical ? route[s].x : route[s].y;
    const double p = vertical ? route[s - 1].y : route[s - 1].x, q = vertical ? route[s].y : route[s].x;
    const double low = std::min(p, q), high = std::max(p, q);
    // A route on a line is crossed by the piece that begins there: every passage counts once.
    const auto right = std::upper_bound(across.begin(), across.end(), at + 0.01);
    const bool outside = right == across.begin() || right == across.end();
    const auto [first, last] = inside(along, low - 0.01, high + 0.01);
    const auto [begin, end] = inside(across, at - kBorderClearance, at + kBorderClearance);
    const auto [from, to] = pieces(along, low, high);
    all.push_back({vertical, outside ? 0 : narrow(static_cast<std::size_t>(right - across.begin()) - 1), narrow(first),
                   outside ? narrow(first) : narrow(last), narrow(begin), narrow(end), narrow(from),
                   narrow(std::min(to, std::max<std::size_t>(along.size(), 1) - 1))});
  }
  return all;
}

void Grid::mark(const Touches& route, float times, float times_on_top) {
  const std::size_t nx = xs_.size();
  for (const Touch& t : route) {
    const std::vector<double>& along = t.vertical ? ys_ : xs_;
    const Piece crossing = t.vertical ? &Pieces::across : &Pieces::down,
                running = t.vertical ? &Pieces::down : &Pieces::across;
    const auto cell = [&](std::size_t a, std::size_t b) { return t.vertical ? b * nx + a : a * nx + b; };
    for (std::size_t b = t.first; b < t.last; ++b)
      pieces_[cell(t.crossed, b)].*crossing += times * static_cast<float>(RouteCost::kCrossing);
    for (std::size_t a = t.begin; a < t.end; ++a)
      for (std::size_t b = t.from; b < t.to; ++b)
        pieces_[cell(a, b)].*running +=
            times_on_top * static_cast<float>(RouteCost::kOnTop * (along[b + 1] - along[b]));
  }
}

std::size_t Grid::nearest(const std::vector<double>& lines, double at) {
  const auto right = std::lower_bound(lines.begin(), lines.end(), at);
  if (right == lines.end()) return lines.size() - 1;
  const auto i = static_cast<std::size_t>(right - lines.begin());
  return i > 0 && at - lines[i - 1] < lines[i] - at ? i - 1 : i;
}

}  // namespace skydraft::layout
