#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "model/architecture.hpp"
#include "understand/fact_cues.hpp"
#include "understand/lexicon.hpp"
#include "understand/name_tree.hpp"
#include "understand/outline.hpp"
#include "understand/understand.hpp"

/// What the passes know so far and share: the components with their names, and what became of each entry.
namespace skydraft::understand {

using model::ComponentId;
using model::RelationId;

inline constexpr std::size_t kMaxComponents = 20000;
inline constexpr std::size_t kMaxSpoken = 4096;  // that a section's sentences may look back to

/// What a document's entry became; an entry may become several things.
struct EntryFate {
  bool component = false;
  bool attribute = false;
  bool relation = false;
  bool step = false;
  bool policy = false;
  bool prose = false;                      ///< plain prose: nothing is lost by not understanding it
  bool skipped = false;                    ///< under a line that heads costs, set-up, …: not about the architecture
  bool setting = false;                    ///< its value is a setting: no statement about other components
  const catalogue::Kind* lists = nullptr;  ///< what the list or table under this line lists
  std::optional<ComponentId> subject;      ///< the component that this entry defines or speaks about
  std::optional<ComponentId> site;         ///< the region or account that it stands under

  bool understood() const { return component || attribute || relation || step || policy || prose; }
};

/// What a section's heading names.
struct SectionTopic {
  std::vector<const catalogue::Kind*> kinds;  ///< kinds that the heading names, whole
  Range name, rest;                           ///< of its text, where it says more than a name: "EC2 — Web Tier"
  std::optional<ComponentId> component;       ///< the heading is itself a component
  std::optional<ComponentId> holder;          ///< the container that it names beside: "Claims spoke (rg-claims)"
  std::optional<ComponentId> site;            ///< the region or account that it, or a heading above, names
  std::vector<ComponentId> instances;         ///< things of those kinds that its entries define
  bool group = true;                          ///< the heading only groups
  bool told = false;                          ///< the first sentence beneath says what the heading's component is
  bool kubernetes = false;                    ///< it, or a heading above, is about Kubernetes
  bool categories = false;                    ///< its labels are those of a stack: "Compute", "Storage", …
  bool practice = false;                      ///< about scaling, backups, notes: statements more often than things
  bool skipped = false;                       ///< set-up instructions, licence, …: not about the architecture
  std::string_view cloud;                     ///< "AWS resources": the one cloud that the headings name; empty: none
};

/// What resolution needs to know about a component's name.
struct NameParts {
  WordTexts words;         ///< norms of the name
  std::uint64_t bits = 0;  ///< bits_of(words)
  WordTexts core;          ///< those that are not generic nouns: {"backend"} of "Backend API Deployment"
  WordTexts tasks;         ///< norms of its purposes, once each
  std::uint64_t task_bits = 0;
  SectionId section;
  std::optional<ComponentId> site;  ///< the region or account that it was defined under
  bool from_prose = false;
};

/// A label or cell that says where a component stands, to be resolved when all components are known.
struct Placement {
  ComponentId inner;
  std::string name;                       ///< as written: "private-a", "ECS Fargate"
  const catalogue::Kind* kind = nullptr;  ///< of what it stands in, where known
  Span span;
  SectionId section;
};

struct RelationDraft {
  ComponentId from, to;
  model::RelationKind kind = model::RelationKind::Flow;
  std::string label;
  std::string protocol;
  std::optional<int> tcp_port;
  std::string_view inferred_by;  ///< a rule of ours
  Span source;
};

class Draft {
 public:
  Draft(const Source& text, const md::Document& parsed, const Options& given, DiagnosticSink& diagnostics);

  const Source& source;
  const md::Document& document;
  const Options& options;
  DiagnosticSink& sink;
  Outline outline;
  model::ArchitectureBuilder builder;
  std::vector<EntryFate> fates;       ///< by EntryId
  std::vector<SectionTopic> topics;   ///< by SectionId
  std::vector<NameParts> parts;       ///< by ComponentId
  std::string_view language;          ///< of the document, where it is not English: "pt"
  std::string provider;               ///< the cloud that the document speaks about most; empty: none
  std::string own_provider;           ///< the same, while a drawing's boxes say otherwise
  bool kubernetes = false;            ///< the document speaks about Kubernetes
  bool kafka = false;                 ///< its topics are Kafka's
  std::vector<Placement> placements;  ///< read_placements() resolves them
  std::vector<std::pair<EntryId, RelationId>> row_relations;  ///< what rows of tables of connections say, in order
  std::vector<std::string_view> clouds;  ///< those that the document names, or whose services it calls by their names
  std::vector<const catalogue::Kind*> turned_down;  ///< kinds that it first names as what was not taken
  std::vector<model::Policy> policies;              ///< given to the builder last
  FactCues fact_cues;                               ///< where sentences may state typed facts
  std::string_view pass;                            ///< the one that runs now
  std::size_t listed = 0;          ///< components that lists, tables and headings define: the first ones
  std::vector<model::Fact> facts;  ///< what the document's parts became, as the passes find it

