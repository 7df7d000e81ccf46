#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/passes.hpp"
#include "understand/words.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;
using catalogue::Scope;

constexpr std::string_view kOnlyRegion = "Region (primary)";  // that nobody has named
constexpr std::size_t kMaxSpans = 64;                         // zones or subnets that one thing may stretch across

std::string_view cloud_name(std::string_view provider) {
  if (provider == "aws") return "AWS Cloud";
  if (provider == "azure") return "Azure";
  if (provider == "gcp") return "Google Cloud";
  return {};
}

class Frames {
 public:
  explicit Frames(Draft& draft)
      : draft_(draft), stated_(static_cast<std::uint32_t>(draft.builder.components().size())) {}

  void run() {
    networks();
    zones();
    if (!draft_.provider.empty()) {
      cloud();
      regions();
    }
    network_things();
    standby();
    copies();
    outer_frames();
    other_clouds();
  }

 private:
  template <class Test>
  std::vector<ComponentId> where(Test test) {
    std::vector<ComponentId> found;
    for (std::uint32_t i = 0; i < draft_.builder.components().size(); ++i)
      if (test(ComponentId{i})) found.push_back({i});
    return found;
  }
  std::vector<ComponentId> holding(Holds holds) {
    return where([&](ComponentId id) { return draft_.kind(id).holds == holds; });
  }

  /// Subnets belong to the one network, of the document or of the region or account that they were listed under.
  void networks() {
    const auto all = holding(Holds::Network);
    if (all.size() == 1) network_ = all.front();
    for (const ComponentId network : all) {
      const auto& site = draft_.parts[network.index].site;
      if (!site) continue;
      const auto [known, added] = network_in_.try_emplace(site->index, network);
      if (!added) known->second.reset();
    }
    for (const ComponentId subnet : holding(Holds::Subnet))
      if (const auto network = network_around(subnet)) draft_.parent(subnet, *network, {}, "subnet-of-the-network");
  }

  std::optional<ComponentId> network_around(ComponentId id) const {
    const auto& site = draft_.parts[id.index].site;
    const auto known = site ? network_in_.find(site->index) : network_in_.end();
    return known != network_in_.end() ? known->second : network_;
  }

  /// A zone that subnets name is a frame around them; one that is drawn around them is theirs.
  void zones() {
    for (const ComponentId subnet : holding(Holds::Subnet)) {
      const auto& zone = draft_.builder[subnet].parent;
      if (!zone || draft_.kind(*zone).holds != Holds::Zone || draft_.builder[subnet].attribute("az")) continue;
      const model::Attribute* az = draft_.builder[*zone].attribute("az");
      if (az) draft_.attribute(subnet, "az", az->value, draft_.builder[*zone].source.front());
    }
    if (!network_) return;
    std::map<std::string, std::vector<ComponentId>> by_zone;
    std::vector<std::string> order;
    for (const ComponentId subnet : holding(Holds::Subnet)) {
      const model::Attribute* az = draft_.builder[subnet].attribute("az");
      if (!az || !std::holds_alternative<std::string>(az->value) || draft_.builder[subnet].parent != network_) continue;
      const std::string& zone = std::get<std::string>(az->value);
      if (!by_zone.contains(zone)) order.push_back(zone);
      by_zone[zone].push_back(subnet);
    }
    const std::string_view kind = zone_kind(draft_.provider);
    for (const std::string& zone : order) {
      const ComponentId first = by_zone[zone].front();
      const auto id = draft_.infer(zone, kind, "zone-of-subnet", draft_.builder[first].source.front());
      if (!id) return;
      draft_.builder[*id].parent = network_;
      for (const ComponentId subnet : by_zone[zone]) {
        draft_.builder[subnet].parent = *id;
        draft_.builder[subnet].placed_by = "zone-of-subnet";
      }
      zones_.push_back(*id);
    }
    if (zones_.size() < 2 || zones_.size() > kMaxSpans) return;
    for (std::uint32_t i = 0; i < stated_; ++i)
      if (draft_.builder[ComponentId{i}].attribute("zones") && draft_.builder[ComponentId{i}].spans.empty())
        draft_.builder[ComponentId{i}].spans = zones_;
  }

