#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/architecture.hpp"
#include "understand/words.hpp"

/// The names of a document's components, word by word.
namespace skydraft::understand {

/// A tree in which the norms of a name's words lead from the root to the name. Cost: one look into a table for the
/// first word, which nearly all words of a text are asked about, and one hash of two numbers for each that follows.
class NameTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = UINT32_MAX;  ///< no name begins so

  Node next(Node node, const WordText& norm) const { return norm.several ? find(node, norm) : step(node, norm); }
  /// The node of a key, as key_of gives it.
  Node find(std::string_view key) const;
  /// The same, made if it is not there.
  Node add(Node node, const WordText& norm);

  std::vector<model::ComponentId>& ids(Node node) { return ids_[node]; }
  std::span<const model::ComponentId> ids(Node node) const {
    return node == kNone ? std::span<const model::ComponentId>() : ids_[node];
  }

 private:
  struct Step {
    Node from = kNone;
    std::uint32_t word = 0;  ///< its number
    Node to = kNone;
  };

  std::size_t slot_of(Node from, std::uint32_t word) const {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
    const std::size_t mask = steps_.size() - 1;
    std::size_t slot = ((std::uint64_t{from} << 32 | word) * kMultiplier >> 32) & mask;
    while (steps_[slot].from != kNone && (steps_[slot].from != from || steps_[slot].word != word))
      slot = (slot + 1) & mask;
    return slot;
  }
  Node step(Node node, const WordText& word) const {
    if (node == kRoot) return word.number < firsts_.size() ? firsts_[word.number] : kNone;
    return steps_[slot_of(node, word.number)].to;
  }
  Node find(Node node, std::string_view key) const;
  Node& made_step(Node node, const WordText& word);
  void grow();

  std::vector<std::vector<model::ComponentId>> ids_ = std::vector<std::vector<model::ComponentId>>(1);  ///< by node
  std::vector<Node> firsts_;  ///< where a name's first word leads, by its number
  std::vector<Step> steps_ =
      std::vector<Step>(256);  ///< all others: a hash table with open addressing, its size a power of two
};

}  // namespace skydraft::understand
