#pragma once

#include <cstdint>
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

enum class Detail : std::uint8_t {
  Low,     ///< names without facts; of things that nothing is said to talk to, a few for many
  Normal,  ///< large groups are folded
  Full,    ///< nothing is folded
};

/// What a person wants of a view besides its own rule.
struct Options {
  std::vector<model::ComponentId> focus{};     ///< only these, what stands in them, and what is near them
  int depth = 1;                               ///< how many relations away is near
  std::vector<model::ComponentId> collapse{};  ///< containers that are drawn as one box
  Detail detail = Detail::Normal;

  bool plain() const { return focus.empty() && collapse.empty() && detail == Detail::Normal; }
};

/// The views that this document's content supports, the default one first; never empty.
std::vector<ViewInfo> list_views(const model::Architecture& architecture);

/// Selects, folds and measures what a view shows; never invents.
/// Fails with SKY0110 if the document has no view of that id.
/// `source_name` is the document's file name for the footer. A sequence diagram is always whole.
Result<Picture> make_view(const model::Architecture& architecture, std::string_view id, std::string_view source_name,
                          const Options& options = {});

}  // namespace skydraft::view
