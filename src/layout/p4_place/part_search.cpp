#include "layout/p4_place/part_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "layout/effort.hpp"

namespace skydraft::layout {
namespace {

constexpr double kPixelCost = 0.006;  // a crossing is worth 170 px
constexpr double kBendCost = 0.5;
// The fewer edges there are, the more is a flow seen that turns aside or back, or the lack of a label.
constexpr double kBackCost = 1.2, kBackCostOfFew = 45;
constexpr double kAsideCostOfFew = 20;
constexpr double kTightCost = 1.5, kTightCostOfFew = 120;  // no room for a label between the ends of its edge
constexpr double kNear = 160;                              // px between neighbours that a straight edge may join
constexpr double kHeadRoom = 12;                           // an arrow head beside a label
// Where there are many lines, a worse place for one box weighs less against all the others that may follow: the
// threshold starts higher, and falls fast at first. A mirror, which moves most of them, costs as much as dozens of
// other moves and is hardly ever taken.
constexpr std::size_t kManyLines = 100;
constexpr double kFirstThreshold = 3, kFirstThresholdOfMany = 12;
constexpr std::uint32_t kMirrorsLeftOut = 15;  // of so many of many lines all but one
constexpr int kCandidates = 3;
// Of the crossings that a line has now, that it is taken to have afterwards until that is counted: saves a tenth of the
// time, and the drawings of thirteen estates of 1000 and of 3000 nodes have as many crossings as without it.
constexpr double kGranted = 0.3;
constexpr double kRounding = 1e-6;                        // of sums of costs
constexpr std::size_t kMostBytes = std::size_t{1} << 24;  // of rows; where more lines cross, nothing can be seen anyway

/// Sizes stay unwritten: other parts' threads read them meanwhile.
void set_origin(Rect& rect, Point to) { rect.x = to.x, rect.y = to.y; }

StraightLines::Line line_between(Point a, Point b) {
  return {static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x), static_cast<float>(b.y)};
}

float room_for_labels(const Edge& edge, bool horizontal) {
  const double room = label_room(edge, horizontal);
  return room > 0 ? static_cast<float>(room + kHeadRoom) : 0;
}

}  // namespace

PartSearch::PartSearch(const Plan& plan, Placement& placement, LineEnds& ends)
    : plan_(plan), graph_(plan.graph), placement_(placement), ends_(ends) {
  const double edges = std::max(1.0, static_cast<double>(graph_.edges().size()));
  turn_cost_ = {0, static_cast<float>(kAsideCostOfFew / edges), static_cast<float>(kBackCost + kBackCostOfFew / edges)};
  bend_cost_ = {static_cast<float>(kBendCost), 0};
  tight_cost_ = {0, static_cast<float>(kTightCost + kTightCostOfFew / edges)};
}

PartSearch::~PartSearch() {
  for (const NodeId id : with_ends_) ends_[id].clear();
}

void PartSearch::add_container(NodeId container) {
  const Node& node = plan_.node(container);
  if (node.arrangement != Arrangement::Layered || plan_.placed_by_zonal[container] || plan_.order_is_given(container))
    return;
  const bool down = node.direction == Direction::Down;
  Family family{container, plan_.flow[container], plan_.insets(container),
                down ? Size{node.gap, node.row_gap} : Size{node.row_gap, node.gap}, true};
  if (family.kids.size() < 2) return;
  const std::size_t before = movable_.size();
  for (const NodeId kid : family.kids) {
    if (may_move(kid))
      movable_.emplace_back(kid, families_.size());
    else
      family.all_free = false;
  }
  if (movable_.size() == before) return;
  families_.push_back(std::move(family));
}

void PartSearch::add_line(const Edge& edge, NodeId common, const SideTable<NodeId, Point>& at, NodeId top) {
  const auto index = static_cast<std::uint32_t>(lines_.size());
  const StraightLines::Line line = line_between(at[edge.from], at[edge.to]);
  lines_.push_back(line);
  const Rect &from = placement_.rects[edge.from], &to = placement_.rects[edge.to];
  tracked_.push_back(
      {line,
       {static_cast<float>((from.width + to.width) / 2), static_cast<float>((from.height + to.height) / 2),
        room_for_labels(edge, true), room_for_labels(edge, false),
        static_cast<float>(kPixelCost * std::min(edge.weight, 2.0)), graph_[common].direction == Direction::Down}});
  note_end(edge.from, top, {index, true, false});
  note_end(edge.to, top, {index, false, true});
}

void PartSearch::add_passing_line(const Edge& edge, const SideTable<NodeId, Point>& at) {
  lines_.push_back(line_between(at[edge.from], at[edge.to]));
}

