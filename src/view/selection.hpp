#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "model/architecture.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {

/// What a themed view is about: a part of the model, chosen by one rule of data/view/views.json. It only leaves out.
struct Selection {
  const data::ViewRule* rule = nullptr;
  std::vector<bool> shown;      ///< by component; frames around what is shown are not marked
  std::vector<bool> relations;  ///< by relation: drawn if both of its ends are
  bool supported = false;       ///< the document says enough for this view, and something that it leaves out
};

/// Cost: components times their depth, and relations.
Selection select(const model::Architecture& architecture, const data::ViewRule& rule);

/// The name of a container role in data files: "cluster".
std::string_view name_of(catalogue::Holds holds);

bool is_about(const data::ViewRule& rule, model::PolicyKind kind);

}  // namespace skydraft::view
