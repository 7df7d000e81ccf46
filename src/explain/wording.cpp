#include "explain/wording.hpp"

#include <variant>

#include <fmt/format.h>

namespace skydraft::explain {

std::string words_of(const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  return std::get<bool>(value) ? "yes" : "no";
}

std::string words_of(const model::Attribute& attribute) {
  return fmt::format("{} = {}{}", attribute.key, words_of(attribute.value),
                     attribute.placeholder ? " (to be filled in)" : "");
}

std::string words_of(const model::Architecture& architecture, const model::Relation& relation) {
  std::string words = fmt::format("{} → {}", architecture[relation.from].name, architecture[relation.to].name);
  if (!relation.label.empty()) words += fmt::format(": {}", relation.label);
  if (!relation.protocol.empty()) words += fmt::format(", {}", relation.protocol);
  if (relation.tcp_port) words += fmt::format(", port {}", *relation.tcp_port);
  return words + fmt::format(" ({})", model::name_of(relation.kind));
}

std::string words_of(const model::Architecture& architecture, const model::Policy& policy) {
  std::string words{model::name_of(policy.kind)};
  for (std::size_t i = 0; i < policy.applies_to.size(); ++i)
    words += fmt::format("{}{}", i == 0 ? " of " : ", ", architecture[policy.applies_to[i]].name);
  return words;
}

}  // namespace skydraft::explain
