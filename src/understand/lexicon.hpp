#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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
  bool causative;  ///< "allows A to reach B"
  bool weak;       ///< says little by itself: counts only with a component on both sides
  bool starts;     ///< sets its object to work, which then goes on: "triggers"
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

struct RelationLabel {
  std::string_view label;
  Direction direction;
  VerbKind kind;
};

struct PolicyWord {
  std::string_view word;
  model::PolicyKind kind;
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

struct WordClassRow {
  std::string_view word;
  WordClass word_class;
};

std::span<const Verb> verbs();
std::span<const VerbForm> verb_forms();    ///< sorted by text
std::span<const Pair> attribute_labels();  ///< label -> attribute key; sorted
std::span<const Pair> overview_labels();
std::span<const RelationLabel> relation_labels();      ///< sorted by label
std::span<const std::string_view> placement_labels();  ///< "Subnet", "Runs on": where a thing stands; sorted
std::span<const std::string_view> category_labels();   ///< "Compute", "Storage": what follows are the things; sorted
std::span<const Pair> stands_for_rows();               ///< noun -> kind; sorted by noun
std::span<const std::string_view> generic_nouns();
std::span<const std::string_view> filler_words();
std::span<const std::string_view> group_words();
std::span<const std::string_view> feature_nouns();
std::span<const std::string_view> flow_words();
std::span<const std::string_view> skipped_sections();  ///< headings that are not about the architecture; sorted
std::span<const std::string_view> skipped_words();     ///< words of a heading that make it one of these; sorted
std::span<const std::string_view> skipped_starts();    ///< phrases that such a heading begins with
std::span<const std::string_view> imperatives();       ///< verbs that instructions begin with; sorted
std::span<const std::string_view> qualifiers();        ///< "(optional)": what a parenthesis says about a name; sorted
std::span<const std::string_view> copy_nouns();        ///< what a second one of a thing is called
std::span<const std::string_view>
technologies();  ///< kinds that things are made with, beside the catalogue's frameworks
std::span<const std::string_view> name_columns();  ///< headers of a table column that names components; sorted
std::span<const std::string_view> kind_columns();  ///< headers of one that says what they are; sorted
std::span<const std::string_view> weak_columns();  ///< headers that name components only where no other does; sorted
std::span<const std::string_view> list_columns();  ///< headers of one whose cells list components; sorted
std::span<const std::string_view> host_columns();  ///< headers of one that says what things run on; sorted
std::span<const std::string_view> from_columns();  ///< headers of one that says where a connection begins; sorted
std::span<const std::string_view> to_columns();    ///< and where it ends; sorted
std::span<const std::string_view>
cost_columns();                      ///< words of a header that make the table one of costs or plans; sorted
std::span<const Pair> actor_rows();  ///< name -> kind; sorted
std::span<const std::string_view> open_kinds();         ///< kinds under whose heading any name is an instance
std::span<const std::string_view> logical_groups();     ///< last words of drawn boxes that only group; sorted
std::span<const Pair> short_forms();                    ///< "svc" -> "service"; sorted
std::span<const std::string_view> file_endings();       ///< "yml", "tf", …; sorted
std::span<const std::string_view> practices();          ///< that people draw, and that are no things; sorted
std::span<const std::string_view> protocols();          ///< that a chain of arrows may name between two things; sorted
std::span<const WordClassRow> word_classes();           ///< sorted by word
std::span<const std::string_view> descriptive_words();  ///< say what a thing is like, not which one it is; sorted
std::span<const Pair> head_rows();                     ///< noun -> kind of what has a name of its own before it; sorted
std::span<const std::string_view> moved_words();       ///< what goes from one thing to another: requests, messages
std::span<const std::string_view> travelling_words();  ///< of those, what goes on from where it has got to
std::span<const std::string_view> instruction_words();  ///< what a reader is told to do: "click"
std::span<const std::string_view> activity_words();     ///< headings that begin so instruct: "Deploying …"
std::span<const std::string_view> acting_kinds();       ///< those that a sentence may name so where they act
std::span<const std::string_view> role_kinds();         ///< unbranded kinds that a sentence may name by their noun
std::span<const std::string_view> self_words();         ///< "the service": the thing that the text speaks of
std::span<const std::string_view> whole_words();        ///< "the solution": all that the document describes
std::span<const PolicyWord> policy_words();
std::span<const PolicyWord> policy_sections();

const VerbForm* find_verb(std::string_view lower);
const Verb& verb_of(const VerbForm& form);
std::string_view attribute_for(std::string_view label);  ///< empty: not a known setting
std::string_view overview_for(std::string_view label);
const RelationLabel* find_relation_label(std::string_view label);
bool stands_for(std::string_view noun, std::string_view kind);
bool is_generic(std::string_view noun);
bool is_filler(std::string_view word);
bool is_group(std::string_view word);
bool is_feature(std::string_view noun);
bool is_copy(std::string_view noun);
bool is_open(std::string_view kind);
std::string_view actor_kind(std::string_view name);
bool is_logical(std::string_view word);
std::string_view long_form(std::string_view word);  ///< empty: not a short form
bool is_file_ending(std::string_view ending);
bool is_practice(std::string_view name);
bool is_protocol(std::string_view word);
bool is_class(std::string_view lower, WordClass word_class);
/// The kind of "orders queue" by its head noun; empty: things with such a head have no names of their own.
std::string_view head_kind(std::string_view noun);
/// "managed", "stateless", "invoked", "reliable": tells no instance from another.
bool is_descriptive(std::string_view lower);
bool is_moved(std::string_view noun);
bool is_travelling(std::string_view noun);
bool is_instruction(std::string_view lower);
bool is_activity(std::string_view lower);
bool is_role(std::string_view kind);
bool is_acting(std::string_view kind);
bool is_self(std::string_view noun);
bool is_whole(std::string_view noun);

}  // namespace skydraft::understand::lexicon
