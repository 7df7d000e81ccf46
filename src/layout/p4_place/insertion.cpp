#include "layout/p4_place/insertion.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "layout/p4_place/pack.hpp"

namespace skydraft::layout {
namespace {

constexpr double kLabelRoom = 28;     // px that a label needs before and behind it, arrow head included
constexpr double kMostLoss = 1.4;     // how much larger than fresh the kept drawing may be, on its page
constexpr double kBackCost = 150;     // px that a line may be longer to point along the flow
constexpr double kThroughCost = 120;  // ... to meet no box
constexpr double kPushCost = 40;      // ... to push no box away
constexpr double kGrowthCost = 2;     // times the growth of the whole
constexpr std::size_t kMostNew = 80;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

enum class Axis : std::uint8_t { X, Y };

double low(const Rect& r, Axis axis) { return axis == Axis::X ? r.x : r.y; }
double length(const Rect& r, Axis axis) { return axis == Axis::X ? r.width : r.height; }
double middle(const Rect& r, Axis axis) { return low(r, axis) + length(r, axis) / 2; }
double high(const Rect& r, Axis axis) { return low(r, axis) + length(r, axis); }

/// px between two boxes along an axis; below 0 if they share some of it.
double gap_of(const Rect& a, const Rect& b, Axis axis) {
  return std::max(low(a, axis), low(b, axis)) - std::min(high(a, axis), high(b, axis));
}

class Insertion {
 public:
  explicit Insertion(const InsertionInput& input)
      : in_(input),
        flow_(input.layered.direction == Direction::Right ? Axis::X : Axis::Y),
        across_(flow_ == Axis::X ? Axis::Y : Axis::X),
        basis_(input.layered.sizes.size()),
        stands_(input.layered.sizes.size(), false),
        arcs_at_(input.layered.sizes.size()) {
    for (const LayeredInput::Arc& arc : input.layered.arcs) {
      if (arc.from == arc.to) continue;
      arcs_at_[at(arc.from)].push_back(&arc);
      arcs_at_[at(arc.to)].push_back(&arc);
      if (!arc.labelled) continue;
      double& room = label_room_[{std::min(arc.from, arc.to), std::max(arc.from, arc.to)}];
      room = std::max(room, arc.label_extent + kLabelRoom);
    }
  }

  LayeredResult run() {
    LayeredResult best = in_.fresh;
    if (const auto kept = keep(); kept && size_on_page(kept->size) <= kMostLoss * size_on_page(best.size)) best = *kept;
    if (!in_.wishes.empty()) grant(best);
    return best;
  }

 private:
  double size_on_page(Size size) const { return fitted_width(size, in_.layered.aspect); }

  // The places of the earlier drawing.

  std::optional<LayeredResult> keep() {
    const std::size_t count = basis_.size();
    std::size_t old = 0;
    for (std::size_t i = 0; i < count; ++i)
      if (!in_.before[i].empty()) stands_[i] = true, basis_[i] = in_.before[i], ++old;
    if (old == 0 || count > kMostBoxes || count - old > kMostNew) return std::nullopt;
    settle();
    for (const int box : new_boxes()) insert(box, {});
    return result();
  }

  /// Those with arcs to what stands first, then in order.
  std::vector<int> new_boxes() const {
    std::vector<int> boxes;
    std::vector<char> reached(stands_.begin(), stands_.end());
    const auto has_standing = [&](std::size_t i) {
      return std::any_of(arcs_at_[i].begin(), arcs_at_[i].end(),
                         [&](const auto* arc) { return reached[at(arc->from)] || reached[at(arc->to)]; });
    };
    for (bool any = true; any;) {
      any = false;
      for (std::size_t i = 0; i < reached.size(); ++i)
        if (!reached[i] && has_standing(i)) boxes.push_back(static_cast<int>(i)), reached[i] = true, any = true;
    }
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (!reached[i]) boxes.push_back(static_cast<int>(i));
    return boxes;
  }

  // Making room: order is kept, boxes move right and down.

  /// The axis on which two boxes must stay apart, with the gap that they had.
  std::pair<Axis, double> separation(std::size_t i, std::size_t j) const {
    for (const Axis axis : {flow_, across_})
      if (const double gap = gap_of(basis_[i], basis_[j], axis); gap > -0.5) return {axis, std::max(0.0, gap)};
    return {across_, in_.layered.gap};
  }

