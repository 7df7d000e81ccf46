#include "view/overview/survey.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "view/overview/tiers.hpp"
#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

using catalogue::Category;
using catalogue::Holds;
using catalogue::Scope;
using model::Component;

/// Below this many nodes nothing is folded: a small document may be about exactly what others leave to a note.
constexpr std::size_t kFoldFrom = 6;

std::vector<bool> in_flow_steps(const model::Architecture& a) {
  std::vector<bool> result(a.components().size(), false);
  for (const model::Flow& flow : a.flows())
    for (const model::FlowStep& step : flow.steps)
      for (const model::RelationId r : step.relations) result[a[r].from.index] = result[a[r].to.index] = true;
  return result;
}

}  // namespace

const data::Fold* fold_of(const catalogue::Kind& kind) {
  for (const data::Fold& fold : data::folds())
    if (matches_any(kind.id, fold.kinds)) return &fold;
  return nullptr;
}

Survey::Survey(const model::Architecture& architecture, const Selection* selection)
    : architecture_(&architecture), selection_(selection) {
  const std::size_t count = architecture.components().size();
  for (const Component& c : architecture.components()) kinds_.push_back(&catalogue::kind_or_unknown(c.kind));
  parts_.assign(count, Part::Node);
  homes_.assign(count, {});
  contents_.assign(count, {});
  attachments_.assign(count, {});
  scalers_.assign(count, {});
  partners_.assign(count, {});
  fold_titles_.assign(count, {});
  shown_as_.assign(count, {});
  zonal_.assign(count, false);
  candidate_.assign(count, false);
  collapsed_.assign(count, false);
  crowd_.assign(count, false);
  families_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) families_[i] = {{i}};
  for (const model::Relation& r : architecture.relations()) {
    partners_[r.from.index].push_back(r.to);
    partners_[r.to.index].push_back(r.from);
  }
  find_folds();
  find_homes();
  enter_boundaries();
  collapse_frames();
  find_zonal_networks();
  find_frames();
  merge_families();
  find_hosts();
  fold_crowds();
  fill_contents();
}

/// CloudWatch has logs and alarms, but is no box around them: they stand beside it.
bool Survey::is_aspect_of(ComponentId part, ComponentId service) const {
  const std::string_view whole = kind(service).id, own = kind(part).id;
  return kind(service).holds == Holds::NotAContainer && own.size() > whole.size() && own.starts_with(whole) &&
         own[whole.size()] == '-';
}

void Survey::find_folds() {
  const std::vector<bool> in_steps = in_flow_steps(*architecture_);
  std::size_t nodes = 0;
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    const data::Fold* fold = fold_of(*kinds_[i]);
    const bool leaf =
        std::ranges::all_of(architecture_->children({i}), [&](ComponentId child) { return is_aspect_of(child, {i}); });
    candidate_[i] = kinds_[i]->holds != Holds::NotAContainer || !leaf;
    if (is_left_out(i)) {
      parts_[i] = Part::Hidden;
      continue;
    }
    if (fold == nullptr || in_steps[i] || !leaf || in_detail()) {
      ++nodes;
      continue;
    }
    fold_titles_[i] = fold->title;
    switch (fold->as) {
      case data::FoldAs::Note:
        parts_[i] = Part::Note;
        break;
      case data::FoldAs::Scaling:
        parts_[i] = Part::Scaling;
        break;
      case data::FoldAs::Attach:
        parts_[i] = Part::Attached;
        break;
      case data::FoldAs::Merge:
        parts_[i] = Part::Merged;
        break;
    }
  }
  if (nodes < kFoldFrom) {
    for (std::uint32_t i = 0; i < kinds_.size(); ++i)
      if (!is_left_out(i)) parts_[i] = Part::Node;
    std::ranges::fill(fold_titles_, std::string_view{});
  }
}

