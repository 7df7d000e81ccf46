#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <string>

namespace skydraft::catalogue {
namespace {

#include "catalogue.inc"  // kKinds, kAliases: compiled from data/catalogue

constexpr Kind kUnknown{"", "", "", "", Category::Other, Scope::Regional, Holds::NotAContainer, "", {}, {}, false};

}  // namespace

std::span<const Kind> kinds() { return kKinds; }
std::span<const Alias> aliases() { return kAliases; }

const Kind* find(std::string_view id) {
  const auto found = std::ranges::lower_bound(kKinds, id, {}, &Kind::id);
  return found != std::end(kKinds) && found->id == id ? &*found : nullptr;
}

std::span<const Alias> find_alias(std::string_view normalised) {
  const auto range = std::ranges::equal_range(kAliases, normalised, {}, &Alias::text);
  return {range.begin(), range.end()};
}

bool is_alias_prefix(std::string_view normalised) {
  const auto at = std::ranges::lower_bound(kAliases, normalised, {}, &Alias::text);
  if (at == std::end(kAliases)) return false;
  if (at->text == normalised) return true;
  const std::string longer = std::string(normalised) + ' ';
  const auto next = std::ranges::lower_bound(kAliases, std::string_view(longer), {}, &Alias::text);
  return next != std::end(kAliases) && next->text.starts_with(longer);
}

const Kind& kind_or_unknown(std::string_view id) {
  const Kind* kind = find(id);
  return kind ? *kind : kUnknown;
}

}  // namespace skydraft::catalogue
