#include "understand/headings.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/head_noun.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;

/// A heading's words may be a name: few of them, no sentence, no grouping word.
bool may_be_name(const Section& section) {
  if (section.words.empty() || section.words.size() > 6 || negated(section.words)) return false;
  const std::string key = key_of(section.words, 0, section.words.size());
  if (!lexicon::attribute_for(key).empty() || lexicon::is_feature(key)) return false;
  return std::ranges::none_of(section.words, [](const Word& w) {
    return w.mark == Mark::None && lexicon::is_group(w.norm) && !w.code && !w.joined;
  });
}

bool is_sentence(const std::vector<Word>& words) {
  return std::ranges::any_of(words, [](const Word& w) {
    const lexicon::VerbForm* verb = lexicon::find_verb(w.lower);
    return w.mark == Mark::Comma || w.mark == Mark::Colon || w.mark == Mark::Stop || w.mark == Mark::Arrow ||
           w.mark == Mark::Slash || lexicon::is_filler(w.norm) || lexicon::is_sentence_word(w.lower) ||
           (verb && verb->tense != lexicon::Tense::Base && !w.lower.ends_with("ion"));
  });
}

/// The kind whose instances the sections under this heading are.
const catalogue::Kind* instance_kind(const Draft& draft, SectionId id) {
  const SectionTopic& topic = draft.topic(id);
  return topic.kinds.size() == 1 && lexicon::is_open(topic.kinds.front()->id) ? topic.kinds.front() : nullptr;
}

/// What stands under it says what a thing is like: "Purpose: …", "Permissions: …".
bool states_settings(const Draft& draft, const Section& section) {
  return std::ranges::any_of(section.entries, [&](EntryId id) {
    const Entry& entry = draft.outline[id];
    return entry.label && !lexicon::attribute_for(key_of(entry.label_words, 0, entry.label_words.size())).empty();
  });
}

/// "### API service", "### Web server" over how it is set up: a part that is called by what it does.
const catalogue::Kind* role_with_settings(const Draft& draft, const Section& section) {
  const std::vector<Word>& words = section.words;
  if (words.size() != 2 || words.back().plural || !lexicon::is_role_tail(words.back().norm) ||
      !states_settings(draft, section))
    return nullptr;
  const std::string_view role = lexicon::head_kind(words.front().norm);
  return lexicon::is_role(role) ? catalogue::find(role) : nullptr;
}

/// "Lambda" at the end of "Ingestion Lambda": the kind of a service whose instances have names of their own.
const catalogue::Kind* kind_of_instance_noun(const Draft& draft, const Word& noun, SectionId id) {
  const auto hit = catalogue_hit({noun}, 0);
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, id) : nullptr;
  return kind && kind->provider != "generic" && lexicon::is_open(kind->id) && tells(*hit, *kind) ? kind : nullptr;
}

/// A word that a name may have, written like one.
bool tells_apart(const Word& word) {
  return (word.capital || word.joined) && !lexicon::is_descriptive(word.lower) && !lexicon::is_generic(word.norm) &&
         !lexicon::is_group(word.norm) && !lexicon::is_feature(word.norm) && !is_number(word.lower) &&
         !word.lower.ends_with("ing");
}

/// "### Ledger service", "#### Pricing worker": words of its own before a noun that things are called by.
const catalogue::Kind* kind_by_noun(const Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  // "Orders service (Spring Boot)": what it is written in stands behind.
  const std::vector<Word> words(section.words.begin(), std::ranges::find(section.words, Mark::Open, &Word::mark));
  if (words.size() < 2 || words.size() > 4 || words.back().plural || section.entries.empty() ||
      std::ranges::any_of(words, [](const Word& w) { return w.mark != Mark::None; }))
    return nullptr;
  const Reading reading = read_name(draft, words, {}, id);
  // "MQTT Collector Service", "FastAPI application": what it works with, or is made with, is another thing.
  const bool other = reading.kind && (is_technology(*reading.kind) ||
                                      (reading.basis == Basis::Part && reading.kind->provider != draft.provider));
  if (reading.strong && !other) return nullptr;
  const bool made_with = other && (words.back().norm == "application" || words.back().norm == "app");
  const std::string_view kind = made_with ? "generic.app" : lexicon::head_kind(words.back().norm);
  if (kind.empty()) return nullptr;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (!(other && i >= reading.from && i < reading.to) && !tells_apart(words[i])) return nullptr;
  if (reading.kind && !other && reading.kind->provider == "generic" && reading.basis != Basis::Context)
    return reading.kind;
  const catalogue::Kind* own = kind_of_instance_noun(draft, words.back(), id);
  return own ? own : &catalogue::kind_or_unknown(kind);
}

