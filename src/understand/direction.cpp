#include "understand/clause.hpp"

#include <algorithm>
#include <array>

#include "understand/classify.hpp"

/// Which way the relation between a verb's subject and what stands around the verb points.
namespace skydraft::understand {

using lexicon::Direction;
using lexicon::Verb;
using lexicon::VerbKind;

namespace {

/// "…, where A puts them"
bool put_there(const Phrase& phrase) {
  return phrase.where && std::ranges::all_of(phrase.references, [](const Reference& r) {
           return r.kind && r.kind->holds == catalogue::Holds::NotAContainer;
         });
}

/// Where a carried thing comes from, where the verb's own row does not say: from people and queues it comes, in stores
/// it is looked up.
Direction origin_of(const Phrase& phrase) {
  using catalogue::Category;
  if (phrase.references.empty() || phrase.modifier || !phrase.references.front().kind) return Direction::None;
  switch (phrase.references.front().kind->category) {
    case Category::Actor:
    case Category::Integration:
      return Direction::Backward;
    case Category::Database:
    case Category::Storage:
      return Direction::Forward;
    default:
      return Direction::None;
  }
}

/// "processes the jobs in the queue", "polls messages in it": they are taken out of it.
bool works_off(const Verb& verb, const Phrase& phrase) {
  const bool takes = verb.object == Direction::Backward && verb.kind == VerbKind::Flow;
  return (takes || verb.lemma == "process" || verb.lemma == "handle") && !phrase.references.empty() &&
         std::ranges::all_of(phrase.references,
                             [](const Reference& r) { return r.kind && holds_messages(r.kind->id); });
}

/// "pushes to `main` on GitHub"
bool is_pushed_to(const Verb& verb, const Phrase& phrase) {
  return verb.object == Direction::Carried && phrase.preposition == "on" && !phrase.references.empty() &&
         std::ranges::all_of(phrase.references, [](const Reference& r) {
           return r.kind && r.kind->category == catalogue::Category::Delivery;
         });
}

/// What answers when it is asked: nothing comes out of it by itself.
bool answers(const Phrase& phrase) {
  using catalogue::Category;
  return !phrase.references.empty() && std::ranges::all_of(phrase.references, [](const Reference& r) {
    return r.kind && !holds_messages(r.kind->id) && r.kind->category != Category::Integration &&
           r.kind->category != Category::Actor;
  });
}

}  // namespace

bool takes_data(const Phrase& phrase) {
  using catalogue::Category;
  return !phrase.references.empty() && std::ranges::all_of(phrase.references, [](const Reference& r) {
    if (!r.kind) return false;
    const Category category = r.kind->category;
    return category == Category::Integration || category == Category::Database || category == Category::Storage ||
           category == Category::Analytics;
  });
}

bool is_in_network(const Phrase& phrase) {
  return std::ranges::all_of(phrase.references, [](const Reference& r) {
    return r.kind && is_network(*r.kind) && r.kind->holds != catalogue::Holds::NotAContainer;
  });
}

bool holds_messages(std::string_view kind) {
  static const std::array<lexicon::Query, 4> nouns{"queue", "topic", "stream", "bus"};
  return std::ranges::any_of(nouns, [&](lexicon::Query noun) { return lexicon::stands_for(noun, kind); });
}

Direction direction_of(const Verb& verb, const Phrase& phrase) {
  if (phrase.means) return Direction::None;
  // "consumes the API", "picks files up from the bucket"
  const bool source = phrase.role == Role::Object || phrase.role == Role::From;
  if (verb.object == Direction::Backward && verb.kind == VerbKind::Flow && source && answers(phrase))
    return Direction::Forward;
  // "writes a table in the private subnets": where the table is.
  const bool network =
      std::ranges::all_of(phrase.references, [](const Reference& r) { return r.kind && is_network(*r.kind); });
  if (phrase.role == Role::In && !phrase.references.empty() && network &&
      (verb.kind == VerbKind::Flow || verb.kind == VerbKind::Uses))
    return Direction::None;
  for (const lexicon::Preposition& row : verb.prepositions)
    if (row.word == phrase.preposition) {
      // "reads from the queue": what is taken out of it goes to the reader.
      const bool taken = row.direction == Direction::Forward && phrase.role == Role::From &&
                         (verb.kind == VerbKind::Uses || verb.kind == VerbKind::Flow) && !phrase.references.empty() &&
                         std::ranges::all_of(phrase.references,
                                             [](const Reference& r) { return r.kind && holds_messages(r.kind->id); });
      return taken ? Direction::Backward : row.direction;
    }
  switch (phrase.role) {
    case Role::Object:
      return verb.object;
    case Role::To:
      return Direction::Forward;
    case Role::Via:
      return Direction::Via;
    case Role::In:
      if (works_off(verb, phrase)) return Direction::Backward;
      if (is_pushed_to(verb, phrase)) return Direction::Forward;
      // "updates the index in the store": whatever is done to data, it is done where they lie.
      if (verb.object == Direction::Carried)
        return takes_data(phrase) || put_there(phrase) ? Direction::Forward : Direction::None;
      return verb.object == Direction::Forward &&
                     (verb.kind == VerbKind::Deploys || verb.kind == VerbKind::Uses || verb.lemma == "query") &&
                     takes_data(phrase)
                 ? Direction::Forward
                 : Direction::None;
    case Role::From:
      return verb.object == Direction::Carried && verb.kind == VerbKind::Flow ? origin_of(phrase) : Direction::None;
    case Role::For:  // "detects errors for A"
      return verb.kind == VerbKind::Monitors && verb.object == Direction::None ? Direction::Forward : Direction::None;
    default:
      return Direction::None;
  }
}

bool receives(const Verb& verb) {
  return verb.kind == VerbKind::Flow && std::ranges::any_of(verb.prepositions, [](const lexicon::Preposition& row) {
           return row.word == "from" && row.direction == Direction::Backward;
         });
}

Role role_of(std::string_view preposition) {
  struct Row {
    std::string_view word;
    Role role;
  };
  constexpr std::array<Row, 26> kRoles{{{"over", Role::Via},
                                        {"across", Role::In},
                                        {"against", Role::With},
                                        {"at", Role::In},
                                        {"behind", Role::Behind},
                                        {"between", Role::Between},
                                        {"by", Role::By},
                                        {"for", Role::For},
                                        {"from", Role::From},
                                        {"in", Role::In},
                                        {"in front of", Role::Front},
                                        {"inside", Role::In},
                                        {"into", Role::To},
                                        {"on", Role::In},
                                        {"onto", Role::To},
                                        {"on top of", Role::In},
                                        {"through", Role::Via},
                                        {"to", Role::To},
                                        {"toward", Role::To},
                                        {"towards", Role::To},
                                        {"under", Role::In},
                                        {"via", Role::Via},
                                        {"with", Role::With},
                                        {"within", Role::In},
                                        {"without", Role::Without},
                                        {"using", Role::With}}};
  if (preposition.empty()) return Role::Other;
  const auto row = std::ranges::find(kRoles, preposition, &Row::word);
  return row == kRoles.end() ? Role::Other : row->role;
}

std::vector<Reference> agent_of(const Clause& clause) {
  for (const Phrase& phrase : clause.phrases)
    if (clause.passive && phrase.role == Role::By) return phrase.references;
  return {};
}

std::vector<Reference> destination_of(const Clause& clause) {
  for (const Phrase& phrase : clause.phrases)
    if (clause.passive && phrase.role == Role::To && !phrase.modifier) return phrase.references;
  return agent_of(clause);
}

}  // namespace skydraft::understand
