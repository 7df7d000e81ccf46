#include "formats/json/places.hpp"

namespace skydraft::json {

void write_places(Writer& out, const Source& source, std::span<const Span> spans) {
  out.key("source");
  out.begin_array(Set::Line);
  for (const Span span : spans) {
    const LineColumn begin = source.locate(span.begin), end = source.locate(span.end);
    out.begin_object();
    out.member("line", begin.line);
    out.member("column", begin.column);
    out.member("end_line", end.line);
    out.member("end_column", end.column);
    out.end_object();
  }
  out.end_array();
}

}  // namespace skydraft::json
