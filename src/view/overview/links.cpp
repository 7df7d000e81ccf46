#include "view/overview/links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "view/describe.hpp"
#include "view/overview/cluster_parts.hpp"
#include "view/strands.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Holds;
using model::Relation;
using model::RelationId;

constexpr std::size_t kLongestLabel = 22;

class LinkFinder {
 public:
  explicit LinkFinder(const Survey& survey) : survey_(survey), a_(survey.model()) {}

  Links find() {
    for (const model::Flow& flow : a_.flows()) add_flow(flow);
    for (const Link& link : result_.links)
      if (link.strand != Strand::User) acting_by_number_.insert(link.from);
    for (std::uint32_t i = 0; i < a_.relations().size(); ++i)
      if (!used_.contains(i)) add_relation({i});
    drop_shortcuts();
    return std::move(result_);
  }

 private:
  using Ends = std::pair<ComponentId, ComponentId>;

  /// What watches or collects from the whole cluster that it runs in means the application's namespace.
  std::optional<ComponentId> rest_of_own_cluster(const Relation& r) const {
    const auto from = survey_.shown_as(r.from), to = survey_.shown_as(r.to);
    if (!from || !to || !survey_.holds(*to, Holds::Cluster) || !survey_.is_inside(*from, *to)) return std::nullopt;
    std::optional<ComponentId> found;
    for (const ComponentId c : survey_.contents(*to)) {
      const bool other =
          survey_.part(c) == Part::Frame && survey_.holds(c, Holds::Namespace) && survey_.home(*from) != c;
      if (!other || rank_of_namespace(survey_[c].name) != NamespaceRank::Application) continue;
      if (found) return std::nullopt;
      found = c;
    }
    return found;
  }

  std::optional<Ends> ends_of(const Relation& r) const {
    const auto from = survey_.shown_as(r.from);
    const auto rest = rest_of_own_cluster(r);
    const auto to = rest ? rest : survey_.shown_as(r.to);
    if (!from || !to || *from == *to || survey_.is_inside(*from, *to) || survey_.is_inside(*to, *from))
      return std::nullopt;
    return Ends{*from, *to};
  }

  void add_flow(const model::Flow& flow) {
    const Strand strand = strand_of(flow, a_);
    std::optional<ComponentId> last;
    for (const model::FlowStep& step : flow.steps) {
      bool drawn = false;
      const auto hub = hub_of(step);
      for (const RelationId r : step.relations) {
        const auto ends = hub ? hub : ends_of(a_[r]);
        if (!ends || !survey_.draws(r) || ends_in_a_grid(*ends)) continue;
        last = ends->second;
        Link& link = link_between(*ends, strand);
        if (std::ranges::find(link.steps, step.number) == link.steps.end()) link.steps.push_back(step.number);
        if (!hub && is_told(a_[r], *ends) && a_[r].label.find('/') != std::string::npos) tell(a_[r]);
        note(link, r);
        drawn = true;
      }
      // A view of a part leaves out steps that join other things; one that joins nothing goes on with what is drawn.
      const bool goes_on = last && step.relations.empty();
      if (!drawn && (survey_.selection() == nullptr || goes_on)) mark(step, strand, last);
    }
  }

  /// A step from one thing to all of a container's members, or from all of them to one: one edge to the container.
  std::optional<Ends> hub_of(const model::FlowStep& step) const {
    if (step.relations.size() < 2) return std::nullopt;
    std::set<ComponentId> from, to;
    for (const RelationId r : step.relations) {
      const auto ends = ends_of(a_[r]);
      if (!ends) return std::nullopt;
      from.insert(ends->first);
      to.insert(ends->second);
    }
    const auto common = [&](const std::set<ComponentId>& members, ComponentId other) -> std::optional<ComponentId> {
      const auto home = survey_.home(*members.begin());
      if (!home || *home == other || survey_.is_inside(other, *home)) return std::nullopt;
      if (!survey_.holds(*home, Holds::Namespace) && !survey_.holds(*home, Holds::Cluster)) return std::nullopt;
      const bool all = std::ranges::all_of(members, [&](ComponentId m) { return survey_.home(m) == home; });
      return all ? home : std::nullopt;
    };
    if (from.size() == 1 && to.size() > 1)
      if (const auto group = common(to, *from.begin())) return Ends{*from.begin(), *group};
    if (to.size() == 1 && from.size() > 1)
      if (const auto group = common(from, *to.begin())) return Ends{*group, *to.begin()};
    return std::nullopt;
  }

