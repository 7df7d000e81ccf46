#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/passes.hpp"
#include "understand/tables.hpp"

namespace skydraft::understand {
namespace {

/// What a labelled entry is to the heading or bullet it stands under.
enum class Role : std::uint8_t { Statement, Setting, Relation, Component, Alias, Feature, Collection, Overview };

struct LabelReading {
  Role role = Role::Statement;
  Reading reading;
  std::string_view key;  ///< Setting: the attribute
  std::string name;      ///< Component: its name, where the label alone is not it
};

std::string label_key(const Entry& entry) { return key_of(entry.label_words, 0, entry.label_words.size()); }

/// A name with what a parenthesis adds: "EKS (Kubernetes Cluster)", "Main VPC (aws_vpc.this)".
struct Named {
  std::string name;
  std::vector<std::string> inside;
};

Named split_name(std::string_view text) {
  Named named;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('(', at);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) break;
    const std::vector<Word> inside = words_of(text.substr(open + 1, close - open - 1));
    const bool ordinal = inside.size() == 2 && is_number(inside.back().lower) && !is_number(inside.front().lower);
    named.name += text.substr(at, ordinal ? close + 1 - at : open - at);
    if (!ordinal) named.inside.emplace_back(trimmed(text.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  named.name += text.substr(std::min(at, text.size()));
  named.name = std::string(trimmed(named.name));
  while (!named.name.empty() && named.name.back() == ':') named.name.pop_back();
  const Filled fill = filled(named.name);
  named.name = fill.text;
  return named;
}

class Definer {
 public:
  explicit Definer(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) section({i});
  }

 private:
  /// Names in parentheses are other names, engines, counts or ids.
  void read_parentheses(ComponentId id, const Named& named, std::string_view whole, Span span, SectionId section) {
    bool renamed = false;
    for (const std::string& inside : named.inside) {
      const std::vector<Word> words = words_of(inside);
      if (words.empty()) continue;
      const auto hit = catalogue_hit(words, 0);
      const bool all = hit && hit->to == words.size();
      const catalogue::Kind* kind = all ? meaning_of(draft_, *hit, section) : nullptr;
      const bool same = kind && (kind->id == draft_.builder[id].kind ||
                                 std::ranges::any_of(hit->rows, [&](const catalogue::Alias& a) {
                                   return catalogue::kinds()[a.kind].id == draft_.builder[id].kind;
                                 }));
      const bool engine = hit && all && draft_.kind(id).category == catalogue::Category::Database &&
                          std::ranges::any_of(hit->rows, [](const catalogue::Alias& a) {
                            const catalogue::Kind& k = catalogue::kinds()[a.kind];
                            return k.category == catalogue::Category::Database &&
                                   (k.provider == "tool" || k.provider == "generic") &&
                                   k.id.find("database") == std::string_view::npos;
                          });
      if (engine) draft_.attribute(id, "engine", inside, span);
      const bool is_id = inside.find_first_of("._-[:") != std::string::npos && inside.find(' ') == std::string::npos;
      if (words.size() == 1 && count_of(words[0]) > 0)
        draft_.builder[id].count = count_of(words[0]);
      else if (same || is_id) {
        draft_.alias(id, inside);
        renamed = true;
      } else if (words.size() <= 4 && words[0].capital && !kind &&
                 std::ranges::none_of(words, [](const Word& w) { return is_number(w.lower); })) {
        draft_.alias(id, inside);
        renamed = true;
      }
      read_facts(draft_, id, words, inside, span);
    }
    if (renamed || !named.inside.empty()) draft_.alias(id, whole);
  }

  std::optional<ComponentId> add(std::string_view whole, const catalogue::Kind& kind, Span span, SectionId section) {
    Named named = split_name(whole);
    if (named.name.empty() && !named.inside.empty()) named.name = named.inside.front();
    std::string_view kind_id = kind.id;
    for (const std::string& inside : named.inside)
      if (const catalogue::Kind* typed = catalogue::find_resource_type(inside)) kind_id = typed->id;
    const auto id = draft_.define(named.name, kind_id, span, section);
    if (!id) return std::nullopt;
    read_parentheses(*id, named, whole, span, section);
    name_facts(*id);
    return id;
  }

  /// What the name itself says: public and private subnets, counts.
  void name_facts(ComponentId id) {
    if (draft_.kind(id).holds == catalogue::Holds::Subnet) {
      const std::string lower = lower_of(draft_.builder[id].name);
      if (lower.find("public") != std::string::npos)
        draft_.attribute(id, "public", true, {});
      else if (lower.find("private") != std::string::npos)
        draft_.attribute(id, "public", false, {});
    }
  }

  /// "VPC Isolation", "Deletion Protection": what is done, no thing.
  static bool is_abstract(const Word& word) {
    for (const std::string_view ending : {"tion", "sion", "ment", "ing", "ity", "ance", "ence", "ness", "cess", "ship"})
      if (word.norm.ends_with(ending) && word.norm != "processing" && word.norm != "instance") return true;
    return false;
  }

  /// A list with known settings in it ("Memory", "Timeout") is a list of settings.
  void find_settings(const Section& section) {
    settings_.clear();
    for (const EntryId id : section.entries) {
      const Entry& entry = draft_.outline[id];
      if (!entry.label) continue;
      const std::string_view key = lexicon::attribute_for(label_key(entry));
      if (!key.empty() && key != "purpose") settings_.insert(group_of(entry));
    }
  }
  static std::uint32_t group_of(const Entry& entry) { return entry.parent ? entry.parent->index + 1 : 0; }

  LabelReading read_label(const Entry& entry, std::optional<ComponentId> owner, const SectionTopic& topic) {
    const std::string key = label_key(entry);
    if (key.empty() || negated(entry.label_words)) return {};
    const catalogue::Kind* owner_kind = owner                     ? &draft_.kind(*owner)
                                        : topic.kinds.size() == 1 ? topic.kinds.front()
                                                                  : nullptr;
    if (feature_owner_words(draft_, entry.label_words) > 0) return {Role::Feature, {}, {}, {}};
    // "Alarms" under CloudWatch is a thing that the catalogue knows as "CloudWatch alarms".
    if (owner_kind && entry.label_words.size() == 1) {
      const std::string composed = lower_of(owner_kind->short_name) + " " + key;
      const std::vector<Word> words = words_of(composed);
      if (const auto hit = catalogue_hit(words, 0); hit && hit->to == words.size()) {
        const catalogue::Kind& kind = catalogue::kinds()[hit->rows.front().kind];
        if (tells(*hit, kind) && &kind != owner_kind)
          return {Role::Component,
                  {&kind, Basis::Exact, 0, 1, true},
                  {},
                  fmt::format("{} {}", owner_kind->short_name, entry.label_text())};
      }
    }
    Reading reading = read_name(draft_, entry.label_words, entry.words, entry.section);
    // Zones and regions are where things are ("Multi-AZ", "Multiple Availability Zones"), no things of their own here.
    if (reading.kind &&
        (reading.kind->holds == catalogue::Holds::Zone || reading.kind->holds == catalogue::Holds::Region))
      reading = {};
    // A replica is of the kind of its original.
    if (reading.kind && !entry.label_words.empty() && lexicon::is_copy(entry.label_words.back().norm))
      if (const auto original = catalogue_hit({entry.label_words.begin(), entry.label_words.end() - 1}, 0))
        if (const catalogue::Kind* kind = meaning_of(draft_, *original, entry.section); kind && tells(*original, *kind))
          reading.kind = kind;
    const bool sure = reading.strong && (reading.basis == Basis::Exact || reading.basis == Basis::Head);
    if (topic.practice && !sure && !(reading.basis == Basis::Part && lexicon::is_copy(entry.label_words.back().norm)))
      return {};
    // "DaemonSet" under a tool says how the tool runs.
    if (owner && reading.kind && reading.kind->provider == "k8s" && draft_.kind(*owner).provider != "k8s" &&
        entry.label_words.size() == 1 && draft_.kind(*owner).holds == catalogue::Holds::NotAContainer)
      return {Role::Setting, reading, "type", {}};
    if (reading.kind && is_technology(*reading.kind)) reading = {};
    if ((reading.basis == Basis::Part || reading.basis == Basis::Context || reading.basis == Basis::Value) &&
        !entry.label_words.empty() && is_abstract(entry.label_words.back()))
      reading = {};
    if (reading.basis == Basis::Context && settings_.contains(group_of(entry))) reading = {};
    const bool own_noun = owner_kind && reading.kind == owner_kind && reading.basis == Basis::Exact;
    const std::string_view attribute = lexicon::attribute_for(key);
    const lexicon::RelationLabel* relation = lexicon::find_relation_label(key);
    if (owner_kind && relation && !(reading.strong && reading.basis == Basis::Exact))
      return {Role::Relation, reading, {}, {}};
    const bool named =
        reading.kind && reading.strong && (reading.basis == Basis::Exact || reading.basis == Basis::Head);
    if (!attribute.empty() && !named) {
      if (reading.kind && reading.basis == Basis::Exact && topic.kinds.empty() && !owner)
        return {Role::Component, reading, {}, {}};
      return {Role::Setting, reading, attribute, {}};
    }
    if (own_noun)
      return {entry.label_words.size() == 1 && !reading.strong ? Role::Alias : Role::Component, reading, {}, {}};
    if (reading.kind &&
        (!owner_kind || reading.strong || reading.basis == Basis::Context || reading.kind->provider != "generic")) {
      const bool listed = !entry.children.empty() && entry.value.empty() && entry.label_words.back().plural &&
                          reading.basis == Basis::Exact;
      return {listed ? Role::Collection : Role::Component, reading, {}, {}};
    }
    if (relation && owner) return {Role::Relation, reading, {}, {}};
    if (owner) return {Role::Setting, reading, {}, {}};
    return {};
  }

  void section(SectionId id) {
    const Section& section = draft_.outline[id];
    SectionTopic& topic = draft_.topic(id);
    if (topic.skipped) return;
    find_settings(section);
    // Whether the heading is itself a component depends on what stands under it: a list of its kind makes it a
    // collection.
    std::vector<LabelReading> readings(section.entries.size());
    bool instances = false;
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
      const Entry& entry = draft_.outline[section.entries[i]];
      if (entry.parent || !entry.label || (entry.kind != EntryKind::Bullet && entry.kind != EntryKind::Paragraph))
        continue;
      readings[i] = read_label(entry, std::nullopt, topic);
      const LabelReading& r = readings[i];
      if (r.role == Role::Component && std::ranges::find(topic.kinds, r.reading.kind) != topic.kinds.end())
        instances = true;
    }
    if (topic.kinds.empty() && section.level > 1) instance_heading(id);
    const bool open_list = plain_instances(section, topic);
    const bool table_list = has_instance_table(draft_, id);
    if (!topic.kinds.empty() && !instances && !open_list && !table_list) define_heading(id);
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
      const EntryId entry = section.entries[i];
      if (!draft_.outline[entry].parent) top_entry(entry, topic.component);
    }
    read_tables(draft_, id);
    adopt_heading_names(id);
    late_settings(id);
  }

