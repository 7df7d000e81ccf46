#include "understand/label_values.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/labels.hpp"
#include "understand/lists.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestThing = 4;  // words of one of several things that a label heads

/// "a Cloud Run service", not "Cloud Run": what sort of thing it is, no name.
bool tells_its_class(const std::vector<Word>& words) {
  if (words.empty() || words.size() > kLongestThing) return false;
  const Word& last = words.back();
  return last.mark == Mark::None && !last.capital && lexicon::is_generic(last.norm);
}

/// "API: Cloud Run service": a part of one's own, and what it runs on.
bool runs_on(const Draft& draft, const Entry& entry, const std::string& key) {
  const catalogue::Kind* told = leading_kind(draft, entry.words, entry.section);
  if (told && told->provider == "k8s" && told->holds == catalogue::Holds::NotAContainer) return true;
  if (lexicon::head_kind(key).empty() && !tells_its_class(entry.words)) return false;
  return told && is_runtime(*told);
}

/// "Compute", and over several things "Data tier", too: a word for a group.
bool is_category(std::string_view key, std::size_t items) {
  for (const std::string_view noun : {" tier", " layer"})
    if (items > 1 && key.ends_with(noun)) key.remove_suffix(noun.size());
  return std::ranges::binary_search(lexicon::category_labels(), key);
}

/// Nothing but the name of a product that is no tool to build with.
bool is_product(const Draft& draft, const Entry& entry) {
  const auto hit = catalogue_hit(entry.words, 0);
  const catalogue::Kind* kind = hit && hit->to == entry.words.size() ? meaning_of(draft, *hit, entry.section) : nullptr;
  return kind && tells(*hit, *kind) && kind->provider == "tool" && !is_technology(*kind) &&
         kind->category == catalogue::Category::Integration && lexicon::attribute_for(label_key(entry)).empty();
}

}  // namespace

const catalogue::Kind* told_class(const Draft& draft, const Entry& entry) {
  const std::vector<Word>& label = entry.label_words;
  if (label.size() > 3 || !label.front().capital || !lexicon::attribute_for(label_key(entry)).empty()) return nullptr;
  const auto end = std::ranges::find_if(entry.words, [](const Word& w) {
    return w.mark != Mark::None || lexicon::is_class(w.lower, lexicon::WordClass::Preposition);
  });
  const std::vector<Word> value(entry.words.begin(), end);
  // "Markdown Reader: service in `src/markdown/`"; of a word that nothing follows it is a setting.
  const bool alone = value.size() == 1 && (label.size() > 1 || end != entry.words.end()) &&
                     !lexicon::head_kind(value.front().norm).empty();
  // "Delivery: users access the application"
  const bool does = std::ranges::any_of(value, [&](const Word& w) {
    const auto next = static_cast<std::size_t>(&w - value.data()) + 1;
    const bool article = next < value.size() && lexicon::is_class(value[next].lower, lexicon::WordClass::Determiner);
    return article && !w.capital && next > 1 && lexicon::find_verb(w.lower);
  });
  if (does || !tells_its_class(value) || (value.size() < 2 && !alone) || value.back().plural) return nullptr;
  if (const catalogue::Kind* kind = leading_kind(draft, value, entry.section)) return kind;
  const Reading reading = read_name(draft, value, {}, entry.section);
  return reading.kind && reading.kind->category == catalogue::Category::Application && !is_technology(*reading.kind)
             ? reading.kind
             : nullptr;
}

bool lists_things(Draft& draft, const Entry& entry, const std::string& key) {
  if (entry.words.empty() || std::ranges::any_of(entry.words, is_arrow)) return false;  // "API: API Gateway → Lambda"
  const auto items = items_of(entry.words);
  std::size_t things = 0;
  if (!is_category(key, items.size())) {
    // "Network security: security groups and NSGs": nothing but things.
    const Reading label = read_name(draft, entry.label_words, {}, entry.section);
    // "Payments: Stripe": what is done, and by whom.
    if (items.size() == 1) return entry.label_words.size() == 1 && !label.kind && is_product(draft, entry);
    return !label.kind && lexicon::attribute_for(key).empty() &&
           std::ranges::all_of(items, [&](const std::vector<Word>& item) {
             return names_a_thing(draft, item, entry.text.text, entry.section) && item.size() <= kLongestThing;
           });
  }
  if (items.size() == 1 && runs_on(draft, entry, key)) return false;
  const auto is_thing = [&](const std::vector<Word>& item) {
    return names_a_thing(draft, item, entry.text.text, entry.section) ||
           (heads_unknown_names(draft, entry) && is_unknown_name(item));
  };
  for (const std::vector<Word>& item : items) things += is_thing(item) ? 1 : 0;
  return !items.empty() && things * 2 >= items.size() && is_thing(items.front());
}

}  // namespace skydraft::understand
