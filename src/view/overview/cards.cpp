#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "view/overview/builders.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

/// Category cards (VISUAL section 11.9).
namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using layout::NodeId;

struct Card {
  Category category = Category::Other;
  std::vector<ComponentId> members;
  std::string title;  ///< empty: the category's
};

/// A box around one thing says little: neighbouring subjects of few members share a card.
std::vector<Card> with_families(std::vector<Card> cards) {
  constexpr std::size_t kMostMembers = 3;
  std::map<std::string_view, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto all = data::card_families();
    const auto family = std::ranges::find(all, key_of(cards[i].category), &data::Pair::key);
    if (family != all.end() && cards[i].members.size() < kMostMembers) families[family->value].push_back(i);
  }
  for (const auto& [title, members] : families) {
    std::size_t count = 0;
    for (const std::size_t i : members) count += cards[i].members.size();
    if (members.size() < 2 || count > kMostMembers) continue;
    Card& first = cards[members.front()];
    first.title = title;
    for (std::size_t k = 1; k < members.size(); ++k) {
      std::vector<ComponentId>& more = cards[members[k]].members;
      first.members.insert(first.members.end(), more.begin(), more.end());
      more.clear();
    }
  }
  std::erase_if(cards, [](const Card& card) { return card.members.empty(); });
  return cards;
}

/// A large card whose members are of several topics is a card for each; what has no topic keeps the category's title.
std::vector<Card> by_topic(const Survey& survey, std::vector<Card> cards) {
  constexpr std::size_t kLarge = 6, kLeast = 2;
  std::vector<Card> result;
  for (Card& card : cards) {
    std::map<std::string_view, std::vector<ComponentId>> topics;
    for (const ComponentId m : card.members) {
      const auto all = data::card_topics();
      const auto topic =
          std::ranges::find_if(all, [&](const data::Pair& p) { return matches(survey.kind(m).id, p.key); });
      topics[topic == all.end() ? std::string_view{} : topic->value].push_back(m);
    }
    const bool apart = card.members.size() >= kLarge && topics.size() > 1 &&
                       std::ranges::all_of(topics, [](const auto& t) { return t.second.size() >= kLeast; });
    if (!apart) {
      result.push_back(std::move(card));
      continue;
    }
    // What has no topic comes last.
    for (auto& [title, members] : topics)
      if (!title.empty()) result.push_back({card.category, std::move(members), std::string(title)});
    if (const auto rest = topics.find({}); rest != topics.end())
      result.push_back({card.category, std::move(rest->second), card.title});
  }
  return result;
}

std::vector<Card> cards_of(const Survey& survey, std::span<const ComponentId> members) {
  std::map<Category, Card> by_category;
  for (const ComponentId c : members) {
    const Category category = survey.kind(c).category;
    by_category[category].category = category;
    by_category[category].members.push_back(c);
  }
  // A small card of a neighbouring subject is no card of its own.
  constexpr std::size_t kSmall = 2;
  for (const data::Pair& merge : data::card_merges()) {
    Card *from = nullptr, *into = nullptr;
    for (auto& [category, card] : by_category) {
      if (key_of(category) == merge.key) from = &card;
      if (key_of(category) == merge.value) into = &card;
    }
    if (from == nullptr || into == nullptr || from->members.size() > kSmall) continue;
    into->members.insert(into->members.end(), from->members.begin(), from->members.end());
    from->members.clear();
  }
  std::vector<Card> cards;
  for (const std::string_view key : data::category_order())
    for (auto& [category, card] : by_category)
      if (key_of(category) == key && !card.members.empty()) cards.push_back(std::move(card));
  return by_topic(survey, with_families(std::move(cards)));
}

/// The service that all members are parts of ("aws.cloudwatch" of its logs, alarms and metrics); null if there is none.
const catalogue::Kind* common_service(const Survey& survey, const std::vector<ComponentId>& members) {
  if (members.size() < 2) return nullptr;
  std::string_view shortest = survey.kind(members.front()).id;
  for (const ComponentId m : members)
    if (survey.kind(m).id.size() < shortest.size()) shortest = survey.kind(m).id;
  std::string_view stem = shortest;
  const auto all_begin_with = [&](std::string_view with) {
    return std::ranges::all_of(members, [&](ComponentId m) {
      const std::string_view id = survey.kind(m).id;
      return id == with || (id.starts_with(with) && id.size() > with.size() && id[with.size()] == '-');
    });
  };
  while (!all_begin_with(stem)) {
    const std::size_t dash = stem.rfind('-');
    if (dash == std::string_view::npos) return nullptr;
    stem = stem.substr(0, dash);
  }
  const bool parts = std::ranges::any_of(members, [&](ComponentId m) { return survey.kind(m).id != stem; });
  const catalogue::Kind* service = parts ? catalogue::find(stem) : nullptr;
  return service != nullptr && service->holds == catalogue::Holds::NotAContainer ? service : nullptr;
}

