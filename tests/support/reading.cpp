#include "tests/support/reading.hpp"

#include <utility>

#include "formats/json/json.hpp"
#include "view/view.hpp"

namespace skydraft::test {

Reading read(std::string name, std::string text) {
  Source source(std::move(name), std::move(text));
  DiagnosticSink sink;
  pipeline::Read read = pipeline::read(source, false, sink);
  std::vector<Diagnostic> diagnostics = sink.sorted();
  std::string json = json::write_model(read.architecture, source, diagnostics);
  return {std::move(source), std::move(read.architecture), std::move(diagnostics), std::move(json)};
}

Picture draw(const Reading& run, const std::string& view) {
  DiagnosticSink sink;
  Result<pipeline::Drawn> drawn = pipeline::draw(run.architecture, view, run.source, sink);
  SKYDRAFT_ASSERT(drawn, "a listed view cannot be drawn");
  const scene::Scene scene = pipeline::compose(*drawn, run.architecture, run.source);
  Result<std::string> svg = pipeline::render(scene, {.embed_fonts = false, .embed_icons = false});
  SKYDRAFT_ASSERT(svg, "a scene cannot be rendered");
  std::string placed = json::write_geometry(drawn->picture, drawn->placed, run.architecture);
  std::string id = drawn->picture.view_id;
  return {std::move(id), std::move(*drawn), std::move(placed), std::move(*svg)};
}

std::vector<std::string> view_ids(const Reading& run) {
  std::vector<std::string> ids;
  for (const view::ViewInfo& view : view::list_views(run.architecture)) ids.push_back(view.id);
  return ids;
}

}  // namespace skydraft::test