void Survey::find_only_ones() {
  std::array<int, kHolds> count{};
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    const auto what = static_cast<std::size_t>(kinds_[i]->holds);
    only_[what] = ++count[what] == 1 ? std::optional(ComponentId{i}) : std::nullopt;
  }
}

std::optional<ComponentId> Survey::fitting_home(ComponentId id) const {
  const catalogue::Kind& own = kind(id);
  const auto first_of = [&](std::initializer_list<Holds> order) -> std::optional<ComponentId> {
    for (const Holds what : order)
      if (const auto one = only_one(what); one && *one != id && !architecture_->is_inside(*one, id)) {
        const catalogue::Kind& frame = kind(*one);
        const bool foreign = own.provider != frame.provider && own.provider != "generic" && own.provider != "tool" &&
                             own.provider != "kubernetes" && own.provider != "k8s" && frame.provider != "generic";
        if (!foreign) return one;
      }
    return std::nullopt;
  };
  if (own.holds == Holds::Cloud || own.holds == Holds::Account) return std::nullopt;
  if (own.holds == Holds::Region) return first_of({Holds::Cloud});
  if (own.holds == Holds::Network || own.holds == Holds::Group) return first_of({Holds::Region, Holds::Cloud});
  const bool at_home_anywhere = own.provider == "generic" || own.provider == "tool";
  switch (own.scope) {
    case Scope::External:
      return std::nullopt;
    case Scope::Global:
      return at_home_anywhere ? std::nullopt : first_of({Holds::Cloud});
    case Scope::Delivery:
    case Scope::Regional:
      return at_home_anywhere ? std::nullopt : first_of({Holds::Region, Holds::Cloud});
    case Scope::Network:
    case Scope::Zonal:
      return at_home_anywhere ? std::nullopt : first_of({Holds::Network, Holds::Region, Holds::Cloud});
    case Scope::Cluster:
      return first_of({Holds::Cluster});
  }
  return std::nullopt;
}

void Survey::find_homes() {
  find_only_ones();
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    const ComponentId id{i};
    std::optional<ComponentId> home = (*this)[id].parent;
    while (home && is_aspect_of(id, *home)) home = (*this)[*home].parent;
    homes_[i] = home ? home : fitting_home(id);
  }
  // A fitting home may be inside the thing itself by a detour; cut such a loop where it is met.
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    std::size_t hops = 0;
    for (auto up = homes_[i]; up; up = homes_[up->index])
      if (*up == ComponentId{i} || ++hops > kinds_.size()) {
        homes_[i] = (*this)[{i}].parent;
        break;
      }
  }
  keep_frames_of_the_rule();
}

void Survey::keep_frames_of_the_rule() {
  if (selection_ == nullptr || selection_->rule.frames.empty()) return;
  const auto is_kept = [&](ComponentId frame) {
    const auto frames = selection_->rule.frames;
    return std::ranges::find(frames, name_of(kind(frame).holds)) != frames.end();
  };
  for (auto& home : homes_)
    while (home && !is_kept(*home)) home = (*this)[*home].parent;
}

/// What a security group protects stands inside it, and the group where it stood.
void Survey::enter_boundaries() {
  if (selection_ == nullptr) return;
  for (const Boundary& boundary : selection_->boundaries) {
    const auto home = homes_[boundary.group.index];
    for (const ComponentId member : boundary.members) {
      if (is_left_out(member.index) || member == home) continue;
      homes_[member.index] = boundary.group;
      candidate_[boundary.group.index] = true;
    }
  }
}

bool Survey::is_inside(ComponentId id, ComponentId frame) const {
  for (auto up = homes_[id.index]; up; up = homes_[up->index])
    if (*up == frame) return true;
  return false;
}

