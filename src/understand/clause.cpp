#include "understand/clause.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/sites.hpp"

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

}  // namespace

Stated Meaning::take(const std::vector<Reference>& topic) && {
  for (const Reference& reference : topic) {
    const auto known = draft_.named(key_of(reference.name));
    if (!reference.ids.empty())
      out_.goes_on.insert(out_.goes_on.end(), reference.ids.begin(), reference.ids.end());
    else if (!known.empty())
      out_.goes_on.push_back(known.front());
  }
  return std::move(out_);
}

std::vector<ComponentId> Meaning::last_two() const {
  std::vector<ComponentId> two;
  for (std::size_t i = out_.subjects.size(); i-- > 0 && two.size() < 2;)
    if (std::ranges::find(two, out_.subjects[i]) == two.end()) two.insert(two.begin(), out_.subjects[i]);
  return two;
}

void Meaning::enter(std::size_t from, std::size_t to) {
  if (context_.origin == nullptr || from >= to) return;
  const Span span = context_.origin->source_of(words_[from].begin, words_[to - 1].end);
  evidence_ = span.empty() ? context_.span : span;
}

std::vector<ComponentId> Meaning::ids_of(const std::vector<Reference>& references, bool people) {
  std::vector<ComponentId> ids;
  for (const Reference& reference : references) {
    if (reference.ids.empty() && reference.kind && reference.kind->category == catalogue::Category::Actor &&
        !context_.actors && !people && !reference.named && !words_[reference.from].capital &&
        draft_.named(key_of(reference.name)).empty())
      continue;
    for (const ComponentId id : resolve(draft_, reference, evidence_, context_.section)) {
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
      rules_[id.index] = reference.rule;
      if (reference.to > reference.from) draft_.speak_of(id);
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

/// "copies messages from topics", and before that which topic it copies from: that one is meant, and not all of them.
std::optional<RelationId> Meaning::said_of_another(ComponentId a, ComponentId b, const std::vector<ComponentId>& from,
                                                   const std::vector<ComponentId>& to) {
  const auto said = [&](ComponentId one, ComponentId other) {
    const auto known = draft_.relation_between(one, other);
    return known && draft_.builder[*known].inferred_by.empty() ? known : std::nullopt;
  };
  const auto guessed = [&](ComponentId id) { return rules_[id.index] == "all-of-kind"; };
  if (said(a, b)) return std::nullopt;
  for (const ComponentId other : guessed(b) ? to : from)
    if (const auto known = guessed(b) ? said(a, other) : said(other, b); known && guessed(other)) return known;
  return std::nullopt;
}

void Meaning::emit(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
                   const std::string& preposition) {
  std::size_t pairs = 0;
  std::string label = clause.verb_text;
  if (!clause.path.empty()) label += " " + clause.path;
  if (!preposition.empty() && preposition != "using" && draft_.language.empty()) label += " " + preposition;
  const Pairing pairing = pairing_of(from, to);
  const auto within = [](const std::vector<ComponentId>& ids, ComponentId id) {
    return std::ranges::find(ids, id) != ids.end();
  };
  for (const ComponentId a : from)
    for (const ComponentId b : to) {
      if (a == b || !belong(pairing, a, b) || ++pairs > kMaxPairs) continue;
      if (within(to, a) && within(from, b))
        continue;  // the same things on both sides have nothing to do with each other
      if (clause.verb->weak &&
          (draft_.is_inside(a, b) ||
           std::ranges::find(draft_.kind(a).inside, draft_.builder[b].kind) != draft_.kind(a).inside.end()))
        continue;
      const std::string_view rule = rules_[b.index].empty() ? rules_[a.index] : rules_[b.index];
      if (const auto said = rule == "all-of-kind" ? said_of_another(a, b, from, to) : std::nullopt) {
        if (std::ranges::find(out_.relations, *said) == out_.relations.end()) out_.relations.push_back(*said);
        continue;
      }
      if (const auto coarser = rule == "members-of-container" ? known_above(a, b) : std::nullopt) {
        out_.relations.push_back(*coarser);
        continue;
      }
      // "is replicated to eu-west-1": to the one of its kind there.
      const bool copies = relation_kind(clause.verb->kind) == model::RelationKind::Replicates;
      if (copies && draft_.parts[a.index].site == b) continue;
      const ComponentId end = copies ? copy_in(draft_, a, b).value_or(b) : b;
      RelationDraft relation{a,    end,      kind_between(*clause.verb, a), label, clause.protocol, clause.tcp_port,
                             rule, evidence_};
      // "updates the status in the table" rolls nothing out.
      if (relation.kind == model::RelationKind::Deploys && !preposition.empty() && is_store(draft_.kind(b)) &&
          draft_.kind(a).scope != catalogue::Scope::Delivery)
        relation.kind = model::RelationKind::Flow;
      if (const auto id = draft_.relate(relation)) {
        if (std::ranges::find(out_.relations, *id) == out_.relations.end()) out_.relations.push_back(*id);
        draft_.evidence(a, evidence_);
        draft_.evidence(b, evidence_);
      }
    }
  if (!to.empty() && !clause.relative) {
    out_.targets = to;
    handed_ = from;
  }
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
  // "is deployed on two Cloud Run services": that is what it is.
  if (holders.size() == 1 && holders.front().named && !inner.empty()) {
    const Reference& host = holders.front();
    const catalogue::Kind* kind = host.ids.size() == 1 ? &draft_.kind(host.ids.front()) : host.kind;
    const bool all = kind && host.ids != inner && std::ranges::all_of(inner, [&](ComponentId id) {
                       return may_become(draft_, draft_.builder[id].kind, *kind);
                     });
    if (all) {
      for (const ComponentId id : inner) draft_.refine(id, kind->id);
      return;
    }
  }
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

bool denies(lexicon::Query word) {
  return lexicon::is_class(word, lexicon::WordClass::Negation) ||
         lexicon::is_class(word, lexicon::WordClass::Hypothesis);
}

const Stated& Meaning::add(const Stated& inner) {
  out_.relations.insert(out_.relations.end(), inner.relations.begin(), inner.relations.end());
  out_.mentioned.insert(out_.mentioned.end(), inner.mentioned.begin(), inner.mentioned.end());
  out_.placed = out_.placed || inner.placed;
  return inner;
}

/// "the function" of a Lambda function, "the service" of what the text defines.
bool Meaning::is_called(ComponentId id, const std::string& noun) {
  const auto& name = draft_.parts[id.index].words;
  if (std::ranges::any_of(name, [&](const WordText* word) { return *word == noun; }) ||
      lexicon::stands_for(noun, draft_.builder[id].kind))
    return true;
  const bool own = std::ranges::find(context_.subject, id) != context_.subject.end();
  if (lexicon::stands_for("orchestrator", draft_.builder[id].kind) &&
      (noun == "task" || noun == "step" || noun == "job"))
    return true;
  return own && lexicon::is_own_noun(noun);
}

/// Who hands over what is moved: "1. The client calls the API. 2. Results are stored in …", not by the client; "1. The
/// bucket triggers the function. 2. Data is stored in …", by the function.
const std::vector<ComponentId>& Meaning::giver() {
  using catalogue::Category;
  if (context_.giver.empty() || are_people(context_.giver)) return context_.stand;
  const auto only_leads_on = [&](ComponentId id) {
    const Category category = draft_.kind(id).category;
    return category == Category::Storage || category == Category::Integration || category == Category::Network;
  };
  const auto works = [&](ComponentId id) { return is_running(draft_.kind(id)); };
  const bool set_off = !context_.stand.empty() && std::ranges::all_of(context_.giver, only_leads_on) &&
                       std::ranges::all_of(context_.stand, works);
  return set_off ? context_.stand : context_.giver;
}

/// Who acts, or what something is done to, where the clause names nobody.
namespace {

/// "a notification is sent", "an event is published"
bool tells(const Clause& clause) {
  return clause.verb && clause.verb->kind == VerbKind::Flow && clause.verb->object == Direction::Carried &&
         lexicon::is_news(clause.noun);
}

}  // namespace

std::vector<ComponentId> Meaning::acting(const Clause& clause) {
  std::vector<ComponentId> known;
  for (const Reference& reference : clause.topic) known.insert(known.end(), reference.ids.begin(), reference.ids.end());
  // What was only spoken of is there once it acts.
  const auto topic = [&] { return clause.verb ? ids_of(clause.topic) : known; };
  if (clause.noun.empty()) return topic();
  if (clause.deed) return context_.stand;  // "Posting an order writes it to A": whoever the steps before have got to
  if (lexicon::is_self(clause.noun) && !known.empty() && is_called(known.front(), clause.noun)) return known;
  if (std::vector<ComponentId> near = beside_noun(clause); !near.empty()) return near;
  for (const Phrase& phrase : clause.phrases)  // "requests from users are …"
    if (phrase.role == Role::From && !phrase.modifier && clause.verb && clause.verb->kind == VerbKind::Flow)
      if (std::vector<ComponentId> sources = ids_of(phrase.references, uses_something(clause)); !sources.empty())
        return sources;
  // "When a file lands in A, a notification is sent to B"
  if (clause.passive && !clause.condition && clause.new_noun && !trigger_.empty() && tells(clause)) return trigger_;
  if (clause.condition) return context_.giver;  // "… when a message arrives": not what waits for it
  // "The request then goes to …": from where it has got to.
  const std::string_view comes = clause.verb && !clause.passive ? std::string_view(clause.verb->lemma) : "";
  if (lexicon::is_travelling(clause.noun) && clause.bare_noun && context_.stand.empty() &&
      (comes == "enter" || comes == "arrive" || comes == "come"))
    return {};
  if (lexicon::is_travelling(clause.noun) && !(clause.bare_noun && context_.prose) &&
      !(clause.new_noun && clause.passive)) {
    if (!out_.targets.empty()) return out_.targets;
    if (clause.passive && !tried_.empty()) return tried_;
    if (!context_.stand.empty()) return context_.stand;
    // "Traffic reaches them through …": it comes from outside.
    if (clause.verb && !clause.passive && context_.prose &&
        (clause.verb->object == Direction::Forward || clause.verb->lemma == "arrive" || clause.verb->lemma == "come"))
      return {};
  }
  // "Batch jobs export data to A": they act, and nobody said whose they are; "Jobs go to A" are moved.
  const bool works = clause.verb && !clause.passive && clause.verb->object != Direction::None;
  if (works && clause.bare_noun && context_.prose && lexicon::is_moved(clause.noun) && lexicon::is_self(clause.noun))
    return {};
  // "Resources launched into …" are anybody's.
  if (clause.passive && !lexicon::is_moved(clause.noun) && context_.prose) return {};
  if (clause.passive || lexicon::is_moved(clause.noun)) {
    if (!context_.giver.empty() || clause.topic.empty()) return giver();
    // "Logs go to A", "Failed events end up in B": of all that there is, not of what was spoken of last.
    if (clause.bare_noun && context_.prose && lexicon::is_everybodys(clause.noun)) return {};
    std::vector<ComponentId> whose = topic();
    if (context_.prose)  // "Metadata goes to A": whose it is, is our inference
      for (const ComponentId id : whose) rules_[id.index] = "whose-data-it-is";
    return whose;
  }
  const bool somebody_else = (context_.prose || context_.actors) && !lexicon::is_self(clause.noun);
  return lexicon::is_whole(clause.noun) || somebody_else ? std::vector<ComponentId>{} : context_.subject;
}

bool Meaning::are_people(const std::vector<ComponentId>& ids) const {
  return !ids.empty() && std::ranges::all_of(ids, [&](ComponentId id) {
    return draft_.kind(id).category == catalogue::Category::Actor;
  });
}

/// "The customers upload files to the portal": people that a sentence has act on a thing take part.
bool Meaning::uses_something(const Clause& clause) {
  // "When a user uploads a picture to the bucket, …"; in other languages too much is taken for what people do.
  if (clause.condition && !draft_.language.empty()) return false;
  if (clause.passive || clause.relative || clause.subject_modifier || !clause.verb || clause.verb->causative ||
      (clause.verb->kind != VerbKind::Flow && clause.verb->kind != VerbKind::Uses))
    return false;
  return std::ranges::any_of(clause.phrases, [&](const Phrase& phrase) {
    const Direction direction = direction_of(*clause.verb, phrase);
    if (service_behind(phrase, clause) > 0) return true;
    return !phrase.modifier && direction != Direction::None && direction != Direction::Carried &&
           std::ranges::any_of(phrase.references, [&](const Reference& r) {
             // "use the mobile app"
             const bool in_hand = clause.verb->kind == VerbKind::Uses && r.kind && r.kind->id != "generic.user" &&
                                  r.kind->category == catalogue::Category::Actor;
             return !r.ids.empty() || r.named || in_hand;
           });
  });
}

/// "ECS tasks in the private subnets", "WAF on the balancer", in a list: what stands there is there.
bool Meaning::is_placed(const Clause& clause) const {
  if (clause.verb || context_.prose || clause.subject.size() != 1 || clause.subject_modifier ||
      !clause.subject.front().named)
    return false;
  const catalogue::Kind* own = kind_of(draft_, clause.subject.front());
  return std::ranges::any_of(clause.phrases, [&](const Phrase& phrase) {
    if (phrase.role != Role::In || phrase.modifier || phrase.references.empty()) return false;
    if (own && phrase.preposition == "on" && guards(*own)) return true;
    return is_in_network(phrase);
  });
}

/// "Airflow is responsible for …", "Redis is our cache", "Prometheus scrapes all of it": what is told of by its own
/// name is there.
bool Meaning::defines(const Clause& clause) {
  if (clause.subject.size() != 1 || clause.subject_modifier) return false;
  const bool acts =
      clause.verb && !clause.passive && !clause.condition && !clause.relative && (context_.prose || context_.actors);
  if (!clause.is && !acts) return false;
  const Reference& subject = clause.subject.front();
  return subject.named && subject.kind && subject.kind->category != catalogue::Category::Actor &&
         (subject.kind->holds == catalogue::Holds::NotAContainer || subject.kind->holds == catalogue::Holds::Network) &&
         subject.to > subject.from && words_[subject.from].capital;
}

/// "copies messages from topics to topics": from which to which it does not say.
static bool leads_back(const Clause& clause) {
  const auto all_of_kind = [&](Role role) -> const Reference* {
    for (const Phrase& phrase : clause.phrases)
      if (phrase.role == role && phrase.references.size() == 1 && phrase.references.front().ids.size() > 1)
        return &phrase.references.front();
    return nullptr;
  };
  const Reference *from = all_of_kind(Role::From), *to = all_of_kind(Role::To);
  return from && to && from->ids == to->ids;
}

/// "Files arrive in A", and nobody says from where: from there it goes on.
void Meaning::note_arrival(const Clause& clause) {
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.role != Role::In && phrase.role != Role::To) continue;
    if (clause.verb->kind != VerbKind::Flow || direction_of(*clause.verb, phrase) != Direction::Forward) {
      note(phrase);
      continue;
    }
    const std::vector<ComponentId> there = ids_of(phrase.references);
    out_.mentioned.insert(out_.mentioned.end(), there.begin(), there.end());
  }
}

bool Meaning::is_person(const Reference& reference) const {
  const catalogue::Kind* kind = kind_of(draft_, reference);
  return kind && kind->category == catalogue::Category::Actor;
}

void Meaning::state(const Clause& clause) {
  // "The result is returned to the caller" goes back; "Results are stored in A" goes on.
  const bool kept = std::ranges::any_of(clause.phrases, [&](const Phrase& phrase) {
    return std::ranges::any_of(phrase.references, [&](const Reference& r) {
      const catalogue::Kind* kind = kind_of(draft_, r);
      return kind && (is_store(*kind) || holds_messages(kind->id) || kind->category == catalogue::Category::Analytics);
    });
  });
  const bool answer = !kept && (clause.noun == "response" || clause.noun == "result" || clause.noun == "reply");
  if (clause.negated || clause.instruction || (answer && clause.passive)) {
    out_.negated = out_.negated || clause.negated;
    return;
  }
  if (leads_back(clause)) return;
  const bool said = !clause.subject.empty();
  const bool relates = clause.verb && (clause.verb->kind != VerbKind::Contains || !clause.phrases.empty());
  std::vector<ComponentId> subject;
  const bool made = clause.passive && clause.verb && (clause.verb->kind == VerbKind::Deploys || !trigger_.empty());
  // "Container images are stored in …": any container's.
  const bool anybody =
      said && clause.subject_modifier && clause.passive &&
      (clause.subject.front().rule == "all-of-kind" ||
       (is_person(clause.subject.front()) &&
        !lexicon::is_travelling(words_[clause.subject.front().to].norm)));  // "user profiles are kept in …"
  if (anybody)
    subject.clear();
  else if (said &&
           (defines(clause) || is_placed(clause) || (!clause.verb && context_.actors && context_.prose && !clause.is)))
    subject = ids_of(clause.subject);
  else if (said && (relates && (!clause.phrases.empty() || made || !clause.subject.front().kind ||
                                !clause.subject.front().named || words_[clause.subject.front().from].code ||
                                ((clause.takes_it || listens(clause)) && !lies_.empty()) ||
                                (clause.condition && clause.verb->starts))))
    subject = ids_of(clause.subject, uses_something(clause));
  else if (said)
    for (const Reference& r : clause.subject) subject.insert(subject.end(), r.ids.begin(), r.ids.end());
  for (const ComponentId id : subject) out_.mentioned.push_back(id);
  if (clause.verb && said) out_.subjects.insert(out_.subjects.end(), subject.begin(), subject.end());
  if (!said) subject = acting(clause);
  const std::size_t before = out_.relations.size();
  set_off(clause, subject);
  serve(clause, subject);
  grant_access(clause);
  joined_with(clause, subject);
  surroundings(clause, subject);
  enclose(clause);
  take_in(clause, subject);
  if (!clause.verb)
    nominal(clause, subject);
  else if (clause.passive)
    passive(clause, subject, said && !clause.subject_modifier);
  else
    active(clause, subject);
  if (!said) parts_of_whole(clause);
  if (clause.condition) {
    if (said && !clause.passive) tried_ = subject;
    trigger_ = out_.relations.size() > before ? out_.targets : std::vector<ComponentId>{};
    for (const Phrase& phrase : clause.phrases)
      if (trigger_.empty() && (phrase.role == Role::In || phrase.role == Role::To || phrase.role == Role::From))
        trigger_ = ids_of(phrase.references);
  }
  await(clause, subject, said && !clause.subject_modifier);
  if (subject.empty() && clause.verb && out_.relations.size() == before) note_arrival(clause);
  note_where_it_lies(clause, before);
}

void Meaning::note(const Phrase& phrase) {
  for (const Reference& r : phrase.references) out_.mentioned.insert(out_.mentioned.end(), r.ids.begin(), r.ids.end());
}

}  // namespace skydraft::understand
