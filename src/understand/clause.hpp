#pragma once

#include <map>

#include "understand/sentence.hpp"

/// One verb with what stands around it, and what it states.
namespace skydraft::understand {

/// What a phrase is to its verb.
enum class Role : std::uint8_t { Object, To, From, Via, By, In, With, For, Behind, Front, Between, Without, Other };

struct Phrase {
  Role role = Role::Object;
  std::string preposition;
  std::vector<Reference> references;
  std::vector<Reference> beside;  ///< the thing that the preposition follows: "a proxy in front of …"
  bool modifier = false;          ///< stands before a noun that it only describes: "Lambda metrics"
  bool attached = false;          ///< "with a firewall attached"
  bool means = false;             ///< "using credentials from": where what it is done with comes from
  bool where = false;             ///< "…, where A puts them"
  bool anew = false;              ///< of another object than the phrase before: "mails through A and texts through B"
  bool early = false;  ///< stands before the verb, beside the subject's noun: "messages in the queue are …"
};

struct Clause {
  const lexicon::Verb* verb = nullptr;
  std::string verb_text;
  bool passive = false;
  bool negated = false;
  bool instruction = false;        ///< told to the reader: "click …", "you can …"
  bool is = false;                 ///< "is": says what the subject is, or what is done to it
  bool relative = false;           ///< "which …": beside what the sentence tells
  bool reduced = false;            ///< "… stored in A": tells of a thing in a clause around it
  bool condition = false;          ///< "when a file arrives in the bucket"
  std::vector<Reference> subject;  ///< things that act, or that something is done to
  bool open = false;               ///< "port 443 open to …"
  bool from_there = false;         ///< "from there": from where what is spoken of has got to
  bool takes_it = false;           ///< "reads it": the object is what was spoken of
  bool subject_modifier = false;   ///< "user requests": the subject is what comes from them
  std::string noun;                ///< the subject's noun, where it is no thing: "requests"
  bool bare_noun = false;          ///< no article stands before it: "events", not "the event"
  bool deed = false;               ///< that noun is what is done: "merging to main"
  bool new_noun = false;           ///< "a message": one that nobody has spoken of
  std::string predicate;           ///< what the subject is or has, where no verb says more: "is the origin of"
  bool predicate_had = false;      ///< "has two origins"
  std::vector<Reference> topic;    ///< what the text spoke of before; acts where nothing else is said to
  std::vector<Phrase> phrases;
  bool loose_object = false;  ///< "metrics that A scrapes": the object is what they come from
  std::string path;
  std::optional<int> tcp_port;
  std::string protocol;
};

Role role_of(std::string_view preposition);
/// Which way the relation between a verb's subject and what this phrase names points.
lexicon::Direction direction_of(const lexicon::Verb& verb, const Phrase& phrase);
/// What it does comes from elsewhere: "receives … from".
bool receives(const lexicon::Verb& verb);
/// Data is put in or on what the phrase names, whatever the verb.
bool takes_data(const Phrase& phrase);
/// What the phrase names are networks or parts of one that hold things: "in the private subnets".
bool is_in_network(const Phrase& phrase);
/// Messages wait in it to be taken out: a queue, a topic, a stream.
bool holds_messages(std::string_view kind);
/// The number at words[at], if it is a port's.
std::optional<int> port_at(const std::vector<Word>& words, std::size_t at);
/// "A with B attached": true if the verb says so of the clause's last phrase, which is then marked.
bool attach(Clause& clause, const lexicon::VerbForm& form);
/// "to one address (the DNS zone → the CDN)": a chain in parentheses begins where the preposition before it leads.
bool lead_to(Clause& clause, std::string_view preposition, const Stated& chain);
/// It takes what comes, and does not say from where: "B subscribes".
bool listens(const Clause& clause);
/// By whom a passive clause is done.
std::vector<Reference> agent_of(const Clause& clause);
/// Where what a passive clause speaks of has got to; else by whom it is done.
std::vector<Reference> destination_of(const Clause& clause);

/// Turns clauses into relations and placements of the draft, and remembers what the sentence has stated so far.
class Meaning {
 public:
  Meaning(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), evidence_(context.span) {}

  void state(const Clause& clause);
  /// What follows is stated by words [from, to).
  void enter(std::size_t from, std::size_t to);
  void end_sentence() {
    trigger_.clear();
    tried_.clear();
    awaits_.clear();
    observer_.clear();
  }
  /// What a part of the text read for itself states.
  const Stated& add(const Stated& inner);
  /// "Both": the last two that acted, of which neither holds the other; fewer, if fewer did.
  std::vector<ComponentId> last_two() const;
  /// Where what the last relation speaks of has got to.
  const std::vector<ComponentId>& reached() const { return out_.targets; }
  /// `topic`: what the text spoke of last.
  Stated take(const std::vector<Reference>& topic) &&;

 private:
  /// What says which of several subjects goes with which of several objects.
  enum class Pairing : std::uint8_t { None, ByMark, ByWord };

