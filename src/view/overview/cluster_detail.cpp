#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/overview/cluster_parts.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using catalogue::Holds;
using catalogue::Scope;
using layout::Arrangement;
using layout::NodeId;

/// What other views merge into one node named "Configuration": the fold's title; "" for everything else.
std::string_view setting_title(const Survey& survey, ComponentId c) {
  const data::Fold* fold = fold_of(survey.kind(c));
  return fold != nullptr && fold->as == data::FoldAs::Merge ? fold->title : std::string_view{};
}

/// It runs what the cluster is for; a controller serves the cluster itself.
bool is_workload(const Survey& survey, ComponentId c) {
  const catalogue::Kind& kind = survey.kind(c);
  return survey.part(c) == Part::Node && kind.category == Category::Container && kind.scope == Scope::Cluster &&
         !kind.id.ends_with("controller");
}

bool runs_on_every_node(const Survey& survey, ComponentId c) {
  const model::Attribute* type = survey[c].attribute("type");
  return survey.kind(c).id == "k8s.daemonset" || (type != nullptr && lower(text_of(type->value)) == "daemonset");
}

struct ZoneOfCluster {
  ComponentId zone;
  std::vector<ComponentId> subnets;
};

/// The zones that a cluster or its machines are said to lie in, by themselves or by their subnets.
std::vector<ZoneOfCluster> zones_of_cluster(const Survey& survey, ComponentId cluster,
                                            const std::vector<ComponentId>& pools) {
  std::vector<ZoneOfCluster> zones;
  const auto zone_at = [&](ComponentId zone) -> ZoneOfCluster& {
    const auto it = std::ranges::find(zones, zone, &ZoneOfCluster::zone);
    return it != zones.end() ? *it : zones.emplace_back(ZoneOfCluster{zone, {}});
  };
  std::vector<ComponentId> places = survey[cluster].spans;
  for (const ComponentId pool : pools)
    places.insert(places.end(), survey[pool].spans.begin(), survey[pool].spans.end());
  for (const ComponentId place : places) {
    const auto above = survey[place].parent;
    if (survey.holds(place, Holds::Zone))
      zone_at(place);
    else if (survey.holds(place, Holds::Subnet) && above && survey.holds(*above, Holds::Zone))
      if (auto& subnets = zone_at(*above).subnets; std::ranges::find(subnets, place) == subnets.end())
        subnets.push_back(place);
  }
  return zones;
}

/// The members of a namespace whose requests pass through services to workloads, by the column they stand in.
struct Stages {
  std::vector<ComponentId> entries, services, workloads, settings, others;
  std::optional<ComponentId> scaler;  ///< of all workloads: a note in the header of their box
};

class DetailBuilder {
 public:
  DetailBuilder(Draft& draft, NodeId frame, const ClusterContents& contents)
      : draft_(draft), survey_(draft.survey), frame_(frame), contents_(contents) {}

  void build() {
    set(frame_, Arrangement::Column, kLayerGap / 2);
    for (const bool application : {true, false}) add_row(application);
    if (!contents_.loose.empty())
      build_layered(draft_, add_plain(frame_, Arrangement::Layered, "others"), contents_.loose, false);
    add_machines();
  }

 private:
  void set(NodeId id, Arrangement arrangement, double gap) {
    layout::Node& node = draft_.canvas.node(id);
    node.arrangement = arrangement;
    node.gap = node.row_gap = gap;
  }

  NodeId add_plain(NodeId parent, Arrangement arrangement, std::string_view name) {
    Block block = plain(arrangement);
    block.node.key = fmt::format("{}-{}", survey_[contents_.cluster].slug, name);
    return draft_.canvas.add(parent, std::move(block));
  }

  /// Boxes in one row that fills the width of the cluster.
  NodeId add_shelf(std::string_view name, double gap) {
    const NodeId shelf = add_plain(frame_, Arrangement::Wall, name);
    set(shelf, Arrangement::Wall, gap);
    draft_.canvas.node(shelf).slot.stretch = true;
    return shelf;
  }

  void add_row(bool application) {
    std::vector<Space> row;
    for (const Space& space : contents_.spaces)
      if ((rank_of_namespace(survey_[space.first].name) == NamespaceRank::Application) == application)
        row.push_back(space);
    if (row.empty()) return;
    NodeId parent = frame_;
    if (row.size() > 1) parent = add_shelf(application ? "applications" : "services", kLayerGap / 3);
    for (const auto& [space, members] : row) {
      layout::Slot slot;
      slot.row = row.size() > 1 ? 0 : -1;
      slot.stretch = true;
      if (members.empty()) {
        add_node(draft_, parent, space, kClusterStyle, {});
        continue;
      }
      Block block = frame_block(survey_, space, Look::Namespace);
      block.node.slot = slot;
      fill_namespace(draft_.canvas.add(parent, std::move(block)), space, members);
    }
  }

