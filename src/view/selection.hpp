#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "model/architecture.hpp"
#include "view/boundaries.hpp"
#include "view/view.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {

/// What a view is about: a part of the model, chosen by one rule of data/view/views.json, by the document ("## Views")
/// or by a person's options. It only leaves out.
struct Selection {
  data::ViewRule rule;  ///< no frames: all are kept
  bool themed = false;  ///< the rule is one of views.json: of the policies only its own are told
  std::string subtitle;
  std::vector<bool> shown;                   ///< by component; frames around what is shown are not marked
  std::vector<bool> relations;               ///< by relation: drawn if both of its ends are
  std::vector<Boundary> boundaries;          ///< drawn as boxes around their members
  std::vector<model::ComponentId> collapse;  ///< containers that are drawn as one box
  Detail detail = Detail::Normal;
  bool supported = false;  ///< the document says enough for this view, and something that it leaves out
};

/// Cost: components times their depth, and relations.
Selection select(const model::Architecture& architecture, const data::ViewRule& rule);

/// A view that the document asks for. With no relation or component of its own it shows everything but what it
/// excludes. Cost: components times their depth, and relations.
Selection select(const model::Architecture& architecture, const model::CustomView& view);

/// Everything, as the overview shows it.
Selection select_all(const model::Architecture& architecture);

/// Narrows a selection to what a person asks for. Cost: as many passes over the relations as `options.depth`.
Selection narrowed(Selection selection, const model::Architecture& architecture, const Options& options);

/// The name of a container role in data files: "cluster".
std::string_view name_of(catalogue::Holds holds);

/// Whether a view tells a policy: one of its rule, or of what it shows.
bool is_about(const Selection& selection, const model::Policy& policy);

}  // namespace skydraft::view