/// "### Payments Queue": a proper name before the name of a kind.
const catalogue::Kind* named_kind(const Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  if (is_sentence(section.words) || section.entries.empty()) return nullptr;
  const Reading reading = read_name(draft, section.words, {}, id);
  const bool weak = reading.kind && reading.kind->provider == draft.provider && states_settings(draft, section);
  const bool head = reading.kind && (reading.strong || weak) && reading.basis == Basis::Head;
  if (!head || is_technology(*reading.kind) || reading.kind->holds == Holds::Cloud ||
      reading.kind->holds == Holds::Account)
    return nullptr;
  return reading.kind;
}

/// "### Payment Worker", and beneath it what it does ("Reads …") or how it is set up ("Runtime: …").
const catalogue::Kind* told_kind(const Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  if (section.words.size() < 2 || section.words.back().plural) return nullptr;
  const std::string_view noun = lexicon::head_kind(section.words.back().norm);
  const catalogue::Kind* own = kind_of_instance_noun(draft, section.words.back(), id);
  const Word& first = section.words.front();
  // "Processing Lambda" has a name; "Deploying Lambda" is what somebody does.
  const bool called = own && section.words.size() == 2 && first.lower.ends_with("ing");
  if (noun.empty() || (is_sentence(section.words) && !called) || lexicon::is_descriptive(first.lower) ||
      (!own && (lexicon::is_generic(first.norm) || lexicon::is_group(first.norm))))
    return nullptr;
  const bool told = std::ranges::any_of(section.entries, [&](EntryId entry_id) {
    const Entry& entry = draft.outline[entry_id];
    if (entry.parent || (entry.kind != EntryKind::Bullet && entry.kind != EntryKind::Paragraph)) return false;
    if (entry.label) {
      const std::string key = key_of(entry.label_words, 0, entry.label_words.size());
      return lexicon::find_relation_label(key) || !lexicon::attribute_for(key).empty();
    }
    return !entry.words.empty() && lexicon::is_third_person(entry.words.front().lower);
  });
  if (!told) return nullptr;
  return own ? own : catalogue::find(noun);
}

/// "## Backend", and nothing beneath it but what it is: "FastAPI service. Talks to …".
const catalogue::Kind* role_kind(const Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  if (section.entries.empty() || !section.children.empty() || section.words.size() > 2) return nullptr;
  for (const EntryId entry : section.entries)
    if (draft.outline[entry].kind != EntryKind::Paragraph || draft.outline[entry].label) return nullptr;
  const std::string_view role = lexicon::head_kind(key_of(section.words, 0, section.words.size()));
  if (role != "generic.frontend" && role != "generic.backend" && role != "generic.api" && role != "generic.worker")
    return nullptr;
  for (const Word& word : draft.outline[section.entries.front()].words) {
    if (word.mark == Mark::Stop) break;
    if ((word.mark == Mark::None && !word.capital && lexicon::is_third_person(word.lower)) ||
        lexicon::is_class(word.lower, lexicon::WordClass::Auxiliary) ||
        lexicon::is_class(word.lower, lexicon::WordClass::Modal))
      return nullptr;
  }
  // "Lambda function triggered by …": that is what the worker is.
  const catalogue::Kind* told = leading_kind(draft, draft.outline[section.entries.front()].words, id);
  return told && is_runtime(*told) && told->holds == Holds::NotAContainer ? told : catalogue::find(role);
}

bool may_stand_in(const catalogue::Kind& inner, const catalogue::Kind& outer) {
  // "CloudWatch Logs" under "CloudWatch": a part of the service.
  if (inner.id.size() > outer.id.size() && inner.id.starts_with(outer.id) && inner.id[outer.id.size()] == '-')
    return true;
  if (outer.holds == Holds::NotAContainer || outer.holds == Holds::Cloud) return false;
  if (std::ranges::find(inner.inside, outer.id) != inner.inside.end()) return true;
  // The holder of the holder: what stands in a subnet stands in the network.
  return std::ranges::any_of(inner.inside, [&](std::string_view holder) {
    const auto& above = catalogue::kind_or_unknown(holder).inside;
    return std::ranges::find(above, outer.id) != above.end();
  });
}

