#include "understand/heading_name.hpp"

#include <algorithm>
#include <span>

#include "understand/classify.hpp"

namespace skydraft::understand {
namespace {

using Words = std::span<const Word>;

/// Words that a heading may add to a name without becoming another thing.
bool is_decoration(const Word& word) {
  return word.mark != Mark::None || is_number(word.lower) || lexicon::is_decoration(word.norm);
}

struct Kinds {
  std::vector<const catalogue::Kind*> kinds;
  bool strong = false;  ///< one of them by a name that means nothing else
};

/// "Lambda Execution Roles" are roles, "FastAPI Application" and "MQTT Collector" are software of one's own.
bool describes(const catalogue::Kind& first, const catalogue::Kind& second) {
  if (second.category == catalogue::Category::Security) return true;
  return second.provider == "generic" && second.category == catalogue::Category::Application &&
         (is_technology(first) || !is_running(first));
}

/// The kinds that these words name with all that they say; none if a word is left over.
Kinds kinds_of(const Draft& draft, Words words, SectionId id) {
  const std::vector<Word> all(words.begin(), words.end());
  Kinds found;
  for (std::size_t at = 0; at < all.size();) {
    if (all[at].mark != Mark::None || all[at].norm == "and") {
      ++at;
      continue;
    }
    if (const auto hit = catalogue_hit(all, at)) {
      if (const catalogue::Kind* kind = meaning_of(draft, *hit, id)) {
        const bool compound =
            !found.kinds.empty() && at > 0 && all[at - 1].mark == Mark::None && all[at - 1].norm != "and";
        if (compound && !is_decoration(all[at]) && describes(*found.kinds.back(), *kind)) found = {};
        found.kinds.push_back(kind);
        found.strong = found.strong || tells(*hit, *kind) || kind->provider == "k8s";
      }
      at = hit->to;
      continue;
    }
    if (!is_decoration(all[at])) return {};
    ++at;
  }
  return found;
}

/// One service by its own name, and nothing else.
bool is_service(const Kinds& found) { return found.strong && found.kinds.size() == 1; }

/// "Compute", "Database Layer", "2. Storage": a place in a stack, not a thing.
bool is_category(Words words) {
  while (!words.empty() && (words.front().mark != Mark::None || is_number(words.front().lower)))
    words = words.subspan(1);
  if (words.size() > 1 && (words.back().norm == "layer" || words.back().norm == "tier"))
    words = words.first(words.size() - 1);
  const std::vector<Word> all(words.begin(), words.end());
  return !all.empty() && std::ranges::binary_search(lexicon::category_labels(), key_of(all, 0, all.size()));
}

Range range_of(Words words) {
  while (!words.empty() && words.back().mark != Mark::None) words = words.first(words.size() - 1);
  while (!words.empty() && words.front().mark != Mark::None) words = words.subspan(1);
  return words.empty() ? Range{} : Range{words.front().begin, words.back().end};
}

/// A word that heads a group ("Storage", "Monitoring") unless its plural says that these are things; and "users" under
/// "DynamoDB", a table there and no people.
bool only_groups(const Draft& draft, const Kinds& found, SectionId id) {
  if (found.strong) return false;
  if (found.kinds.size() != 1 || !lexicon::is_open(found.kinds.front()->id)) return true;
  const Section& section = draft.outline[id];
  if (!section.parent) return false;
  const auto& above = draft.topic(*section.parent).kinds;
  return above.size() == 1 && lexicon::is_open(above.front()->id) && above.front()->provider != "generic";
}

/// "Option B", "Step 2", "Phase 1": what follows is spoken of there, whatever it is called.
bool is_numbering(Words words) {
  return std::ranges::any_of(words, [&](const Word& w) { return lexicon::is_numbering(w.norm); });
}

/// Without the "A." or "3." that counts it.
Words without_ordinal(Words words) {
  const bool counted = words.size() > 2 && words[1].mark == Mark::Stop && words[0].mark == Mark::None &&
                       (is_number(words[0].lower) || words[0].lower.size() == 1);
  return counted ? words.subspan(2) : words;
}

}  // namespace

bool heads_deployment(const Section& section) {
  const Words words = without_ordinal(section.words);
  return words.size() == 1 && words.front().norm == "deployment" && !words.front().plural && !words.front().code;
}

HeadingName name_in_heading(const Draft& draft, SectionId id) {
  if (heads_deployment(draft.outline[id])) return {};
  const Words words = without_ordinal(draft.outline[id].words);
  const auto mark = std::ranges::find_if(words, [&](const Word& w) {
    return w.mark == Mark::Colon || (w.mark == Mark::Stop && &w != &words.front()) || w.mark == Mark::Open;
  });
  const Words before(words.begin(), mark);
  if (mark == words.end() || before.empty()) {
    Kinds whole = kinds_of(draft, words, id);
    return only_groups(draft, whole, id) ? HeadingName{} : HeadingName{std::move(whole.kinds), {}, {}};
  }
  const Words after(mark + 1, mark->mark == Mark::Open ? std::ranges::find(mark, words.end(), Mark::Close, &Word::mark)
                                                       : words.end());
  Kinds first = kinds_of(draft, before, id);
  const bool titled = mark->mark == Mark::Colon && !first.strong && before.size() < 6 && !is_numbering(before);
  if (is_category(before) || titled)
    if (Kinds second = kinds_of(draft, after, id); is_service(second))
      return {std::move(second.kinds), range_of(after), range_of(before)};
  if (only_groups(draft, first, id)) return {};
  // What a parenthesis adds is another name, or an id: whoever makes the component reads it.
  if (mark->mark == Mark::Open) return {std::move(first.kinds), {}, {}};
  if (is_service(first) && kinds_of(draft, after, id).kinds.size() < 2)
    return {std::move(first.kinds), range_of(before), range_of(after)};
  Kinds whole = kinds_of(draft, words, id);
  return only_groups(draft, whole, id) ? HeadingName{} : HeadingName{std::move(whole.kinds), {}, {}};
}

}  // namespace skydraft::understand
