#include "formats/json/json.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

using explain::Account;
using explain::Statement;

void write_if(Writer& out, std::string_view key, std::string_view text) {
  if (!text.empty()) out.member(key, text);
}

void write_coverage(Writer& out, const explain::Coverage& coverage) {
  out.key("coverage");
  out.begin_object(Set::Line);
  out.member("lines", coverage.lines);
  out.member("understood", coverage.understood);
  out.member("percent", coverage.percent());
  out.end_object();
}

void write_line(Writer& out, const explain::Line& line, const Source& source) {
  out.begin_object();
  out.member("line", line.number);
  out.member("text", source.text(source.line_span(line.number)));
  out.member("goes_on", line.goes_on);
  out.key("became");
  out.begin_array();
  for (const explain::Outcome& outcome : line.outcomes) {
    out.begin_object(Set::Line);
    out.member("kind", model::name_of(outcome.became));
    write_if(out, "what", outcome.what);
    write_if(out, "pass", outcome.pass);
    write_if(out, "why", outcome.rule);
    write_if(out, "rewrite", outcome.rewrite);
    write_places(out, source, {&outcome.span, 1});
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_statements(Writer& out, std::string_view key, const std::vector<Statement>& statements,
                      const Source& source) {
  out.key(key);
  out.begin_array();
  for (const Statement& statement : statements) {
    out.begin_object(Set::Line);
    out.member("text", statement.text);
    write_if(out, "why", statement.rule);
    write_places(out, source, statement.source);
    out.end_object();
  }
  out.end_array();
}

void write_account(Writer& out, const Account& account, const model::Architecture& architecture, const Source& source) {
  const model::Component& component = architecture[account.component];
  out.begin_object();
  out.member("id", component.slug);
  out.member("name", component.name);
  out.member("kind", component.kind);
  write_if(out, "why", account.rule);
  out.key("aliases");
  out.begin_array(Set::Line);
  for (const std::string& alias : component.aliases) out.value(alias);
  out.end_array();
  write_places(out, source, account.source);
  write_statements(out, "inside", account.inside, source);
  write_statements(out, "holds", account.holds, source);
  write_statements(out, "attributes", account.attributes, source);
  write_statements(out, "to", account.to, source);
  write_statements(out, "from", account.from, source);
  write_statements(out, "steps", account.steps, source);
  write_statements(out, "policies", account.policies, source);
  out.key("views");
  out.begin_array(Set::Line);
  for (const std::string& view : account.views) out.value(view);
  out.end_array();
  out.end_object();
}

}  // namespace

std::string write_explanation(const explain::Coverage& coverage, std::span<const explain::Line> lines,
                              const Source& source) {
  Writer out;
  out.begin_object();
  out.member("schema", "skydraft-explain/1");
  write_coverage(out, coverage);
  out.key("lines");
  out.begin_array();
  for (const explain::Line& line : lines) write_line(out, line, source);
  out.end_array();
  out.end_object();
  return std::move(out).finish();
}

std::string write_explanation(const explain::Coverage& coverage, std::span<const Account> accounts,
                              const model::Architecture& architecture, const Source& source) {
  Writer out;
  out.begin_object();
  out.member("schema", "skydraft-explain/1");
  write_coverage(out, coverage);
  out.key("components");
  out.begin_array();
  for (const Account& account : accounts) write_account(out, account, architecture, source);
  out.end_array();
  out.end_object();
  return std::move(out).finish();
}

}  // namespace skydraft::json