  void cloud() {
    const std::string kind = draft_.provider + ".cloud";
    const auto stated = draft_.of_kind(kind);
    if (!stated.empty()) {
      cloud_ = stated.front();
      return;
    }
    const std::string_view name = cloud_name(draft_.provider);
    if (name.empty() || !has_cloud_things()) return;
    cloud_ = draft_.infer(std::string(name), kind, "cloud-of-the-provider", {});
  }

  bool has_cloud_things() {
    return !where([&](ComponentId id) { return draft_.kind(id).provider == draft_.provider; }).empty();
  }

  void regions() {
    const auto all = holding(Holds::Region);
    if (!all.empty()) {
      if (all.size() == 1) region_ = all.front();
      return;
    }
    const bool regional = !where([&](ComponentId id) {
                             return draft_.kind(id).provider == draft_.provider && !draft_.parts[id.index].site &&
                                    draft_.kind(id).scope != Scope::Global && draft_.kind(id).scope != Scope::External;
                           }).empty();
    if (!regional || !cloud_) return;
    region_ = draft_.infer(region_name(), draft_.provider + ".region", "region-of-the-network", {});
    if (region_) draft_.builder[*region_].parent = cloud_;
  }

  /// What all agree on that say where they are.
  std::string region_name() const {
    std::string name;
    for (std::uint32_t i = 0; i < stated_; ++i) {
      const model::Attribute* attribute = draft_.builder[ComponentId{i}].attribute("region");
      const auto* const text = attribute ? std::get_if<std::string>(&attribute->value) : nullptr;
      if (!text || draft_.kind(ComponentId{i}).provider != draft_.provider) continue;
      if (!name.empty() && name != *text) return std::string(kOnlyRegion);
      name = *text;
    }
    // "AWS eu-west-1" is drawn already.
    const bool drawn =
        name.empty() || std::ranges::any_of(draft_.builder.components(), [&](const model::Component& component) {
          return component.name.find(name) != std::string::npos;
        });
    return drawn ? std::string(kOnlyRegion) : name;
  }

  std::vector<ComponentId> subnets(bool is_public) {
    return where([&](ComponentId id) {
      if (draft_.kind(id).holds != Holds::Subnet) return false;
      const model::Attribute* attribute = draft_.builder[id].attribute("public");
      return attribute && attribute->value == model::Value(is_public);
    });
  }

  /// Load balancers, databases, clusters and servers stand in the one network; which subnets they span follows from
  /// what they are.
  void network_things() {
    const auto open = subnets(true), closed = subnets(false);
    for (std::uint32_t i = 0; i < stated_; ++i) {
      const ComponentId id{i};
      const catalogue::Kind& kind = draft_.kind(id);
      const auto network = network_around(id);
      const auto parent = draft_.builder[id].parent;
      if (!network || id == *network || (parent && parent != network && !is_site_of(*parent, *network)) ||
          kind.provider != draft_.provider)
        continue;
      const bool in_network =
          kind.scope == Scope::Network || kind.scope == Scope::Zonal ||
          std::ranges::any_of(kind.inside, [&](std::string_view holder) {
            return holder == draft_.builder[*network].kind || catalogue::kind_or_unknown(holder).holds == Holds::Subnet;
          });
      if (!in_network || kind.scope == Scope::Global || kind.scope == Scope::Delivery || kind.scope == Scope::External)
        continue;
      if (draft_.builder[id].attribute("region")) continue;  // stated to be somewhere else
      if (parent && parent != network && draft_.builder[id].placed_by == "section-of-its-container")
        draft_.builder[id].parent.reset();
      draft_.parent(id, *network, {}, "network-of-the-region");
      if (draft_.builder[id].spans.empty() && draft_.builder[id].parent == network) span(id, kind, open, closed);
    }
  }

  /// The region or account that the network stands in, of which the thing was only known to be there.
  bool is_site_of(ComponentId place, ComponentId network) const { return draft_.parts[network.index].site == place; }

