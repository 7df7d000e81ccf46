#include "understand/labels.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "understand/code_actors.hpp"
#include "understand/identified.hpp"
#include "understand/label_values.hpp"
#include "understand/listed_names.hpp"
#include "understand/lists.hpp"
#include "understand/names.hpp"
#include "understand/sites.hpp"

namespace skydraft::understand {
namespace {

/// "VPC Isolation", "Deletion Protection": what is done, no thing.
bool is_abstract(const Word& word) {
  if (lexicon::is_generic(word.norm)) return false;
  for (const std::string_view ending : lexicon::abstract_endings())
    if (word.norm.ends_with(ending) && word.norm != "processing" && word.norm != "instance") return true;
  return false;
}

/// "AlertSNSTopic" -> Alert SNS Topic: how templates call their resources. Empty if the label is no such word.
std::vector<Word> spelled_out(const Entry& entry) {
  const std::string_view name = entry.label_text();
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (name.size() < 6 || !std::ranges::all_of(name, [&](char c) { return upper(c) || lower(c); })) return {};
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool hump = i > 0 && upper(name[i]) && (lower(name[i - 1]) || (i + 1 < name.size() && lower(name[i + 1])));
    if (hump) parts.emplace_back();
    parts.back() += name[i];
  }
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // "IoTPolicy": a capital by itself ends a name.
    if (i > 0 && !(parts[i].size() == 1 && upper(parts[i].front()))) text += ' ';
    text += parts[i];
  }
  std::vector<Word> words = words_of(text);
  return words.size() > 1 ? words : std::vector<Word>{};
}

/// What such a word ends with says what it is, unless the text says it better.
Reading read_spelled_out(const Draft& draft, const Entry& entry, const Reading& plain) {
  if (plain.kind && plain.basis == Basis::Value) return plain;
  const std::vector<Word> words = spelled_out(entry);
  if (words.empty()) return plain;
  Reading reading = read_name(draft, words, entry.words, entry.section);
  if (reading.kind && reading.basis == Basis::Everyday && reading.to == words.size()) reading.basis = Basis::Head;
  const bool ends = reading.kind && (reading.basis == Basis::Head || reading.basis == Basis::Exact);
  return ends || (reading.kind && reading.basis == Basis::Value) ? reading : plain;
}

/// "Redis Metrics", "Registry credentials": said of a thing, no thing.
bool is_aspect(const Word& word) { return lexicon::is_aspect(word.norm); }

const Word& last_of_name(const std::vector<Word>& words) {
  std::size_t n = words.size();
  for (std::size_t i = 1; i < words.size() && n == words.size(); ++i)
    if (words[i].mark == Mark::Open) n = i;
  return words[n - 1];
}

/// "Cost controls", "Production alternative": not what there is.
bool about_costs(const std::vector<Word>& words) {
  const WordText& last = last_of_name(words).norm;  // a "Price Service" is a service
  if (lexicon::is_generic(last) || !lexicon::head_kind(last).empty()) return false;
  return std::ranges::any_of(words, [](const Word& w) { return lexicon::tells_costs(w.norm); });
}

/// "The next step is security groups:" leads in; it names nothing.
bool is_clause(const Entry& entry) {
  if (entry.strong_label) return false;
  // "Three deployments run in the cluster: …"
  const auto& label = entry.label_words;
  for (std::size_t i = 1; i + 1 < label.size(); ++i)
    if (const lexicon::VerbForm* form =
            label[i - 1].plural && !label[i].capital ? lexicon::find_verb(label[i].lower) : nullptr;
        form && form->tense == lexicon::Tense::Base &&
        lexicon::is_class(label[i + 1].lower, lexicon::WordClass::Preposition))
      return true;
  return std::ranges::any_of(entry.label_words, [](const Word& w) {
    if (w.capital) return false;
    return w.lower == "is" || w.lower == "are" || w.lower == "has" || w.lower == "have" ||
           (lexicon::is_third_person(w.lower) && w.lower != "stores");
  });
}

/// "On AWS:" over what is there.
bool says_where(const Entry& entry) {
  return !entry.strong_label && entry.label_words.front().mark == Mark::None &&
         lexicon::is_class(entry.label_words.front().lower, lexicon::WordClass::Preposition);
}

/// "paho-mqtt: MQTT client library": software is made with it.
bool is_library(const Entry& entry) {
  const auto end = std::ranges::find_if(entry.words, [](const Word& w) { return w.mark != Mark::None; });
  return end != entry.words.begin() && lexicon::is_library(std::prev(end)->norm);
}

