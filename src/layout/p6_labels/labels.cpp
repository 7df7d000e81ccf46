#include "layout/p6_labels/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "layout/p5_route/path_index.hpp"
#include "layout/threads.hpp"

namespace skydraft::layout {
namespace {

constexpr double kHead = 9;                    // px of an arrow head
constexpr double kBadgeClear = 5;              // px between a badge and head, bend, badge, label, border
constexpr double kAbove = 4;                   // px between a horizontal piece and the label above it
constexpr double kBeside = 6;                  // px between a vertical piece and the label right of it
constexpr double kAside = kBadgeSize / 2 + 4;  // px from a line that is too short to its badge's centre
constexpr double kShows = 3;                   // px of a line that have to be seen beside the badge on it
constexpr double kStep = 12;                   // px between positions tried along a piece
constexpr std::size_t kMostSteps = 40;
constexpr std::size_t kAlone = 1000;  // edges for which it does not pay to start threads

struct Piece {
  Point a, b;
  double begin = 0;  ///< px of the route before it
  bool first = false, last = false;
  bool vertical() const { return a.x == b.x; }
  double length() const { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }
  Point at(double offset) const {
    const double t = length() > 0 ? offset / length() : 0;
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  }
};

std::vector<Piece> pieces(const Route& route) {
  std::vector<Piece> result;
  double begin = 0;
  for (std::size_t i = 1; i < route.points.size(); ++i) {
    result.push_back({route.points[i - 1], route.points[i], begin, i == 1, i + 1 == route.points.size()});
    begin += result.back().length();
  }
  return result;
}

Rect around(Point centre, Size size) {
  return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}

/// Rectangles with their owners, for "what is near here".
class Near {
 public:
  Near(const Rect& bounds, std::size_t expected) : index_(bounds, expected) {}
  void reserve(std::size_t count) { entries_.reserve(count); }
  void add(const Rect& rect, std::uint32_t owner) {
    index_.add(rect, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({rect, owner});
  }
  template <class Predicate>
  bool any(const Rect& rect, Predicate&& predicate) const {
    bool found = false;
    index_.visit(rect, [&](std::uint32_t i) {
      found = entries_[i].touches(rect) && predicate(entries_[i].owner);
      return found;
    });
    return found;
  }

 private:
  struct Entry {
    Rect rect;
    std::uint32_t owner;
    /// Closed on both sides: lines have no width.
    bool touches(const Rect& r) const {
      return rect.left() <= r.right() && r.left() <= rect.right() && rect.top() <= r.bottom() &&
             r.top() <= rect.bottom();
    }
  };
  RectIndex index_;
  std::vector<Entry> entries_;
};

class Furniture {
 public:
  Furniture(const SizedGraph& graph, const Obstacles& obstacles, SideTable<EdgeId, Route>& routes)
      : graph_(graph),
        obstacles_(obstacles),
        routes_(routes),
        lines_(obstacles.bounds(), 3 * routes.size()),
        badges_(obstacles.bounds(), routes.size()),
        labels_(obstacles.bounds(), routes.size()) {
    std::size_t count = 0;
    for (const Route& route : routes.rows()) count += route.points.size();
    lines_.reserve(count);
    for (std::uint32_t e = 0; e < routes.size(); ++e) {
      const std::vector<Point>& points = routes[{e}].points;
      for (std::size_t i = 1; i < points.size(); ++i) lines_.add(span_of(points[i - 1], points[i]), e);
    }
  }

  void run() {
    std::vector<std::uint32_t> order(routes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return graph_.edges()[a].rank < graph_.edges()[b].rank; });
    for (const std::uint32_t e : order) place_badges(e);
    find_first_labels();
    for (const std::uint32_t e : order) place_labels(e);
  }

