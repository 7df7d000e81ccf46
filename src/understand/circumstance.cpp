#include <algorithm>
#include <charconv>

#include "understand/classify.hpp"
#include "understand/clause.hpp"
#include "understand/description.hpp"

/// What a clause states beside its verb, or without one: what stands before what, what comes with what, what a
/// condition sets off.
namespace skydraft::understand {

using lexicon::VerbKind;

std::optional<int> port_at(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size() || !is_number(words[at].lower) || words[at].lower.size() > 5) return std::nullopt;
  int value = 0;
  const WordText& digits = words[at].lower;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// By the same letter or number at the end of their names ("Private subnet A", "Route table a"), or by a common word
/// ("Node groups", "Node role").
bool Meaning::belong(Pairing pairing, ComponentId a, ComponentId b) {
  const auto &x = draft_.parts[a.index].words, &y = draft_.parts[b.index].words;
  if (pairing == Pairing::ByMark) return !x.empty() && !y.empty() && x.back() == y.back() && x.back()->size() <= 2;
  if (pairing == Pairing::ByWord)
    return std::ranges::any_of(x, [&](const WordText* word) { return contains(y, *word); });
  return true;
}

/// "Private subnets are associated with private route tables": each with its own.
Meaning::Pairing Meaning::pairing_of(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to) {
  if (from.size() > 1 && from.size() == to.size())
    for (const Pairing pairing : {Pairing::ByMark, Pairing::ByWord})
      if (std::ranges::all_of(from, [&](ComponentId a) {
            return std::ranges::count_if(to, [&](ComponentId b) { return belong(pairing, a, b); }) == 1;
          }))
        return pairing;
  return Pairing::None;
}

bool attach(Clause& clause, const lexicon::VerbForm& form) {
  if (clause.verb || form.tense != lexicon::Tense::Participle || clause.phrases.empty()) return false;
  const std::string_view lemma = lexicon::verb_of(form).lemma;
  const bool joins = lemma == "attach" || lemma == "enable" || lemma == "mount" || lemma == "associate";
  if (clause.phrases.back().role != Role::With || !joins) return false;
  clause.phrases.back().attached = true;
  return true;
}

bool lead_to(Clause& clause, std::string_view preposition, const Stated& chain) {
  if (preposition.empty() || chain.mentioned.empty()) return false;
  Phrase phrase;
  phrase.role = role_of(preposition);
  phrase.preposition = std::string(preposition);
  phrase.references = {Reference{0, 0, {chain.mentioned.front()}, {}, nullptr, {}}};
  clause.phrases.push_back(std::move(phrase));
  return true;
}

/// "The gateway receives the request": from who had it in the step before.
void Meaning::take_over(const Clause& clause, const std::vector<ComponentId>& taker) {
  if (!clause.verb->takes_over) return;
  if (std::ranges::any_of(clause.phrases,
                          [](const Phrase& p) { return p.role == Role::From || !p.references.empty(); }))
    return;
  const auto holds_things = [&](ComponentId id) {
    const catalogue::Category category = draft_.kind(id).category;
    return category == catalogue::Category::Integration || category == catalogue::Category::Storage;
  };
  const bool lies = !context_.stand.empty() && std::ranges::all_of(context_.stand, holds_things);
  const std::vector<ComponentId>& giver = lies ? context_.stand : context_.giver;
  const auto had = [&](ComponentId id) { return std::ranges::find(context_.stand, id) != context_.stand.end(); };
  if (std::ranges::any_of(taker, had)) return;
  connect(giver, taker, clause, "sends", clause.verb_text);
}

/// "Once a message arrives in the queue, the worker reads it": what the condition speaks of sets the reader off.
void Meaning::set_off(const Clause& clause, const std::vector<ComponentId>& subject) {
  if (clause.condition || clause.passive || !clause.takes_it || trigger_.empty() || subject.size() != 1) return;
  for (const ComponentId id : trigger_) {
    const catalogue::Category category = draft_.kind(id).category;
    if (category != catalogue::Category::Integration && category != catalogue::Category::Storage) return;
  }
  connect(trigger_, subject, clause, "triggers", "triggers");
  trigger_.clear();
}

/// What starts by itself here waits for a condition that may follow: "The function runs when a file arrives in the
/// bucket." Once that is read, it sets it off.
void Meaning::await(const Clause& clause, const std::vector<ComponentId>& subject, bool said) {
  if (clause.condition) {
    if (trigger_.empty() && clause.verb && clause.verb->starts && clause.phrases.empty() && !clause.passive)
      trigger_ = subject;
    if (awaits_.empty() || trigger_.empty()) return;
    connect(trigger_, awaits_, clause, "triggers", "triggers");
    trigger_.clear();
    awaits_.clear();
    return;
  }
  if (!clause.verb || !said) return;
  const bool aimed =
      std::ranges::any_of(clause.phrases, [](const Phrase& p) { return p.role == Role::Object || p.role == Role::By; });
  const bool told = clause.verb->kind == VerbKind::Flow && !subject.empty() &&
                    draft_.kind(subject.front()).category == catalogue::Category::Integration;
  // "When an alarm fires, the topic notifies …"
  const bool alarmed =
      !trigger_.empty() && draft_.kind(trigger_.front()).category == catalogue::Category::Observability;
  if (told && alarmed && trigger_ != subject) {
    connect(trigger_, subject, clause, "triggers", "triggers");
    trigger_.clear();
  }
  const bool starts = clause.passive ? clause.verb->kind == VerbKind::Flow &&
                                           clause.verb->object == lexicon::Direction::Forward && !aimed
                                     : (clause.verb->starts && !aimed) || told;
  awaits_ = starts ? subject : std::vector<ComponentId>{};
  if (!clause.passive && clause.verb->kind == VerbKind::Monitors) observer_ = subject;
}

/// "is a database for mobile and web apps": what such a database is good for.
bool Meaning::are_any(const Phrase& phrase) const {
  const auto& references = phrase.references;
  if (references.empty() || references.front().from == 0 ||
      words_[references.front().from - 1].lower != phrase.preposition ||
      !std::ranges::all_of(references, [](const Reference& r) { return r.ids.empty(); }))
    return false;
  std::size_t last = references.back().to - 1;
  if (is_word(words_, last + 1) && words_[last + 1].lower == "and") last += 2;
  while (is_word(words_, last) && !words_[last].plural && is_plain_noun(words_, last + 1)) ++last;
  return is_word(words_, last) && words_[last].plural;
}

/// "Sessions for A" in a store, "the store caches results for A", "is the cache of A": A uses the store.
void Meaning::serve(const Clause& clause, const std::vector<ComponentId>& subject) {
  if (subject.size() != 1 || clause.passive || clause.subject_modifier) return;
  const lexicon::RelationLabel* label =
      clause.verb || clause.predicate.empty() ? nullptr : lexicon::find_relation_label(clause.predicate);
  const bool stores = (clause.verb ? clause.verb->kind == VerbKind::Flow || clause.verb->kind == VerbKind::Contains
                                   : !clause.predicate.empty()) &&
                      holds_data(subject.front());
  if (!label && !stores) return;
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.modifier || (phrase.early && clause.verb)) continue;
    const bool gives = clause.verb && phrase.role == Role::Object && clause.verb->lemma == "provide";
    const bool users =
        phrase.role == Role::For || gives || (!clause.verb && (phrase.role == Role::By || phrase.preposition == "of"));
    if (!users) continue;
    if (!clause.verb && !clause.predicate_had && are_any(phrase)) continue;
    std::vector<ComponentId> ids = ids_of(phrase.references);
    std::erase_if(ids, [&](ComponentId id) { return draft_.holds(id); });
    const bool own = clause.predicate_had;  // "A has two origins: B and C"
    const bool forward = label && label->direction == lexicon::Direction::Backward ? !own : own;
    if (forward)
      connect(subject, ids, clause, "uses", label ? std::string(label->label) : "uses");
    else
      connect(ids, subject, clause, "uses", label ? std::string(label->label) : "uses");
  }
}

