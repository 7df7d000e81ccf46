#include "catalogue/catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text_hash.hpp"

namespace skydraft::catalogue {
namespace {

/// A node of the tree of aliases; the root is the first. Nodes and words are numbered from 1.
struct Node {
  std::uint16_t first = 0;   ///< of its aliases, or of those that go on from it
  std::uint16_t count = 0;   ///< 0: only a beginning
  std::uint16_t before = 0;  ///< the node that it goes on from
  std::uint16_t word = 0;    ///< by this word
};

struct ResourceRule {
  std::string_view prefix;
  std::uint16_t kind = 0;
};

// kKinds, kKindSlots, kText, kAliases, kWords, kWordSlots, kNodes, kNodeSlots, kResourceRules: compiled from
// data/catalogue by tools/catalogue.
#include "catalogue.inc"

constexpr Kind kUnknown{"", "", "", "", Category::Other, Scope::Regional, Holds::NotAContainer, "", {}, {}, false};
constexpr std::size_t kLongestType = 128;  // the longest of Terraform's has 81 letters

/// What stands in a table of slots at a hash, or after it, and fits; counted from 1, 0 if nothing does.
template <std::size_t Size, class Fits>
std::uint16_t find_slot(const std::uint16_t (&slots)[Size], std::uint32_t hash, Fits fits) {
  constexpr std::uint32_t kMask = Size - 1;
  std::uint32_t slot = hash & kMask;
  while (slots[slot] != 0 && !fits(slots[slot] - 1U)) slot = (slot + 1) & kMask;
  return slots[slot];
}

/// Multiplicative hashing (D. E. Knuth, The Art of Computer Programming 3, 6.4); tools/catalogue/tables.py fills the
/// table by the same.
std::uint32_t step_hash(std::uint32_t node, std::uint32_t word) {
  const std::uint32_t value = (node << 16 | word) * 0x9E3779B1U;
  return value ^ value >> 15;
}

bool is_separator(char c) { return c == '_' || c == ':' || c == '.' || c == '/'; }

}  // namespace

PackedText::operator std::string_view() const { return {kText + offset, size}; }

std::span<const Kind> kinds() { return kKinds; }
std::span<const Alias> aliases() { return kAliases; }

const Kind* find(std::string_view id) {
  const std::uint16_t number =
      find_slot(kKindSlots, text_hash(id), [&](std::size_t kind) { return kKinds[kind].id == id; });
  return number > 0 ? &kKinds[number - 1] : nullptr;
}

AliasWord find_alias_word(std::string_view normalised) {
  return AliasWord{find_slot(kWordSlots, text_hash(normalised),
                             [&](std::size_t word) { return std::string_view(kWords[word]) == normalised; })};
}

AliasNode AliasNode::root() {
  AliasNode node;
  node.number_ = 1;
  return node;
}

AliasNode AliasNode::step(AliasWord word) const {
  AliasNode node;
  const auto by = static_cast<std::uint16_t>(word);
  node.number_ = find_slot(kNodeSlots, step_hash(number_, by),
                           [&](std::size_t to) { return kNodes[to].before == number_ && kNodes[to].word == by; });
  return node;
}

std::span<const Alias> AliasNode::aliases() const {
  if (number_ == 0) return {};
  const Node& node = kNodes[number_ - 1];
  return std::span(kAliases).subspan(node.first, node.count);
}

std::span<const Alias> AliasNode::onwards() const {
  return number_ == 0 ? std::span<const Alias>() : std::span(kAliases).subspan(kNodes[number_ - 1].first);
}

AliasNode find_alias_node(std::string_view normalised, AliasNode from) {
  for (std::size_t begin = 0; from && begin <= normalised.size();) {
    const std::size_t end = std::min(normalised.find(' ', begin), normalised.size());
    from = from.next(find_alias_word(normalised.substr(begin, end - begin)));
    begin = end + 1;
  }
  return from;
}

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
