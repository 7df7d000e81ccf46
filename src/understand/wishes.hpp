#pragma once

#include <string>
#include <vector>

#include "model/pin.hpp"
#include "understand/understand.hpp"

namespace skydraft::understand {

/// Wishes for the layout, which are no part of the architecture.
struct Pins {
  std::vector<std::string> given;  ///< from elsewhere, in the words of a "Layout" section
  std::vector<model::Pin> found;   ///< in the document, then the given ones
};

/// What the document means, and what it wishes for its picture.
model::Architecture understand(const Source& source, const md::Document& document, const Options& options,
                               DiagnosticSink& sink, Pins& pins);

}  // namespace skydraft::understand