  void span(ComponentId id, const catalogue::Kind& kind, const std::vector<ComponentId>& open,
            const std::vector<ComponentId>& closed) {
    using catalogue::Category;
    const bool inner =
        kind.holds == Holds::Cluster || kind.category == Category::Database || kind.category == Category::Storage;
    const bool balancer = kind.id.ends_with("alb") || kind.id.ends_with("nlb") || kind.id.ends_with("elb") ||
                          kind.id.ends_with("load-balancer");
    const bool nat = kind.id.ends_with("nat-gateway");
    const std::vector<ComponentId>& wanted = inner ? closed : balancer || nat ? open : std::vector<ComponentId>{};
    if (wanted.empty() || wanted.size() > kMaxSpans || kind.scope == Scope::Regional) return;
    draft_.builder[id].spans = wanted;
    if (!draft_.builder[id].placed_by.empty())
      draft_.builder[id].placed_by = inner ? "private-things-in-private-subnets" : "public-things-in-public-subnets";
  }

  /// Multi-AZ means a second instance in another zone.
  void standby() {
    for (std::uint32_t i = 0; i < stated_; ++i) {
      const ComponentId id{i};
      const model::Attribute* multi = draft_.builder[id].attribute("multi_az");
      if (!multi || multi->value != model::Value(true) || draft_.kind(id).category != catalogue::Category::Database)
        continue;
      if (draft_.kind(id).scope == Scope::Regional && draft_.kind(id).id != "aws.rds") continue;
      const Span span = draft_.builder[id].source.front();
      const auto second = draft_.infer(fmt::format("{} standby", draft_.builder[id].name), draft_.builder[id].kind,
                                       "multi-az-standby", span);
      if (!second) return;
      model::Component& copy = draft_.builder[*second];
      copy.parent = draft_.builder[id].parent;
      copy.spans = draft_.builder[id].spans;
      for (const model::Attribute& attribute : draft_.builder[id].attributes)
        if (attribute.key == "engine" || attribute.key == "instance_type") copy.attributes.push_back(attribute);
      copy.attributes.push_back({"role", std::string("standby"), false});
      draft_.relate({id, *second, model::RelationKind::Replicates, "Multi-AZ sync", {}, {}, "multi-az-standby", span});
    }
  }

  ComponentId second_region(Span span) {
    if (!second_) {
      second_ =
          draft_.infer("Region (DR)", (draft_.provider.empty() ? std::string("generic") : draft_.provider) + ".region",
                       "region-of-the-copies", span);
      if (second_) draft_.builder[*second_].parent = cloud_;
    }
    return second_.value_or(ComponentId{0});
  }

  /// Read replicas and replication to another region: the copy stands in a second region.
  void copies() {
    if (!cloud_) return;
    for (std::uint32_t i = 0; i < stated_; ++i) {
      const ComponentId id{i};
      const std::string lower = lower_of(draft_.builder[id].name);
      if (lower.find("replica") == std::string::npos || draft_.kind(id).category != catalogue::Category::Database)
        continue;
      if (elsewhere(id)) {
        draft_.builder[id].parent = second_region(draft_.builder[id].source.front());
        draft_.builder[id].spans.clear();
        draft_.builder[id].placed_by = "copy-in-second-region";
      }
      if (const auto original = original_of(draft_.builder[id].kind)) {
        draft_.relate({*original,
                       id,
                       model::RelationKind::Replicates,
                       "replicates to",
                       {},
                       {},
                       "replica-of-the-original",
                       draft_.builder[id].source.front()});
        if (const model::Attribute* engine = draft_.builder[*original].attribute("engine"))
          draft_.attribute(id, "engine", engine->value, {});
      }
    }
    replicated_buckets();
  }

  /// The first of this kind that is no replica itself.
  std::optional<ComponentId> original_of(const std::string& kind) {
    const auto [known, added] = originals_.try_emplace(kind);
    if (added)
      for (const ComponentId id : draft_.of_kind(kind))
        if (id.index < stated_ && lower_of(draft_.builder[id].name).find("replica") == std::string::npos) {
          known->second = id;
          break;
        }
    return known->second;
  }

  /// The text about a component speaks of another region.
  bool elsewhere(ComponentId id) {
    for (const std::string& purpose : draft_.builder[id].purposes) {
      const std::string lower = lower_of(purpose);
      if (lower.find("region") == std::string::npos) continue;
      if (lower.find("different region") != std::string::npos || lower.find("another region") != std::string::npos ||
          lower.find("secondary region") != std::string::npos || lower.find("second region") != std::string::npos ||
          lower.find("cross-region") != std::string::npos) {
        draft_.attribute(id, "region",
                         lower.find("different") != std::string::npos ? std::string("different region")
                                                                      : std::string("second region"),
                         {});
        return true;
      }
    }
    return false;
  }

