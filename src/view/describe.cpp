#include "view/describe.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {
namespace {

using catalogue::Category;
using catalogue::Kind;
using model::Attribute;
using model::Component;

constexpr std::size_t kMostFacts = 3;
constexpr std::size_t kLongestFact = 30;
constexpr int kMany = 3;  ///< from so many of a kind on, own names are what tells them apart

bool is_in(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

/// The words that a kind's names are made of, singular and in lower case.
std::vector<std::string> words_of_kind(const Kind& kind) {
  std::string all = fmt::format("{} {}", kind.name, kind.short_name);
  const std::size_t dot = kind.id.find('.');
  all += ' ';
  all += kind.id.substr(dot == std::string_view::npos ? 0 : dot + 1);
  for (char& c : all)
    if (c == '-' || c == '(' || c == ')') c = ' ';
  std::vector<std::string> words;
  for (const std::string& w : words_of(lower(all))) words.push_back(singular(w));
  return words;
}

/// A name like an identifier ("ingest-fixtures", "scoreUsers") is what people of this project call the thing.
bool is_identifier(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return false;
  if (name.find_first_of("-_./") != std::string_view::npos) return true;
  for (std::size_t i = 1; i < name.size(); ++i)
    if (name[i] >= 'A' && name[i] <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z') return true;
  return false;
}

bool goes_by_own_name(const Kind& kind) {
  if (kind.provider == "generic" || kind.provider == "tool" || kind.provider.empty()) return true;
  switch (kind.category) {
    case Category::Actor:
    case Category::Compute:
    case Category::Container:
    case Category::Application:
    case Category::Group:
    case Category::Other:
      return true;
    default:
      return kind.scope == catalogue::Scope::Cluster;
  }
}

/// What is left of the name without the kind's own words and nouns such as "bucket".
std::vector<std::string> telling_words(std::string_view name, const Kind& kind) {
  const std::vector<std::string> own = words_of_kind(kind);
  std::vector<std::string> result;
  const bool is_rule = kind.category == Category::Security || kind.category == Category::Network;
  for (const std::string& w : words_of(name)) {
    const std::string plain = singular(lower(w));
    if (std::ranges::find(own, plain) == own.end() && (is_rule || !is_in(lower(w), data::own_nouns())))
      result.push_back(w);
  }
  return result;
}

/// Words of the kind take the catalogue's spelling: "NAT Gateway" is a "NAT gateway" where the catalogue says so.
std::string in_house_spelling(std::string_view name, const Kind& kind) {
  if (lower(name) == lower(kind.short_name)) return std::string(kind.short_name);
  if (lower(name) == lower(without_vendor(kind.name))) return without_vendor(kind.name);
  return std::string(name);
}

/// "Backend API Deployment" is "Backend API": the icon says that it is a workload.
std::string without_own_noun(const std::string& name, const Kind& kind) {
  if (kind.scope != catalogue::Scope::Cluster || kind.category != Category::Container) return name;
  std::vector<std::string> words = words_of(name);
  if (words.size() > 1 && is_in(lower(words.back()), data::workload_nouns())) words.pop_back();
  return joined(words);
}

/// What people call the service. A network's parts are said in full ("NAT gateway"), a service goes by its short name.
std::string spoken_name(const Kind& kind) {
  constexpr std::size_t kRoom = 26;
  const std::string full = without_vendor(kind.name);
  const bool in_full = kind.category == Category::Network && !full.empty() && letters(full) <= kRoom;
  return in_full || kind.short_name.empty() ? full : std::string(kind.short_name);
}

std::string in_brackets(std::string_view name) {
  const std::size_t open = name.find('('), close = name.find(')', open == std::string_view::npos ? 0 : open);
  return open == std::string_view::npos || close == std::string_view::npos
             ? std::string()
             : std::string(name.substr(open + 1, close - open - 1));
}

bool means(std::string_view text, const Kind& kind) {
  for (const catalogue::Alias& alias : catalogue::find_alias(lower(text)))
    if (&catalogue::kinds()[alias.kind] == &kind) return true;
  return false;
}

/// "public-facing ALB" beside the name "Application Load Balancer" is "public-facing".
std::vector<std::string> without_acronym(std::string_view name, const Kind& kind) {
  std::vector<std::string> words = words_of(name);
  const std::size_t dot = kind.id.find('.');
  const std::string_view acronym = kind.id.substr(dot == std::string_view::npos ? 0 : dot + 1);
  if (words.size() > 1 && lower(words.back()) == acronym) words.pop_back();
  return words;
}

/// "subnet", unlike "ALB".
bool is_lower_word(std::string_view word) {
  return std::ranges::all_of(word.substr(std::min<std::size_t>(1, word.size())),
                             [](char c) { return c < 'A' || c > 'Z'; });
}

/// "Application Gateway Subnet", "Cluster Role": the last word names the kind, so the icon needs no other name.
bool says_its_kind(const std::vector<std::string>& words, const Kind& kind) {
  const std::vector<std::string> named = words_of(lower(kind.name));
  return words.size() > 1 && !named.empty() && singular(lower(words.back())) == singular(named.back());
}

struct NameAndRest {
  std::string name;
  std::string rest;  ///< what the name leaves to say, for the first fact
};

NameAndRest name_and_rest(const std::string& own, const std::vector<std::string>& telling, const Kind& kind,
                          int siblings) {
  const std::string service = spoken_name(kind);
  const std::vector<std::string> words = words_of(own);
  if (goes_by_own_name(kind) || service.empty()) return {in_house_spelling(own, kind), {}};
  if (telling.empty()) return {service, {}};
  const bool ends_in_acronym =
      words.size() > 1 && !is_lower_word(kind.short_name) && lower(words.back()) == lower(kind.short_name);
  if (ends_in_acronym && kind.category == Category::Network)
    return {service, lower_words(joined(without_acronym(own, kind)))};
  if (lower(own).find(lower(kind.short_name)) != std::string::npos) return {in_house_spelling(own, kind), {}};
  // A store swaps its noun for the service's name: "Files Bucket" is "S3 files".
  const bool store = kind.category == Category::Storage || kind.category == Category::Database;
  constexpr std::size_t kShort = 2;
  if (store && telling.size() < words.size() && telling.size() <= kShort && !is_identifier(own))
    return {fmt::format("{} {}", kind.short_name, lower_words(joined(telling))), {}};
  if (siblings >= kMany || is_identifier(own)) return {own, service};
  if (says_its_kind(words, kind)) return {own, {}};
  // "Claims API" is what people call it, "image processing" what it is for.
  if (words.size() > 1 && is_in(lower(words.back()), data::software_nouns())) return {own, service};
  return {service, lower_words(own)};
}

std::string engine_of(const Component& c) {
  const Attribute* engine = c.attribute("engine");
  if (engine == nullptr || engine->placeholder) return {};
  const std::string text = without_brackets(text_of(engine->value));
  return letters(text) <= 16 ? text : std::string();
}

/// "15" is a word of "PostgreSQL 15".
bool says(std::string_view name, const std::string& word) {
  const std::vector<std::string> words = words_of(name);
  return std::ranges::find(words, word) != words.end();
}

std::string fact_text(const Attribute& a) {
  if (std::holds_alternative<bool>(a.value)) return {};
  std::string text = without_brackets(text_of(a.value));
  for (const data::Pair& unit : data::units())
    if (text.ends_with(unit.key)) text = text.substr(0, text.size() - unit.key.size()) + std::string(unit.value);
  if (is_in(lower(text), data::quiet_values()) || letters(text) > kLongestFact) return {};
  if (a.key == "port" || a.key == "ports") return text.starts_with(':') ? text : ":" + text;
  if (text.find_first_not_of("0123456789") == std::string::npos && a.key != "version" && a.key != "memory" &&
      a.key != "cpu")
    return {};  // "2" alone says nothing
  if (a.key == "version") return "v" + (text.starts_with('v') ? text.substr(1) : text);
  if (a.key == "memory" || a.key == "cpu" || a.key == "retention") return fmt::format("{} {}", text, a.key);
  if (a.key == "scrape_interval") return "every " + text;
  return text;
}

class FactList {
 public:
  FactList(std::string_view name, const Kind& kind) : name_(lower(name)), known_(words_of_kind(kind)) {
    for (const std::string& w : words_of(name_)) known_.push_back(singular(w));
  }
  void add(std::string text, bool placeholder = false) {
    text = plain_name(text);
    if (text.empty() || facts_.size() >= kMostFacts || name_.find(lower(text)) != std::string::npos) return;
    if (text.find_first_not_of("0123456789") == std::string::npos) return;  // "2" alone says nothing
    if (!placeholder && says_only_the_name(text)) return;
    const std::string plain = text.starts_with("port ") ? ":" + text.substr(5) : lower(text);
    for (const Fact& f : facts_)  // "t3.medium instances" after "t3.medium" says nothing new
      if (lower(f.text).find(plain) != std::string::npos || plain.find(lower(f.text)) != std::string::npos ||
          says_the_same(plain, lower(f.text)))
        return;
    facts_.push_back({std::move(text), placeholder});
  }
  std::size_t size() const { return facts_.size(); }
  std::vector<Fact> take() && { return std::move(facts_); }

 private:
  /// "collects metrics" after "metrics collection": each of its words, or one of the same stem, has been said.
  static bool says_the_same(const std::string& text, const std::string& before) {
    constexpr std::size_t kStem = 5;
    const std::vector<std::string> said = words_of(before);
    return std::ranges::all_of(words_of(text), [&](const std::string& w) {
      return std::ranges::any_of(said, [&](const std::string& s) { return s.substr(0, kStem) == w.substr(0, kStem); });
    });
  }

  /// "Amazon ECR registry" under "ECR" says nothing.
  bool says_only_the_name(const std::string& text) const {
    const std::vector<std::string> words = words_of(lower(without_vendor(text)));
    return std::ranges::all_of(words, [&](const std::string& w) {
      return std::ranges::find(known_, singular(w)) != known_.end() || is_in(w, data::hanging_ends()) ||
             is_in(w, data::vendor_prefixes());
    });
  }

  std::string name_;
  std::vector<std::string> known_;
  std::vector<Fact> facts_;
};

}  // namespace

std::string text_of(const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return std::get<bool>(value) ? "yes" : "no";
}

bool names_only_its_kind(std::string_view name, const Kind& kind) {
  return telling_words(without_vendor(without_brackets(name)), kind).empty();
}

std::string size_of(const Component& c) {
  for (const std::string_view key :
       {"instance_type", "node_type", "machine_type", "vm_size", "instance_class", "sku", "size"})
    if (const Attribute* a = c.attribute(key); a != nullptr && !a->placeholder) return fact_text(*a);
  return {};
}

std::string purpose_of(const Component& c, std::size_t max_words) {
  for (const std::string& purpose : c.purposes)
    if (std::string text = brief(purpose, max_words); !text.empty()) return text;
  return {};
}

Description describe(const Component& c, const Kind& kind, int siblings) {
  std::string own = without_own_noun(without_vendor(without_brackets(plain_name(c.name))), kind);
  if (own.empty()) own = spoken_name(kind);
  const std::vector<std::string> telling = telling_words(own, kind);
  auto [name, extra] = name_and_rest(own, telling, kind, siblings);
  // "S3 (images)": the brackets tell it apart, where they are no second name of the kind.
  if (telling.empty() && siblings > 1) extra = lower_words(joined(telling_words(in_brackets(c.name), kind)));
  if (const std::string engine = engine_of(c); telling.empty() && kind.category == Category::Database &&
                                               !engine.empty() && lower(name).find(lower(engine)) == std::string::npos)
    name += " " + engine;

  Description result;
  result.name = with_capital(name);
  FactList facts(result.name, kind);
  for (const Attribute& a : c.attributes)
    if (a.placeholder && a.key.find("name") != std::string::npos) facts.add(without_brackets(text_of(a.value)), true);
  facts.add(extra);
  for (const std::string_view key : data::fact_keys()) {
    if (facts.size() + 1 >= kMostFacts) break;
    const Attribute* a = c.attribute(key);
    if (a != nullptr && !(key == "version" && says(result.name, text_of(a->value))))
      facts.add(fact_text(*a), a->placeholder);
  }
  facts.add(purpose_of(c, 4));
  for (const Attribute& a : c.attributes) {
    const std::string text =
        std::holds_alternative<std::string>(a.value) ? std::get<std::string>(a.value) : std::string();
    if (!a.placeholder && words_of(text).size() > 1 && !is_in(a.key, data::no_facts()) &&
        !is_in(a.key, data::fact_keys()))
      facts.add(brief(text, 4));
  }
  result.facts = std::move(facts).take();
  return result;
}

Description describe_frame(const Component& c, const Kind& kind) {
  Description result;
  result.name = with_capital(without_brackets(plain_name(c.name)));
  if (result.name.empty()) result.name = std::string(kind.short_name);
  if (const std::string inner = in_brackets(c.name); words_of(inner).size() == 1 && !means(inner, kind)) {
    result.name = plain_name(c.name);  // "Region (primary)"
  } else if (names_only_its_kind(c.name, kind)) {
    if (kind.holds == catalogue::Holds::Cluster)
      result.name = std::string(kind.name);
    else if (words_of(result.name).size() > 2)
      result.name = spoken_name(kind);
  }
  for (const Attribute& a : c.attributes)
    if (a.placeholder && a.key.find("name") != std::string::npos)
      result.facts.push_back({without_brackets(text_of(a.value)), true});
  return result;
}

std::string tooltip_of(const Component& c, const Kind& kind) {
  std::string text = c.name;
  if (!kind.name.empty() && lower(kind.name) != lower(c.name)) text += fmt::format("\n{}", kind.name);
  if (c.count > 1) text += fmt::format("\ncount: {}", c.count);
  for (const Attribute& a : c.attributes) text += fmt::format("\n{}: {}", a.key, text_of(a.value));
  for (const std::string& p : c.purposes) text += fmt::format("\n{}", p);
  if (c.inferred()) text += fmt::format("\nnot stated, inferred: {}", c.inferred_by);
  return text;
}

}  // namespace skydraft::view
