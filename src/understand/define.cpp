#include <algorithm>
#include <set>

#include "understand/attributes.hpp"
#include "understand/counted_lists.hpp"
#include "understand/entry_label.hpp"
#include "understand/enumerations.hpp"
#include "understand/fenced_lists.hpp"
#include "understand/flow_reader.hpp"
#include "understand/headings.hpp"
#include "understand/identified.hpp"
#include "understand/instances.hpp"
#include "understand/inventory.hpp"
#include "understand/known.hpp"
#include "understand/labels.hpp"
#include "understand/listed_names.hpp"
#include "understand/lists.hpp"
#include "understand/mapped_lists.hpp"
#include "understand/names.hpp"
#include "understand/passes.hpp"
#include "understand/placements.hpp"
#include "understand/reference.hpp"
#include "understand/sites.hpp"
#include "understand/subnets.hpp"
#include "understand/tables.hpp"

namespace skydraft::understand {
namespace {

class Definer {
 public:
  explicit Definer(Draft& draft) : draft_(draft) {}

  void run() {
    settle_counted_lists(draft_);
    settle_mapped_lists(draft_);
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) section({i});
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) name_holder(draft_, {i});
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) nest_in_heading(draft_, {i});
    late_settings();
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i)
      if (draft_.outline.entries[i].acting_label && !draft_.fate({i}).component)
        rejoin_label(draft_.outline.entries[i]);
  }

 private:
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

  void section(SectionId id) {
    const Section& section = draft_.outline[id];
    SectionTopic& topic = draft_.topic(id);
    define_site_heading(draft_, id);
    if (topic.skipped) return;
    find_settings(section);
    told_apart_ = told_apart(draft_, section);
    // Whether the heading is itself a component depends on what stands under it: a list of its kind makes it a
    // collection.
    const bool instances = !topic.kinds.empty() && std::ranges::any_of(section.entries, [&](EntryId entry) {
      return is_instance(draft_.outline[entry], topic);
    });
    const bool own = section.level > 1 && define_code_heading(draft_, id);
    if (!own && topic.kinds.empty() && section.level > 1) define_instance_heading(draft_, id);
    const bool open_list = lists_instances(draft_, id);
    const bool table_list = has_instance_table(draft_, id);
    if (!topic.kinds.empty() && !instances && !open_list && !table_list) define_heading(draft_, id);
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
      const EntryId top = section.entries[i];
      if (!draft_.outline[top].parent) entry(top, topic.component, nullptr);
    }
    read_tables(draft_, id);
    adopt_heading_name(draft_, id);
  }

  /// It is labelled as one of the things that the heading names by their kind.
  bool is_instance(const Entry& entry, const SectionTopic& topic) {
    if (entry.parent || !entry.label ||
        (entry.kind != EntryKind::Bullet && entry.kind != EntryKind::Paragraph &&
         !(entry.kind == EntryKind::Step && (entry.code_label || !in_flow(entry)))))
      return false;
    const LabelReading label = read_label(draft_, entry, std::nullopt, settings_.contains(group_of(entry)));
    return label.role == LabelRole::Component &&
           std::ranges::find(topic.kinds, label.reading.kind) != topic.kinds.end();
  }

  /// "Purpose" under "EC2 Instances" is about each of them, wherever it stands among them.
  void late_settings() {
    for (const Late& late : late_) {
      const SectionTopic& topic = draft_.topic(draft_.outline[late.entry].section);
      if (topic.kinds.empty()) continue;
      for (const ComponentId instance : topic.instances) {
        read_setting(draft_, instance, late.key, draft_.outline[late.entry]);
        draft_.fate(late.entry).attribute = true;
        if (topic.instances.size() == 1) draft_.fate(late.entry).subject = instance;
      }
    }
  }

  void children(EntryId id, std::optional<ComponentId> owner, const catalogue::Kind* listed) {
    const EntryKind form = draft_.outline[id].kind;
    if (form == EntryKind::Bullet || form == EntryKind::Paragraph) define_subnets(draft_, draft_.outline[id]);
    if (!listed)
      if (const auto counted = enumeration_of(draft_, id)) draft_.fate(id).lists = listed = counted->kind;
    for (const EntryId child : draft_.outline[id].children) entry(child, owner, listed);
  }

  void entry(EntryId id, std::optional<ComponentId> owner, const catalogue::Kind* listed) {
    const Entry& entry = draft_.outline[id];
    EntryFate& fate = draft_.fate(id);
    if (fate.skipped) return;
    fate.site = draft_.site;
    if (owner) fate.subject = owner;
    if (entry.kind == EntryKind::Step && (entry.label ? told_step(id) : identified(id, owner))) return;
    if (entry.kind == EntryKind::Code) define_fenced_list(draft_, id);
    if (entry.kind == EntryKind::Row || entry.kind == EntryKind::Code || entry.kind == EntryKind::Quote ||
        entry.kind == EntryKind::Step) {
      children(id, owner, nullptr);
      return;
    }
    if (listed && is_item(entry)) {
      if (const auto component = instance(entry, *listed)) {
        fate.component = true;
        fate.subject = component;
        if (owner && draft_.holds(*owner)) draft_.parent(*component, *owner, entry.span);
        children(id, component, nullptr);
        return;
      }
    }
    if (lists_names(id, owner)) return;
    if (!entry.label) {
      unlabelled(id, owner);
      return;
    }
    if (owner && place_by_label(draft_, entry, *owner)) {
      fate.attribute = fate.setting = true;
      children(id, owner, nullptr);
      return;
    }
    if (!owner && entry.kind == EntryKind::Bullet && environment(id)) return;
    LabelReading reading = read_label(draft_, entry, owner, settings_.contains(group_of(entry)));
    // What has settings of its own is one thing, whatever its number.
    if (reading.role == LabelRole::Collection && settings_.contains(id.index + 1)) reading.role = LabelRole::Component;
    switch (reading.role) {
      case LabelRole::Setting:
        setting(id, owner, reading);
        break;
      case LabelRole::Alias:
        if (owner) {
          draft_.alias(*owner, entry.label_text());
          draft_.purpose(*owner, entry.value_text());
          fate.attribute = true;
        }
        children(id, owner, nullptr);
        break;
      case LabelRole::Component:
        if (owner && call_owner(draft_, entry, *owner, reading.reading.kind))
          setting(id, owner, reading);
        else
          component(id, owner, reading);
        break;
      case LabelRole::Listing:
        if (listing(id)) fate.component = true;
        children(id, owner, nullptr);
        break;
      case LabelRole::Collection:
        fate.component = true;
        fate.lists = reading.reading.kind;
        children(id, owner, reading.reading.kind);
        break;
      case LabelRole::Relation:
      case LabelRole::Feature:
      case LabelRole::Overview:
      case LabelRole::Statement:
        children(id, owner, nullptr);
        break;
    }
  }

  /// "Topics: orders, payments"
  bool lists_names(EntryId id, std::optional<ComponentId> owner) {
    const Entry& entry = draft_.outline[id];
    if (draft_.topic(entry.section).practice || draft_.topic(entry.section).skipped) return false;
    std::vector<ComponentId> made = define_listed_names(draft_, entry);
    if (made.empty()) made = define_pair(draft_, entry);
    if (made.empty()) return false;
    draft_.fate(id).component = true;
    for (const ComponentId one : made) put_inside(one, owner, entry);
    auto& instances = draft_.topic(entry.section).instances;
    instances.insert(instances.end(), made.begin(), made.end());
    children(id, owner, nullptr);
    return true;
  }

  bool in_flow(const Entry& entry) const { return says_flow(key_of(draft_.outline[entry.section].heading.text)); }

  /// "2. resize - Lambda function that …": the text says what it is that the list counts.
  bool told_step(EntryId id) {
    const LabelReading reading = read_label(draft_, draft_.outline[id], std::nullopt, false);
    const Entry& entry = draft_.outline[id];
    // "3. **Cluster** - 1.28, private", with more about it beneath, or with an identifier: numbers that only count.
    const bool coded = std::ranges::any_of(entry.label_words, [](const Word& w) { return w.code; });
    const bool flow = in_flow(entry);
    const bool counts =
        (entry.strong_label || coded) && reading.reading.strong && !flow &&
        (!entry.children.empty() || coded || std::ranges::any_of(entry.words, [](const Word& w) { return w.code; }));
    const bool told = reading.reading.basis == Basis::Value && !begins_with_actor(entry);
    // "1. `resize`: …" under "Lambda functions", "1. **Auth service**: …" under "Services"
    const auto& kinds = draft_.topic(entry.section).kinds;
    const bool listed = (entry.code_label || !flow) && kinds.size() == 1 && reading.reading.kind == kinds.front();
    if (reading.role != LabelRole::Component || (!told && !counts && !listed)) return false;
    if (listed && !flow)
      draft_.outline.entries[id.index].kind = EntryKind::Bullet;  // no sequence: it is read like any list
    component(id, std::nullopt, reading);
    return true;
  }

  /// An entry of a list of things that begins with the name of one.
  bool is_item(const Entry& entry) {
    const Range begins = entry.label ? *entry.label : leading_name(entry);
    if (begins.empty()) return bare_name(entry);
    const bool collection = entry.parent && draft_.fate(*entry.parent).component;
    return collection || !is_known_service(draft_, entry, begins);
  }

  /// "Compute: EC2, Lambda": the label groups what the value lists.
  bool listing(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const std::vector<ComponentId> made = define_listing(draft_, entry);
    auto& instances = draft_.topic(entry.section).instances;
    instances.insert(instances.end(), made.begin(), made.end());
    if (made.size() == 1) {
      draft_.fate(id).subject = made.front();
      draft_.alias(made.front(), entry.label_text());
    }
    return !made.empty();
  }

  std::optional<ComponentId> instance(const Entry& entry, const catalogue::Kind& kind) {
    const Range begins = leading_name(entry);
    const std::string_view name =
        entry.label      ? entry.label_text()
        : begins.empty() ? before_stop(entry)
                         : std::string_view(entry.text.text).substr(begins.begin, begins.end - begins.begin);
    const std::string guard = entry.label ? guard_name(draft_, entry, kind) : std::string();
    const auto id = define_named(draft_, guard.empty() ? name : std::string_view(guard), kind,
                                 entry.span_of(entry.label      ? *entry.label
                                               : begins.empty() ? entry.value
                                                                : begins),
                                 entry.section);
    if (!id) return std::nullopt;
    draft_.topic(entry.section).instances.push_back(*id);
    draft_.evidence(*id, entry.span);
    if (!entry.label)
      alias_code(draft_, *id, entry, entry.words);
    else if (!entry.acting_label)
      draft_.purpose(*id, filled(entry.value_text()).text);
    read_facts(draft_, *id, entry.words, entry.text.text, entry.span);
    return id;
  }

  void unlabelled(EntryId id, std::optional<ComponentId> owner) {
    const Entry& entry = draft_.outline[id];
    SectionTopic& topic = draft_.topic(entry.section);
    if (const Range acts = acting_instance(draft_, entry); !acts.empty()) {
      const std::string_view name = std::string_view(entry.text.text).substr(acts.begin, acts.end - acts.begin);
      const auto made = define_named(draft_, name, *topic.kinds.front(), entry.span, entry.section);
      if (made) topic.instances.push_back(*made);
      children(id, made, nullptr);
      return;
    }
    if (owner && place_by_line(draft_, entry, *owner)) {
      draft_.fate(id).attribute = true;
      children(id, owner, nullptr);
      return;
    }
    if (entry.kind == EntryKind::Bullet && identified(id, owner)) return;
    if (entry.kind == EntryKind::Bullet && bare_name(entry)) {
      const auto place = entry.words.begin() + static_cast<std::ptrdiff_t>(before_place(entry.words));
      const Reading reading = read_name(draft_, {entry.words.begin(), place}, {}, entry.section);
      const std::string_view name = before_stop(entry);
      const std::vector<CatalogueHit> hits = catalogue_hits(entry.words);  // "groups" of "Security groups" is no verb
      const bool verb =
          is_clause(entry.words) || std::ranges::any_of(entry.words, [&](const Word& w) {
            const lexicon::VerbForm* form = lexicon::find_verb(w.lower);
            const bool in_name = std::ranges::any_of(hits, [&](const CatalogueHit& hit) {
              return &w >= &entry.words[hit.from] && &w < entry.words.data() + hit.to && hit.to > hit.from + 1;
            });
            return form && !w.capital && !w.joined && form->tense != lexicon::Tense::Base && !in_name &&
                   w.begin < entry.value.begin + name.size();
          });
      const bool named = reading.kind &&
                         (reading.strong || reading.kind->provider == provider_at(draft_, entry.section) ||
                          reading.kind->provider == "k8s") &&
                         (reading.basis == Basis::Exact || reading.basis == Basis::Head);
      const bool fits = reading.kind && std::ranges::find(topic.kinds, reading.kind) != topic.kinds.end();
      const bool grouped = owner && draft_.builder[*owner].kind == "generic.group" && reading.kind &&
                           reading.kind->category != catalogue::Category::Actor;
      // "ECS Cluster" over "Billing Service": what runs in it.
      const bool runs = owner && draft_.holds(*owner) && reading.kind &&
                        (reading.basis == Basis::Head || reading.basis == Basis::Everyday) &&
                        reading.kind->category == catalogue::Category::Application;
      const bool several = std::ranges::any_of(
          entry.words, [](const Word& w) { return w.lower == "and" || (w.mark == Mark::Slash && !w.joined); });
      const bool here = reading.kind && !verb && !several && !(topic.practice && reading.basis != Basis::Exact) &&
                        !is_technology(*reading.kind) &&
                        (named || fits || grouped || runs || (reading.basis == Basis::Context && !owner)) &&
                        !(reading.basis == Basis::Context && is_feature_of_lead(draft_, entry));
      if (here && !topic.skipped) {
        const std::size_t before = draft_.builder.components().size();
        if (const auto component = instance(entry, *reading.kind)) {
          draft_.fate(id).component = true;
          draft_.fate(id).subject = component;
          const auto& inside = reading.kind->inside;
          if (owner && *owner != *component &&
              (runs || std::ranges::find(inside, draft_.builder[*owner].kind) != inside.end()))
            draft_.parent(*component, *owner, entry.span);
          else
            put_inside(*component, owner, entry);
          put_into_group(before, owner, entry);
          children(id, component, nullptr);
          return;
        }
      }
    }
    if (entry.kind == EntryKind::Bullet && owner && workload(id, *owner)) return;
    if (entry.kind == EntryKind::Bullet && !topic.practice && !topic.skipped) {
      const std::size_t before = draft_.builder.components().size();
      const std::vector<ComponentId> made = define_inventory(draft_, entry);
      for (const ComponentId one : made) topic.instances.push_back(one);
      if (!made.empty()) draft_.fate(id).component = true;
      if (made.size() == 1) draft_.fate(id).subject = made.front();
      for (const ComponentId one : made) put_inside(one, owner, entry);
      put_into_group(before, owner, entry);
    }
    // The bold or code run that a sentence begins with may be a name: "**api** serves …"; statements decide.
    children(id, owner, nullptr);
  }

  /// What only one environment has stands in it; what others have as well does not.
  void put_into_group(std::size_t before, std::optional<ComponentId> owner, const Entry& entry) {
    if (!owner || draft_.builder[*owner].kind != "generic.group") return;
    const auto now = static_cast<std::uint32_t>(draft_.builder.components().size());
    for (auto i = static_cast<std::uint32_t>(before); i < now; ++i) draft_.parent(ComponentId{i}, *owner, entry.span);
  }

  /// "Staging environment:" over what is in it.
  bool environment(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const auto& label = entry.label_words;
    if (!entry.value.empty() || entry.children.size() < 2 || label.size() < 2 || label.size() > 3 ||
        label.back().norm != "environment" || label.back().plural || draft_.topic(entry.section).practice)
      return false;
    const auto made = draft_.define(entry.label_text(), "generic.group", entry.span_of(*entry.label), entry.section);
    if (!made) return false;
    draft_.fate(id).component = true;
    draft_.fate(id).subject = made;
    children(id, made, nullptr);
    return true;
  }

  bool identified(EntryId id, std::optional<ComponentId> owner) {
    const Entry& entry = draft_.outline[id];
    const auto made = define_identified(draft_, entry);
    if (!made) return false;
    draft_.topic(entry.section).instances.push_back(*made);
    draft_.fate(id).component = true;
    draft_.fate(id).subject = made;
    put_inside(*made, owner, entry);
    children(id, made, nullptr);
    return true;
  }

  /// What stands under a container's line stands in it, if it can.
  void put_inside(ComponentId id, std::optional<ComponentId> owner, const Entry& entry) {
    if (owner && *owner != id && draft_.holds(*owner) && may_hold(*owner, draft_.kind(id)))
      draft_.parent(id, *owner, entry.span);
  }

  /// "- orders-api (3 replicas)" under a cluster: an identifier is what runs there.
  bool workload(EntryId id, ComponentId owner) {
    const Entry& entry = draft_.outline[id];
    const catalogue::Holds holds = draft_.kind(owner).holds;
    if (holds != catalogue::Holds::Cluster && holds != catalogue::Holds::Namespace) return false;
    std::size_t to = 0;
    while (to < entry.words.size() && entry.words[to].mark == Mark::None && (to == 0 || entry.words[to].joined)) ++to;
    if (to < 2 || (to < entry.words.size() && entry.words[to].mark != Mark::Open)) return false;
    const bool copies = std::ranges::any_of(entry.words, [](const Word& w) { return w.norm == "replica"; });
    const bool kubernetes = draft_.kubernetes && copies;
    const auto made = instance(entry, catalogue::kind_or_unknown(kubernetes ? "k8s.deployment" : "generic.service"));
    if (!made || *made == owner) return false;
    draft_.fate(id).component = true;
    draft_.fate(id).subject = made;
    draft_.parent(*made, owner, entry.span);
    children(id, made, nullptr);
    return true;
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
      const bool shared = key != "purpose" && key != "name" && key != "id" &&
                          draft_.topic(entry.section).component == owner && heads_instances(draft_, entry.section);
      if (shared) late_.push_back({id, std::string(key)});
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
    const auto known = reading.reading.strong ? std::nullopt : known_as_whole(draft_, entry);
    std::string_view behind = name_behind_kind(draft_, entry);
    if (behind.empty() && told_apart_.contains(entry.span.begin)) behind = name_in_parenthesis(entry);
    const std::string_view name = !behind.empty() ? behind : reading.name.empty() ? label : reading.name;
    const auto made = known ? known : define_named(draft_, name, kind, span, entry.section);
    if (!made) return;
    if (!identifier(entry).empty()) draft_.alias(*made, identifier(entry));
    alias_value(draft_, *made, entry);
    if (behind.empty())
      alias_code(draft_, *made, entry, entry.label_words);
    else
      draft_.alias(*made, split_name(label).name);
    const bool role = !lexicon::head_kind(label_key(entry)).empty();  // "Database: Neon"
    if (!reading.name.empty() && (role || lexicon::attribute_for(label_key(entry)).empty())) draft_.alias(*made, label);
    topic.instances.push_back(*made);
    fate.component = true;
    fate.subject = made;
    draft_.evidence(*made, entry.span);
    const Filled value = filled(entry.value_text());
    if (value.placeholder)
      set_value(draft_, *made, "name", entry.value_text(), entry.span);
    else if (!entry.acting_label)
      draft_.purpose(*made, value.text);
    read_facts(draft_, *made, entry.words, entry.text.text, entry.span);
    count_plural(draft_, *made, entry);
    const SiteScope here(draft_, *made);
    define_inside(draft_, entry, *made);
    const bool part = owner && std::ranges::find(kind.inside, draft_.kind(*owner).id) != kind.inside.end();
    if (owner && *owner != *made && (draft_.holds(*owner) || part) && may_hold(*owner, kind))
      draft_.parent(*made, *owner, entry.span);
    children(id, made, nullptr);
  }

  bool may_hold(ComponentId owner, const catalogue::Kind& inner) {
    const catalogue::Kind& outer = draft_.kind(owner);
    if (std::ranges::find(inner.inside, outer.id) != inner.inside.end()) return true;
    return inner.scope != catalogue::Scope::Global && inner.scope != catalogue::Scope::External;
  }

  struct Late {
    EntryId entry;
    std::string key;
  };

  Draft& draft_;
  std::vector<Late> late_;
  std::set<std::uint32_t> told_apart_;  ///< labels of the section whose parentheses are names, by where they begin
  std::set<std::uint32_t> settings_;    ///< lists of the section that hold settings, by the entry they stand under
};

}  // namespace

void define_components(Draft& draft) {
  Definer(draft).run();
  draft.listed = draft.parts.size();
}

}  // namespace skydraft::understand