/// What stands in a collapsed frame, by the document or by rule, is shown by the outermost one around it.
void Survey::collapse_frames() {
  if (selection_ == nullptr || selection_->collapse.empty()) return;
  std::vector<bool> wanted(kinds_.size(), false);
  for (const ComponentId id : selection_->collapse) wanted[id.index] = selection_->shown[id.index];
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    std::optional<ComponentId> outermost;
    for (auto up = homes_[i]; up; up = homes_[up->index])
      if (wanted[up->index]) outermost = up;
    if (!outermost || is_left_out(i)) continue;
    collapsed_[outermost->index] = true;
    shown_as_[i] = outermost;
    parts_[i] = Part::Hidden;
    fold_titles_[i] = {};
    candidate_[i] = false;
    families_[outermost->index].push_back({i});
  }
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    if (!collapsed_[i]) continue;
    parts_[i] = Part::Node;
    fold_titles_[i] = {};
    candidate_[i] = false;
  }
}

bool Survey::shows_subnets() const {
  if (selection_ == nullptr || selection_->rule.frames.empty()) return true;
  return std::ranges::find(selection_->rule.frames, name_of(Holds::Subnet)) != selection_->rule.frames.end();
}

void Survey::find_zonal_networks() {
  for (std::uint32_t i = 0; i < kinds_.size(); ++i)
    if (kinds_[i]->holds == Holds::Network && shows_subnets() && !collapsed_[i] && !shown_as_[i])
      zonal_[i] = tiers_are_known(*this, {i});
}

void Survey::find_frames() {
  std::vector<bool> has_content(kinds_.size(), false);
  const auto mark_homes = [&](std::uint32_t i) {
    for (auto up = homes_[i]; up && !has_content[up->index]; up = homes_[up->index]) has_content[up->index] = true;
  };
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    if (kinds_[i]->holds == Holds::Subnet && homes_[i])
      for (auto up = homes_[i]; up; up = homes_[up->index])
        if (zonal_[up->index]) has_content[i] = true;
    const bool shows_itself = parts_[i] == Part::Node || parts_[i] == Part::Merged;
    const bool is_place = candidate_[i] && (kinds_[i]->holds == Holds::Cloud || kinds_[i]->holds == Holds::Region ||
                                            kinds_[i]->holds == Holds::Account || kinds_[i]->holds == Holds::Zone);
    if (has_content[i] || (shows_itself && !is_place)) mark_homes(i);
  }
  // Where the document speaks of no region, an assumed one around everything says nothing.
  int regions = 0;
  for (std::uint32_t i = 0; i < kinds_.size(); ++i)
    regions += candidate_[i] && has_content[i] && kinds_[i]->holds == Holds::Region ? 1 : 0;
  const auto is_idle_region = [&](std::uint32_t i) {
    return regions == 1 && kinds_[i]->holds == Holds::Region && (*this)[{i}].inferred() && partners_[i].empty();
  };
  for (std::uint32_t i = 0; i < kinds_.size(); ++i)
    if (is_idle_region(i))
      parts_[i] = Part::Hidden;
    else if (candidate_[i] && has_content[i])
      parts_[i] = Part::Frame;
    else if (kinds_[i]->holds != Holds::NotAContainer && !collapsed_[i] && (*this)[{i}].inferred() &&
             partners_[i].empty())
      parts_[i] = Part::Hidden;
  // A home that turned out to be no frame hands its members on to the next one up.
  for (std::uint32_t i = 0; i < kinds_.size(); ++i)
    while (homes_[i] && parts_[homes_[i]->index] != Part::Frame) homes_[i] = homes_[homes_[i]->index];
}

void Survey::merge_families() {
  std::map<std::pair<std::string_view, std::int64_t>, std::vector<ComponentId>> families;
  for (std::uint32_t i = 0; i < kinds_.size(); ++i)
    if (parts_[i] == Part::Merged)
      families[{fold_titles_[i], homes_[i] ? static_cast<std::int64_t>(homes_[i]->index) : -1}].push_back({i});
  for (const auto& [key, members] : families) {
    parts_[members.front().index] = Part::Node;
    families_[members.front().index] = members;
    for (const ComponentId m : members) shown_as_[m.index] = members.front();
  }
}

