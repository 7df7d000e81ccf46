#include "fuzz_input.hpp"
#include "markdown/markdown.hpp"

/// Every block lies inside its parent's part of the tree and inside the document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace skydraft;
  const std::optional<Source> source = fuzz::load(data, size);
  if (!source) return 0;
  DiagnosticSink sink;
  const md::Document document = md::parse(*source, sink);
  for (const md::Block& block : document.blocks()) {
    SKYDRAFT_ASSERT(block.span.end <= source->text().size(), "a block ends behind the document");
    SKYDRAFT_ASSERT(block.span.begin <= block.span.end, "a block ends before it begins");
    for (const md::BlockId child : block.children)
      SKYDRAFT_ASSERT(child.index < document.blocks().size(), "a child that does not exist");
    for (const md::Run& run : block.text.runs)
      SKYDRAFT_ASSERT(run.end <= block.text.text.size() && run.begin <= run.end, "a run outside its text");
  }
  return 0;
}
