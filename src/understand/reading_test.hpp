#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "markdown/markdown.hpp"
#include "understand/understand.hpp"

/// What the tests of this stage ask of a document that has been read.
namespace skydraft::understand {

struct Read {
  Source source;
  DiagnosticSink sink;
  model::Architecture architecture;

  explicit Read(std::string text, Options options = {}) : source("test.md", std::move(text)) {
    const md::Document document = md::parse(source, sink);
    architecture = understand(source, document, options, sink);
  }

  const model::Component* find(std::string_view name) const {
    for (const model::Component& component : architecture.components())
      if (component.name == name) return &component;
    return nullptr;
  }
  std::string kind(std::string_view name) const {
    const model::Component* component = find(name);
    return component ? component->kind : "";
  }
  std::string parent(std::string_view name) const {
    const model::Component* component = find(name);
    return component && component->parent ? architecture[*component->parent].name : "";
  }
  /// Of all things of this name, in the order of the text.
  std::vector<std::string> parents_of(std::string_view name) const {
    std::vector<std::string> all;
    for (const model::Component& component : architecture.components())
      if (component.name == name) all.push_back(component.parent ? architecture[*component.parent].name : "");
    return all;
  }
  bool inside(std::string_view inner, std::string_view outer) const {
    const model::Component *a = find(inner), *b = find(outer);
    if (!a || !b) return false;
    const auto id = [&](const model::Component* c) {
      return model::ComponentId{static_cast<std::uint32_t>(c - architecture.components().data())};
    };
    return architecture.is_inside(id(a), id(b));
  }
  /// The value of an attribute as text; empty: it has none.
  std::string text(std::string_view name, std::string_view key) const {
    const model::Component* component = find(name);
    const model::Attribute* attribute = component ? component->attribute(key) : nullptr;
    if (!attribute) return "";
    if (const auto* value = std::get_if<std::string>(&attribute->value)) return *value;
    if (const auto* number = std::get_if<std::int64_t>(&attribute->value)) return std::to_string(*number);
    return std::get<bool>(attribute->value) ? "yes" : "no";
  }
  bool relates(std::string_view from, std::string_view to) const {
    return std::ranges::any_of(architecture.relations(), [&](const model::Relation& r) {
      return architecture[r.from].name == from && architecture[r.to].name == to;
    });
  }
  /// "API -> Queue", in the order of the text.
  std::vector<std::string> relations() const {
    std::vector<std::string> all;
    for (const model::Relation& r : architecture.relations())
      all.push_back(architecture[r.from].name + " -> " + architecture[r.to].name);
    return all;
  }
  /// Those that the document says, not what always goes together.
  std::vector<std::string> stated() const {
    std::vector<std::string> all;
    for (const model::Relation& r : architecture.relations())
      if (!r.inferred()) all.push_back(architecture[r.from].name + " -> " + architecture[r.to].name);
    return all;
  }
  /// What the document names.
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const model::Component& component : architecture.components())
      if (!component.inferred()) all.push_back(component.name);
    return all;
  }
  bool reports(Code code) const {
    return std::ranges::any_of(sink.all(), [&](const Diagnostic& d) { return d.code == code; });
  }
};

}  // namespace skydraft::understand
