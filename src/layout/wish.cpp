#include "layout/wish.hpp"

#include <algorithm>

namespace skydraft::layout {
namespace {

constexpr double kSlack = 1;  // px

bool share_half(double low_a, double high_a, double low_b, double high_b) {
  const double common = std::min(high_a, high_b) - std::max(low_a, low_b);
  return common >= std::min(high_a - low_a, high_b - low_b) / 2 - kSlack;
}

/// First and Last by how the container places its children.
Wish::Kind in_direction(Wish::Kind kind, const Node& container) {
  const bool down = container.arrangement == Arrangement::Column || container.arrangement == Arrangement::Guide ||
                    container.arrangement == Arrangement::Zonal ||
                    (container.arrangement == Arrangement::Layered && container.direction == Direction::Down);
  if (kind == Wish::Kind::First) return down ? Wish::Kind::Topmost : Wish::Kind::Leftmost;
  if (kind == Wish::Kind::Last) return down ? Wish::Kind::Bottommost : Wish::Kind::Rightmost;
  return kind;
}

}  // namespace

bool comes_true(Wish::Kind kind, const Rect& box, const Rect& other) {
  switch (kind) {
    case Wish::Kind::LeftOf:
      return box.right() <= other.left() + kSlack;
    case Wish::Kind::RightOf:
      return other.right() <= box.left() + kSlack;
    case Wish::Kind::Above:
      return box.bottom() <= other.top() + kSlack;
    case Wish::Kind::Below:
      return other.bottom() <= box.top() + kSlack;
    case Wish::Kind::SameRow:
      return share_half(box.top(), box.bottom(), other.top(), other.bottom());
    case Wish::Kind::SameColumn:
      return share_half(box.left(), box.right(), other.left(), other.right());
    case Wish::Kind::Leftmost:
      return box.left() <= other.left() + kSlack;
    case Wish::Kind::Rightmost:
      return box.right() >= other.right() - kSlack;
    case Wish::Kind::Topmost:
      return box.top() <= other.top() + kSlack;
    case Wish::Kind::Bottommost:
      return box.bottom() >= other.bottom() - kSlack;
    case Wish::Kind::First:
    case Wish::Kind::Last:
      break;
  }
  return true;
}

bool comes_true(const Wish& wish, const SizedGraph& graph, const SideTable<NodeId, Rect>& rects) {
  const Rect& box = rects[wish.node];
  if (names_two(wish.kind))
    return !graph.is_inside(wish.node, wish.other) && !graph.is_inside(wish.other, wish.node) &&
           comes_true(wish.kind, box, rects[wish.other]);
  const NodeId container = graph[wish.node].parent.value_or(SizedGraph::root());
  const auto beside = graph.children(container);
  const Wish::Kind kind = in_direction(wish.kind, graph[container]);
  return std::all_of(beside.begin(), beside.end(),
                     [&](NodeId other) { return graph[other].border_of_span || comes_true(kind, box, rects[other]); });
}

}  // namespace skydraft::layout
