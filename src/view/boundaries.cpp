#include "view/boundaries.hpp"

#include <algorithm>
#include <utility>

#include "catalogue/catalogue.hpp"
#include "view/describe.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {
namespace {

using model::Architecture;
using model::ComponentId;

/// What runs or stores something; what only routes or guards is no tier.
bool can_be_member(const Architecture& architecture, ComponentId id) {
  using catalogue::Category;
  const catalogue::Kind& kind = catalogue::kind_or_unknown(architecture[id].kind);
  if (is_boundary(architecture[id]) || kind.category == Category::Security || kind.category == Category::Actor)
    return false;
  if (kind.provider == "kubernetes" || kind.provider == "k8s")
    return false;  // a cloud's groups guard machines, not what runs on them
  const bool balancer = kind.category == Category::Network && kind.scope == catalogue::Scope::Network &&
                        !kind.id.ends_with("gateway") && kind.holds == catalogue::Holds::NotAContainer;
  const bool is_thing = kind.holds == catalogue::Holds::NotAContainer || kind.holds == catalogue::Holds::Host;
  return is_thing && (kind.category != Category::Network || balancer);
}

/// Both stand in the network, or whatever holds the group.
bool stands_beside(const Architecture& architecture, ComponentId group, ComponentId id) {
  const auto home = architecture[group].parent;
  return home && architecture.is_inside(id, *home);
}

/// "Web Tier SG" bears the name of "Web Servers", "Database SG" that of what is a database, "ALB SG" that of an ALB.
bool is_named_for(const model::Component& group, const model::Component& member) {
  const catalogue::Kind& kind = catalogue::kind_or_unknown(member.kind);
  std::string text = lower(without_group_words(without_brackets(group.name)));
  std::ranges::replace(text, '-', ' ');
  const std::vector<std::string> wanted = words_of(text);
  std::vector<std::string> own = words_of(lower(without_brackets(member.name)));
  const auto all_in = [&](const std::vector<std::string>& words) {
    return std::ranges::all_of(wanted, [&](const std::string& w) {
      return std::ranges::any_of(words, [&](const std::string& o) {
        constexpr std::size_t kAbbreviation = 3;
        return o == w || singular(o) == singular(w) || (w.size() >= kAbbreviation && o.starts_with(w));
      });
    });
  };
  if (wanted.empty()) return false;
  const bool store = kind.category == catalogue::Category::Database;
  if (wanted.size() == 1 && contains_word(wanted.front(), data::data_words())) return store;
  std::vector<std::string> kinds = words_of(lower(kind.short_name));
  if (wanted.size() > 1) kinds = words_of(lower(kind.name));
  return all_in(own) ||
         std::ranges::all_of(wanted, [&](const std::string& w) { return std::ranges::find(kinds, w) != kinds.end(); });
}

}  // namespace

bool is_boundary(const model::Component& component) {
  const std::string_view kind = component.kind;
  return kind.ends_with(".security-group") || kind.ends_with(".nsg");
}

bool is_open_to_all(const model::Policy& policy) {
  return std::ranges::any_of(policy.attributes, [](const model::Attribute& a) {
    return a.key == "from" && contains_word(text_of(a.value), data::open_sources());
  });
}

std::string without_group_words(std::string_view text) {
  std::vector<std::string> kept;
  for (const std::string& w : words_of(text)) {
    const std::string plain = lower(w);
    const bool known = std::ranges::find(data::group_words(), plain) != data::group_words().end();
    if (plain != "only" && plain != "the" && !known) kept.push_back(w);
  }
  return joined(kept);
}

std::vector<Boundary> boundaries_of(const Architecture& architecture) {
  std::vector<Boundary> boundaries;
  std::vector<bool> taken(architecture.components().size(), false);
  const auto take = [&](Boundary& boundary, ComponentId id) {
    if (taken[id.index] || !can_be_member(architecture, id)) return;
    taken[id.index] = true;
    boundary.members.push_back(id);
  };
  for (std::uint32_t i = 0; i < architecture.components().size(); ++i)
    if (is_boundary(architecture[ComponentId{i}])) boundaries.push_back({{i}, {}, false});
  for (Boundary& boundary : boundaries)
    for (const model::Relation& r : architecture.relations())
      if (r.from == boundary.group) take(boundary, r.to);
  for (Boundary& boundary : boundaries) {
    if (!boundary.members.empty()) continue;
    boundary.assumed = true;
    for (std::uint32_t i = 0; i < architecture.components().size(); ++i)
      if (const ComponentId id{i}; stands_beside(architecture, boundary.group, id) &&
                                   is_named_for(architecture[boundary.group], architecture[id]))
        take(boundary, id);
  }
  std::erase_if(boundaries, [](const Boundary& b) { return b.members.empty(); });
  return boundaries;
}

}  // namespace skydraft::view
