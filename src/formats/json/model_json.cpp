#include <algorithm>
#include <variant>

#include "formats/json/json.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

using model::Architecture;

void write(Writer& out, const model::Value& value) {
  std::visit([&out](const auto& v) { out.value(v); }, value);
}

void write_optional(Writer& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty())
    out.null();
  else
    out.value(text);
}

void write_strings(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key);
  out.begin_array(Set::Line);
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

void write_slugs(Writer& out, std::string_view key, const Architecture& architecture, const auto& ids) {
  out.key(key);
  out.begin_array(Set::Line);
  for (const auto id : ids) out.value(architecture[id].slug);
  out.end_array();
}

void write_attributes(Writer& out, const std::vector<model::Attribute>& attributes) {
  out.key("attributes");
  out.begin_object(Set::Line);
  for (const model::Attribute& a : attributes) {
    out.key(a.key);
    write(out, a.value);
  }
  out.end_object();
  if (std::ranges::none_of(attributes, &model::Attribute::placeholder)) return;
  out.key("placeholders");
  out.begin_array(Set::Line);
  for (const model::Attribute& a : attributes)
    if (a.placeholder) out.value(a.key);
  out.end_array();
}

void write_component(Writer& out, const Architecture& architecture, const model::Component& c, const Source& source) {
  out.begin_object();
  out.member("id", c.slug);
  out.member("name", c.name);
  out.member("kind", c.kind);
  write_optional(out, "parent", c.parent ? std::string_view(architecture[*c.parent].slug) : std::string_view());
  write_slugs(out, "spans", architecture, c.spans);
  out.member("count", c.count);
  write_attributes(out, c.attributes);
  write_strings(out, "aliases", c.aliases);
  if (!c.purposes.empty()) write_strings(out, "purposes", c.purposes);
  if (!c.link.empty()) out.member("link", c.link);
  out.member("inferred", c.inferred());
  if (c.inferred()) out.member("why", c.inferred_by);
  write_places(out, source, c.source);
  out.end_object();
}

void write_relation(Writer& out, const Architecture& architecture, const model::Relation& r, const Source& source) {
  out.begin_object();
  out.member("id", r.slug);
  out.member("from", architecture[r.from].slug);
  out.member("to", architecture[r.to].slug);
  out.member("kind", model::name_of(r.kind));
  out.member("label", r.label);
  write_optional(out, "protocol", r.protocol);
  out.key("port");
  if (r.tcp_port)
    out.value(*r.tcp_port);
  else
    out.null();
  out.member("inferred", r.inferred());
  if (r.inferred()) out.member("why", r.inferred_by);
  write_places(out, source, r.source);
  out.end_object();
}

void write_flow(Writer& out, const Architecture& architecture, const model::Flow& flow, const Source& source) {
  out.begin_object();
  out.member("id", flow.slug);
  out.member("title", flow.title);
  out.key("steps");
  out.begin_array();
  for (const model::FlowStep& step : flow.steps) {
    out.begin_object(Set::Line);
    out.member("number", step.number);
    out.member("text", step.text);
    write_slugs(out, "relations", architecture, step.relations);
    if (!step.components.empty()) write_slugs(out, "components", architecture, step.components);
    write_places(out, source, {&step.source, 1});
    out.end_object();
  }
  out.end_array();
  write_places(out, source, {&flow.source, 1});
  out.end_object();
}

void write_policy(Writer& out, const Architecture& architecture, const model::Policy& policy, const Source& source) {
  out.begin_object();
  out.member("kind", model::name_of(policy.kind));
  write_slugs(out, "applies_to", architecture, policy.applies_to);
  if (!policy.title.empty()) out.member("title", policy.title);
  out.member("text", policy.text);
  write_attributes(out, policy.attributes);
  write_places(out, source, {&policy.source, 1});
  out.end_object();
}

