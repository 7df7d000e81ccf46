#include "understand/names.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/head_noun.hpp"
#include "understand/known.hpp"
#include "understand/mention.hpp"
#include "understand/placements.hpp"

namespace skydraft::understand {
namespace {

/// "(existing cluster)": the one thing of its kind so far that holds things of this kind.
bool stands_in_the_one(Draft& draft, ComponentId id, const std::vector<Word>& words, Span span, SectionId section) {
  std::size_t at = 0;
  while (at < words.size() &&
         (lexicon::is_qualifier(words[at].norm) || lexicon::is_filler(words[at].norm) || words[at].lower == "in"))
    ++at;
  const auto hit = at < words.size() ? catalogue_hit(words, at) : std::nullopt;
  const catalogue::Kind* outer = hit && hit->to == words.size() ? meaning_of(draft, *hit, section) : nullptr;
  if (!outer || outer->holds == catalogue::Holds::NotAContainer) return false;
  const auto& inside = draft.kind(id).inside;
  if (std::ranges::find(inside, outer->id) == inside.end()) return false;
  const auto holders = draft.of_kind(outer->id);
  if (holders.size() == 1) draft.parent(id, holders.front(), span);
  return holders.size() == 1;
}

/// Names in parentheses are other names, engines, counts or ids.
void read_parentheses(Draft& draft, ComponentId id, const Named& named, std::string_view whole, Span span,
                      SectionId section) {
  bool renamed = false;
  for (const std::string& inside : named.inside) {
    const std::vector<Word> words = words_of(inside);
    // "(namespace: shop)": a fact with its label.
    if (words.size() >= 3 && words[1].mark == Mark::Colon) {
      const std::string_view value = trimmed(std::string_view(inside).substr(words[1].end));
      const Placing placing = placing_of(draft, words[0].norm, section);
      const std::string_view key = lexicon::attribute_for(words[0].norm);
      if (placing.places && placing.kind && placing.kind->holds == catalogue::Holds::Namespace &&
          value.find(' ') == std::string_view::npos)
        draft.define(value, placing.kind->id, span, section);
      if (placing.places) draft.placements.push_back({id, std::string(value), placing.kind, span, section});
      if (!key.empty()) set_value(draft, id, key, value, span);
      if (placing.places || !key.empty()) continue;
    }
    if (words.empty() || (words.size() <= 2 && lexicon::is_qualifier(words.front().norm))) continue;
    const auto hit = catalogue_hit(words, 0);
    const bool all = hit && hit->to == words.size();
    const catalogue::Kind* kind = all ? meaning_of(draft, *hit, section) : nullptr;
    const bool same =
        kind && (kind->id == draft.builder[id].kind || std::ranges::any_of(hit->rows, [&](const catalogue::Alias& a) {
                   return catalogue::kinds()[a.kind].id == draft.builder[id].kind;
                 }));
    const bool distribution =
        kind && kind->holds == catalogue::Holds::Cluster && draft.kind(id).holds == catalogue::Holds::Cluster;
    if (stands_in_the_one(draft, id, words, span, section)) continue;
    if (auto place = place_in_parenthesis(draft, id, inside, span, section)) {
      draft.placements.push_back(std::move(*place));
      continue;
    }
    const bool engine = hit && all && draft.kind(id).category == catalogue::Category::Database &&
                        std::ranges::any_of(hit->rows, [](const catalogue::Alias& a) {
                          const catalogue::Kind& k = catalogue::kinds()[a.kind];
                          return k.category == catalogue::Category::Database &&
                                 (k.provider == "tool" || k.provider == "generic") &&
                                 k.id.find("database") == std::string_view::npos;
                        });
    if (engine) draft.attribute(id, "engine", inside, span);
    // "Redis (Memorystore)": the cloud's service that it is.
    if (kind && kind->provider == draft.provider && draft.kind(id).category == kind->category && tells(*hit, *kind) &&
        (draft.kind(id).provider == "generic" || draft.kind(id).provider == "tool"))
      draft.refine(id, kind->id);
    // "Message broker (RabbitMQ)": the product that it is.
    const bool product = kind && kind->provider == "tool" && draft.kind(id).category == kind->category &&
                         kind->category != catalogue::Category::Database && !is_technology(*kind) &&
                         tells(*hit, *kind) && draft.named(words, 0, words.size()).empty();
    if (product && draft.kind(id).provider == "generic") draft.refine(id, kind->id);
    const bool is_id = inside.find_first_of("._-[:") != std::string::npos && inside.find(' ') == std::string::npos;
    if (words.size() == 1 && count_of(words[0]) > 0)
      draft.builder[id].count = count_of(words[0]);
    else if (same || is_id || distribution || product) {
      draft.alias(id, inside);
      renamed = true;
    } else if (words.size() <= 4 && words[0].capital && !kind &&
               std::ranges::none_of(words, [](const Word& w) { return is_number(w.lower); })) {
      draft.alias(id, inside);
      renamed = true;
    }
    read_facts(draft, id, words, inside, span);
  }
  if (renamed || !named.inside.empty()) draft.alias(id, whole);
}

/// Takes what stands before words[at] off a name.
void begin_at(std::size_t at, std::string& name, std::vector<Word>& words) {
  name = name.substr(words[at].begin);
  words = words_of(name);
}

/// "A pair of NAT gateways": without what only says which or how many; a pair is two.
int without_article(std::string& name, std::vector<Word>& words) {
  if (words.size() < 2 || words[1].mark != Mark::None || words[1].joined) return 0;
  const bool article = is_article(words[0].lower);
  const std::size_t at = article ? 1 : 0;
  if (at + 2 < words.size() && (words[at].lower == "pair" || words[at].lower == "couple") &&
      words[at + 1].lower == "of" && words[at + 2].mark == Mark::None) {
    begin_at(at + 2, name, words);
    return 2;
  }
  if (article && !(words[1].lower.size() == 1 || is_number(words[1].lower))) begin_at(1, name, words);
  return 0;
}

std::optional<ComponentId> only_of_kind(Draft& draft, std::string_view name, std::string_view kind) {
  const auto ids = draft.named(key_of(name));
  return ids.size() == 1 && draft.builder[ids.front()].kind == kind ? std::optional(ids.front()) : std::nullopt;
}

/// "User-Assigned Managed Identity (UAMI)" where "UAMI" is known, "Entra App Registration" where "App registration" is:
/// one thing, now by its full name.
std::optional<ComponentId> known_by_short_name(Draft& draft, const Named& named, const std::vector<Word>& words,
                                               std::string_view kind) {
  if (!draft.named(words, 0, words.size()).empty()) return std::nullopt;
  for (const std::string& inside : named.inside) {
    const bool acronym = inside.size() > 1 && inside.size() <= 8 &&
                         std::ranges::all_of(inside, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (acronym)
      if (const auto id = only_of_kind(draft, inside, kind)) return id;
  }
  if (words.size() < 3 || words[1].mark != Mark::None) return std::nullopt;
  const std::vector<Word> brand = words_of(catalogue::kind_or_unknown(kind).name);
  if (std::ranges::none_of(brand, [&](const Word& w) { return w.norm == words[0].norm; })) return std::nullopt;
  return only_of_kind(draft, std::string_view(named.name).substr(words[1].begin), kind);
}

/// "2 public subnets": the number, taken off the name; 0: none.
int leading_count(std::string& name, std::vector<Word>& words) {
  if (const int pair = without_article(name, words); pair > 0) return pair;
  if (words.size() < 2 || words[1].mark != Mark::None || words[1].joined) return 0;
  const bool one = (words[0].lower == "one" || words[0].lower == "single") && catalogue_hit(words, 1);
  const int count = one ? 1 : count_of(words[0]);
  if (count <= 0 || count > 999) return 0;
  begin_at(1, name, words);
  return count;
}

}  // namespace

Named split_name(std::string_view text) {
  Named named;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('(', at);
    if (open == std::string_view::npos) break;
    std::size_t close = open;
    for (int depth = 0; close < text.size(); ++close) {
      depth += text[close] == '(' ? 1 : text[close] == ')' ? -1 : 0;
      if (depth == 0) break;
    }
    if (close == text.size()) break;
    const std::vector<Word> inside = words_of(text.substr(open + 1, close - open - 1));
    const bool ordinal = inside.size() == 2 && is_number(inside.back().lower) && !is_number(inside.front().lower);
    named.name += text.substr(at, ordinal ? close + 1 - at : open - at);
    if (!ordinal) named.inside.emplace_back(trimmed(text.substr(open + 1, close - open - 1)));
    at = close + 1;
    if (!named.name.empty() && named.name.back() == ' ')
      while (at < text.size() && text[at] == ' ') ++at;
    // "Cosmos DB (serverless) with one container": what follows tells about it.
    const std::string_view next = trimmed(text.substr(at));
    if (!named.name.empty() && lexicon::is_class(next.substr(0, next.find(' ')), lexicon::WordClass::Preposition))
      at = text.size();
  }
  named.name += text.substr(std::min(at, text.size()));
  named.name = std::string(trimmed(named.name));
  while (!named.name.empty() && named.name.back() == ':') named.name.pop_back();
  const Filled fill = filled(named.name);
  named.name = fill.text;
  // Pictographs before a name decorate it.
  std::size_t first = 0;
  while (first < named.name.size() &&
         (static_cast<unsigned char>(named.name[first]) >= 0x80 || named.name[first] == ' '))
    ++first;
  if (first == 0) return named;
  const std::vector<Word> words = words_of(named.name);
  const auto word = std::ranges::find(words, Mark::None, &Word::mark);
  if (word != words.end() && word->begin == first) named.name.erase(0, first);
  return named;
}

/// "Node group named workers" is a node group, and is called "workers": cuts the name, and returns what it is called.
static std::string cut_called(Named& named, std::vector<Word>& words) {
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at].lower != "named" && words[at].lower != "called") continue;
    std::string called = named.name.substr(words[at + 1].begin);
    named.name = named.name.substr(0, words[at - 1].end);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
    return called;
  }
  return {};
}

