#include "view/selection.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "view/boundaries.hpp"
#include "view/wording.hpp"

namespace skydraft::view {
namespace {

using catalogue::Holds;
using model::Component;
using model::ComponentId;

using Names = std::span<const std::string_view>;

bool is_one_of(std::string_view name, Names names) { return std::ranges::find(names, name) != names.end(); }

class Selector {
 public:
  Selector(const model::Architecture& architecture, const data::ViewRule& rule) : a_(architecture), rule_(rule) {
    for (const Component& c : a_.components()) kinds_.push_back(&catalogue::kind_or_unknown(c.kind));
  }

  Selection run() {
    Selection result;
    result.rule = rule_;
    result.themed = true;
    result.subtitle = rule_.subtitle;
    const std::vector<bool> named = by_name();
    std::vector<bool> core = named;
    add_ends(core);
    result.shown = core;
    add_inside(result.shown);
    if (rule_.boundaries)
      for (const Boundary& boundary : result.boundaries = boundaries_of(a_))
        for (const ComponentId c : boundary.members) result.shown[c.index] = true;
    const std::vector<bool> base = result.shown;
    // The other end of a relation by which something came in does not bring in its own neighbours.
    std::vector<bool> centre = named;
    add_inside(centre);
    add_places(centre);
    result.relations.assign(a_.relations().size(), false);
    for (std::uint32_t i = 0; i < a_.relations().size(); ++i) {
      const model::Relation& r = a_.relations()[i];
      const bool from = base[r.from.index], to = base[r.to.index];
      const bool own_kind = is_one_of(model::name_of(r.kind), rule_.relations);
      if (!own_kind && !(from && to) && !(rule_.neighbours && (centre[r.from.index] || centre[r.to.index]))) continue;
      result.relations[i] = true;
      result.shown[r.from.index] = result.shown[r.to.index] = true;
    }
    result.supported = is_supported(core, result.shown);
    return result;
  }

 private:
  std::vector<bool> by_name() const {
    std::vector<bool> core(kinds_.size(), false);
    for (std::uint32_t i = 0; i < kinds_.size(); ++i)
      core[i] = matches_any(kinds_[i]->id, rule_.kinds) || is_one_of(key_of(kinds_[i]->category), rule_.categories);
    return core;
  }

  void add_ends(std::vector<bool>& core) const {
    for (const model::Relation& r : a_.relations())
      if (is_one_of(model::name_of(r.kind), rule_.relations)) core[r.from.index] = core[r.to.index] = true;
    if (rule_.applied)
      for (const model::Policy& policy : a_.policies())
        if (is_one_of(model::name_of(policy.kind), rule_.policies))
          for (const ComponentId c : policy.applies_to) core[c.index] = true;
  }

  bool stands_in(ComponentId id, Names holds) const {
    for (auto up = a_[id].parent; up; up = a_[*up].parent)
      if (is_one_of(name_of(kinds_[up->index]->holds), holds)) return true;
    return false;
  }

  void add_inside(std::vector<bool>& shown) const {
    for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
      if (!rule_.except_inside.empty() && stands_in({i}, rule_.except_inside))
        shown[i] = false;
      else if (!rule_.inside.empty() && stands_in({i}, rule_.inside))
        shown[i] = true;
    }
  }

  /// What acts on the whole cluster acts on what is shown inside it.
  void add_places(std::vector<bool>& centre) const {
    for (std::uint32_t i = 0; i < kinds_.size(); ++i)
      if (is_one_of(name_of(kinds_[i]->holds), rule_.inside) && is_one_of(name_of(kinds_[i]->holds), rule_.frames))
        centre[i] = true;
  }

  bool is_supported(const std::vector<bool>& core, const std::vector<bool>& shown) const {
    constexpr int kLeastLeftOut = 3;  // a view of nearly everything is the overview once more
    int matches = 0, left_out = 0;
    bool held = rule_.needs_holds.empty();
    for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
      matches += core[i] && shown[i] && !a_[ComponentId{i}].inferred() ? 1 : 0;
      left_out += !shown[i] && kinds_[i]->holds == Holds::NotAContainer ? 1 : 0;
      held = held || is_one_of(name_of(kinds_[i]->holds), rule_.needs_holds);
    }
    return held && matches >= rule_.least && left_out >= kLeastLeftOut;
  }

  const model::Architecture& a_;
  const data::ViewRule& rule_;
  std::vector<const catalogue::Kind*> kinds_;
};

}  // namespace

