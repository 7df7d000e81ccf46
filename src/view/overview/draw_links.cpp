#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "view/measures.hpp"
#include "view/overview/links.hpp"

namespace skydraft::view::overview {
namespace {

int rank_of(const Link& link, bool hub) {
  if (hub) return 9;
  switch (link.strand) {
    case Strand::User:
      return 0;
    case Strand::Delivery:
      return 2;
    case Strand::Monitoring:
      return 3;
    case Strand::Traffic:
      return 4;
    case Strand::Replication:
      return 5;
    case Strand::Control:
      return 6;
  }
  return 6;
}

double weight_of(const Link& link, bool hub) {
  if (hub) return 0;
  if (!link.steps.empty()) return 4;
  return link.strand == Strand::Control ? 1 : 2;
}

struct DrawnLink {
  Link link;
  layout::NodeId from, to;
};

/// Links between nodes. Where all members of a box go to one partner, one line goes from the box (VISUAL section 8).
std::vector<DrawnLink> bundled(const Links& links, const Canvas& canvas) {
  using Fan = std::tuple<layout::NodeId, layout::NodeId, Strand>;  // box, partner, strand
  std::vector<DrawnLink> drawn;
  std::map<Fan, std::set<layout::NodeId>> fans_out, fans_in;
  const auto& graph = canvas.graph();
  for (const Link& link : links.links) {
    const auto from = canvas.shown(link.from), to = canvas.shown(link.to);
    if (!from || !to) continue;
    drawn.push_back({link, *from, *to});
    if (!link.steps.empty()) continue;
    if (const auto box = graph[*from].parent) fans_out[{*box, *to, link.strand}].insert(*from);
    if (const auto box = graph[*to].parent) fans_in[{*box, *from, link.strand}].insert(*to);
  }
  const auto is_whole = [&](const std::map<Fan, std::set<layout::NodeId>>& fans, const Fan& fan) {
    const auto it = fans.find(fan);
    const layout::NodeId box = std::get<0>(fan);
    return it != fans.end() && it->second.size() > 1 && graph[box].framed &&
           it->second.size() == graph.children(box).size();
  };
  std::map<Fan, std::size_t> first;
  std::vector<DrawnLink> result;
  for (DrawnLink& d : drawn) {
    const Fan out{graph[d.from].parent.value_or(d.from), d.to, d.link.strand},
        in{graph[d.to].parent.value_or(d.to), d.from, d.link.strand};
    const bool leaves = d.link.steps.empty() && is_whole(fans_out, out),
               enters = d.link.steps.empty() && is_whole(fans_in, in);
    if (leaves)
      d.from = std::get<0>(out);
    else if (enters)
      d.to = std::get<0>(in);
    if (leaves || enters) {
      const auto [it, is_new] = first.try_emplace(leaves ? out : in, result.size());
      if (!is_new) {
        auto& relations = result[it->second].link.relations;
        relations.insert(relations.end(), d.link.relations.begin(), d.link.relations.end());
        continue;
      }
    }
    result.push_back(std::move(d));
  }
  return result;
}

class LinkDrawer {
 public:
  LinkDrawer(const Survey& survey, Canvas& canvas) : survey_(survey), canvas_(canvas) {
    for (std::uint32_t i = 0; i < survey.model().components().size(); ++i)
      if (const auto node = canvas.shown({i}); node && canvas.dress(*node).look == Look::Gateway)
        gateways_[canvas.graph()[*node].spans.front()] = *node;
  }

  void draw(const DrawnLink& drawn, std::vector<StepMark>& marks) {
    const Link& link = drawn.link;
    const auto& graph = canvas_.graph();
    if (drawn.from == drawn.to || graph.is_inside(drawn.from, drawn.to) || graph.is_inside(drawn.to, drawn.from))
      return;
    const auto door = gateway_between(drawn.from, drawn.to);
    if (!door) {
      add(link, drawn.from, drawn.to, !link.steps.empty(), marks);
      return;
    }
    Link outside = link, inside = link;
    outside.label.clear();
    inside.steps.clear();
    inside.label.clear();
    add(outside, drawn.from, *door, true, marks);
    add(inside, *door, drawn.to, false, marks);
  }

 private:
  /// The gateway of the network that the edge enters from outside, if it is the user's traffic.
  std::optional<layout::NodeId> gateway_between(layout::NodeId from, layout::NodeId to) const {
    const auto& graph = canvas_.graph();
    for (const auto& [network, gateway] : gateways_)
      if (from != gateway && to != gateway && graph.is_inside(to, network) && !graph.is_inside(from, network) &&
          canvas_.dress(from).category == "edge")
        return gateway;
    return std::nullopt;
  }

  void add(const Link& link, layout::NodeId from, layout::NodeId to, bool numbered, std::vector<StepMark>& marks) {
    const bool hub = canvas_.graph().is_container(from) || canvas_.graph().is_container(to);
    layout::Edge edge;
    EdgeDress dress;
    edge.key = survey_.model()[link.relations.front()].slug;
    edge.from = from;
    edge.to = to;
    edge.weight = weight_of(link, hub);
    edge.rank = rank_of(link, hub);
    dress.strand = link.strand;
    dress.relations = link.relations;
    dress.inferred = link.inferred;
    if (numbered) dress.steps = link.steps;
    edge.badges = static_cast<int>(dress.steps.size());
    for (auto it = marks.begin(); it != marks.end();) {
      const auto at = canvas_.shown(it->at);
      const bool here = it->strand == link.strand && numbered && at && canvas_.graph().is_container(to) &&
                        (*at == to || canvas_.graph().is_inside(*at, to));
      if (here) {
        dress.steps.push_back(it->number);
        ++edge.badges_at_target;
      }
      it = here ? marks.erase(it) : it + 1;
    }
    if (!link.label.empty() && dress.steps.empty()) {
      dress.label_font = kEdgeFont;
      dress.labels = {link.label};
      edge.labels = {{{std::ceil(typeset::width(link.label, kEdgeFont)), 13}}};
    }
    canvas_.add(std::move(edge), std::move(dress));
  }

  const Survey& survey_;
  Canvas& canvas_;
  std::map<layout::NodeId, layout::NodeId> gateways_;
};

}  // namespace

void draw_links(const Survey& survey, const Links& links, Canvas& canvas) {
  LinkDrawer drawer(survey, canvas);
  std::vector<StepMark> marks = links.marks;
  for (const DrawnLink& drawn : bundled(links, canvas)) drawer.draw(drawn, marks);
}

}  // namespace skydraft::view::overview
