#include "understand/clause.hpp"

#include <algorithm>

namespace skydraft::understand {
namespace {

using lexicon::Direction;
using lexicon::Verb;
using lexicon::VerbKind;

constexpr std::size_t kMaxPairs = 24;  // relations that one verb may state

model::RelationKind relation_kind(VerbKind kind) {
  switch (kind) {
    case VerbKind::Flow:
      return model::RelationKind::Flow;
    case VerbKind::Uses:
      return model::RelationKind::Uses;
    case VerbKind::Monitors:
      return model::RelationKind::Monitors;
    case VerbKind::Deploys:
      return model::RelationKind::Deploys;
    case VerbKind::Replicates:
      return model::RelationKind::Replicates;
    case VerbKind::Secures:
      return model::RelationKind::Secures;
    case VerbKind::Depends:
      return model::RelationKind::Depends;
    case VerbKind::Contains:
      return model::RelationKind::Uses;
  }
  return model::RelationKind::Flow;
}

Direction direction_of(const Verb& verb, const Phrase& phrase) {
  for (const lexicon::Preposition& row : verb.prepositions)
    if (row.word == phrase.preposition) return row.direction;
  switch (phrase.role) {
    case Role::Object:
      return verb.object;
    case Role::To:
      return Direction::Forward;
    case Role::Via:
      return Direction::Via;
    default:
      return Direction::None;
  }
}

}  // namespace

void Meaning::enter(std::size_t from, std::size_t to) {
  if (context_.origin == nullptr || from >= to) return;
  const Span span = context_.origin->source_of(words_[from].begin, words_[to - 1].end);
  evidence_ = span.empty() ? context_.span : span;
}

std::vector<ComponentId> Meaning::ids_of(const std::vector<Reference>& references) {
  std::vector<ComponentId> ids;
  for (const Reference& reference : references) {
    if (reference.ids.empty() && reference.kind && reference.kind->category == catalogue::Category::Actor &&
        !context_.actors && !words_[reference.from].capital)
      continue;
    for (const ComponentId id : resolve(draft_, reference, evidence_, context_.section)) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
      rules_[id.index] = reference.rule;
    }
    doubt(reference);
  }
  return ids;
}

/// One word for one thing that may be several.
void Meaning::doubt(const Reference& reference) {
  if (reference.plural || reference.rule != "all-of-kind" || reference.ids.size() < 2) return;
  std::string names;
  for (const ComponentId id : reference.ids) names += (names.empty() ? "\"" : ", \"") + draft_.builder[id].name + "\"";
  const std::uint32_t begin = words_[reference.from].begin;
  const std::string_view said = text_.substr(begin, words_[reference.to - 1].end - begin);
  draft_.sink.note(Code::AmbiguousReference, evidence_,
                   "\"" + std::string(said) + "\" may mean " + names + "; it was taken for all of them",
                   "use the component's own name");
}

void Meaning::emit(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
                   const std::string& preposition) {
  std::size_t pairs = 0;
  std::string label = clause.verb_text;
  if (!clause.path.empty()) label += " " + clause.path;
  if (!preposition.empty() && preposition != "using") label += " " + preposition;
  for (const ComponentId a : from)
    for (const ComponentId b : to) {
      if (a == b || ++pairs > kMaxPairs) continue;
      if (clause.verb->weak &&
          (draft_.is_inside(a, b) ||
           std::ranges::find(draft_.kind(a).inside, draft_.builder[b].kind) != draft_.kind(a).inside.end()))
        continue;
      const std::string rule = rules_[b.index].empty() ? rules_[a.index] : rules_[b.index];
      if (const auto coarser = rule == "members-of-container" ? known_above(a, b) : std::nullopt) {
        out_.relations.push_back(*coarser);
        continue;
      }
      RelationDraft relation{a,    b,        kind_between(*clause.verb, a), label, clause.protocol, clause.tcp_port,
                             rule, evidence_};
      if (const auto id = draft_.relate(relation)) {
        if (std::ranges::find(out_.relations, *id) == out_.relations.end()) out_.relations.push_back(*id);
        draft_.evidence(a, evidence_);
        draft_.evidence(b, evidence_);
      }
    }
  if (!to.empty()) out_.targets = to;
}

