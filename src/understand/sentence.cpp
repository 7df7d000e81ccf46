#include "understand/sentence.hpp"

#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/clause.hpp"
#include "understand/languages.hpp"
#include "understand/own_name.hpp"
#include "understand/phrase.hpp"
#include "understand/verb_last.hpp"

namespace skydraft::understand {
namespace {

using lexicon::Tense;
using lexicon::Verb;

constexpr int kMaxNesting = 2;  // parentheses in parentheses that are read

/// Builds clauses from the pieces of a text, left to right; a clause is stated as soon as the next one begins.
class Builder {
 public:
  Builder(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), meaning_(draft, words, text, context) {
    for (const ComponentId id : context.subject) topic_.push_back(Reference{0, 0, {id}, {}, nullptr, {}, false, true});
  }

  Stated run() {
    for (std::size_t word = 0; word < words_.size();) {
      pieces_ = next_sentence(draft_, words_, text_, context_.section, word);
      if (pieces_.empty()) break;
      meaning_.enter(pieces_.front().from, pieces_.back().to);
      if (lexicon::is_instruction(pieces_.front().text) || (context_.prose && is_imperative(pieces_.front())))
        clause_.instruction = true;
      for (at_ = 0; at_ < pieces_.size(); ++at_) read(pieces_[at_]);
    }
    flush();
    return std::move(meaning_).take(topic_);
  }

 private:
  /// "Create a token at …"
  static bool is_imperative(const Piece& first) { return first.part == Part::Verb && first.verb->tense == Tense::Base; }

  const Piece* next() const { return at_ + 1 < pieces_.size() ? &pieces_[at_ + 1] : nullptr; }

  void read(const Piece& piece) {
    switch (piece.part) {
      case Part::Mention:
        mention(piece);
        break;
      case Part::Verb:
        verb(piece);
        break;
      case Part::Noun:
        noun(piece);
        break;
      case Part::Determiner:
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
        comma_ = true;
        if (nouns_after_preposition_) preposition_ = {};
        examples_ = examples_ && !clause_.verb;
        break;
      case Part::Colon:
        if (clause_.predicate_had) break;  // "has two origins: A and B"
        // "integrates with: A, B": the verb still waits for what follows.
        if (clause_.verb && !noun_since_ && (!preposition_.empty() || clause_.phrases.empty())) break;
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
        break;
      case Part::Parenthesis:
        parenthesis(piece);
        break;
      case Part::Path:
        path(piece);
        break;
    }
  }

  void auxiliary(std::string_view text) {
    if (text.starts_with("ha"))
      have_ = true;
    else if (!text.starts_with("d"))
      be_ = true;
    auxiliary_since_ = true;
  }

  void path(const Piece& piece) {
    if (!clause_.verb || !clause_.path.empty()) return;
    const std::size_t begin = words_[piece.from].begin;
    clause_.path = std::string(text_.substr(begin, text_.find_first_of(" ,)`\n", begin) - begin));
  }

  /// "port 443 open to …"
  void note_open(const Piece& piece) {
    clause_.open = clause_.open || piece.text == "open" || piece.text == "opened" || piece.text == "accessible";
  }

  void noun(const Piece& piece) {
    const Word& word = words_[piece.from];
    note_open(piece);
    if (word.norm == "port" && !clause_.tcp_port) clause_.tcp_port = port_at(words_, piece.from + 1);
    if (word.lower == "but") {
      joined_ = true;
      return;
    }
    // "…, and orders are stored": a noun that begins a clause of its own.
    const bool own_clause = next() && (next()->part == Part::Auxiliary || next()->part == Part::Modal);
    if (clause_.verb && preposition_.empty() && (joined_ || comma_) && own_clause) flush();
    noun_since_ = true;
    nouns_after_preposition_ = !preposition_.empty();
    // "A shows it; alerts go from B to C": somebody else's business.
    if (carried_ && !clause_.verb && preposition_.empty() && next() && next()->part == Part::Verb)
      clause_.subject.clear();
    if (!clause_.verb && preposition_.empty() && !clause_.subject.empty() && (be_ || have_)) name_predicate(word.norm);
    if (!clause_.verb && clause_.subject.empty() && preposition_.empty() && !be_ && !says_what_it_is())
      clause_.noun = word.norm;
    joined_ = joined_ && !clause_.verb;
  }

