#include "understand/lists.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/labels.hpp"
#include "understand/listed_names.hpp"
#include "understand/names.hpp"
#include "understand/reference.hpp"
#include "understand/sites.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestItem = 7;     // words of a name; more is a description
constexpr std::size_t kLongestUnknown = 3;  // words of one that nobody knows

/// The item without what describes it: "PostgreSQL 15 for orders" is called PostgreSQL 15.
std::size_t name_end(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].mark == Mark::Open || words[i].mark == Mark::Colon || words[i].mark == Mark::Stop) return i;
    if (words[i].lower == "for" || words[i].lower == "with" || words[i].lower == "via" || words[i].lower == "to" ||
        words[i].lower == "in" || words[i].lower == "from" || words[i].lower == "on" || words[i].lower == "behind")
      return i;
  }
  return words.size();
}

/// "v2", "1.33+", "stack": not what a thing is called.
bool is_version(const Word& word) {
  const std::string_view text = word.lower;
  return word.mark == Mark::Slash || text == "stack" || is_number(text) ||
         (text.size() > 1 && text.front() == 'v' && text[1] >= '0' && text[1] <= '9');
}

std::vector<Word> name_of(const std::vector<Word>& words) {
  std::size_t from = 0;
  while (from < words.size() && is_article(words[from].lower)) ++from;
  std::vector<Word> item(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
  item.erase(item.begin() + static_cast<std::ptrdiff_t>(name_end(item)), item.end());
  const auto known = item.empty() ? std::nullopt : catalogue_hit(item, 0);  // "Route 53" has no version
  while (item.size() > 1 && is_version(item.back()) && !(known && known->to == item.size())) item.pop_back();
  return item;
}

/// "PostgreSQL on RDS": the service that it runs as.
const catalogue::Kind* service_of(const Draft& draft, const std::vector<Word>& words, std::size_t at,
                                  const catalogue::Kind& kind, SectionId section, std::size_t& to) {
  if (at + 1 >= words.size() || words[at].lower != "on") return nullptr;
  const auto hit = catalogue_hit(words, at + 1);
  const catalogue::Kind* service = hit ? meaning_of(draft, *hit, section) : nullptr;
  if (!service || !tells(*hit, *service) || service->category != kind.category) return nullptr;
  to = hit->to;
  return service;
}

}  // namespace

std::vector<std::vector<Word>> items_of(const std::vector<Word>& words) {
  std::vector<std::vector<Word>> items;
  std::vector<Word> item;
  int depth = 0;
  const auto close = [&] {
    if (!item.empty()) items.push_back(std::move(item));
    item.clear();
  };
  for (const Word& word : words) {
    if (word.mark == Mark::Open) ++depth;
    if (word.mark == Mark::Close) depth = std::max(0, depth - 1);
    const bool joins = word.mark == Mark::Comma || word.mark == Mark::Stop || word.lower == "and" ||
                       (word.mark == Mark::Slash && !word.joined);
    if (depth == 0 && joins)
      close();
    else
      item.push_back(word);
  }
  close();
  return items;
}

