#include "understand/clause.hpp"

#include <algorithm>

#include "understand/classify.hpp"

/// What a clause in the active states: what its subject does to what, and where that leads.
namespace skydraft::understand {

using lexicon::Direction;
using lexicon::Verb;
using lexicon::VerbKind;

namespace {

/// "via its managed identity": with what one comes in, not where one passes.
bool is_identity(const Phrase& phrase) {
  return !phrase.references.empty() && std::ranges::all_of(phrase.references, [](const Reference& r) {
    if (!r.kind || r.kind->category != catalogue::Category::Security) return false;
    return r.kind->id.find("identity") != std::string_view::npos || r.kind->id.find("role") != std::string_view::npos ||
           r.kind->id.find("iam") != std::string_view::npos || r.kind->id.find("account") != std::string_view::npos;
  });
}

/// "The VPC places the nodes in private subnets"
bool puts(const Verb& verb) { return verb.lemma == "place" || verb.lemma == "put"; }

/// "calls a REST API on the gateway": what has no name of its own is acted on where it is.
bool called_on(const Clause& clause, const Phrase& phrase) {
  const Verb& verb = *clause.verb;
  if (phrase.preposition != "on" || phrase.modifier || phrase.early || !phrase.beside.empty() ||
      verb.kind != VerbKind::Flow || verb.object != Direction::Forward)
    return false;
  const bool named = std::ranges::any_of(clause.phrases, [](const Phrase& p) { return p.role == Role::Object; });
  return !named && std::ranges::all_of(phrase.references, [](const Reference& r) {
    return r.kind && (hands_on(*r.kind) || r.kind->category == catalogue::Category::Application);
  });
}

/// "consumes", "listens to": what is acted on comes to who acts.
bool receives_object(const Verb& verb) {
  return verb.kind == VerbKind::Flow && (verb.object == Direction::Backward || receives(verb));
}

}  // namespace

void Meaning::active(const Clause& clause, const std::vector<ComponentId>& subject) {
  const Verb& verb = *clause.verb;
  std::vector<ComponentId> from = subject;
  // "API traffic enters through the balancer": it is bound for the API, and comes from elsewhere.
  if (clause.subject_modifier && lexicon::is_travelling(clause.noun) && std::ranges::all_of(from, [&](ComponentId id) {
        return draft_.kind(id).category == catalogue::Category::Application;
      }))
    from.clear();
  // "Traffic reaches A through B", where that is where it has got to: it comes from B.
  if (lexicon::is_travelling(clause.noun) && std::ranges::any_of(clause.phrases, [&](const Phrase& p) {
        return !p.modifier && direction_of(verb, p) == Direction::Forward && ids_of(p.references) == from;
      }))
    from.clear();
  // "A reaches C via B": A -> B, then B -> C, whichever is said first.
  for (const Phrase& phrase : clause.phrases) {
    const Direction direction = direction_of(verb, phrase);
    if (direction != Direction::Via || is_identity(phrase)) continue;
    const std::vector<ComponentId> via = ids_of(phrase.references);
    if (via.empty()) continue;
    if (phrase.anew) from = subject;
    const bool people = from.empty() || draft_.kind(from.front()).category == catalogue::Category::Actor;
    if (!lexicon::is_travelling(clause.noun) && !people) {
      emit(from, via, clause, phrase.preposition);
      from = via;
      continue;
    }
    for (const ComponentId id : via) {  // requests pass one after the other: "through the CDN and the balancer"
      emit(from, {id}, clause, phrase.preposition);
      from = {id};
    }
  }
  if (from.empty()) {
    if (lexicon::is_whole(clause.noun) &&
        (verb.kind == VerbKind::Contains || verb.kind == VerbKind::Deploys || puts(verb)))
      put_in(clause);
    // "When a file lands in A, an event starts B"
    if (lexicon::is_moved(clause.noun) && verb.starts && !trigger_.empty())
      for (const Phrase& phrase : clause.phrases)
        if (phrase.role == Role::Object && !phrase.modifier) emit(trigger_, ids_of(phrase.references), clause, {});
    if (lexicon::is_travelling(clause.noun) && context_.subject.empty()) arrive(clause);
    return;
  }
  if (joins_two(clause, from)) return;
  if (clause.from_there && out_.targets != from) connect(out_.targets, from, clause, "sends", clause.verb_text);
  take_over(clause, from);
  pick_up(clause, from);
  use_topic(clause, from);
  converse(clause, from);
  const bool carries = std::ranges::any_of(clause.phrases, [&](const Phrase& p) {
    return p.role != Role::Object && direction_of(verb, p) == Direction::Forward;
  });
  hand_on(clause, from, carries);
  // "The database's firewall allows PostgreSQL from the API": what passes, and whose it is.
  const bool passes =
      guards(from.front()) && std::ranges::any_of(clause.phrases, [](const Phrase& p) { return p.role == Role::From; });
  if (puts(verb)) put_in(clause);
  for (const Phrase& phrase : clause.phrases) {
    if (passes && phrase.role == Role::Object) continue;
    Direction direction = direction_of(verb, phrase);
    // "receives GitHub events", "a bucket storing the balancer's logs"
    const bool keeps = verb.kind == VerbKind::Flow && verb.object == Direction::Carried &&
                       std::ranges::all_of(from, [&](ComponentId id) { return holds_data(id); });
    if (phrase.modifier && phrase.role == Role::Object && (receives(verb) || keeps)) {
      std::vector<ComponentId> source = ids_of(phrase.references);
      std::erase_if(source, [&](ComponentId id) {
        return keeps && (draft_.kind(id).category == catalogue::Category::Actor || holds_data(id));
      });
      emit(source, from, clause, {});
      continue;
    }
    if (direction == Direction::Via) continue;
    if (direction == Direction::None && called_on(clause, phrase)) direction = Direction::Forward;
    if (clause.loose_object && &phrase == &clause.phrases.front() &&
        (verb.kind == VerbKind::Contains || verb.kind == VerbKind::Deploys))
      continue;
    // "monitors RDS metrics" watches RDS; "updates Lambda code" does not act on Lambda.
    const bool roles = verb.kind == VerbKind::Deploys && std::ranges::all_of(phrase.references, [](const Reference& r) {
                         return r.kind && r.kind->category == catalogue::Category::Database;
                       });  // "provisions database roles" does act on the database
    if (phrase.modifier && phrase.role == Role::Object && guards(from.front()) && verb.lemma == "control") {
      connect(from, ids_of(phrase.references), clause, "protects",
              clause.verb_text);  // "controls the cluster's traffic"
      continue;
    }
    if (phrase.modifier && phrase.role == Role::Object && verb.kind != VerbKind::Monitors && !roles) continue;
    if (verb.causative && phrase.role == Role::Object) direction = Direction::Backward;
    // "processes the queue": what lies in it comes to whoever does.
    if (phrase.role == Role::Object && direction == Direction::Carried && receives(verb) && !carries &&
        std::ranges::all_of(phrase.references,
                            [&](const Reference& r) { return r.kind && holds_messages(r.kind->id); }))
      direction = Direction::Backward;
    // "sends users a receipt"
    const bool people = phrase.role == Role::Object && verb.kind == VerbKind::Flow && !phrase.modifier &&
                        std::ranges::all_of(phrase.references, [](const Reference& r) {
                          return r.kind && r.kind->category == catalogue::Category::Actor;
                        });
    if (direction == Direction::Carried && people && !carries) {
      const std::vector<ComponentId> whom = ids_of(phrase.references, true);
      const bool led = verb.lemma == "route" || verb.lemma == "direct" || verb.lemma == "redirect";
      if (led)  // "A routes users to B": they come to it first
        emit(whom, from, clause, {});
      else
        emit(from, whom, clause, {});
      continue;
    }
    if (direction == Direction::Carried)
      direction = !carries && phrase.role == Role::Object && takes_data(phrase) &&
                          (verb.kind == VerbKind::Flow || verb.kind == VerbKind::Uses)
                      ? Direction::Forward
                      : Direction::None;
    if (direction == Direction::Forward && phrase.role == Role::Object && carries && verb.kind == VerbKind::Deploys)
      direction = Direction::None;
    if (direction == Direction::Contains) {
      made_in(clause, phrase, from);
      continue;
    }
    if (direction == Direction::None) {
      if (phrase.role == Role::In && !phrase.beside.empty() && verb.kind != VerbKind::Uses)
        place(ids_of(phrase.beside), phrase.references);
      else if (phrase.role == Role::In && phrase.early && phrase.beside.empty() && !phrase.modifier)
        place(subject, phrase.references);  // "Inside the cluster, A calls …"
      note(phrase);
      continue;
    }
    // "sends alarms to the operators", "notifies the operators"
    const bool notified = phrase.role == Role::Object && direction == Direction::Forward && !verb.causative;
    const bool told = verb.kind == VerbKind::Flow && (phrase.role == Role::To || (notified && context_.prose));
    const bool in_hand = verb.kind == VerbKind::Uses && phrase.role == Role::Object && are_people(subject);
    const std::vector<ComponentId> other = ids_of(phrase.references, told || in_hand);
    out_.mentioned.insert(out_.mentioned.end(), other.begin(), other.end());
    if (verb.kind == VerbKind::Contains) {
      // "The scheduler runs the report job": what holds nothing starts it.
      if (verb.starts && std::ranges::none_of(subject, [&](ComponentId id) { return draft_.holds(id); }))
        connect(from, other, clause, "starts", clause.verb_text);
      else if (is_pool(subject) &&
               std::ranges::all_of(other, [&](ComponentId id) { return is_running(draft_.kind(id)); }))
        connect(from, other, clause, "forwards", clause.verb_text);
      else
        contain(subject, other);
      continue;
    }
    if (direction == Direction::Forward && phrase.role == Role::To && verb.kind == VerbKind::Replicates &&
        copies(clause, from, other))
      continue;
    // "publishes events, which A consumes": not A comes to whoever publishes them.
    const bool produced = clause.loose_object && &phrase == &clause.phrases.front() && receives_object(verb);
    if (direction == Direction::Forward && !produced)
      emit(from, other, clause, phrase.preposition);
    else
      emit(other, from, clause, phrase.preposition);
    // "flows from A to B to C": one after the other.
    if (phrase.role == Role::To && lexicon::is_travelling(clause.noun) && !other.empty()) from = other;
  }
}

/// "We run A in B"
void Meaning::put_in(const Clause& clause) {
  if (clause.phrases.empty()) return;
  const Phrase& object = clause.phrases.front();
  if (object.role != Role::Object || object.modifier) return;
  for (const Phrase& phrase : clause.phrases)
    if (phrase.role == Role::In && !phrase.modifier) place(ids_of(object.references), phrase.references);
}

/// "Requests reach A", "Calls go to A and from there to B": wherever they come from, that is where they get.
void Meaning::arrive(const Clause& clause) {
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.modifier || direction_of(*clause.verb, phrase) != Direction::Forward) continue;
    std::vector<ComponentId> here = ids_of(phrase.references);
    if (clause.from_there && !out_.targets.empty()) connect(out_.targets, here, clause, "sends", clause.verb_text);
    if (!here.empty()) out_.targets = std::move(here);
  }
}