/// A role or a policy does not send traffic: it is used.
model::RelationKind Meaning::kind_between(const Verb& verb, ComponentId from) {
  const model::RelationKind kind = relation_kind(verb.kind);
  const bool grants = draft_.kind(from).category == catalogue::Category::Security &&
                      draft_.builder[from].kind.find("group") == std::string::npos;
  return grants && kind == model::RelationKind::Flow ? model::RelationKind::Uses : kind;
}

/// A relation that already goes to something around `b`, whose members the text speaks of.
std::optional<RelationId> Meaning::known_above(ComponentId a, ComponentId b) {
  int guard = 0;
  for (auto up = draft_.builder[b].parent; up && guard < 16; up = draft_.builder[*up].parent, ++guard)
    if (const auto known = draft_.relation_between(a, *up)) return known;
  return std::nullopt;
}

void Meaning::place(const std::vector<ComponentId>& inner, const std::vector<Reference>& holders) {
  std::vector<ComponentId> outer;
  for (const ComponentId id : ids_of(holders))
    if (draft_.holds(id) && draft_.kind(id).holds != catalogue::Holds::Zone) outer.push_back(id);
  if (outer.empty()) return;
  for (const ComponentId id : inner) {
    if (outer.size() == 1) {
      draft_.parent(id, outer.front(), evidence_);
      out_.placed = out_.placed || draft_.builder[id].parent == outer.front();
      continue;
    }
    auto& spans = draft_.builder[id].spans;
    for (const ComponentId holder : outer)
      if (holder != id && std::ranges::find(spans, holder) == spans.end()) spans.push_back(holder);
    out_.placed = true;
  }
  const Reference& first = holders.front();
  if (outer.size() > 1 || first.plural)
    for (const ComponentId id : inner)
      draft_.attribute(
          id, "placement",
          std::string(text_.substr(words_[first.from].begin, words_[first.to - 1].end - words_[first.from].begin)),
          evidence_);
}

void Meaning::state(const Clause& clause) {
  if (clause.negated) {
    out_.negated = true;
    return;
  }
  const bool said = !clause.subject.empty();
  const bool relates = clause.verb && (clause.verb->kind != VerbKind::Contains || !clause.phrases.empty());
  std::vector<ComponentId> subject;
  if (said && (relates && (!clause.phrases.empty() || !clause.subject.front().kind || !clause.subject.front().named)))
    subject = ids_of(clause.subject);
  else if (said)
    for (const Reference& r : clause.subject) subject.insert(subject.end(), r.ids.begin(), r.ids.end());
  for (const ComponentId id : subject) out_.mentioned.push_back(id);
  if (clause.verb && said) out_.subjects.insert(out_.subjects.end(), subject.begin(), subject.end());
  if (!said) subject = context_.subject;
  if (!clause.verb) {
    for (const Phrase& phrase : clause.phrases)
      if (phrase.role == Role::In && !phrase.modifier) place(subject, phrase.references);
    for (const Phrase& phrase : clause.phrases)
      for (const Reference& r : phrase.references)
        out_.mentioned.insert(out_.mentioned.end(), r.ids.begin(), r.ids.end());
    return;
  }
  if (clause.passive)
    passive(clause, subject, said);
  else
    active(clause, subject);
}

