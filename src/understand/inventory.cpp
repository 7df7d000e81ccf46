#include "understand/inventory.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/lists.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestPurpose = 6;  // words after "for"

/// The words up to the first parenthesis.
std::vector<Word> before_aside(const std::vector<Word>& words) {
  const auto end = std::ranges::find(words, Mark::Open, &Word::mark);
  return {words.begin(), end};
}

/// Behind the name of a service that the words begin with, which may have a "for" of its own: "Azure Cache for Redis".
std::vector<Word>::const_iterator behind_name(const std::vector<Word>& words) {
  const auto hit = words.empty() || words.front().mark != Mark::None ? std::nullopt : catalogue_hit(words, 0);
  return words.begin() + static_cast<std::ptrdiff_t>(hit ? hit->to : 0);
}

/// "VPC with public and private subnets", "Grafana for dashboards", "NAT gateway per zone": the words before it are
/// what it is.
std::vector<Word> before_with(const std::vector<Word>& item) {
  const auto end = std::find_if(behind_name(item), item.end(), [](const Word& w) {
    return w.lower == "with" || w.lower == "for" || w.lower == "per";
  });
  return end == item.begin() ? item : std::vector<Word>(item.begin(), end);
}

/// "Worker nodes which are …", "Attached to …": says something, and is no name.
bool says_something(const std::vector<Word>& words) {
  using lexicon::WordClass;
  return std::ranges::any_of(words, [](const Word& w) {
    if (w.mark != Mark::None || w.code) return false;
    const lexicon::VerbForm* verb = lexicon::find_verb(w.lower);
    return lexicon::is_class(w.lower, WordClass::Relative) || lexicon::is_class(w.lower, WordClass::Auxiliary) ||
           lexicon::is_class(w.lower, WordClass::Modal) || lexicon::is_class(w.lower, WordClass::Preposition) ||
           (verb && verb->tense == lexicon::Tense::Participle && !lexicon::is_contrast(w.lower));
  });
}

/// "reads and writes orders" is what something does, and lists nothing.
bool goes_on_doing(const std::vector<Word>& item) {
  return item.size() > 1 && !item[0].capital && lexicon::is_third_person(item[0].lower);
}

/// "Functions read and write DynamoDB": two verbs, and no list.
bool is_done_twice(const std::vector<Word>& one, const std::vector<Word>& next) {
  const auto plain = [](const Word& word) {
    const lexicon::VerbForm* verb = word.capital || word.code ? nullptr : lexicon::find_verb(word.lower);
    return verb && verb->tense == lexicon::Tense::Base;
  };
  return one.size() > 1 && next.size() > 1 && plain(one.back()) && plain(next.front());
}

/// "Lambda checks S3": what one does to another.
bool acts(const std::vector<Word>& name) {
  for (std::size_t at = 1; at + 1 < name.size(); ++at) {
    const bool verb = is_word(name, at) && !name[at].capital && lexicon::is_third_person(name[at].lower);
    if (verb && catalogue_hit(name, at + 1) && catalogue_hit(name, 0)) return true;
  }
  return false;
}

bool is_decoration(const Word& word) {
  return word.norm == "setup" || word.norm == "set" || word.norm == "up" || word.norm == "configuration";
}

