#include "understand/draft.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/languages.hpp"

namespace skydraft::understand {
namespace {

constexpr std::ptrdiff_t kMaxNameWords = 12;
constexpr std::size_t kMaxAliases = 24;
constexpr std::size_t kMaxNamesakes = 256;  // a name that more things have than this tells none from another
constexpr std::size_t kMaxEvidence = 64;
constexpr std::size_t kMaxAttributes = 256;

std::string shown(const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  return std::get<bool>(value) ? "yes" : "no";
}

/// "paymentservice" is the service for payments, written in one.
std::string_view stem_of(std::string_view word) {
  constexpr std::string_view kNoun = "service";
  return word.size() > kNoun.size() + 2 && word.ends_with(kNoun) ? word.substr(0, word.size() - kNoun.size()) : word;
}

/// Two mentions under one name are one thing, unless the name is a plain word and the kinds have nothing in common (the
/// table "users" and the users).
bool may_be_one(std::string_view a, std::string_view b, std::string_view key) {
  const auto actor = [](std::string_view kind) {
    return catalogue::kind_or_unknown(kind).category == catalogue::Category::Actor;
  };
  if (same_family(a, b) || a == "generic.service" || b == "generic.service") return actor(a) == actor(b);
  // "The API runs on Cloud Run": it has become one.
  const catalogue::Kind &runs = catalogue::kind_or_unknown(a), &plain = catalogue::kind_or_unknown(b);
  if (is_runtime(runs) && runs.holds == catalogue::Holds::NotAContainer && plain.provider == "generic" &&
      plain.category == catalogue::Category::Application)
    return true;
  return key.find(' ') != std::string_view::npos && actor(a) == actor(b);
}

/// An address, a method of HTTP, a value of a language, an action of a policy ("s3:GetObject"): nobody's name.
bool is_no_name(std::string_view name) {
  name = trimmed(name);
  if (name.starts_with("http://") || name.starts_with("https://")) return true;
  if (is_cidr(name) || name.find('=') != std::string_view::npos) return true;  // an address, a setting
  constexpr std::array<std::string_view, 11> kWords{"get",     "post", "put",  "delete", "patch", "head",
                                                    "options", "nil",  "null", "true",   "false"};
  if (std::ranges::find(kWords, lower_of(name)) != kWords.end()) return true;
  const std::size_t colon = name.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 2 < name.size() && name[colon + 1] >= 'A' &&
         name[colon + 1] <= 'Z' && name.find_first_of(" :", colon + 1) == std::string_view::npos &&
         std::ranges::all_of(name.substr(0, colon),
                             [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// Where what a name says of its own ends and its kind's name begins: 1 of "scraper Cloud Run job".
std::size_t own_words(const std::vector<Word>& words, const catalogue::Kind& kind) {
  if (kind.category != catalogue::Category::Serverless && kind.category != catalogue::Category::Container)
    return words.size();
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i].mark == Mark::None && names_kind(catalogue::find_alias(key_of(words, i, words.size())), kind))
      return i;
  return words.size();
}

}  // namespace

bool same_family(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const catalogue::Kind& ka = catalogue::kind_or_unknown(a);
  const catalogue::Kind& kb = catalogue::kind_or_unknown(b);
  return ka.category == kb.category &&
         (ka.provider == "generic" || kb.provider == "generic" || ka.provider == "tool" || kb.provider == "tool");
}

Draft::Draft(const Source& text, const md::Document& parsed, const Options& given, DiagnosticSink& diagnostics)
    : source(text), document(parsed), options(given), sink(diagnostics), outline(outline_of(parsed, text.text())) {
  language = language_of(outline);
  put_in_english(language, outline);
  by_kind_.resize(catalogue::kinds().size() + 1);
  fates.resize(outline.entries.size());
  topics.resize(outline.sections.size());
}

void Draft::index(ComponentId id, const std::vector<Word>& name) {
  const auto count = std::ranges::count(name, Mark::None, &Word::mark);
  // What no mention is long enough to hit needs no index.
  if (count == 0 || count > kMaxNameWords) return;
  const auto known = named(name, 0, name.size());
  if (known.size() >= kMaxNamesakes || std::ranges::find(known, id) != known.end()) return;
  NameTree::Node node = NameTree::kRoot;
  for (const Word& word : name)
    if (word.mark == Mark::None) node = names_.add(node, word.norm);
  names_.ids(node).push_back(id);
}

std::span<const ComponentId> Draft::named(const std::vector<Word>& words, std::size_t from, std::size_t to) const {
  NameTree::Node node = NameTree::kRoot;
  for (std::size_t i = from; i < to && i < words.size() && node != NameTree::kNone; ++i)
    if (words[i].mark == Mark::None) node = names_.next(node, words[i].norm);
  return names_.ids(node);
}

std::size_t Draft::place_of(const catalogue::Kind& kind) {
  const auto kinds = catalogue::kinds();
  const bool known = !std::less<>()(&kind, kinds.data()) && std::less<>()(&kind, kinds.data() + kinds.size());
  return known ? static_cast<std::size_t>(&kind - kinds.data()) : kinds.size();
}

ComponentId Draft::add(model::Component component) {
  kinds_.push_back(&catalogue::kind_or_unknown(component.kind));
  const ComponentId id = builder.add(std::move(component));
  by_kind_[place_of(kind(id))].push_back(id);
  return id;
}

/// By this very name, not by another that it has.
bool Draft::is_called(ComponentId id, const std::vector<Word>& name) const {
  const WordTexts& own = parts[id.index].words;
  if (own.empty()) return key_of(builder.components()[id.index].name) == key_of(name, 0, name.size());
  std::size_t at = 0;
  for (const Word& word : name)
    if (word.mark == Mark::None && (at >= own.size() || own[at++] != &word.norm)) return false;
  return at == own.size();
}

std::optional<ComponentId> Draft::define(std::string_view name, const std::vector<Word>& words, std::string_view kind,
                                         Span span, SectionId section) {
  const std::string key = key_of(words, 0, words.size());
  if (key.empty() || is_no_name(name)) return std::nullopt;
  const auto where = site_at(section);
  for (const ComponentId id : named(words, 0, words.size())) {
    const auto& other = parts[id.index].site;
    if (where && other && *other != *where && *where != id) {
      twins.insert(std::minmax(where->index, other->index));
      continue;
    }
    if (!is_called(id, words) && !same_family(builder[id].kind, kind)) continue;
    if (!may_be_one(builder[id].kind, kind, key)) continue;
    evidence(id, span);
    return id;
  }
  if (builder.components().size() >= kMaxComponents) {
    if (builder.components().size() == kMaxComponents)
      sink.warn(Code::TooManyComponents, span,
                fmt::format("more than {} components; the rest is left out", kMaxComponents));
    return std::nullopt;
  }
  model::Component component;
  component.name = std::string(trimmed(name));
  component.kind = std::string(kind);
  component.source.push_back(span);
  const ComponentId id = add(std::move(component));
  record(model::Became::Component, span, id.index);
  NameParts part;
  part.section = section;
  part.site = where;
  const std::size_t own = own_words(words, this->kind(id));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.mark != Mark::None) continue;
    part.words.push_back(&word.norm);
    if (i >= own || lexicon::is_generic(word.norm) || lexicon::is_provider_word(word.norm)) continue;
    const std::string_view stem = stem_of(word.norm);
    const Word core = stem.size() < word.norm.size() ? word.read_as(stem, stem) : word;
    part.core.push_back(&core.norm);
    if (by_core_.size() <= core.norm.number) by_core_.resize(2 * (core.norm.number + 1U));
    auto& ids = by_core_[core.norm.number];
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }
  part.bits = bits_of(part.words);
  parts.push_back(std::move(part));
  index(id, words);
  index_without_noun(id, key);
  if (name.find('_') != std::string_view::npos) {  // "daily_ingest" is also called "Daily Ingest"
    std::string spaced(name);
    std::ranges::replace(spaced, '_', ' ');
    index(id, spaced);
  }
  if (stem_of(key).size() < key.size() && key.find(' ') == std::string::npos)
    index(id, std::string(stem_of(key)) + " service");
  index_short_forms(id, key);
  const std::size_t blank = key.find(' ');
  if (blank != std::string::npos && lexicon::is_provider_word(std::string_view(key).substr(0, blank)))
    index(id, key.substr(blank + 1));
  return id;
}