  void mark(const model::FlowStep& step, Strand strand, std::optional<ComponentId> last) {
    std::vector<ComponentId> about = step.components;
    for (const RelationId r : step.relations) about.insert(about.end(), {a_[r].to, a_[r].from});
    for (const ComponentId c : about)
      if (const auto shown = survey_.shown_as(c)) {
        result_.marks.push_back({*shown, strand, step.number});
        return;
      }
    // A step that names nothing goes on with what the step before it acted on.
    if (last) result_.marks.push_back({*last, strand, step.number});
  }

  void add_relation(RelationId id) {
    const Relation& r = a_[id];
    const auto ends = ends_of(r);
    if (!survey_.draws(id) || !ends || !is_for_the_overview(r, *ends)) return;
    const Strand strand = strand_of(r);
    if (is_told(r, *ends)) {
      tell(r);
      return;
    }
    // A relation that restates a numbered step, in either direction, is that step.
    for (const Ends& way : {*ends, Ends{ends->second, ends->first}})
      if (const auto it = numbered_.find(way); it != numbered_.end()) {
        note(result_.links[it->second], id);
        return;
      }
    note(link_between(*ends, strand), id);
  }

  /// Folded families (roles), subnets and gateways as ends, and control relations are told by notes, not by lines.
  bool is_for_the_overview(const Relation& r, const Ends& ends) const {
    if (survey_.in_detail()) return true;
    if (r.kind == model::RelationKind::Secures) return false;
    if (acts_elsewhere_by_number(r)) return false;
    for (const ComponentId end : {r.from, r.to}) {
      if (!survey_.fold_title(end).empty()) return false;
      if (survey_.part(end) == Part::Attached || survey_.part(end) == Part::Scaling) return false;
    }
    if (ends_in_a_grid(ends)) return false;
    if (strand_of(r) == Strand::Control && in_cluster(ends.first) != in_cluster(ends.second)) return false;
    return true;
  }

  /// What a tool of observation or delivery does is told by its flow; where its description says so again, with other
  /// words or with alternatives ("updates EKS or EC2"), a second line would only repeat it.
  bool acts_elsewhere_by_number(const Relation& r) const {
    const catalogue::Category category = survey_.kind(r.from).category;
    const bool tool = category == catalogue::Category::Observability || category == catalogue::Category::Delivery;
    return tool && acting_by_number_.contains(r.from);
  }

  /// Path rules inside a cluster, and names in it for what stands outside, are facts of the router (VISUAL section 10).
  bool is_told(const Relation& r, const Ends& ends) const {
    if (survey_.in_detail()) return false;
    if (is_mount(r)) return true;
    if (survey_.kind(ends.first).scope != catalogue::Scope::Cluster || survey_.part(ends.first) == Part::Frame)
      return false;
    if (survey_.kind(ends.first).category != catalogue::Category::Network) return false;
    if (r.label.find('/') != std::string::npos) return in_cluster(ends.second);
    const model::Attribute* type = survey_[r.from].attribute("type");
    return type != nullptr && text_of(type->value) == "ExternalName" && !in_cluster(ends.second);
  }

  /// A file system is mounted by who uses it, all the time: a fact of it, no traffic.
  bool is_mount(const Relation& r) const {
    const catalogue::Kind& from = survey_.kind(r.from);
    return from.category == catalogue::Category::Storage && from.scope == catalogue::Scope::Network &&
           r.kind == model::RelationKind::Uses && survey_.kind(r.to).category == catalogue::Category::Compute;
  }