/// "Kubernetes", but not "DNS".
bool is_name(const Entry& entry, const Word& word) {
  const std::string_view written = std::string_view(entry.text.text).substr(word.begin, word.end - word.begin);
  return word.capital && std::ranges::any_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Private subnets for the ECS tasks and RDS": these are there, and stand in them.
void define_residents(Draft& draft, const Entry& entry, const std::vector<Word>& words, ComponentId subnet) {
  for (std::vector<Word> item : items_of(words)) {
    if (lexicon::is_class(item.front().lower, lexicon::WordClass::Determiner)) item.erase(item.begin());
    if (item.empty()) continue;
    const auto one = define_item(draft, item, entry.text.text, entry.span, entry.section);
    if (one && draft.kind(*one).scope != catalogue::Scope::Global) draft.parent(*one, subnet, entry.span);
  }
}

/// "Cloud Storage bucket for Terraform state": what it is, and for what.
std::optional<ComponentId> with_purpose(Draft& draft, const Entry& entry, const std::vector<Word>& words) {
  const auto split = std::find_if(behind_name(words), words.end(), [](const Word& w) { return w.lower == "for"; });
  const auto purpose = static_cast<std::size_t>(words.end() - split);
  if (split == words.begin() || purpose < 2 || purpose > kLongestPurpose + 1) return std::nullopt;
  std::vector<Word> name(words.begin(), split);
  if (count_of(name.front()) > 0) name.erase(name.begin());
  std::size_t end = name.size();
  while (end > 1 && is_decoration(name[end - 1])) --end;
  const bool decorated = end < name.size();
  name.erase(name.begin() + static_cast<std::ptrdiff_t>(end), name.end());
  const bool plain = std::ranges::all_of(words, [](const Word& w) { return w.mark == Mark::None; });
  if (name.empty() || name.size() > 5 || !plain || says_something(name) || acts(name)) return std::nullopt;
  if (const auto known = draft.named(key_of(name, 0, name.size())); known.size() == 1) {
    draft.evidence(known.front(), entry.span);
    return known.front();
  }
  const Reading reading = read_name(draft, name, {}, entry.section);
  if (!reading.kind || !reading.strong || (reading.basis != Basis::Exact && reading.basis != Basis::Head) ||
      is_technology(*reading.kind))
    return std::nullopt;
  // "CloudWatch for monitoring" is CloudWatch; of buckets there may be many, and what it is for tells which, unless any
  // is for that: "S3 for object storage".
  const auto at = static_cast<std::size_t>(split - words.begin());
  const bool any = std::ranges::binary_search(lexicon::category_labels(), key_of(words, at + 1, words.size()));
  // "Public subnets for the balancer": there is one lot of these.
  const bool sort = reading.kind->holds == catalogue::Holds::Subnet && name.size() > 1 &&
                    lexicon::is_contrast(name.front().lower) && name.back().plural;
  const bool only =
      sort || (reading.basis == Basis::Exact && (any || !lexicon::is_open(reading.kind->id)) &&
               std::none_of(split, words.end(), [&](const Word& w) { return w.code || is_name(entry, w); }));
  const std::uint32_t last = decorated || only ? name.back().end : words.back().end;
  const std::string_view text =
      std::string_view(entry.text.text).substr(words.front().begin, last - words.front().begin);
  const auto made = define_named(draft, text, *reading.kind, entry.span, entry.section);
  const std::uint32_t from = (split + 1)->begin;
  if (made && only) draft.purpose(*made, std::string_view(entry.text.text).substr(from, words.back().end - from));
  if (made && sort) define_residents(draft, entry, {split + 1, words.end()}, *made);
  return made;
}

/// "One VPC with DNS hostnames enabled": what it is, and what it is like.
std::optional<ComponentId> with_details(Draft& draft, const Entry& entry, const std::vector<Word>& words) {
  const auto with = std::find_if(behind_name(words), words.end(), [](const Word& w) { return w.lower == "with"; });
  std::vector<Word> name(words.begin(), with);
  if (!name.empty() && lexicon::is_class(name.front().lower, lexicon::WordClass::Determiner)) name.erase(name.begin());
  if (with == words.end() || name.empty() || name.size() > 5 || says_something(name) || acts(name)) return std::nullopt;
  const Reading reading = read_name(draft, name, {}, entry.section);
  const bool sure = reading.kind && (reading.strong || reading.kind->holds == catalogue::Holds::Network) &&
                    (reading.basis == Basis::Exact || reading.basis == Basis::Head);
  if (!sure || is_technology(*reading.kind)) return std::nullopt;
  const std::string_view text = entry.text.text;
  return define_named(draft, text.substr(name.front().begin, name.back().end - name.front().begin), *reading.kind,
                      entry.span, entry.section);
}

/// "Orders table (DynamoDB)", "Orders API (Lambda behind API Gateway)": a thing, and what it is.
std::optional<ComponentId> with_kind(Draft& draft, const Entry& entry) {
  constexpr std::size_t kLongest = 4;  // words of the name
  const std::vector<Word>& words = entry.words;
  const auto open = static_cast<std::size_t>(std::ranges::find(words, Mark::Open, &Word::mark) - words.begin());
  if (open == 0 || open > kLongest || open + 2 >= words.size() || words.back().mark != Mark::Close) return std::nullopt;
  const std::vector<Word> name(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(open));
  if (acts(name) || says_something(name) || !draft.named(key_of(name, 0, name.size())).empty()) return std::nullopt;
  const auto hit = catalogue_hit(words, open + 1);
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, entry.section) : nullptr;
  const bool whole =
      hit && (hit->to + 1 == words.size() || lexicon::is_class(words[hit->to].lower, lexicon::WordClass::Preposition));
  if (!whole || !kind || !tells(*hit, *kind) || is_technology(*kind)) return std::nullopt;
  // "Location service (Redis)" is a service that keeps its data there.
  const WordText& noun = name.back().norm;
  if (!lexicon::stands_for(noun, kind->id) &&
      !(is_running(*kind) && (!lexicon::head_kind(noun).empty() || noun == "job")))
    return std::nullopt;
  return define_named(
      draft, std::string_view(entry.text.text).substr(name.front().begin, name.back().end - name.front().begin), *kind,
      entry.span, entry.section);
}