/// "ECS cluster with two services" is a cluster.
static void cut_company(Named& named, std::vector<Word>& words) {
  const std::size_t from = !words.empty() && is_article(words.front().lower) ? 1 : 0;
  const auto hit = from < words.size() ? catalogue_hit(words, from) : std::nullopt;
  if (!hit || !is_word(words, hit->to) || words[hit->to].lower != "with") return;
  named.name = named.name.substr(0, words[hit->to - 1].end);
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(hit->to), words.end());
}

std::optional<ComponentId> define_named(Draft& draft, std::string_view whole, const catalogue::Kind& kind, Span span,
                                        SectionId section) {
  Named named = split_name(whole);
  std::vector<Word> words = words_of(named.name);
  const std::string called = cut_called(named, words);
  cut_company(named, words);
  if (is_clause(words)) return std::nullopt;
  const int count = leading_count(named.name, words);
  if (named.name.empty() && !named.inside.empty()) {
    named.name = named.inside.front();
    words = words_of(named.name);
  }
  std::string_view kind_id = kind.id;
  for (const std::string& inside : named.inside)
    if (const catalogue::Kind* typed = catalogue::find_resource_type(inside)) kind_id = typed->id;
  auto known = known_by_short_name(draft, named, words, kind_id);
  if (!known && named.inside.empty() && count <= 1 && draft.named(words, 0, words.size()).empty()) {
    const catalogue::Kind& given = catalogue::kind_or_unknown(kind_id);
    known = known_with_service(draft, words, given);
    if (known && draft.kind(*known).provider == "generic" && given.provider != "generic")
      draft.refine(*known, given.id);
  }
  const auto id = known ? known : draft.define(named.name, words, kind_id, span, section);
  if (!id) return std::nullopt;
  if (known) {
    draft.alias(*id, named.name);
    draft.evidence(*id, span);
    read_facts(draft, *id, words, named.name, span);
  }
  if (count > 1) draft.builder[*id].count = count;
  draft.alias(*id, called);
  read_parentheses(draft, *id, named, whole, span, section);
  name_says(draft, *id, draft.builder[*id].name);
  const std::string name = draft.builder[*id].name;
  if (name != named.name) words = words_of(name);
  read_facts(draft, *id, words, name, span);
  return id;
}

