#include "view/overview/tiers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "view/describe.hpp"
#include "view/overview/survey.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Holds;

/// More zones than this and a picture is no longer symmetric at a glance; the others share the last column.
constexpr std::size_t kMostZones = 4;
constexpr std::size_t kMostCounted = 3;  // zones of which only the number is known

std::optional<SubnetTier> tier_of_words(std::string_view text) {
  // "private data subnet" is the data tier, "public web subnet" the public one.
  if (contains_word(text, data::data_words())) return SubnetTier::Data;
  if (contains_word(text, data::public_words())) return SubnetTier::Public;
  if (contains_word(text, data::private_words())) return SubnetTier::Private;
  return std::nullopt;
}

/// "us-east-1a, us-east-1b" are two zones: the subnet stands in each.
std::vector<std::string> zone_names(const Survey& survey, ComponentId subnet) {
  std::vector<std::string> names;
  for (const std::string_view key : {"az", "zone", "availability_zone", "zones", "azs"}) {
    const model::Attribute* a = survey[subnet].attribute(key);
    if (a == nullptr) continue;
    std::string name;
    for (const std::string& word : words_of(text_of(a->value))) {
      const bool joint = word == "and" || word == "&" || word == "/" || word == "+";
      const bool last = word.ends_with(',');
      if (!joint) name += (name.empty() ? "" : " ") + (last ? word.substr(0, word.size() - 1) : word);
      if ((joint || last) && !name.empty()) names.push_back(std::exchange(name, {}));
    }
    if (!name.empty()) names.push_back(name);
    break;
  }
  return names;
}

Zone& zone_called(std::vector<Zone>& zones, const std::string& name) {
  const auto it = std::ranges::find(zones, name, &Zone::name);
  if (it != zones.end()) return *it;
  if (zones.size() >= kMostZones) return zones.back();
  zones.push_back({name, {}, {}});
  return zones.back();
}

/// Subnets without a zone, paired by tier: the second public subnet stands beside the first.
std::vector<Zone> zones_by_tier(const Survey& survey, const std::vector<ComponentId>& subnets) {
  std::array<std::size_t, 3> used{};
  std::vector<Zone> zones;
  for (const ComponentId s : subnets) {
    const SubnetTier tier = tier_of_subnet(survey, s).value_or(SubnetTier::Private);
    const std::size_t column = std::min(used[static_cast<std::size_t>(tier)]++, kMostZones - 1);
    if (column >= zones.size()) zones.resize(column + 1);
    zones[column].subnets.push_back(s);
  }
  return zones;
}

/// "two availability zones", "3 AZs", or as many as there are subnets of each sort; 0: the document counts none.
std::size_t zones_counted(const Survey& survey, ComponentId network, const std::vector<ComponentId>& subnets) {
  constexpr std::array<std::string_view, 2> kWords{"two", "three"};
  if (const model::Attribute* zones = survey[network].attribute("zones")) {
    const std::string text = lower(text_of(zones->value));
    for (std::size_t n = 2; n <= kMostCounted; ++n)
      if (text.starts_with(kWords[n - 2]) || text.starts_with(std::to_string(n))) return n;
    if (text.starts_with("both")) return 2;
  }
  const auto each = static_cast<std::size_t>(std::max(0, survey[subnets.front()].count));
  const bool same = std::ranges::all_of(
      subnets, [&](ComponentId s) { return static_cast<std::size_t>(std::max(0, survey[s].count)) == each; });
  return same && each >= 2 && each <= kMostCounted && subnets.size() > 1 ? each : 0;
}

/// Where only the number of zones is known, and one sort of subnets for each tier: each zone has one of each sort.
std::vector<Zone> counted_zones(const Survey& survey, ComponentId network, const std::vector<ComponentId>& subnets) {
  if (subnets.empty()) return {};
  std::array<int, 3> sorts{};
  for (const ComponentId s : subnets)
    ++sorts[static_cast<std::size_t>(tier_of_subnet(survey, s).value_or(SubnetTier::Private))];
  if (std::ranges::any_of(sorts, [](int n) { return n > 1; })) return {};
  const bool said = survey[network].attribute("zones") != nullptr;  // else nobody speaks of zones: columns, no frames
  const std::size_t number = zones_counted(survey, network, subnets);
  std::vector<Zone> zones;
  for (std::size_t n = 1; n <= number; ++n) zones.push_back({said ? std::to_string(n) : "", {}, subnets, true});
  return zones;
}

}  // namespace