  /// "is the data source of", "has two origins"
  void name_predicate(const std::string& noun) {
    clause_.predicate += (clause_.predicate.empty() ? "" : " ") + noun;
    const lexicon::RelationLabel* label = lexicon::find_relation_label(clause_.predicate);
    clause_.predicate_had = have_ && label && label->label == noun;
    if (clause_.predicate_had) preposition_ = "of";
  }

  /// "**Cache**: small store, filled by …": the nouns that a definition begins with are the subject itself.
  bool says_what_it_is() const {
    if (!context_.definition || context_.subject.empty() || stated_) return false;
    for (std::size_t i = at_ + 1; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.part == Part::Noun || piece.part == Part::Adverb || piece.part == Part::Parenthesis) continue;
      if (piece.part == Part::Verb) return piece.verb->tense != Tense::Third && piece.verb->tense != Tense::Base;
      return piece.part != Part::Auxiliary && piece.part != Part::Modal && piece.part != Part::Mention;
    }
    return true;
  }

  void preposition(const Piece& piece) {
    // "the internals of X" is about X.
    if (piece.text == "of" && clause_.predicate.empty()) return;
    means_ = piece.text == "from" && (preposition_ == "using" || preposition_ == "with") && noun_since_;
    preposition_ = piece.text;
    beside_.clear();
    if (last_ && !noun_since_) beside_ = {*last_};
    joined_ = comma_ = noun_since_ = nouns_after_preposition_ = false;
  }

  /// A finite verb comes after this piece, so that what stands here is its subject.
  bool finite_verb_follows(const Reference& mention) const {
    for (std::size_t i = at_ + 1; i < pieces_.size() && i < at_ + 6; ++i) {
      const Piece& piece = pieces_[i];
      if (piece.part == Part::Noun || piece.part == Part::Adverb || piece.part == Part::Parenthesis) continue;
      if (piece.part == Part::Auxiliary || piece.part == Part::Modal) return true;
      return piece.part == Part::Verb &&
             (piece.verb->tense == Tense::Third || (piece.verb->tense == Tense::Base && mention.plural));
    }
    return false;
  }

  void mention(const Piece& piece) {
    const Reference& ref = *piece.mention;
    const bool acting = (!clause_.verb && preposition_.empty() && !be_) || (clause_.passive && preposition_ == "by");
    if (absent_ || examples_ || role_of(preposition_) == Role::Without ||
        (ref.acts_only && ref.ids.empty() && !acting)) {
      absent_ = false;
      noun_since_ = true;
      return;
    }
    if (apposition(ref) || says_kind(piece)) {
      noun_since_ = true;
      return;
    }
    if (next() && next()->part == Part::Mention && (owns(piece) || is_service_of(piece, *next()))) return;
    const bool modifier = next() && next()->part == Part::Noun && next()->from == piece.to;
    if (clause_.verb && preposition_.empty() && (joined_ || comma_ || !last_) && finite_verb_follows(ref)) flush();
    // "X is the gateway": another name for the subject, not another subject.
    if (!clause_.verb && preposition_.empty() && be_ && !clause_.subject.empty() && !listed(ref)) {
      if (!clause_.subject.back().named && ref.named) clause_.subject = {ref};
      clause_.predicate = words_[piece.to - 1].norm;
      last_ = clause_.subject.back();
      noun_since_ = false;
      return;
    }
    if (!clause_.verb && preposition_.empty() && !listed(ref)) {
      if (!clause_.subject.empty() && !joined_ && !comma_) {
        if (relative_ || loose_) object_of_relative();
        clause_.subject.clear();
      }
      clause_.subject.push_back(ref);
      clause_.subject_modifier = modifier;
      clause_.noun.clear();
    } else {
      const bool more = (joined_ || comma_) && preposition_.empty() && !clause_.phrases.empty();
      if (more && then_) go_from_there();
      if (more && parallel()) {
        Phrase phrase;
        phrase.role = clause_.phrases[clause_.phrases.size() - 2].role;
        phrase.preposition = clause_.phrases[clause_.phrases.size() - 2].preposition;
        clause_.phrases.push_back(std::move(phrase));
      } else if (!more) {
        Phrase phrase;
        phrase.role = preposition_.empty() ? Role::Object : role_of(preposition_);
        phrase.preposition = preposition_;
        phrase.beside = beside_;
        phrase.early = clause_.verb == nullptr;
        phrase.means = means_ && phrase.role == Role::From;
        clause_.phrases.push_back(std::move(phrase));
      }
      clause_.phrases.back().references.push_back(ref);
      if (!ref.ids.empty() && !ref.kind) clause_.phrases.back().references.back().kind = &draft_.kind(ref.ids.front());
      clause_.phrases.back().modifier = modifier;
    }
    last_ = ref;
    preposition_ = {};
    joined_ = comma_ = noun_since_ = nouns_after_preposition_ = then_ = false;
    auxiliary_since_ = false;
  }