/// The nearest heading's component that may hold things of this kind.
std::optional<ComponentId> holder_above(Draft& draft, std::optional<SectionId> from, const catalogue::Kind& inner) {
  for (std::optional<SectionId> at = from; at; at = draft.outline[*at].parent)
    for (const auto& above : {draft.topic(*at).component, draft.topic(*at).holder})
      if (above && may_stand_in(inner, draft.kind(*above))) return above;
  return std::nullopt;
}

Range name_of(const Draft& draft, SectionId id) {
  const Range& name = draft.topic(id).name;
  return name.empty() ? Range{0, static_cast<std::uint32_t>(draft.outline[id].heading.text.size())} : name;
}

std::string_view text_of(const Section& section, Range range) {
  return std::string_view(section.heading.text).substr(range.begin, range.end - range.begin);
}

/// "Security Groups Overview" over nothing but a picture of them.
bool heads_drawing(const Draft& draft, const Section& section) {
  const Word& last = section.words.back();
  return (last.plural || lexicon::is_drawing(last.norm)) && !section.entries.empty() &&
         std::ranges::all_of(section.entries,
                             [&](EntryId entry) { return draft.outline[entry].kind == EntryKind::Code; });
}

/// "Data Stores" over "RDS is created …": what they are has names of its own.
bool heads_services(const Draft& draft, const Section& section, const catalogue::Kind& kind) {
  if (kind.provider != "generic" || kind.category == catalogue::Category::Actor || !section.words.back().plural)
    return false;
  return std::ranges::any_of(section.entries, [&](EntryId id) {
    const Entry& entry = draft.outline[id];
    const auto is_one = [&](const CatalogueHit& hit) {
      const catalogue::Kind* named = meaning_of(draft, hit, entry.section);
      return named && named->provider != "generic" && named->category == kind.category && tells(hit, *named);
    };
    return std::ranges::any_of(catalogue_hits(entry.label_words), is_one) ||
           std::ranges::any_of(catalogue_hits(entry.words), is_one);
  });
}

/// "Web servers", "Database Layer": what the thing may be called elsewhere; not "Compute", nor "stores the images".
bool also_names(const std::vector<Word>& words) {
  if (words.empty() || words.size() > 4 || is_clause(words)) return false;
  const WordText& last = words.back().norm;
  const auto hit = catalogue_hit(words, 0);
  return last == "layer" || last == "tier" || !lexicon::head_kind(last).empty() || (hit && hit->to == words.size());
}

}  // namespace

bool heads_instances(const Draft& draft, SectionId id) {
  if (!instance_kind(draft, id)) return false;
  return std::ranges::any_of(draft.outline[id].children, [&](SectionId child) {
    return draft.topic(child).kinds.empty() && !draft.topic(child).skipped && !draft.topic(child).practice &&
           may_be_name(draft.outline[child]) && !is_sentence(draft.outline[child].words);
  });
}

bool define_code_heading(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  std::vector<Word> kind_words, name;
  for (const Word& word : section.words) {
    if (word.mark != Mark::None) return false;
    (word.code ? name : kind_words).push_back(word);
  }
  const auto hit = kind_words.empty() || name.empty() ? std::nullopt : catalogue_hit(kind_words, 0);
  if (!hit || hit->to != kind_words.size()) return false;
  const catalogue::Kind* kind = meaning_of(draft, *hit, id);
  if (!kind || is_technology(*kind)) return false;
  const std::string_view text = section.heading.text;
  const Span span = section.heading.source_of(name.front().begin, name.back().end);
  SectionTopic& topic = draft.topic(id);
  topic.component =
      draft.define(text.substr(name.front().begin, name.back().end - name.front().begin), kind->id, span, id);
  topic.group = !topic.component;
  if (!topic.component) return false;
  topic.practice = false;  // a namespace called "monitoring" is no practice
  topic.kinds.clear();     // nor does one called "apps" list applications
  draft.alias(*topic.component, text);
  draft.evidence(*topic.component, section.span);
  return true;
}

/// "## Worker" over "Lambda function triggered by …"
static bool define_role_heading(Draft& draft, SectionId id) {
  const catalogue::Kind* role = role_kind(draft, id);
  if (!role) return false;
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  topic.component = define_named(draft, section.heading.text, *role, section.span, id);
  topic.group = !topic.component;
  topic.told = topic.component.has_value();
  return true;
}

