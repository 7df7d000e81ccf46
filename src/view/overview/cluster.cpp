#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/overview/cluster_parts.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

/// Clusters and namespaces (VISUAL sections 11.4 and 11.5).
namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using catalogue::Holds;
using layout::NodeId;
using layout::Slot;

class ClusterBuilder {
 public:
  ClusterBuilder(Draft& draft, ComponentId cluster) : draft_(draft), survey_(draft.survey), cluster_(cluster) {}

  NodeId build(NodeId parent, Slot slot, int zones) {
    sort_contents();
    Block block = frame_block(survey_, cluster_, Look::Cluster);
    if (survey_.selection() != nullptr && survey_.contents(cluster_).empty()) block = frame_of_closed();
    block.node.slot = slot;
    block.node.arrangement = layout::Arrangement::Row;
    block.node.gap = kNamespaceGap;
    frame_ = draft_.canvas.add(parent, std::move(block));
    if (!survey_.in_detail() || !shows_machines(survey_, cluster_, pools_)) add_chips(zones);
    if (survey_.in_detail()) {
      fill_in_detail(draft_, frame_, {cluster_, spaces_, pools_, loose_});
      return frame_;
    }
    for (const auto& [space, members] : spaces_) add_namespace(space, members);
    add_loose();
    return frame_;
  }

 private:
  /// The cluster as one thing among others: what runs in it is another view's subject.
  Block frame_of_closed() const {
    const Description what = describe_frame(survey_[cluster_], survey_.kind(cluster_));
    const std::string placeholder = what.facts.empty() ? std::string() : what.facts.front().text;
    Block block =
        frame(Look::Cluster, {what.name, placeholder, "workloads not shown"}, icon_of(survey_.kind(cluster_)));
    sign(survey_, cluster_, block);
    return block;
  }

  void sort_contents() {
    std::vector<ComponentId> names, others;
    for (const ComponentId c : survey_.contents(cluster_)) {
      if (survey_.holds(c, Holds::Namespace))
        names.push_back(c);
      else if (is_node_pool(c))
        pools_.push_back(c);
      else
        others.push_back(c);
    }
    std::ranges::stable_sort(names, {}, [&](ComponentId n) { return rank_of_namespace(survey_[n].name); });
    for (const ComponentId n : names) spaces_.emplace_back(n, survey_.contents(n));
    for (const ComponentId c : others) {
      auto* space = space_for(c);
      (space != nullptr ? space->second : loose_).push_back(c);
    }
  }

  /// Machines of the cluster: told by chips in its header.
  bool is_node_pool(ComponentId c) const {
    return survey_.part(c) == Part::Node && survey_.kind(c).category == Category::Compute && !draft_.is_linked(c);
  }

  /// A member that states no namespace stands in the only one that fits what it is.
  Space* space_for(ComponentId c) {
    const NamespaceRank wanted =
        survey_.kind(c).category == Category::Observability ? NamespaceRank::Observability
        : contains_word(survey_.kind(c).id, data::system_namespaces()) || survey_.kind(c).id.ends_with("controller")
            ? NamespaceRank::System
            : NamespaceRank::Application;
    Space* found = nullptr;
    for (auto& space : spaces_) {
      if (rank_of_namespace(survey_[space.first].name) != wanted) continue;
      if (found != nullptr) return wanted == NamespaceRank::Application ? found : nullptr;
      found = &space;
    }
    return found;
  }

  void add_chips(int zones) {
    constexpr std::size_t kMostChips = 4;
    std::size_t used = 0;
    for (const ComponentId pool : pools_)
      for (int zone = 0; zone < (pools_.size() == 1 ? zones : 1) && used < kMostChips; ++zone, ++used) {
        Description what = description_of(draft_, pool);
        if (const std::string size = size_of(survey_[pool]); !size.empty()) what.facts = {{size, false}};
        what.name = typeset::fit(what.name, kChipFont, 110);
        Block block = chip(what, survey_.kind(pool));
        sign(survey_, pool, block);
        block.node.slot.in_header = true;
        block.node.slot.column = pools_.size() == 1 ? zone : static_cast<int>(used);
        draft_.canvas.add(frame_, std::move(block));
      }
    // More pools than chips: the last chip stands for the rest.
    for (std::size_t i = used; i < pools_.size(); ++i)
      if (const auto last = draft_.canvas.shown(pools_[used - 1])) {
        draft_.canvas.dress(*last).components.push_back(pools_[i]);
        draft_.canvas.stand_for(pools_[i], *last);
      }
  }