/// "A hub and a spoke: …": what follows has the names.
bool names_several(const Entry& entry) {
  return !entry.strong_label && is_indefinite_article(entry.label_words.front().lower) &&
         std::ranges::any_of(entry.label_words, [](const Word& w) { return w.lower == "and"; });
}

/// "IAM inventory: `docs/iam.md`": where more is written.
bool points_to_file(const Entry& entry) {
  std::string_view value = trimmed(entry.value_text());
  if (value.ends_with('.')) value.remove_suffix(1);
  const std::size_t dot = value.rfind('.');
  return dot != std::string_view::npos && value.find('/') < dot && value.find(' ') == std::string_view::npos &&
         lexicon::is_file_ending(value.substr(dot + 1));
}

}  // namespace

bool heads_unknown_names(const Draft& draft, const Entry& entry) {
  if (!draft.topic(entry.section).categories) return false;
  const std::string_view part = lexicon::head_kind(label_key(entry));
  return part.empty() || !lexicon::is_role(part);
}

namespace {

/// "CI: GitHub Actions builds …": a word for a group, and what one of it does.
bool tells_what_one_does(const Entry& entry, const std::string& key) {
  return std::ranges::binary_search(lexicon::category_labels(), key) && begins_with_actor(entry);
}

/// Under "Security" an everyday word ("Network", "Registry") heads what is done about it.
bool heads_security(const Draft& draft, SectionId section) {
  return std::ranges::any_of(draft.outline[section].words,
                             [](const Word& w) { return w.norm == "security" || w.norm == "compliance"; });
}

/// "EBS-Optimized: Yes": a switch, no thing.
bool answers(const Entry& entry) { return !entry.words.empty() && lexicon::is_answer(entry.words.front().lower); }

/// Under "Instance Specifications:" there are settings.
bool among_specifications(const Draft& draft, const Entry& entry) {
  if (!entry.parent) return false;
  const Entry& lead = draft.outline[*entry.parent];
  return lead.kind == EntryKind::Paragraph && !lead.label_words.empty() &&
         lexicon::is_specification(lead.label_words.back().norm);
}

/// "Associated Subnets: All three": those that are there.
bool speaks_of_all(const Entry& entry) {
  return !entry.words.empty() && (entry.words.front().lower == "all" || entry.words.front().lower == "both" ||
                                  entry.words.front().lower == "every");
}

/// "Implemented (optional): …", "Planned: …": how far it has got, no name.
bool is_status(const Entry& entry) {
  for (const Word& word : entry.label_words) {
    if (word.mark == Mark::Open) break;
    const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
    if (word.mark == Mark::None && !(verb && verb->tense == lexicon::Tense::Participle && word.lower.ends_with("ed")) &&
        !lexicon::is_qualifier(word.norm))
      return false;
  }
  return true;
}

/// "Flow: A → B", "Flow: A sends …": what happens, even where a service is called so.
bool heads_chain(const Entry& entry, const std::string& key) {
  return std::ranges::find(lexicon::flow_words(), key) != lexicon::flow_words().end() &&
         std::ranges::any_of(entry.words, [](const Word& w) {
           return w.mark == Mark::Arrow || (w.mark == Mark::None && lexicon::is_third_person(w.lower));
         });
}

/// "Posting a letter: browser → ALB → API", "A new user signs up: …": what happens, over a chain.
bool titles_chain(const Entry& entry) {
  const auto arrows = std::ranges::count(entry.words, Mark::Arrow, &Word::mark);
  const auto& label = entry.label_words;
  // "API: API Gateway (REST) → Lambda"
  const auto first = arrows == 0 ? std::nullopt : catalogue_hit(entry.words, 0);
  if (first && label.size() == 1 && tells(*first, catalogue::kinds()[first->rows.front().kind]) &&
      (entry.words[first->to].mark == Mark::Arrow || entry.words[first->to].mark == Mark::Open))
    return true;
  if (arrows < 2) return false;
  if (label.size() > 1 && label.back().plural && label.back().mark == Mark::None) return true;  // "Background jobs: …"
  if (label.size() > 1 && label.front().lower.ends_with("ing") && !catalogue_hit(label, 0)) return true;
  return std::any_of(label.begin() + 1, label.end(), [](const Word& w) {
    return w.mark == Mark::None && !w.capital && lexicon::is_third_person(w.lower);
  });
}

/// "Custom events:" over "An EventBridge rule starts …": the thing is in the sentence, and the line before it titles
/// it.
bool titles_sentence(const Entry& entry, const Reading& reading) {
  if (entry.kind != EntryKind::Paragraph || entry.strong_label || entry.code_label || !reading.kind ||
      entry.words.size() < 3 || !is_article(entry.words.front().lower))
    return false;
  const auto hit = catalogue_hit(entry.words, 1);
  const bool itself = hit && !entry.label_words.empty() && entry.words[1].norm == entry.label_words.front().norm;
  return hit && !itself && names_kind(hit->rows, *reading.kind) && is_word(entry.words, hit->to);
}

/// "Components: …": what follows are the things.
bool is_group_word(const Entry& entry) {
  return entry.label_words.size() == 1 && lexicon::is_element(entry.label_words.front().norm);
}

/// "Connections across both instances:" over a table: about things, in a phrase.
bool is_phrase_over(const Entry& entry) {
  return entry.kind == EntryKind::Paragraph && entry.strong_label && entry.value.empty() &&
         std::ranges::any_of(entry.label_words, [](const Word& w) {
           return w.mark == Mark::None && lexicon::is_class(w.lower, lexicon::WordClass::Preposition);
         });
}

/// A line in bold that heads nothing: a subtitle.
bool is_bare_line(const Entry& entry) {
  return entry.kind == EntryKind::Paragraph && entry.value.empty() && entry.children.empty();
}

/// Under "Public subnets:" there may be names, or what the subnets do.
bool any_names(const Draft& draft, const Entry& entry) {
  return std::ranges::any_of(entry.children, [&](EntryId id) {
    const Entry& child = draft.outline[id];
    return child.label || child.kind != EntryKind::Bullet || bare_name(child) ||
           (!child.words.empty() && (child.words.front().code || child.words.front().strong));
  });
}

bool plural_head(const std::vector<Word>& words) {
  const Word* last = nullptr;
  for (const Word& word : words) {
    if (word.mark == Mark::Open) break;
    if (word.mark == Mark::None) last = &word;
  }
  return last && last->plural;
}

/// "Chat: Socket.IO server on Render" in a stack: what the value's noun says that it is.
const catalogue::Kind* role_in_stack(const Entry& entry) {
  constexpr std::size_t kLongestValue = 5;  // words up to the noun
  if (entry.label_words.size() != 1 || !entry.label_words.front().capital) return nullptr;
  for (std::size_t i = 0; is_word(entry.words, i) && i < kLongestValue; ++i) {
    if (lexicon::is_class(entry.words[i].lower, lexicon::WordClass::Preposition)) return nullptr;
    const std::string_view kind = lexicon::head_kind(entry.words[i].norm);
    if (kind.empty() ||
        (is_word(entry.words, i + 1) && !lexicon::is_class(entry.words[i + 1].lower, lexicon::WordClass::Preposition)))
      continue;
    return entry.words[i].plural ? nullptr : catalogue::find(kind);
  }
  return nullptr;
}

/// "`web`", "**web**": one lower-case word or identifier, as things are called that run in a cluster.
bool is_own_name(const Entry& entry) {
  const std::vector<Word>& label = entry.label_words;
  std::size_t to = 0;
  while (is_word(label, to) && (to == 0 || label[to].joined)) ++to;
  if (to == 0 || label.front().capital || (to < label.size() && label[to].mark != Mark::Open)) return false;
  return name_like(entry.label_text().substr(0, label[to - 1].end - label.front().begin));
}

/// Under "Workloads" or "Applications" an identifier is what runs.
bool lists_workloads(const Draft& draft, const Entry& entry) {
  const std::vector<Word>& heading = draft.outline[entry.section].words;
  if (heading.empty()) return false;
  const WordText& noun = heading.back().norm;
  return noun == "workload" || noun == "application" || noun == "app" || noun == "microservice";
}

/// "`ingest` (Go, 2 replicas): receives events": what does something, whatever it is.
bool is_actor(const Entry& entry) {
  const std::vector<Word>& label = entry.label_words;
  const std::size_t to = code_end(label, 0);
  if (to == 0 || (to < label.size() && label[to].mark != Mark::Open) || entry.words.empty()) return false;
  const std::string_view name = entry.label_text().substr(0, label[to - 1].end - label.front().begin);
  const Word& first = entry.words.front();
  return name_like(name) && !catalogue_hit(label, 0) && first.mark == Mark::None && !first.code && relates(first);
}

/// "Namespace: `orders`": the code that the value is.
std::string_view code_name(const Entry& entry) {
  const std::size_t to = code_end(entry.words, 0);
  if (to == 0 || (to < entry.words.size() && entry.words[to].mark == Mark::None)) return {};
  const std::size_t from = entry.words.front().begin;
  return std::string_view(entry.text.text).substr(from, entry.words[to - 1].end - from);
}

/// "orders" of "source/orders": the folder is where its code is.
std::string_view folder_name(const Entry& entry) {
  const std::string_view label = entry.label_text();
  const std::size_t slash = label.rfind('/');
  const bool path = slash != std::string_view::npos && slash > 0 && slash + 1 < label.size() &&
                    label.find_first_of(" ()") == std::string_view::npos && !entry.words.empty();
  return path ? label.substr(slash + 1) : std::string_view{};
}

/// "us-east-1: ALB, Aurora": a region, and what stands in it.
const catalogue::Kind* region_over_things(const Draft& draft, const Entry& entry) {
  if (entry.kind != EntryKind::Bullet && entry.kind != EntryKind::Paragraph) return nullptr;
  const catalogue::Kind* kind = site_named(draft, entry.label_words, entry.section);
  if (!kind || kind->holds != catalogue::Holds::Region) return nullptr;
  return entry.children.empty() && catalogue_hits(entry.words).empty() ? nullptr : kind;
}

}  // namespace

