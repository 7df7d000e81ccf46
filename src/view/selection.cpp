#include "view/selection.hpp"

#include <algorithm>

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
    Selection result{&rule_, {}, {}, false};
    const std::vector<bool> named = by_name();
    std::vector<bool> core = named;
    add_ends(core);
    result.shown = core;
    add_inside(result.shown);
    const std::vector<bool> base = result.shown;
    // The other end of a relation by which something came in does not bring in its own neighbours.
    std::vector<bool> centre = named;
    add_inside(centre);
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
        if (is_about(rule_, policy.kind))
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

bool is_about(const data::ViewRule& rule, model::PolicyKind kind) {
  return is_one_of(model::name_of(kind), rule.policies);
}

Selection select(const model::Architecture& architecture, const data::ViewRule& rule) {
  return Selector(architecture, rule).run();
}

}  // namespace skydraft::view
