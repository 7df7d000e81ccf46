#include "layout/p4_place/plan.hpp"

#include <algorithm>
#include <optional>

#include "layout/p4_place/sequence.hpp"

namespace skydraft::layout {
namespace {

constexpr double kHeaderGap = 12;        // between title, chips and note
constexpr double kLabelClearance = 8;    // on both sides of a label along its edge
constexpr double kBadgePitch = 29;       // a badge with its clearance
constexpr double kShortHeadRoom = 3;     // the same under a block, where the label stands clear of the line
constexpr double kHeadRoom = 11;         // an arrow head and the free piece before it
constexpr double kInnerClearance = 2;    // from a gateway to the children of the container on whose border it stands
constexpr double kGatewayClearance = 6;  // from a gateway to what stands outside the border

/// The child of `container` that is or holds `inner`.
NodeId child_that_holds(const SizedGraph& graph, NodeId container, NodeId inner) {
  while (*graph[inner].parent != container) inner = *graph[inner].parent;
  return inner;
}

/// Of each node, its place in Plan::flow of its container; -1: it is not in it.
SideTable<NodeId, int> flow_index(const Plan& plan) {
  SideTable<NodeId, int> index(plan.graph.nodes().size(), -1);
  for (const auto& kids : plan.flow.rows())
    for (std::size_t i = 0; i < kids.size(); ++i) index[kids[i]] = static_cast<int>(i);
  return index;
}

void lift_edges(Plan& plan) {
  const SizedGraph& graph = plan.graph;
  const SideTable<NodeId, int> index = flow_index(plan);
  for (std::uint32_t e = 0; e < graph.edges().size(); ++e) {
    const Edge& edge = graph[EdgeId{e}];
    const NodeId common = graph.common_container(edge.from, edge.to);
    if (common == edge.from || common == edge.to) continue;
    const int from = index[child_that_holds(graph, common, edge.from)];
    const int to = index[child_that_holds(graph, common, edge.to)];
    if (from >= 0 && to >= 0 && from != to) plan.arcs[common].push_back({EdgeId{e}, from, to});
  }
}

void lift_wishes(Plan& plan, const std::vector<Wish>& wishes) {
  const SizedGraph& graph = plan.graph;
  const SideTable<NodeId, int> index = flow_index(plan);
  plan.wishes = SideTable<NodeId, std::vector<ChildWish>>(graph.nodes().size());
  for (const Wish& wish : wishes) {
    if (wish.node == SizedGraph::root()) continue;
    if (!names_two(wish.kind)) {
      const int child = index[wish.node];
      if (child >= 0) plan.wishes[*graph[wish.node].parent].push_back({wish.kind, child, child});
      continue;
    }
    const NodeId common = graph.common_container(wish.node, wish.other);
    if (common == wish.node || common == wish.other) continue;
    const int child = index[child_that_holds(graph, common, wish.node)];
    const int other = index[child_that_holds(graph, common, wish.other)];
    if (child >= 0 && other >= 0 && child != other) plan.wishes[common].push_back({wish.kind, child, other});
  }
}

/// What is not in the earlier drawing itself (unframed containers) was where its children were.
void find_places_before(Plan& plan, const SideTable<NodeId, Rect>& previous) {
  if (previous.size() != plan.graph.nodes().size()) return;
  plan.before = previous;
  for (auto n = static_cast<std::uint32_t>(plan.graph.nodes().size()); n-- > 1;) {
    const NodeId id{n}, parent = *plan.node(id).parent;
    if (!plan.node(parent).framed) plan.before[parent] = geometry::cover(plan.before[parent], plan.before[id]);
  }
}

/// Gateways stick out of the container they stand on: that much is kept free beside it.
void reserve_margins(Plan& plan) {
  const SizedGraph& graph = plan.graph;
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) {
    const Node& gateway = graph[NodeId{n}];
    if (!gateway.border_of_span || gateway.spans.empty()) continue;
    Insets& margin = plan.margin[gateway.spans.front()];
    const double room = gateway_overhang(graph, NodeId{n}) + kGatewayClearance;
    switch (*gateway.border_of_span) {
      case Side::West:
        margin.left = std::max(margin.left, room);
        break;
      case Side::East:
        margin.right = std::max(margin.right, room);
        break;
      case Side::North:
        margin.top = std::max(margin.top, room);
        break;
      case Side::South:
        margin.bottom = std::max(margin.bottom, room);
        break;
    }
  }
}

void find_zonal_boxes(Plan& plan) {
  const SizedGraph& graph = plan.graph;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    if (graph[NodeId{n}].arrangement != Arrangement::Zonal || plan.placed_by_zonal[NodeId{n}]) continue;
    for (const NodeId zone : plan.flow[NodeId{n}]) {
      if (graph[zone].slot.column < 0 || !graph.is_container(zone)) continue;
      plan.placed_by_zonal[zone] = true;
      for (const NodeId box : plan.flow[zone]) {
        if (!graph.is_container(box)) continue;
        const auto& kids = plan.flow[box];
        plan.placed_by_zonal[box] =
            kids.empty() || std::any_of(kids.begin(), kids.end(), [&](NodeId k) { return graph[k].slot.row >= 0; });
      }
    }
  }
}

}  // namespace

