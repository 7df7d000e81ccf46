#include "understand/clause_builder.hpp"

#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/classify.hpp"
#include "understand/compounds.hpp"
#include "understand/languages.hpp"
#include "understand/own_name.hpp"
#include "understand/verb_last.hpp"

namespace skydraft::understand {

using lexicon::Tense;
using lexicon::Verb;

Stated ClauseBuilder::run() {
  for (std::size_t word = 0; word < words_.size();) {
    pieces_ = next_sentence(draft_, words_, text_, context_.section, word, std::move(pieces_));
    if (pieces_.empty()) break;
    if (ends_question(pieces_.back(), words_, text_)) continue;
    if (!context_.listed.items.empty()) mention_listed();
    meaning_.enter(pieces_.front().from, pieces_.back().to);
    const bool go =
        pieces_.front().text == "go" && pieces_.size() > 1 && pieces_[1].part == Part::Comma;          // the language
    const bool told = pieces_.front().text == "read" && !context_.subject.empty() && !context_.prose;  // what it does
    if ((lexicon::is_instruction(pieces_.front().text) && !go && !told) ||
        (context_.prose && is_imperative(pieces_.front())))
      clause_.instruction = true;
    for (at_ = 0; at_ < pieces_.size(); ++at_) read(pieces_[at_]);
  }
  flush();
  return std::move(meaning_).take(topic_);
}

void ClauseBuilder::mention_listed() {
  const Range phrase = context_.listed.phrase;
  auto first = pieces_.end(), last = pieces_.end();
  if (!phrase.empty()) {
    const auto within = [&](const Piece& piece) {
      return words_[piece.from].begin >= phrase.begin && words_[piece.to - 1].end <= phrase.end;
    };
    first = std::ranges::find_if(pieces_, within);
    last = std::find_if_not(first, pieces_.end(), within);
    if (first == last) return;
  } else {
    if (!awaits_list()) return;
    if (pieces_.back().part == Part::Colon) first = last = std::prev(pieces_.end());
  }
  const std::size_t from = first == last ? words_.size() - 1 : first->from;
  Piece all{Part::Mention, from, first == last ? words_.size() : std::prev(last)->to, {}, {}, nullptr};
  all.mention = Reference{all.from, all.to, context_.listed.items, {}, &draft_.kind(context_.listed.items.front()), {},
                          true,     true};
  pieces_.insert(pieces_.erase(first, last), std::move(all));
}

/// "The API integrates with:", "It has two origins:", "… all of it, including:": the sentence lacks what the list
/// names.
bool ClauseBuilder::awaits_list() const {
  if (pieces_.empty() || pieces_.back().to < words_.size()) return false;
  for (std::size_t i = pieces_.size(); i-- > 0;) {
    const Piece& piece = pieces_[i];
    if (piece.part == Part::Mention || piece.part == Part::Stop || piece.part == Part::Subordinator) return false;
    if (piece.part == Part::Verb) return true;
    if (piece.part == Part::Auxiliary && piece.text.starts_with("ha")) return true;
  }
  return false;
}

void ClauseBuilder::read(const Piece& piece) {
  switch (piece.part) {
    case Part::Mention:
      if (piece.mention->ids.empty()) (void)brought_in(piece);
      mention(pieces_[at_]);
      break;
    case Part::Verb:
      verb(piece);
      break;
    case Part::Noun:
      if (brought_in(piece))
        mention(pieces_[at_]);
      else
        noun(piece);
      break;
    case Part::Determiner:
      if (piece.text == "other" && at_ > 0 && pieces_[at_ - 1].text == "each") preposition_ = {};  // "to each other"
      note_open(piece);
      break;
    case Part::Preposition:
      preposition(piece);
      break;
    case Part::And:
      joined_ = true;
      if (nouns_after_preposition_) preposition_ = {};
      break;
    case Part::Comma:
      if (clause_.condition && !clause_.verb && !clause_.noun.empty()) flush();  // "After the test, A stores …"
      comma_ = true;
      if (!clause_.predicate_had) preposition_ = {};  // "on every push to main, …": it has found what it is about
      examples_ = examples_ && !clause_.verb;
      break;
    case Part::Colon:
      if (clause_.predicate_had) break;  // "has two origins: A and B"
      // "integrates with: A, B": the verb still waits for what follows.
      if (clause_.verb && !noun_since_ && (!preposition_.empty() || clause_.phrases.empty())) break;
      // "routes events to three targets: A, B and C": those.
      if (clause_.verb && noun_since_ && nouns_after_preposition_ && nouns_of_ == "to" && !clause_.passive) {
        preposition_ = nouns_of_;
        noun_since_ = nouns_after_preposition_ = comma_ = false;
        break;
      }
      go_on();
      break;
    case Part::Break:
      go_on();
      break;
    case Part::Stop:
      flush();
      meaning_.end_sentence();
      last_.reset();
      before_.clear();
      examples_ = false;
      break;
    case Part::Auxiliary:
      auxiliary(piece.text);
      break;
    case Part::Modal:
      modal_ = true;
      break;
    case Part::Negation:
      if (piece.text == "no")
        absent_ = true;
      else
        clause_.negated = true;
      break;
    case Part::Hypothesis:
      clause_.negated = true;
      break;
    case Part::Pronoun:
      if (embeds())
        embedded_ = true;
      else
        pronoun(piece.text);
      break;
    case Part::Relative:
      relative(piece.text);
      break;
    case Part::Subordinator:
      subordinate(piece.text);
      break;
    case Part::Example:
      examples_ = true;
      break;
    case Part::Adverb:
      then_ = piece.text == "then";
      // "From there A sends it to …", "goes to A and from there to B"
      if (piece.text == "there" && preposition_ == "from" &&
          (!clause_.verb || (next() && next()->part == Part::Preposition))) {
        clause_.from_there = true;
        preposition_ = {};
        break;
      }
      if (piece.text == "there" && clause_.verb && !preposition_.empty()) into_it();  // "reads from there"
      if (piece.text == "there" && clause_.verb && preposition_.empty())
        clause_.takes_it = true;  // "sorts the files there"
      break;
    case Part::Parenthesis:
      parenthesis(piece);
      break;
    case Part::Path:
      path(piece);
      break;
  }
}

void ClauseBuilder::auxiliary(std::string_view text) {
  if (text.starts_with("ha"))
    have_ = true;
  else if (!text.starts_with("d"))
    be_ = true;
  auxiliary_since_ = true;
}

void ClauseBuilder::path(const Piece& piece) {
  if (!clause_.verb || !clause_.path.empty()) return;
  const std::size_t begin = words_[piece.from].begin;
  clause_.path = std::string(text_.substr(begin, text_.find_first_of(" ,)`\n", begin) - begin));
}

void ClauseBuilder::relative(std::string_view word) {
  if (word == "whose") {  // "the payment provider, whose webhooks reach A": whatever is theirs, they do it
    if (last_ && !noun_since_ && clause_.verb) {
      const Reference whose = *last_;
      flush();
      clause_.subject = with_kinds({whose});
      last_.reset();
    }
    return;
  }
  std::optional<Reference> antecedent;
  if (last_ && !noun_since_) antecedent = last_;
  // "a small function behind the gateway, which stores …": the function does.
  if (antecedent && comma_ && !clause_.phrases.empty() && clause_.phrases.back().role == Role::Behind &&
      clause_.phrases.back().beside.size() == 1)
    antecedent = clause_.phrases.back().beside.front();
  // "a balancer in the public subnets that forwards …": what one thing does, several do not.
  const bool one = next() && next()->part == Part::Verb && next()->verb->tense == Tense::Third;
  if (antecedent && antecedent->plural && one && !clause_.verb && clause_.subject.size() == 1 &&
      !clause_.subject.back().plural)
    antecedent = clause_.subject.back();
  if (!antecedent && be_ && !clause_.verb && !clause_.subject.empty()) antecedent = clause_.subject.back();
  std::string fronted(word == "where" && preposition_.empty() ? std::string_view("in") : preposition_);
  const std::vector<Reference> subject = clause_.subject;
  const bool had_verb = clause_.verb != nullptr;
  flush();
  if (antecedent && !fronted.empty()) {
    Phrase phrase;
    phrase.role = role_of(fronted);
    phrase.where = word == "where";
    phrase.preposition = std::move(fronted);
    phrase.references = with_kinds({*antecedent});
    clause_.phrases.push_back(std::move(phrase));
  } else if (antecedent) {
    clause_.subject = {*antecedent};
    relative_ = true;
  } else if (had_verb || !subject.empty()) {
    clause_.subject = subject;
    loose_ = true;
  }
  last_ = antecedent;
}

void ClauseBuilder::subordinate(std::string_view word) {
  // "an alarm detects when there are errors in A": that is what it looks at.
  const bool looks = clause_.verb && clause_.verb->kind == lexicon::VerbKind::Monitors && clause_.phrases.empty();
  if (looks && next() && next()->text == "there") return;
  if (!clause_.subject.empty()) before_ = clause_.subject;
  flush();
  last_.reset();
  clause_.condition = word == "when" || word == "whenever" || word == "once" || word == "after" || word == "if";
}

void ClauseBuilder::go_on() {
  const std::vector<Reference> subject = clause_.subject;
  flush();
  clause_.subject = subject;
  carried_ = !subject.empty();
  last_.reset();
  examples_ = false;
}

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
  const bool negated = clause_.negated && !clause_.verb;
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
  clause_.negated = clause_.negated || negated;
  preposition_ = {};
  joined_ = comma_ = be_ = have_ = modal_ = noun_since_ = loose_ = nouns_after_preposition_ = false;
  auxiliary_since_ = false;
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
  const bool aside = comma_ && passive && !before.passive && !before.phrases.empty() &&
                     before.phrases.back().role == Role::Object && next() && next()->text == "by";
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

void ClauseBuilder::flush() {
  Clause clause = std::move(clause_);
  clause_ = {};
  clause.topic = topic_;
  clause.relative = relative_;
  clause.is = clause.is || be_;
  const bool relative = relative_;
  preposition_ = {};
  beside_.clear();
  joined_ = comma_ = be_ = have_ = modal_ = noun_since_ = loose_ = relative_ = nouns_after_preposition_ = false;
  auxiliary_since_ = absent_ = carried_ = anew_ = false;
  meaning_.state(clause);
  stated_ = stated_ || clause.verb != nullptr;
  if (clause.verb) moved_from_ = {};
  if (clause.verb)
    for (const Phrase& phrase : clause.phrases) {
      if (!phrase.modifier && phrase.role != Role::By) object_ = phrase.references;
      if (!phrase.modifier && phrase.role == Role::From && clause.negated) {  // "If A cannot take a message from B, …"
        moved_from_ = phrase;
        moved_from_.early = true;
      }
    }
  const bool there = !clause.negated &&
                     (clause.verb || (!clause.subject.empty() &&
                                      (!clause.subject.front().ids.empty() || clause.subject.front().kind != nullptr)));
  if (there && !clause.subject.empty() && !relative && !clause.subject_modifier && !clause.reduced)
    topic_ = clause.subject;
  if (std::vector<Reference> host = host_of_whole(clause); !host.empty()) topic_ = std::move(host);
  if (clause.is && !clause.verb && !clause.negated && clause.subject.size() == 1) introduced_ = clause.subject;
  // "Customers are served by A. It keeps …"
  const bool people = clause.subject.empty() ? !clause.noun.empty() : clause.subject.front().ids.empty();
  if (clause.verb) doer_ = people && clause.passive && !relative ? agent_of(clause) : std::vector<Reference>{};
  // "The schedule starts the importer. It fetches …": the one that was started goes on.
  if (clause.verb && !clause.passive && clause.verb->starts)
    for (const Phrase& phrase : clause.phrases)
      if (phrase.role == Role::Object && !phrase.modifier) topic_ = phrase.references;
}

Stated read_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text,
                     const SentenceContext& context) {
  if (is_verb_last(draft.language)) return read_verb_last(draft, words, text, context);
  Stated stated = ClauseBuilder(draft, words, text, context).run();
  if (!stated.negated) read_compounds(draft, words, text, context, stated);
  return stated;
}

}  // namespace skydraft::understand