  void tell(const Relation& r) {
    if (is_mount(r)) {
      result_.told[r.from].push_back(r.label + " " + lower_words(survey_[r.to].name));
      return;
    }
    std::string path;
    for (const std::string& word : words_of(r.label))
      if (word.find('/') != std::string::npos) path = word + " ";
    const Description to = describe(survey_[r.to], survey_.kind(r.to), 1);
    std::vector<std::string> words = words_of(to.name);
    if (words.size() > 1 && !path.empty()) words.resize(1);
    result_.told[r.from].push_back(path + "→ " + (path.empty() ? to.name : lower_words(joined(words))));
  }

  /// A subnet of a zonal grid lies behind all that stands in its tier: no line can end at it and be read.
  bool ends_in_a_grid(const Ends& ends) const {
    return std::ranges::any_of(std::array{ends.first, ends.second}, [&](ComponentId end) {
      return survey_.holds(end, Holds::Subnet) && in_zonal_network(end);
    });
  }

  bool in_zonal_network(ComponentId id) const {
    for (auto up = survey_.home(id); up; up = survey_.home(*up))
      if (survey_.is_zonal(*up)) return true;
    return false;
  }
  bool in_cluster(ComponentId id) const {
    for (auto up = survey_.home(id); up; up = survey_.home(*up))
      if (survey_.holds(*up, Holds::Cluster)) return true;
    return false;
  }

  Link& link_between(const Ends& ends, Strand strand) {
    const auto [it, is_new] = index_.try_emplace({ends, strand}, result_.links.size());
    if (is_new) {
      Link link;
      link.from = ends.first;
      link.to = ends.second;
      link.strand = strand;
      link.inferred = true;
      result_.links.push_back(std::move(link));
      if (strand != Strand::Traffic && strand != Strand::Control) numbered_.try_emplace(ends, it->second);
    }
    return result_.links[it->second];
  }

  void note(Link& link, RelationId id) {
    used_.insert(id.index);
    link.relations.push_back(id);
    link.inferred = (link.inferred && a_[id].inferred()) || rest_of_own_cluster(a_[id]).has_value();
    const std::string label = plain_name(a_[id].label);
    if (survey_.in_detail())
      if (const std::string path = path_in(label); !path.empty() && link.label.empty()) link.label = path;
    if (link.label.empty() && letters(label) <= kLongestLabel && words_of(label).size() <= 3 && says_something(label))
      link.label = label;
  }

  /// "routes /api/* to" is "/api/*": the rule by which a router chooses.
  static std::string path_in(const std::string& label) {
    for (std::string& word : words_of(label))
      if (word.starts_with('/')) return word;
    return {};
  }

  /// "The pipeline deploys with D" says in short what the numbered chain pipeline, build, D says step by step.
  void drop_shortcuts() {
    std::map<ComponentId, std::vector<ComponentId>> next;
    for (const Link& link : result_.links)
      if (link.strand == Strand::Delivery && !link.steps.empty()) next[link.from].push_back(link.to);
    const auto reaches = [&](ComponentId from, ComponentId to) {
      std::set<ComponentId> seen{from};
      std::vector<ComponentId> open{from};
      while (!open.empty()) {
        const ComponentId at = open.back();
        open.pop_back();
        for (const ComponentId n : next[at]) {
          if (n == to) return true;
          if (seen.insert(n).second) open.push_back(n);
        }
      }
      return false;
    };
    std::erase_if(result_.links, [&](const Link& link) {
      return link.strand == Strand::Delivery && link.steps.empty() && reaches(link.from, link.to);
    });
  }

  const Survey& survey_;
  const model::Architecture& a_;
  Links result_;
  std::map<std::pair<Ends, Strand>, std::size_t> index_;
  std::map<Ends, std::size_t> numbered_;
  std::set<ComponentId> acting_by_number_;
  std::set<std::uint32_t> used_;
};

}  // namespace

Links find_links(const Survey& survey) { return LinkFinder(survey).find(); }

}  // namespace skydraft::view::overview
