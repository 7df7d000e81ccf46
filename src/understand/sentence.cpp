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
  if (context_.memory) pieces_.swap(*context_.memory);
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
  if (context_.memory) pieces_.swap(*context_.memory);
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

void ClauseBuilder::flush() {
  Clause clause = std::move(clause_);
  clause_ = {};
  interrupted_.reset();
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
  const Phrase* object = nullptr;
  if (clause.verb)
    for (const Phrase& phrase : clause.phrases) {
      if (!phrase.modifier && phrase.role != Role::By) object = &phrase;
      if (!phrase.modifier && phrase.role == Role::From && clause.negated) {  // "If A cannot take a message from B, …"
        moved_from_ = phrase;
        moved_from_.early = true;
      }
    }
  if (object) object_ = object->references;
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