void define_instance_heading(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  if (topic.practice) return;
  if (define_role_heading(draft, id)) return;
  const catalogue::Kind* noun = role_with_settings(draft, section);
  if (!noun) noun = kind_by_noun(draft, id);
  if (!noun) noun = told_kind(draft, id);
  if (!noun && section.words.size() == 1 && states_settings(draft, section))  // "### OrderServiceLambda"
    noun = kind_of_camel_case(draft, section.heading.text, id);
  if (!noun && !may_be_name(section)) return;
  const SectionTopic& above = draft.topic(*section.parent);
  const catalogue::Kind* listed = is_sentence(section.words) ? nullptr : instance_kind(draft, *section.parent);
  const catalogue::Kind* kind = listed ? listed : noun ? noun : named_kind(draft, id);
  if (!kind) return;
  topic.component = define_named(draft, section.heading.text, *kind, section.span, id);
  topic.group = !topic.component;
  if (!topic.component) return;
  if (listed) draft.topic(*section.parent).instances.push_back(*topic.component);
  // "users" under "DynamoDB", where the heading is a component as well: a table of the database.
  if (listed && above.component && kind->category == catalogue::Category::Database)
    draft.parent(*topic.component, *above.component, section.span);
}

void define_heading(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  // Two things in one heading ("ConfigMaps & Secrets") head a list; so does an everyday word.
  if (topic.kinds.size() != 1 || (section.level > 1 && define_role_heading(draft, id))) return;
  const catalogue::Kind& kind = *topic.kinds.front();
  // The document's own title, and frames that hold all the rest, are no things among others.
  const bool one_of_clouds = kind.holds == Holds::Cloud && draft.clouds.size() > 1 && !section.entries.empty();
  if (kind.id == "generic.external-system" && section.words.back().plural) return;  // heads what others run
  if (section.level <= 1 || (kind.holds == Holds::Cloud && !one_of_clouds) || kind.holds == Holds::Account ||
      is_technology(kind))
    return;
  if (heads_instances(draft, id) && kind.category != catalogue::Category::Database) return;
  const bool children_define =
      std::ranges::any_of(section.children, [&](SectionId child) { return !draft.topic(child).kinds.empty(); });
  if (section.entries.empty() && (children_define || section.children.empty())) return;
  if (heads_drawing(draft, section) || heads_services(draft, section, kind)) return;
  const Range name = name_of(draft, id);
  topic.component =
      define_named(draft, text_of(section, name), kind, section.heading.source_of(name.begin, name.end), id);
  topic.group = !topic.component;
  if (!topic.component || topic.rest.empty()) return;
  const std::string_view rest = text_of(section, topic.rest);
  draft.purpose(*topic.component, rest);
  if (also_names(words_of(rest))) draft.alias(*topic.component, rest);
}

void adopt_heading_name(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  if (topic.kinds.empty() || topic.component) return;
  std::vector<ComponentId> same;
  for (const ComponentId instance : topic.instances)
    if (std::ranges::any_of(topic.kinds,
                            [&](const catalogue::Kind* k) { return k->id == draft.builder[instance].kind; }))
      same.push_back(instance);
  if (same.empty()) return;
  const std::string_view text = text_of(section, name_of(draft, id));
  const Named named = split_name(text);
  if (same.size() == 1) {
    draft.alias(same.front(), named.name);
    if (!named.inside.empty()) draft.alias(same.front(), text);
    for (const std::string& inside : named.inside) draft.alias(same.front(), inside);
  } else {
    draft.group_alias(named.name, same);
    for (const std::string& inside : named.inside) draft.group_alias(inside, same);
  }
}

void name_holder(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  if (topic.component) return;
  for (std::size_t at = 0; at < section.words.size(); ++at) {
    const bool aside = at > 0 && section.words[at - 1].mark == Mark::Open;
    if (section.words[at].mark != Mark::None || !(section.words[at].code || aside)) continue;
    const auto hit = name_hit(draft, section.words, at);
    if (hit && hit->ids.size() == 1 && draft.holds(hit->ids.front())) topic.holder = hit->ids.front();
  }
}

void nest_in_heading(Draft& draft, SectionId id) {
  if (draft.options.stated_only) return;
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  if (topic.component && !draft.builder[*topic.component].parent)
    if (const auto holder = holder_above(draft, section.parent, draft.kind(*topic.component)))
      draft.parent(*topic.component, *holder, section.span, "section-of-its-container");
  for (const ComponentId instance : topic.instances)
    if (!draft.builder[instance].parent)
      if (const auto holder = holder_above(draft, id, draft.kind(instance)); holder && *holder != instance)
        draft.parent(instance, *holder, section.span, "section-of-its-container");
}

}  // namespace skydraft::understand
