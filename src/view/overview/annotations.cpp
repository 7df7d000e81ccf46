#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "view/boundaries.hpp"
#include "view/notes.hpp"
#include "view/overview/builders.hpp"
#include "view/overview/policy_words.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

/// The annotation card: what is folded out of the picture is named in it (VISUAL section 10).
namespace skydraft::view::overview {
namespace {

using layout::NodeId;

struct Row {
  std::string key;
  std::vector<std::string> values;
  std::vector<ComponentId> components;
};

class RowList {
 public:
  Row& at(std::string_view key) {
    const auto it = std::ranges::find(rows_, key, &Row::key);
    if (it != rows_.end()) return *it;
    rows_.push_back({std::string(key), {}, {}});
    return rows_.back();
  }
  std::vector<Row> take() && { return std::move(rows_); }

 private:
  std::vector<Row> rows_;
};

/// "Web Tier SG" is "web": the row's key says what kind of thing it is.
std::string short_name_of(const Survey& survey, ComponentId id) {
  std::vector<std::string> words = words_of(without_vendor(without_brackets(survey[id].name)));
  std::vector<std::string> kept;
  for (const std::string& w : words)
    if (std::ranges::find(data::group_words(), lower(w)) == data::group_words().end()) kept.push_back(w);
  return lower_words(joined(kept.empty() ? words : kept));
}

/// "Allow traffic from web tier only" is "← web".
std::string source_of(const Survey& survey, ComponentId id) {
  for (const model::Policy& policy : survey.model().policies())
    if (std::ranges::find(policy.applies_to, id) != policy.applies_to.end())
      for (const model::Attribute& a : policy.attributes)
        if (a.key == "from") return " ← " + lower_first(without_group_words(text_of(a.value)));
  for (const std::string& purpose : survey[id].purposes) {
    const std::size_t from = lower(purpose).find(" from ");
    if (from == std::string::npos) continue;
    if (const std::string text = without_group_words(brief(purpose.substr(from + 6), 4)); !text.empty())
      return " ← " + text;
  }
  return {};
}

/// The things a policy is about, by the names in the picture; the frames around them are not repeated.
std::string names_of(const Survey& survey, const std::vector<ComponentId>& components) {
  constexpr std::size_t kMostNames = 2;
  std::vector<std::string> names;
  for (const ComponentId c : components)
    if (components.size() == 1 || survey.part(c) != Part::Frame)
      names.push_back(survey.is_drawn(c) ? describe(survey[c], survey.kind(c), survey.siblings(c)).name
                                         : lower_words(without_brackets(survey[c].name)));
  if (names.empty() || names.size() > kMostNames) return {};
  return names.size() == 1 ? names.front() : fmt::format("{}, {}", names[0], names[1]);
}

std::string value_of_policy(const Survey& survey, const model::Policy& policy, bool in_card) {
  // Below the drawing there is more room than in a card beside it.
  const std::size_t room = in_card ? 64 : 110;
  const std::string terms = terms_of(policy), names = names_of(survey, policy.applies_to);
  if (!terms.empty()) {
    const bool speaks_of_all =
        policy.kind == model::PolicyKind::Encryption || policy.kind == model::PolicyKind::Tagging;
    return names.empty() || speaks_of_all ? terms : fmt::format("{} {}", names, terms);
  }
  std::string text = shortened(policy.text, room);
  const bool adds = !policy.title.empty() && lower(policy.text).find(lower(policy.title)) == std::string::npos;
  if (adds && letters(policy.title) + letters(text) < room)
    return fmt::format("{}: {}", policy.title, lower_first(text));
  return text;
}

std::string key_of_policy(const model::Policy& policy) {
  for (const data::Pair& pair : data::policy_titles())
    if (pair.key == model::name_of(policy.kind)) return std::string(pair.value);
  return "Notes";
}

bool is_told_here(const Survey& survey, const model::Policy& policy) {
  return survey.selection() == nullptr || is_about(*survey.selection(), policy);
}

/// A policy says more than the name of what carries it out; security groups are told by what they let in.
bool is_told_by_policy(const Survey& survey, ComponentId id) {
  return std::ranges::any_of(survey.model().policies(), [&](const model::Policy& p) {
    return is_told_here(survey, p) && p.kind != model::PolicyKind::Security && p.kind != model::PolicyKind::Note &&
           (std::ranges::find(p.applies_to, id) != p.applies_to.end() || lower(p.title) == lower(survey[id].name));
  });
}

/// "Web tier: allow HTTP from internet" is told by the row of the security groups.
bool is_about_folded(const Survey& survey, const model::Policy& policy) {
  return policy.kind == model::PolicyKind::Security && !policy.applies_to.empty() &&
         std::ranges::all_of(policy.applies_to, [&](ComponentId c) { return survey.part(c) == Part::Note; });
}

/// What a themed view leaves out, by name.
void add_left_out(const Survey& survey, RowList& rows) {
  const auto count = static_cast<std::uint32_t>(survey.model().components().size());
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < count; ++i) {
    const ComponentId id{i};
    const bool place = survey.kind(id).holds != catalogue::Holds::NotAContainer;
    if (survey.selection()->shown[i] || survey.is_drawn(id) || survey[id].inferred() || place) continue;
    std::string name = without_vendor(without_brackets(plain_name(survey[id].name)));
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  if (!names.empty()) rows.at("Not shown").values = std::move(names);
}

/// Who stands inside a boundary because of its name only.
void add_assumed_members(const Survey& survey, RowList& rows) {
  std::string names;
  for (const Boundary& boundary : survey.selection()->boundaries)
    if (boundary.assumed && survey.part(boundary.group) == Part::Frame)
      names += (names.empty() ? "" : ", ") + without_brackets(survey[boundary.group].name);
  if (!names.empty()) rows.at("Assumed").values.push_back(names + ": what is inside follows from the name");
}

std::vector<Row> rows_of(const Survey& survey, const Canvas& canvas, bool in_card) {
  RowList rows;
  const auto count = static_cast<std::uint32_t>(survey.model().components().size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const ComponentId id{i};
    if (survey.part(id) != Part::Note && survey.part(id) != Part::Scaling) continue;
    Row& row = rows.at(survey.fold_title(id));
    row.components.push_back(id);
    if (is_told_by_policy(survey, id)) continue;
    std::string text = short_name_of(survey, id) + source_of(survey, id);
    if (survey.part(id) == Part::Scaling)
      if (const std::string how = purpose_of(survey[id], 6); !how.empty()) text = fmt::format("{}: {}", text, how);
    row.values.push_back(std::move(text));
  }
  for (const model::Policy& policy : survey.model().policies()) {
    if (is_about_folded(survey, policy) || !is_told_here(survey, policy)) continue;
    Row& row = rows.at(key_of_policy(policy));
    std::string value = value_of_policy(survey, policy, in_card);
    if (std::ranges::find(row.values, value) == row.values.end()) row.values.push_back(std::move(value));
  }
  // Whatever has found no place in the picture is named, so that nothing vanishes.
  std::vector<bool> seen(count, false);
  for (const NodeDress& dress : canvas.picture().nodes.rows())
    for (const ComponentId c : dress.components) seen[c.index] = true;
  for (std::uint32_t i = 0; i < count; ++i) {
    const ComponentId id{i};
    const bool noted = survey.part(id) == Part::Note || survey.part(id) == Part::Scaling;
    if (noted || survey.part(id) == Part::Hidden || seen[i]) continue;
    Row& row = rows.at("Also stated");
    row.values.push_back(without_brackets(survey[id].name));
    row.components.push_back(id);
  }
  if (survey.selection() != nullptr) add_assumed_members(survey, rows);
  if (survey.selection() != nullptr) add_left_out(survey, rows);
  std::vector<Row> result = std::move(rows).take();
  // What only a policy's row tells stands for nothing of its own.
  std::vector<ComponentId> told;
  for (const Row& row : result)
    if (row.values.empty()) told.insert(told.end(), row.components.begin(), row.components.end());
  std::erase_if(result, [](const Row& row) { return row.values.empty(); });
  if (!result.empty()) result.front().components.insert(result.front().components.end(), told.begin(), told.end());
  std::ranges::stable_partition(result, [](const Row& r) { return r.key != "Also stated"; });
  return result;
}

std::string title_of_card(const Draft& draft) {
  if (draft.survey.selection() != nullptr) return "About this view";
  for (auto up = draft.wall; up; up = draft.canvas.graph()[*up].parent)
    if (draft.canvas.picture().nodes[*up].look == Look::Region) return "Applies across the region";
  return "Applies to the whole picture";
}

std::string tooltip_of_rows(const Draft& draft, const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows)
    for (const ComponentId c : row.components)
      text += (text.empty() ? "" : "\n\n") + tooltip_of(draft.survey[c], draft.survey.kind(c));
  for (const model::Policy& policy : draft.survey.model().policies())
    if (is_told_here(draft.survey, policy)) text += fmt::format("{}{}", text.empty() ? "" : "\n", policy.text);
  return text;
}

void add_card(Draft& draft, const std::vector<Row>& rows) {
  constexpr int kMostLines = 3;
  Block block = frame(Look::Annotation, {title_of_card(draft), {}, {}}, {});
  block.dress.look = Look::Annotation;
  block.node.key = "annotations";
  block.node.role = layout::Role::Annotation;
  block.node.padding = {};
  block.node.title = {};
  double y = 28;
  const double width = kAnnotationWidth - kAnnotationKey - 12;
  for (const Row& row : rows) {
    const double key_y = y + 11;
    block.dress.lines.push_back({row.key, {12, key_y}, TextLine::Anchor::Start, kRowKeyFont, TextRole::RowKey});
    for (std::string& line : value_lines(row.values, kFactFont, width, kMostLines)) {
      block.dress.lines.push_back(
          {std::move(line), {12 + kAnnotationKey, y + 11}, TextLine::Anchor::Start, kFactFont, TextRole::Fact});
      y += kAnnotationPitch;
    }
    block.dress.components.insert(block.dress.components.end(), row.components.begin(), row.components.end());
  }
  block.dress.tooltip = tooltip_of_rows(draft, rows);
  block.node.size = {kAnnotationWidth, y + 8};
  block.node.slot.stretch = true;
  draft.canvas.add(*draft.wall, std::move(block));
}

}  // namespace

void build_annotations(Draft& draft) {
  const std::vector<Row> rows = rows_of(draft.survey, draft.canvas, draft.wall.has_value());
  if (rows.empty()) return;
  if (draft.wall) {
    add_card(draft, rows);
    return;
  }
  Notes& notes = draft.canvas.sheet().notes;
  notes.title = title_of_card(draft);
  notes.tooltip = tooltip_of_rows(draft, rows);
  for (const Row& row : rows) {
    notes.rows.push_back({row.key, row.values});
    notes.components.insert(notes.components.end(), row.components.begin(), row.components.end());
  }
}

}  // namespace skydraft::view::overview
