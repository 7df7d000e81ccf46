#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/overview/tiers.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

/// The zonal grid of a network (VISUAL sections 7 and 11.2 to 11.3).
namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using catalogue::Holds;
using catalogue::Scope;
using layout::NodeId;
using layout::Slot;

/// What stands in one tier, in the order of its lanes from top to bottom.
struct TierContent {
  std::vector<ComponentId> entries;   ///< load balancers: wide pills
  std::vector<ComponentId> zonal;     ///< one in each zone
  std::vector<ComponentId> scaled;    ///< groups that scale, across the zones
  std::vector<ComponentId> clusters;  ///< full-width bands
  std::vector<ComponentId> pairs;     ///< databases, one in each zone or one alone
  std::vector<ComponentId> pills;     ///< services of the whole network
  std::vector<ComponentId> frames;    ///< other boxes

  bool has_data() const { return !pairs.empty() || !pills.empty(); }
  bool has_bands() const { return !entries.empty() || !clusters.empty() || !pills.empty() || !frames.empty(); }
  bool has_zonal() const { return !zonal.empty() || !scaled.empty() || !pairs.empty(); }
};

constexpr std::size_t kMostStacked = 4;  // services of the whole network, one above the other
constexpr double kPillAspect = 1.3;      // pills are wider than high: more rows than columns

constexpr std::array kTiers = {SubnetTier::Public, SubnetTier::Private, SubnetTier::Data};

class NetworkBuilder {
 public:
  NetworkBuilder(Draft& draft, ComponentId network) : draft_(draft), survey_(draft.survey), network_(network) {
    zones_ = zones_of(survey_, network);
    if (zones_.empty()) zones_.push_back({});
    for (const model::Relation& r : survey_.model().relations()) {
      if (r.kind != model::RelationKind::Replicates || !is_standby(r.to)) continue;
      standbys_.try_emplace(r.from, r.to);
      primaries_.try_emplace(r.to, r.from);
    }
  }

  NodeId build(NodeId parent) {
    sort_contents();
    find_shared_tiers();
    add_frame(parent);
    for (const SubnetTier tier : kTiers) number_lanes(tier);
    add_zones();
    for (const SubnetTier tier : kTiers) fill_tier(tier);
    name_tiers();
    return frame_;
  }

 private:
  struct Lanes {
    int first = -1, last = -1;
    int entry = -1, zonal = -1, cluster = -1, data = -1;
    std::vector<int> scaled;
    bool shared = false;  ///< the tier is one box across the zones
    std::vector<std::pair<std::string_view, std::vector<NodeId>>> named;
  };

  TierContent& content(SubnetTier tier) { return contents_[static_cast<std::size_t>(tier)]; }
  Lanes& lanes(SubnetTier tier) { return lanes_[static_cast<std::size_t>(tier)]; }
  bool has_subnets(SubnetTier tier) const {
    return std::ranges::any_of(zones_, [&](const Zone& z) {
      return std::ranges::any_of(z.subnets, [&](ComponentId s) { return effective_tier(s) == tier; });
    });
  }
  SubnetTier effective_tier(ComponentId subnet) const {
    return tier_of_subnet(survey_, subnet).value_or(SubnetTier::Private);
  }

  SubnetTier tier_for(ComponentId id) const {
    if (const auto stated = stated_tier(survey_, id)) return *stated;
    const catalogue::Kind& kind = survey_.kind(id);
    const bool open = kind.category == Category::Network || kind.category == Category::Edge ||
                      contains_word(survey_[id].name, data::public_hosts());
    if (open && has_subnets(SubnetTier::Public) && !is_internal(id)) return SubnetTier::Public;
    if (is_store(id) && has_subnets(SubnetTier::Data)) return SubnetTier::Data;
    if (has_subnets(SubnetTier::Private)) return SubnetTier::Private;
    return has_subnets(SubnetTier::Data) ? SubnetTier::Data : SubnetTier::Public;
  }
  bool is_internal(ComponentId id) const { return contains_word(survey_[id].name, data::private_words()); }
  bool is_store(ComponentId id) const {
    return survey_.kind(id).category == Category::Database || survey_.kind(id).category == Category::Storage;
  }
  bool is_entry(ComponentId id) const {
    const catalogue::Kind& kind = survey_.kind(id);
    return kind.scope == Scope::Network && (kind.category == Category::Network || kind.category == Category::Edge) &&
           draft_.is_linked(id);
  }

