#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <cmark-gfm.h>

#include "base/diagnostic.hpp"
#include "markdown/document.hpp"
#include "markdown/lines.hpp"

namespace skydraft::md {

/// What one parse reads: `text` is what cmark saw, `original` the document, of the same length.
struct ParsedText {
  std::string_view text;
  std::string_view original;
  const Lines& lines;
  std::optional<Span> too_deep;  ///< what guard() found to nest too deep
};

/// The blocks of a cmark tree in document order, the document itself first.
///
/// Ensures   each block's span lies in its parent's; containers nested deeper than kMaxNesting are left out and their
///           children put where they stood (SKY0111, once).
std::vector<Block> build_blocks(cmark_node* root, const ParsedText& parsed, DiagnosticSink& sink);

}  // namespace skydraft::md
