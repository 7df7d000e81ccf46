#include "formats/json/json.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {

std::string write_views(std::span<const view::ViewInfo> views) {
  Writer out;
  out.begin_array();
  for (const view::ViewInfo& view : views) {
    out.begin_object(Set::Line);
    out.member("id", view.id);
    out.member("title", view.title);
    out.member("kind", view.kind);
    out.end_object();
  }
  out.end_array();
  return std::move(out).finish();
}

}  // namespace skydraft::json