std::string label_key(const Entry& entry) { return key_of(entry.label_words, 0, entry.label_words.size()); }

bool begins_with_actor(const Entry& entry) {
  const auto hit = entry.words.empty() ? std::nullopt : catalogue_hit(entry.words, 0);
  if (!hit || hit->to >= entry.words.size() || !tells(*hit, catalogue::kinds()[hit->rows.front().kind])) return false;
  return lexicon::is_third_person(entry.words[hit->to].lower) && !entry.words[hit->to].capital;
}

bool lists_categories(const Outline& outline, SectionId section) {
  const auto categories = std::ranges::count_if(outline[section].entries, [&](EntryId id) {
    const Entry& entry = outline[id];
    return entry.label && !entry.value.empty() &&
           std::ranges::binary_search(lexicon::category_labels(), label_key(entry));
  });
  return categories >= 3;
}

LabelReading read_label(Draft& draft, const Entry& entry, std::optional<ComponentId> owner, bool among_settings) {
  const SectionTopic& topic = draft.topic(entry.section);
  const std::string key = label_key(entry);
  if (const catalogue::Kind* region = owner ? nullptr : region_over_things(draft, entry))
    return {LabelRole::Component, {region, Basis::Exact, 0, entry.label_words.size(), true}, {}, {}};
  if (key.empty() || key.starts_with("why ") || key.starts_with("how ") || negated(entry.label_words) ||
      is_clause(entry) || is_status(entry) || heads_chain(entry, key) ||
      (entry.value.empty() && !entry.strong_label && is_instruction(entry.label_words)))
    return {};
  const catalogue::Kind* owner_kind = owner                     ? &draft.kind(*owner)
                                      : topic.kinds.size() == 1 ? topic.kinds.front()
                                                                : nullptr;
  if ((!owner || topic.categories) && lists_things(draft, entry, key)) return {LabelRole::Listing, {}, {}, {}};
  if (!owner && tells_what_one_does(entry, key)) return {};
  const catalogue::Kind* of_class = owner ? nullptr : told_class(draft, entry);
  if (about_costs(entry.label_words) && lexicon::attribute_for(key).empty() && !of_class) return {};
  const bool specified = among_specifications(draft, entry);
  if (answers(entry) || specified) {
    const bool of_instances = specified && topic.kinds.size() == 1;
    return {owner || of_instances ? LabelRole::Setting : LabelRole::Statement, {}, lexicon::attribute_for(key), {}};
  }
  if ((owner && speaks_of_all(entry)) || points_to_file(entry) || names_several(entry) || says_where(entry)) return {};
  if (is_bare_line(entry) && draft.outline[entry.section].level <= 1) return {};
  if (feature_owner_words(draft, entry.label_words) > 0) return {LabelRole::Feature, {}, {}, {}};
  // "Alarms" under CloudWatch is a thing that the catalogue knows as "CloudWatch alarms".
  if (owner_kind && entry.label_words.size() == 1 && !(entry.value.empty() && entry.children.empty())) {
    const std::string composed = lower_of(owner_kind->short_name) + " " + key;
    const std::vector<Word> words = words_of(composed);
    if (const auto hit = catalogue_hit(words, 0); hit && hit->to == words.size()) {
      const catalogue::Kind& kind = catalogue::kinds()[hit->rows.front().kind];
      if (tells(*hit, kind) && &kind != owner_kind)
        return {LabelRole::Component,
                {&kind, Basis::Exact, 0, 1, true},
                {},
                fmt::format("{} {}", owner_kind->short_name, entry.label_text())};
    }
  }
  Reading reading = read_spelled_out(draft, entry, read_name(draft, entry.label_words, entry.words, entry.section));
  // "`daily-firestore-load`" under "Cloud Run jobs" is one of them.
  if (reading.kind && owner_kind && lexicon::is_open(owner_kind->id) && reading.kind != owner_kind &&
      reading.to < entry.label_words.size() && std::ranges::all_of(entry.label_words, &Word::code))
    reading = {};
  // "Mobile App (React Native)": what it is made with stands behind.
  if (const auto open = std::ranges::find(entry.label_words, Mark::Open, &Word::mark);
      reading.kind && is_technology(*reading.kind) && open != entry.label_words.begin() &&
      open != entry.label_words.end())
    reading = read_name(draft, {entry.label_words.begin(), open}, entry.words, entry.section);
  // "Project: …" over the first heading is about the document.
  if (!owner && draft.outline[entry.section].level <= 1 && entry.kind == EntryKind::Paragraph &&
      entry.label_words.size() == 1 && !reading.strong && lexicon::head_kind(key).empty())
    reading = {};
  // Zones and regions are where things are ("Multi-AZ", "Multiple Availability Zones"), no things of their own here.
  if (reading.kind &&
      (reading.kind->holds == catalogue::Holds::Zone || reading.kind->holds == catalogue::Holds::Region))
    reading = {};
  // "Savings over the usual stack on AWS": about a cloud, and no name of it.
  constexpr std::size_t kLongestCloud = 4;  // words
  if (reading.kind && reading.kind->holds == catalogue::Holds::Cloud && entry.label_words.size() > kLongestCloud)
    reading = {};
  // A replica is of the kind of its original.
  if (reading.kind && !entry.label_words.empty() && lexicon::is_copy(entry.label_words.back().norm))
    if (const auto original = catalogue_hit({entry.label_words.begin(), entry.label_words.end() - 1}, 0))
      if (const catalogue::Kind* kind = meaning_of(draft, *original, entry.section); kind && tells(*original, *kind))
        reading.kind = kind;
  const bool by_value = reading.basis == Basis::Value && std::ranges::binary_search(lexicon::category_labels(), key);
  if (!owner && (!reading.strong || by_value) && heads_security(draft, entry.section)) return {};
  const bool sure = reading.strong && (reading.basis == Basis::Exact || reading.basis == Basis::Head);
  // "**Secrets Storage**" over what is kept there: an everyday word makes no cloud's service of it.
  const bool everyday_head = !owner && entry.kind == EntryKind::Paragraph && entry.strong_label &&
                             entry.value.empty() && reading.kind && !reading.strong && reading.basis == Basis::Head &&
                             reading.kind->category == catalogue::Category::Storage;
  if (everyday_head && reading.kind->provider == draft.provider) return {};
  if (titles_sentence(entry, reading)) return {};
  if (!sure && (is_group_word(entry) || titles_chain(entry) || (!owner && is_phrase_over(entry)))) return {};
  if (topic.practice && !sure && !(reading.basis == Basis::Part && lexicon::is_copy(entry.label_words.back().norm)))
    return {};
  // "DaemonSet" under a tool says how the tool runs.
  if (owner && reading.kind && reading.kind->provider == "k8s" && draft.kind(*owner).provider != "k8s" &&
      entry.label_words.size() == 1 && draft.kind(*owner).holds == catalogue::Holds::NotAContainer)
    return {LabelRole::Setting, reading, "type", {}};
  if (reading.kind && (is_technology(*reading.kind) || is_library(entry))) reading = {};
  if ((reading.basis == Basis::Part || reading.basis == Basis::Context || reading.basis == Basis::Value) &&
      !entry.code_label && !entry.label_words.empty() && !entry.label_words.back().code && spelled_out(entry).empty() &&
      (is_abstract(entry.label_words.back()) || is_aspect(last_of_name(entry.label_words))))
    reading = {};
  if (reading.basis == Basis::Context && among_settings) reading = {};
  const bool own_noun = owner_kind && reading.kind == owner_kind && reading.basis == Basis::Exact;
  const std::string_view attribute = lexicon::attribute_for(key);
  const lexicon::RelationLabel* relation = lexicon::find_relation_label(key);
  if (owner_kind && relation && !(reading.strong && reading.basis == Basis::Exact))
    return {LabelRole::Relation, reading, {}, {}};
  // "Depends on: …"; but "Backend: Django" is one where nothing has a backend.
  const bool everyday =
      !owner_kind && reading.kind &&
      (reading.basis == Basis::Everyday || (reading.basis == Basis::Value && !lexicon::head_kind(key).empty()));
  if (relation && !everyday && reading.basis != Basis::Exact && reading.basis != Basis::Head) return {};
  const bool named = reading.kind && reading.strong && (reading.basis == Basis::Exact || reading.basis == Basis::Head);
  // "Auto-scaling: 1-3 nodes" among the settings of a group of machines.
  const bool scales = owner && among_settings && attribute == "scaling";
  if (!attribute.empty() && !of_class && (!named || scales)) {
    if (reading.kind && reading.basis == Basis::Exact && topic.kinds.empty() && !owner)
      return {LabelRole::Component, reading, {}, {}};
    return {LabelRole::Setting, reading, attribute, {}};
  }
  if (own_noun)
    return {
        entry.label_words.size() == 1 && !reading.strong ? LabelRole::Alias : LabelRole::Component, reading, {}, {}};
  const bool listed_here = !owner && reading.kind == owner_kind;  // "stock-service" under "Services"
  // "Mobile App" under "Clients", "Admin Panel" under "Frontend": the heading only says which part of the whole it is.
  const bool part = !owner && owner_kind && owner_kind->provider == "generic" && entry.strong_label;
  if (reading.kind && (!owner_kind || listed_here || part || reading.strong || reading.basis == Basis::Context ||
                       reading.kind->provider != "generic")) {
    const bool rows = !entry.children.empty() && draft.outline[entry.children.front()].kind == EntryKind::Row;
    const bool listed = !entry.children.empty() && entry.value.empty() && plural_head(entry.label_words) &&
                        reading.basis == Basis::Exact &&
                        (rows || (lexicon::is_open(reading.kind->id) && any_names(draft, entry)));
    // "Security Group: orders-sg" is one of several, called by what it is called.
    const bool space = reading.kind->holds == catalogue::Holds::Namespace;
    const std::string_view written = space ? code_name(entry) : identifier(entry);
    const std::string_view own = written.empty() && reading.strong ? name_in_value(entry, *reading.kind) : written;
    const bool instance = !owner && (space || (reading.basis == Basis::Exact && lexicon::is_open(reading.kind->id)));
    return {listed ? LabelRole::Collection : LabelRole::Component,
            reading,
            {},
            std::string(instance && !own.empty()        ? own
                        : reading.basis == Basis::Exact ? std::string_view{}
                                                        : folder_name(entry))};
  }
  if (relation && owner) return {LabelRole::Relation, reading, {}, {}};
  const auto told = [](const catalogue::Kind& kind) {
    return LabelReading{LabelRole::Component, {&kind, Basis::Value, 0, 0, false}, {}, {}};
  };
  if (!owner && topic.categories && entry.strong_label)
    if (const catalogue::Kind* kind = role_in_stack(entry)) return told(*kind);
  // "`web`: Rails, port 3000" under a cluster: what runs in it.
  const bool in_cluster = owner_kind && (owner_kind->holds == catalogue::Holds::Cluster ||
                                         owner_kind->holds == catalogue::Holds::Namespace);
  const bool runs_in =
      attribute.empty() && is_own_name(entry) &&
      ((in_cluster && entry.strong_label) || (!owner && entry.code_label && lists_workloads(draft, entry)));
  if (runs_in && !topic.practice) {
    const bool object = draft.kubernetes && !(owner_kind && owner_kind->provider == "aws");
    return told(catalogue::kind_or_unknown(object ? "k8s.deployment" : "generic.service"));
  }
  if (!among_settings && !topic.practice && is_actor(entry)) return told(catalogue::kind_or_unknown("generic.service"));
  if (owner) return {LabelRole::Setting, reading, {}, {}};
  return of_class ? told(*of_class) : LabelReading{};
}

}  // namespace skydraft::understand