/// "Global Load Balancer" is also called "Global LB", and the other way round.
void Draft::index_short_forms(ComponentId id, const std::string& key) {
  for (const lexicon::Pair& row : lexicon::short_forms()) {
    const std::string_view brief = row.key, full = row.value;
    for (const auto& [from, to] : {std::pair{brief, full}, std::pair{full, brief}}) {
      // Behind a word that tells it from others, and at the end: "db" alone is any, and "RDS db" is RDS.
      if (key.size() <= from.size() || key[key.size() - from.size() - 1] != ' ' || !key.ends_with(from)) continue;
      const std::string own = key.substr(0, key.size() - from.size());
      if (named(trimmed(own)).empty()) index(id, own + std::string(to));
    }
  }
}

/// "App Tier SG" is also called "the app tier", unless that names something else.
void Draft::index_without_noun(ComponentId id, const std::string& key) {
  const catalogue::Kind& kind = this->kind(id);
  if (kind.category == catalogue::Category::Security && !kind.id.ends_with("security-group")) return;
  const std::size_t last = key.rfind(' ');
  if (last == std::string::npos || !lexicon::is_generic(std::string_view(key).substr(last + 1))) return;
  const std::string shorter = key.substr(0, last);
  if (shorter.find(' ') == std::string::npos || !catalogue::find_alias(shorter).empty()) return;
  index(id, shorter);
}

