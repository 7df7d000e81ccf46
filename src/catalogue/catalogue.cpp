#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace skydraft::catalogue {
namespace {

/// A text that is an alias, or the beginning of one up to a blank.
struct Key {
  PackedText text;
  std::uint16_t first = 0;  ///< of its aliases
  std::uint16_t count = 0;  ///< 0: only a beginning
};

struct ResourceRule {
  std::string_view prefix;
  std::uint16_t kind = 0;
};

// kKinds, kKindSlots, kText, kAliases, kKeys, kSlots, kResourceRules: compiled from data/catalogue by tools/catalogue.
#include "catalogue.inc"

constexpr Kind kUnknown{"", "", "", "", Category::Other, Scope::Regional, Holds::NotAContainer, "", {}, {}, false};
constexpr std::size_t kLongestType = 128;  // the longest of Terraform's has 81 letters

/// FNV-1a, 32 bit (G. Fowler, L. C. Noll, P. Vo); tools/catalogue/tables.py fills the table by the same.
std::uint32_t hash(std::string_view text) {
  std::uint32_t value = 0x811C9DC5;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193;
  return value;
}

const Key* find_key(std::string_view text) {
  constexpr std::uint32_t kMask = std::size(kSlots) - 1;
  for (std::uint32_t slot = hash(text) & kMask; kSlots[slot] != 0; slot = (slot + 1) & kMask) {
    const Key& key = kKeys[kSlots[slot] - 1];
    if (std::string_view(key.text) == text) return &key;
  }
  return nullptr;
}

bool is_separator(char c) { return c == '_' || c == ':' || c == '.' || c == '/'; }

}  // namespace

PackedText::operator std::string_view() const { return {kText + offset, size}; }

std::span<const Kind> kinds() { return kKinds; }
std::span<const Alias> aliases() { return kAliases; }

const Kind* find(std::string_view id) {
  constexpr std::uint32_t kMask = std::size(kKindSlots) - 1;
  for (std::uint32_t slot = hash(id) & kMask; kKindSlots[slot] != 0; slot = (slot + 1) & kMask) {
    const Kind& kind = kKinds[kKindSlots[slot] - 1];
    if (kind.id == id) return &kind;
  }
  return nullptr;
}

std::span<const Alias> find_alias(std::string_view normalised) {
  const Key* key = find_key(normalised);
  if (key == nullptr) return {};
  return std::span(kAliases).subspan(key->first, key->count);
}

bool is_alias_prefix(std::string_view normalised) { return find_key(normalised) != nullptr; }

const Kind* find_resource_type(std::string_view type) {
  if (type.size() > kLongestType) return nullptr;
  std::string lower(type);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (std::size_t size = lower.size(); size > 0; --size) {
    if (size < lower.size() && !is_separator(lower[size])) continue;
    const std::string_view prefix(lower.data(), size);
    const auto* rule = std::ranges::lower_bound(kResourceRules, prefix, {}, &ResourceRule::prefix);
    if (rule != std::end(kResourceRules) && rule->prefix == prefix) return &kKinds[rule->kind];
  }
  return nullptr;
}

const Kind& kind_or_unknown(std::string_view id) {
  const Kind* kind = find(id);
  return kind != nullptr ? *kind : kUnknown;
}

}  // namespace skydraft::catalogue