  /// Everything inside the network that is no zone and no subnet, however deep it is stated.
  void sort_contents() {
    std::vector<ComponentId> open = {network_};
    for (std::size_t i = 0; i < open.size(); ++i)
      for (const ComponentId c : survey_.contents(open[i])) {
        if (survey_.part(c) == Part::Frame && (survey_.holds(c, Holds::Zone) || survey_.holds(c, Holds::Subnet)))
          open.push_back(c);
        else
          place(c);
      }
  }

  void place(ComponentId c) {
    const catalogue::Kind& kind = survey_.kind(c);
    if (is_gateway(c)) {
      gateways_.push_back(c);
      return;
    }
    TierContent& t = content(tier_for(c));
    if (kind.holds == Holds::Cluster)
      t.clusters.push_back(c);
    else if (survey_.part(c) == Part::Frame)
      t.frames.push_back(c);
    else if (kind.scope == Scope::Zonal && !survey_.scalers(c).empty() && zones_.size() > 1)
      t.scaled.push_back(c);
    else if (kind.scope == Scope::Zonal && is_store(c))
      t.pairs.push_back(c);
    else if (kind.scope == Scope::Zonal)
      t.zonal.push_back(c);
    else if (is_entry(c))
      t.entries.push_back(c);
    else
      t.pills.push_back(c);
  }

  /// A way out of the whole network, which stands on its border: no zone and no tier is its own.
  bool is_gateway(ComponentId c) const {
    const catalogue::Kind& kind = survey_.kind(c);
    return gateways_.empty() && kind.scope == Scope::Network && survey_.part(c) == Part::Node &&
           kind.id.ends_with("internet-gateway");
  }

  /// Where only services of the whole network stand in a tier, its subnets are one box across the zones that holds
  /// these: lines to them would otherwise run over subnets with nothing in them. A zone that is drawn keeps a subnet.
  void find_shared_tiers() {
    for (const SubnetTier tier : kTiers)
      lanes(tier).shared = has_subnets(tier) && content(tier).has_bands() && !content(tier).has_zonal();
    const bool empties_a_zone = std::ranges::any_of(zones_, [&](const Zone& zone) {
      return is_framed(zone) &&
             std::ranges::all_of(zone.subnets, [&](ComponentId s) { return lanes(effective_tier(s)).shared; });
    });
    // Stores below services in a single column that nobody names: boxes of both sorts would have other widths.
    const bool mixed = zones_.size() == 1 && !is_framed(zones_.front()) && has_subnets(SubnetTier::Data) &&
                       !lanes(SubnetTier::Data).shared;
    if (empties_a_zone || mixed || zones_.front().counted)
      for (const SubnetTier tier : kTiers) lanes(tier).shared = false;
  }

  bool is_framed(const Zone& zone) const {
    return (zone.component && survey_.is_drawn(*zone.component)) || !zone.name.empty();
  }

  void add_frame(NodeId parent) {
    Block block = frame_block(survey_, network_, Look::Network);
    block.node.arrangement = layout::Arrangement::Zonal;
    block.node.gap = kZoneGap;
    block.node.row_gap = kLaneGap;
    block.node.slot.stretch = true;
    frame_ = draft_.canvas.add(parent, std::move(block));
    for (const ComponentId g : gateways_) {
      Block gate = gateway(description_of(draft_, g), survey_.kind(g));
      sign(survey_, g, gate);
      gate.node.spans = {frame_};
      gate.node.border_of_span = layout::Side::West;
      draft_.canvas.add(parent, std::move(gate));
    }
  }