Plan::Plan(const SizedGraph& sized, const Options& options)
    : graph(sized),
      flow(sized.nodes().size()),
      chips(sized.nodes().size()),
      arcs(sized.nodes().size()),
      wishes(sized.nodes().size()),
      before(sized.nodes().size()),
      margin(sized.nodes().size()),
      lane_in(sized.nodes().size(), 0.0),
      placed_by_zonal(sized.nodes().size(), false),
      fold(sized.nodes().size(), options.aspect),
      least(sized.nodes().size()),
      measured(sized.nodes().size()),
      rows(sized.nodes().size()),
      layered(sized.nodes().size()),
      settled(sized.nodes().size(), false),
      in_a_row(sized.nodes().size()),
      zones(sized.nodes().size()) {
  for (std::uint32_t n = 1; n < graph.nodes().size(); ++n) {
    const Node& node = graph[NodeId{n}];
    const bool gateway = node.border_of_span && !node.spans.empty();
    if (gateway) continue;
    (node.slot.in_header ? chips : flow)[*node.parent].push_back(NodeId{n});
  }
  find_places_before(*this, options.previous);
  find_zonal_boxes(*this);
  lift_wishes(*this, options.wishes);
  put_in_sequence(*this);
  lift_wishes(*this, options.wishes);  // anew: children have changed places
  lift_edges(*this);
  reserve_margins(*this);
}

bool Plan::order_is_given(NodeId container) const {
  return !wishes[container].empty() ||
         std::any_of(flow[container].begin(), flow[container].end(), [&](NodeId kid) { return had_place(kid); });
}

Size Plan::outer(NodeId id) const {
  return {least[id].width + margin[id].horizontal(), least[id].height + margin[id].vertical()};
}

Extent Plan::extent(NodeId id) const {
  const double height = least[id].height;
  const Rect& anchor = node(id).anchor;
  const bool by_anchor = !graph.is_container(id) && !anchor.empty();
  const double above = by_anchor ? std::clamp(anchor.center().y, 0.0, height) : height / 2;
  return {above + margin[id].top, height - above + margin[id].bottom};
}

Insets Plan::insets(NodeId id) const {
  Insets insets = node(id).padding;
  insets.left += lane_in[id];
  if (!node(id).title.empty()) insets.top = std::max(insets.top, node(id).title.bottom());
  insets.top = std::max(insets.top, node(id).note.height);
  for (const NodeId chip : chips[id]) insets.top = std::max(insets.top, node(chip).size.height + 4);
  return insets;
}

double Plan::header_width(NodeId id) const {
  const Node& container = node(id);
  double beside = 0;  // right of the title
  if (container.note.width > 0) beside += container.note.width + kHeaderGap;
  for (const NodeId chip : chips[id]) beside += node(chip).size.width + kHeaderGap;
  if (container.title.empty()) return beside > 0 ? beside + kHeaderGap : 0;
  // A centred title needs the same room on both sides.
  if (container.title_centred) return container.title.width + 2 * (kHeaderGap + beside);
  return container.title.right() + kHeaderGap + beside;
}

