#include "layout/p4_place/floating.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/header.hpp"

namespace skydraft::layout {
namespace {

constexpr double kGatewayGap = 8;

class Finder {
 public:
  Finder(const Plan& plan, Placement& placement) : plan_(plan), placement_(placement) {
    floats_.item_of = SideTable<NodeId, std::optional<FloatRef>>(plan.graph.nodes().size());
  }

  Floats find() {
    for (std::uint32_t n = 0; n < plan_.graph.nodes().size(); ++n) {
      const NodeId id{n};
      if (plan_.placed_by_zonal[id] || plan_.flow[id].empty() || has_members(plan_, id)) continue;
      switch (plan_.node(id).arrangement) {
        case Arrangement::Row:
          add_row(id);
          break;
        case Arrangement::Guide:
          add_guide(id);
          break;
        case Arrangement::Wall:
          add_wall(id);
          break;
        case Arrangement::Layered:
        case Arrangement::Grid:
        case Arrangement::Column:
        case Arrangement::Beside:
        case Arrangement::Zonal:
          break;
      }
    }
    add_gateways();
    index_items();
    attach_edges();
    return std::move(floats_);
  }

 private:
  void add_row(NodeId id) {
    for (const NodeId kid : plan_.flow[id]) {
      if (fills_height(plan_, kid)) continue;
      FloatGroup group{FloatKind::Single, id, true, plan_.margin[kid].top, plan_.margin[kid].bottom, {}};
      group.items.push_back({{kid}, 0, placement_.rects[kid].y, {}});
      floats_.groups.push_back(std::move(group));
    }
  }

  void add_guide(NodeId id) {
    const auto& kids = plan_.flow[id];
    const std::vector<double> gaps = gaps_between(plan_, id, plan_.node(id).gap, false);
    FloatGroup group{FloatKind::Column, id, true, plan_.margin[kids.front()].top, plan_.margin[kids.back()].bottom, {}};
    for (std::size_t i = 0; i < kids.size(); ++i) {
      double gap = 0;
      if (i + 1 < kids.size()) gap = gaps[i] + plan_.margin[kids[i]].bottom + plan_.margin[kids[i + 1]].top;
      group.items.push_back({{kids[i]}, gap, placement_.rects[kids[i]].y, {}});
    }
    floats_.groups.push_back(std::move(group));
  }

  /// The rows of a wall; where nothing pulls they share out the height evenly.
  void add_wall(NodeId id) {
    FloatGroup group{FloatKind::Shelves, id, true, 0, 0, {}};
    std::map<double, std::vector<NodeId>> shelves;
    for (const NodeId kid : plan_.flow[id]) shelves[placement_.rects[kid].y - plan_.margin[kid].top].push_back(kid);
    const Rect content = placement_.rects[id].inset(plan_.insets(id));
    double used = 0, above = 0;
    std::vector<double> heights;
    for (const auto& [y, kids] : shelves) {
      double bottom = y;
      for (const NodeId kid : kids) {
        bottom = std::max(bottom, placement_.rects[kid].bottom());
        above = std::max(above, plan_.margin[kid].vertical());
      }
      heights.push_back(bottom - y);
      used += bottom - y;
    }
    const double gaps = static_cast<double>(shelves.size() - 1);
    const double least_gap = plan_.node(id).row_gap + above;
    const double even = gaps > 0 ? std::max(least_gap, (content.height - used) / gaps) : 0;
    double home = content.y;
    std::size_t i = 0;
    for (auto& [y, kids] : shelves) {
      group.items.push_back({std::move(kids), i + 1 < shelves.size() ? least_gap : 0, home, {}});
      home += heights[i++] + even;
    }
    floats_.groups.push_back(std::move(group));
  }

  void add_gateways() {
    std::map<std::pair<NodeId, Side>, std::vector<NodeId>> by_border;
    for (std::uint32_t n = 1; n < plan_.graph.nodes().size(); ++n) {
      const Node& node = plan_.node(NodeId{n});
      if (node.border_of_span && !node.spans.empty())
        by_border[{node.spans.front(), *node.border_of_span}].push_back(NodeId{n});
    }
    for (auto& [border, gateways] : by_border) {
      const auto [spanned, side] = border;
      const bool vertical = side == Side::West || side == Side::East;
      FloatGroup group{FloatKind::Gateways, spanned, vertical, 0, 0, {}};
      double along = 0;
      for (const NodeId id : gateways) {
        put_on_border(id, spanned, side);
        const Rect& rect = placement_.rects[id];
        group.items.push_back({{id}, kGatewayGap, (vertical ? rect.y : rect.x) + along, {}});
        along += (vertical ? rect.height : rect.width) + kGatewayGap;
      }
      floats_.groups.push_back(std::move(group));
    }
  }

  void put_on_border(NodeId id, NodeId spanned, Side side) {
    const Rect& border = placement_.rects[spanned];
    const Size size = plan_.node(id).size;
    const double out = gateway_overhang(plan_.graph, id);
    const Point middle = border.center();
    Rect& rect = placement_.rects[id];
    rect = {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
    switch (side) {
      case Side::West:
        rect.x = border.left() - out;
        break;
      case Side::East:
        rect.x = border.right() + out - size.width;
        break;
      case Side::North:
        rect.y = border.top() - out;
        break;
      case Side::South:
        rect.y = border.bottom() + out - size.height;
        break;
    }
  }

  void index_items() {
    for (std::size_t g = 0; g < floats_.groups.size(); ++g)
      for (std::size_t i = 0; i < floats_.groups[g].items.size(); ++i)
        for (const NodeId box : floats_.groups[g].items[i].boxes) floats_.item_of[box] = FloatRef{g, i};
  }

  void attach_edges() {
    for (const Edge& edge : plan_.graph.edges()) {
      if (edge.weight <= 0) continue;
      attach(edge.from, edge.to, edge.weight);
      attach(edge.to, edge.from, edge.weight);
    }
  }

  /// To every item that holds `inner` but stands apart from `outer`.
  void attach(NodeId inner, NodeId outer, double weight) {
    const NodeId common = plan_.graph.common_container(inner, outer);
    for (NodeId up = inner; up != common; up = *plan_.node(up).parent) {
      const auto ref = floats_.item_of[up];
      if (!ref || in_group(outer, ref->group)) continue;
      floats_.groups[ref->group].items[ref->item].edges.push_back({inner, outer, weight});
    }
  }

  bool in_group(NodeId id, std::size_t group) const {
    for (std::optional<NodeId> up = id; up; up = plan_.node(*up).parent)
      if (const auto ref = floats_.item_of[*up]; ref && ref->group == group) return true;
    return false;
  }

  const Plan& plan_;
  Placement& placement_;
  Floats floats_;
};

}  // namespace

Floats find_floats(const Plan& plan, Placement& placement) { return Finder(plan, placement).find(); }

}  // namespace skydraft::layout
