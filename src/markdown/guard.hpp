#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "markdown/lines.hpp"

namespace skydraft::md {

/// Stands in the guarded text for a list or quote marker that nests too deep; it says nothing.
inline constexpr char kDroppedMarker = '\x01';
/// Stands for a character that would have begun costly markup; it reads as what it replaces.
inline constexpr char kMaskedCharacter = '\x02';

struct GuardedText {
  std::optional<std::string> masked;  ///< same length as the text; none if nothing had to be masked
  std::optional<Span> too_deep;       ///< the first line that nests deeper than kMaxNesting
};

/// Masks what would make cmark's work grow faster than the text: markers nested thousands deep, tables whose short rows
/// would be filled up with empty cells, delimiter rows that open no table, and "<?" and "<!" that nothing closes.
/// Ordinary documents pass unchanged.
GuardedText guard(std::string_view text, const Lines& lines);

}  // namespace skydraft::md
