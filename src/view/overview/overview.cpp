#include "view/overview/overview.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "view/boundaries.hpp"
#include "view/empty_note.hpp"
#include "view/overview/builders.hpp"
#include "view/overview/links.hpp"
#include "view/overview/survey.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view::overview {
namespace {

/// The box of layers around what is drawn, or the page if it is none.
layout::NodeId page_layers(const Canvas& canvas, layout::NodeId node) {
  for (std::optional<layout::NodeId> up = canvas.graph()[node].parent; up; up = canvas.graph()[*up].parent)
    if (const auto above = canvas.graph()[*up].parent; !above || *above == layout::SizedGraph::root())
      if (!above || canvas.graph()[*up].key == "layers") return *up;
  return layout::SizedGraph::root();
}

/// The internet, before the boundaries that a rule opens to it.
void add_internet(const Survey& survey, Canvas& canvas) {
  if (survey.selection() == nullptr || !survey.selection()->rule.boundaries) return;
  std::optional<layout::NodeId> internet;
  for (const model::Policy& policy : survey.model().policies()) {
    if (policy.applies_to.empty() || !is_open_to_all(policy)) continue;
    const auto boundary = canvas.shown(policy.applies_to.front());
    if (!boundary || !is_boundary(survey[policy.applies_to.front()])) continue;
    if (!internet) {
      Block block = icon_node({"Internet", {{"not trusted", false}}}, catalogue::kind_or_unknown("generic.internet"),
                              IconStyle{});
      block.node.key = "internet";
      internet = canvas.add(page_layers(canvas, *boundary), std::move(block));
    }
    layout::Edge edge;
    edge.key = fmt::format("internet-{}", canvas.graph()[*boundary].key);
    edge.from = *internet;
    edge.to = *boundary;
    edge.weight = 2;
    edge.rank = 1;
    canvas.add(std::move(edge), EdgeDress{});
  }
}

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
  add_internet(survey, canvas);
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
