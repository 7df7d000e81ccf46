#include "view/overview/overview.hpp"

#include <algorithm>
#include <utility>

#include "view/overview/builders.hpp"
#include "view/overview/links.hpp"
#include "view/overview/survey.hpp"
#include "view/sheet.hpp"

namespace skydraft::view::overview {

Picture make(const model::Architecture& architecture, std::string_view source_name, std::size_t views) {
  const Survey survey(architecture);
  const Links links = find_links(survey);
  Canvas canvas("overview", architecture);
  Draft draft(survey, links, canvas);

  draft.in_columns = std::ranges::any_of(survey.page(), [&](ComponentId c) { return holds_zonal_network(survey, c); });
  if (draft.in_columns)
    build_columns(draft, layout::SizedGraph::root(), survey.page(), true);
  else
    build_layered(draft, layout::SizedGraph::root(), survey.page(), true);
  build_annotations(draft);
  draw_links(survey, links, canvas);
  const bool in_a_cloud =
      std::ranges::any_of(survey.page(), [&](ComponentId c) { return survey.holds(c, catalogue::Holds::Cloud); });
  fill_sheet(canvas, architecture, in_a_cloud ? "Cloud architecture overview" : "Architecture overview", "Overview",
             source_name, views);
  return std::move(canvas).finish();
}

}  // namespace skydraft::view::overview
