#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/same_text.hpp"
#include "model/architecture.hpp"

/// What English words mean for an architecture, compiled from data/lexicon/*.json.
namespace skydraft::understand::lexicon {

/// Which way a relation points between a verb's subject and what stands after it.
enum class Direction : std::uint8_t {
  None,      ///< says nothing about the two
  Forward,   ///< subject -> object
  Backward,  ///< object -> subject
  Carried,   ///< the object is what is moved; the relation goes to the preposition's object, else as Forward
  Contains,  ///< the subject is inside what follows
  Via        ///< the subject is reached through what follows
};

enum class VerbKind : std::uint8_t { Flow, Uses, Monitors, Deploys, Replicates, Secures, Depends, Contains };
enum class Tense : std::uint8_t { Base, Third, Gerund, Participle };

struct Preposition {
  std::string_view word;
  Direction direction;
};

struct Verb {
  std::string_view lemma;
  VerbKind kind;
  Direction object;
  std::span<const Preposition> prepositions;
  bool causative;              ///< "allows A to reach B"
  bool weak;                   ///< says little by itself: counts only with a component on both sides
  bool joins;                  ///< brings together what it names: "connects A and B"
  bool starts;                 ///< sets its object to work, which then goes on: "triggers"
  bool takes_over;             ///< takes what another had in the step before: "receives the request"
  bool denies;                 ///< says that its object is not there: "avoids a gateway"
  std::string_view other_end;  ///< kind of what is used so, where only its name is known; empty: any
};

struct VerbForm {
  std::string_view text;
  std::uint32_t verb;
  Tense tense;
};

struct Pair {
  std::string_view key;
  std::string_view value;
};

struct ForeignWord {
  std::string_view language, text, english;
};

enum class EastAsianUse : std::uint8_t { Particle, Verb, Passive, Negation };

/// A piece of a Japanese or Korean sentence: a particle by its role, a verb's stem by the English third person.
struct EastAsianRow {
  std::string_view language, text;
  EastAsianUse use;
  std::string_view meaning;
};

struct RelationLabel {
  std::string_view label;
  Direction direction;
  VerbKind kind;
};

/// What a small word does in a sentence. A word may be in several classes ("after" joins clauses and takes nouns).
enum class WordClass : std::uint8_t {
  Determiner,
  Auxiliary,
  Modal,
  Negation,
  Hypothesis,  ///< what it speaks of is not there: "could", "planned"
  Relative,
  Pronoun,
  Subordinator,
  Example,  ///< what follows are examples: "e.g."
  Preposition,
  Adverb
};

/// Words that do together what one does.
struct Group {
  std::array<std::string_view, 3> words;  ///< empty ones at the end
  WordClass word_class;
  std::string_view text;  ///< the one: "meanwhile" for "in the background"
};

/// "driven" of "SQS-driven": what it makes of the service before it and the thing behind it.
struct CompoundAdjective {
  std::string_view word;
  bool sets_off;  ///< the service acts on the thing, and not the thing on it
  std::string_view label;
};

struct PolicyWord {
  std::string_view word;
  model::PolicyKind kind;
};

/// Lists of the lexicon that only say yes or no.
enum class List : std::uint8_t {
  Generic,
  Filler,
  Group,
  Feature,
  Copy,
  Region,            ///< names of regions that do not look like one: "westeurope"
  RegionTeller,      ///< "primary", "dr": tells one region from another, or says no more than that it is one
  Logical,           ///< last words of drawn boxes that only group
  FileEnding,        ///< "yml", "tf", …
  Practice,          ///< that people draw, and that are no things
  Protocol,          ///< that a chain of arrows may name between two things
  Descriptive,       ///< says what a thing is like, not which one it is
  Moved,             ///< what goes from one thing to another: requests, messages
  Travelling,        ///< of those, what goes on from where it has got to
  Instruction,       ///< what a reader is told to do: "click"
  Activity,          ///< headings that begin so instruct: "Deploying …"
  Self,              ///< "the service": the thing that the text speaks of
  Whole,             ///< "the solution": all that the document describes
  Contrast,          ///< "public": tells things from what is called otherwise
  Technology,        ///< kinds that things are made with, beside the catalogue's frameworks
  OpenKind,          ///< kinds under whose heading any name is an instance
  ActingKind,        ///< those that a sentence may name so where they act
  ActorStart,        ///< the first word of an actor's name
  GroupStart,        ///< the first word of a group
  ToldKind,          ///< further ones, where a document has no names to list
  RoleKind,          ///< unbranded kinds that a sentence may name by their noun
  Work,              ///< what a service runs or shows for us: with its name before it, that service itself
  Lone,              ///< nouns that name a thing without another word: "the transcoder"
  Imperative,        ///< verbs that instructions begin with
  Qualifier,         ///< "(optional)": what a parenthesis says about a name
  SkippedWord,       ///< makes a heading one of those that are not about the architecture
  CostWord,          ///< of a header that makes the table one of costs or plans
  Link,              ///< what two things have between them: "connection", "tunnel"
  Everybodys,        ///< what all things give off: "logs", "requests"
  News,              ///< what says that something has happened: "notification"
  OwnNoun,           ///< what a text may call whatever it is about: "the service"
  Genitive,          ///< stands between a thing and what it is of: "of", "de"
  Occupation,        ///< what somebody does for a living: "Azure DevOps specialist"
  Runner,            ///< behind a name, says that it runs: "the `decoder` job"
  Setting,           ///< what is set or sent, and no thing: "api-key"
  Field,             ///< what records and calls are made of: "columns", "parameters"
  Decoration,        ///< what a heading may add to a name without naming another thing: "Redis Setup"
  Numbering,         ///< counts what a heading tells of: "Option B", "Step 2"
  RoleTail,          ///< behind a role, says that it is one that runs: "API service"
  Drawing,           ///< heads a picture of things: "Network Topology"
  SentenceWord,      ///< makes a heading more than a name: "Moving to X"
  Aspect,            ///< what is said of a thing, and no thing: "Redis Metrics"
  Answer,            ///< the value of a switch: "yes", "enabled"
  Specification,     ///< leads to settings: "Instance Specifications:"
  Element,           ///< leads to the things that there are: "Components: …"
  Outcome,           ///< what a line out of a question answers
  English,           ///< that English has in every text
  PlacePreposition,  ///< behind a name, leads to where it is
  Denial,            ///< before "public", says that it is not: "never", "blocks"
  Reached,           ///< behind "publicly": "accessible"
  Door,              ///< behind "public", what others come in by: "endpoint"
  Shut,              ///< behind "public access", says that there is none: "blocked"
  LetsIn,            ///< leads to the ports that are open: "inbound", "allows"
  Replica,           ///< copies of what runs, where they are counted: "4 tasks"
  Retaining,         ///< leads to how long data stays: "kept for 30 days"
  Period,            ///< units of such a time
  Plan,              ///< names of the plans that clouds sell: "Premium"
  LanguageKind,      ///< kinds that are programming languages
  FactCue,           ///< what may begin a fact that the text gives of a thing, beside what has a digit
  InstanceSize,      ///< last part of a machine's type: "t3.micro"
  Having,            ///< before "access", says that there is some: "has", "needs"
  Making,            ///< before "a connection", says that there is one: "opens"
  HyphenEnd,         ///< behind a hyphen, makes an adjective of a name: "AWS-ready"
  Later,             ///< labels what is not there yet: "Future: …"
  Choosing,          ///< "chosen": over another one, which is not there
  Library,           ///< last word of what software is made with: "MQTT client library"
  Line,              ///< such connections, beside those called so
  Tier,              ///< before "tier" or "layer", names one: "web", "presentation"
  Hosted,            ///< behind "all", means what a platform runs: "all services"
  Infrastructure,    ///< behind "all", means whatever there is: "all resources"
  Observability,     ///< says that a namespace is there to watch: "monitoring"
  System,            ///< and that it is there for the cluster itself
  Workload,          ///< and that it is there for what the cluster runs: "applications"
  KubernetesName,    ///< names of Kubernetes and of those who offer it
  ProviderWord,      ///< "aws", "azure": in front of a name it only says whose it is
  LayoutFiller,      ///< says nothing of its own in a wish for where a thing stands
  LayoutSection,     ///< headings over such wishes
  Everything,        ///< what a view may show instead of names: "the rest"
  ViewFiller,        ///< stands between the names that a view lists, and names nothing
  ViewSection,       ///< headings over views
  Marker             ///< that only some languages have
};

/// Those of the lists that have a text. Cost of a question: one bit.
class ListSet {
 public:
  constexpr ListSet(std::initializer_list<List> lists) {
    for (const List list : lists) bits_.at(word_of(list)) |= bit_of(list);
  }
  constexpr bool has(List list) const { return (bits_[word_of(list)] & bit_of(list)) != 0; }

