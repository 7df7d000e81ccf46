#include "understand/alternatives.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLookedBack = 8;  // words from "chose" to "over"

/// "We chose Kafka over", "Kafka was picked over"
bool is_chosen_before(const std::vector<Word>& words, std::size_t over) {
  for (std::size_t at = over; at-- > 0 && over - at <= kLookedBack;) {
    if (words[at].mark == Mark::Stop) return false;
    if (lexicon::is_choosing(words[at].lower)) return true;
  }
  return false;
}

}  // namespace

bool is_turned_down(const std::vector<Word>& words, std::size_t at) {
  if (at > 0 && is_article(words[at - 1].lower)) --at;
  if (at < 2) return false;
  const WordText& before = words[at - 1].lower;
  if (before == "of")
    return words[at - 2].lower == "instead" ||
           (words[at - 2].lower == "place" && at > 2 && words[at - 3].lower == "in");
  if (before == "than") return words[at - 2].lower == "rather";
  return before == "over" && is_chosen_before(words, at - 1);
}

}  // namespace skydraft::understand
