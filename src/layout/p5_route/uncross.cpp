#include <algorithm>
#include <optional>
#include <utility>

#include "layout/p5_route/field_router.hpp"

/// Paths that cross although they need not: two that meet again after a crossing, or that come from one box. One of
/// them goes along the other to where they part; nudging then puts it on the side to which it leaves.
namespace skydraft::layout {
namespace {

constexpr std::size_t kMostGuides = 4;  // of each leg

/// A place where two paths touch.
struct Contact {
  Point at;
  std::size_t first = 0, second = 0;  ///< the points at which the segments end that touch there
  double along = 0;                   ///< how far it is on the first path
};

double way(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

/// The first and the last place along the first path where the second touches it.
std::optional<std::pair<Contact, Contact>> contacts(const std::vector<Point>& p, const std::vector<Point>& q) {
  constexpr double kSame = 0.005;
  std::optional<std::pair<Contact, Contact>> ends;
  double along = 0;
  for (std::size_t i = 1; i < p.size(); along += way(p[i - 1], p[i]), ++i)
    for (std::size_t k = 1; k < q.size(); ++k) {
      const double left = std::max(std::min(p[i - 1].x, p[i].x), std::min(q[k - 1].x, q[k].x)),
                   right = std::min(std::max(p[i - 1].x, p[i].x), std::max(q[k - 1].x, q[k].x)),
                   top = std::max(std::min(p[i - 1].y, p[i].y), std::min(q[k - 1].y, q[k].y)),
                   bottom = std::min(std::max(p[i - 1].y, p[i].y), std::max(q[k - 1].y, q[k].y));
      if (left > right + kSame || top > bottom + kSame) continue;
      for (const Point at : {Point{left, top}, Point{right, bottom}}) {
        const Contact contact{at, i, k, along + way(p[i - 1], at)};
        if (!ends) ends = {contact, contact};
        if (contact.along < ends->first.along) ends->first = contact;
        if (contact.along > ends->second.along) ends->second = contact;
      }
    }
  return ends;
}

std::vector<Point> reversed(std::vector<Point> points) {
  std::reverse(points.begin(), points.end());
  return points;
}

/// The second path up to where it touches the first, then the first.
std::vector<Point> along_head(const std::vector<Point>& p, const std::vector<Point>& q, const Contact& last) {
  std::vector<Point> points(q.begin(), q.begin() + static_cast<std::ptrdiff_t>(last.second));
  points.push_back(last.at);
  points.insert(points.end(), p.begin() + static_cast<std::ptrdiff_t>(last.first), p.end());
  simplify(points);
  return points;
}

/// The first path, but between two places the second.
std::vector<Point> along_middle(const std::vector<Point>& p, const std::vector<Point>& q, const Contact& first,
                                const Contact& last) {
  std::vector<Point> points(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(first.first));
  points.push_back(first.at);
  if (first.second <= last.second)
    points.insert(points.end(), q.begin() + static_cast<std::ptrdiff_t>(first.second),
                  q.begin() + static_cast<std::ptrdiff_t>(last.second));
  else
    for (std::size_t k = first.second; k-- > last.second;) points.push_back(q[k]);
  points.push_back(last.at);
  points.insert(points.end(), p.begin() + static_cast<std::ptrdiff_t>(last.first), p.end());
  simplify(points);
  return points;
}

bool same_place(const Stop& a, const PortSide& s, const Stop& b, const PortSide& t) {
  return a.node == b.node && !a.gate && !b.gate && a.passed == b.passed && s.inwards == t.inwards;
}

}  // namespace

void FieldRouter::uncross() {
  for (std::size_t leg = 0; leg < legs_.size(); ++leg)
    for (const std::size_t other : crossed_in_vain(leg)) go_along(leg, other);
}

/// Legs that this one crosses again, or that end in the same box: some of them, if there are many.
std::vector<std::size_t> FieldRouter::crossed_in_vain(std::size_t leg) const {
  const Leg& l = *legs_[leg];
  const Edge& edge = graph_.edges()[l.edge];
  std::vector<std::size_t> crossed, guides;
  if (!l.path.found() || edge.from == edge.to) return guides;
  visit_conflicts(
      index_, l.path.points, leg, [&](std::size_t other) -> const std::vector<Point>& { return points_of(other); },
      [&](std::size_t other) { crossed.push_back(other); }, [](std::size_t, double) {});
  std::sort(crossed.begin(), crossed.end());
  for (std::size_t i = 0; i < crossed.size() && guides.size() < kMostGuides; ++i) {
    if (i > 0 && crossed[i] == crossed[i - 1]) continue;
    const Leg& o = *legs_[crossed[i]];
    const bool again = i + 1 < crossed.size() && crossed[i + 1] == crossed[i];
    const bool same_box =
        o.from.node == l.from.node || o.from.node == l.to.node || o.to.node == l.from.node || o.to.node == l.to.node;
    if (again || same_box) guides.push_back(crossed[i]);
  }
  return guides;
}

/// Takes the leg along the other one where that costs less.
void FieldRouter::go_along(std::size_t leg, std::size_t other) {
  const Path& path = legs_[leg]->path;
  const Path& guide = legs_[other]->path;
  const auto touch = contacts(path.points, guide.points);
  if (!touch) return;
  const auto& [first, last] = *touch;
  Path best;
  best.cost = cost(path, leg) - 1;
  const auto offer = [&](std::vector<Point> points, const PortSide& from, const PortSide& to) {
    if (points.size() < 2) return;
    Path way{std::move(points), from, to, 0};
    way.cost = cost(way, leg);
    if (way.cost < best.cost) best = std::move(way);
  };
  if (last.along > first.along) offer(along_middle(path.points, guide.points, first, last), path.from, path.to);
  const Leg &l = *legs_[leg], &o = *legs_[other];
  const std::size_t size = path.points.size(), guides = guide.points.size();
  const auto turned = [&](const Contact& c, bool p, bool q) {
    return Contact{c.at, p ? size - c.first : c.first, q ? guides - c.second : c.second, 0};
  };
  if (same_place(l.from, path.from, o.from, guide.from))
    offer(along_head(path.points, guide.points, last), guide.from, path.to);
  if (same_place(l.from, path.from, o.to, guide.to))
    offer(along_head(path.points, reversed(guide.points), turned(last, false, true)), guide.to, path.to);
  if (same_place(l.to, path.to, o.from, guide.from))
    offer(reversed(along_head(reversed(path.points), guide.points, turned(first, true, false))), path.from, guide.from);
  if (same_place(l.to, path.to, o.to, guide.to))
    offer(reversed(along_head(reversed(path.points), reversed(guide.points), turned(first, true, true))), path.from,
          guide.to);
  if (best.found()) put(leg, std::move(best));
}

}  // namespace skydraft::layout
