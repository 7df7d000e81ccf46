#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "markdown/document.hpp"

namespace skydraft::md {

/// Blocks nested deeper than this are read as if they stood at this depth (SKY0111).
inline constexpr int kMaxNesting = 100;

/// Reads CommonMark with GitHub's tables, task lists and strikethrough, and a YAML front matter.
/// Total: any UTF-8 text gives a document. Cost: linear in the text.
Document parse(const Source& source, DiagnosticSink& sink);

}  // namespace skydraft::md
