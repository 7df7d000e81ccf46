#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "markdown/document.hpp"
#include "model/architecture.hpp"

namespace skydraft::understand {

struct Options {
  bool stated_only = false;  ///< leave out everything that is inferred
};

/// What the document means.
///
/// Requires  `document` was parsed from `source`.
/// Ensures   every line that is not blank, a heading, a comment or plain prose is a component, an attribute, a
/// relation, a
///           step, a policy, or listed as unread; every fact carries the span that states it.
/// Reports   SKY02xx.
/// Cost      linear in the document for a bounded number of names; passes in understand/README.md.
model::Architecture understand(const Source& source, const md::Document& document, const Options& options,
                               DiagnosticSink& sink);

}  // namespace skydraft::understand