  std::string scaling_note(const std::vector<ComponentId>& members) const {
    for (const ComponentId m : members)
      for (const ComponentId s : survey_.scalers(m)) return note_of_scaler(survey_, s);
    // An autoscaler that names nothing scales what runs in the application's namespace.
    for (std::uint32_t i = 0; i < survey_.model().components().size(); ++i)
      if (survey_.part({i}) == Part::Scaling && survey_.is_inside({i}, cluster_)) return note_of_scaler(survey_, {i});
    return {};
  }

  void add_namespace(ComponentId space, const std::vector<ComponentId>& members) {
    Block block = frame_block(survey_, space, Look::Namespace);
    const bool application = rank_of_namespace(survey_[space].name) == NamespaceRank::Application;
    if (const std::string note = application && !noted_ ? scaling_note(members) : std::string(); !note.empty()) {
      Block noted = frame(Look::Namespace, {survey_[space].name, {}, note}, icon_of(survey_.kind(space)));
      sign(survey_, space, noted);
      block = std::move(noted);
      noted_ = true;
    }
    if (members.empty()) {  // an empty box says nothing: the namespace is a node
      add_node(draft_, frame_, space, kClusterStyle);
      return;
    }
    // One with edges only to its left or right neighbour keeps its natural height; its free lower half is a corridor.
    block.node.slot.stretch = application;
    fill_grid(draft_.canvas.add(frame_, std::move(block)), members);
  }

  /// Row 0: what routes, in the order of the flow. Row 1: each workload under the service that leads to it.
  void fill_grid(NodeId box, const std::vector<ComponentId>& members) {
    layout::Node& node = draft_.canvas.node(box);
    node.arrangement = layout::Arrangement::Grid;
    node.gap = kNodeGap;
    node.row_gap = kNodeGap;
    std::vector<ComponentId> front, back;
    for (const ComponentId c : members) {
      if (survey_.part(c) == Part::Frame)
        build_frame(draft_, box, c);
      else
        (routes_to_others(survey_, c) ? front : back).push_back(c);
    }
    if (front.empty() || back.empty()) {
      add_chain(box, members);
      return;
    }
    sort_by_flow(front);
    const std::map<ComponentId, int> columns = columns_of(front, back);
    for (const auto& [c, column] : columns) {
      Slot slot;
      slot.row = routes_to_others(survey_, c) ? 0 : 1;
      slot.column = column;
      add_node(draft_, box, c, kClusterStyle, slot);
    }
    // Anew, for adding nodes moves them.
    draft_.canvas.node(box).gap = chain_gap(front);
    draft_.canvas.node(box).row_gap = kNodeGap + room_for_badges(columns);
  }

  std::map<ComponentId, int> columns_of(const std::vector<ComponentId>& front,
                                        const std::vector<ComponentId>& back) const {
    std::map<ComponentId, int> columns;
    std::map<int, ComponentId> taken;
    for (std::size_t i = 0; i < front.size(); ++i) columns[front[i]] = static_cast<int>(i);
    for (const Link& link : draft_.links.links) {
      const auto service = columns.find(link.from);
      const bool workload = std::ranges::find(back, link.to) != back.end() && !columns.contains(link.to);
      if (service != columns.end() && routes_to_others(survey_, link.from) && workload &&
          taken.try_emplace(service->second, link.to).second)
        columns[link.to] = service->second;
    }
    int free = 0;
    for (const ComponentId c : back) {
      if (columns.contains(c)) continue;
      while (taken.contains(free)) ++free;
      taken[free] = c;
      columns[c] = free;
    }
    return columns;
  }

