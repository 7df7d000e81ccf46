#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Category;

/// What one card of all of them is called: their category, or the family of their categories; "" if they share none.
std::string title_of_card(const Survey& survey, const std::vector<ComponentId>& members) {
  const auto family_of = [](Category category) {
    const auto all = data::card_families();
    const auto it = std::ranges::find(all, key_of(category), &data::Pair::key);
    return it == all.end() ? std::string_view{} : it->value;
  };
  const Category first = survey.kind(members.front()).category;
  const auto all_are = [&](auto same) {
    return std::ranges::all_of(members, [&](ComponentId m) { return same(survey.kind(m).category); });
  };
  if (all_are([&](Category c) { return c == first; })) return std::string(title_of(first));
  const std::string_view family = family_of(first);
  return all_are([&](Category c) { return family_of(c) == family; }) ? std::string(family) : std::string();
}

}  // namespace

std::vector<Fan> find_fans(const Draft& draft, std::span<const ComponentId> members) {
  constexpr std::size_t kLeast = 3;
  std::map<std::tuple<ComponentId, bool, Strand, std::string>, std::vector<ComponentId>> groups;
  for (const ComponentId m : members) {
    const std::span<const Link* const> own = draft.links_of(m);
    if (draft.survey.part(m) != Part::Node || own.size() != 1) continue;
    const Link& link = *own.front();
    if (!link.steps.empty()) continue;
    const bool source = link.from == m;
    groups[{source ? link.to : link.from, source, link.strand, link.label}].push_back(m);
  }
  std::vector<Fan> fans;
  for (auto& [key, group] : groups) {
    if (group.size() < kLeast) continue;
    Fan fan{std::get<0>(key), group, title_of_card(draft.survey, group)};
    if (!fan.title.empty()) fans.push_back(std::move(fan));
  }
  return fans;
}

void add_fan(Draft& draft, layout::NodeId parent, const Fan& fan) {
  const std::string category(key_of(draft.survey.kind(fan.members.front()).category));
  Block block = frame(Look::Card, {fan.title, {}, {}}, fmt::format("glyph/{}", category));
  block.node.key = fmt::format("{}-{}", draft.survey[fan.partner].slug, category);
  block.dress.category = category;
  block.node.arrangement = layout::Arrangement::Grid;
  block.node.gap = block.node.row_gap = kNodeGap;
  // Three stand side by side, more in rows that are wider than high.
  const auto many = static_cast<double>(fan.members.size());
  block.node.columns = static_cast<int>(many <= 3 ? many : std::ceil(std::sqrt(many)));
  const layout::NodeId card = draft.canvas.add(parent, std::move(block));
  for (const ComponentId m : fan.members) add_node(draft, card, m, IconStyle{});
}

}  // namespace skydraft::view::overview