 private:
  static constexpr std::size_t kWordBits = 64;
  static constexpr std::size_t word_of(List list) { return static_cast<std::size_t>(list) / kWordBits; }
  static constexpr std::uint64_t bit_of(List list) {
    return std::uint64_t{1} << static_cast<std::size_t>(list) % kWordBits;
  }

  std::array<std::uint64_t, 2> bits_{};
};

/// All that the lexicon has for one text. Rows count from 1 in the table of that name; 0: none.
struct Entry {
  std::uint32_t text_begin;  ///< in the table of texts
  std::uint16_t text_size;
  std::uint16_t classes;  ///< a bit for each WordClass
  ListSet lists;
  std::uint16_t verb_form, attribute, overview, relation, actor, short_form, head;
  std::uint16_t stands_for;  ///< the first of its rows
};

/// Null: the lexicon does not have it. Cost: one hash of the text.
const Entry* find_entry(std::string_view text);

/// A text that has been looked up.
struct Text : std::string {
  const Entry* entry = nullptr;
  explicit Text(std::string_view text) : std::string(text), entry(find_entry(text)) {}

  template <std::size_t Size>
  friend bool operator==(const Text& text, const char (&literal)[Size]) {
    return same_text(text, literal);
  }
};

/// What the questions below are asked about: a text that has been looked up, or any other.
class Query {
 public:
  Query(const Text& text) : text_(text), entry_(text.entry) {}
  template <std::convertible_to<std::string_view> T>
    requires(!std::derived_from<T, Text>)
  Query(const T& text) : text_(text), entry_(find_entry(text_)) {}