/// Under a topic: "A publishes, B subscribes": to and from that.
void Meaning::use_topic(const Clause& clause, const std::vector<ComponentId>& actor) {
  if (context_.actors || !clause.phrases.empty() || clause.subject.empty() || context_.subject.size() != 1) return;
  const ComponentId topic = context_.subject.front();
  if (!holds_messages(draft_.builder[topic].kind) || std::ranges::find(actor, topic) != actor.end()) return;
  const bool takes = std::ranges::any_of(clause.verb->prepositions, [](const lexicon::Preposition& row) {
    return row.direction == lexicon::Direction::Backward;
  });
  if (takes)
    connect({topic}, actor, clause, "sends", clause.verb_text);
  else if (clause.verb->kind == VerbKind::Flow && clause.verb->object == lexicon::Direction::Carried)
    connect(actor, {topic}, clause, "sends", clause.verb_text);
}

/// "A publishes to the queue. B subscribes."
bool listens(const Clause& clause) {
  return clause.verb && !clause.passive && clause.phrases.empty() && clause.verb->object == lexicon::Direction::None &&
         std::ranges::any_of(clause.verb->prepositions, [](const lexicon::Preposition& row) {
           return row.word == "to" && row.direction == lexicon::Direction::Backward;
         });
}

/// "…, where A picks them up", "A consumes it": what the text has put in a queue or a store; "A shows them": what is
/// gathered.
void Meaning::pick_up(const Clause& clause, const std::vector<ComponentId>& taker) {
  const auto aims = [&](const Phrase& p) {  // "stores them in A": where they go, not where they come from
    return p.role == Role::Object ||
           ((p.role == Role::In || p.role == Role::To) && direction_of(*clause.verb, p) == lexicon::Direction::Forward);
  };
  const bool waits = !lies_.empty() && taker != handed_ && std::ranges::all_of(lies_, [&](ComponentId id) {
    return holds_messages(draft_.builder[id].kind);
  });
  if (!(clause.takes_it || listens(clause)) || (!waits && std::ranges::any_of(clause.phrases, aims))) return;
  if (clause.verb->kind == VerbKind::Monitors && !observer_.empty() && observer_ != taker) {
    emit(taker, observer_, clause, {});
    return;
  }
  // "The pipeline stores the model in A. The scheduler starts it": what acted, not where its work lies.
  if (clause.verb->starts && !lies_.empty()) {
    for (std::size_t i = out_.subjects.size(); i-- > 0;)
      if (!holds_data(out_.subjects[i]) && std::ranges::find(taker, out_.subjects[i]) == taker.end()) {
        emit(taker, {out_.subjects[i]}, clause, {});
        return;
      }
    return;
  }
  // "… stores metadata in A. The CDN serves the pictures": these lie elsewhere.
  const auto is = [&](ComponentId id, std::string_view noun) {
    return lexicon::stands_for(noun, draft_.builder[id].kind);
  };
  if (taker.size() == 1 && !lies_.empty() && is(taker.front(), "cdn") && is(lies_.front(), "database")) return;
  if (taker == handed_ || clause.verb->kind == VerbKind::Contains || clause.verb->kind == VerbKind::Deploys) return;
  handled(clause, lies_, taker);
}