  /// "Purpose" under "EC2 Instances" is about each of them, wherever it stands among them.
  void late_settings(SectionId id) {
    const SectionTopic& topic = draft_.topic(id);
    for (const Late& late : late_) {
      if (topic.kinds.empty()) continue;
      for (const ComponentId instance : topic.instances) {
        read_setting(draft_, instance, late.key, draft_.outline[late.entry]);
        draft_.fate(late.entry).attribute = true;
        if (topic.instances.size() == 1) draft_.fate(late.entry).subject = instance;
      }
    }
    late_.clear();
  }

  /// Bullets without labels that only name things: "- Orders queue".
  bool plain_instances(const Section& section, const SectionTopic& topic) {
    if (topic.kinds.size() != 1 || !lexicon::is_open(topic.kinds.front()->id)) return false;
    bool any = false;
    for (const EntryId id : section.entries) {
      const Entry& entry = draft_.outline[id];
      if (entry.parent || entry.kind != EntryKind::Bullet) continue;
      if (entry.label) continue;
      any = any || bare_name(entry);
    }
    return any;
  }

  /// "No NAT gateway": what there is not.
  static bool negated(const std::vector<Word>& words) {
    return !words.empty() && (words.front().lower == "no" || words.front().lower == "not" ||
                              words.front().lower == "without" || words.front().lower == "never");
  }