  void number_lanes(SubnetTier tier) {
    TierContent& t = content(tier);
    if (!has_subnets(tier) && t.entries.empty() && t.zonal.empty() && t.scaled.empty() && t.clusters.empty() &&
        t.frames.empty() && !t.has_data())
      return;
    Lanes& l = lanes(tier);
    l.first = next_lane_;
    if (l.shared) {
      l.last = l.entry = l.cluster = l.data = next_lane_++;
      return;
    }
    if (!t.entries.empty()) l.entry = next_lane_++;
    // What scales shares the lane of the zones' own members if it is the only such group: they stand at its sides.
    if (!t.zonal.empty() || !t.scaled.empty()) l.zonal = next_lane_++;
    for (std::size_t i = 0; i < t.scaled.size(); ++i) l.scaled.push_back(i == 0 ? l.zonal : next_lane_++);
    if (!t.clusters.empty() || !t.frames.empty()) l.cluster = next_lane_++;
    if (t.has_data()) l.data = next_lane_++;
    if (next_lane_ == l.first) ++next_lane_;
    l.last = next_lane_ - 1;
  }

  void add_zones() {
    for (std::size_t column = 0; column < zones_.size(); ++column) {
      const Zone& zone = zones_[column];
      Block block = plain(layout::Arrangement::Zonal);
      if (zone.component && survey_.is_drawn(*zone.component))
        block = frame_block(survey_, *zone.component, Look::Zone);
      else if (!zone.name.empty())
        block = frame(Look::Zone, {zone_label(zone.name), {}, {}}, {});
      if (block.node.key.empty()) block.node.key = fmt::format("{}-zone-{}", survey_[network_].slug, column + 1);
      block.node.slot.column = static_cast<int>(column);
      block.node.arrangement = layout::Arrangement::Zonal;
      block.node.row_gap = kLaneGap;
      zone_nodes_.push_back(draft_.canvas.add(frame_, std::move(block)));
      subnet_nodes_.push_back({});
      for (const SubnetTier tier : kTiers) add_subnet(column, tier);
    }
  }

  static std::string zone_label(const std::string& name) {
    return letters(name) <= 2 ? fmt::format("Zone {}", name) : upper_first(name);
  }

  void add_subnet(std::size_t column, SubnetTier tier) {
    const Lanes& l = lanes(tier);
    std::vector<ComponentId> subnets = zones_[column].subnets;
    std::erase_if(subnets, [&](ComponentId s) { return effective_tier(s) != tier; });
    if (subnets.empty() || l.first < 0 || l.shared) return;
    // Several subnets of one tier in one zone share a box: its rows cannot be told apart.
    Block block = zones_[column].counted ? part_of_subnet(subnets.front(), column) : subnet_block(subnets);
    block.node.arrangement = layout::Arrangement::Zonal;
    block.node.row_gap = kLaneGap;
    block.node.slot.row = l.first;
    block.node.slot.last_row = l.last;
    subnet_nodes_[column][tier] = draft_.canvas.add(zone_nodes_[column], std::move(block));
  }

  /// "Public subnets ×2" over two zones: the one of them in this zone.
  Block part_of_subnet(ComponentId subnet, std::size_t column) const {
    const std::string name = describe_frame(survey_[subnet], survey_.kind(subnet)).name;
    Block block = frame(look_of(survey_, subnet), {singular(name), {}, {}}, icon_of(survey_.kind(subnet)));
    sign(survey_, subnet, block);
    block.node.key += fmt::format("-zone-{}", column + 1);
    return block;
  }