bool names_a_thing(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section) {
  const std::vector<Word> item = name_of(words);
  if (item.empty() || item.size() > kLongestItem || negated(item) || is_instruction(item) || has_arrow(item))
    return false;
  if (is_cidr(item.front().lower)) return false;
  if (item.front().code && item.front().begin > 0 && text[item.front().begin - 1] == '/') return false;  // a path
  // "in two security groups": where the item before it stands
  if (!item.front().capital && lexicon::is_class(item.front().lower, lexicon::WordClass::Preposition)) return false;
  const lexicon::VerbForm* verb = lexicon::find_verb(item.front().lower);
  const bool third = verb && verb->tense == lexicon::Tense::Third;
  // "Host the NAT gateways"
  if (verb && item.size() > 2 && lexicon::is_class(item[1].lower, lexicon::WordClass::Determiner)) return false;
  // "Contains `app-subnet`"
  if (third && item.size() > 1 && lexicon::verb_of(*verb).kind == lexicon::VerbKind::Contains) return false;
  if (third && !item.front().capital) return false;    // "uses the private group"
  for (std::size_t i = 1; i + 1 < item.size(); ++i) {  // "the app uses Azure SQL"
    const bool does = !item[i].capital && !item[i].joined && lexicon::is_third_person(item[i].lower);
    const bool object = item[i + 1].capital || lexicon::is_class(item[i + 1].lower, lexicon::WordClass::Determiner);
    if (does && object) return false;
  }
  if (lexicon::is_qualifier(item.front().norm) && item.front().norm == "optional") return false;
  if (const auto known = reference_at(draft, item, 0, text, section);
      known && known->ids.size() == 1 && known->to == item.size())
    return true;
  const Reading reading = read_name(draft, item, {}, section);
  return reading.kind && reading.strong && (reading.basis == Basis::Exact || reading.basis == Basis::Head) &&
         !is_technology(*reading.kind);
}

bool is_unknown_name(const std::vector<Word>& words) {
  const std::vector<Word> item = name_of(words);
  if (item.empty() || item.size() > kLongestUnknown) return false;
  const bool hyphens =
      item.size() > 1 && std::all_of(item.begin() + 1, item.end(), [](const Word& w) { return w.joined; });
  if ((!item.front().capital && !hyphens) || catalogue_hit(item, 0)) return false;
  return std::ranges::all_of(item, [&](const Word& w) {
    const bool everyday = lexicon::is_descriptive(w.lower) || lexicon::is_generic(w.norm) ||
                          lexicon::is_moved(w.norm) || lexicon::find_verb(w.lower) || lexicon::is_protocol(w.lower) ||
                          lexicon::is_feature(w.norm) || lexicon::is_filler(w.norm) || lexicon::is_practice(w.norm) ||
                          is_number(w.lower);
    return w.mark == Mark::None && (hyphens || (w.capital && !everyday)) && w.norm.size() > 2;
  });
}

std::optional<ComponentId> define_item(Draft& draft, const std::vector<Word>& words, std::string_view text, Span span,
                                       SectionId section) {
  if (!names_a_thing(draft, words, text, section)) return std::nullopt;
  const std::vector<Word> item = name_of(words);
  if (const auto known = reference_at(draft, item, 0, text, section);
      known && known->ids.size() == 1 && known->to == item.size() && !elsewhere(draft, section, known->ids.front())) {
    draft.evidence(known->ids.front(), span);
    return known->ids.front();
  }
  const Reading reading = read_name(draft, item, {}, section);
  std::size_t to = 0;
  const std::size_t from =
      static_cast<std::size_t>(std::ranges::find(words, item.front().begin, &Word::begin) - words.begin());
  if (const auto* service = service_of(draft, words, from + item.size(), *reading.kind, section, to)) {
    const auto made = define_named(draft, text.substr(item.front().begin, words[to - 1].end - item.front().begin),
                                   *service, span, section);
    if (made)
      draft.attribute(*made, "engine",
                      std::string(text.substr(item.front().begin, item.back().end - item.front().begin)), span);
    return made;
  }
  // "EC2 (3 x t3.micro)": the parenthesis is about the thing.
  std::size_t end = words.back().end;
  const bool parenthesis = name_end(words) < words.size() && words[name_end(words)].mark == Mark::Open;
  if (!parenthesis) end = item.back().end;
  return define_named(draft, text.substr(item.front().begin, end - item.front().begin), *reading.kind, span, section);
}