std::optional<SubnetTier> tier_of_subnet(const Survey& survey, ComponentId subnet) {
  const model::Component& c = survey[subnet];
  const auto by_name = tier_of_words(c.name);
  if (by_name == SubnetTier::Data) return by_name;
  if (const model::Attribute* open = c.attribute("public");
      open != nullptr && std::holds_alternative<bool>(open->value))
    return std::get<bool>(open->value) ? SubnetTier::Public : SubnetTier::Private;
  if (by_name) return by_name;
  return tier_of_words(c.kind);
}

std::optional<SubnetTier> stated_tier(const Survey& survey, ComponentId id) {
  const model::Component& c = survey[id];
  for (const std::string_view key : {"placement", "subnet", "subnets"})
    if (const model::Attribute* a = c.attribute(key))
      if (const auto tier = tier_of_words(text_of(a->value))) return tier;
  for (const ComponentId over : c.spans)
    if (survey.holds(over, Holds::Subnet)) return tier_of_subnet(survey, over);
  if (survey.home(id) && survey.holds(*survey.home(id), Holds::Subnet)) return tier_of_subnet(survey, *survey.home(id));
  return std::nullopt;
}

std::vector<ComponentId> subnets_of(const Survey& survey, ComponentId network) {
  std::vector<ComponentId> result;
  for (std::uint32_t i = 0; i < survey.model().components().size(); ++i)
    if (survey.holds({i}, Holds::Subnet) && survey.is_inside({i}, network)) result.push_back({i});
  return result;
}

std::vector<Zone> zones_of(const Survey& survey, ComponentId network) {
  const std::vector<ComponentId> subnets = subnets_of(survey, network);
  std::vector<Zone> zones;
  std::vector<ComponentId> rest;
  for (const ComponentId s : subnets) {
    std::optional<ComponentId> zone;
    for (auto up = survey[s].parent; up; up = survey[*up].parent)
      if (survey.holds(*up, Holds::Zone)) zone = up;
    for (const ComponentId over : survey[s].spans)
      if (survey.holds(over, Holds::Zone)) zone = over;
    if (zone) {
      Zone& column = zone_called(zones, survey[*zone].name);
      column.component = zone;
      column.subnets.push_back(s);
    } else if (const auto names = zone_names(survey, s); !names.empty()) {
      for (const std::string& name : names) zone_called(zones, name).subnets.push_back(s);
    } else {
      rest.push_back(s);
    }
  }
  if (zones.empty()) zones = counted_zones(survey, network, subnets);
  if (zones.empty()) return zones_by_tier(survey, subnets);
  if (zones.front().counted) return zones;
  for (std::size_t i = 0; i < rest.size(); ++i) zones[i % zones.size()].subnets.push_back(rest[i]);
  for (Zone& zone : zones)
    for (std::uint32_t i = 0; i < survey.model().components().size() && !zone.component; ++i)
      if (survey.holds({i}, Holds::Zone) && survey[{i}].name == zone.name) zone.component = ComponentId{i};
  return zones;
}

bool tiers_are_known(const Survey& survey, ComponentId network) {
  const std::vector<ComponentId> subnets = subnets_of(survey, network);
  if (subnets.empty()) return false;
  const auto zoned = std::ranges::count_if(subnets, [&](ComponentId s) { return !zone_names(survey, s).empty(); });
  const auto tiered =
      std::ranges::count_if(subnets, [&](ComponentId s) { return survey[s].attribute("public") != nullptr; });
  const auto in_zones = std::ranges::count_if(
      subnets, [&](ComponentId s) { return survey[s].parent && survey.holds(*survey[s].parent, Holds::Zone); });
  return static_cast<std::size_t>(std::max({zoned, tiered, in_zones})) * 2 > subnets.size();
}

}  // namespace skydraft::view::overview
