#include "understand/name_tree.hpp"

#include <algorithm>

namespace skydraft::understand {

void NameTree::grow() {
  std::vector<Step> old(2 * steps_.size());
  old.swap(steps_);
  for (const Step& step : old)
    if (step.from != kNone) steps_[slot_of(step.from, step.word)] = step;
}

NameTree::Node NameTree::find(std::string_view key) const { return find(kRoot, key); }

NameTree::Node NameTree::find(Node node, std::string_view key) const {
  for (std::size_t begin = 0; begin <= key.size() && node != kNone;) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    const WordText* word = find_word_text(key.substr(begin, end - begin));
    node = word != nullptr ? step(node, *word) : kNone;
    begin = end + 1;
  }
  return node;
}

NameTree::Node NameTree::add(Node node, const WordText& norm) {
  Node& to = made_step(node, norm);
  if (to == kNone) {
    to = static_cast<Node>(ids_.size());
    ids_.emplace_back();
  }
  return to;
}

NameTree::Node& NameTree::made_step(Node node, const WordText& word) {
  if (node == kRoot) {
    if (firsts_.size() <= word.number) firsts_.resize(word.number + std::size_t{1}, kNone);
    return firsts_[word.number];
  }
  if (2 * ids_.size() > steps_.size()) grow();
  Step& step = steps_[slot_of(node, word.number)];
  step.from = node;
  step.word = word.number;
  return step.to;
}

}  // namespace skydraft::understand