double gateway_overhang(const SizedGraph& graph, NodeId id) {
  const Node& gateway = graph[id];
  const Rect anchor = gateway.anchor.empty() ? Rect{0, 0, gateway.size.width, gateway.size.height} : gateway.anchor;
  const Insets& gutter = graph[gateway.spans.front()].padding;
  // What would stick out of the gutter on the inner side moves the gateway outwards.
  const auto overhang = [](double before, double after, double room) { return before + std::max(0.0, after - room); };
  const double west = anchor.center().x, east = gateway.size.width - west;
  const double north = anchor.center().y, south = gateway.size.height - north;
  switch (*gateway.border_of_span) {
    case Side::West:
      return overhang(west, east, gutter.left - kInnerClearance);
    case Side::East:
      return overhang(east, west, gutter.right - kInnerClearance);
    case Side::North:
      return overhang(north, south, gutter.top - kInnerClearance);
    case Side::South:
      return overhang(south, north, gutter.bottom - kInnerClearance);
  }
  return 0;
}

namespace {

double badge_room(const Edge& edge, bool horizontal) {
  return edge.badges > 0 ? edge.badges * kBadgePitch + (horizontal ? kHeadRoom : kShortHeadRoom) : 0;
}

/// From where an edge leaves `end` to the side of the child that faces its neighbour. Badges may stand on all of this
/// piece, labels not beside a leaf's icon.
double inner_length(const Plan& plan, NodeId child, NodeId end, bool to_high_side, bool horizontal, bool from_icon) {
  const Node& node = plan.node(end);
  Rect rect{0, 0, plan.least[end].width, plan.least[end].height};
  // South of an icon is its text: a route leaves it under the whole block.
  if (from_icon && horizontal && !plan.graph.is_container(end) && !node.anchor.empty()) rect = node.anchor;
  for (NodeId at = end; at != child; at = *plan.node(at).parent) rect = rect.moved(plan.measured[at].origin());
  const Size size = plan.least[child];
  if (horizontal) return to_high_side ? size.width - rect.right() : rect.left();
  return to_high_side ? size.height - rect.bottom() : rect.top();
}

}  // namespace

double label_room(const Edge& edge, bool horizontal) {
  double labels = 0;
  for (const Label& label : edge.labels)
    labels = std::max(labels, (horizontal ? label.size.width : label.size.height) + 2 * kLabelClearance);
  return labels + badge_room(edge, horizontal);
}

double room_between(const Plan& plan, const Edge& edge, NodeId first, NodeId second, bool horizontal) {
  const double badges = badge_room(edge, horizontal), all = label_room(edge, horizontal);
  if (all == 0) return 0;
  const bool forwards = edge.from == first || plan.graph.is_inside(edge.from, first);
  const auto inner = [&](bool from_icon) {
    return inner_length(plan, first, forwards ? edge.from : edge.to, true, horizontal, from_icon) +
           inner_length(plan, second, forwards ? edge.to : edge.from, false, horizontal, from_icon);
  };
  return std::max(badges - inner(true), all > badges ? all - inner(false) : 0);
}

std::vector<double> gaps_between(const Plan& plan, NodeId container, double gap, bool horizontal) {
  const auto& kids = plan.flow[container];
  std::vector<double> gaps(kids.empty() ? 0 : kids.size() - 1, gap);
  for (const Arc& arc : plan.arcs[container]) {
    const int first = std::min(arc.from, arc.to);
    if (std::max(arc.from, arc.to) != first + 1) continue;
    const auto i = static_cast<std::size_t>(first);
    gaps[i] = std::max(gaps[i], room_between(plan, plan.graph[arc.edge], kids[i], kids[i + 1], horizontal));
  }
  return gaps;
}

}  // namespace skydraft::layout