  /// "the bucket that the worker reads", "metrics that the collector scrapes": what has looked like the subject is what
  /// is acted on.
  void object_of_relative() {
    Phrase phrase;
    phrase.references = clause_.subject;
    for (Reference& reference : phrase.references)
      if (!reference.ids.empty()) reference.kind = &draft_.kind(reference.ids.front());
    clause_.phrases.push_back(std::move(phrase));
    clause_.loose_object = loose_;
    relative_ = loose_ = false;
  }

  /// "reaches A first, then B": the same again, from A.
  void go_from_there() {
    const Clause before = clause_;
    flush();
    clause_.subject = before.phrases.back().references;
    clause_.verb = before.verb;
    clause_.verb_text = before.verb_text;
    Phrase phrase;
    phrase.role = before.phrases.back().role;
    phrase.preposition = before.phrases.back().preposition;
    clause_.phrases.push_back(std::move(phrase));
  }

  /// "**Thumbnails:** Lambda function that …": the first noun says what the subject is.
  bool apposition(const Reference& ref) {
    if (!context_.definition || clause_.verb || !preposition_.empty() || !clause_.subject.empty() || defined_)
      return false;
    defined_ = true;
    const std::string_view kind = ref.ids.empty() ? (ref.kind ? ref.kind->id : "") : draft_.kind(ref.ids.front()).id;
    const bool says_kind = kind.starts_with("generic.") || context_.subject.empty() ||
                           same_family(kind, draft_.builder[context_.subject.front()].kind);
    return says_kind && !finite_verb_follows(ref) &&
           !(next() && (next()->part == Part::And || next()->part == Part::Comma));
  }

  /// "The scan reader, a Lambda function, stores …": what the subject is, not another one.
  bool says_kind(const Piece& piece) {
    const bool after = comma_ && !joined_ && !clause_.verb && preposition_.empty() && clause_.subject.size() == 1;
    if (!after || at_ < 2 || pieces_[at_ - 1].part != Part::Determiner || !pieces_[at_ - 1].text.starts_with('a'))
      return false;
    const Part follows = next() ? next()->part : Part::Stop;
    if (follows != Part::Comma && follows != Part::Verb && follows != Part::Relative && follows != Part::Stop)
      return false;
    Reference& subject = clause_.subject.front();
    const catalogue::Kind* kind = piece.mention->kind          ? piece.mention->kind
                                  : piece.mention->ids.empty() ? nullptr
                                                               : &draft_.kind(piece.mention->ids.front());
    if (!kind) return false;
    if (subject.ids.empty() && subject.kind && subject.kind->provider == "generic")
      subject.kind = kind;
    else if (subject.ids.size() == 1 && draft_.kind(subject.ids.front()).id == "generic.service")
      draft_.refine(subject.ids.front(), kind->id);
    comma_ = false;
    return true;
  }