/// "Images are stored in A", "A puts jobs on B": from there they will be taken.
void Meaning::note_where_it_lies(const Clause& clause, std::size_t relations_before) {
  if (!clause.verb || clause.condition) return;
  std::vector<ComponentId> places;
  const bool puts = clause.verb->kind == VerbKind::Flow && clause.verb->object != lexicon::Direction::Backward;
  if (puts && out_.relations.size() > relations_before) places = out_.targets;
  for (const Phrase& phrase : clause.phrases)
    if (places.empty() && !phrase.modifier &&
        (phrase.role == Role::In || phrase.role == Role::To || (phrase.role == Role::Via && puts)))
      if (std::ranges::all_of(phrase.references,
                              [&](const Reference& r) { return !r.ids.empty() || (r.kind && holds_data(*r.kind)); }))
        places = ids_of(phrase.references);
  if (places.empty() || !std::ranges::all_of(places, [&](ComponentId id) { return holds_data(id); })) return;
  lies_ = std::move(places);
  lies_noun_ = clause.noun;
}

/// "A on top of B"
void Meaning::rest_on(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject) {
  const std::vector<ComponentId> upper = phrase.beside.empty() ? subject : ids_of(phrase.beside);
  const std::vector<ComponentId> base = ids_of(phrase.references);
  if (std::ranges::any_of(base, [&](ComponentId id) { return draft_.holds(id); }))
    place(upper, phrase.references);
  else
    connect(upper, base, clause, "uses", "on top of");
}

