#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "markdown/lines.hpp"

namespace skydraft::md {

struct FrontMatter {
  std::vector<std::pair<std::string, std::string>> scalars;  ///< top-level keys with plain values, in order
  std::uint32_t line_count = 0;  ///< lines it takes at the top of the text, both "---" included; 0: there is none
};

/// Reads a YAML front matter: "---", keys and values, "---" or "...", at the very top of the text.
/// Reports SKY0112 if it is not YAML. A text that merely begins with a rule has no front matter.
FrontMatter read_front_matter(std::string_view text, const Lines& lines, DiagnosticSink& sink);

}  // namespace skydraft::md
