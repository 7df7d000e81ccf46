#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "model/architecture.hpp"
#include "view/selection.hpp"

namespace skydraft::view::data {
struct Fold;
}

/// What the overview makes of each component, before anything is measured: its kind, whether it is a frame, a node or
/// folded into something else, and in which frame it is shown.
namespace skydraft::view::overview {

using model::ComponentId;

enum class Part : std::uint8_t {
  Node,      ///< has a node of its own (or several, one for each zone)
  Frame,     ///< a container that has something to show
  Note,      ///< a row of the annotation card
  Scaling,   ///< scales others: a group around them, or a note in a header
  Attached,  ///< a small icon on its hosts
  Merged,    ///< shown by the first of its family
  Hidden,    ///< a frame that was only inferred and has nothing to show, or not what the view is about
};

class Survey {
 public:
  /// With a selection, only its part of the architecture is shown; it must outlive the survey.
  explicit Survey(const model::Architecture& architecture, const Selection* selection = nullptr);

  const Selection* selection() const { return selection_; }
  Detail detail() const { return selection_ == nullptr ? Detail::Normal : selection_->detail; }
  bool in_detail() const {  ///< nothing is folded
    return selection_ != nullptr && (!selection_->rule.folds || detail() == Detail::Full);
  }
  bool draws(model::RelationId id) const { return selection_ == nullptr || selection_->relations[id.index]; }

  const model::Architecture& model() const { return *architecture_; }
  const model::Component& operator[](ComponentId id) const { return (*architecture_)[id]; }
  const catalogue::Kind& kind(ComponentId id) const { return *kinds_[id.index]; }
  Part part(ComponentId id) const { return parts_[id.index]; }
  bool is_drawn(ComponentId id) const { return part(id) == Part::Node || part(id) == Part::Frame; }

  /// The frame that shows it; empty: the page itself.
  std::optional<ComponentId> home(ComponentId id) const { return homes_[id.index]; }
  /// Drawn components whose home this frame is, in the document's order.
  const std::vector<ComponentId>& contents(ComponentId frame) const { return contents_[frame.index]; }
  const std::vector<ComponentId>& page() const { return page_; }

  /// It is a container drawn as one box; its family is what stands in it.
  bool is_collapsed(ComponentId id) const { return collapsed_[id.index]; }
  /// It stands for its family, the rest of a large group: "12 more".
  bool is_crowd(ComponentId id) const { return crowd_[id.index]; }
  /// What a node stands for: itself, and for the first of a merged family the others.
  const std::vector<ComponentId>& family(ComponentId id) const { return families_[id.index]; }
  /// What hangs on it as a small icon (Part::Attached).
  const std::vector<ComponentId>& attachments(ComponentId id) const { return attachments_[id.index]; }
  /// What scales it (Part::Scaling).
  const std::vector<ComponentId>& scalers(ComponentId id) const { return scalers_[id.index]; }
  std::string_view fold_title(ComponentId id) const { return fold_titles_[id.index]; }

  /// Itself, or what shows it instead: the first of its family, its only host.
  std::optional<ComponentId> shown_as(ComponentId id) const;

  int siblings(ComponentId id) const { return siblings_[id.index]; }  ///< drawn components of its kind, itself included
  bool holds(ComponentId id, catalogue::Holds what) const { return kind(id).holds == what; }
  /// The frame's network has subnets whose tiers or zones are known: zones are columns, tiers are rows.
  bool is_zonal(ComponentId network) const { return zonal_[network.index]; }
  bool is_inside(ComponentId id, ComponentId frame) const;  ///< by homes, at any depth

 private:
  bool is_aspect_of(ComponentId part, ComponentId service) const;
  void find_folds();
  void find_homes();
  void find_zonal_networks();
  void find_frames();
  void enter_boundaries();
  bool shows_subnets() const;
  void collapse_frames();
  void merge_families();
  void fold_crowds();
  void find_hosts();
  void fill_contents();
  std::optional<ComponentId> fitting_home(ComponentId id) const;
  void find_only_ones();
  std::optional<ComponentId> only_one(catalogue::Holds what) const { return only_[static_cast<std::size_t>(what)]; }
  std::vector<ComponentId> partners(ComponentId id) const;

  static constexpr std::size_t kHolds = static_cast<std::size_t>(catalogue::Holds::Host) + 1;

  bool is_left_out(std::uint32_t i) const { return selection_ != nullptr && !selection_->shown[i]; }
  void keep_frames_of_the_rule();

  const model::Architecture* architecture_;
  const Selection* selection_;
  std::array<std::optional<ComponentId>, kHolds> only_;
  std::vector<const catalogue::Kind*> kinds_;
  std::vector<Part> parts_;
  std::vector<std::optional<ComponentId>> homes_;
  std::vector<std::vector<ComponentId>> contents_, families_, attachments_, scalers_, partners_;
  std::vector<std::string_view> fold_titles_;
  std::vector<std::optional<ComponentId>> shown_as_;
  std::vector<int> siblings_;
  std::vector<bool> zonal_, candidate_, collapsed_, crowd_;
  std::vector<ComponentId> page_;
};

/// What views that fold merge, note or leave out of this kind; null: nothing.
const data::Fold* fold_of(const catalogue::Kind& kind);

/// True where a component's kind is laid out once in each zone: compute, NAT gateways, databases with a standby.
bool stands_in_zones(const Survey& survey, ComponentId id);

}  // namespace skydraft::view::overview