  /// One box for one or more subnets, with the names of all.
  Block subnet_block(const std::vector<ComponentId>& subnets) const {
    const ComponentId first = subnets.front();
    if (subnets.size() == 1) return frame_block(survey_, first, look_of(survey_, first));
    constexpr std::size_t kMostNames = 3;
    FrameText text;
    const auto append = [](std::string& line, const std::string& more) {
      if (!more.empty()) line += (line.empty() ? "" : " · ") + more;
    };
    for (std::size_t i = 0; i < std::min(subnets.size(), kMostNames); ++i) {
      const model::Component& subnet = survey_[subnets[i]];
      append(text.label, describe_frame(subnet, survey_.kind(subnets[i])).name);
      if (const model::Attribute* cidr = subnet.attribute("cidr"))
        append(text.note, without_brackets(text_of(cidr->value)));
    }
    if (subnets.size() > kMostNames) append(text.label, fmt::format("{} more", subnets.size() - kMostNames));
    Block block = frame(look_of(survey_, first), text, icon_of(survey_.kind(first)));
    sign(survey_, first, block);
    for (std::size_t i = 1; i < subnets.size(); ++i) {
      block.dress.components.push_back(subnets[i]);
      block.dress.tooltip += "\n\n" + tooltip_of(survey_[subnets[i]], survey_.kind(subnets[i]));
    }
    return block;
  }

  /// The subnets of a shared tier as one band, in which its services are stacked.
  NodeId add_shared_tier(SubnetTier tier) {
    std::vector<ComponentId> subnets;
    for (const Zone& zone : zones_)
      for (const ComponentId s : zone.subnets)
        if (effective_tier(s) == tier && std::ranges::find(subnets, s) == subnets.end()) subnets.push_back(s);
    Block block = subnet_block(subnets);
    block.node.slot = band(lanes(tier).first, true);
    block.node.arrangement = layout::Arrangement::Column;
    block.node.gap = block.node.row_gap = kLaneGap;
    block.node.spans = zone_nodes_;
    return draft_.canvas.add(frame_, std::move(block));
  }

  NodeId place_in(std::size_t column, SubnetTier tier) const {
    const auto it = subnet_nodes_[column].find(tier);
    return it == subnet_nodes_[column].end() ? zone_nodes_[column] : it->second;
  }

  void fill_tier(SubnetTier tier) {
    const TierContent& t = content(tier);
    Lanes& l = lanes(tier);
    std::vector<NodeId> compute, stores;
    const NodeId holder = l.shared ? add_shared_tier(tier) : frame_;
    for (const ComponentId c : t.entries) compute.push_back(add_pill(holder, c, l.entry, true));
    for (const ComponentId c : t.zonal)
      for (const NodeId n : add_zonal(c, tier, l.zonal)) compute.push_back(n);
    for (std::size_t i = 0; i < t.scaled.size(); ++i) compute.push_back(add_scaling_group(t.scaled[i], l.scaled[i]));
    for (const ComponentId c : t.clusters)
      compute.push_back(build_cluster(draft_, holder, c, band(l.cluster, true), static_cast<int>(zones_.size())));
    for (const ComponentId c : t.frames) compute.push_back(build_frame(draft_, holder, c, band(l.cluster, false)));
    for (const ComponentId c : t.pairs)
      for (const NodeId n : add_pair(c, tier, l.data)) stores.push_back(n);
    if (t.pills.size() > kMostStacked)
      stores.push_back(add_shelf(holder, t.pills, l.data));
    else
      for (const ComponentId c : t.pills) stores.push_back(add_pill(holder, c, l.data, false));
    const bool data_only = tier == SubnetTier::Data;
    if (!compute.empty())
      l.named.push_back({tier == SubnetTier::Public ? "PUBLIC TIER"
                         : data_only                ? "DATA TIER"
                                                    : "APPLICATION TIER",
                         compute});
    if (!stores.empty()) {
      const bool all_data = std::ranges::any_of(t.pairs, [&](ComponentId) { return true; }) ||
                            std::ranges::all_of(t.pills, [&](ComponentId p) { return is_store(p); });
      if (all_data) l.named.push_back({"DATA TIER", stores});
    }
  }

  static Slot band(int lane, bool stretch) {
    Slot slot;
    slot.row = lane;
    slot.stretch = stretch;
    return slot;
  }

