#include "view/view.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "view/flow_view.hpp"
#include "view/overview/overview.hpp"
#include "view/selection.hpp"
#include "view/sequence.hpp"

namespace skydraft::view {
namespace {

constexpr std::string_view kFlow = "flow:", kSequence = "sequence:", kCustom = "custom:";

const model::Flow* flow_called(const model::Architecture& architecture, std::string_view slug) {
  for (const model::Flow& flow : architecture.flows())
    if (flow.slug == slug) return &flow;
  return nullptr;
}

const model::CustomView* custom_called(const model::Architecture& architecture, std::string_view slug) {
  for (const model::CustomView& view : architecture.views())
    if (view.slug == slug) return &view;
  return nullptr;
}

/// "flow-2" is short for the second of the views of that kind.
std::string in_full(std::string_view id, const std::vector<ViewInfo>& views) {
  for (const std::string_view kind : {kFlow.substr(0, kFlow.size() - 1), kSequence.substr(0, kSequence.size() - 1)}) {
    if (!id.starts_with(kind) || id.size() < kind.size() + 2 || id[kind.size()] != '-') continue;
    int number = 0;
    const char* end = id.data() + id.size();
    if (std::from_chars(id.data() + kind.size() + 1, end, number).ptr != end) continue;
    for (const ViewInfo& view : views)
      if (view.kind == kind && --number == 0) return view.id;
  }
  // So is "payments" for the document's own "custom:payments".
  const bool known = std::ranges::find(views, id, &ViewInfo::id) != views.end();
  const std::string own = std::string(kCustom) + std::string(id);
  return !known && std::ranges::find(views, own, &ViewInfo::id) != views.end() ? own : std::string(id);
}

Diagnostic unknown_view(std::string_view id, const std::vector<ViewInfo>& views) {
  std::string known;
  for (const ViewInfo& view : views) known += fmt::format("{}`{}`", known.empty() ? "" : ", ", view.id);
  return {Code::UnknownView,
          Severity::Error,
          {},
          fmt::format("this document has no view \"{}\"", id),
          {{fmt::format("its views are {}", known), {}}}};
}

}  // namespace

std::vector<ViewInfo> list_views(const model::Architecture& architecture) {
  std::vector<ViewInfo> views = {{"overview", "Overview", "overview"}};
  for (const model::Flow& flow : architecture.flows())
    if (has_flow_view(architecture, flow)) views.push_back({std::string(kFlow) + flow.slug, title_of(flow), "flow"});
  for (const model::Flow& flow : architecture.flows())
    if (has_sequence(architecture, flow))
      views.push_back(
          {std::string(kSequence) + flow.slug, fmt::format("{} as a sequence", title_of(flow)), "sequence"});
  for (const data::ViewRule& rule : data::view_rules())
    if (select(architecture, rule).supported)
      views.push_back({std::string(rule.id), std::string(rule.title), std::string(rule.id)});
  for (const model::CustomView& view : architecture.views())
    views.push_back({std::string(kCustom) + view.slug, view.title, "custom"});
  return views;
}

Result<Picture> make_view(const model::Architecture& architecture, std::string_view id, std::string_view source_name,
                          const Options& options) {
  const std::vector<ViewInfo> views = list_views(architecture);
  const std::string full = id.empty() ? views.front().id : in_full(id, views);
  Place place{source_name, 0, views.size()};
  for (std::size_t i = 0; i < views.size(); ++i)
    if (views[i].id == full) place.number = i + 1;
  if (place.number == 0) return unknown_view(id, views);
  const std::string_view rest = full;
  const auto themed = [&](Selection selection) {
    return overview::make_themed(architecture, narrowed(std::move(selection), architecture, options), place);
  };
  const auto whole = [&] {
    return options.plain() ? overview::make(architecture, source_name, views.size()) : themed(select_all(architecture));
  };
  if (rest.starts_with(kFlow))
    return light_flow(whole(), architecture, *flow_called(architecture, rest.substr(kFlow.size())), place);
  if (rest.starts_with(kCustom)) {
    Picture picture = themed(select(architecture, *custom_called(architecture, rest.substr(kCustom.size()))));
    picture.view_id = full;
    return picture;
  }
  if (rest.starts_with(kSequence))
    return make_sequence(architecture, *flow_called(architecture, rest.substr(kSequence.size())), place);
  for (const data::ViewRule& rule : data::view_rules())
    if (rule.id == rest) return themed(select(architecture, rule));
  return whole();
}

}  // namespace skydraft::view
