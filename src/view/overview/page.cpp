#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/wording.hpp"

/// Frames and the page: columns where there is a zonal network, layers elsewhere (VISUAL section 11.1).
namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using catalogue::Holds;
using catalogue::Scope;
using layout::Arrangement;
using layout::NodeId;

/// The members of a container, sorted into page columns.
struct Columns {
  std::vector<ComponentId> people, edge, delivery, networks, wall, regions;
};

bool is_outside(const Survey& survey, ComponentId c) {
  const catalogue::Kind& kind = survey.kind(c);
  if (kind.scope == Scope::External || kind.category == Category::Actor) return true;
  return kind.scope == Scope::Delivery && (kind.provider == "tool" || kind.provider == "generic") && !survey.home(c);
}

Columns sort_into_columns(const Survey& survey, std::span<const ComponentId> members) {
  Columns columns;
  const bool has_network = std::ranges::any_of(members, [&](ComponentId c) { return holds_zonal_network(survey, c); });
  for (const ComponentId c : members) {
    const catalogue::Kind& kind = survey.kind(c);
    if (is_outside(survey, c))
      columns.people.push_back(c);
    else if (holds_zonal_network(survey, c))
      columns.networks.push_back(c);
    else if (kind.holds == Holds::Region && has_network)
      columns.regions.push_back(c);
    else if (survey.part(c) == Part::Frame)
      columns.networks.push_back(c);
    else if (kind.scope == Scope::Global)
      columns.edge.push_back(c);
    else if (kind.scope == Scope::Delivery)
      columns.delivery.push_back(c);
    else
      columns.wall.push_back(c);
  }
  return columns;
}

/// In the order of the numbered steps that pass through them; what no step names comes last, as in the document.
void sort_by_steps(const Draft& draft, std::vector<ComponentId>& members) {
  std::ranges::stable_sort(members, {}, [&](ComponentId c) { return draft.first_step(c); });
}

/// Users first, then the tools that act on the clouds, then who only works with those tools.
void sort_people(const Draft& draft, std::vector<ComponentId>& people) {
  enum Order { kUser, kTool, kAmongThemselves, kUnlinked };
  std::map<ComponentId, Order> order;
  for (const ComponentId c : people) order[c] = kUnlinked;
  for (const Link& link : draft.links.links) {
    const bool among = order.contains(link.from) && order.contains(link.to);
    const Order found = link.strand == Strand::User ? kUser : among ? kAmongThemselves : kTool;
    for (const ComponentId end : {link.from, link.to})
      if (const auto it = order.find(end); it != order.end()) it->second = std::min(it->second, found);
  }
  std::ranges::stable_sort(people, {}, [&](ComponentId c) { return order.at(c); });
}

NodeId add_guide(Draft& draft, NodeId container, const std::string& key, const std::string& text,
                 const std::vector<ComponentId>& members) {
  Block block = plain(Arrangement::Guide, text);
  block.node.key = key;
  block.node.row_gap = block.node.gap = 28;
  const NodeId guide = draft.canvas.add(container, std::move(block));
  for (const ComponentId m : members) {
    if (draft.survey.part(m) == Part::Frame)
      build_frame(draft, guide, m);
    else
      add_node(draft, guide, m, IconStyle{});
  }
  return guide;
}

void add_delivery(Draft& draft, NodeId container, std::vector<ComponentId> members) {
  sort_by_steps(draft, members);
  Block block = frame(Look::Card, {std::string(title_of(Category::Delivery)), {}, {}}, "glyph/delivery");
  block.node.key = "delivery";
  block.dress.category = "delivery";
  block.node.arrangement = Arrangement::Column;
  block.node.gap = block.node.row_gap = 30;
  const NodeId card = draft.canvas.add(container, std::move(block));
  for (const ComponentId m : members) add_node(draft, card, m, kDeliveryStyle);
}

bool in_network(const Survey& survey, ComponentId c) {
  for (auto up = survey.home(c); up; up = survey.home(*up))
    if (survey.holds(*up, Holds::Network)) return true;
  return false;
}

/// The copy of things in a second region: a narrow column beside the first.
void add_second_region(Draft& draft, NodeId container, ComponentId region) {
  Block block = frame_block(draft.survey, region, Look::Region);
  block.node.arrangement = Arrangement::Guide;
  block.node.slot.stretch = true;
  block.node.gap = block.node.row_gap = 28;
  const NodeId frame_id = draft.canvas.add(container, std::move(block));
  // Copies of what stands beside the network first: its own stores are at the bottom (section 11.11).
  std::vector<ComponentId> members = draft.survey.contents(region);
  const auto copies_a_store_of_a_network = [&](ComponentId c) {
    return std::ranges::any_of(draft.links.links, [&](const Link& link) {
      const ComponentId other = link.to == c ? link.from : link.to;
      return (link.to == c || link.from == c) && in_network(draft.survey, other);
    });
  };
  std::ranges::stable_partition(members, [&](ComponentId c) { return !copies_a_store_of_a_network(c); });
  for (const ComponentId m : members) {
    if (draft.survey.part(m) == Part::Frame)
      build_frame(draft, frame_id, m);
    else
      add_node(draft, frame_id, m, IconStyle{});
  }
}

}  // namespace