  void replicated_buckets() {
    for (const model::Policy& policy : draft_.policies) {
      const std::string lower = lower_of(policy.text);
      if (policy.kind != model::PolicyKind::DisasterRecovery || lower.find("region") == std::string::npos) continue;
      std::vector<ComponentId> originals;
      for (const ComponentId id : policy.applies_to)
        if (draft_.kind(id).category == catalogue::Category::Storage && id.index < stated_) originals.push_back(id);
      if (originals.empty()) continue;
      const catalogue::Kind& kind = draft_.kind(originals.front());
      const auto copy =
          draft_.infer(fmt::format("{} replica", kind.short_name), kind.id, "copy-in-second-region", policy.source);
      if (!copy) return;
      draft_.builder[*copy].parent = second_region(policy.source);
      for (const ComponentId original : originals)
        draft_.relate({original,
                       *copy,
                       model::RelationKind::Replicates,
                       "replicates to",
                       {},
                       {},
                       "copy-in-second-region",
                       policy.source});
    }
  }

  /// The one subscription, project or account of the cloud that the document names holds its region.
  void account() {
    const auto all = where([&](ComponentId id) {
      const catalogue::Kind& kind = draft_.kind(id);
      return kind.holds == Holds::Account && kind.provider == draft_.provider && !draft_.builder[id].inferred();
    });
    if (all.size() != 1) return;
    account_ = all.front();
    if (region_ && draft_.builder[*region_].inferred()) {
      draft_.builder[*region_].parent = account_;
      draft_.builder[*region_].placed_by = "everything-in-the-only-account";
    }
  }

  /// What stands in nothing yet stands in the region or, if it is global, in the account or the cloud.
  void outer_frames() {
    if (!cloud_) return;
    account();
    for (std::uint32_t i = 0; i < draft_.builder.components().size(); ++i) {
      const ComponentId id{i};
      const catalogue::Kind& kind = draft_.kind(id);
      if (id == *cloud_ || draft_.builder[id].parent || kind.provider != draft_.provider || kind.holds == Holds::Cloud)
        continue;
      const bool global =
          kind.scope == Scope::Global || kind.holds == Holds::Region || kind.holds == Holds::Account || !region_;
      if (kind.scope == Scope::External) continue;
      const bool owned = account_ && id != *account_ && kind.holds != Holds::Account;
      if (global || id == *region_)
        draft_.parent(id, owned ? *account_ : *cloud_, {},
                      owned ? "everything-in-the-only-account" : "global-things-in-the-cloud");
      else
        draft_.parent(id, *region_, {}, "regional-things-in-the-region");
    }
  }

  /// The services of a second cloud stand in that cloud.
  void other_clouds() {
    for (const std::string_view provider : draft_.clouds) {
      if (provider == draft_.provider || cloud_name(provider).empty()) continue;
      const std::string kind = std::string(provider) + ".cloud";
      std::vector<ComponentId> inner;
      for (std::uint32_t i = 0; i < stated_; ++i)
        if (const ComponentId id{i}; draft_.kind(id).provider == provider && draft_.builder[id].kind != kind &&
                                     !draft_.builder[id].parent && draft_.kind(id).scope != Scope::External)
          inner.push_back(id);
      if (inner.size() < 2) continue;
      const auto stated = draft_.of_kind(kind);
      const auto cloud = stated.empty()
                             ? draft_.infer(std::string(cloud_name(provider)), kind, "cloud-of-the-provider", {})
                             : std::optional(stated.front());
      if (!cloud) return;
      for (const ComponentId id : inner) draft_.parent(id, *cloud, {}, "things-of-a-second-cloud");
    }
  }

  Draft& draft_;
  std::uint32_t stated_;
  std::map<std::uint32_t, std::optional<ComponentId>> network_in_;  ///< by the region or account; empty: several
  std::optional<ComponentId> network_, cloud_, account_, region_, second_;
  std::vector<ComponentId> zones_;
  std::map<std::string, std::optional<ComponentId>> originals_;  ///< by kind
};

}  // namespace

void infer_frames(Draft& draft) {
  if (!draft.options.stated_only) Frames(draft).run();
}

}  // namespace skydraft::understand