void write_view(Writer& out, const Architecture& architecture, const model::CustomView& view, const Source& source) {
  out.begin_object();
  out.member("id", view.slug);
  out.member("title", view.title);
  write_slugs(out, "include", architecture, view.include);
  write_slugs(out, "exclude", architecture, view.exclude);
  write_slugs(out, "collapse", architecture, view.collapse);
  write_places(out, source, {&view.source, 1U});
  out.end_object();
}

void write_unread(Writer& out, const model::Unread& unread, const Source& source) {
  out.begin_object(Set::Line);
  out.member("line", source.locate(unread.source.begin).line);
  out.member("text", unread.text);
  out.member("reason", unread.reason);
  if (!unread.rewrite.empty()) out.member("rewrite", unread.rewrite);
  out.end_object();
}

void write_diagnostic(Writer& out, const Diagnostic& diagnostic, const Source& source) {
  out.begin_object(Set::Line);
  out.member("code", code_name(diagnostic.code));
  out.member("severity", name_of(diagnostic.severity));
  out.member("message", diagnostic.message);
  write_optional(out, "hint",
                 diagnostic.hints.empty() ? std::string_view() : std::string_view(diagnostic.hints.front().text));
  write_places(out, source, {&diagnostic.span, diagnostic.span.empty() ? 0U : 1U});
  out.end_object();
}

void write_pin(Writer& out, const Architecture& architecture, const model::Pin& pin, const Source& source) {
  out.begin_object(Set::Line);
  out.member("kind", model::name_of(pin.kind));
  out.member("component", architecture[pin.component].slug);
  if (pin.other != pin.component) out.member("other", architecture[pin.other].slug);
  out.member("text", pin.text);
  write_places(out, source, {&pin.source, pin.source.empty() ? 0U : 1U});
  out.end_object();
}

void write_all(Writer& out, std::string_view key, const auto& list, auto write_one) {
  out.key(key);
  out.begin_array();
  for (const auto& one : list) write_one(one);
  out.end_array();
}

/// Title-block facts that the document leaves to be filled in.
void write_placeholders(Writer& out, const Architecture& architecture) {
  out.key("placeholders");
  out.begin_array(Set::Line);
  if (architecture.title().placeholder) out.value("title");
  if (architecture.environment().placeholder) out.value("environment");
  if (architecture.purpose().placeholder) out.value("purpose");
  out.end_array();
}

}  // namespace

std::string write_model(const Architecture& architecture, const Source& source, std::span<const Diagnostic> diagnostics,
                        std::span<const model::Pin> pins) {
  Writer out;
  out.begin_object();
  out.member("schema", "skydraft-model/1");
  out.member("title", architecture.title().text);
  out.member("environment", architecture.environment().text);
  out.member("purpose", architecture.purpose().text);
  write_placeholders(out, architecture);
  write_optional(out, "provider", architecture.provider());
  write_all(out, "components", architecture.components(),
            [&](const model::Component& c) { write_component(out, architecture, c, source); });
  write_all(out, "relations", architecture.relations(),
            [&](const model::Relation& r) { write_relation(out, architecture, r, source); });
  write_all(out, "flows", architecture.flows(),
            [&](const model::Flow& f) { write_flow(out, architecture, f, source); });
  write_all(out, "policies", architecture.policies(),
            [&](const model::Policy& p) { write_policy(out, architecture, p, source); });
  if (!architecture.views().empty())
    write_all(out, "views", architecture.views(),
              [&](const model::CustomView& v) { write_view(out, architecture, v, source); });
  if (!pins.empty())
    write_all(out, "pins", pins, [&](const model::Pin& p) { write_pin(out, architecture, p, source); });
  write_all(out, "unread", architecture.unread(), [&](const model::Unread& u) { write_unread(out, u, source); });
  write_all(out, "diagnostics", diagnostics, [&](const Diagnostic& d) { write_diagnostic(out, d, source); });
  out.end_object();
  return std::move(out).finish();
}

}  // namespace skydraft::json