/// "Access to A is limited to B": B reaches A.
void Meaning::grant_access(const Clause& clause) {
  if (clause.noun != "access" || clause.phrases.size() < 2 || clause.phrases.front().role != Role::To) return;
  const std::vector<ComponentId> target = ids_of(clause.phrases.front().references);
  for (const Phrase& phrase : std::span(clause.phrases).subspan(1))
    if (phrase.role == Role::To || phrase.role == Role::From || phrase.role == Role::By || phrase.role == Role::Via)
      connect(ids_of(phrase.references), target, clause, "accesses", "access");
}

/// "A and B communicate": the first with the others.
void Meaning::converse(const Clause& clause, const std::vector<ComponentId>& subject) {
  const lexicon::Verb& verb = *clause.verb;
  const bool mutual = verb.kind == VerbKind::Flow && verb.object == lexicon::Direction::None &&
                      std::ranges::any_of(verb.prepositions, [](const lexicon::Preposition& row) {
                        return row.word == "with" && row.direction == lexicon::Direction::Forward;
                      });
  if (mutual && clause.phrases.empty() && subject.size() > 1)
    emit({subject.front()}, {subject.begin() + 1, subject.end()}, clause, {});
}

/// Beside a noun that is no thing itself: "a job in A exports …", "alarms in A notify …", "uploads to A trigger …".
std::vector<ComponentId> Meaning::beside_noun(const Clause& clause) {
  if (clause.noun.empty() || !clause.verb) return {};
  for (const Phrase& phrase : clause.phrases) {
    if (!phrase.early || phrase.modifier) continue;
    const bool in = phrase.role == Role::In;
    if (!in && !(phrase.role == Role::To && clause.verb->starts)) continue;
    std::vector<ComponentId> ids = ids_of(phrase.references);
    std::erase_if(ids, [&](ComponentId id) { return draft_.holds(id); });
    if (!ids.empty()) return ids;
  }
  return {};
}

bool Meaning::holds_data(ComponentId id) { return holds_data(draft_.kind(id)); }

bool Meaning::holds_data(const catalogue::Kind& kind) {
  return is_store(kind) || holds_messages(kind.id) || kind.id.find("cache") != std::string_view::npos ||
         kind.id.find("secret") != std::string_view::npos || kind.id.find("vault") != std::string_view::npos;
}

/// Filters what reaches others: a firewall, a security group.
bool Meaning::guards(ComponentId id) { return guards(draft_.kind(id)); }

bool Meaning::guards(const catalogue::Kind& kind) {
  for (const std::string_view word :
       {"waf", "shield", "firewall", "security-group", "nsg", "ddos", "armor", "network-policy"})
    if (kind.id.find(word) != std::string_view::npos) return true;
  return false;
}

/// "A with B attached", "a CDN with a firewall", "connects using credentials from A".
void Meaning::joined_with(const Clause& clause, const std::vector<ComponentId>& subject) {
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.means && clause.verb) {
      const std::vector<ComponentId> agent = clause.passive ? ids_of(agent_of(clause)) : subject;
      connect(agent.empty() ? subject : agent, ids_of(phrase.references), clause, "uses", "uses");
    }
    if (phrase.role != Role::With || phrase.references.empty()) continue;
    const catalogue::Kind* with = phrase.references.front().kind;
    const bool filter =
        with && !clause.verb &&
        (with->id.find("waf") != std::string_view::npos || with->id.find("firewall") != std::string_view::npos);
    if (!phrase.attached && !filter) continue;
    const std::vector<ComponentId> holders = phrase.beside.empty() ? subject : ids_of(phrase.beside);
    std::vector<ComponentId> guards_of, used;
    for (const ComponentId id : ids_of(phrase.references)) {
      const bool role = draft_.kind(id).category == catalogue::Category::Security;
      if (guards(id) || (phrase.attached && role))
        guards_of.push_back(id);
      else if (phrase.attached)
        used.push_back(id);
    }
    connect(guards_of, holders, clause, "protects", "protects");
    connect(holders, used, clause, "uses", "attached");
  }
}

