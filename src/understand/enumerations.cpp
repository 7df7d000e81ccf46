#include "understand/enumerations.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/introduce.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestPhrase = 7;  // words from the number to the plural
constexpr std::size_t kLongestName = 5;    // words of an item's name

/// The lead-in's words, whether or not it was taken for a label.
std::vector<Word> all_words(const Entry& entry) {
  std::vector<Word> words = entry.label_words;
  words.insert(words.end(), entry.words.begin(), entry.words.end());
  return words;
}

/// "three", "several", "the following", "a number of": as many as the list has items.
bool counts_items(const std::vector<Word>& words, std::size_t at, std::size_t items) {
  const Word& word = words[at];
  if (const int n = count_of(word); n > 1) return static_cast<std::size_t>(n) == items;
  if (word.lower == "of") return at > 1 && words[at - 1].lower == "number" && words[at - 2].lower == "a";
  return word.lower == "following" || word.lower == "several" || word.lower == "multiple";
}

/// Where the noun phrase that begins here ends: behind its last plural. 0: it has none.
std::size_t plural_end(const std::vector<Word>& words, std::size_t at) {
  std::size_t end = 0;
  for (std::size_t i = at; i < words.size() && i < at + kLongestPhrase; ++i) {
    if (words[i].mark == Mark::Slash && is_word(words, i + 1)) continue;  // "Pub/Sub topics"
    if (!is_word(words, i)) break;
    if (lexicon::is_class(words[i].lower, lexicon::WordClass::Preposition)) break;
    if (end > 0 && lexicon::find_verb(words[i].lower)) break;
    if (words[i].plural) end = i + 1;
  }
  return end;
}

Range name_of(const Entry& item) {
  if (item.kind == EntryKind::Row)
    return item.text.runs.empty() ? Range{} : Range{0, static_cast<std::uint32_t>(item.text.text.size())};
  return item.label && item.strong_label ? *item.label : leading_name(item);
}

/// How many items of the list begin with names of their own; 0 if any begins with none, or most are services that
/// everybody knows.
std::size_t named_items(const Draft& draft, const Entry& lead) {
  std::size_t items = 0, known = 0;
  for (const EntryId id : lead.children) {
    const Entry& item = draft.outline[id];
    if (item.kind == EntryKind::Row && draft.document[item.block].level == 0) continue;  // the table's header
    const Range name = name_of(item);
    if ((item.kind != EntryKind::Bullet && item.kind != EntryKind::Row) || name.empty()) return 0;
    ++items;
    known += is_known_service(draft, item, name) ? 1 : 0;
  }
  return known * 2 < items ? items : 0;
}

/// "ECS services are defined for:" over names in code: where the plural ends that the line begins with. 0: no such
/// line.
std::size_t heads_code(const Draft& draft, const Entry& lead, const std::vector<Word>& words) {
  const std::size_t end = words.empty() || !words.front().capital ? 0 : plural_end(words, 0);
  const bool are = end > 0 && (!is_word(words, end) || words[end].lower == "are");
  const bool code = std::ranges::all_of(lead.children, [&](EntryId id) {
    const Entry& item = draft.outline[id];
    return (item.label && item.code_label) || (!item.words.empty() && item.words.front().code);
  });
  return are && code ? end : 0;
}

}  // namespace

bool is_known_service(const Draft& draft, const Entry& item, Range name) {
  const auto words = words_of(item.text, name.begin, name.end);
  const auto hit = words.empty() ? std::nullopt : catalogue_hit(words, 0);
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, item.section) : nullptr;
  // "Azure Kubernetes Service (AKS)"
  const auto end = static_cast<std::size_t>(std::ranges::find(words, Mark::Open, &Word::mark) - words.begin());
  return kind && (tells(*hit, *kind) || is_technology(*kind)) && hit->to == end;
}

Range leading_name(const Entry& item) {
  const std::vector<Word>& words = item.words;
  if (item.label || words.empty() || !(words.front().code || words.front().strong)) return {};
  std::size_t to = 0;
  while (to < words.size() && words[to].mark == Mark::None && words[to].code == words.front().code &&
         words[to].strong == words.front().strong)
    ++to;
  if (to == 0 || to > kLongestName) return {};
  return {words.front().begin, words[to - 1].end};
}

bool is_field(const Word& word) { return word.plural && lexicon::is_field(word.norm); }

std::optional<Enumeration> enumeration_of(const Draft& draft, EntryId lead) {
  const Entry& entry = draft.outline[lead];
  if (entry.children.size() < 2 || entry.strong_label || !entry.text.text.ends_with(':')) return std::nullopt;
  const std::size_t items = named_items(draft, entry);
  const std::vector<Word> words = all_words(entry);
  if (items < 2 || std::ranges::any_of(words, is_field)) return std::nullopt;
  const auto listed = [&](std::size_t at) {
    const catalogue::Kind* kind = kind_of_phrase(draft, words, at, entry.section);
    const bool things = kind && !is_technology(*kind) && kind->category != catalogue::Category::Actor &&
                        kind->holds == catalogue::Holds::NotAContainer;
    return things ? kind : nullptr;
  };
  if (const std::size_t end = heads_code(draft, entry, words); end > 0)
    if (const catalogue::Kind* kind = listed(0)) return Enumeration{kind, {words[0].begin, words[end - 1].end}};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_word(words, i) || !counts_items(words, i, items)) continue;
    const std::size_t end = plural_end(words, i + 1);
    const catalogue::Kind* kind = end > 0 ? listed(i + 1) : nullptr;
    if (!kind) continue;
    const bool one_of =
        i > 1 && words[i - 1].lower == "of" && (words[i - 2].lower == "one" || words[i - 2].lower == "each");
    const bool the = i > 0 && words[i - 1].lower == "the";
    return Enumeration{kind, {words[one_of ? i - 2 : the ? i - 1 : i].begin, words[end - 1].end}};
  }
  return std::nullopt;
}

Listed listed_below(const Draft& draft, EntryId lead) {
  Listed listed;
  const Entry& entry = draft.outline[lead];
  if (entry.children.empty() || draft.fates[lead.index].component || !entry.text.text.ends_with(':')) return listed;
  if (const auto counted = draft.fates[lead.index].lists ? enumeration_of(draft, lead) : std::nullopt)
    listed.phrase = counted->phrase;
  for (const EntryId id : entry.children) {
    const EntryFate& fate = draft.fates[id.index];
    if (fate.component && fate.subject) listed.items.push_back(*fate.subject);
  }
  return listed;
}

}  // namespace skydraft::understand
