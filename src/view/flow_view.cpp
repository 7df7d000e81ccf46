#include "view/flow_view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "catalogue/catalogue.hpp"
#include "view/strands.hpp"

namespace skydraft::view {
namespace {

using layout::EdgeId;
using layout::NodeId;
using model::ComponentId;
using model::RelationId;

class Lighter {
 public:
  Lighter(Picture& picture, const model::Architecture& architecture, const model::Flow& flow)
      : picture_(picture), flow_(flow), strand_(strand_of(flow, architecture)) {
    lit_nodes_.assign(picture.graph.nodes().size(), false);
    lit_edges_.assign(picture.graph.edges().size(), false);
  }

  void run() {
    for (const model::FlowStep& step : flow_.steps) {
      for (const RelationId r : step.relations) relations_[r].insert(step.number);
      if (step.relations.empty()) alone_.insert(step.number);
      for (const ComponentId c : step.components) light_component(c);
    }
    for (std::uint32_t e = 0; e < lit_edges_.size(); ++e) light_edge({e});
    light_traffic();
    light_ancestors();
    fade();
  }

 private:
  /// The numbers of this flow's steps that an edge carries; its other badges are left out.
  void light_edge(EdgeId id) {
    EdgeDress& edge = picture_.edges[id];
    std::set<int> own;
    for (const RelationId r : edge.relations)
      if (const auto it = relations_.find(r); it != relations_.end()) own.insert(it->second.begin(), it->second.end());
    if (own.empty() || edge.strand != strand_) {
      const bool goes_on = !own.empty() && edge.steps.empty();  // behind a gateway
      if (!goes_on) return;
    }
    lit_edges_[id.index] = true;
    for (int& number : edge.steps)
      if (!own.contains(number) && !alone_.contains(number)) number = 0;
    light_node(picture_.graph[id].from);
    light_node(picture_.graph[id].to);
  }

  void light_component(ComponentId component) {
    for (std::uint32_t n = 1; n < lit_nodes_.size(); ++n) {
      const auto& shown = picture_.nodes[NodeId{n}].components;
      if (std::ranges::find(shown, component) != shown.end()) light_node({n});
    }
  }

  void light_node(NodeId id) { lit_nodes_[id.index] = true; }

  /// What a router in a cluster leads to belongs to its step; traffic between two members of the flow, too.
  void light_traffic() {
    const std::vector<bool> members = lit_nodes_;
    for (std::uint32_t e = 0; e < lit_edges_.size(); ++e) {
      const layout::Edge& edge = picture_.graph[EdgeId{e}];
      if (lit_edges_[e] || picture_.edges[EdgeId{e}].strand != Strand::Traffic || !members[edge.from.index]) continue;
      if (!members[edge.to.index] && !is_router(edge.from)) continue;
      lit_edges_[e] = true;
      light_node(edge.to);
    }
  }

  bool is_router(NodeId id) const {
    const catalogue::Kind& kind = catalogue::kind_or_unknown(picture_.nodes[id].kind);
    return kind.scope == catalogue::Scope::Cluster && kind.category == catalogue::Category::Network;
  }

  void light_ancestors() {
    for (std::uint32_t n = 1; n < lit_nodes_.size(); ++n) {
      if (!lit_nodes_[n]) continue;
      for (auto up = picture_.graph[NodeId{n}].parent; up; up = picture_.graph[*up].parent) light_node(*up);
      // What lies across zones stands in all of them.
      for (const NodeId over : picture_.graph[NodeId{n}].spans) light_node(over);
    }
    light_node(layout::SizedGraph::root());
  }

  /// Frames keep their place in the picture: a zone beside a lit one stays, so that the network is whole.
  bool stays(NodeId id) const {
    const Look look = picture_.nodes[id].look;
    const bool place = look == Look::Zone || look == Look::PublicSubnet || look == Look::PrivateSubnet;
    const auto parent = picture_.graph[id].parent;
    return lit_nodes_[id.index] || (place && parent && (lit_nodes_[parent->index] || stays(*parent)));
  }

  void fade() {
    for (std::uint32_t n = 1; n < lit_nodes_.size(); ++n) picture_.nodes[NodeId{n}].faded = !stays({n});
    for (std::uint32_t e = 0; e < lit_edges_.size(); ++e) picture_.edges[EdgeId{e}].faded = !lit_edges_[e];
  }

  Picture& picture_;
  const model::Flow& flow_;
  Strand strand_;
  std::set<int> alone_;
  std::map<RelationId, std::set<int>> relations_;
  std::vector<bool> lit_nodes_, lit_edges_;
};

}  // namespace

bool has_flow_view(const model::Architecture& architecture, const model::Flow& flow) {
  constexpr std::size_t kLeastRest = 3;
  std::set<ComponentId> members;
  for (const model::FlowStep& step : flow.steps)
    for (const RelationId r : step.relations) members.insert({architecture[r].from, architecture[r].to});
  std::size_t rest = 0;
  for (std::uint32_t i = 0; i < architecture.components().size(); ++i) {
    const bool place =
        catalogue::kind_or_unknown(architecture[ComponentId{i}].kind).holds != catalogue::Holds::NotAContainer;
    rest += !place && !members.contains({i}) ? 1 : 0;
  }
  return members.size() >= 3 && rest >= kLeastRest;
}

Picture light_flow(Picture overview, const model::Architecture& architecture, const model::Flow& flow,
                   const Place& place) {
  Lighter(overview, architecture, flow).run();
  overview.view_id = "flow:" + flow.slug;
  Sheet& sheet = overview.sheet;
  for (FlowPanel& panel : sheet.panels) panel.faded = panel.title != title_of(flow);
  sheet.subtitle =
      fmt::format("{}, steps {} to {}", title_of(flow), flow.steps.front().number, flow.steps.back().number);
  sheet.footer_right = fmt::format("{} · {} of {} views", title_of(flow), place.number, place.count);
  return overview;
}

}  // namespace skydraft::view