  bool leads(ComponentId from, const std::vector<ComponentId>& to) const {
    return std::ranges::any_of(draft_.links.links, [&](const Link& link) {
      return link.from == from && std::ranges::find(to, link.to) != to.end();
    });
  }

  Stages stages_of(const std::vector<ComponentId>& members) const {
    Stages stages;
    std::vector<ComponentId> fronts;
    for (const ComponentId c : members) {
      const data::Fold* fold = fold_of(survey_.kind(c));
      const bool alone = survey_.part(c) == Part::Node && !draft_.is_linked(c);
      if (alone && !setting_title(survey_, c).empty())
        stages.settings.push_back(c);
      else if (alone && fold != nullptr && fold->as == data::FoldAs::Scaling && !stages.scaler)
        stages.scaler = c;
      else if (is_workload(survey_, c))
        stages.workloads.push_back(c);
      else if (survey_.part(c) == Part::Node && routes_to_others(survey_, c))
        fronts.push_back(c);
      else
        stages.others.push_back(c);
    }
    std::vector<ComponentId> rest;
    for (const ComponentId c : fronts) (leads(c, stages.workloads) ? stages.services : rest).push_back(c);
    for (const ComponentId c : rest) (leads(c, stages.services) ? stages.entries : stages.others).push_back(c);
    stages.workloads = by_calls(std::move(stages.workloads));
    return stages;
  }

  /// Workloads stand under each other where few of them call each other; else they need layers of their own.
  bool is_chain(const Stages& stages) const {
    constexpr std::size_t kMostOthers = 4;
    const auto& workloads = stages.workloads;
    const auto calls = std::ranges::count_if(draft_.links.links, [&](const Link& link) {
      return std::ranges::find(workloads, link.from) != workloads.end() &&
             std::ranges::find(workloads, link.to) != workloads.end();
    });
    return workloads.size() > 1 && !stages.services.empty() && stages.others.size() <= kMostOthers &&
           2 * static_cast<std::size_t>(calls) <= workloads.size();
  }

  void fill_namespace(NodeId box, ComponentId space, const std::vector<ComponentId>& members) {
    const Stages stages = stages_of(members);
    if (is_chain(stages)) {
      add_chain(box, space, stages);
      return;
    }
    std::vector<ComponentId> workloads;
    for (const ComponentId c : members)
      if (std::ranges::find(stages.settings, c) == stages.settings.end()) workloads.push_back(c);
    if (stages.settings.size() < 2 || workloads.empty()) {
      build_layered(draft_, box, members, false);
      return;
    }
    set(box, Arrangement::Column, kCardGap);
    Block flow = plain(Arrangement::Layered);
    flow.node.key = survey_[space].slug + "-workloads";
    build_layered(draft_, draft_.canvas.add(box, std::move(flow)), workloads, false);
    add_settings(box, space, stages.settings);
  }

  /// From left to right: what requests come in by, services, workloads, the rest; each on the line of what it leads to.
  void add_chain(NodeId box, ComponentId space, const Stages& stages) {
    set(box, Arrangement::Row, kLayerGap);
    add_guide(box, space, "entries", stages.entries, {});
    add_guide(box, space, "services", by_target(stages), stages.settings);
    add_workloads(box, space, stages);
    add_guide(box, space, "others", stages.others, {});
  }

  /// Services in the order of the workloads behind them.
  std::vector<ComponentId> by_target(const Stages& stages) const {
    std::vector<ComponentId> order;
    for (const ComponentId w : stages.workloads)
      for (const ComponentId s : stages.services)
        if (leads(s, {w}) && std::ranges::find(order, s) == order.end()) order.push_back(s);
    return order;
  }

  void add_guide(NodeId box, ComponentId space, std::string_view name, const std::vector<ComponentId>& members,
                 const std::vector<ComponentId>& settings) {
    if (members.empty() && settings.empty()) return;
    Block block = plain(Arrangement::Guide);
    block.node.key = fmt::format("{}-{}", survey_[space].slug, name);
    const NodeId guide = draft_.canvas.add(box, std::move(block));
    set(guide, Arrangement::Guide, 2 * kNodeGap);
    for (const ComponentId c : members) {
      if (survey_.part(c) == Part::Frame)
        build_frame(draft_, guide, c);
      else
        add_node(draft_, guide, c, IconStyle{});
    }
    if (settings.size() == 1) add_node(draft_, guide, settings.front(), IconStyle{});
    if (settings.size() > 1) add_settings(guide, space, settings);
  }