  double least_gap(std::size_t i, std::size_t j, Axis axis) const {
    if (axis == across_) return in_.layered.gap;
    const auto label = label_room_.find({static_cast<int>(std::min(i, j)), static_cast<int>(std::max(i, j))});
    return label == label_room_.end() ? in_.layered.layer_gap : std::max(in_.layered.layer_gap, label->second);
  }

  /// Gives all that stand their sizes; `basis_` then holds where they are.
  void settle() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < basis_.size(); ++i)
      if (stands_[i]) order.push_back(i);
    std::vector<Rect> moved = basis_;
    for (const Axis axis : {Axis::X, Axis::Y}) {
      std::stable_sort(order.begin(), order.end(),
                       [&](std::size_t a, std::size_t b) { return middle(basis_[a], axis) < middle(basis_[b], axis); });
      for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t j = order[k];
        double start = wanted_start(j, axis);
        for (std::size_t l = 0; l < k; ++l) {
          const std::size_t i = order[l];
          const auto [apart, gap] = separation(i, j);
          if (apart != axis) continue;
          const double size = axis == Axis::X ? in_.layered.sizes[i].width : in_.layered.sizes[i].height;
          start = std::max(start, low(moved[i], axis) + size + std::min(gap, least_gap(i, j, axis)));
        }
        (axis == Axis::X ? moved[j].x : moved[j].y) = start;
      }
    }
    for (const std::size_t i : order) {
      moved[i].width = in_.layered.sizes[i].width, moved[i].height = in_.layered.sizes[i].height;
      basis_[i] = moved[i];
    }
  }

  /// A box that has another size than before keeps its middle across the text, and its top.
  double wanted_start(std::size_t i, Axis axis) const {
    if (axis == Axis::X) return basis_[i].x + (basis_[i].width - in_.layered.sizes[i].width) / 2;
    return basis_[i].y;
  }

  // A place for one more box.

  void insert(int box, const std::vector<ChildWish>& wishes) {
    std::optional<Rect> best;
    double least = std::numeric_limits<double>::infinity();
    const Size whole = size_of_all();
    for (const Rect& place : places_for(box)) {
      if (!wishes.empty() && !come_true(wishes, box, place)) continue;
      if (const double cost = cost_of(box, place, whole); cost < least) least = cost, best = place;
    }
    if (!best) best = Rect{0, whole.height + in_.layered.gap, size(box).width, size(box).height};
    basis_[at(box)] = *best;
    stands_[at(box)] = true;
    settle();
  }

  Size size(int box) const { return in_.layered.sizes[at(box)]; }

  /// Beside each box that stands, on its line; and, for wishes, beyond all.
  std::vector<Rect> places_for(int box) const {
    const Size own = size(box);
    const double line = in_.lines[at(box)];
    const Rect all = cover_of_all();
    std::vector<Rect> places;
    for (std::size_t u = 0; u < basis_.size(); ++u) {
      if (!stands_[u]) continue;
      const Rect& r = basis_[u];
      const double gap_x = least_gap(at(box), u, Axis::X), gap_y = least_gap(at(box), u, Axis::Y);
      const double level = r.y + in_.lines[u] - line, upright = r.center().x - own.width / 2;
      for (const Point p : {Point{r.right() + gap_x, level}, Point{r.x - gap_x - own.width, level},
                            Point{upright, r.bottom() + gap_y}, Point{upright, r.y - gap_y - own.height},
                            Point{all.right() + gap_x, level}, Point{all.x - gap_x - own.width, level},
                            Point{upright, all.bottom() + gap_y}, Point{upright, all.y - gap_y - own.height}})
        places.push_back({p.x, p.y, own.width, own.height});
    }
    return places;
  }

  double cost_of(int box, const Rect& place, Size whole) const {
    double cost = 0;
    for (const auto* arc : arcs_at_[at(box)]) {
      const bool outward = arc->from == box;
      const std::size_t other = at(outward ? arc->to : arc->from);
      if (!stands_[other]) continue;
      const Rect& there = basis_[other];
      cost += std::clamp(arc->weight, 0.5, 2.0) * distance(place, there);
      const Rect &from = outward ? place : there, &to = outward ? there : place;
      if (middle(from, flow_) > middle(to, flow_) + 1) cost += kBackCost;
      cost += kThroughCost * static_cast<double>(boxes_between(place, there, other));
    }
    if (arcs_at_[at(box)].empty() && box > 0 && stands_[at(box - 1)]) cost += distance(place, basis_[at(box - 1)]);
    for (std::size_t u = 0; u < basis_.size(); ++u)
      if (stands_[u] && place.grown(in_.layered.gap - 1).overlaps(basis_[u]))
        cost += kPushCost + length(place, across_);
    const Rect all = geometry::cover(cover_of_all(), place);
    return cost + kGrowthCost * (size_on_page(all.size()) - size_on_page(whole));
  }

  static double distance(const Rect& a, const Rect& b) {
    return std::abs(a.center().x - b.center().x) + std::abs(a.center().y - b.center().y);
  }

  /// Boxes that the straight line from middle to middle meets.
  std::size_t boxes_between(const Rect& a, const Rect& b, std::size_t other) const {
    std::size_t count = 0;
    const Point p = a.center(), q = b.center();
    for (std::size_t u = 0; u < basis_.size(); ++u)
      if (stands_[u] && u != other && meets(p, q, basis_[u])) ++count;
    return count;
  }

  /// Liang-Barsky.
  static bool meets(Point p, Point q, const Rect& r) {
    double from = 0, to = 1;
    const double dx = q.x - p.x, dy = q.y - p.y;
    for (const auto& [d, room] : {std::pair(-dx, p.x - r.left()), std::pair(dx, r.right() - p.x),
                                  std::pair(-dy, p.y - r.top()), std::pair(dy, r.bottom() - p.y)}) {
      if (d == 0 && room <= 0) return false;
      if (d < 0) from = std::max(from, room / d);
      if (d > 0) to = std::min(to, room / d);
    }
    return from < to;
  }

  // Wishes: a box whose wish is open is taken out and put in again.

  void grant(LayeredResult& result_now) {
    if (basis_.size() > kMostBoxes) return;
    stands_.assign(basis_.size(), true);
    basis_ = result_now.rects;
    constexpr int kRounds = 2;  // what one box does may break another's wish
    for (int round = 0; round < kRounds; ++round)
      for (const ChildWish& wish : in_.wishes) {
        std::vector<ChildWish> own;
        for (const ChildWish& other : in_.wishes)
          if (other.child == wish.child || other.other == wish.child) own.push_back(other);
        if (come_true({wish}, wish.child, basis_[at(wish.child)])) continue;
        stands_[at(wish.child)] = false;
        insert(wish.child, own);
      }
    result_now = result();
  }

  /// With `box` at `place` and all others where they are.
  bool come_true(const std::vector<ChildWish>& wishes, int box, const Rect& place) const {
    const auto where = [&](int b) { return b == box ? place : basis_[at(b)]; };
    return std::all_of(wishes.begin(), wishes.end(), [&](const ChildWish& wish) {
      const Wish::Kind kind = in_direction(wish.kind);
      if (wish.child != wish.other) return comes_true(kind, where(wish.child), where(wish.other));
      for (std::size_t u = 0; u < basis_.size(); ++u)
        if (stands_[u] && static_cast<int>(u) != wish.child && !comes_true(kind, where(wish.child), basis_[u]))
          return false;
      return true;
    });
  }

  Wish::Kind in_direction(Wish::Kind kind) const {
    const bool right = flow_ == Axis::X;
    if (kind == Wish::Kind::First) return right ? Wish::Kind::Leftmost : Wish::Kind::Topmost;
    if (kind == Wish::Kind::Last) return right ? Wish::Kind::Rightmost : Wish::Kind::Bottommost;
    return kind;
  }

  Rect cover_of_all() const {
    Rect all;
    for (std::size_t i = 0; i < basis_.size(); ++i)
      if (stands_[i]) all = geometry::cover(all, basis_[i]);
    return all;
  }
  Size size_of_all() const { return cover_of_all().size(); }

  LayeredResult result() const {
    const Point origin = cover_of_all().origin();
    LayeredResult found;
    for (const Rect& rect : basis_) {
      Rect moved = rect.moved(Point{} - origin);
      moved.x = geometry::snap(moved.x), moved.y = geometry::snap(moved.y);
      found.rects.push_back(moved);
    }
    found.size = extent(found.rects);
    return found;
  }

  const InsertionInput& in_;
  Axis flow_, across_;
  std::vector<Rect> basis_;  ///< where the boxes stand
  std::vector<char> stands_;
  std::vector<std::vector<const LayeredInput::Arc*>> arcs_at_;
  std::map<std::pair<int, int>, double> label_room_;
};

}  // namespace

LayeredResult place_by_insertion(const InsertionInput& input) { return Insertion(input).run(); }

}  // namespace skydraft::layout