void name_says(Draft& draft, ComponentId id, std::string_view name) {
  if (draft.kind(id).holds != catalogue::Holds::Subnet) return;
  const std::string lower = lower_of(name);
  const bool open = lower.find("public") != std::string::npos, closed = lower.find("private") != std::string::npos;
  if (open != closed) draft.attribute(id, "public", open, {});
}

bool negated(const std::vector<Word>& words) {
  return !words.empty() && (words.front().lower == "no" || words.front().lower == "not" ||
                            words.front().lower == "without" || words.front().lower == "never");
}

bool is_instruction(const std::vector<Word>& words) {
  return words.size() > 1 && words.front().mark == Mark::None && lexicon::is_imperative(words.front().lower);
}

bool is_clause(const std::vector<Word>& words) {
  using lexicon::WordClass;
  if (words.size() < 2 || words.front().mark != Mark::None || words.front().code || words[1].joined) return false;
  const Word& first = words.front();
  const bool opens = lexicon::is_class(first.lower, WordClass::Subordinator) ||
                     lexicon::is_class(first.lower, WordClass::Hypothesis) ||
                     lexicon::is_class(first.lower, WordClass::Negation) || first.lower == "for" ||
                     first.lower == "from" || first.lower == "to" || first.lower == "with";
  const bool finite = std::ranges::any_of(words, [](const Word& w) {
    return w.mark == Mark::None && !w.code && !w.capital && !w.joined &&
           (lexicon::is_class(w.lower, WordClass::Pronoun) || lexicon::is_class(w.lower, WordClass::Auxiliary) ||
            lexicon::is_class(w.lower, WordClass::Modal));
  });
  const bool pronoun = lexicon::is_class(first.lower, WordClass::Pronoun);
  if (opens || finite || pronoun || lexicon::is_class(words.back().lower, WordClass::Preposition)) return true;
  const lexicon::VerbForm* verb = lexicon::find_verb(first.lower);
  const bool noun = lexicon::is_moved(first.norm) || lexicon::is_generic(first.norm) ||
                    !lexicon::head_kind(first.norm).empty() || catalogue_hit(words, 0);
  const bool about = std::ranges::any_of(words, [](const Word& w) {
    return w.lower == "for" || w.lower == "from" || w.lower == "to" || w.lower == "into" || w.lower == "in";
  });
  // "Queries PostgreSQL for …", but "Queries for …", "Queries table".
  const bool acts = verb && verb->tense == lexicon::Tense::Third && about && is_brand(words, 1);
  if (!verb || (noun && !acts)) return false;
  if (verb->tense == lexicon::Tense::Base) return about && lexicon::is_imperative(first.lower);
  if (verb->tense != lexicon::Tense::Third) return false;
  const auto named = catalogue_hit(words, 1);
  return about || is_number(words[1].lower) ||
         (named && named->to == words.size() && tells(*named, catalogue::kinds()[named->rows.front().kind]));
}