  std::vector<ComponentId> ids_of(const std::vector<Reference>& references, bool people = false);
  bool are_people(const std::vector<ComponentId>& ids) const;
  bool is_person(const Reference& reference) const;
  bool uses_something(const Clause& clause);
  const std::vector<ComponentId>& giver();
  std::vector<ComponentId> acting(const Clause& clause);
  bool is_placed(const Clause& clause) const;
  bool defines(const Clause& clause);
  bool is_called(ComponentId id, const std::string& noun);
  std::optional<RelationId> said_of_another(ComponentId a, ComponentId b, const std::vector<ComponentId>& from,
                                            const std::vector<ComponentId>& to);
  void emit(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
            const std::string& preposition);
  void connect(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
               std::string_view verb, const std::string& label);
  bool belong(Pairing pairing, ComponentId a, ComponentId b);
  Pairing pairing_of(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to);
  model::RelationKind kind_between(const lexicon::Verb& verb, ComponentId from);
  std::optional<RelationId> known_above(ComponentId a, ComponentId b);
  void place(const std::vector<ComponentId>& inner, const std::vector<Reference>& holders);
  void active(const Clause& clause, const std::vector<ComponentId>& subject);
  void passive(const Clause& clause, const std::vector<ComponentId>& patient, bool said);
  void passive_phrases(const Clause& clause, const std::vector<ComponentId>& patient,
                       const std::vector<ComponentId>& agent, bool said);
  std::vector<ComponentId> way_there(const Clause& clause);
  std::vector<ComponentId> agents(const Clause& clause, const std::vector<ComponentId>& patient, bool said);
  void grant_access(const Clause& clause);
  void converse(const Clause& clause, const std::vector<ComponentId>& subject);
  void handled(const Clause& clause, const std::vector<ComponentId>& holders, const std::vector<ComponentId>& agent);
  void nominal(const Clause& clause, const std::vector<ComponentId>& subject);
  std::size_t service_behind(const Phrase& phrase, const Clause& clause) const;
  void surroundings(const Clause& clause, const std::vector<ComponentId>& subject);
  bool joins_two(const Clause& clause, const std::vector<ComponentId>& subject);
  void between(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject);
  bool carries(const Phrase& phrase, const Clause& clause, ComponentId subject) const;
  void lead_through(std::vector<ComponentId> from, const std::vector<ComponentId>& through, std::vector<ComponentId> to,
                    const Clause& clause, const std::string& label);
  void parts_of_whole(const Clause& clause);
  void joined_with(const Clause& clause, const std::vector<ComponentId>& subject);
  void admit(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject);
  void put_in(const Clause& clause);
  void arrive(const Clause& clause);
  void enclose(const Clause& clause);
  void take_in(const Clause& clause, const std::vector<ComponentId>& subject);
  void take_over(const Clause& clause, const std::vector<ComponentId>& taker);
  void set_off(const Clause& clause, const std::vector<ComponentId>& subject);
  void await(const Clause& clause, const std::vector<ComponentId>& subject, bool said);
  void note_arrival(const Clause& clause);
  bool are_any(const Phrase& phrase) const;
  void serve(const Clause& clause, const std::vector<ComponentId>& subject);
  void use_topic(const Clause& clause, const std::vector<ComponentId>& actor);
  void pick_up(const Clause& clause, const std::vector<ComponentId>& taker);
  void note_where_it_lies(const Clause& clause, std::size_t relations_before);
  void rest_on(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject);
  std::vector<ComponentId> beside_noun(const Clause& clause);
  bool holds_data(ComponentId id);
  static bool holds_data(const catalogue::Kind& kind);
  bool guards(ComponentId id);
  static bool guards(const catalogue::Kind& kind);
  bool copies(const Clause& clause, const std::vector<ComponentId>& subject, const std::vector<ComponentId>& copy);
  void hand_on(const Clause& clause, const std::vector<ComponentId>& subject, bool carries);
  void made_in(const Clause& clause, const Phrase& where, const std::vector<ComponentId>& subject);
  bool is_pool(const std::vector<ComponentId>& ids) const;
  void contain(const std::vector<ComponentId>& holders, const std::vector<ComponentId>& inner);
  void note(const Phrase& phrase);
  void doubt(const Reference& reference);

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Span evidence_;
  Stated out_;
  std::vector<ComponentId> trigger_;   ///< where the sentence's condition happens
  std::vector<ComponentId> tried_;     ///< who does what the condition says: "If A fails to store it, the event is …"
  std::vector<ComponentId> awaits_;    ///< what starts when the condition that follows comes true
  std::vector<ComponentId> handed_;    ///< who acted in the last relation
  std::vector<ComponentId> lies_;      ///< where what was last spoken of has been put
  std::string lies_noun_;              ///< what that is: "images"
  std::vector<ComponentId> observer_;  ///< who has gathered what "them" may mean: "…; the dashboard shows them"
  std::map<std::uint32_t, std::string_view> rules_;  ///< how a component came to be meant, where that is our inference
};

}  // namespace skydraft::understand
