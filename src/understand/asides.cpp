#include "understand/asides.hpp"

#include <algorithm>

#include "understand/mention.hpp"

namespace skydraft::understand {

bool is_aside(const std::vector<Word>& words) {
  std::size_t from = 0;  // "The roadmap", "A future workload"
  while (from + 1 < words.size() && lexicon::is_class(words[from].lower, lexicon::WordClass::Determiner)) ++from;
  const std::string key = key_of(words, from, words.size());
  if (std::ranges::binary_search(lexicon::skipped_sections(), key)) return true;
  const auto hit = words.empty() ? std::nullopt : catalogue_hit(words, 0);
  if (hit && hit->to == words.size() && tells(*hit, catalogue::kinds()[hit->rows.front().kind])) return false;
  for (std::size_t at = from; at < words.size(); ++at) {
    // "User views the timeline": what happens.
    if (at > from && lexicon::is_class(words[at].lower, lexicon::WordClass::Determiner)) break;
    if (words[at].mark == Mark::None && lexicon::is_skipped(words[at].norm)) return true;
  }
  return std::ranges::any_of(lexicon::skipped_starts(), [&](std::string_view start) {
    return !key.empty() && key[0] == start[0] && key.starts_with(start) &&
           (key.size() == start.size() || key[start.size()] == ' ');
  });
}

}  // namespace skydraft::understand