  /// What configures workloads, if nothing says which, stands in a box of its own (VISUAL section 5).
  void add_settings(NodeId parent, ComponentId space, const std::vector<ComponentId>& settings) {
    constexpr std::size_t kMostColumns = 4;
    Block card = frame(Look::Group, {std::string(setting_title(survey_, settings.front())), {}, {}}, "glyph/config");
    card.node.key = survey_[space].slug + "-configuration";
    const NodeId id = draft_.canvas.add(parent, std::move(card));
    set(id, Arrangement::Grid, kNodeGap);
    draft_.canvas.node(id).columns = static_cast<int>(std::min(settings.size(), kMostColumns));
    for (const ComponentId c : settings) add_node(draft_, id, c, IconStyle{});
  }

  /// In one box, with the note of what scales them in its header.
  void add_workloads(NodeId parent, ComponentId space, const Stages& stages) {
    const bool alike = std::ranges::all_of(
        stages.workloads, [&](ComponentId c) { return &survey_.kind(c) == &survey_.kind(stages.workloads.front()); });
    FrameText text{alike ? fmt::format("{}s", survey_.kind(stages.workloads.front()).short_name) : "Workloads", {}, {}};
    if (stages.scaler) text.note = note_of_scaler(survey_, *stages.scaler);
    Block box = frame(Look::Group, text, stages.scaler ? icon_of(survey_.kind(*stages.scaler)) : std::string());
    if (stages.scaler) {
      box.dress.components = {*stages.scaler};
      box.dress.tooltip = tooltip_of(survey_[*stages.scaler], survey_.kind(*stages.scaler));
    }
    box.node.key = survey_[space].slug + "-running";
    const NodeId id = draft_.canvas.add(parent, std::move(box));
    set(id, Arrangement::Column, kLayerGap / 3);
    std::vector<Block> blocks;
    for (const ComponentId c : stages.workloads) blocks.push_back(node_block(draft_, c, kClusterStyle));
    align_workloads(blocks);
    for (Block& block : blocks) draft_.canvas.add(id, std::move(block));
  }

  /// Who calls stands above whom it calls; what neither calls nor is called comes last.
  std::vector<ComponentId> by_calls(std::vector<ComponentId> workloads) const {
    const auto rank = [&](ComponentId c) {
      if (leads(c, workloads)) return 0;
      return draft_.is_linked(c) ? 1 : 2;
    };
    std::ranges::stable_sort(workloads, {}, rank);
    return workloads;
  }

  void add_machines() {
    if (!shows_machines(survey_, contents_.cluster, contents_.pools)) return;
    const NodeId shelf = add_shelf("machines", kZoneGap);
    for (const ZoneOfCluster& zone : zones_of_cluster(survey_, contents_.cluster, contents_.pools)) {
      FrameText text{describe_frame(survey_[zone.zone], survey_.kind(zone.zone)).name, {}, {}};
      for (const ComponentId s : zone.subnets) {
        text.note += (text.note.empty() ? "" : " · ") + survey_[s].name;
        if (const model::Attribute* cidr = survey_[s].attribute("cidr"))
          text.note += " " + without_brackets(text_of(cidr->value));
      }
      Block block = frame(Look::Zone, text, {});
      sign(survey_, zone.zone, block);
      block.node.slot.row = 0;
      const NodeId id = draft_.canvas.add(shelf, std::move(block));
      set(id, Arrangement::Grid, kLayerGap);
      for (const ComponentId pool : contents_.pools) add_node(draft_, id, pool, IconStyle{});
      for (const Space& space : contents_.spaces)
        for (const ComponentId c : space.second)
          if (runs_on_every_node(survey_, c)) add_pod(id, c);
    }
  }

  void add_pod(NodeId zone, ComponentId c) {
    Description what = description_of(draft_, c);
    what.name += " pod";
    what.facts = {{"on every node", false}};
    Block block = icon_node(what, survey_.kind(c), kClusterStyle);
    sign(survey_, c, block);
    draft_.canvas.add(zone, std::move(block));
  }

  Draft& draft_;
  const Survey& survey_;
  NodeId frame_;
  const ClusterContents& contents_;
};

}  // namespace

bool shows_machines(const Survey& survey, ComponentId cluster, const std::vector<ComponentId>& pools) {
  constexpr std::size_t kMostZones = 3, kMostPools = 4;
  const std::size_t zones = zones_of_cluster(survey, cluster, pools).size();
  return !pools.empty() && pools.size() <= kMostPools && zones > 1 && zones <= kMostZones;
}

void fill_in_detail(Draft& draft, NodeId frame, const ClusterContents& contents) {
  DetailBuilder(draft, frame, contents).build();
}

}  // namespace skydraft::view::overview