std::optional<ComponentId> Draft::infer(std::string name, std::string_view kind, std::string_view rule, Span span) {
  if (options.stated_only) return std::nullopt;
  if (builder.components().size() >= kMaxComponents) return std::nullopt;
  model::Component component;
  component.name = std::move(name);
  component.kind = std::string(kind);
  component.inferred_by = std::string(rule);
  if (!span.empty()) component.source.push_back(span);
  const ComponentId id = add(std::move(component));
  parts.emplace_back();
  return id;
}

void Draft::alias(ComponentId id, std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > 80) return;
  model::Component& component = builder[id];
  index(id, name);
  if (name == component.name || component.aliases.size() >= kMaxAliases) return;
  if (std::ranges::find(component.aliases, name) == component.aliases.end()) component.aliases.emplace_back(name);
}

void Draft::refine(ComponentId id, std::string_view kind) {
  model::Component& component = builder[id];
  if (component.kind == kind) return;
  auto& before = by_kind_[place_of(this->kind(id))];
  before.erase(std::prev(std::ranges::find(before.rbegin(), before.rend(), id).base()));  // mostly one of the last
  component.kind = std::string(kind);
  kinds_[id.index] = &catalogue::kind_or_unknown(kind);
  by_kind_[place_of(*kinds_[id.index])].push_back(id);
}

void Draft::group_alias(std::string_view name, std::span<const ComponentId> members) {
  for (const ComponentId id : members) index(id, name);
}

void Draft::evidence(ComponentId id, Span span) {
  auto& spans = builder[id].source;
  if (span.empty() || spans.size() >= kMaxEvidence || std::ranges::find(spans, span) != spans.end()) return;
  spans.push_back(span);
}

void Draft::attribute(ComponentId id, std::string_view key, model::Value value, Span span, bool placeholder) {
  if (key.empty()) return;
  if (const auto* text = std::get_if<std::string>(&value); text && text->empty()) return;
  auto& attributes = builder[id].attributes;
  const auto it = std::ranges::find(attributes, key, &model::Attribute::key);
  if (it == attributes.end()) {
    if (attributes.size() >= kMaxAttributes) return;
    record(model::Became::Attribute, span, id.index, static_cast<std::uint32_t>(attributes.size()));
    attributes.push_back({std::string(key), std::move(value), placeholder});
    return;
  }
  if (it->value == value) return;
  if (key == "cidr")
    sink.warn(
        Code::ContradictoryAttribute, span,
        fmt::format("\"{}\" has the CIDR {} here, but {} before", builder[id].name, shown(value), shown(it->value)),
        "state one of the two; the first was kept");
}

void Draft::purpose(ComponentId id, std::string_view text) {
  text = trimmed(text);
  auto& purposes = builder[id].purposes;
  if (text.empty() || purposes.size() >= 8 || std::ranges::find(purposes, text) != purposes.end()) return;
  purposes.emplace_back(text);
  auto& tasks = parts[id.index].tasks;
  for (const Word& word : words_of(text))
    if (word.mark == Mark::None && !contains(tasks, word.norm)) tasks.push_back(&word.norm);
  parts[id.index].task_bits = bits_of(tasks);
}