  /// "between A and B", "from A, B" where no verb comes: one more of what the preposition is about.
  bool listed(const Reference& ref) const {
    if (!(joined_ || comma_) || clause_.phrases.empty()) return false;
    // "logs from A and B are …"
    if (clause_.subject.empty() && !clause_.noun.empty()) return true;
    return clause_.phrases.back().role == Role::Between || !clause_.predicate.empty() ||
           (context_.definition && clause_.subject.empty() && !finite_verb_follows(ref));
  }

  /// "A for x and B for y": B stands beside A, not beside x.
  bool parallel() const {
    const std::size_t n = clause_.phrases.size();
    return n >= 2 && next() && next()->part == Part::Preposition &&
           next()->text == clause_.phrases[n - 1].preposition && clause_.phrases[n - 1].role == Role::For;
  }

  /// "the VPC's endpoints": the owner is no end of anything.
  bool owns(const Piece& piece) const {
    const std::string_view after = text_.substr(words_[piece.to - 1].end, 4);
    return after.starts_with("'s") || after.starts_with("’s");
  }

  /// "the DynamoDB orders table": the service of what comes right after.
  bool is_service_of(const Piece& piece, const Piece& after) {
    if (after.from != piece.to || after.mention->ids.size() != 1 || !piece.mention->named) return false;
    const std::string_view kind = piece.mention->ids.empty() ? (piece.mention->kind ? piece.mention->kind->id : "")
                                                             : draft_.kind(piece.mention->ids.front()).id;
    return kind == draft_.kind(after.mention->ids.front()).id;
  }

  void pronoun(std::string_view word) {
    if (clause_.verb && !preposition_.empty() && (word == "it" || word == "them") && into_it()) return;
    if (clause_.verb || !clause_.subject.empty()) {
      noun_since_ = true;
      clause_.takes_it = clause_.takes_it || (clause_.verb && preposition_.empty());
      return;
    }
    if (word == "we" || word == "you") {
      clause_.noun = "we";
      clause_.instruction = word == "you";
      return;
    }
    // "The customers call the API. It runs on …": it is none of many.
    const bool people = !topic_.empty() && topic_.front().kind && topic_.front().plural &&
                        topic_.front().kind->category == catalogue::Category::Actor;
    clause_.subject = word == "it" && people && object_.size() == 1 ? object_ : topic_;
    clause_.noun.clear();
  }

  /// "streams the topic into it", "pulls images from it": what was acted on before, else what the text is about.
  bool into_it() {
    const std::vector<Reference>& meant = object_.empty() ? topic_ : object_;
    if (meant.empty()) return false;
    Phrase phrase;
    phrase.role = role_of(preposition_);
    phrase.preposition = preposition_;
    phrase.references = meant;
    for (Reference& reference : phrase.references)
      if (!reference.ids.empty()) reference.kind = &draft_.kind(reference.ids.front());
    clause_.phrases.push_back(std::move(phrase));
    preposition_ = {};
    return true;
  }