/// "8080 from the balancer's group", "source from GitHub": what a firewall lets in, and what a definition names as
/// where its input comes from.
void Meaning::admit(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject) {
  const bool input = clause.noun.empty() && context_.definition;
  if (subject.size() != 1 || phrase.modifier || !(guards(subject.front()) || input)) return;
  if (!guards(subject.front()) && (phrase.references.empty() || !phrase.references.front().named)) return;
  connect(ids_of(phrase.references), subject, clause, "reaches", guards(subject.front()) ? "allowed" : "source");
}

/// "The solution uses X and Y": the document is about these, whatever they do.
void Meaning::parts_of_whole(const Clause& clause) {
  if (!clause.verb || clause.passive || (!clause.noun.empty() && !lexicon::is_whole(clause.noun))) return;
  const VerbKind kind = clause.verb->kind;
  if (kind != VerbKind::Contains && kind != VerbKind::Uses && kind != VerbKind::Deploys && kind != VerbKind::Depends)
    return;
  if (clause.noun.empty() && !acting(clause).empty()) return;
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.role != Role::Object || phrase.modifier) continue;
    std::vector<Reference> named;
    for (const Reference& reference : phrase.references)
      if (reference.named) named.push_back(reference);
    const std::vector<ComponentId> ids = ids_of(named);
    out_.mentioned.insert(out_.mentioned.end(), ids.begin(), ids.end());
    for (const ComponentId id : ids) draft_.evidence(id, evidence_);
  }
}

/// A relation that no verb of the clause states.
void Meaning::connect(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
                      std::string_view verb, const std::string& label) {
  Clause stated = clause;
  stated.verb = &lexicon::verb_of(*lexicon::find_verb(verb));
  stated.verb_text = label;
  emit(from, to, stated, {});
}

/// "A calls a service behind B": where the noun stands of whatever is behind it; 0: nothing is.
std::size_t Meaning::service_behind(const Phrase& phrase, const Clause& clause) const {
  if (phrase.role != Role::Behind || !phrase.beside.empty() || phrase.references.empty()) return 0;
  if (!clause.verb || clause.passive || clause.verb->kind != VerbKind::Flow) return 0;
  constexpr std::size_t kArticle = 3;  // words between the preposition and its noun
  std::size_t at = phrase.references.front().from;
  for (std::size_t n = 0; n < kArticle && at > 0 && words_[at].lower != "behind"; ++n) --at;
  if (at == 0 || words_[at].lower != "behind" || !is_word(words_, at - 1)) return 0;
  const WordText& noun = words_[at - 1].norm;
  return lexicon::head_kind(noun).empty() || lexicon::is_travelling(noun) ? 0 : at - 1;
}

/// "A in front of B", "A behind B", "the connection between A and B": said without the verb's help.
void Meaning::surroundings(const Clause& clause, const std::vector<ComponentId>& subject) {
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.modifier) continue;
    if (phrase.preposition == "on top of") rest_on(phrase, clause, subject);
    if (phrase.role == Role::Front || phrase.role == Role::Behind) {
      // "A runs on B behind C": C is in front of A.
      const bool hosted = clause.verb && clause.verb->kind == VerbKind::Contains && subject.size() == 1 &&
                          !draft_.holds(subject.front());
      // "A in the subnets, behind C": nor are the subnets behind it.
      std::vector<ComponentId> inner = phrase.beside.empty() || hosted ? subject : ids_of(phrase.beside);
      if (!subject.empty() && std::ranges::all_of(inner, [&](ComponentId id) { return is_network(draft_.kind(id)); }))
        inner = subject;
      const std::vector<ComponentId> other = ids_of(phrase.references);
      // "Behind C are A and B"
      const bool inverted = phrase.role == Role::Behind && phrase.beside.empty() && clause.is && !clause.verb &&
                            !clause.subject.empty() && !phrase.references.empty() &&
                            phrase.references.front().from < clause.subject.front().from;
      if (inverted) {
        std::vector<ComponentId> behind = subject;
        if (other.empty()) continue;
        behind.insert(behind.end(), other.begin() + 1, other.end());
        connect({other.front()}, behind, clause, "fronts", "in front of");
        continue;
      }
      if (const std::size_t noun = service_behind(phrase, clause); noun > 0 && !other.empty()) {
        connect(subject, {other.front()}, clause, "calls", clause.verb_text);
        const auto service = reference_at(draft_, words_, noun, text_, context_.section);
        if (service && service->ids.size() == 1)
          connect({other.front()}, service->ids, clause, "fronts", "in front of");
        continue;
      }
      if (phrase.role == Role::Front) {
        connect(inner, other, clause, "fronts", "in front of");
      } else if (!other.empty()) {  // "behind the CDN and the balancer": the CDN is the outer one
        for (std::size_t i = 0; i + 1 < other.size(); ++i)
          connect({other[i]}, {other[i + 1]}, clause, "fronts", "in front of");
        connect({other.back()}, inner, clause, "fronts", "in front of");
      }
    }
    if (phrase.role == Role::Between) between(phrase, clause, subject);
  }
}