  /// Remembers that `span` became this; without a span nothing is remembered.
  void record(model::Became became, Span span, std::uint32_t subject = 0, std::uint32_t part = 0) {
    if (!span.empty()) facts.push_back({span, became, subject, part, pass});
  }
  std::optional<ComponentId> site;  ///< the region or account that is read about, as a line tells and no heading
  std::set<std::pair<std::uint32_t, std::uint32_t>> twins;  ///< regions or accounts with things of the same names
  bool only_tells = false;          ///< it lists and names next to nothing: "the app stores orders in a database"
  bool speaks_ahead = false;        ///< a sentence has named a thing by its role that is not there yet
  std::vector<ComponentId> spoken;  ///< what the sentences of the section at hand named, the last one last
  void speak_of(ComponentId id) {
    if (spoken.size() < kMaxSpoken) spoken.push_back(id);
  }

  EntryFate& fate(EntryId id) { return fates[id.index]; }
  /// The region or account that is read about in a section.
  std::optional<ComponentId> site_at(SectionId section) const { return site ? site : topic(section).site; }
  /// Nothing in this entry is about the architecture.
  bool skipped(EntryId id) const { return fates[id.index].skipped || topic(outline[id].section).skipped; }
  SectionTopic& topic(SectionId id) { return topics[id.index]; }
  const SectionTopic& topic(SectionId id) const { return topics[id.index]; }

  /// The component of this name and kind: the one that is there, or a new one. Nothing once kMaxComponents are there.
  std::optional<ComponentId> define(std::string_view name, std::string_view kind, Span span, SectionId section) {
    return define(name, words_of(name), kind, span, section);
  }
  /// The same for a name that has been cut into words.
  std::optional<ComponentId> define(std::string_view name, const std::vector<Word>& words, std::string_view kind,
                                    Span span, SectionId section);
  /// A component that the document does not name.
  std::optional<ComponentId> infer(std::string name, std::string_view kind, std::string_view rule, Span span);
  void alias(ComponentId id, std::string_view name);
  /// A component of which only an everyday word was known is of this kind.
  void refine(ComponentId id, std::string_view kind);
  /// Makes a name of several things known: "S3 Buckets" for each bucket under that heading.
  void group_alias(std::string_view name, std::span<const ComponentId> members);
  void evidence(ComponentId id, Span span);

  /// Keeps the first value of a key; another one for the same key is SKY0206.
  void attribute(ComponentId id, std::string_view key, model::Value value, Span span, bool placeholder = false);
  void purpose(ComponentId id, std::string_view text);
  /// Keeps the first parent; a second stated one that disagrees is SKY0207. `rule` empty: the document says it.
  void parent(ComponentId id, ComponentId holder, Span span, std::string_view rule = {});

  /// The relation between two ends: the one that is there (with more evidence), or a new one.
  std::optional<RelationId> relate(const RelationDraft& draft);
  std::optional<RelationId> relation_between(ComponentId from, ComponentId to) const;

  /// By name, alias or group name.
  std::span<const ComponentId> named(std::string_view key) const { return names_.ids(names_.find(key)); }
  std::span<const ComponentId> named(const std::vector<Word>& words, std::size_t from, std::size_t to) const;
  const NameTree& names() const { return names_; }
  std::span<const ComponentId> of_kind(const catalogue::Kind& kind) const { return by_kind_[place_of(kind)]; }
  std::span<const ComponentId> of_kind(std::string_view kind) const {
    return of_kind(catalogue::kind_or_unknown(kind));
  }
  std::span<const ComponentId> with_core(const WordText& word) const {
    return word.number < by_core_.size() ? std::span<const ComponentId>(by_core_[word.number])
                                         : std::span<const ComponentId>{};
  }
  const catalogue::Kind& kind(ComponentId id) const { return *kinds_[id.index]; }
  bool holds(ComponentId id) const { return kind(id).holds != catalogue::Holds::NotAContainer; }
  bool is_inside(ComponentId inner, ComponentId outer);

 private:
  ComponentId add(model::Component component);
  /// Of a kind in the catalogue's table; behind its end for one that is not there.
  static std::size_t place_of(const catalogue::Kind& kind);
  void index(ComponentId id, std::string_view name) { index(id, words_of(name)); }
  void index(ComponentId id, const std::vector<Word>& name);
  bool is_called(ComponentId id, const std::vector<Word>& name) const;
  void index_short_forms(ComponentId id, const std::string& key);
  void index_without_noun(ComponentId id, const std::string& key);

  NameTree names_;
  std::vector<std::vector<ComponentId>> by_kind_;  ///< by place_of()
  std::vector<const catalogue::Kind*> kinds_;      ///< by ComponentId
  std::vector<std::vector<ComponentId>> by_core_;  ///< by WordText::number
  std::map<std::pair<std::uint32_t, std::uint32_t>, RelationId> relations_;
};

/// Two kinds that people use for one thing: the same, or both load balancers, both databases, …
bool same_family(std::string_view a, std::string_view b);

}  // namespace skydraft::understand