  void relative(std::string_view word) {
    if (word == "whose") return;
    std::optional<Reference> antecedent;
    if (last_ && !noun_since_) antecedent = last_;
    if (!antecedent && be_ && !clause_.verb && !clause_.subject.empty()) antecedent = clause_.subject.back();
    std::string fronted(word == "where" && preposition_.empty() ? std::string_view("in") : preposition_);
    const std::vector<Reference> subject = clause_.subject;
    const bool had_verb = clause_.verb != nullptr;
    flush();
    if (antecedent && !fronted.empty()) {
      Phrase phrase;
      phrase.role = role_of(fronted);
      phrase.preposition = std::move(fronted);
      phrase.references = {*antecedent};
      if (!antecedent->ids.empty()) phrase.references.front().kind = &draft_.kind(antecedent->ids.front());
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

  void subordinate(std::string_view word) {
    if (!clause_.subject.empty()) before_ = clause_.subject;
    flush();
    last_.reset();
    clause_.condition = word == "when" || word == "whenever" || word == "once" || word == "after" || word == "if";
  }

  /// A dash, semicolon or colon: what follows may still be about the same subject.
  void go_on() {
    const std::vector<Reference> subject = clause_.subject;
    flush();
    clause_.subject = subject;
    carried_ = !subject.empty();
    last_.reset();
    examples_ = false;
  }

  /// What a parenthesis says is read for itself; an abbreviation in it belongs to the mention before.
  void parenthesis(const Piece& piece) {
    const std::size_t from = piece.from + 1, to = piece.to - 1;
    if (from >= to) return;
    if (last_ && last_->ids.size() == 1 && to - from <= 5)
      if (const auto inner = reference_at(draft_, words_, from, text_, context_.section);
          inner && inner->kind && inner->to == to && inner->kind->id == draft_.builder[last_->ids.front()].kind)
        draft_.alias(last_->ids.front(), inner->name);
    // "The control plane (the scaling Lambda) stores …"
    if (!clause_.verb && clause_.subject.empty() && !clause_.noun.empty() && preposition_.empty())
      if (const auto inner = thing_at(draft_, words_, from, text_, context_.section, true); inner && inner->to == to) {
        clause_.subject = {*inner};
        last_ = *inner;
        return;
      }
    if (context_.nesting >= kMaxNesting) return;
    const std::vector<Word> words(words_.begin() + static_cast<std::ptrdiff_t>(from),
                                  words_.begin() + static_cast<std::ptrdiff_t>(to));
    const bool arrow = std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Arrow; });
    const bool verb = std::ranges::any_of(
        words, [](const Word& w) { return w.mark == Mark::None && lexicon::find_verb(w.lower) != nullptr; });
    if (!arrow && !verb && !lexicon::is_class(words.front().lower, lexicon::WordClass::Preposition)) return;
    SentenceContext inner = context_;
    inner.nesting = context_.nesting + 1;
    if (last_)
      inner.subject = last_->ids;
    else if (!clause_.subject.empty())
      inner.subject = clause_.subject.front().ids;
    if (clause_.negated) return;
    if (arrow && lead_to(clause_, nouns_after_preposition_ ? preposition_ : "",
                         meaning_.add(read_arrows(draft_, words, text_, inner))))
      preposition_ = {};
    if (!arrow) meaning_.add(read_sentence(draft_, words, text_, inner));
  }

  /// A label speaks the document's language.
  std::string as_written(const Piece& piece) const {
    if (draft_.language.empty()) return std::string(piece.text);
    return lower_of(text_.substr(words_[piece.from].begin, words_[piece.to - 1].end - words_[piece.from].begin));
  }

  bool is_passive(const Piece& piece) const {
    const Tense tense = piece.verb->tense;
    if (tense == Tense::Base || tense == Tense::Third)
      return be_ && !modal_ && auxiliary_since_ && preposition_ != "to";
    if (tense != Tense::Participle) return false;
    if (be_) return true;
    if (have_) return false;
    const Piece* after = next();
    return !after || !(after->part == Part::Determiner || after->part == Part::Mention || after->part == Part::Noun);
  }

  void verb(const Piece& piece) {
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
    clause_.verb_text = as_written(piece);
    clause_.passive = passive;
    clause_.negated = clause_.negated || negated;
    preposition_ = {};
    joined_ = comma_ = be_ = have_ = modal_ = noun_since_ = loose_ = nouns_after_preposition_ = false;
    auxiliary_since_ = false;
  }