  /// A bullet that is nothing but a name: few words, none of them a verb.
  bool bare_name(const Entry& entry) {
    if (entry.words.empty() || entry.words.size() > 24 || negated(entry.words)) return false;
    std::size_t words = 0;
    for (const Word& word : entry.words) {
      if (word.mark == Mark::Open) break;
      if (word.mark != Mark::None) {
        if (word.mark == Mark::Arrow || word.mark == Mark::Comma || word.mark == Mark::Stop) return false;
        continue;
      }
      ++words;
      const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
      if (verb && words == 1 && verb->tense != lexicon::Tense::Base) return false;
      if (word.lower == "is" || word.lower == "are" || word.lower == "with" || word.lower == "for" ||
          word.lower == "to" || word.lower == "from")
        return false;
    }
    return words > 0 && words <= 5;
  }

  /// "### orders-service" under "## Lambda Functions" is one of them.
  void instance_heading(SectionId id) {
    const Section& section = draft_.outline[id];
    SectionTopic& topic = draft_.topic(id);
    const SectionTopic& above = draft_.topic(*section.parent);
    if (above.kinds.size() != 1 || !lexicon::is_open(above.kinds.front()->id) || topic.practice ||
        section.words.empty() || section.words.size() > 6)
      return;
    const std::string key = key_of(section.words, 0, section.words.size());
    if (!lexicon::attribute_for(key).empty() || lexicon::is_feature(key)) return;
    for (const Word& word : section.words)
      if (word.mark == Mark::None && (lexicon::is_group(word.norm) && !word.code)) return;
    topic.component = add(section.heading.text, *above.kinds.front(), section.span, id);
    topic.group = !topic.component;
    if (topic.component) draft_.topic(*section.parent).instances.push_back(*topic.component);
  }

