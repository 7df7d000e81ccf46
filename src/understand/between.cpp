#include <algorithm>

#include "understand/clause.hpp"

/// What stands between two things, and what joins them.
namespace skydraft::understand {
namespace {

/// "between services": any of them.
bool is_any(const Phrase& phrase) {
  return phrase.references.size() == 1 && phrase.references.front().rule == "all-of-kind";
}

}  // namespace

/// "The bus connects A and B", "connects A to B", "decouples A from B": what comes from A goes through it to B.
bool Meaning::joins_two(const Clause& clause, const std::vector<ComponentId>& subject) {
  if (!clause.verb->joins || subject.size() != 1 || are_people(subject) || clause.phrases.empty()) return false;
  const Phrase& object = clause.phrases.front();
  if (object.role != Role::Object || object.modifier) return false;
  std::vector<ComponentId> first = ids_of(object.references, true), second;
  for (const Phrase& phrase : clause.phrases) {
    if (phrase.role == Role::Via) return false;
    if (!phrase.modifier && (phrase.role == Role::To || phrase.role == Role::With || phrase.role == Role::From))
      second = ids_of(phrase.references);
  }
  if (second.empty() && first.size() > 1) {
    second.assign(first.begin() + 1, first.end());
    first.resize(1);
  }
  if (first.empty() || second.empty()) return false;
  lead_through(first, subject, second, clause, clause.verb_text);
  return true;
}

void Meaning::lead_through(std::vector<ComponentId> from, const std::vector<ComponentId>& through,
                           std::vector<ComponentId> to, const Clause& clause, const std::string& label) {
  for (auto* ends : {&from, &to})  // a gateway of the network that it leads into
    std::erase_if(*ends, [&](ComponentId end) { return draft_.is_inside(through.front(), end); });
  connect(from, through, clause, "connects", label);
  connect(through, to, clause, "connects", label);
}

/// "the queue between A and B", "the connection between A and B", "traffic between A and B passes through C".
void Meaning::between(const Phrase& phrase, const Clause& clause, const std::vector<ComponentId>& subject) {
  const bool shares = clause.verb && direction_of(*clause.verb, phrase) == lexicon::Direction::Forward;
  if (is_any(phrase) || shares) return;  // "balances traffic between A and B"
  const std::vector<ComponentId> ends = ids_of(phrase.references, true);
  if (ends.size() < 2) return;
  const std::vector<ComponentId> first{ends.front()}, rest(ends.begin() + 1, ends.end());
  const auto via = std::ranges::find(clause.phrases, Role::Via, &Phrase::role);
  if (subject.empty() && via != clause.phrases.end()) {
    lead_through(first, ids_of(via->references), rest, clause, "connection");
    return;
  }
  const bool one =
      subject.size() == 1 && !draft_.holds(subject.front()) && std::ranges::find(ends, subject.front()) == ends.end();
  if (one && carries(phrase, clause, subject.front())) return lead_through(first, subject, rest, clause, "connection");
  if (std::ranges::none_of(ends, [&](ComponentId id) { return draft_.holds(id); }))
    connect(first, rest, clause, "connects", "connection");
}

/// "The bus between A and B", "The gateway provides a private connection between A and B", "filters traffic between A
/// and B".
bool Meaning::carries(const Phrase& phrase, const Clause& clause, ComponentId subject) const {
  if (!clause.verb || holds_messages(draft_.builder[subject].kind)) return true;
  if (clause.passive || phrase.references.empty()) return false;
  std::size_t at = phrase.references.front().from;
  while (at > 0 && words_[at].lower != "between") --at;
  return at > 0 && (lexicon::is_travelling(words_[at - 1].norm) || lexicon::is_link(words_[at - 1].norm));
}

}  // namespace skydraft::understand