/// "Invoke Lambda functions", "read and write DynamoDB": what is done, and to what.
static bool acts_on_service(const std::vector<Word>& words) {
  if (words.size() < 2 || lexicon::is_generic(words.front().norm) || catalogue_hit(words, 0)) return false;
  if (words[1].lower == "and" || words[1].lower == "or") return true;
  const auto hit = catalogue_hit(words, 1);
  return hit && tells(*hit, catalogue::kinds()[hit->rows.front().kind]);
}

bool begins_with_deed(const std::vector<Word>& words) {
  const lexicon::VerbForm* verb = words.empty() ? nullptr : lexicon::find_verb(words.front().lower);
  return verb && verb->tense == lexicon::Tense::Base && acts_on_service(words);
}

/// "Sessions in ElastiCache": what is kept, and where.
static bool is_kept_in_service(const std::vector<Word>& words) {
  if (catalogue_hit(words, 0)) return false;
  for (std::size_t i = 1; i + 1 < words.size() && words[i].mark == Mark::None; ++i) {
    if (words[i].lower != "in" && words[i].lower != "on") continue;
    const auto hit = catalogue_hit(words, i + 1);
    const catalogue::Kind* kind = hit ? &catalogue::kinds()[hit->rows.front().kind] : nullptr;
    return kind && tells(*hit, *kind) && kind->holds == catalogue::Holds::NotAContainer;
  }
  return false;
}

