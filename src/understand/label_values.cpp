#include "understand/label_values.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/labels.hpp"
#include "understand/lists.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxBeside = 16;    // entries of a section that are looked at
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

/// Where what a value says that something is ends: "Go service" of "Go service using Redis".
std::vector<Word> class_words(const Entry& entry) {
  const auto end = std::ranges::find_if(entry.words, [&](const Word& w) {
    const lexicon::VerbForm* verb =
        &w == entry.words.data() || w.capital || w.mark != Mark::None ? nullptr : lexicon::find_verb(w.lower);
    return w.mark != Mark::None || lexicon::is_class(w.lower, lexicon::WordClass::Preposition) ||
           (verb && verb->tense != lexicon::Tense::Base);
  });
  return {entry.words.begin(), end};
}

/// "Java service", "Celery worker": two words or more of which the last says what it is, and the first how it is made.
const catalogue::Kind* made_part(const std::vector<Word>& value) {
  if (value.size() < 2 || value.size() > kLongestThing || value.back().plural || !is_software_noun(value.back().norm))
    return nullptr;
  const auto hit = catalogue_hit(value, 0);
  const bool language = value.front().capital && lexicon::is_file_ending(value.front().lower);  // "Go service"
  return language || (hit && is_technology(catalogue::kinds()[hit->rows.front().kind]))
             ? catalogue::find(lexicon::head_kind(value.back().norm))
             : nullptr;
}

const catalogue::Kind* class_of_value(const Draft& draft, const Entry& entry) {
  const std::vector<Word>& label = entry.label_words;
  if (label.empty() || label.size() > 3 || !lexicon::attribute_for(label_key(entry)).empty()) return nullptr;
  const std::vector<Word> value = class_words(entry);
  // "Markdown Reader: service in `src/markdown/`"; of a word that nothing follows it is a setting.
  const bool alone = value.size() == 1 && (label.size() > 1 || value.size() < entry.words.size()) &&
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
  if (reading.kind && reading.kind->category == catalogue::Category::Application && !is_technology(*reading.kind))
    return reading.kind;
  return made_part(value);
}

/// "auth: Go service, uses Redis" beside "orders: Node service": a small letter or a word for a setting, as in a list
/// of parts.
bool is_beside_parts(const Draft& draft, const Entry& entry) {
  const std::vector<EntryId>& all = draft.outline[entry.section].entries;
  const auto told = [&](EntryId id) {
    const Entry& other = draft.outline[id];
    return other.block != entry.block && other.parent == entry.parent && other.label &&
           (made_part(class_words(other)) || class_of_value(draft, other));
  };
  return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMaxBeside)), told);
}

}  // namespace

const catalogue::Kind* told_class(const Draft& draft, const Entry& entry) {
  const catalogue::Kind* part = made_part(class_words(entry));
  const catalogue::Kind* kind = part ? part : class_of_value(draft, entry);
  const bool named = entry.label_words.front().capital && lexicon::attribute_for(label_key(entry)).empty();
  return kind && (named || is_beside_parts(draft, entry)) ? kind : nullptr;
}

bool lists_things(Draft& draft, const Entry& entry, const std::string& key) {
  if (entry.words.empty() || std::ranges::any_of(entry.words, is_arrow)) return false;  // "API: API Gateway → Lambda"
  const auto items = items_of(entry.words);
  std::size_t things = 0;
  if (!is_category(key, items.size())) {
    if (items.size() == 1 && entry.label_words.size() != 1) return false;
    // "Network security: security groups and NSGs": nothing but things.
    const Reading label = read_name(draft, entry.label_words, {}, entry.section);
    // "Payments: Stripe": what is done, and by whom.
    if (items.size() == 1) return !label.kind && is_product(draft, entry);
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