std::vector<ComponentId> define_listing(Draft& draft, const Entry& entry) {
  std::vector<ComponentId> made;
  const Reading label = read_name(draft, entry.label_words, {}, entry.section);
  const std::string_view part = label.kind && label.kind->provider == "generic" ? label.kind->id : "generic.service";
  for (const std::vector<Word>& item : items_of(entry.words)) {
    auto one = define_item(draft, item, entry.text.text, entry.span, entry.section);
    if (!one && heads_unknown_names(draft, entry) && is_unknown_name(item)) {
      const std::vector<Word> name = name_of(item);
      one = draft.define(
          std::string_view(entry.text.text).substr(name.front().begin, name.back().end - name.front().begin), part,
          entry.span, entry.section);
    }
    if (!one || std::ranges::find(made, *one) != made.end()) continue;
    made.push_back(*one);
    // "Pub/Sub topic `orders`" is called "orders", too.
    const auto code = std::ranges::find_if(item, [](const Word& w) { return w.code; });
    const auto end = std::find_if(code, item.end(), [](const Word& w) { return !w.code; });
    if (code != item.begin() && code != item.end())
      draft.alias(*one, std::string_view(entry.text.text).substr(code->begin, std::prev(end)->end - code->begin));
    read_facts(draft, *one, item, entry.text.text, entry.span);
  }
  return made;
}

std::vector<ComponentId> define_pair(Draft& draft, const Entry& entry) {
  std::vector<std::vector<Word>> items = items_of(entry.label_words);
  if (!entry.label || items.size() != 2) return {};
  for (std::vector<Word>& item : items)
    if (lexicon::is_class(item.front().lower, lexicon::WordClass::Determiner) && item.size() > 1)
      item.erase(item.begin());
  std::vector<const catalogue::Kind*> kinds;
  for (const std::vector<Word>& item : items) {
    const auto hit = whole_hit(item);
    const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, entry.section) : nullptr;
    if (!kind || !tells(*hit, *kind) || is_technology(*kind)) return {};
    kinds.push_back(kind);
  }
  std::vector<ComponentId> made;
  for (std::size_t i = 0; i < items.size() && kinds[0] != kinds[1]; ++i) {
    const std::string_view name =
        std::string_view(entry.text.text).substr(items[i].front().begin, items[i].back().end - items[i].front().begin);
    const auto one = define_named(draft, name, *kinds[i], entry.span, entry.section);
    if (!one) continue;
    draft.purpose(*one, filled(entry.value_text()).text);
    made.push_back(*one);
  }
  return made;
}

void define_inside(Draft& draft, const Entry& entry, ComponentId holder) {
  const catalogue::Holds holds = draft.kind(holder).holds;
  if (holds == catalogue::Holds::NotAContainer) return;
  const auto items = items_of(entry.words);
  const std::string_view text = entry.text.text;
  // One thing alone may be what a cluster is made with, but not what a network or an account is.
  if (items.size() == 1) {
    const catalogue::Kind* only = read_name(draft, name_of(items.front()), {}, entry.section).kind;
    const bool holds_one = is_network(draft.kind(holder)) || holds == catalogue::Holds::Account;
    if (!holds_one || !only || only->holds == catalogue::Holds::Network || only->holds == holds) return;
  }
  // "Namespace `shop`: cart, checkout": in a namespace runs what is only called something, too.
  const auto only_called = [&](const std::vector<Word>& item) {
    return holds == catalogue::Holds::Namespace && items.size() > 1 && is_plain_name(item, text);
  };
  if (items.empty() || !std::ranges::all_of(items, [&](const std::vector<Word>& item) {
        return names_a_thing(draft, item, text, entry.section) || only_called(item);
      }))
    return;
  for (const std::vector<Word>& item : items) {
    std::vector<ComponentId> made = define_listed_names(draft, entry, item);
    if (made.empty())
      if (const auto one = define_item(draft, item, text, entry.span, entry.section)) made = {*one};
    if (made.empty() && only_called(item))
      if (const auto one = draft.define(text.substr(item.front().begin, item.back().end - item.front().begin),
                                        "k8s.deployment", entry.span, entry.section))
        made = {*one};
    for (const ComponentId one : made)  // in which part of a cloud they stand is found out later
      if (one != holder && holds != catalogue::Holds::Cloud) draft.parent(one, holder, entry.span);
  }
}

}  // namespace skydraft::understand