/// Asked of lines of which no branch prediction foresees the answer: what costs nothing is added, too.
inline float PartSearch::own_cost(const StraightLines::Line& l, const Traits& t) const {
  const float dx = std::abs(l.ax - l.bx), dy = std::abs(l.ay - l.by);
  const float ahead = t.down ? l.by - l.ay : l.bx - l.ax;
  const bool level = (dy < 1) & (dx < t.half_width + static_cast<float>(kNear));
  const bool upright = (dx < 1) & (dy < t.half_height + static_cast<float>(kNear));
  const bool tight = (dx < t.half_width + t.label_width) & (dy < t.half_height + t.label_height);
  return t.px_cost * (dx + dy) + turn_cost_[unsigned{ahead < 1} + unsigned{ahead < -1}] +
         bend_cost_[unsigned{level} | unsigned{upright}] + tight_cost_[tight];
}

void PartSearch::run(std::size_t trials) {
  if (movable_.empty() || tracked_.size() * lines_.bytes() > kMostBytes) return;
  find_crossings();
  // Where nothing crosses, the layers show the flow better than what is merely shorter.
  if (std::all_of(tracked_.begin(), tracked_.end(), [](const Tracked& line) { return line.crossings == 0; })) return;
  const double before = total();
  const std::vector<Saved> saved = save_all();
  for (std::size_t trial = 0; trial < trials; ++trial) {
    const double left = 1 - static_cast<double>(trial) / static_cast<double>(trials);
    threshold_ = has_many_lines() ? kFirstThresholdOfMany * left * left : kFirstThreshold * left;
    try_any();
  }
  if (total() < before) return;
  for (const Saved& s : saved) {
    set_origin(placement_.rects[s.id], s.rect);
    set_origin(placement_.titles[s.id], s.title);
    set_origin(placement_.notes[s.id], s.note);
  }
}

bool PartSearch::has_many_lines() const { return lines_.size() > kManyLines; }

void PartSearch::find_crossings() {
  rows_.resize(tracked_.size() * lines_.bytes()), moving_set_.resize(lines_.bytes());
  for (std::size_t i = 0; i < tracked_.size(); ++i) {
    Tracked& line = tracked_[i];
    line.crossings = lines_.cross(line.at, moving_set_.data(), row(i)).all;
    line.own = own_cost(line.at, line.traits);
  }
}

/// A crossing of two lines that are tracked is found for each of them.
double PartSearch::total() const {
  std::vector<std::uint32_t> all(tracked_.size());
  std::iota(all.begin(), all.end(), 0U);
  std::vector<Byte> set(lines_.bytes());
  for (const std::uint32_t line : all) StraightLines::flip(set.data(), line);
  double sum = -0.5 * lines_.in_rows(rows_.data(), all, set.data());
  for (const Tracked& line : tracked_) sum += line.crossings + static_cast<double>(line.own);
  return sum;
}

/// Each node once, though what may move may stand in something else that may.
std::vector<PartSearch::Saved> PartSearch::save_all() const {
  std::vector<NodeId> ids;
  for (const auto& [id, family] : movable_) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  std::vector<Saved> saved;
  for (const NodeId id : ids) {
    bool within = false;
    for (auto up = graph_[id].parent; up && !within; up = graph_[*up].parent)
      within = std::binary_search(ids.begin(), ids.end(), *up);
    if (!within) save(id, saved);
  }
  return saved;
}

void PartSearch::save(NodeId id, std::vector<Saved>& saved) const {
  saved.push_back({id, placement_.rects[id].origin(), placement_.titles[id].origin(), placement_.notes[id].origin()});
  for (const NodeId child : graph_.children(id)) save(child, saved);
}

bool PartSearch::may_move(NodeId id) const {
  const Node& node = plan_.node(id);
  return node.slot.row < 0 && node.slot.column < 0 && !node.slot.in_header && !node.border_of_span &&
         node.spans.empty() && plan_.margin[id] == Insets{};
}

void PartSearch::note_end(NodeId end, NodeId top, LineEnd what) {
  if (!graph_.is_inside(end, top)) return;
  for (NodeId at = end; at != top; at = *graph_[at].parent) {
    auto& list = ends_[at];
    if (list.empty()) with_ends_.push_back(at);
    if (!list.empty() && list.back().line == what.line)
      list.back().from |= what.from, list.back().to |= what.to;
    else
      list.push_back(what);
  }
}

void PartSearch::try_any() {
  const auto& [a, index] = movable_[dice_.below(movable_.size())];
  const Family& family = families_[index];
  const auto kind = dice_.below(20);
  if (kind == 0 && family.all_free && (!has_many_lines() || dice_.below(kMirrorsLeftOut) == 0))
    return try_mirror(family, dice_.below(2) == 0);
  const NodeId b = partner(family, a);
  if (a == b || (ends_[a].empty() && ends_[b].empty())) return;
  kind < 11 ? try_swap(family, a, b) : try_beside(family, a, b);
}

