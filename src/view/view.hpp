#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/architecture.hpp"
#include "view/picture.hpp"

namespace skydraft::view {

struct ViewInfo {
  std::string id;  ///< "overview", "flow:user-request-flow"
  std::string title;
  std::string kind;  ///< overview | flow | sequence | network | kubernetes | security | delivery | resilience | custom
};

/// The views that this document's content supports, the default one first; never empty.
std::vector<ViewInfo> list_views(const model::Architecture& architecture);

/// Selects, folds and measures what a view shows; never invents.
/// Fails with SKY0110 if the document has no view of that id.
/// `source_name` is the document's file name for the footer.
Result<Picture> make_view(const model::Architecture& architecture, std::string_view id, std::string_view source_name);

}  // namespace skydraft::view
