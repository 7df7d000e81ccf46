#include <algorithm>

#include "understand/clause.hpp"

/// What a clause in the passive states: who does it, to whom, and where it leads.
namespace skydraft::understand {

using lexicon::Direction;
using lexicon::Verb;
using lexicon::VerbKind;

/// Who does it to the patient: "by A", "served through A", or what the sentence's condition speaks of.
std::vector<ComponentId> Meaning::agents(const Clause& clause, const std::vector<ComponentId>& patient, bool said) {
  const Verb& verb = *clause.verb;
  std::vector<ComponentId> agent;
  for (const Phrase& phrase : clause.phrases) {
    const bool through = phrase.role == Role::Via && said && verb.object == Direction::Forward;
    const bool fronted = phrase.role == Role::Via && (verb.lemma == "serve" || verb.lemma == "deliver");
    // "is called from A", "is watched with A"
    const bool called = phrase.role == Role::From && said && !phrase.modifier && verb.object == Direction::Forward &&
                        (verb.kind == VerbKind::Flow || verb.kind == VerbKind::Uses);
    // "is deployed via A"
    const bool told = said || (clause.subject.empty() && clause.noun.empty());
    const bool deployed = phrase.role == Role::Via && told && verb.kind == VerbKind::Deploys && !phrase.modifier;
    const bool watched = phrase.role == Role::With && said && !phrase.modifier && verb.kind == VerbKind::Monitors;
    // "is triggered by new files in A", "by changes in A's stream"
    const bool set_off = phrase.role == Role::In && said && !phrase.early && verb.starts &&
                         !phrase.references.empty() && std::ranges::all_of(phrase.references, [&](const Reference& r) {
                           const catalogue::Kind* kind = kind_of(draft_, r);
                           return kind && holds_data(*kind);
                         });
    if (phrase.role != Role::By && !through && !fronted && !called && !deployed && !watched && !set_off) continue;
    agent = ids_of(phrase.references);
    out_.mentioned.insert(out_.mentioned.end(), agent.begin(), agent.end());
    if (!said) out_.subjects.insert(out_.subjects.end(), agent.begin(), agent.end());
    if (verb.kind == VerbKind::Contains) {
      contain(agent, patient);
    } else if (!said) {
      // What comes from the giver is handled by the agent; nobody acts on the giver itself.
      const bool done_to_topic = clause.subject.empty() && clause.noun.empty();
      if (done_to_topic && verb.object == Direction::Backward)
        emit(patient, agent, clause, phrase.preposition);
      else if (done_to_topic)
        emit(agent, patient, clause, phrase.preposition);
      else if (verb.kind == VerbKind::Monitors)
        emit(agent, patient, clause, phrase.preposition);
      else if (clause.subject_modifier && verb.kind == VerbKind::Flow && verb.object == Direction::Carried)
        emit(agent, patient, clause, phrase.preposition);  // "holds images uploaded by A"
      else if (clause.subject_modifier && verb.kind == VerbKind::Flow)
        emit(patient, agent, clause, phrase.preposition);
      else if (std::vector<ComponentId> near = beside_noun(clause); !near.empty())
        handled(clause, near, agent);
      else if (!lies_.empty() && !clause.noun.empty() && clause.noun == lies_noun_)  // "stored in A and served by B"
        handled(clause, lies_, agent);
      else if (!clause.bare_noun && receives(verb) &&
               verb.object != Direction::Forward)  // "The message is picked up by A" where it lies
        emit(!out_.targets.empty() ? out_.targets : context_.stand, agent, clause, phrase.preposition);
    } else if (verb.object == Direction::Backward) {
      emit(patient, agent, clause, phrase.preposition);
    } else {
      emit(agent, patient, clause, set_off ? "by" : phrase.preposition);
    }
  }
  const bool started = verb.kind == VerbKind::Flow && verb.object == Direction::Forward;
  if (agent.empty() && said && started && !clause.condition) emit(trigger_, patient, clause, {});
  return agent;
}

/// "Messages in the queue are processed by A": what waits in a queue comes to who takes it, a store is looked into.
void Meaning::handled(const Clause& clause, const std::vector<ComponentId>& holders,
                      const std::vector<ComponentId>& agent) {
  for (const ComponentId holder : holders) {
    if (holds_messages(draft_.builder[holder].kind))
      emit({holder}, agent, clause, {});
    else if (holds_data(holder))
      emit(agent, {holder}, clause, {});
  }
}

void Meaning::passive(const Clause& clause, const std::vector<ComponentId>& patient, bool said) {
  const std::vector<ComponentId> agent = agents(clause, patient, said);
  passive_phrases(clause, patient, agent, said);
}

/// Through what something is sent that is sent to somewhere.
std::vector<ComponentId> Meaning::way_there(const Clause& clause) {
  const auto leads = [&](const Phrase& p) { return p.role == Role::To && !p.modifier && !p.references.empty(); };
  if (clause.verb->kind != VerbKind::Flow || std::ranges::none_of(clause.phrases, leads)) return {};
  for (const Phrase& phrase : clause.phrases)
    if (phrase.role == Role::Via && !phrase.modifier && !phrase.early &&
        direction_of(*clause.verb, phrase) == Direction::Via)
      return ids_of(phrase.references);
  return {};
}

void Meaning::passive_phrases(const Clause& clause, const std::vector<ComponentId>& patient,
                              const std::vector<ComponentId>& agent, bool said) {
  const Verb& verb = *clause.verb;
  std::vector<ComponentId> from =
      !agent.empty()                                                                            ? agent
      : said || clause.subject_modifier                                                         ? patient
      : !lexicon::is_travelling(clause.noun) && !context_.giver.empty() && !clause.noun.empty() ? giver()
                                                                                                : patient;
  // "Files are copied from A to B": neither A nor B acts.
  if (agent.empty() && !said && verb.object == Direction::Carried)
    for (const Phrase& phrase : clause.phrases)
      // "The secrets of A", "credentials for A are stored in B": they are A's.
      if ((phrase.role == Role::From && verb.kind != VerbKind::Uses) || (phrase.role == Role::For && phrase.early))
        if (!phrase.modifier)
          if (std::vector<ComponentId> origin = ids_of(phrase.references); !origin.empty()) from = std::move(origin);
  const std::vector<ComponentId> way = way_there(clause);
  if (!way.empty() && agent.empty()) {  // "is sent to B via A": A hands it on
    emit(from, way, clause, "via");
    from = way;
  }
  for (const Phrase& phrase : clause.phrases) {
    // "RDS in the private subnets, reachable only from A"
    if (phrase.early && phrase.role == Role::In && !phrase.modifier && !phrase.beside.empty() && is_in_network(phrase))
      place(ids_of(phrase.beside), phrase.references);
    if (phrase.role == Role::By || phrase.role == Role::Object || phrase.early) continue;
    if (!way.empty() && agent.empty() && phrase.role == Role::Via) continue;
    const Direction direction = direction_of(verb, phrase);
    const bool fetched = clause.subject_modifier && verb.kind == VerbKind::Uses && direction == Direction::Forward;
    if (phrase.role == Role::From && agent.empty() && !said && verb.object == Direction::Carried && !fetched) continue;
    const bool container = std::ranges::all_of(
        phrase.references, [&](const Reference& r) { return !r.ids.empty() && draft_.holds(r.ids.front()); });
    const bool in = phrase.role == Role::In && (direction == Direction::Contains || verb.kind == VerbKind::Contains ||
                                                (direction == Direction::None && container));
    const bool deployed_to = phrase.role == Role::To && verb.kind == VerbKind::Deploys && container && said;
    if (in || deployed_to) {
      if (said || clause.subject.empty()) place(patient, phrase.references);
      continue;
    }
    if (direction != Direction::Forward && direction != Direction::Via && direction != Direction::Backward) {
      note(phrase);
      continue;
    }
    const std::vector<ComponentId> other = ids_of(phrase.references);
    out_.mentioned.insert(out_.mentioned.end(), other.begin(), other.end());
    if (other == agent) continue;
    if (direction == Direction::Backward)  // "deployed by A from B": not A comes from B
      emit(other, verb.kind == VerbKind::Deploys ? patient : from, clause, phrase.preposition);
    else
      emit(from, other, clause, phrase.preposition);
    if (direction == Direction::Via && !other.empty()) from = other;
  }
}

}  // namespace skydraft::understand
