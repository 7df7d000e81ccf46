#include "formats/json/json.hpp"
#include "fuzz_input.hpp"

/// Understanding is total, its facts point into the document, and containment has no cycle.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace skydraft;
  const std::optional<Source> source = fuzz::load(data, size);
  if (!source) return 0;
  DiagnosticSink sink;
  const pipeline::Read read = pipeline::read(*source, false, sink);
  const model::Architecture& architecture = read.architecture;
  for (const model::Component& component : architecture.components()) {
    for (const Span span : component.source)
      SKYDRAFT_ASSERT(span.end <= source->text().size(), "a component's place lies behind the document");
    std::size_t depth = 0;
    for (auto up = component.parent; up; up = architecture[*up].parent)
      SKYDRAFT_ASSERT(++depth <= architecture.components().size(), "containment has a cycle");
  }
  const std::vector<Diagnostic> diagnostics = sink.sorted();
  SKYDRAFT_ASSERT(!json::write_model(architecture, *source, diagnostics).empty(), "no JSON");
  return 0;
}