  void define_heading(SectionId id) {
    const Section& section = draft_.outline[id];
    SectionTopic& topic = draft_.topic(id);
    // Two things in one heading ("ConfigMaps & Secrets") head a list; so does an everyday word.
    if (topic.kinds.size() != 1) return;
    const catalogue::Kind& kind = *topic.kinds.front();
    // The document's own title, and frames that hold all the rest, are no things among others.
    if (section.level <= 1 || kind.holds == catalogue::Holds::Cloud || kind.holds == catalogue::Holds::Account ||
        is_technology(kind))
      return;
    const bool children_define =
        std::ranges::any_of(section.children, [&](SectionId child) { return !draft_.topic(child).kinds.empty(); });
    if (section.entries.empty() && (children_define || section.children.empty())) return;
    const Span span = section.heading.source_of(0, static_cast<std::uint32_t>(section.heading.text.size()));
    std::string_view text = section.heading.text;
    while (!text.empty() && (text.front() == '#' || (text.front() >= '0' && text.front() <= '9') ||
                             text.front() == '.' || text.front() == ' ' || text.front() == ')'))
      text.remove_prefix(1);
    topic.component = add(text, kind, span, id);
    topic.group = !topic.component;
  }

  /// "### Ingress" with one ingress under it names that one; with several it names all of them.
  void adopt_heading_names(SectionId id) {
    const Section& section = draft_.outline[id];
    SectionTopic& topic = draft_.topic(id);
    if (topic.kinds.empty() || topic.component) return;
    std::vector<ComponentId> same;
    for (const ComponentId instance : topic.instances)
      if (std::ranges::any_of(topic.kinds,
                              [&](const catalogue::Kind* k) { return k->id == draft_.builder[instance].kind; }))
        same.push_back(instance);
    if (same.empty()) return;
    const Named named = split_name(section.heading.text);
    if (same.size() == 1) {
      draft_.alias(same.front(), named.name);
      if (!named.inside.empty()) draft_.alias(same.front(), section.heading.text);
      for (const std::string& inside : named.inside) draft_.alias(same.front(), inside);
    } else {
      draft_.group_alias(named.name, same);
      for (const std::string& inside : named.inside) draft_.group_alias(inside, same);
    }
  }

