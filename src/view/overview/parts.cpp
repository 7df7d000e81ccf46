#include "view/overview/parts.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "view/boundaries.hpp"
#include "view/overview/policy_words.hpp"
#include "view/overview/tiers.hpp"
#include "view/wording.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Holds;

/// "3 IAM roles" is told by the names of its members, without what they have in common.
Description family_description(const Survey& survey, ComponentId id) {
  const std::vector<ComponentId>& family = survey.family(id);
  const catalogue::Kind& kind = survey.kind(id);
  Description result;
  const bool one_kind = std::ranges::all_of(family, [&](ComponentId m) { return &survey.kind(m) == &kind; });
  if (one_kind) {
    const std::string name = without_vendor(kind.name.empty() ? kind.short_name : kind.name);
    result.name = name.ends_with('s')   ? name
                  : name.ends_with('y') ? name.substr(0, name.size() - 1) + "ies"
                                        : name + "s";
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < family.size() && i < kShown; ++i) {
      std::string text = without_vendor(without_brackets(survey[family[i]].name));
      std::vector<std::string> words = words_of(text);
      if (words.size() > 1 && lower(kind.name).find(lower(words.back())) != std::string::npos) words.pop_back();
      result.facts.push_back({joined(words), false});
    }
    if (family.size() > kShown) result.facts.back() = {fmt::format("{} more", family.size() - kShown + 1), false};
    return result;
  }
  result.name = std::string(survey.fold_title(id));
  std::vector<std::pair<std::string_view, int>> counts;
  for (const ComponentId m : family) {
    const auto it = std::ranges::find(counts, survey.kind(m).short_name, &std::pair<std::string_view, int>::first);
    if (it == counts.end())
      counts.emplace_back(survey.kind(m).short_name, 1);
    else
      ++it->second;
  }
  std::string text;
  for (const auto& [name, count] : counts)
    text += count == 1 ? fmt::format("{}{}", text.empty() ? "" : " · ", name)
                       : fmt::format("{}{} {}s", text.empty() ? "" : " · ", count, name);
  result.facts.push_back({text, false});
  return result;
}

}  // namespace

Draft::Draft(const Survey& own_survey, const Links& own_links, Canvas& own_canvas)
    : survey(own_survey), links(own_links), canvas(own_canvas), linked_(own_survey.model().components().size(), false) {
  const auto mark = [&](ComponentId id) {
    for (std::optional<ComponentId> up = id; up && !linked_[up->index]; up = survey.home(*up))
      linked_[up->index] = true;
  };
  first_step_.assign(linked_.size(), kNoStep);
  links_of_.resize(linked_.size());
  for (const Link& link : links.links) {
    mark(link.from);
    mark(link.to);
    links_of_[link.from.index].push_back(&link);
    links_of_[link.to.index].push_back(&link);
    if (link.steps.empty()) continue;
    int& from = first_step_[link.from.index];
    int& to = first_step_[link.to.index];
    from = std::min(from, 2 * link.steps.front());
    to = std::min(to, 2 * link.steps.front() + 1);
  }
}

/// The icon of the framework that a workload is said to be built with; "" if the catalogue knows none.
std::string technology_icon(const model::Component& c) {
  std::vector<std::string> texts;
  for (const std::string_view key : {"framework", "technology", "stack", "language"})
    if (const model::Attribute* a = c.attribute(key)) texts.push_back(text_of(a->value));
  texts.insert(texts.end(), c.purposes.begin(), c.purposes.end());
  for (std::string& text : texts) {
    for (char& ch : text)
      if (ch == '/' || ch == ',' || ch == '(' || ch == ')' || ch == '+') ch = ' ';
    for (const std::string& word : words_of(lower(text)))
      for (const catalogue::Alias& alias : catalogue::find_alias(word)) {
        const catalogue::Kind& kind = catalogue::kinds()[alias.kind];
        const bool technology = kind.provider == "tool" && kind.category == catalogue::Category::Application;
        if (technology && alias.strength == catalogue::AliasStrength::Name && !kind.icon.starts_with("glyph/") &&
            icon_of(kind) == kind.icon)
          return std::string(kind.icon);
      }
  }
  return {};
}

/// True if at least half of its words are in those facts already.
bool repeats(const std::string& text, const std::vector<Fact>& facts) {
  std::set<std::string> said;
  for (const Fact& fact : facts)
    for (std::string& word : words_of(lower(fact.text))) said.insert(std::move(word));
  const std::vector<std::string> words = words_of(lower(text));
  const auto known = std::ranges::count_if(words, [&](const std::string& w) { return said.contains(w); });
  return !words.empty() && 2 * known >= static_cast<std::ptrdiff_t>(words.size());
}