bool bare_name(const Entry& entry) {
  if (entry.words.empty() || is_instruction(entry.words) || entry.words.size() > 24 || negated(entry.words) ||
      is_kept_in_service(entry.words) ||
      std::ranges::any_of(entry.words, [](const Word& w) { return w.mark == Mark::Arrow; }))
    return false;
  // "In private subnets", but "In-cluster databases"
  if (lexicon::is_class(entry.words[0].lower, lexicon::WordClass::Preposition) &&
      !(entry.words.size() > 1 && entry.words[1].joined))
    return false;
  // "Host the load balancer": what is done, and to what.
  if (entry.words.size() > 2 && entry.words[1].mark == Mark::None && is_article(entry.words[1].lower)) return false;
  std::size_t words = 0;
  const std::size_t place = before_place(entry.words);
  // "Amazon RDS for PostgreSQL" is a name, with its "for".
  const auto hit = entry.words.empty() ? std::nullopt : catalogue_hit(entry.words, 0);
  const std::size_t known = hit && hit->to > 2 ? hit->to : 0;
  for (std::size_t i = 0; i < place; ++i) {
    const Word& word = entry.words[i];
    if (word.mark == Mark::Open) break;
    if (i < known) {
      ++words;
      continue;
    }
    // "Creates security groups to …" says what is done.
    if (words == 0 && word.mark == Mark::None && lexicon::is_instruction(word.lower)) return false;
    if (word.mark != Mark::None) {
      if (word.mark == Mark::Arrow || word.mark == Mark::Comma || word.mark == Mark::Stop) return false;
      continue;
    }
    ++words;
    // "Reports Service" is called so.
    const bool title = word.capital && entry.words.size() > 1 && entry.words[1].capital &&
                       !lexicon::head_kind(entry.words[1].norm).empty() && !acts_on_service(entry.words);
    const lexicon::VerbForm* verb = title ? nullptr : lexicon::find_verb(word.lower);
    if (verb && words == 1 && (verb->tense != lexicon::Tense::Base || acts_on_service(entry.words))) return false;
    if (word.lower == "is" || word.lower == "are" || word.lower == "with" || word.lower == "for" ||
        word.lower == "to" || word.lower == "from")
      return false;
  }
  return words > 0 && words <= 5;
}

std::string_view identifier(const Entry& entry) {
  const std::string_view value = trimmed(entry.value_text());
  bool joined = false;
  const bool plain = std::ranges::all_of(value, [&](char c) {
    joined = joined || c == '-' || c == '_';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return joined && plain && value.size() < 60 ? value : std::string_view{};
}

std::size_t before_place(const std::vector<Word>& words) {
  std::size_t from = 0;  // "Two private database subnets in …"
  while (is_word(words, from) && from < 3 && !catalogue_hit(words, from) &&
         (count_of(words[from]) > 0 || lexicon::is_contrast(words[from].lower)))
    ++from;
  const auto hit = words.empty() ? std::nullopt : catalogue_hit(words, from);
  const std::size_t at = hit ? hit->to : words.size();
  if (!is_word(words, at)) return words.size();
  if (is_cidr(words[at].lower)) return at;  // "VPC 10.0.0.0/16"
  return lexicon::is_place_preposition(words[at].lower) ? at : words.size();
}

std::string_view before_stop(const Entry& entry) {
  const auto until = [&](std::uint32_t end) {
    return std::string_view(entry.text.text).substr(entry.value.begin, end - entry.value.begin);
  };
  if (const std::size_t place = entry.label ? entry.words.size() : before_place(entry.words);
      place < entry.words.size())
    return trimmed(until(entry.words[place].begin));
  int depth = 0;
  std::uint32_t open = entry.value.begin;
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    const Word& word = entry.words[i];
    if (word.mark == Mark::Open && depth++ == 0) open = word.begin;
    if (word.mark == Mark::Close) --depth;
    if (word.mark == Mark::Stop && depth <= 0 && word.begin > entry.value.begin) return until(word.begin);
    const bool goes_on = word.mark == Mark::Close && depth == 0 && i + 1 < entry.words.size() &&
                         (entry.words[i + 1].mark == Mark::Comma ||
                          lexicon::is_class(entry.words[i + 1].lower, lexicon::WordClass::Preposition));
    if (goes_on && open > entry.value.begin) return until(open);
  }
  return entry.value_text();
}

}  // namespace skydraft::understand