  void top_entry(EntryId id, std::optional<ComponentId> owner) { entry(id, owner, nullptr); }

  void children(EntryId id, std::optional<ComponentId> owner, const catalogue::Kind* listed) {
    for (const EntryId child : draft_.outline[id].children) entry(child, owner, listed);
  }

  void entry(EntryId id, std::optional<ComponentId> owner, const catalogue::Kind* listed) {
    const Entry& entry = draft_.outline[id];
    SectionTopic& topic = draft_.topic(entry.section);
    EntryFate& fate = draft_.fate(id);
    if (owner) fate.subject = owner;
    if (entry.kind == EntryKind::Row || entry.kind == EntryKind::Code || entry.kind == EntryKind::Quote ||
        entry.kind == EntryKind::Step) {
      children(id, owner, nullptr);
      return;
    }
    if (listed && (entry.label || bare_name(entry))) {
      if (const auto component = instance(entry, *listed)) {
        fate.component = true;
        fate.subject = component;
        if (owner && draft_.holds(*owner)) draft_.parent(*component, *owner, entry.span);
        children(id, component, nullptr);
        return;
      }
    }
    if (!entry.label) {
      unlabelled(id, owner);
      return;
    }
    const LabelReading reading = read_label(entry, owner, topic);
    switch (reading.role) {
      case Role::Setting:
        setting(id, owner, reading);
        break;
      case Role::Alias:
        if (owner) {
          draft_.alias(*owner, entry.label_text());
          draft_.purpose(*owner, entry.value_text());
          fate.attribute = true;
        }
        children(id, owner, nullptr);
        break;
      case Role::Component:
        component(id, owner, reading);
        break;
      case Role::Collection:
        fate.component = true;
        children(id, owner, reading.reading.kind);
        break;
      case Role::Relation:
      case Role::Feature:
      case Role::Overview:
      case Role::Statement:
        children(id, owner, nullptr);
        break;
    }
  }

  std::optional<ComponentId> instance(const Entry& entry, const catalogue::Kind& kind) {
    const std::string_view name = entry.label ? entry.label_text() : entry.value_text();
    const auto id =
        add(name, kind, entry.label ? entry.span_of(*entry.label) : entry.span_of(entry.value), entry.section);
    if (!id) return std::nullopt;
    draft_.topic(entry.section).instances.push_back(*id);
    draft_.evidence(*id, entry.span);
    if (entry.label) {
      draft_.purpose(*id, filled(entry.value_text()).text);
      read_facts(draft_, *id, entry.words, entry.text.text, entry.span);
    }
    return id;
  }

  void unlabelled(EntryId id, std::optional<ComponentId> owner) {
    const Entry& entry = draft_.outline[id];
    SectionTopic& topic = draft_.topic(entry.section);
    if (entry.kind == EntryKind::Bullet && bare_name(entry)) {
      const Reading reading = read_name(draft_, entry.words, {}, entry.section);
      const bool verb = std::ranges::any_of(entry.words, [](const Word& w) {
        const lexicon::VerbForm* form = lexicon::find_verb(w.lower);
        return form && !w.capital && form->tense != lexicon::Tense::Base;
      });
      const bool named =
          reading.kind &&
          (reading.strong || reading.kind->provider == draft_.provider || reading.kind->provider == "k8s") &&
          (reading.basis == Basis::Exact || reading.basis == Basis::Head);
      const bool fits = reading.kind && std::ranges::find(topic.kinds, reading.kind) != topic.kinds.end();
      const bool here = reading.kind && !verb && !(topic.practice && reading.basis != Basis::Exact) &&
                        !is_technology(*reading.kind) && (named || fits || (reading.basis == Basis::Context && !owner));
      if (here && !topic.skipped) {
        if (const auto component = instance(entry, *reading.kind)) {
          draft_.fate(id).component = true;
          draft_.fate(id).subject = component;
          if (owner && *owner != *component &&
              std::ranges::find(reading.kind->inside, draft_.builder[*owner].kind) != reading.kind->inside.end())
            draft_.parent(*component, *owner, entry.span);
          children(id, component, nullptr);
          return;
        }
      }
    }
    // The bold or code run that a sentence begins with may be a name: "**api** serves …"; statements decide.
    children(id, owner, nullptr);
  }