  /// A further verb in the sentence: who does it?
  void next_verb(const Verb& verb, Tense tense, bool passive, bool infinitive) {
    const Clause before = clause_;
    const bool reduced = tense == Tense::Gerund || (tense == Tense::Participle && passive && !be_);
    const bool attached =
        reduced && last_ && !joined_ && !comma_ && !noun_since_ && preposition_.empty() &&
        (passive || (verb.lemma != "use" && !before.phrases.empty() && before.phrases.back().role == Role::Object));
    const std::optional<Reference> nearest = last_;
    const std::vector<Reference> agent = receives(verb) && passive ? destination_of(before) : agent_of(before);
    const bool after_preposition = !preposition_.empty() && !infinitive;
    const bool noun_before = reduced && noun_since_ && !joined_ && !comma_;
    const bool back = !main_.empty() && !reduced && (joined_ || comma_) && before.reduced;
    flush();
    if (attached) {
      if (!before.reduced) main_ = before.subject;
      clause_.subject = {*nearest};
      clause_.reduced = true;
    } else if (back) {  // "reads from A stored in B and sends …": it is not A that sends
      clause_.subject = main_;
    } else if (infinitive && before.verb->causative && !before.phrases.empty() &&
               before.phrases.front().role == Role::Object) {
      clause_.subject = before.phrases.front().references;
    } else if (before.passive && infinitive && !agent.empty()) {
      clause_.subject = agent;
    } else if (!(before.passive && after_preposition && before.subject.empty())) {
      clause_.subject = before.subject;
      clause_.subject_modifier = before.subject_modifier;
      clause_.noun = before.noun;
      clause_.instruction = before.instruction;
    }
    if (noun_before && passive && !attached) {  // "the roles needed by A": not the subject is needed
      clause_.subject_modifier = true;
      if (clause_.subject.empty()) clause_.noun = "result";
    }
    if (passive && clause_.subject.empty() && !agent.empty()) {  // "data collected by A is stored in B"
      clause_.subject = agent;
      clause_.subject_modifier = true;
    }
    clause_.topic = before.topic;
  }

  void flush() {
    Clause clause = std::move(clause_);
    clause_ = {};
    clause.topic = topic_;
    clause.relative = relative_;
    const bool relative = relative_;
    preposition_ = {};
    beside_.clear();
    joined_ = comma_ = be_ = have_ = modal_ = noun_since_ = loose_ = relative_ = nouns_after_preposition_ = false;
    auxiliary_since_ = absent_ = carried_ = false;
    meaning_.state(clause);
    stated_ = stated_ || clause.verb != nullptr;
    if (clause.verb && !clause.phrases.empty() && !clause.phrases.back().modifier)
      object_ = clause.phrases.back().references;
    const bool there =
        !clause.negated && (clause.verb || (!clause.subject.empty() && !clause.subject.front().ids.empty()));
    if (there && !clause.subject.empty() && !relative && !clause.subject_modifier) topic_ = clause.subject;
    // "The schedule starts the importer. It fetches …": the one that was started goes on.
    if (clause.verb && !clause.passive && clause.verb->starts)
      for (const Phrase& phrase : clause.phrases)
        if (phrase.role == Role::Object && !phrase.modifier) topic_ = phrase.references;
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Meaning meaning_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  Clause clause_;
  std::string_view preposition_;   ///< waits for what it is about
  std::vector<Reference> beside_;  ///< the mention right before it
  std::vector<Reference> topic_;   ///< the subject of the last main clause
  std::vector<Reference> object_;  ///< what the last clause with a verb acted on
  std::vector<Reference> main_;    ///< who acts in the clause that a participle's clause stands in
  std::vector<Reference> before_;  ///< the subject before a subordinate clause
  std::optional<Reference> last_;
  bool joined_ = false;  ///< "and" or "or" since the last mention
  bool comma_ = false;
  bool means_ = false;    ///< the preposition follows what something is done with: "using images from"
  bool carried_ = false;  ///< the subject is the one before a dash or semicolon
  bool then_ = false;     ///< "then" since the last mention
  bool be_ = false;       ///< "is", "are" before the verb
  bool have_ = false;     ///< "has", "had"
  bool modal_ = false;
  bool auxiliary_since_ = false;          ///< an auxiliary since the last mention
  bool noun_since_ = false;               ///< a noun that is no mention stands after the last mention
  bool nouns_after_preposition_ = false;  ///< the preposition has found a noun, which may end its phrase
  bool loose_ = false;                    ///< the subject is only near: "images that are …"
  bool relative_ = false;
  bool defined_ = false;   ///< the text's first noun has been seen
  bool stated_ = false;    ///< a verb has been read
  bool absent_ = false;    ///< "no": the next mention is not there
  bool examples_ = false;  ///< what follows are examples
};

}  // namespace

Stated read_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text,
                     const SentenceContext& context) {
  if (is_verb_last(draft.language)) return read_verb_last(draft, words, text, context);
  return Builder(draft, words, text, context).run();
}

}  // namespace skydraft::understand