bool holds_zonal_network(const Survey& survey, ComponentId frame) {
  if (survey.is_zonal(frame)) return survey.part(frame) == Part::Frame;
  return std::ranges::any_of(survey.contents(frame), [&](ComponentId c) { return holds_zonal_network(survey, c); });
}

void build_columns(Draft& draft, NodeId container, std::span<const ComponentId> members, bool annotated) {
  layout::Node& node = draft.canvas.node(container);
  node.arrangement = Arrangement::Row;
  node.gap = 24;
  Columns columns = sort_into_columns(draft.survey, members);
  sort_people(draft, columns.people);
  sort_by_steps(draft, columns.edge);
  if (!columns.people.empty()) add_guide(draft, container, "people", {}, columns.people);
  if (!columns.edge.empty()) add_guide(draft, container, "edge", "EDGE AND GLOBAL", columns.edge);
  if (!columns.delivery.empty()) add_delivery(draft, container, columns.delivery);
  // What is folded is named in the innermost container that holds the network.
  bool inner = false;
  for (const ComponentId n : columns.networks) {
    const bool deeper = annotated && !inner && holds_zonal_network(draft.survey, n) && !draft.survey.is_zonal(n);
    if (!deeper) {
      build_frame(draft, container, n);
      continue;
    }
    inner = true;
    Block block = frame_block(draft.survey, n, look_of(draft.survey, n));
    block.node.slot.stretch = true;
    build_columns(draft, draft.canvas.add(container, std::move(block)), draft.survey.contents(n), true);
  }
  build_wall(draft, container, columns.wall, annotated && !inner);
  for (const ComponentId r : columns.regions) add_second_region(draft, container, r);
}

namespace {

/// Cards by category are for the page and for what holds a whole landscape; a smaller box shows its members directly.
bool holds_categories(const Draft& draft, NodeId container) {
  const Look look = draft.canvas.picture().nodes[container].look;
  return container == layout::SizedGraph::root() || look == Look::Cloud || look == Look::Account ||
         look == Look::Region;
}

void fill_grid(Draft& draft, NodeId container, const std::vector<ComponentId>& members) {
  layout::Node& node = draft.canvas.node(container);
  node.arrangement = Arrangement::Grid;
  node.gap = node.row_gap = kNodeGap;
  constexpr std::size_t kOneRow = 3;
  if (members.size() <= kOneRow) node.columns = static_cast<int>(members.size());
  for (const ComponentId m : members) add_node(draft, container, m, IconStyle{});
}

}  // namespace

void build_layered(Draft& draft, NodeId container, std::span<const ComponentId> members, bool annotated) {
  std::vector<ComponentId> linked, alone;
  for (const ComponentId m : members) {
    const bool in_layers = draft.is_linked(m) || draft.survey.part(m) == Part::Frame;
    (in_layers ? linked : alone).push_back(m);
  }
  // A card for one thing is more frame than content: it stands beside the others.
  if (alone.size() == 1 && !linked.empty()) {
    linked.push_back(alone.front());
    alone.clear();
  }
  const auto set_layers = [&](NodeId id) {
    layout::Node& node = draft.canvas.node(id);
    node.arrangement = Arrangement::Layered;
    node.direction = layout::Direction::Right;
    node.gap = 24;
    node.row_gap = kLayerGap;
  };
  const auto fill = [&](NodeId id) {
    const std::vector<Fan> fans = find_fans(draft, linked);
    for (const Fan& fan : fans) add_fan(draft, id, fan);
    for (const ComponentId m : linked) {
      if (std::ranges::any_of(fans,
                              [&](const Fan& fan) { return std::ranges::find(fan.members, m) != fan.members.end(); }))
        continue;
      if (draft.survey.part(m) == Part::Frame)
        build_frame(draft, id, m);
      else
        add_node(draft, id, m, IconStyle{});
    }
  };
  if (linked.empty() && !holds_categories(draft, container)) {
    fill_grid(draft, container, alone);
    return;
  }
  if (alone.empty()) {
    set_layers(container);
    fill(container);
    return;
  }
  draft.canvas.node(container).arrangement = Arrangement::Beside;
  draft.canvas.node(container).gap = 24;
  if (!linked.empty()) {
    Block block = plain(Arrangement::Layered);
    block.node.key = "layers";
    const NodeId layers = draft.canvas.add(container, std::move(block));
    set_layers(layers);
    fill(layers);
  }
  if (holds_categories(draft, container)) {
    build_wall(draft, container, alone, annotated);
    return;
  }
  Block rest = plain(Arrangement::Grid);
  rest.node.key = "others";
  fill_grid(draft, draft.canvas.add(container, std::move(rest)), alone);
}

NodeId build_frame(Draft& draft, NodeId parent, ComponentId frame, layout::Slot slot) {
  const Survey& survey = draft.survey;
  if (survey.is_zonal(frame)) return build_zonal_network(draft, parent, frame);
  if (survey.holds(frame, Holds::Cluster)) return build_cluster(draft, parent, frame, slot, 1);
  Block block = frame_block(survey, frame, look_of(survey, frame));
  block.node.slot = slot;
  const NodeId id = draft.canvas.add(parent, std::move(block));
  if (holds_zonal_network(survey, frame))
    build_columns(draft, id, survey.contents(frame), false);
  else
    build_layered(draft, id, survey.contents(frame), false);
  return id;
}

}  // namespace skydraft::view::overview
