#include "render/html/facts.hpp"

#include <algorithm>
#include <set>

#include "catalogue/catalogue.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::render {
namespace {

using json::Set;
using json::Writer;

class Lines {
 public:
  explicit Lines(const Source& source) : source_(source) {}

  void add(std::span<const Span> spans) {
    for (const Span& span : spans) add(span);
  }

  void add(const Span& span) {
    if (span.empty()) return;
    const std::uint32_t first = source_.locate(span.begin).line;
    const std::uint32_t last = source_.locate(span.end - 1).line;
    for (std::uint32_t line = first; line <= std::min(last, first + kMostLines - 1); ++line) lines_.insert(line);
  }

  void write(Writer& out) const {
    out.key("lines");
    out.begin_object();
    for (const std::uint32_t line : lines_) out.member(std::to_string(line), source_.text(source_.line_span(line)));
    out.end_object();
  }

 private:
  static constexpr std::uint32_t kMostLines = 12;  ///< of one place: a whole code block is not quoted

  const Source& source_;
  std::set<std::uint32_t> lines_;
};

void write_lines(Writer& out, const model::Architecture& architecture, const Source& source) {
  Lines lines(source);
  for (const model::Component& c : architecture.components()) lines.add(c.source);
  for (const model::Relation& r : architecture.relations()) lines.add(r.source);
  for (const model::Flow& flow : architecture.flows())
    for (const model::FlowStep& step : flow.steps) lines.add(step.source);
  for (const model::Policy& policy : architecture.policies()) lines.add(policy.source);
  for (const model::Unread& unread : architecture.unread()) lines.add(unread.source);
  lines.write(out);
}

void write_kinds(Writer& out, const model::Architecture& architecture) {
  std::set<std::string_view> kinds;
  for (const model::Component& c : architecture.components()) kinds.insert(c.kind);
  out.key("kinds");
  out.begin_object();
  for (const std::string_view id : kinds)
    if (const catalogue::Kind* kind = catalogue::find(id)) out.member(id, kind->name);
  out.end_object();
}

}  // namespace

std::string facts_json(std::span<const scene::Page> pages, const model::Architecture& architecture,
                       const Source& source) {
  Writer out;
  out.begin_object();
  const std::string_view path = source.name();
  out.member("file", path.substr(path.find_last_of('/') + 1));
  out.key("views");
  out.begin_array();
  for (const scene::Page& page : pages) {
    out.begin_object(Set::Line);
    out.member("id", page.view.id);
    out.member("title", page.view.title);
    out.member("kind", page.view.kind);
    out.end_object();
  }
  out.end_array();
  write_kinds(out, architecture);
  write_lines(out, architecture, source);
  out.end_object();
  return std::move(out).finish();
}

std::string for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false, escaped = false;
  for (const char c : json) {
    if (c == '"' && !escaped) in_string = !in_string;
    escaped = c == '\\' && !escaped;
    if (c == '<')  // can only stand inside a string
      out += "\\u003c";
    else if (in_string || (c != ' ' && c != '\n'))
      out += c;
  }
  return out;
}

}  // namespace skydraft::render