/// "MSK Kafka; the payment service publishes to it": the name ends there.
std::optional<ComponentId> before_semicolon(Draft& draft, const Entry& entry) {
  const std::vector<Word>& words = entry.words;
  const auto hit = words.empty() || words.front().mark != Mark::None ? std::nullopt : catalogue_hit(words, 0);
  if (!hit || hit->to >= words.size() || words[hit->to].mark != Mark::Stop ||
      entry.text.text[words[hit->to].begin] != ';')
    return std::nullopt;
  const catalogue::Kind* kind = meaning_of(draft, *hit, entry.section);
  if (!kind || !tells(*hit, *kind) || is_technology(*kind)) return std::nullopt;
  const std::uint32_t from = words.front().begin;
  return define_named(draft, std::string_view(entry.text.text).substr(from, words[hit->to - 1].end - from), *kind,
                      entry.span, entry.section);
}

}  // namespace

std::vector<ComponentId> define_inventory(Draft& draft, const Entry& entry) {
  std::vector<ComponentId> made;
  if (begins_with_deed(entry.words)) return made;
  if (const auto id = with_kind(draft, entry)) return {*id};
  if (const auto id = before_semicolon(draft, entry)) return {*id};
  std::vector<Word> words = before_aside(entry.words);
  const bool sentence = !words.empty() && words.back().mark == Mark::Stop;
  if (sentence) words.pop_back();
  if (words.empty() || words.size() > 14 || negated(words) || is_instruction(words) ||
      std::ranges::any_of(words, [](const Word& w) {
        return w.mark == Mark::Stop || w.mark == Mark::Arrow ||
               (w.mark == Mark::None && !w.capital && lexicon::is_class(w.lower, lexicon::WordClass::Modal));
      }))
    return made;
  if (sentence) {
    if (const auto id = with_details(draft, entry, words)) made.push_back(*id);
    return made;
  }
  if (const auto id = with_purpose(draft, entry, words)) return {*id};
  auto items = items_of(words);
  if (items.size() == 1)
    if (const auto id = with_details(draft, entry, words)) return {*id};
  if (items.size() < 2 || std::ranges::any_of(items, goes_on_doing) ||
      std::ranges::adjacent_find(items, is_done_twice) != items.end())
    return made;
  for (std::vector<Word>& item : items) item = before_with(item);
  std::size_t things = 0;
  for (const std::vector<Word>& item : items)
    things += !says_something(item) && names_a_thing(draft, item, entry.text.text, entry.section) ? 1U : 0U;
  if (things * 2 < items.size() || (things == 1 && items.size() == 2)) {
    if (const auto id = with_details(draft, entry, words)) return {*id};
    const bool on = std::ranges::any_of(items.front(), [](const Word& w) { return w.lower == "on"; });
    if (things * 2 < items.size() || on) return made;  // "WAF on the CDN and the balancer"
  }
  for (const std::vector<Word>& item : items)
    if (says_something(item))
      continue;
    else if (const auto id = define_item(draft, item, entry.text.text, entry.span, entry.section))
      if (std::ranges::find(made, *id) == made.end()) made.push_back(*id);
  return made;
}

}  // namespace skydraft::understand
