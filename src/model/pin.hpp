#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "model/architecture.hpp"

/// Wishes for the layout: what a document says about its picture, which is no part of the architecture.
namespace skydraft::model {

/// Where `component` is to stand beside `other`, or, where both are the same, in its container.
enum class PinKind : std::uint8_t {
  LeftOf,
  RightOf,
  Above,
  Below,
  SameRow,
  SameColumn,
  First,  ///< from here on about one component
  Last,
  Leftmost,
  Rightmost,
  Topmost,
  Bottommost
};
std::string_view name_of(PinKind kind);

struct Pin {
  PinKind kind = PinKind::RightOf;
  ComponentId component;
  ComponentId other;
  std::string text;  ///< as written
  Span source;       ///< empty: from the file beside the document
};

/// What there is to report about pins (docs/diagnostics.md).
inline constexpr Code kNotALayoutFile{120};
inline constexpr Code kPinNamesNothing{214};
inline constexpr Code kPinNotUnderstood{215};
inline constexpr Code kPinDoesNotHold{413};

}  // namespace skydraft::model