/// A sibling to change places with or to go beside. Where there are few trials, as a rule of some the one that stands
/// nearest to where the edges go: most moves to other places are refused.
NodeId PartSearch::partner(const Family& family, NodeId a) {
  const auto any = [&] { return family.kids[dice_.below(family.kids.size())]; };
  NodeId best = any();
  if (graph_.nodes().size() <= kManyNodes || ends_[a].empty() || dice_.below(4) == 0) return best;
  const Point aim = pull(a);
  const auto distance = [&](NodeId kid) {
    const Point at = placement_.rects[kid].center();
    return kid == a ? 1e18 : std::abs(at.x - aim.x) + std::abs(at.y - aim.y);
  };
  double least = distance(best);
  for (int i = 1; i < kCandidates; ++i) {
    const NodeId other = any();
    if (const double d = distance(other); d < least) least = d, best = other;
  }
  return best;
}

/// The middle of the places that a node's edges go to.
Point PartSearch::pull(NodeId id) const {
  double x = 0, y = 0, count = 0;
  for (const LineEnd& end : ends_[id]) {
    if (end.from == end.to) continue;
    const StraightLines::Line& line = tracked_[end.line].at;
    x += static_cast<double>(end.from ? line.bx : line.ax), y += static_cast<double>(end.from ? line.by : line.ay);
    ++count;
  }
  return count > 0 ? Point{x / count, y / count} : placement_.rects[id].center();
}

void PartSearch::try_mirror(const Family& family, bool vertical) {
  double low = 1e18, high = -1e18;
  for (const NodeId kid : family.kids) {
    const Rect& rect = placement_.rects[kid];
    low = std::min(low, vertical ? rect.top() : rect.left());
    high = std::max(high, vertical ? rect.bottom() : rect.right());
  }
  move_.clear();
  for (const NodeId kid : family.kids) {
    const Rect& rect = placement_.rects[kid];
    const double by = low + high - (vertical ? rect.top() + rect.bottom() : rect.left() + rect.right());
    move_.push_back({kid, vertical ? Point{0, by} : Point{by, 0}});
  }
  try_move();
}

void PartSearch::try_swap(const Family& family, NodeId a, NodeId b) {
  if (!may_move(b)) return;
  const Rect &ra = placement_.rects[a], &rb = placement_.rects[b];
  const auto [na, nb] = swapped(ra, rb);
  const bool alike = ra.size() == rb.size();
  if (!alike && (!apart(family, na, nb) || !fits(family, na, a, b) || !fits(family, nb, a, b))) return;
  move_ = {{a, na.origin() - ra.origin()}, {b, nb.origin() - rb.origin()}};
  try_move();
}

/// Boxes one above the other (beside each other) change their order and keep the room that they take together; others
/// change their middles.
std::pair<Rect, Rect> PartSearch::swapped(const Rect& a, const Rect& b) {
  if (a.size() == b.size()) return {b, a};
  Rect na = a, nb = b;
  const bool stacked = std::min(a.right(), b.right()) > std::max(a.left(), b.left());
  const bool level = !stacked && std::min(a.bottom(), b.bottom()) > std::max(a.top(), b.top());
  const bool centred = dice_.below(2) == 0;
  if (stacked) {
    (a.y < b.y ? nb.y : na.y) = std::min(a.y, b.y);
    (a.y < b.y ? na.y : nb.y) = a.y < b.y ? b.bottom() - a.height : a.bottom() - b.height;
  } else if (!level || centred) {
    na.y = b.center().y - a.height / 2, nb.y = a.center().y - b.height / 2;
  }
  if (level) {
    (a.x < b.x ? nb.x : na.x) = std::min(a.x, b.x);
    (a.x < b.x ? na.x : nb.x) = a.x < b.x ? b.right() - a.width : a.right() - b.width;
  } else if (!stacked || centred) {
    na.x = b.center().x - a.width / 2, nb.x = a.center().x - b.width / 2;
  }
  return {na, nb};
}

void PartSearch::try_beside(const Family& family, NodeId a, NodeId b) {
  const Rect &ra = placement_.rects[a], &rb = placement_.rects[b];
  Rect to = ra;
  const auto where = dice_.below(4);
  if (where < 2) {
    to.x = where == 0 ? rb.right() + family.gap.width : rb.left() - family.gap.width - ra.width;
    to.y = rb.center().y - ra.height / 2;
  } else {
    to.y = where == 2 ? rb.bottom() + family.gap.height : rb.top() - family.gap.height - ra.height;
    to.x = rb.center().x - ra.width / 2;
  }
  if (!fits(family, to, a, a)) return;
  move_ = {{a, to.origin() - ra.origin()}};
  try_move();
}

