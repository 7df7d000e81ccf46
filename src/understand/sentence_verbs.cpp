#include "understand/clause_builder.hpp"

#include <algorithm>

#include "understand/classify.hpp"

/// What a sentence's verbs do to its clauses: which one a clause is about, who acts in it, and where the next begins.
namespace skydraft::understand {

using lexicon::Tense;
using lexicon::Verb;

std::string ClauseBuilder::as_written(const Piece& piece) const {
  if (draft_.language.empty()) return std::string(piece.text);
  return lower_of(text_.substr(words_[piece.from].begin, words_[piece.to - 1].end - words_[piece.from].begin));
}

bool ClauseBuilder::is_passive(const Piece& piece) const {
  const Tense tense = piece.verb->tense;
  if (tense == Tense::Base || tense == Tense::Third) return be_ && !modal_ && auxiliary_since_ && preposition_ != "to";
  if (tense != Tense::Participle) return false;
  if (be_) return true;
  if (have_) return false;
  const Piece* after = next();
  return !after || !(after->part == Part::Determiner || after->part == Part::Mention || after->part == Part::Noun);
}

/// "Merging to main starts the build": what is done is the subject, and nobody does it.
bool ClauseBuilder::is_subject(const Piece& piece) const {
  if (piece.verb->tense != Tense::Gerund || clause_.verb || !clause_.subject.empty() || !clause_.noun.empty() ||
      !preposition_.empty())
    return false;
  for (std::size_t i = at_ + 1; i < pieces_.size(); ++i) {
    if (pieces_[i].part == Part::Comma || pieces_[i].part == Part::Stop || pieces_[i].part == Part::Break) return false;
    if (pieces_[i].part == Part::Relative) return false;
    if (pieces_[i].part == Part::Verb && pieces_[i].verb->tense == Tense::Third) return true;
  }
  return false;
}

/// "writes a record of the prediction it just made to the table": what a pronoun right after a noun does is beside the
/// point.
bool ClauseBuilder::embeds() const {
  if (!clause_.verb || at_ == 0 || joined_ || comma_) return false;
  const Part before = pieces_[at_ - 1].part;
  if (before != Part::Noun && before != Part::Mention) return false;
  std::size_t i = at_ + 1;
  while (i < pieces_.size() && pieces_[i].part == Part::Adverb) ++i;
  return i < pieces_.size() && pieces_[i].part == Part::Verb && pieces_[i].verb->tense != Tense::Gerund;
}

/// "in front of the public services, including A and B", "Services, including A and B, run on …": those are what is
/// spoken of.
bool ClauseBuilder::lists_members(const Piece& piece) {
  if (piece.text != "including") return false;
  if (noun_since_) {
    if (!clause_.verb && preposition_.empty()) clause_.noun.clear();
    if (nouns_after_preposition_ && preposition_.empty()) preposition_ = nouns_of_;
    noun_since_ = nouns_after_preposition_ = comma_ = false;
  } else {
    joined_ = true;
  }
  return true;
}

/// "connect to A using the balancer", "traffic is directed to A using a URL map": the way there, and who leads there.
bool ClauseBuilder::leads_by(const Piece& piece) {
  if (piece.text != "using" || !clause_.verb || joined_ || clause_.phrases.empty()) return false;
  const Piece* means = nullptr;
  for (std::size_t i = at_ + 1; i < pieces_.size() && !means; ++i) {
    if (pieces_[i].part == Part::Mention)
      means = &pieces_[i];
    else if (pieces_[i].part != Part::Determiner && pieces_[i].part != Part::Adverb)
      return false;
  }
  const catalogue::Kind* kind = means ? kind_of(*means->mention) : nullptr;
  if (!kind || kind->category != catalogue::Category::Network || kind->holds != catalogue::Holds::NotAContainer)
    return false;
  const bool led = clause_.passive && lexicon::is_travelling(clause_.noun);
  const bool goes = !clause_.passive && clause_.verb->kind == lexicon::VerbKind::Flow && !clause_.subject.empty();
  if (!led && !goes) return false;
  preposition_ = led ? "by" : "via";
  joined_ = comma_ = noun_since_ = nouns_after_preposition_ = false;
  return true;
}

void ClauseBuilder::verb(const Piece& piece) {
  if (embedded_) {
    embedded_ = false;
    noun_since_ = true;
    return;
  }
  if (lists_members(piece)) return;
  if (is_subject(piece)) {
    clause_.noun = std::string(piece.text);
    clause_.deed = noun_since_ = true;
    return;
  }
  if (leads_by(piece)) return;
  if (!noun_since_ && !(next() && next()->part == Part::Preposition) && attach(clause_, *piece.verb)) return;
  const Verb& verb = lexicon::verb_of(*piece.verb);
  const Tense tense = piece.verb->tense;
  const bool passive = is_passive(piece);
  const bool infinitive = preposition_ == "to";
  const bool negated = (clause_.negated && !clause_.verb) || role_of(preposition_) == Role::Without;
  // "source from GitHub, builds with …": a definition's first words stand for themselves.
  if (!clause_.verb && context_.definition && comma_ && clause_.subject.empty() && !clause_.phrases.empty() &&
      tense == Tense::Third)
    flush();
  if (clause_.verb) {
    next_verb(verb, tense, passive, infinitive);
  } else {
    if (joined_ && clause_.subject.empty() && tense == Tense::Third && !before_.empty()) clause_.subject = before_;
    if (loose_ && passive) {
      clause_.subject.clear();
      clause_.noun = "result";
    }
  }
  clause_.verb = &verb;
  clause_.is = be_;
  clause_.verb_text = as_written(piece);
  clause_.passive = passive;
  clause_.negated = clause_.negated || negated || verb.denies;
  preposition_ = {};
  joined_ = comma_ = be_ = have_ = modal_ = noun_since_ = loose_ = nouns_after_preposition_ = false;
  auxiliary_since_ = false;
}

/// "stores the labels found by A into B": it is what stores them that B belongs to.
void ClauseBuilder::take_up_main(const Piece& piece) {
  const auto done_by = [](const Phrase& phrase) { return phrase.role == Role::By; };
  if (!interrupted_ || !clause_.verb || std::ranges::none_of(clause_.phrases, done_by)) return;
  if (interrupted_->verb->object != lexicon::Direction::Carried) return;
  const std::string_view way = piece.text == "into" ? std::string_view("in") : piece.text;
  const auto leads = [&](const lexicon::Preposition& row) {
    return row.word == way && row.direction == lexicon::Direction::Forward;
  };
  if (std::ranges::none_of(interrupted_->verb->prepositions, leads)) return;
  Clause main = *interrupted_;
  flush();
  clause_ = std::move(main);
}

/// "sends it to an instance within the group": where the group is told, its members need not be.
bool ClauseBuilder::goes_on_within(const Piece& piece) {
  const bool within = piece.text == "in" || piece.text == "within" || piece.text == "of";
  if (!within || preposition_ != "to" || piece.from == 0) return false;
  const WordText& member = words_[piece.from - 1].norm;
  if (!lexicon::is_replica(member) && member != "instance" && member != "node" && member != "host") return false;
  noun_since_ = nouns_after_preposition_ = false;
  return true;
}

/// "creates a gateway to connect …", "uses the bus to start …": it is what was made or taken for it that does so.
bool ClauseBuilder::by_means(const Clause& before) const {
  if (before.passive || before.phrases.empty() || joined_) return false;
  const Phrase& means = before.phrases.back();
  const std::string_view lemma = before.verb->lemma;
  const bool made = before.verb->kind == lexicon::VerbKind::Deploys;
  const bool taken = lemma == "use" || lemma == "leverage" || lemma == "utilize" || lemma == "employ";
  if (means.role != Role::Object || means.modifier || !(made || taken) || noun_since_) return false;
  return std::ranges::all_of(means.references, [&](const Reference& r) {
    const catalogue::Kind* kind = kind_of(r);
    return kind && hands_on(*kind);
  });
}

void ClauseBuilder::next_verb(const Verb& verb, Tense tense, bool passive, bool infinitive) {
  const Clause before = clause_;
  const bool reduced = tense == Tense::Gerund || (tense == Tense::Participle && passive && !be_);
  // "calls A, resolved by B": with an agent of its own it tells of what stands nearest.
  const Role nearby = before.phrases.empty() ? Role::By : before.phrases.back().role;
  const bool aside = comma_ && passive && next() && next()->text == "by" &&
                     (before.passive ? nearby == Role::To || nearby == Role::In : nearby == Role::Object);
  const bool attached = reduced && last_ && !joined_ && (aside || (!comma_ && !noun_since_)) && preposition_.empty() &&
                        (passive || (verb.lemma != "use" && !before.phrases.empty() &&
                                     (before.phrases.back().role == Role::Object ||
                                      verb.kind == lexicon::VerbKind::Contains)));  // "… to A running on B"
  const std::optional<Reference> nearest = last_;
  const std::vector<Reference> agent = receives(verb) && passive ? destination_of(before) : agent_of(before);
  const bool after_preposition = !preposition_.empty() && !infinitive;
  const bool noun_before = reduced && noun_since_ && !joined_ && !comma_;
  const bool comma_before = comma_;
  const bool noun_since_before =
      noun_since_ && at_ > 0 && (pieces_[at_ - 1].part == Part::Noun || pieces_[at_ - 1].part == Part::Mention);
  const bool back = (!main_.empty() || !main_noun_.empty()) && !reduced && (joined_ || comma_) && before.reduced;
  flush();
  if (noun_before && passive && !attached && !before.passive) {
    interrupted_ = before;
    interrupted_->phrases.clear();
  }
  if (attached) {
    if (!before.reduced) {
      main_ = before.subject;
      main_noun_ = before.noun;
    }
    clause_.subject = {*nearest};
    clause_.reduced = true;
  } else if (back) {  // "reads from A stored in B and sends …": it is not A that sends
    clause_.subject = main_;
    clause_.noun = main_noun_;
  } else if (infinitive && by_means(before)) {
    clause_.subject = before.phrases.back().references;
  } else if (infinitive && before.verb->causative && !before.phrases.empty() &&
             before.phrases.front().role == Role::Object) {
    clause_.subject = before.phrases.front().references;
  } else if (infinitive && before.verb->causative && !moving_.empty() && before.phrases.size() == 1 &&
             before.phrases.front().role == Role::From) {  // "allows traffic from A to reach B"
    clause_.subject = before.phrases.front().references;
  } else if (before.passive && infinitive && !agent.empty()) {
    clause_.subject = agent;
  } else if (before.passive && !before.is && before.subject.empty() && verb.starts && !reduced && !infinitive) {
    clause_.subject = destination_of(before);  // "A file uploaded to the bucket starts …": the bucket does
  } else if (!(before.passive && after_preposition && before.subject.empty())) {
    clause_.subject = before.subject.empty() ? host_of_whole(before) : before.subject;
    clause_.subject_modifier = before.subject_modifier;
    clause_.noun = before.noun;
    clause_.deed = before.deed;
    clause_.instruction = before.instruction;
  }
  // "is deployed by A, secrets synced from B": what stands right before the participle is what is synced.
  const bool absolute =
      reduced && passive && noun_since_before && comma_before && !attached && !aside && !clause_.subject.empty();
  if (absolute) {
    clause_.subject.clear();
    clause_.noun = words_[pieces_[at_ - 1].to - 1].norm;
  }
  // "the roles needed by A": not the subject is needed; but "in a mode backed by A" the subject is.
  const bool whole = verb.kind == lexicon::VerbKind::Uses && verb.object == lexicon::Direction::Backward;
  if (noun_before && passive && !attached && !whole) {
    clause_.subject_modifier = true;
    if (clause_.subject.empty()) clause_.noun = "result";
  }
  if (passive && clause_.subject.empty() && !agent.empty()) {  // "data collected by A is stored in B"
    clause_.subject = agent;
    clause_.subject_modifier = true;
  }
  clause_.topic = before.topic;
  clause_.negated = clause_.negated || (reduced && before.negated);  // "can also be deployed using A"
}

/// "The application runs on A": all that is known of it is A, which then acts for it.
std::vector<Reference> ClauseBuilder::host_of_whole(const Clause& clause) const {
  if (!clause.verb || clause.negated || clause.verb->kind != lexicon::VerbKind::Contains || !clause.subject.empty() ||
      !lexicon::is_whole(clause.noun))
    return {};
  for (const Phrase& phrase : clause.phrases)
    if (phrase.role == Role::In && !phrase.modifier && phrase.references.size() == 1)
      if (const catalogue::Kind* kind = kind_of(phrase.references.front());
          kind && is_runtime(*kind) && kind->holds == catalogue::Holds::NotAContainer)
        return phrase.references;
  return {};
}

}  // namespace skydraft::understand