void Meaning::active(const Clause& clause, const std::vector<ComponentId>& subject) {
  const Verb& verb = *clause.verb;
  if (subject.empty()) return;
  std::vector<ComponentId> from = subject;
  // "A reaches C via B": A -> B, then B -> C, whichever is said first.
  for (const Phrase& phrase : clause.phrases) {
    const Direction direction = direction_of(verb, phrase);
    if (direction != Direction::Via) continue;
    const std::vector<ComponentId> via = ids_of(phrase.references);
    if (via.empty()) continue;
    emit(from, via, clause, phrase.preposition);
    from = via;
  }
  const bool carries = std::ranges::any_of(clause.phrases, [&](const Phrase& p) {
    return p.role != Role::Object && direction_of(verb, p) == Direction::Forward;
  });
  for (const Phrase& phrase : clause.phrases) {
    Direction direction = direction_of(verb, phrase);
    if (direction == Direction::Via || (phrase.modifier && phrase.role == Role::Object)) continue;
    if (verb.causative && phrase.role == Role::Object) direction = Direction::Backward;
    if (direction == Direction::Carried) direction = Direction::None;
    if (direction == Direction::Forward && phrase.role == Role::Object && carries && verb.kind == VerbKind::Deploys)
      direction = Direction::None;
    if (direction == Direction::Contains) {
      place(subject, phrase.references);
      continue;
    }
    if (direction == Direction::None) {
      note(phrase);
      continue;
    }
    const std::vector<ComponentId> other = ids_of(phrase.references);
    out_.mentioned.insert(out_.mentioned.end(), other.begin(), other.end());
    if (verb.kind == VerbKind::Contains) {
      contain(subject, other);
      continue;
    }
    if (direction == Direction::Forward)
      emit(from, other, clause, phrase.preposition);
    else
      emit(other, subject, clause, phrase.preposition);
  }
}

void Meaning::contain(const std::vector<ComponentId>& holders, const std::vector<ComponentId>& inner) {
  if (holders.size() != 1 || !draft_.holds(holders.front())) return;
  for (const ComponentId id : inner) {
    draft_.parent(id, holders.front(), evidence_);
    out_.placed = true;
  }
}

void Meaning::note(const Phrase& phrase) {
  for (const Reference& r : phrase.references) out_.mentioned.insert(out_.mentioned.end(), r.ids.begin(), r.ids.end());
}

void Meaning::passive(const Clause& clause, const std::vector<ComponentId>& patient, bool said) {
  const Verb& verb = *clause.verb;
  std::vector<ComponentId> agent;
  for (const Phrase& phrase : clause.phrases)
    if (phrase.role == Role::By || (phrase.role == Role::Via && (verb.lemma == "expose" || verb.lemma == "serve" ||
                                                                 verb.lemma == "front" || verb.lemma == "access"))) {
      agent = ids_of(phrase.references);
      out_.mentioned.insert(out_.mentioned.end(), agent.begin(), agent.end());
      if (verb.kind == VerbKind::Contains)
        contain(agent, patient);
      else if (verb.object == Direction::Backward)
        emit(patient, agent, clause, phrase.preposition);
      else
        emit(agent, patient, clause, phrase.preposition);
    }
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.role == Role::By || phrase.role == Role::Object) continue;
    const Direction direction = direction_of(verb, phrase);
    const bool container = std::ranges::all_of(
        phrase.references, [&](const Reference& r) { return !r.ids.empty() && draft_.holds(r.ids.front()); });
    const bool in = phrase.role == Role::In && (direction == Direction::Contains || verb.kind == VerbKind::Contains ||
                                                (direction == Direction::None && container));
    const bool deployed_to = phrase.role == Role::To && verb.kind == VerbKind::Deploys && container && said;
    if (in || deployed_to) {
      place(patient, phrase.references);
      continue;
    }
    if (direction != Direction::Forward && direction != Direction::Via && direction != Direction::Backward) {
      note(phrase);
      continue;
    }
    const std::vector<ComponentId> other = ids_of(phrase.references);
    out_.mentioned.insert(out_.mentioned.end(), other.begin(), other.end());
    const std::vector<ComponentId>& from = !agent.empty()                   ? agent
                                           : said || context_.giver.empty() ? patient
                                                                            : context_.giver;
    if (direction == Direction::Backward)
      emit(other, from, clause, phrase.preposition);
    else
      emit(from, other, clause, phrase.preposition);
  }
}

}  // namespace skydraft::understand