/// "scale based on CPU" is what the policy "on CPU" was read from.
bool is_said_by_policy(const Survey& survey, ComponentId id, const std::string& text) {
  return std::ranges::any_of(survey.model().policies(), [&](const model::Policy& policy) {
    return std::ranges::find(policy.applies_to, id) != policy.applies_to.end() &&
           lower(brief(policy.text, 4)) == lower(text);
  });
}

/// In a view of backups, keys or scaling, what is said about that comes first.
void put_policies_first(const Survey& survey, ComponentId id, Description& what) {
  constexpr std::size_t kMost = 2;
  std::vector<Fact> facts;
  for (const model::Policy& policy : survey.model().policies()) {
    // A rule of who may come in speaks of the one that it protects, which it names first.
    const bool is_rule =
        std::ranges::any_of(policy.attributes, [](const model::Attribute& a) { return a.key == "from"; });
    const bool applies = is_rule ? !policy.applies_to.empty() && policy.applies_to.front() == id
                                 : std::ranges::find(policy.applies_to, id) != policy.applies_to.end();
    if (!applies || facts.size() >= kMost || !is_about(*survey.selection(), policy)) continue;
    const std::string terms = terms_of(policy);
    if (std::string text = terms.empty() ? brief(policy.text, 4) : terms; !text.empty() && !repeats(text, facts))
      facts.push_back({std::move(text), false});
  }
  if (facts.empty()) return;
  const auto other = std::ranges::find_if(
      what.facts, [&](const Fact& f) { return !repeats(f.text, facts) && !is_said_by_policy(survey, id, f.text); });
  if (other != what.facts.end() && facts.size() < kMost) facts.push_back(*other);
  what.facts = std::move(facts);
}

/// "12 more": what they are is told by their names.
Description crowd_description(const Survey& survey, ComponentId id) {
  constexpr std::size_t kShown = 2;
  const std::vector<ComponentId>& family = survey.family(id);
  Description result{fmt::format("{} more", family.size()), {}};
  for (std::size_t i = 0; i < kShown; ++i) {
    const std::string name = without_vendor(without_brackets(plain_name(survey[family[i]].name)));
    result.facts.push_back({i + 1 == kShown ? name + ", …" : name + ",", false});
  }
  return result;
}

/// A container as one box: how much is in it.
Description collapsed_description(const Survey& survey, ComponentId id) {
  Description result = describe_frame(survey[id], survey.kind(id));
  const auto inside = std::ranges::count_if(survey.family(id), [&](ComponentId m) {
    return m != id && !survey[m].inferred() && survey.kind(m).holds == Holds::NotAContainer;
  });
  if (inside > 0) result.facts.insert(result.facts.begin(), Fact{fmt::format("{} inside, not shown", inside), false});
  return result;
}

Description description_of(const Draft& draft, ComponentId id) {
  const Survey& survey = draft.survey;
  if (survey.is_collapsed(id)) return collapsed_description(survey, id);
  if (survey.is_crowd(id)) return crowd_description(survey, id);
  if (survey.family(id).size() > 1) return family_description(survey, id);
  int siblings = survey.siblings(id);
  // In a frame of its own service a thing goes by its own name.
  constexpr int kOwnName = 1000;
  if (const auto home = survey.home(id); home && &survey.kind(*home) == &survey.kind(id)) siblings = kOwnName;
  Description what = describe(survey[id], survey.kind(id), siblings);
  if (what.facts.empty())
    for (const model::Policy& policy : survey.model().policies())
      if (what.facts.empty() && std::ranges::find(policy.applies_to, id) != policy.applies_to.end() &&
          policy.title.empty())
        if (const std::string text = brief(policy.text, 3); !text.empty() && lower(text) != lower(what.name))
          what.facts.push_back({text, false});
  if (survey.selection() != nullptr && survey.selection()->themed) put_policies_first(survey, id, what);
  const auto told = draft.links.told.find(id);
  if (told == draft.links.told.end()) return what;
  constexpr std::size_t kMostTold = 2;
  std::vector<Fact> facts;
  for (const std::string& text : told->second)
    if (facts.size() < kMostTold) facts.push_back({text, false});
  if (facts.size() < kMostTold && !what.facts.empty()) {
    const std::string joint = what.facts.front().text + " " + facts.front().text;
    if (facts.front().text.starts_with("→"))
      facts.front().text = joint;
    else
      facts.insert(facts.begin(), what.facts.front());
  }
  what.facts = std::move(facts);
  return what;
}

void sign(const Survey& survey, ComponentId id, Block& block) {
  block.node.key = survey[id].slug;
  block.dress.kind = survey[id].kind;
  block.dress.components = survey.family(id);
  block.dress.inferred = survey[id].inferred();
  block.dress.category = std::string(key_of(survey.kind(id).category));
  if (!survey.is_crowd(id)) block.dress.link = survey[id].link;
  constexpr std::size_t kMostTold = 40;  // of a collapsed landscape
  for (std::size_t i = 0; i < survey.family(id).size() && i < kMostTold; ++i) {
    const ComponentId member = survey.family(id)[i];
    if (!block.dress.tooltip.empty()) block.dress.tooltip += "\n\n";
    block.dress.tooltip += tooltip_of(survey[member], survey.kind(member));
  }
}