bool Draft::is_inside(ComponentId inner, ComponentId outer) {
  int guard = 0;
  for (auto up = builder[inner].parent; up && guard < 64; up = builder[*up].parent, ++guard)
    if (*up == outer) return true;
  return false;
}

namespace {

/// What one cloud runs stands in no network of another one, whatever a sentence seems to say.
bool of_other_clouds(const catalogue::Kind& inner, const catalogue::Kind& outer) {
  return inner.provider != outer.provider && is_cloud(inner.provider) && is_cloud(outer.provider);
}

/// A sentence that seems to put a network into a subnet, or a cluster into a namespace, has been misread: "the subnet …
/// the network peered with it".
bool too_wide(const catalogue::Kind& inner, const catalogue::Kind& outer) {
  using catalogue::Holds;
  const bool frame = inner.holds == Holds::Network || inner.holds == Holds::Region || inner.holds == Holds::Account ||
                     inner.holds == Holds::Cloud;
  return (frame && outer.holds == Holds::Subnet) || (inner.holds == Holds::Cluster && outer.holds == Holds::Namespace);
}

}  // namespace

void Draft::parent(ComponentId id, ComponentId holder, Span span, std::string_view rule) {
  if (options.stated_only && !rule.empty()) return;
  if (id == holder || too_wide(kind(id), kind(holder)) || of_other_clouds(kind(id), kind(holder))) return;
  model::Component& component = builder[id];
  if (is_inside(holder, id)) {
    if (rule.empty())
      sink.warn(Code::ContainmentCycle, span,
                fmt::format("\"{}\" is said to be in \"{}\", which is in it", component.name, builder[holder].name),
                "say which of the two holds the other; the first statement was kept");
    return;
  }
  if (component.parent) {
    if (*component.parent == holder) return;
    if (component.placed_by.empty() && rule.empty()) {
      if (is_inside(*component.parent, holder)) return;
      if (is_inside(holder, *component.parent)) {
        component.parent = holder;
        record(model::Became::Placement, span, id.index);
        return;
      }
      sink.warn(Code::ContradictoryParent, span,
                fmt::format("\"{}\" is said to be in \"{}\" here, but in \"{}\" before", component.name,
                            builder[holder].name, builder[*component.parent].name),
                "the first statement was kept");
      return;
    }
    if (!rule.empty()) return;
  }
  component.parent = holder;
  component.placed_by = std::string(rule);
  if (rule.empty()) record(model::Became::Placement, span, id.index);
}

std::optional<RelationId> Draft::relate(const RelationDraft& draft) {
  if (draft.from == draft.to || (options.stated_only && !draft.inferred_by.empty())) return std::nullopt;
  const auto key = std::pair(draft.from.index, draft.to.index);
  if (const auto it = relations_.find(key); it != relations_.end()) {
    model::Relation& known = builder[it->second];
    if (known.source.size() < kMaxEvidence && std::ranges::find(known.source, draft.source) == known.source.end())
      known.source.push_back(draft.source);
    record(model::Became::Relation, draft.source, it->second.index);
    if (draft.inferred_by.empty()) known.inferred_by.clear();
    if (known.label.empty()) known.label = draft.label;
    if (!known.tcp_port) known.tcp_port = draft.tcp_port;
    return it->second;
  }
  model::Relation relation;
  relation.from = draft.from;
  relation.to = draft.to;
  relation.kind = draft.kind;
  relation.label = draft.label;
  relation.protocol = draft.protocol;
  relation.tcp_port = draft.tcp_port;
  relation.inferred_by = draft.inferred_by;
  if (!draft.source.empty()) relation.source.push_back(draft.source);
  const RelationId id = builder.add(std::move(relation));
  record(model::Became::Relation, draft.source, id.index);
  relations_.emplace(key, id);
  return id;
}

std::optional<RelationId> Draft::relation_between(ComponentId from, ComponentId to) const {
  const auto it = relations_.find(std::pair(from.index, to.index));
  return it == relations_.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace skydraft::understand
