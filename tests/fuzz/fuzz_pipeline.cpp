#include "base/utf8.hpp"
#include "fuzz_input.hpp"
#include "view/view.hpp"

/// Any document can be drawn in each of its views.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace skydraft;
  const std::optional<Source> source = fuzz::load(data, size);
  if (!source) return 0;
  DiagnosticSink sink;
  const pipeline::Read read = pipeline::read(*source, false, sink);
  for (const view::ViewInfo& view : view::list_views(read.architecture)) {
    const Result<pipeline::Drawn> drawn = pipeline::draw(read.architecture, view.id, *source, sink);
    SKYDRAFT_ASSERT(drawn, "a listed view cannot be drawn");
    const scene::Scene scene = pipeline::compose(*drawn, read.architecture, *source);
    const Result<std::string> svg = pipeline::render(scene, {.embed_fonts = false, .embed_icons = false});
    SKYDRAFT_ASSERT(svg && !utf8::first_invalid(*svg), "the SVG is not UTF-8");
  }
  return 0;
}