  void setting(EntryId id, std::optional<ComponentId> owner, const LabelReading& reading) {
    const Entry& entry = draft_.outline[id];
    EntryFate& fate = draft_.fate(id);
    std::string own_key;
    std::string_view key = reading.key;
    if (key.empty()) {
      own_key = key_from_label(entry.label_text());
      key = own_key;
    }
    if (owner && key == "type" && reading.reading.kind) {
      draft_.attribute(*owner, key, std::string(entry.label_text()), entry.span);
      draft_.purpose(*owner, entry.value_text());
      fate.attribute = true;
    } else if (owner) {
      if ((key == "name" || key == "id") && !identifier(entry).empty()) draft_.alias(*owner, identifier(entry));
      read_setting(draft_, *owner, key, entry);
      fate.attribute = true;
    } else {
      late_.push_back({id, std::string(key)});
    }
    fate.setting = reading.key == "purpose" || reading.key == "name";
    children(id, owner, nullptr);
  }

  void component(EntryId id, std::optional<ComponentId> owner, const LabelReading& reading) {
    const Entry& entry = draft_.outline[id];
    SectionTopic& topic = draft_.topic(entry.section);
    EntryFate& fate = draft_.fate(id);
    const catalogue::Kind& kind = *reading.reading.kind;
    const std::string_view label = entry.label_text();
    const Span span = entry.span_of(*entry.label);
    const std::optional<ComponentId> made =
        reading.name.empty() ? add(label, kind, span, entry.section) : add(reading.name, kind, span, entry.section);
    if (!made) return;
    if (!reading.name.empty() && lexicon::attribute_for(label_key(entry)).empty()) draft_.alias(*made, label);
    topic.instances.push_back(*made);
    fate.component = true;
    fate.subject = made;
    draft_.evidence(*made, entry.span);
    const Filled value = filled(entry.value_text());
    if (value.placeholder)
      set_value(draft_, *made, "name", entry.value_text(), entry.span);
    else
      draft_.purpose(*made, value.text);
    read_facts(draft_, *made, entry.words, entry.text.text, entry.span);
    count(*made, entry);
    if (owner && *owner != *made && draft_.holds(*owner) && may_hold(*owner, kind))
      draft_.parent(*made, *owner, entry.span);
    children(id, made, nullptr);
  }

  /// The value, if it is an identifier: "Security Group: orders-sg".
  static std::string_view identifier(const Entry& entry) {
    const std::string_view value = trimmed(entry.value_text());
    const bool joined = value.find_first_of("-_") != std::string_view::npos;
    const bool plain = std::ranges::all_of(value, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    return joined && plain && value.size() < 60 ? value : std::string_view{};
  }

  bool may_hold(ComponentId owner, const catalogue::Kind& inner) {
    const catalogue::Kind& outer = draft_.kind(owner);
    if (std::ranges::find(inner.inside, outer.id) != inner.inside.end()) return true;
    return inner.scope != catalogue::Scope::Global && inner.scope != catalogue::Scope::External;
  }

  /// "Two public subnets in different zones": how many a plural name stands for.
  void count(ComponentId id, const Entry& entry) {
    if (entry.words.empty() || entry.label_words.empty() || !entry.label_words.back().plural) return;
    const int n = count_of(entry.words.front());
    if (n > 1 && n < 1000 && entry.words.size() > 1 && entry.words[1].mark == Mark::None &&
        !is_cidr(entry.words[0].lower))
      draft_.builder[id].count = n;
  }

  struct Late {
    EntryId entry;
    std::string key;
  };

  Draft& draft_;
  std::vector<Late> late_;
  std::set<std::uint32_t> settings_;  ///< lists of the section that hold settings, by the entry they stand under
};

}  // namespace

void define_components(Draft& draft) { Definer(draft).run(); }

}  // namespace skydraft::understand
