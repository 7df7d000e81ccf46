#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/graph.hpp"

/// A graph with all that the placer has to deal with at once: two zones with subnets, bands, pills and pairs, cards
/// beside them, guide columns on both sides. Sizes are those of real nodes.
namespace skydraft::layout::sample {

inline Node leaf(NodeId parent, std::string key, double width, double height, double icon = 48) {
  Node node;
  node.key = std::move(key);
  node.parent = parent;
  node.size = {width, height};
  node.anchor = {(width - icon) / 2, 0, icon, icon};
  return node;
}

inline Node block(NodeId parent, std::string key, double width, double height) {
  Node node;
  node.key = std::move(key);
  node.parent = parent;
  node.size = {width, height};
  return node;
}

inline Node container(NodeId parent, std::string key, Arrangement arrangement, Insets padding, double title_width = 0) {
  Node node;
  node.key = std::move(key);
  node.parent = parent;
  node.role = Role::Container;
  node.arrangement = arrangement;
  node.padding = padding;
  if (title_width > 0) node.title = {31, 6, title_width, 13};
  return node;
}

inline Edge edge(std::string key, NodeId from, NodeId to, double weight = 4, int badges = 0) {
  Edge result;
  result.key = std::move(key);
  result.from = from;
  result.to = to;
  result.weight = weight;
  result.badges = badges;
  return result;
}

struct TwoZones {
  SizedGraph graph;
  NodeId users, code, makers, entry, roles, build, steps, net, gateway, balancer, cluster, apps, pills[2], pair[2],
      wall, watch, replica, copy, scaling[2], zone[2], origin, stores;
};

inline NodeId add_band_group(SizedGraph& g, NodeId net, const std::string& key, int lane, std::vector<NodeId> spans) {
  Node group = container(net, key, Arrangement::Row, {8, 8, 8, 8});
  group.slot.row = lane;
  group.spans = std::move(spans);
  const NodeId id = g.add(group);
  for (int zone = 0; zone < 2; ++zone) {
    Node member = leaf(id, key + "-member-" + std::to_string(zone), 74, 80);
    member.slot.column = zone;
    g.add(member);
  }
  Node caption = block(id, key + "-caption", 102, 51);
  g.add(caption);
  return id;
}

inline void add_zones(TwoZones& s) {
  SizedGraph& g = s.graph;
  std::vector<NodeId> subnets;
  for (int z = 0; z < 2; ++z) {
    const std::string name(1, static_cast<char>('a' + z));
    Node zone = container(s.net, "zone-" + name, Arrangement::Column, {24, 10, 10, 10});
    zone.slot.column = z;
    zone.gap = 10;
    zone.title = {0, 5, 108, 13};
    zone.title_centred = true;
    s.zone[z] = g.add(zone);
    Node open = container(s.zone[z], "open-" + name, Arrangement::Zonal, {26, 10, 9, 10}, 92);
    open.slot = {.row = 0};
    open.note = {60, 12};
    subnets.push_back(g.add(open));
    Node translator = leaf(subnets.back(), "translator-" + name, 79, 79);
    translator.slot.row = 0;
    g.add(translator);
    Node closed = container(s.zone[z], "closed-" + name, Arrangement::Zonal, {26, 10, 6, 10}, 96);
    closed.slot = {.row = 1, .last_row = 2};
    closed.note = {64, 12};
    subnets.push_back(g.add(closed));
    Node store = leaf(subnets.back(), "store-" + name, 113, 80);
    store.slot.row = 2;
    s.pair[z] = g.add(store);
  }
  Node balancer = block(s.net, "balancer", 360, 46);
  balancer.slot = {.row = 0, .stretch = true};
  balancer.spans = subnets;
  s.balancer = g.add(balancer);
  s.scaling[0] = add_band_group(g, s.net, "web", 0, subnets);
  s.scaling[1] = add_band_group(g, s.net, "worker", 1, subnets);

  Node cluster = container(s.net, "cluster", Arrangement::Row, {32, 10, 9, 10}, 154);
  cluster.slot = {.row = 1, .stretch = true};
  cluster.gap = 8;
  cluster.spans = subnets;
  s.cluster = g.add(cluster);
  for (int z = 0; z < 2; ++z) {
    Node chip = block(s.cluster, "chip-" + std::to_string(z), 140, 22);
    chip.slot = {.column = z, .in_header = true};
    g.add(chip);
  }
  Node pill = block(s.net, "cache", 260, 36);
  pill.slot.row = 2;
  pill.spans = subnets;
  s.pills[0] = g.add(pill);
  pill.key = "files";
  s.pills[1] = g.add(pill);
}

inline void add_spaces(TwoZones& s) {
  SizedGraph& g = s.graph;
  const auto space = [&](std::string key, double title) {
    Node node = container(s.cluster, std::move(key), Arrangement::Grid, {22, 10, 8, 10}, title);
    node.gap = 14;
    node.row_gap = 8;
    return node;
  };
  const auto cell = [&](NodeId parent, std::string key, double width, double height, int row, int column) {
    Node node = leaf(parent, std::move(key), width, height, 40);
    node.slot = {.row = row, .column = column};
    return g.add(node);
  };
  const NodeId system = g.add(space("system", 64));
  cell(system, "controller", 72, 68, 0, 0);
  Node apps = space("apps", 58);
  apps.slot.stretch = true;
  apps.note = {170, 12};
  apps.padding.left = 44;
  s.apps = g.add(apps);
  const NodeId rule = cell(s.apps, "rule", 82, 82, 0, 0);
  const NodeId page = cell(s.apps, "page-service", 96, 72, 0, 1);
  const NodeId logic = cell(s.apps, "logic-service", 94, 72, 0, 2);
  cell(s.apps, "data-service", 101, 72, 0, 3);
  cell(s.apps, "jobs", 80, 72, 1, 0);
  const NodeId page_pods = cell(s.apps, "page", 82, 72, 1, 1);
  const NodeId logic_pods = cell(s.apps, "logic", 70, 72, 1, 2);
  cell(s.apps, "settings", 105, 72, 1, 3);
  Node watch = space("watch", 58);
  watch.slot.stretch = true;
  const NodeId watching = g.add(watch);
  const NodeId scraper = cell(watching, "scraper", 68, 72, 0, 0);
  const NodeId charts = cell(watching, "charts", 60, 72, 0, 1);
  const NodeId shipper = cell(watching, "shipper", 60, 72, 1, 0);
  g.add(edge("r1", s.balancer, rule, 4, 1));
  g.add(edge("r2", rule, page, 4, 1));
  g.add(edge("r3", page, logic, 4, 1));
  g.add(edge("r4", page, page_pods, 2));
  g.add(edge("r5", logic, logic_pods, 2));
  g.add(edge("r6", logic_pods, s.pair[0], 4, 1));
  g.add(edge("r7", logic_pods, s.pills[0], 4, 1));
  Edge scrape = edge("r8", scraper, s.apps, 0, 1);
  scrape.labels = {{{38, 10}}};
  g.add(scrape);
  g.add(edge("r9", charts, scraper, 2, 1));
  Edge logs = edge("r10", s.apps, shipper, 0, 1);
  logs.labels = {{{20, 10}}};
  g.add(logs);
  g.add(edge("r11", shipper, s.watch, 2, 1));
  Edge sync = edge("r12", s.pair[0], s.pair[1], 2);
  sync.labels = {{{70, 10}}};
  g.add(sync);
  g.add(edge("r13", s.balancer, s.scaling[0], 2));
}

inline void add_wall(TwoZones& s, NodeId region) {
  SizedGraph& g = s.graph;
  Node wall = container(region, "wall", Arrangement::Wall, {});
  wall.framed = false;
  wall.gap = 12;
  wall.row_gap = 16;
  wall.slot.stretch = true;
  s.wall = g.add(wall);
  const auto card = [&](std::string key, int row, std::vector<double> widths, double height) {
    Node node = container(s.wall, key, Arrangement::Grid, {36, 8, 8, 8}, 60);
    node.title = {29, 8, 60, 12};
    node.gap = 12;
    node.slot.row = row;
    node.columns = 4;
    const NodeId id = g.add(node);
    std::vector<NodeId> leaves;
    for (const double width : widths)
      leaves.push_back(g.add(leaf(id, key + std::to_string(leaves.size()), width, height)));
    leaves.push_back(id);
    return leaves;
  };
  card("tables", 0, {79}, 104);
  const auto buckets = card("buckets", 0, {76, 67, 62}, 91);
  s.origin = buckets[1];
  s.stores = buckets[3];
  card("messages", 1, {59, 70}, 91);
  card("functions", 1, {55, 66}, 91);
  card("safety", 2, {99, 54, 48, 76}, 91);
  const auto watching = card("watching", 3, {103, 96, 99}, 79);
  s.watch = watching[0];
  g.add(edge("w1", watching[0], watching[1], 2, 1));
  Node notes = block(s.wall, "notes", 376, 142);
  notes.role = Role::Annotation;
  notes.slot.row = 4;
  g.add(notes);
}

inline TwoZones two_zones() {
  TwoZones s;
  SizedGraph& g = s.graph;
  const NodeId root = SizedGraph::root();
  g[root].arrangement = Arrangement::Row;
  g[root].gap = 14;
  Node actors = container(root, "actors", Arrangement::Guide, {});
  actors.framed = false;
  const NodeId left = g.add(actors);
  s.users = g.add(leaf(left, "users", 48, 66));
  s.code = g.add(leaf(left, "code", 88, 75, 44));
  s.makers = g.add(leaf(left, "makers", 67, 66));

  Node cloud = container(root, "cloud", Arrangement::Row, {30, 12, 10, 9}, 71);
  cloud.gap = 12;
  const NodeId cloud_id = g.add(cloud);
  Node edge_column = container(cloud_id, "edge", Arrangement::Guide, {24, 0, 0, 0});
  edge_column.framed = false;
  edge_column.title = {0, 6, 102, 10};
  const NodeId edge_id = g.add(edge_column);
  s.entry = g.add(leaf(edge_id, "entry", 101, 91));
  s.roles = g.add(leaf(edge_id, "roles", 92, 104));

  Node region = container(cloud_id, "region", Arrangement::Row, {48, 12, 16, 12}, 97);
  region.gap = 18;
  region.slot.stretch = true;
  const NodeId region_id = g.add(region);
  Node delivery = container(region_id, "delivery", Arrangement::Column, {36, 12, 16, 12}, 32);
  delivery.gap = 29;
  s.build = g.add(delivery);
  std::vector<NodeId> steps;
  for (int i = 0; i < 4; ++i) steps.push_back(g.add(leaf(s.build, "step-" + std::to_string(i), 80, 61, 40)));

  Node net = container(region_id, "net", Arrangement::Zonal, {28, 20, 10, 20}, 87);
  net.slot.stretch = true;
  net.note = {55, 12};
  net.gap = 12;
  net.row_gap = 37;
  s.net = g.add(net);
  add_zones(s);
  add_wall(s, region_id);
  add_spaces(s);
  Node gateway = block(region_id, "gateway", 60, 66);
  gateway.anchor = {24, 0, 36, 36};
  gateway.spans = {s.net};
  gateway.border_of_span = Side::West;
  s.gateway = g.add(gateway);

  Node far = container(cloud_id, "far", Arrangement::Guide, {48, 12, 16, 12}, 69);
  far.slot.stretch = true;
  const NodeId far_id = g.add(far);
  s.copy = g.add(leaf(far_id, "copy", 58, 79));
  s.replica = g.add(leaf(far_id, "replica", 96, 79));

  g.add(edge("e1", s.users, s.entry, 4, 1));
  g.add(edge("e2", s.entry, s.gateway, 4, 1));
  g.add(edge("e3", s.gateway, s.balancer, 4));
  Edge origin = edge("e4", s.entry, s.origin, 2);
  origin.labels = {{{104, 10}}};
  g.add(origin);
  g.add(edge("d1", s.makers, s.code, 3, 1));
  g.add(edge("d2", s.code, steps[0], 3, 1));
  for (std::size_t i = 0; i < 3; ++i)
    g.add(edge("d" + std::to_string(i + 3), steps[i], steps[i + 1], 3, i < 2 ? 1 : 0));
  Edge deploy = edge("d6", steps[3], s.apps, 3, 1);
  deploy.labels = {{{39, 10}}};
  deploy.badges_at_target = 1;
  g.add(deploy);
  g.add(edge("x1", s.stores, s.copy, 2));
  g.add(edge("x2", s.pair[0], s.replica, 2));
  return s;
}

}  // namespace skydraft::layout::sample