int replicas_of(const model::Component& c) {
  const model::Attribute* replicas = c.attribute("replicas");
  if (replicas == nullptr || !std::holds_alternative<std::int64_t>(replicas->value)) return c.count;
  return std::max<int>(c.count,
                       static_cast<int>(std::clamp<std::int64_t>(std::get<std::int64_t>(replicas->value), 1, 9999)));
}

bool runs_pods(const catalogue::Kind& kind) {
  return kind.category == catalogue::Category::Container && kind.scope == catalogue::Scope::Cluster;
}

Block node_block(const Draft& draft, ComponentId id, const IconStyle& given) {
  const Survey& survey = draft.survey;
  IconStyle style = given;
  if (survey.detail() == Detail::Low) style.most_facts = 0;
  std::vector<std::string> attachments;
  constexpr std::size_t kMostAttachments = 2;
  for (const ComponentId a : survey.attachments(id))
    if (attachments.size() < kMostAttachments) attachments.push_back(icon_of(survey.kind(a)));
  const bool runs_code = survey.kind(id).category == catalogue::Category::Container ||
                         survey.kind(id).category == catalogue::Category::Compute;
  if (const std::string icon = runs_code && attachments.empty() ? technology_icon(survey[id]) : std::string();
      !icon.empty())
    attachments.push_back(icon);
  const int replicas = survey.is_crowd(id) ? 1 : replicas_of(survey[id]);
  const bool with_pods = survey.in_detail() && replicas > 1 && runs_pods(survey.kind(id));
  Block block = with_pods ? workload(description_of(draft, id), survey.kind(id), replicas, attachments)
                          : icon_node(description_of(draft, id), survey.kind(id), style, attachments);
  sign(survey, id, block);
  for (const ComponentId a : survey.attachments(id)) {
    block.dress.components.push_back(a);
    block.dress.tooltip += "\n\n" + tooltip_of(survey[a], survey.kind(a));
  }
  if (!with_pods) block.dress.replicas = replicas;
  return block;
}

Look look_of(const Survey& survey, ComponentId frame) {
  switch (survey.kind(frame).holds) {
    case Holds::Cloud:
      return Look::Cloud;
    case Holds::Account:
      return Look::Account;
    case Holds::Region:
      return Look::Region;
    case Holds::Network:
      return Look::Network;
    case Holds::Zone:
      return Look::Zone;
    case Holds::Subnet:
      return tier_of_subnet(survey, frame) == SubnetTier::Public ? Look::PublicSubnet : Look::PrivateSubnet;
    case Holds::Cluster:
      return Look::Cluster;
    case Holds::Namespace:
      return Look::Namespace;
    case Holds::Group:
    case Holds::Host:
      return Look::Group;
    case Holds::NotAContainer:
      return is_boundary(survey[frame]) ? Look::Boundary : Look::Group;
  }
  return Look::Group;
}

/// Whom a security group lets in: "HTTPS from internet".
std::string rule_of(const model::Architecture& architecture, ComponentId group) {
  for (const model::Policy& policy : architecture.policies()) {
    if (policy.applies_to.empty() || policy.applies_to.front() != group) continue;
    std::string traffic, from;
    for (const model::Attribute& a : policy.attributes) {
      if (a.key == "traffic") traffic = text_of(a.value);
      if (a.key == "from") from = text_of(a.value);
    }
    if (!from.empty()) return fmt::format("{} from {}", traffic.empty() ? "traffic" : traffic, lower_start(from));
  }
  return {};
}

Block frame_block(const Survey& survey, ComponentId id, Look look) {
  const Description what = describe_frame(survey[id], survey.kind(id));
  FrameText text;
  text.label = what.name;
  if (!what.facts.empty()) text.placeholder = what.facts.front().text;
  if (const model::Attribute* cidr = survey[id].attribute("cidr")) text.note = without_brackets(text_of(cidr->value));
  if (look == Look::Boundary) text.note = rule_of(survey.model(), id);
  if (survey[id].count > 1) text.label += fmt::format(" ×{}", survey[id].count);
  Block block = frame(look, text, look == Look::Zone ? std::string() : icon_of(survey.kind(id)));
  sign(survey, id, block);
  return block;
}

layout::NodeId add_node(Draft& draft, layout::NodeId parent, ComponentId id, const IconStyle& style,
                        layout::Slot slot) {
  Block block = node_block(draft, id, style);
  block.node.slot = slot;
  return draft.canvas.add(parent, std::move(block));
}

}  // namespace skydraft::view::overview
