#include "view/view.hpp"

#include <fmt/format.h>

#include "view/overview/overview.hpp"

namespace skydraft::view {

std::vector<ViewInfo> list_views(const model::Architecture&) { return {{"overview", "Overview", "overview"}}; }

Result<Picture> make_view(const model::Architecture& architecture, std::string_view id, std::string_view source_name) {
  const std::vector<ViewInfo> views = list_views(architecture);
  if (id == "overview" || id.empty()) return overview::make(architecture, source_name, views.size());
  std::string known;
  for (const ViewInfo& view : views) known += fmt::format("{}`{}`", known.empty() ? "" : ", ", view.id);
  return Diagnostic{Code::UnknownView,
                    Severity::Error,
                    {},
                    fmt::format("this document has no view \"{}\"", id),
                    {{fmt::format("its views are {}", known), {}}}};
}

}  // namespace skydraft::view