std::string_view name_of(Holds holds) {
  switch (holds) {
    case Holds::NotAContainer:
      return "";
    case Holds::Cloud:
      return "cloud";
    case Holds::Account:
      return "account";
    case Holds::Region:
      return "region";
    case Holds::Network:
      return "network";
    case Holds::Zone:
      return "zone";
    case Holds::Subnet:
      return "subnet";
    case Holds::Cluster:
      return "cluster";
    case Holds::Namespace:
      return "namespace";
    case Holds::Group:
      return "group";
    case Holds::Host:
      return "host";
  }
  return "";
}

bool is_about(const Selection& selection, const model::Policy& policy) {
  if (selection.themed) return is_one_of(model::name_of(policy.kind), selection.rule.policies);
  return policy.applies_to.empty() ||
         std::ranges::any_of(policy.applies_to, [&](ComponentId c) { return selection.shown[c.index]; });
}

namespace {

/// Marks these and all that stands in them.
void mark_with_contents(const model::Architecture& architecture, std::span<const ComponentId> ids, bool value,
                        std::vector<bool>& marks) {
  std::vector<ComponentId> open(ids.begin(), ids.end());
  while (!open.empty()) {
    const ComponentId id = open.back();
    open.pop_back();
    marks[id.index] = value;
    const std::span<const ComponentId> children = architecture.children(id);
    open.insert(open.end(), children.begin(), children.end());
  }
}

/// A relation is drawn if both of its ends are shown.
void relate_shown(const model::Architecture& architecture, Selection& selection) {
  for (std::uint32_t i = 0; i < architecture.relations().size(); ++i) {
    const model::Relation& r = architecture.relations()[i];
    selection.relations[i] = selection.relations[i] && selection.shown[r.from.index] && selection.shown[r.to.index];
  }
}

/// The other ends of relations that touch what is marked.
std::vector<ComponentId> neighbours_of(const model::Architecture& architecture, const Selection& selection,
                                       const std::vector<bool>& marks) {
  std::vector<ComponentId> found;
  for (std::uint32_t i = 0; i < architecture.relations().size(); ++i) {
    if (!selection.relations[i]) continue;
    const model::Relation& r = architecture.relations()[i];
    if (marks[r.from.index] && !marks[r.to.index]) found.push_back(r.to);
    if (marks[r.to.index] && !marks[r.from.index]) found.push_back(r.from);
  }
  return found;
}

}  // namespace

Selection select(const model::Architecture& architecture, const data::ViewRule& rule) {
  return Selector(architecture, rule).run();
}

Selection select_all(const model::Architecture& architecture) {
  Selection all;
  all.rule.id = "overview";
  all.rule.title = "Overview";
  all.rule.folds = true;
  all.subtitle = "Architecture overview";
  all.shown.assign(architecture.components().size(), true);
  all.relations.assign(architecture.relations().size(), true);
  return all;
}

Selection select(const model::Architecture& architecture, const model::CustomView& view) {
  Selection selection = select_all(architecture);
  selection.rule.title = selection.subtitle = view.title;
  selection.collapse = view.collapse;
  if (!view.include.empty()) {
    selection.shown.assign(architecture.components().size(), false);
    mark_with_contents(architecture, view.include, true, selection.shown);
    mark_with_contents(architecture, view.collapse, true, selection.shown);
  }
  mark_with_contents(architecture, view.exclude, false, selection.shown);
  relate_shown(architecture, selection);
  selection.supported = true;
  return selection;
}

Selection narrowed(Selection selection, const model::Architecture& architecture, const Options& options) {
  selection.detail = options.detail;
  selection.collapse.insert(selection.collapse.end(), options.collapse.begin(), options.collapse.end());
  if (options.focus.empty()) return selection;
  std::vector<bool> near(architecture.components().size(), false);
  mark_with_contents(architecture, options.focus, true, near);
  for (int step = 0; step < options.depth; ++step)
    for (const ComponentId id : neighbours_of(architecture, selection, near)) near[id.index] = true;
  for (std::size_t i = 0; i < near.size(); ++i) selection.shown[i] = selection.shown[i] && near[i];
  relate_shown(architecture, selection);
  const std::string& name = architecture[options.focus.front()].name;
  selection.subtitle += ": " + name;
  if (options.depth > 0)
    selection.subtitle += options.depth == 1 ? " and what is one relation away"
                                             : fmt::format(" and what is up to {} relations away", options.depth);
  return selection;
}

}  // namespace skydraft::view