  /// First what numbered steps enter, then along the links.
  void sort_by_flow(std::vector<ComponentId>& front) const {
    std::map<ComponentId, int> first_step;
    for (const Link& link : draft_.links.links)
      if (link.strand == Strand::User && !link.steps.empty())
        for (const ComponentId end : {link.from, link.to}) {
          const int at = 2 * link.steps.front() + (end == link.to ? 1 : 0);
          const auto [it, is_new] = first_step.try_emplace(end, at);
          if (!is_new) it->second = std::min(it->second, at);
        }
    const auto order = [&](ComponentId c) {
      const auto it = first_step.find(c);
      if (it != first_step.end()) return it->second;
      const bool leads = std::ranges::any_of(draft_.links.links, [&](const Link& l) {
        return l.from == c && std::ranges::find(front, l.to) != front.end();
      });
      return leads ? 1000 : 2000;
    };
    std::map<ComponentId, int> keys;
    for (const ComponentId c : front) keys[c] = order(c);
    std::ranges::stable_sort(front, {}, [&](ComponentId c) { return keys.at(c); });
  }

  /// Numbers on the way between a service and its workload need a place between the rows.
  double room_for_badges(const std::map<ComponentId, int>& columns) const {
    std::size_t most = 0;
    for (const Link& link : draft_.links.links) {
      const auto from = columns.find(link.from), to = columns.find(link.to);
      if (from == columns.end() || to == columns.end() || from->second != to->second) continue;
      if (routes_to_others(survey_, link.from) != routes_to_others(survey_, link.to))
        most = std::max(most, link.steps.size());
    }
    return static_cast<double>(most) * (layout::kBadgeSize + 4);
  }

  double chain_gap(const std::vector<ComponentId>& front) const {
    const bool numbered = std::ranges::any_of(draft_.links.links, [&](const Link& l) {
      return !l.steps.empty() && std::ranges::find(front, l.from) != front.end() &&
             std::ranges::find(front, l.to) != front.end();
    });
    return numbered ? kNodeGap + 6 : kNodeGap;
  }

  void add_chain(NodeId box, const std::vector<ComponentId>& members) {
    std::size_t linked = 0;
    for (const ComponentId c : members) linked += draft_.is_linked(c) && survey_.part(c) == Part::Node ? 1 : 0;
    draft_.canvas.node(box).columns = members.size() <= 3 ? 2 : 0;
    if (linked >= 2) draft_.canvas.node(box).gap = kLabelledGap - 16;
    for (const ComponentId c : members)
      if (survey_.part(c) == Part::Node) add_node(draft_, box, c, kClusterStyle);
  }

  void add_loose() {
    if (loose_.empty()) return;
    if (spaces_.empty()) {
      build_layered(draft_, frame_, loose_, false);
      return;
    }
    Block block = plain(layout::Arrangement::Grid);
    block.node.key = survey_[cluster_].slug + "-others";
    fill_grid(draft_.canvas.add(frame_, std::move(block)), loose_);
  }

  Draft& draft_;
  const Survey& survey_;
  ComponentId cluster_;
  std::vector<Space> spaces_;
  std::vector<ComponentId> pools_, loose_;
  NodeId frame_{};
  bool noted_ = false;
};

}  // namespace

NamespaceRank rank_of_namespace(std::string_view name) {
  const std::string plain = lower(name);
  if (contains_word(plain, data::observability_namespaces()) || matches_any(plain, data::observability_namespaces()))
    return NamespaceRank::Observability;
  return matches_any(plain, data::system_namespaces()) ? NamespaceRank::System : NamespaceRank::Application;
}

bool routes_to_others(const Survey& survey, ComponentId id) {
  const catalogue::Kind& kind = survey.kind(id);
  return kind.category == Category::Network || kind.category == Category::Edge;
}

std::string note_of_scaler(const Survey& survey, ComponentId scaler) {
  const std::string how = purpose_of(survey[scaler], 6);
  const std::string_view name = survey.kind(scaler).short_name;
  return how.empty() ? std::string(name) : fmt::format("{} · {}", name, how);
}

NodeId build_cluster(Draft& draft, NodeId parent, ComponentId cluster, Slot slot, int zones) {
  return ClusterBuilder(draft, cluster).build(parent, slot, zones);
}

}  // namespace skydraft::view::overview
