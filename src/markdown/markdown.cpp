#include "markdown/markdown.hpp"

#include <string_view>
#include <utility>

#include "markdown/blocks.hpp"
#include "markdown/cmark_tree.hpp"
#include "markdown/front_matter.hpp"
#include "markdown/guard.hpp"
#include "markdown/lines.hpp"

namespace skydraft::md {

Document parse(const Source& source, DiagnosticSink& sink) {
  const std::string_view original = source.text();
  const Lines lines(original);
  FrontMatter front_matter = read_front_matter(original, lines, sink);
  const GuardedText guarded = guard(original, lines);
  const std::string_view text = guarded.masked ? std::string_view(*guarded.masked) : original;

  const std::uint32_t body = lines[front_matter.line_count].begin;
  const CmarkTree tree(text.substr(body), front_matter.line_count);
  std::vector<Block> blocks = build_blocks(tree.root(), {text, original, lines, guarded.too_deep}, sink);
  return Document(std::move(blocks), std::move(front_matter.scalars));
}

}  // namespace skydraft::md