/// "A copies B to C": C has what B has, and A works on B.
bool Meaning::copies(const Clause& clause, const std::vector<ComponentId>& subject,
                     const std::vector<ComponentId>& copy) {
  const Phrase& object = clause.phrases.front();
  if (object.role != Role::Object || object.modifier) return false;
  const std::vector<ComponentId> original = ids_of(object.references);
  if (original.empty()) return false;
  connect(subject, original, clause, "uses", clause.verb_text);
  emit(original, copy, clause, "to");
  return true;
}

/// "A sends alarms from B to C": B hands them to A.
void Meaning::hand_on(const Clause& clause, const std::vector<ComponentId>& subject, bool carries) {
  const bool moves = clause.verb->kind == VerbKind::Flow || clause.verb->kind == VerbKind::Replicates;
  if (!carries || !moves || clause.verb->object != Direction::Carried) return;
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.role != Role::From || phrase.modifier || phrase.means ||
        direction_of(*clause.verb, phrase) != Direction::None)
      continue;
    std::vector<ComponentId> source = ids_of(phrase.references);
    std::erase_if(source, [&](ComponentId id) { return draft_.holds(id); });
    emit(source, subject, clause, {});
  }
}

/// "A runs in B": that is where A is. "A creates C in B": there is C, and A acts on B.
void Meaning::made_in(const Clause& clause, const Phrase& where, const std::vector<ComponentId>& subject) {
  if (clause.verb->kind != VerbKind::Deploys) {
    place(subject, where.references);
    return;
  }
  for (const Phrase& phrase : clause.phrases)
    if (phrase.role == Role::Object && !phrase.modifier) place(ids_of(phrase.references), where.references);
  if (std::ranges::none_of(where.references,
                           [](const Reference& r) { return r.kind && r.kind->holds == catalogue::Holds::Region; }))
    emit(subject, ids_of(where.references), clause, where.preposition);
}

/// "The target group contains the instances": it is no frame around them, but hands them what comes in.
bool Meaning::is_pool(const std::vector<ComponentId>& ids) const {
  return std::ranges::all_of(ids, [&](ComponentId id) {
    return !draft_.holds(id) && draft_.kind(id).category == catalogue::Category::Network;
  });
}

void Meaning::contain(const std::vector<ComponentId>& holders, const std::vector<ComponentId>& inner) {
  if (holders.size() != 1 || !draft_.holds(holders.front())) return;
  for (const ComponentId id : inner) {
    draft_.parent(id, holders.front(), evidence_);
    out_.placed = true;
  }
}

}  // namespace skydraft::understand