bool PartSearch::apart(const Family& family, const Rect& p, const Rect& q) {
  const double x = family.gap.width - 0.01, y = family.gap.height - 0.01;
  const unsigned beside = unsigned{p.left() >= q.right() + x} | unsigned{q.left() >= p.right() + x};
  const unsigned stacked = unsigned{p.top() >= q.bottom() + y} | unsigned{q.top() >= p.bottom() + y};
  return (beside | stacked) != 0;
}

bool PartSearch::fits(const Family& family, const Rect& rect, NodeId a, NodeId b) const {
  if (!placement_.rects[family.container].inset(family.insets).contains(rect)) return false;
  for (const NodeId kid : family.kids)
    if (!apart(family, rect, placement_.rects[kid]) && kid != a && kid != b) return false;
  return true;
}

/// Makes the move if it does not cost more than the threshold.
void PartSearch::try_move() {
  moving_.clear(), now_.clear();
  ++round_;
  for (const Moved& moved : move_)
    for (const LineEnd& end : ends_[moved.id]) {
      Tracked& line = tracked_[end.line];
      if (line.round != round_) {
        line.round = round_, line.place = static_cast<std::uint32_t>(moving_.size());
        moving_.push_back(end.line), now_.push_back(line.at);
      }
      StraightLines::Line& now = now_[line.place];
      const auto x = static_cast<float>(moved.by.x), y = static_cast<float>(moved.by.y);
      if (end.from) now.ax += x, now.ay += y;
      if (end.to) now.bx += x, now.by += y;
    }
  for (const std::uint32_t line : moving_) StraightLines::flip(moving_set_.data(), line);
  if (is_cheap()) accept();
  for (const std::uint32_t line : moving_) StraightLines::flip(moving_set_.data(), line);
}

/// Pairs of moving lines are among the crossings of both, so half of them counts for each. Most moves cost too much
/// even if lines that were not looked at yet crossed nothing. Where there are few trials, a part of what these cross
/// now is taken for granted: they hardly ever cross less than that.
bool PartSearch::is_cheap() {
  const double granted = graph_.nodes().size() > kManyNodes ? kGranted : 0;
  double cost = -threshold_;
  own_.clear();
  for (std::size_t i = 0; i < moving_.size(); ++i) {
    const Tracked& line = tracked_[moving_[i]];
    own_.push_back(own_cost(now_[i], line.traits));
    cost += static_cast<double>(own_.back() - line.own) - (1 - granted) * line.crossings;
  }
  // Pairs only add to it.
  if (cost > 0) return false;
  const bool of_one_leaf = move_.size() == 1 && graph_.children(move_.front().id).empty();  // have an end in common
  if (!of_one_leaf) cost += 0.5 * lines_.in_rows(rows_.data(), moving_, moving_set_.data());
  if (cost > 0) return false;
  for (std::size_t i = 0; i < moving_.size(); ++i) lines_.set(moving_[i], now_[i]);
  found_.clear();
  if (found_rows_.size() < moving_.size() * lines_.bytes()) found_rows_.resize(moving_.size() * lines_.bytes());
  for (std::size_t i = 0; i < moving_.size() && cost <= 0; ++i) {
    const double saved = granted * tracked_[moving_[i]].crossings;
    const StraightLines::Count count =
        lines_.cross(now_[i], moving_set_.data(), found_rows_.data() + i * lines_.bytes(), saved + kRounding - cost);
    found_.push_back(count.all);
    cost += count.all - 0.5 * count.marked - saved;
  }
  if (cost > 0)
    for (const std::uint32_t line : moving_) lines_.set(line, tracked_[line].at);
  return cost <= 0;
}

void PartSearch::accept() {
  for (std::size_t i = 0; i < moving_.size(); ++i) {
    const std::uint32_t line = moving_[i];
    Byte *before = row(line), *now = found_rows_.data() + i * lines_.bytes();
    lines_.visit_differing(before, now, [&](std::size_t other) {
      if (other >= tracked_.size() || tracked_[other].round == round_) return;
      StraightLines::flip(row(other), line);
      tracked_[other].crossings += StraightLines::has(row(other), line) ? 1 : -1;
    });
    std::copy(now, now + lines_.bytes(), before);
    Tracked& tracked = tracked_[line];
    tracked.at = now_[i], tracked.own = own_[i], tracked.crossings = found_[i];
  }
  for (const Moved& moved : move_) shift(moved.id, moved.by);
}

void PartSearch::shift(NodeId id, Point by) {
  for (auto* table : {&placement_.rects, &placement_.titles, &placement_.notes}) {
    Rect& rect = (*table)[id];
    if (table == &placement_.rects || !rect.empty()) set_origin(rect, rect.origin() + by);
  }
  for (const NodeId child : graph_.children(id)) shift(child, by);
}

}  // namespace skydraft::layout