 private:
  /// Badges side by side on the piece and at the place that costs least.
  void place_badges(std::uint32_t e) {
    const Edge& edge = graph_.edges()[e];
    Route& route = routes_[{e}];
    const std::vector<Piece> all = pieces(route);
    if (edge.badges > 0 && !all.empty()) {
      const double pitch = kBadgeSize + kBadgeClear, width = pitch * edge.badges - kBadgeClear;
      double least = std::numeric_limits<double>::infinity();
      Point best = all[0].at(all[0].length() / 2);
      Point step{pitch, 0};
      for (const Piece& piece : all) {
        const double head = piece.last && edge.head ? kHead : 0;
        const double low = width / 2 + (piece.first ? 2 : kBadgeClear),
                     high = piece.length() - width / 2 - kBadgeClear - head;
        const double middle = (low + high) / 2;
        for (const double at : positions(low, high))
          for (const double aside : {0.0, kAside, -kAside}) {
            const Point on = piece.at(at);
            const Point centre = piece.vertical() ? Point{on.x + aside, on.y} : Point{on.x, on.y + aside};
            const Rect rect = around(centre, piece.vertical() ? Size{kBadgeSize, width} : Size{width, kBadgeSize});
            const bool hides_line = piece.length() < width + kShows;
            if (aside != 0 && (!hides_line || !obstacles_.is_free(rect.grown(1)))) continue;
            const double cost = badge_cost(rect, e, piece) + std::abs(at - middle) * 0.1 +
                                (aside != 0   ? 20
                                 : hides_line ? 80
                                              : 0);
            if (cost >= least) continue;
            least = cost, best = centre;
            step = piece.vertical() ? Point{0, piece.b.y > piece.a.y ? pitch : -pitch}
                                    : Point{piece.b.x > piece.a.x ? pitch : -pitch, 0};
          }
      }
      for (int i = 0; i < edge.badges; ++i) {
        const double off = i - (edge.badges - 1) / 2.0;
        add_badge(route, e, {best.x + step.x * off, best.y + step.y * off});
      }
    }
    if (edge.badges_at_target > 0 && !all.empty()) place_target_badges(e, all.back());
  }

  double badge_cost(const Rect& rect, std::uint32_t e, const Piece& piece) const {
    double cost = -std::min(piece.length(), 400.0) * 0.2;
    if (!obstacles_.is_free(rect.grown(1))) cost += 2000;
    if (badges_.any(rect.grown(kBadgeClear - 1), [](std::uint32_t) { return true; })) cost += 1000;
    if (lines_.any(rect.grown(2), [&](std::uint32_t owner) { return owner != e; })) cost += 500;
    cost += 40.0 * borders_touched(rect.grown(3));
    return cost;
  }

  /// Just inside the container in the direction of the arrow, where nothing stands there; else beside that place, along
  /// the border; else before the arrow.
  void place_target_badges(std::uint32_t e, const Piece& last) {
    constexpr double kInside = kBadgeSize / 2 + 8, kPitch = kBadgeSize + kBadgeClear;
    const double l = std::max(last.length(), 1e-9);
    const Point way{(last.b.x - last.a.x) / l, (last.b.y - last.a.y) / l}, along{way.y, way.x};
    const auto point = [&](double ahead, double aside) {
      return Point{last.b.x + way.x * ahead + along.x * aside, last.b.y + way.y * ahead + along.y * aside};
    };
    for (int i = 0; i < graph_.edges()[e].badges_at_target; ++i) {
      std::vector<Point> places;
      for (int k = 0; k < 4; ++k) places.push_back(point(kInside + k * kPitch, 0));
      for (int k = 1; k < 8; ++k)
        for (const double sign : {-1.0, 1.0}) places.push_back(point(kInside, sign * k * kPitch));
      for (int k = 1; k < 8; ++k)
        for (const double sign : {-1.0, 1.0}) places.push_back(point(-kInside - 4, sign * k * kPitch));
      const auto free = std::find_if(places.begin(), places.end(), [&](Point p) { return is_free_for_badge(p, e); });
      const Point wanted = point(kInside + i * kPitch, 0);
      add_badge(routes_[{e}], e, free == places.end() ? wanted : *free);
    }
  }

  bool is_free_for_badge(Point centre, std::uint32_t e) const {
    const Rect rect = around(centre, {kBadgeSize, kBadgeSize});
    return obstacles_.is_free(rect.grown(1)) && !badges_.any(rect.grown(2), [](std::uint32_t) { return true; }) &&
           !lines_.any(rect.grown(1), [&](std::uint32_t owner) { return owner != e; });
  }

  void add_badge(Route& route, std::uint32_t e, Point centre) {
    route.badges.push_back({geometry::snap(centre.x), geometry::snap(centre.y)});
    badges_.add(around(centre, {kBadgeSize, kBadgeSize}), e);
  }

  /// The best place for the first label of each edge while there are no others: threads share the edges. Where no
  /// other has come too near in the end, it is the best one then too.
  void find_first_labels() {
    first_.resize(routes_.size());
    on_pieces(threads_for(routes_.size(), kAlone), routes_.size(),
              [&](std::size_t begin, std::size_t end, std::size_t) {
                for (std::size_t e = begin; e < end; ++e)
                  if (const auto& labels = graph_.edges()[e].labels; !labels.empty())
                    first_[e] = best_place(static_cast<std::uint32_t>(e), labels.front().size);
              });
  }

  void place_labels(std::uint32_t e) {
    for (const Label& label : graph_.edges()[e].labels) {
      const bool first = &label == graph_.edges()[e].labels.data();
      Rect best = first && (first_[e].empty() || apart_from_labels(first_[e])) ? first_[e] : best_place(e, label.size);
      best.x = geometry::snap(best.x), best.y = geometry::snap(best.y);
      routes_[{e}].labels.push_back(best);
      if (!best.empty()) labels_.add(best, e);
    }
  }

