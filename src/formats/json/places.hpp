#pragma once

#include <span>

#include "base/source.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {

/// "source": [{line, column, end_line, end_column}], 1-based, the end exclusive, columns in bytes.
void write_places(Writer& out, const Source& source, std::span<const Span> spans);

/// "x", "y", "width", "height" of anything that has them.
void write_rect(Writer& out, const auto& rect) {
  out.member("x", rect.x);
  out.member("y", rect.y);
  out.member("width", rect.width);
  out.member("height", rect.height);
}

void write_point(Writer& out, const auto& point) {
  out.begin_object(Set::Line);
  out.member("x", point.x);
  out.member("y", point.y);
  out.end_object();
}

}  // namespace skydraft::json
