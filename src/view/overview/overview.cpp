#include "view/overview/overview.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "view/empty_note.hpp"
#include "view/overview/builders.hpp"
#include "view/overview/links.hpp"
#include "view/overview/survey.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

/// Fills the canvas with what the survey shows.
void draw(const Survey& survey, Canvas& canvas) {
  const Links links = find_links(survey);
  Draft draft(survey, links, canvas);
  draft.in_columns = std::ranges::any_of(survey.page(), [&](ComponentId c) { return holds_zonal_network(survey, c); });
  if (draft.in_columns)
    build_columns(draft, layout::SizedGraph::root(), survey.page(), true);
  else
    build_layered(draft, layout::SizedGraph::root(), survey.page(), true);
  build_annotations(draft);
  if (canvas.graph().nodes().size() == 1) add_empty_note(canvas, "Nothing to draw yet", data::empty_document());
  draw_links(survey, links, canvas);
}

}  // namespace

Picture make(const model::Architecture& architecture, std::string_view source_name, std::size_t views) {
  const Survey survey(architecture);
  Canvas canvas("overview", architecture);
  draw(survey, canvas);
  const bool in_a_cloud =
      std::ranges::any_of(survey.page(), [&](ComponentId c) { return survey.holds(c, catalogue::Holds::Cloud); });
  fill_sheet(canvas, architecture,
             {.subtitle = in_a_cloud ? "Cloud architecture overview" : "Architecture overview",
              .title = "Overview",
              .place = {source_name, 1, views},
              .steps = Steps::All});
  return std::move(canvas).finish();
}

Picture make_themed(const model::Architecture& architecture, const Selection& selection, const Place& place) {
  const Survey survey(architecture, &selection);
  Canvas canvas(std::string(selection.rule.id), architecture);
  draw(survey, canvas);
  fill_sheet(canvas, architecture,
             {.subtitle = selection.subtitle, .title = selection.rule.title, .place = place, .steps = Steps::Drawn});
  return std::move(canvas).finish();
}

}  // namespace skydraft::view::overview
