#include "understand/name_tree.hpp"

#include <algorithm>

namespace skydraft::understand {

std::size_t NameTree::slot_of(Node from, std::uint32_t word) const {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  const std::size_t mask = steps_.size() - 1;
  std::size_t slot = ((std::uint64_t{from} << 32 | word) * kMultiplier >> 32) & mask;
  while (steps_[slot].from != kNone && (steps_[slot].from != from || steps_[slot].word != word))
    slot = (slot + 1) & mask;
  return slot;
}

void NameTree::grow() {
  std::vector<Step> old(2 * steps_.size());
  old.swap(steps_);
  for (const Step& step : old)
    if (step.from != kNone) steps_[slot_of(step.from, step.word)] = step;
}

NameTree::Node NameTree::next(Node node, const WordText& norm) const {
  return norm.several ? find(node, norm) : steps_[slot_of(node, norm.number)].to;
}

NameTree::Node NameTree::find(std::string_view key) const { return find(kRoot, key); }

NameTree::Node NameTree::find(Node node, std::string_view key) const {
  for (std::size_t begin = 0; begin <= key.size() && node != kNone;) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    const WordText* word = find_word_text(key.substr(begin, end - begin));
    node = word != nullptr ? steps_[slot_of(node, word->number)].to : kNone;
    begin = end + 1;
  }
  return node;
}

NameTree::Node NameTree::add(Node node, const WordText& norm) {
  if (2 * ids_.size() > steps_.size()) grow();
  Step& step = steps_[slot_of(node, norm.number)];
  if (step.from == kNone) {
    step = {node, norm.number, static_cast<Node>(ids_.size())};
    ids_.emplace_back();
  }
  return step.to;
}

}  // namespace skydraft::understand