/// "CloudWatch Alarms" in the card of CloudWatch is "Alarms".
void drop_service(Description& what, const catalogue::Kind& service) {
  const std::string name = lower(what.name), own = lower(service.short_name);
  if (name.size() > own.size() + 1 && name.starts_with(own + " "))
    what.name = upper_first(what.name.substr(own.size() + 1));
}

/// As many across as the wall has room for, then rows of one length.
int columns_of(const Draft& draft, std::size_t members) {
  const int count = static_cast<int>(members), across = draft.in_columns ? 4 : 6;
  const int rows = (count + across - 1) / across;
  return (count + rows - 1) / rows;
}

void add_card(Draft& draft, NodeId wall, const Card& card, int row) {
  const catalogue::Kind* service =
      card.category == Category::Observability ? common_service(draft.survey, card.members) : nullptr;
  std::string title(card.title.empty() ? title_of(card.category) : std::string_view(card.title));
  if (service != nullptr) title += fmt::format(" · {}", service->name);
  Block block = frame(Look::Card, {title, {}, {}}, fmt::format("glyph/{}", key_of(card.category)));
  block.node.key = fmt::format("card-{}", key_of(card.category));
  block.dress.category = std::string(key_of(card.category));
  block.node.slot.row = row;
  block.node.arrangement = layout::Arrangement::Grid;
  block.node.gap = kNodeGap;
  block.node.columns = columns_of(draft, card.members.size());
  const NodeId box = draft.canvas.add(wall, std::move(block));
  for (const ComponentId m : card.members) {
    Block node = node_block(draft, m, IconStyle{});
    if (service != nullptr && draft.survey.family(m).size() == 1) {
      Description what = description_of(draft, m);
      drop_service(what, *service);
      Block again = icon_node(what, draft.survey.kind(m), IconStyle{});
      sign(draft.survey, m, again);
      node = std::move(again);
    }
    draft.canvas.add(box, std::move(node));
  }
}

}  // namespace

void build_wall(Draft& draft, NodeId parent, std::span<const ComponentId> members, bool annotated) {
  if (members.empty()) return;
  annotated = annotated && draft.has_note_card();  // else the notes stand below the drawing
  Block block = plain(layout::Arrangement::Wall);
  block.node.key = "wall";
  block.node.gap = kCardColumnGap;
  block.node.row_gap = kCardGap;
  // Beside columns of full height a wall fills it, under layers their width; beside layers it stays compact.
  const layout::Arrangement around = draft.canvas.node(parent).arrangement;
  constexpr std::size_t kFew = 4;  // stretched, their cards would be empty space
  block.node.slot.stretch = (around == layout::Arrangement::Beside && members.size() > kFew) || draft.in_columns;
  const NodeId wall = draft.canvas.add(parent, std::move(block));
  if (annotated) draft.wall = wall;
  std::vector<ComponentId> nodes;
  for (const ComponentId m : members) {
    if (draft.survey.part(m) == Part::Frame)
      build_frame(draft, wall, m);
    else
      nodes.push_back(m);
  }
  const std::vector<Card> cards = cards_of(draft.survey, nodes);
  // Under layers a few cards are one row, as long as each is one row of nodes.
  constexpr std::size_t kOneRow = 3;
  const bool one_row = !draft.in_columns && around == layout::Arrangement::Beside && cards.size() <= kOneRow &&
                       nodes.size() == members.size() && std::ranges::all_of(cards, [&](const Card& card) {
                         return columns_of(draft, card.members.size()) == static_cast<int>(card.members.size());
                       });
  for (const Card& card : cards) add_card(draft, wall, card, one_row ? 0 : -1);
}

}  // namespace skydraft::view::overview