/// "a network with two subnets", "The cluster has a node group": what belongs in the one is there, and so is the one.
void Meaning::enclose(const Clause& clause) {
  for (const Phrase& phrase : clause.phrases) {
    const std::vector<Reference>& around = phrase.beside.empty() && !clause.verb ? clause.subject : phrase.beside;
    if (phrase.role != Role::With || phrase.modifier || around.size() != 1) continue;
    const Reference& holder = around.front();
    const catalogue::Kind* kind = kind_of(draft_, holder);
    if (!kind || kind->holds == catalogue::Holds::NotAContainer) continue;
    // "contains a subnet with A": whatever A is, it is in the subnet.
    const bool contains = clause.verb && clause.verb->kind == VerbKind::Contains;
    std::vector<Reference> inner = phrase.references;
    std::erase_if(inner, [&](const Reference& r) {
      const catalogue::Kind* own = kind_of(draft_, r);
      if (own && own->holds == catalogue::Holds::NotAContainer) return !contains;
      return !own || std::ranges::find(own->inside, kind->id) == own->inside.end();
    });
    if (!inner.empty()) place(ids_of(inner), {holder});
  }
}

/// "A is the entry point for user traffic", "is used as the door for requests from users": they come to it.
void Meaning::take_in(const Clause& clause, const std::vector<ComponentId>& subject) {
  const bool is = clause.is && (!clause.verb || (clause.passive && clause.verb->lemma == "use"));
  if (!is || subject.size() != 1 || clause.condition) return;
  for (const Phrase& phrase : clause.phrases) {
    const bool people = std::ranges::all_of(
        phrase.references, [](const Reference& r) { return r.kind && r.kind->category == catalogue::Category::Actor; });
    if (phrase.role != Role::For || !phrase.modifier || !people || phrase.references.empty()) continue;
    if (lexicon::is_travelling(words_[phrase.references.back().to].norm))
      connect(ids_of(phrase.references, true), subject, clause, "uses", {});
  }
}

/// No verb: "upload of logs from A to B", "in the private subnets".
void Meaning::nominal(const Clause& clause, const std::vector<ComponentId>& subject) {
  const Phrase* from = nullptr;
  bool screened = false;
  for (const Phrase& phrase : clause.phrases) {
    // "A behind a balancer in the public subnets": that is where the balancer stands.
    const bool screen = screened && !phrase.beside.empty();
    // "WAF on the CDN and the balancer"
    if (phrase.preposition == "on" && !phrase.modifier && subject.size() == 1 && guards(subject.front()))
      connect(subject, ids_of(phrase.references), clause, "protects", "protects");
    else if (phrase.role == Role::In && !phrase.modifier)
      place(screen ? ids_of(phrase.beside) : subject, phrase.references);
    screened = phrase.role == Role::Behind;
    if (phrase.role == Role::From && !phrase.modifier) from = &phrase;
    if (phrase.role == Role::To && !phrase.modifier && from) {
      connect(ids_of(from->references), ids_of(phrase.references), clause, "connects", clause.noun);
      from = &phrase;
    }
    note(phrase);
  }
  const bool onward = std::ranges::any_of(clause.phrases, [](const Phrase& p) { return p.role == Role::To; });
  if (from && !onward) admit(*from, clause, subject);
  for (const Phrase& phrase : clause.phrases)
    if (clause.open && phrase.role == Role::To && subject.size() == 1 && guards(subject.front()))
      admit(phrase, clause, subject);
}

}  // namespace skydraft::understand
