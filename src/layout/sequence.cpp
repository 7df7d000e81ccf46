#include "layout/sequence.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace skydraft::layout {
namespace {

constexpr double kTop = 16;  ///< free space above the participants
constexpr double kParticipantGap = 28, kHeadGap = 26, kMessageGap = 20, kLabelGap = 5;
constexpr double kHookWidth = 46, kHookHeight = 18;
constexpr double kBadgeAt = 18;                 ///< from the lifeline to the badge's middle
constexpr double kBesideLabel = kBadgeAt + 12;  ///< before a label, so that it clears the badge
constexpr double kAfterLabel = 14;              ///< room for the arrow's head

double label_width(const Edge& edge) {
  double width = 0;
  for (const Label& label : edge.labels) width = std::max(width, label.size.width);
  return width;
}

double label_height(const Edge& edge) {
  double height = 0;
  for (const Label& label : edge.labels) height += label.size.height;
  return height;
}

class SequencePlacer {
 public:
  explicit SequencePlacer(const SizedGraph& graph) : graph_(graph), people_(graph.children(SizedGraph::root())) {
    column_.assign(graph.nodes().size(), 0);
    for (std::size_t i = 0; i < people_.size(); ++i) column_[people_[i].index] = i;
  }

  PlacedGraph run() {
    placed_.rects = SideTable<NodeId, Rect>(graph_.nodes().size());
    placed_.titles = SideTable<NodeId, Rect>(graph_.nodes().size());
    placed_.notes = SideTable<NodeId, Rect>(graph_.nodes().size());
    placed_.routes = SideTable<EdgeId, Route>(graph_.edges().size());
    place_participants();
    double y = kTop + head_height() + kHeadGap;
    for (std::uint32_t e = 0; e < graph_.edges().size(); ++e) y = place_message({e}, y);
    placed_.size = {geometry::snap(width_), geometry::snap(y)};
    placed_.rects[SizedGraph::root()] = {0, 0, placed_.size.width, placed_.size.height};
    return std::move(placed_);
  }

 private:
  double head_height() const {
    double height = 0;
    for (const NodeId id : people_) height = std::max(height, graph_[id].size.height);
    return height;
  }

  std::size_t column(NodeId id) const { return column_[id.index]; }

  /// From left to right: each far enough from its neighbour, and from where a message with a long label begins.
  void place_participants() {
    std::vector<std::vector<std::pair<std::size_t, double>>> needs(people_.size());  // by the right end
    double after_last = 0;
    for (const Edge& edge : graph_.edges()) {
      const std::size_t left = std::min(column(edge.from), column(edge.to));
      const std::size_t right = std::max(column(edge.from), column(edge.to));
      const double room = kBesideLabel + label_width(edge) + kAfterLabel;
      if (left != right)
        needs[right].emplace_back(left, room);
      else if (left + 1 < people_.size())
        needs[left + 1].emplace_back(left, kHookWidth + room);
      else
        after_last = std::max(after_last, kHookWidth + room);
    }
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const Size size = graph_[people_[i]].size;
      double x = size.width / 2;
      if (i > 0) x = x_.back() + graph_[people_[i - 1]].size.width / 2 + kParticipantGap + size.width / 2;
      for (const auto& [left, room] : needs[i]) x = std::max(x, x_[left] + room);
      x_.push_back(geometry::snap(x));
      placed_.rects[people_[i]] = {geometry::snap(x - size.width / 2), kTop, size.width, size.height};
      width_ = std::max(width_, x + size.width / 2);
    }
    if (!x_.empty()) width_ = std::max(width_, x_.back() + after_last);
  }

  /// Returns where the next message begins.
  double place_message(EdgeId id, double y) {
    const Edge& edge = graph_[id];
    Route& route = placed_.routes[id];
    const double from = x_[column(edge.from)], to = x_[column(edge.to)];
    const bool hook = column(edge.from) == column(edge.to);
    const double direction = to < from ? -1 : 1;
    const double line = geometry::snap(y + label_height(edge) + kLabelGap);
    const double begin = from + direction * kBesideLabel,
                 end = hook ? begin + label_width(edge) : to - direction * kAfterLabel;
    double top = y;
    for (const Label& label : edge.labels) {
      route.labels.push_back({geometry::snap((begin + end - label.size.width) / 2), geometry::snap(top),
                              label.size.width, label.size.height});
      top += label.size.height;
    }
    for (int i = 0; i < edge.badges; ++i)
      route.badges.push_back({from + direction * (kBadgeAt + i * (kBadgeSize + 2)), line});
    if (!hook) {
      route.points = {{from, line}, {to, line}};
      return line + kMessageGap;
    }
    const double out = from + kHookWidth, back = line + kHookHeight;
    route.points = {{from, line}, {out, line}, {out, back}, {from, back}};
    return back + kMessageGap;
  }

  const SizedGraph& graph_;
  std::span<const NodeId> people_;
  std::vector<std::size_t> column_;
  std::vector<double> x_;
  double width_ = 0;
  PlacedGraph placed_;
};

}  // namespace

PlacedGraph place_sequence(const SizedGraph& graph) { return SequencePlacer(graph).run(); }

double lifeline_x(const PlacedGraph& placed, NodeId participant) { return placed.rects[participant].center().x; }

}  // namespace skydraft::layout