  std::string_view text() const { return text_; }
  const Entry* entry() const { return entry_; }
  bool is_in(List list) const { return entry_ && entry_->lists.has(list); }
  bool is_of(WordClass word_class) const {
    return entry_ && (entry_->classes >> static_cast<int>(word_class) & 1U) != 0;
  }

 private:
  std::string_view text_;
  const Entry* entry_;
};

std::span<const Verb> verbs();
std::span<const VerbForm> verb_forms();    ///< sorted by text
std::span<const Pair> attribute_labels();  ///< label -> attribute key; sorted
std::span<const Pair> overview_labels();
std::span<const RelationLabel> relation_labels();  ///< sorted by label
std::span<const ForeignWord> foreign_words();      ///< sorted by language, then text
std::span<const Pair> language_markers();          ///< word that only some languages have -> language; sorted by word
std::span<const EastAsianRow> east_asian_rows();
std::span<const std::string_view> relation_tails();    ///< "access": a label that ends so is one of a relation; sorted
std::span<const Pair> contrast_rows();                 ///< word -> group of words that exclude each other; sorted
std::span<const std::string_view> placement_labels();  ///< "Subnet", "Runs on": where a thing stands; sorted
std::span<const std::string_view> category_labels();   ///< "Compute", "Storage": what follows are the things; sorted
std::span<const Pair> stands_for_rows();               ///< noun -> kind; sorted by noun
std::span<const std::string_view> flow_words();
std::span<const std::string_view> skipped_sections();  ///< headings that are not about the architecture; sorted
std::span<const std::string_view> skipped_starts();    ///< phrases that such a heading begins with
std::span<const std::string_view> name_columns();      ///< headers of a table column that names components; sorted
std::span<const std::string_view> kind_columns();      ///< headers of one that says what they are; sorted
std::span<const std::string_view> weak_columns();  ///< headers that name components only where no other does; sorted
std::span<const std::string_view> list_columns();  ///< headers of one whose cells list components; sorted
std::span<const std::string_view> host_columns();  ///< headers of one that says what things run on; sorted
std::span<const std::string_view> from_columns();  ///< headers of one that says where a connection begins; sorted
std::span<const std::string_view> to_columns();    ///< and where it ends; sorted
std::span<const std::string_view> step_columns();  ///< headers of one that counts what happens; sorted
std::span<const std::string_view> told_columns();  ///< and of one beside it that tells what does; sorted
std::span<const std::string_view>
sequence_words();  ///< "flow", "sequence": a heading with one of them promises an order
std::span<const std::string_view> setting_columns();   ///< headers of one that says what is set; sorted
std::span<const std::string_view> value_columns();     ///< and of the one beside it that says to what; sorted
std::span<const std::string_view> abstract_endings();  ///< "tion", "ity": of nouns for what is done or how it is
std::span<const std::string_view> region_areas();      ///< "us-", "europe-": what the names of regions begin with
std::span<const Group> groups();                       ///< longer ones first
std::span<const CompoundAdjective> compound_adjectives();
std::span<const std::string_view> brands();  ///< "amazon", "azure": in the name of a service, make it the official one
std::span<const Pair> actor_rows();          ///< name -> kind; sorted
std::span<const Pair> short_forms();         ///< "svc" -> "service"; sorted
std::span<const Pair> head_rows();           ///< noun -> kind of what has a name of its own before it; sorted
std::span<const Pair> id_prefixes();         ///< "vnet" of "vnet-hub" -> kind; sorted
std::span<const Pair> looked_into_rows();    ///< kind of a dashboard -> kind of what it shows; the likelier one first
std::span<const PolicyWord> policy_words();
std::span<const PolicyWord> policy_sections();

/// The value of a row counted from 1; empty for 0.
inline std::string_view value_of(std::span<const Pair> (*rows)(), std::uint16_t row) {
  return row > 0 ? rows()[row - 1U].value : std::string_view{};
}

inline const VerbForm* find_verb(Query lower) {
  const Entry* entry = lower.entry();
  return entry && entry->verb_form > 0 ? &verb_forms()[entry->verb_form - 1U] : nullptr;
}
const Verb& verb_of(const VerbForm& form);
/// Empty: not a known setting.
inline std::string_view attribute_for(Query label) {
  return label.entry() ? value_of(attribute_labels, label.entry()->attribute) : std::string_view{};
}
std::string_view overview_for(Query label);
/// The row of a label, or of its last word where that says as much: "log destination", "DynamoDB access".
const RelationLabel* find_relation_label(Query label);
/// "public" and "private", "hub" and "spoke": what is called by one is not what is called by the other.
bool excludes(Query a, Query b);
bool stands_for(Query noun, std::string_view kind);
inline std::string_view actor_kind(Query name) {
  return name.entry() ? value_of(actor_rows, name.entry()->actor) : std::string_view{};
}
inline bool begins_actor(Query word) { return word.is_in(List::ActorStart); }
std::string_view long_form(Query word);                    ///< empty: not a short form
std::string_view id_prefix_kind(std::string_view prefix);  ///< empty: no such prefix
/// The kind of "orders queue" by its head noun; empty: things with such a head have no names of their own.
inline std::string_view head_kind(Query noun) {
  return noun.entry() ? value_of(head_rows, noun.entry()->head) : std::string_view{};
}
/// "stores", "reads": what a single thing does.
inline bool is_third_person(Query lower) {
  const VerbForm* verb = find_verb(lower);
  return verb && verb->tense == Tense::Third;
}
/// "managed", "stateless", "invoked", "reliable": tells no instance from another.
bool is_descriptive(Query lower);

inline bool is_class(Query lower, WordClass word_class) { return lower.is_of(word_class); }
inline bool is_class(Query lower, std::initializer_list<WordClass> any) {
  return std::ranges::any_of(any, [&](WordClass one) { return lower.is_of(one); });
}
inline bool is_generic(Query noun) { return noun.is_in(List::Generic); }
inline bool is_filler(Query word) { return word.is_in(List::Filler); }
inline bool is_group(Query word) { return word.is_in(List::Group); }
inline bool is_feature(Query noun) { return noun.is_in(List::Feature); }
inline bool is_copy(Query noun) { return noun.is_in(List::Copy); }
inline bool is_region(Query name) { return name.is_in(List::Region); }
inline bool tells_region(Query word) { return word.is_in(List::RegionTeller); }
inline bool makes_things(Query kind) { return kind.is_in(List::Technology); }
inline bool is_open(Query kind) { return kind.is_in(List::OpenKind); }
inline bool is_logical(Query word) { return word.is_in(List::Logical); }
inline bool is_file_ending(Query ending) { return ending.is_in(List::FileEnding); }
inline bool is_practice(Query name) { return name.is_in(List::Practice); }
inline bool is_protocol(Query word) { return word.is_in(List::Protocol); }
inline bool is_moved(Query noun) { return noun.is_in(List::Moved); }
inline bool is_travelling(Query noun) { return noun.is_in(List::Travelling); }
inline bool is_instruction(Query lower) { return lower.is_in(List::Instruction); }
inline bool is_activity(Query lower) { return lower.is_in(List::Activity); }
inline bool is_told(Query kind) { return kind.is_in(List::ToldKind); }
inline bool is_role(Query kind) { return kind.is_in(List::RoleKind); }
inline bool is_acting(Query kind) { return kind.is_in(List::ActingKind); }
inline bool is_work(Query noun) { return noun.is_in(List::Work); }
inline bool is_lone(Query noun) { return noun.is_in(List::Lone); }
inline bool is_imperative(Query lower) { return lower.is_in(List::Imperative); }
inline bool is_qualifier(Query word) { return word.is_in(List::Qualifier); }
inline bool is_skipped(Query word) { return word.is_in(List::SkippedWord); }
inline bool tells_costs(Query word) { return word.is_in(List::CostWord); }
inline bool tells_language(Query lower) { return lower.is_in(List::Marker); }
inline bool is_self(Query noun) { return noun.is_in(List::Self); }
inline bool is_contrast(Query lower) { return lower.is_in(List::Contrast); }
inline bool is_whole(Query noun) { return noun.is_in(List::Whole); }
inline bool is_link(Query noun) { return noun.is_in(List::Link); }
inline bool is_everybodys(Query noun) { return noun.is_in(List::Everybodys); }
inline bool is_news(Query noun) { return noun.is_in(List::News); }
inline bool is_own_noun(Query noun) { return noun.is_in(List::OwnNoun); }
inline bool is_genitive(Query lower) { return lower.is_in(List::Genitive); }
inline bool is_occupation(Query noun) { return noun.is_in(List::Occupation); }
inline bool is_runner(Query noun) { return noun.is_in(List::Runner); }
inline bool is_setting(Query noun) { return noun.is_in(List::Setting); }
inline bool is_field(Query noun) { return noun.is_in(List::Field); }
inline bool is_decoration(Query noun) { return noun.is_in(List::Decoration); }
inline bool is_numbering(Query noun) { return noun.is_in(List::Numbering); }
inline bool is_role_tail(Query noun) { return noun.is_in(List::RoleTail); }
inline bool is_drawing(Query noun) { return noun.is_in(List::Drawing); }
inline bool is_sentence_word(Query lower) { return lower.is_in(List::SentenceWord); }
inline bool is_aspect(Query noun) { return noun.is_in(List::Aspect); }
inline bool is_answer(Query lower) { return lower.is_in(List::Answer); }
inline bool is_specification(Query noun) { return noun.is_in(List::Specification); }
inline bool is_element(Query noun) { return noun.is_in(List::Element); }
inline bool is_outcome(Query lower) { return lower.is_in(List::Outcome); }
inline bool is_english(Query lower) { return lower.is_in(List::English); }
inline bool is_place_preposition(Query lower) { return lower.is_in(List::PlacePreposition); }
inline bool is_denial(Query lower) { return lower.is_in(List::Denial); }
inline bool is_reached(Query lower) { return lower.is_in(List::Reached); }
inline bool is_door(Query lower) { return lower.is_in(List::Door); }
inline bool is_shut(Query lower) { return lower.is_in(List::Shut); }
inline bool lets_in(Query lower) { return lower.is_in(List::LetsIn); }
inline bool is_replica(Query noun) { return noun.is_in(List::Replica); }
inline bool retains(Query lower) { return lower.is_in(List::Retaining); }
inline bool is_period(Query noun) { return noun.is_in(List::Period); }
inline bool names_plan(Query lower) { return lower.is_in(List::Plan); }
inline bool is_programming_language(Query kind) { return kind.is_in(List::LanguageKind); }
inline bool begins_fact(Query lower) { return lower.is_in(List::FactCue); }
inline bool is_instance_size(Query lower) { return lower.is_in(List::InstanceSize); }
inline bool has_access(Query lower) { return lower.is_in(List::Having); }
inline bool makes_line(Query lower) { return lower.is_in(List::Making); }
inline bool is_hyphen_end(Query lower) { return lower.is_in(List::HyphenEnd); }
inline bool is_later(Query lower) { return lower.is_in(List::Later); }
inline bool is_choosing(Query lower) { return lower.is_in(List::Choosing); }
inline bool is_library(Query noun) { return noun.is_in(List::Library); }
inline bool is_made_line(Query noun) { return noun.is_in(List::Line); }
inline bool begins_group(Query lower) { return lower.is_in(List::GroupStart); }
inline bool is_tier(Query lower) { return lower.is_in(List::Tier); }
inline bool is_hosted(Query noun) { return noun.is_in(List::Hosted); }
inline bool is_infrastructure(Query noun) { return noun.is_in(List::Infrastructure); }
inline bool is_observability(Query noun) { return noun.is_in(List::Observability); }
inline bool is_system(Query noun) { return noun.is_in(List::System); }
inline bool is_workload(Query noun) { return noun.is_in(List::Workload); }
inline bool names_kubernetes(Query lower) { return lower.is_in(List::KubernetesName); }
inline bool is_provider_word(Query word) { return word.is_in(List::ProviderWord); }
inline bool is_layout_filler(Query lower) { return lower.is_in(List::LayoutFiller); }
inline bool is_layout_section(Query key) { return key.is_in(List::LayoutSection); }
inline bool is_everything(Query lower) { return lower.is_in(List::Everything); }
inline bool is_view_filler(Query word) { return word.is_in(List::ViewFiller); }
inline bool is_view_section(Query key) { return key.is_in(List::ViewSection); }

}  // namespace skydraft::understand::lexicon