  NodeId add_pill(NodeId holder, ComponentId c, int lane, bool wide) {
    Block block =
        pill(description_of(draft_, c), survey_.kind(c), wide ? kEntryPillHeight : kPillHeight, kNarrowPill, wide);
    sign(survey_, c, block);
    block.node.slot = band(lane, wide);
    if (holder == frame_) block.node.spans = zone_nodes_;
    return draft_.canvas.add(holder, std::move(block));
  }

  /// More services than one would stack stand side by side.
  NodeId add_shelf(NodeId holder, const std::vector<ComponentId>& services, int lane) {
    Block block = plain(layout::Arrangement::Grid);
    block.node.key = survey_[services.front()].slug + "-shelf";
    block.node.slot = band(lane, false);
    block.node.gap = block.node.row_gap = kLaneGap;
    block.node.columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(services.size())) / kPillAspect));
    if (holder == frame_) block.node.spans = zone_nodes_;
    const NodeId shelf = draft_.canvas.add(holder, std::move(block));
    for (const ComponentId c : services) add_pill(shelf, c, -1, false);
    return shelf;
  }

  /// The zones that something stands in: those of the subnets it names, else all.
  std::vector<std::size_t> columns_of(ComponentId c) const {
    std::vector<std::size_t> columns;
    const auto in = [&](ComponentId place) {
      for (std::size_t z = 0; z < zones_.size(); ++z)
        if (zones_[z].component == place || std::ranges::find(zones_[z].subnets, place) != zones_[z].subnets.end())
          if (std::ranges::find(columns, z) == columns.end()) columns.push_back(z);
    };
    for (const ComponentId over : survey_[c].spans) in(over);
    if (const auto home = survey_.home(c); columns.empty() && home && *home != network_) in(*home);
    if (const model::Attribute* az = survey_[c].attribute("az"); columns.empty() && az != nullptr)
      for (std::size_t z = 0; z < zones_.size(); ++z)
        if (zones_[z].name == text_of(az->value)) columns.push_back(z);
    if (columns.empty())
      for (std::size_t z = 0; z < zones_.size(); ++z) columns.push_back(z);
    std::ranges::sort(columns);
    return columns;
  }

  std::vector<NodeId> add_zonal(ComponentId c, SubnetTier tier, int lane) {
    std::vector<NodeId> nodes;
    for (const std::size_t column : columns_of(c)) {
      Slot slot;
      slot.row = lane;
      nodes.push_back(add_node(draft_, place_in(column, tier), c, kZoneStyle, slot));
    }
    return nodes;
  }

  NodeId add_scaling_group(ComponentId c, int lane) {
    Block box = frame(Look::ScalingGroup, {}, {});
    box.node.key = survey_[c].slug + "-group";
    box.node.slot = band(lane, false);
    box.node.arrangement = layout::Arrangement::Row;
    box.node.spans = zone_nodes_;
    box.dress.components = survey_.scalers(c);
    const ComponentId scaler = survey_.scalers(c).front();
    box.dress.kind = survey_[scaler].kind;
    box.dress.category = std::string(key_of(survey_.kind(scaler).category));
    box.dress.tooltip = tooltip_of(survey_[scaler], survey_.kind(scaler));
    const NodeId group = draft_.canvas.add(frame_, std::move(box));
    for (const std::size_t column : columns_of(c)) {
      Slot slot;
      slot.column = static_cast<int>(column);
      add_node(draft_, group, c, kZoneStyle, slot);
    }
    Description text{std::string(survey_.kind(scaler).short_name), {}};
    if (const std::string how = purpose_of(survey_[scaler], 4); !how.empty()) text.facts.push_back({how, false});
    Block middle = caption(text, icon_of(survey_.kind(scaler)), std::string(key_of(survey_.kind(scaler).category)));
    middle.node.key = survey_[c].slug + "-caption";
    draft_.canvas.add(group, std::move(middle));
    draft_.canvas.stand_for(c, group);
    return group;
  }

  /// A database with a standby stands in two zones, joined by its replication; one without stands in the first. The
  /// standby is a component of its own where the model has one.
  std::vector<NodeId> add_pair(ComponentId c, SubnetTier tier, int lane) {
    if (is_standby(c) && primary_of(c)) return {};
    const auto standby = standby_of(c);
    std::vector<std::size_t> columns = columns_of(c);
    const model::Attribute* multi = survey_[c].attribute("multi_az");
    const bool paired = standby || (multi != nullptr && multi->value != model::Value(false));
    columns.resize(std::min<std::size_t>(columns.size(), paired ? 2 : 1));
    if (columns.size() == 1 && standby) columns.push_back(columns.front());  // zones unknown: beside it
    std::vector<NodeId> nodes;
    for (const std::size_t column : columns) {
      const bool first = nodes.empty();
      Block block =
          columns.size() < 2 ? node_block(draft_, c, kZoneStyle) : block_with_role(c, first ? "primary" : "standby");
      if (!first && standby) {
        sign(survey_, *standby, block);
        block.dress.tooltip += "\n\n" + tooltip_of(survey_[c], survey_.kind(c));
      }
      block.node.slot.row = lane;
      nodes.push_back(draft_.canvas.add(place_in(column, tier), std::move(block)));
    }
    if (nodes.size() == 2 && !standby) add_sync(c, nodes);
    return nodes;
  }

  bool is_standby(ComponentId c) const {
    const model::Attribute* role = survey_[c].attribute("role");
    return role != nullptr && text_of(role->value) == "standby";
  }
  static std::optional<ComponentId> look_up(const std::map<ComponentId, ComponentId>& pairs, ComponentId c) {
    const auto it = pairs.find(c);
    return it == pairs.end() ? std::nullopt : std::optional(it->second);
  }
  std::optional<ComponentId> standby_of(ComponentId c) const { return look_up(standbys_, c); }
  std::optional<ComponentId> primary_of(ComponentId c) const { return look_up(primaries_, c); }

  void add_sync(ComponentId c, const std::vector<NodeId>& nodes) {
    layout::Edge edge;
    edge.key = survey_[c].slug + "-sync";
    edge.from = nodes[0];
    edge.to = nodes[1];
    edge.weight = 2;
    edge.rank = 5;
    EdgeDress dress;
    dress.strand = Strand::Replication;
    dress.labels = {"Multi-AZ sync"};
    dress.label_font = kEdgeFont;
    edge.labels = {{{std::ceil(typeset::width(dress.labels[0], kEdgeFont)), 13}}};
    draft_.canvas.add(std::move(edge), std::move(dress));
  }

  Block block_with_role(ComponentId c, const std::string& role) const {
    Description what = description_of(draft_, c);
    const std::string size = size_of(survey_[c]);
    what.facts = {{size.empty() ? role : fmt::format("{} · {}", role, size), false}};
    Block block = icon_node(what, survey_.kind(c), kZoneStyle);
    sign(survey_, c, block);
    if (role == "standby") block.node.key += "-standby";
    return block;
  }

  void name_tiers() {
    for (Lanes& l : lanes_)
      for (auto& [text, members] : l.named)
        draft_.canvas.dress(frame_).tiers.push_back({std::string(text), std::move(members)});
  }

  Draft& draft_;
  const Survey& survey_;
  ComponentId network_;
  std::vector<Zone> zones_;
  std::map<ComponentId, ComponentId> standbys_, primaries_;
  std::array<TierContent, 3> contents_;
  std::array<Lanes, 3> lanes_;
  std::vector<ComponentId> gateways_;
  std::vector<NodeId> zone_nodes_;
  std::vector<std::map<SubnetTier, NodeId>> subnet_nodes_;
  NodeId frame_{};
  int next_lane_ = 0;
};

}  // namespace

NodeId build_zonal_network(Draft& draft, NodeId parent, ComponentId network) {
  return NetworkBuilder(draft, network).build(parent);
}

}  // namespace skydraft::view::overview