  /// Empty if there is none.
  Rect best_place(std::uint32_t e, Size size) const {
    Rect best{};
    double least = std::numeric_limits<double>::infinity();
    if (size.width > 0 && size.height > 0)
      for (const Piece& piece : pieces(routes_[{e}])) try_piece(e, piece, size, best, least);
    return best;
  }

  void try_piece(std::uint32_t e, const Piece& piece, Size size, Rect& best, double& least) const {
    const bool vertical = piece.vertical();
    const double extent = vertical ? size.height : size.width;
    const double head = piece.last && graph_.edges()[e].head ? kHead : 0;
    const double low = extent / 2 + 3, high = piece.length() - extent / 2 - 3 - head;
    const double middle = (low + high) / 2;
    for (const double at : positions(low, high)) {
      const Point p = piece.at(at);
      const Rect above = vertical ? Rect{p.x + kBeside, p.y - size.height / 2, size.width, size.height}
                                  : Rect{p.x - size.width / 2, p.y - kAbove - size.height, size.width, size.height};
      const Rect below = vertical ? Rect{p.x - kBeside - size.width, above.y, size.width, size.height}
                                  : Rect{above.x, p.y + kAbove, size.width, size.height};
      const Rect on = around(p, size);
      // Further off, so that a badge on the line has room below it.
      const Rect over_badge = vertical ? above.moved({kBadgeSize / 2, 0}) : above.moved({0, -kBadgeSize / 2});
      const double off = std::abs(at - middle) * 0.15 - std::min(piece.length(), 200.0) * 0.1 + (low > high ? 15 : 0);
      for (const auto& [rect, bias] : {std::pair{above, 0.0}, {below, 12.0}, {over_badge, 20.0}, {on, 30.0}}) {
        if (off + bias >= least || !fits(rect, e)) continue;
        const double cost = off + bias + place_cost(rect);
        if (cost < least) least = cost, best = rect;
      }
    }
  }

  bool fits(const Rect& rect, std::uint32_t e) const {
    if (!obstacles_.is_free(rect.grown(1)) || rect.x < obstacles_.bounds().x || rect.y < obstacles_.bounds().y)
      return false;
    return apart_from_labels(rect) && !badges_.any(rect.grown(3), [](std::uint32_t) { return true; }) &&
           !lines_.any(rect.grown(1.5), [&](std::uint32_t owner) { return owner != e; });
  }

  bool apart_from_labels(const Rect& rect) const {
    return !labels_.any(rect.grown(2), [](std::uint32_t) { return true; });
  }

  /// Borders of containers that run through the rectangle.
  int borders_touched(const Rect& rect) const {
    std::array<const Border*, 8> met{};
    std::size_t count = 0;
    obstacles_.visit_borders(rect, [&](const Border& border) {
      const Rect line = border.rect();
      if (line.left() > rect.right() || line.right() < rect.left() || line.top() > rect.bottom() ||
          line.bottom() < rect.top() || count == met.size())
        return;
      const auto last = met.begin() + static_cast<std::ptrdiff_t>(count);
      if (std::find(met.begin(), last, &border) == last) met[count++] = &border;
    });
    return static_cast<int>(count);
  }

  /// Borders under it, and boxes that it would nearly touch.
  double place_cost(const Rect& rect) const {
    constexpr double kRoomy = 5;
    return 20.0 * borders_touched(rect.grown(2)) + (obstacles_.is_free(rect.grown(kRoomy)) ? 0 : 8) +
           (obstacles_.bounds().contains(rect) ? 0 : 25);
  }

  /// From the middle outwards; only the middle if there is no room.
  static std::vector<double> positions(double low, double high) {
    const double middle = (low + high) / 2;
    std::vector<double> result{middle};
    if (low > high) return result;
    const double step = std::max(kStep, (high - low) / static_cast<double>(kMostSteps));
    for (double off = step; off < (high - low) / 2; off += step)
      result.push_back(middle + off), result.push_back(middle - off);
    result.push_back(low), result.push_back(high);
    return result;
  }

  const SizedGraph& graph_;
  const Obstacles& obstacles_;
  SideTable<EdgeId, Route>& routes_;
  Near lines_, badges_, labels_;
  std::vector<Rect> first_;  ///< of each edge: where its first label would stand best; empty: nowhere
};

}  // namespace

void place_furniture(const SizedGraph& graph, const Obstacles& obstacles, SideTable<EdgeId, Route>& routes) {
  Furniture(graph, obstacles, routes).run();
}

}  // namespace skydraft::layout