std::vector<ComponentId> Survey::partners(ComponentId id) const {
  std::vector<ComponentId> result;
  for (const ComponentId p : partners_[id.index])
    if (parts_[p.index] == Part::Node && std::ranges::find(result, p) == result.end()) result.push_back(p);
  return result;
}

void Survey::find_hosts() {
  // What names no host hangs on every machine, if they are few enough for that to be what the document means.
  constexpr std::size_t kMostHosts = 32;
  std::vector<ComponentId> machines;
  for (std::uint32_t h = 0; h < kinds_.size(); ++h)
    if (parts_[h] == Part::Node && kinds_[h]->scope == Scope::Zonal && kinds_[h]->category == Category::Compute)
      machines.push_back({h});
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    if (parts_[i] != Part::Attached && parts_[i] != Part::Scaling) continue;
    std::vector<ComponentId> hosts = partners({i});
    std::erase_if(hosts, [&](ComponentId h) {
      return kind(h).category != Category::Compute && kind(h).category != Category::Container;
    });
    if (hosts.empty() && kinds_[i]->scope != Scope::Cluster && machines.size() <= kMostHosts)
      for (const ComponentId h : machines)
        if (kind(h).provider == kinds_[i]->provider) hosts.push_back(h);
    if (parts_[i] == Part::Attached && hosts.empty()) parts_[i] = Part::Node;
    for (const ComponentId h : hosts) (parts_[i] == Part::Attached ? attachments_ : scalers_)[h.index].push_back({i});
    if (hosts.size() == 1) shown_as_[i] = hosts.front();
  }
}

/// Of many alike things in one place, which nothing is said to talk to, the first stand for the rest.
void Survey::fold_crowds() {
  if (in_detail()) return;
  const std::size_t most = detail() == Detail::Low ? 4 : 16, kept = detail() == Detail::Low ? 2 : 11;
  std::map<std::pair<Category, std::int64_t>, std::vector<ComponentId>> groups;
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    const bool alone = parts_[i] == Part::Node && partners_[i].empty() && families_[i].size() == 1 &&
                       attachments_[i].empty() && scalers_[i].empty() && kinds_[i]->holds == Holds::NotAContainer &&
                       (*this)[{i}].spans.empty() && kinds_[i]->scope != Scope::Zonal;
    if (!alone) continue;
    groups[{kinds_[i]->category, homes_[i] ? static_cast<std::int64_t>(homes_[i]->index) : -1}].push_back({i});
  }
  for (auto& [key, members] : groups) {
    if (members.size() <= most) continue;
    const ComponentId first = members[kept];
    families_[first.index].assign(members.begin() + static_cast<std::ptrdiff_t>(kept), members.end());
    crowd_[first.index] = true;
    for (std::size_t i = kept + 1; i < members.size(); ++i) {
      parts_[members[i].index] = Part::Hidden;
      shown_as_[members[i].index] = first;
    }
  }
}

void Survey::fill_contents() {
  std::map<const catalogue::Kind*, int> count;
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) count[kinds_[i]] += parts_[i] == Part::Node ? 1 : 0;
  for (const catalogue::Kind* kind : kinds_) siblings_.push_back(count[kind]);
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    if (!is_drawn({i})) continue;
    if (homes_[i])
      contents_[homes_[i]->index].push_back({i});
    else
      page_.push_back({i});
  }
}

std::optional<ComponentId> Survey::shown_as(ComponentId id) const {
  if (is_drawn(id)) return id;
  return shown_as_[id.index];
}

bool stands_in_zones(const Survey& survey, ComponentId id) {
  if (survey.kind(id).scope != Scope::Zonal) return false;
  const model::Attribute* multi = survey[id].attribute("multi_az");
  if (survey.kind(id).category != Category::Database) return true;
  return multi == nullptr || !std::holds_alternative<bool>(multi->value) || std::get<bool>(multi->value);
}

}  // namespace skydraft::view::overview
