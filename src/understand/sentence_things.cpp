#include "understand/clause_builder.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/languages.hpp"
#include "understand/own_name.hpp"

/// What the things of a sentence are in its clauses: who acts, what is acted on, what stands beside.
namespace skydraft::understand {

using lexicon::Tense;

namespace {

constexpr std::size_t kMaxToldOf = 16;  // nouns remembered of one text

/// "job" of "EMR job", "function" of "Netlify function": together they still name the service.
bool is_instance_noun(const WordText& noun) {
  return lexicon::is_work(noun) || (!lexicon::head_kind(noun).empty() && !lexicon::is_lone(noun));
}

}  // namespace

void ClauseBuilder::note_open(const Piece& piece) {
  clause_.open = clause_.open || piece.text == "open" || piece.text == "opened" || piece.text == "accessible";
}

/// "a API REST", "el trabajador de vídeo": in Romance languages what describes a thing comes after it; in any, "a Step
/// Functions workflow" is Step Functions.
bool ClauseBuilder::describes_last() const {
  if (!last_ || noun_since_) return false;
  if (!describes_after(draft_.language))
    return at_ > 0 && pieces_[at_ - 1].part == Part::Mention && last_->named &&
           pieces_[at_].from == pieces_[at_ - 1].to && is_instance_noun(words_[pieces_[at_].from].norm);
  for (std::size_t i = at_; i-- > 0;) {
    if (pieces_[i].part == Part::Mention) return true;
    const bool of = pieces_[i].part == Part::Preposition && pieces_[i].text == "of";
    if (pieces_[i].part != Part::Noun && pieces_[i].part != Part::Determiner && !of) return false;
  }
  return false;
}

/// "A sends jobs to SQS, and B polls the queue": what this sentence has brought in since it was cut.
bool ClauseBuilder::brought_in(const Piece& piece) {
  const bool the = at_ > 0 && pieces_[at_ - 1].part == Part::Determiner && pieces_[at_ - 1].text == "the";
  if (!stated_ || !clause_.verb || !the || (next() && next()->part == Part::Noun)) return false;
  auto found = reference_at(draft_, words_, piece.from, text_, context_.section);
  if (!found || found->ids.size() != 1 || found->to != piece.to) return false;
  pieces_[at_].part = Part::Mention;
  pieces_[at_].mention = std::move(found);
  return true;
}

void ClauseBuilder::noun(const Piece& piece) {
  if (describes_last()) return;
  const Word& word = words_[piece.from];
  note_open(piece);
  if (word.norm == "port" && !clause_.tcp_port) clause_.tcp_port = port_at(words_, piece.from + 1);
  if (is_spoken(piece)) return;
  if (word.lower == "but") {
    joined_ = true;
    return;
  }
  if (comes_with(word.norm)) return;
  // "…, and orders are stored": a noun that begins a clause of its own.
  const bool acts = next() && next()->part == Part::Verb && at_ + 2 < pieces_.size() &&
                    next()->verb->tense == (word.plural ? Tense::Base : Tense::Third);
  const bool own_clause = next() && (next()->part == Part::Auxiliary || next()->part == Part::Modal || acts);
  if (clause_.verb && preposition_.empty() && (joined_ || comma_) && own_clause) flush();
  noun_since_ = true;
  // "listens to these events": what has just been sent somewhere.
  const std::string_view pointer = at_ > 0 && pieces_[at_ - 1].part == Part::Determiner ? pieces_[at_ - 1].text : "";
  if (clause_.verb && lexicon::is_moved(word.norm) && (pointer == "these" || pointer == "those"))
    clause_.takes_it = true;
  // "publishes events to the topic. … consumes the events": those.
  if (clause_.verb && lexicon::is_moved(word.norm) && preposition_.empty()) {
    const bool same = std::ranges::find(told_of_, std::string_view(word.norm)) != told_of_.end();
    if (same && pointer == "the") clause_.takes_it = true;
    if (!same && told_of_.size() < kMaxToldOf) told_of_.emplace_back(word.norm);
  }
  if (clause_.verb && preposition_.empty())
    moving_ = lexicon::is_travelling(word.norm) ? std::string(word.norm) : std::string();
  nouns_after_preposition_ = !preposition_.empty();
  nouns_of_ = preposition_;
  // "A shows it; alerts go from B to C": somebody else's business.
  if (carried_ && !clause_.verb && preposition_.empty() && next() && next()->part == Part::Verb)
    clause_.subject.clear();
  if (!clause_.verb && preposition_.empty() && !clause_.subject.empty() && (be_ || have_)) name_predicate(word.norm);
  if (!clause_.verb && clause_.subject.empty() && preposition_.empty() && !be_ && !clause_.deed && !says_what_it_is()) {
    clause_.noun = word.norm;
    std::size_t first = at_;  // "the failed events", but "Failed events" of whomever
    while (first > 0 && (pieces_[first - 1].part == Part::Noun || pieces_[first - 1].part == Part::Determiner)) --first;
    clause_.bare_noun = !lexicon::is_class(pieces_[first].text, lexicon::WordClass::Determiner);
    clause_.new_noun = is_indefinite_article(pieces_[first].text);
  }
  anew_ = anew_ || (joined_ && clause_.verb && preposition_.empty());
  joined_ = joined_ && !clause_.verb;
}

/// "a CDN with two origins: A and B": what stands beside it is said of it, whatever the sentence is about.
bool ClauseBuilder::comes_with(const std::string& noun) {
  const lexicon::RelationLabel* label =
      preposition_ == "with" && !beside_.empty() ? lexicon::find_relation_label(noun) : nullptr;
  if (!label || label->label != noun) return false;
  const std::vector<Reference> whole = beside_;
  flush();
  clause_.subject = whole;
  clause_.predicate = noun;
  clause_.predicate_had = true;
  preposition_ = "of";
  return true;
}

void ClauseBuilder::name_predicate(const std::string& noun) {
  clause_.predicate += (clause_.predicate.empty() ? "" : " ") + noun;
  const lexicon::RelationLabel* label = lexicon::find_relation_label(clause_.predicate);
  clause_.predicate_had = have_ && label && label->label == noun;
  if (clause_.predicate_had) preposition_ = "of";
}

bool ClauseBuilder::says_what_it_is() const {
  if (!context_.definition || context_.subject.empty() || stated_) return false;
  for (std::size_t i = at_ + 1; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.part == Part::Noun || piece.part == Part::Adverb || piece.part == Part::Parenthesis) continue;
    if (piece.part == Part::Verb) return piece.verb->tense != Tense::Third && piece.verb->tense != Tense::Base;
    return piece.part != Part::Auxiliary && piece.part != Part::Modal && piece.part != Part::Mention;
  }
  return true;
}

void ClauseBuilder::preposition(const Piece& piece) {
  if (goes_on_within(piece)) return;
  take_up_main(piece);
  // "receives the logs of X": they come from X.
  if (piece.text == "of" && clause_.verb && noun_since_ && at_ > 0 && pieces_[at_ - 1].part == Part::Noun &&
      receives(*clause_.verb) && lexicon::is_moved(words_[pieces_[at_ - 1].from].norm)) {
    preposition_ = "from";
    noun_since_ = nouns_after_preposition_ = false;
    return;
  }
  // "the internals of X" is about X.
  if (piece.text == "of" && clause_.predicate.empty()) {
    // "runs in the namespace of the cluster": that only says which namespace.
    if (clause_.verb && last_ && !noun_since_ && at_ > 0 && pieces_[at_ - 1].part == Part::Mention)
      preposition_ = piece.text;
    return;
  }
  means_ = piece.text == "from" && (preposition_ == "using" || preposition_ == "with") && noun_since_;
  preposition_ = piece.text;
  beside_.clear();
  if (last_ && !noun_since_) beside_ = {*last_};
  joined_ = comma_ = noun_since_ = nouns_after_preposition_ = false;
}

bool ClauseBuilder::finite_verb_follows(const Reference& mention) const {
  bool plural = mention.plural;  // or of the noun that it tells of: "A dashboards sit on B"
  for (std::size_t i = at_ + 1; i < pieces_.size() && i < at_ + 6; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.part == Part::Noun) plural = words_[piece.from].plural;
    if (piece.part == Part::Noun || piece.part == Part::Adverb || piece.part == Part::Parenthesis) continue;
    if (piece.part == Part::Auxiliary || piece.part == Part::Modal) return true;
    return piece.part == Part::Verb &&
           (piece.verb->tense == Tense::Third || (piece.verb->tense == Tense::Base && plural));
  }
  return false;
}

/// "gives access to the bucket's objects", "queries the warehouse's data": whoever gets at these gets at the store.
bool ClauseBuilder::is_stored_in(const Reference& ref, const WordText& noun) const {
  const catalogue::Kind* kind = kind_of(ref);
  if (!clause_.verb || clause_.passive || !kind || !lexicon::is_moved(noun)) return false;
  if (preposition_ == "to") return is_store(*kind);
  const std::string_view lemma = clause_.verb->lemma;
  const bool looks = lemma == "query" || lemma == "use" || lemma == "read" || lemma == "scan";
  return preposition_.empty() && looks && noun == "data" &&
         (is_store(*kind) || kind->category == catalogue::Category::Observability);
}

/// "over MQTT", "using gRPC": how they talk, not where it leads.
bool ClauseBuilder::is_spoken(const Piece& piece) {
  const Word& word = words_[piece.from];
  const bool by = role_of(preposition_) == Role::Via || preposition_ == "using";
  if (!by || piece.to != piece.from + 1 || !lexicon::is_protocol(word.lower)) return false;
  if (clause_.verb && clause_.protocol.empty())
    clause_.protocol = std::string(text_.substr(word.begin, word.end - word.begin));
  preposition_ = {};
  return true;
}

/// "the app calls the REST API"
bool ClauseBuilder::is_definite() const {
  for (std::size_t i = at_; i-- > 0;) {
    if (pieces_[i].part != Part::Noun && pieces_[i].part != Part::Determiner) return false;
    if (pieces_[i].text == "the") return true;
  }
  return false;
}

/// "user traffic" comes from users; a "user pool", a "tester API" is neither a user nor a tester.
bool ClauseBuilder::is_part_of_name(const Reference& ref, const WordText& noun) const {
  const catalogue::Kind* kind = kind_of(ref);
  if (!kind || kind->category != catalogue::Category::Actor || ref.own) return false;
  // "enriches records with device metadata": what it is about.
  if (preposition_ == "with" && lexicon::is_moved(noun)) return true;
  return !lexicon::is_moved(noun) && !lexicon::is_travelling(noun) && !lexicon::head_kind(noun).empty();
}

/// "API requests are routed to …": of no API in particular.
bool ClauseBuilder::is_any_call(const Reference& ref, const WordText& noun) const {
  return ref.ids.empty() && ref.kind && ref.kind->id == "generic.api" && !is_definite() && ref.to == ref.from + 1 &&
         (lexicon::is_travelling(noun) || noun == "key");
}

void ClauseBuilder::mention(const Piece& piece) {
  const Reference& ref = *piece.mention;
  const bool by_people = !clause_.subject.empty() && kind_of(clause_.subject.front()) &&
                         kind_of(clause_.subject.front())->category == catalogue::Category::Actor;
  const bool called =
      clause_.verb && !clause_.passive && preposition_.empty() && !clause_.subject.empty() &&
      (clause_.verb->kind == lexicon::VerbKind::Flow || (clause_.verb->kind == lexicon::VerbKind::Uses && by_people)) &&
      clause_.verb->object == lexicon::Direction::Forward && is_definite();
  // "A sends jobs to B, and C reads from it"
  const bool may_act = preposition_.empty() ? joined_ || comma_ || !last_ : joined_;
  const bool anew = clause_.verb && may_act && finite_verb_follows(ref);
  const bool acting =
      (!clause_.verb && preposition_.empty() && !be_) || (clause_.passive && preposition_ == "by") || called || anew;
  const bool idle = ref.acts_only && ref.ids.empty() && !acting;
  draft_.speaks_ahead = draft_.speaks_ahead || idle;
  const bool noun_follows = next() && next()->part == Part::Noun && next()->from == piece.to;
  const bool name = noun_follows && (is_part_of_name(ref, words_[next()->to - 1].norm) ||
                                     is_any_call(ref, words_[next()->to - 1].norm));
  if (absent_ || examples_ || role_of(preposition_) == Role::Without || idle || name || is_owner(piece)) {
    absent_ = false;
    noun_since_ = true;
    return;
  }
  if (is_spoken(piece) || is_name_of_last(piece)) return;
  // "the uploads bucket in Cloud Storage": what it is, not where.
  if (preposition_ == "in" && beside_.size() == 1 && ref.named && kind_of(ref) &&
      kind_of(ref) == kind_of(beside_.front()) && kind_of(ref)->holds == catalogue::Holds::NotAContainer) {
    preposition_ = {};
    return;
  }
  if (apposition(ref) || says_kind(piece)) {
    noun_since_ = clause_.verb == nullptr;
    return;
  }
  if (next() && next()->part == Part::Mention && (owns(piece) || is_service_of(piece, *next()))) return;
  const bool modifier = noun_follows && !(ref.named && is_instance_noun(words_[piece.to].norm)) &&  // "the EMR jobs"
                        !is_stored_in(ref, words_[piece.to].norm);
  if (anew) {
    std::vector<Phrase> where = clause_.phrases;  // "Inside the cluster, A calls B and C calls D"
    flush();
    std::erase_if(where, [](const Phrase& phrase) { return !phrase.early || phrase.role != Role::In; });
    clause_.phrases = std::move(where);
  }
  // "If X is down, Y falls back …"
  if (!clause_.verb && preposition_.empty() && be_ && comma_ && !joined_ && finite_verb_follows(ref)) flush();
  // "X is the gateway": another name for the subject, not another subject.
  if (!clause_.verb && preposition_.empty() && be_ && !clause_.subject.empty() && !listed(ref)) {
    Reference& subject = clause_.subject.back();
    const catalogue::Kind* was = kind_of(subject);
    const bool turns = ref.ids.empty() && ref.kind && was && is_indefinite_article(words_[piece.from - 1].lower) &&
                       may_become(draft_, was->id, *ref.kind);
    // "The API is a Lambda function", and nothing beside it
    if (turns && subject.ids.size() == 1)
      draft_.refine(subject.ids.front(), ref.kind->id);
    else if (turns && subject.ids.empty())
      subject.kind = ref.kind;
    // "These are Lambda functions"
    else if (subject.ids.size() == 1 && ref.ids.empty() && ref.kind &&
             draft_.kind(subject.ids.front()).id == "generic.service" &&
             ref.kind->holds == catalogue::Holds::NotAContainer)
      draft_.refine(subject.ids.front(), ref.kind->id);
    else if (!subject.named && ref.named)
      clause_.subject = {ref};
    clause_.predicate = words_[piece.to - 1].norm;
    last_ = clause_.subject.back();
    noun_since_ = false;
    return;
  }
  // "This is a web application hosted on …": the whole of it.
  if (be_ && !clause_.verb && clause_.subject.empty() && ref.ids.empty() && ref.kind && piece.from < 6 &&
      ref.kind->id == "generic.app" && words_.front().lower == "this") {
    clause_.noun = "application";
    return;
  }
  // "API Management provides an API gateway that …": it is one.
  if (clause_.verb && clause_.verb->lemma == "provide" && preposition_.empty() && clause_.phrases.empty() &&
      ref.ids.empty() && ref.kind && clause_.subject.size() == 1 && kind_of(clause_.subject.front()) &&
      same_family(kind_of(clause_.subject.front())->id, ref.kind->id)) {
    last_ = clause_.subject.front();
    return;
  }
  // "The network has two subnets": it comes with them.
  if (have_ && !be_ && !clause_.verb && preposition_.empty() && clause_.subject.size() == 1 && !joined_ && !comma_ &&
      !relative_ && !loose_ && kind_of(clause_.subject.front()) &&
      kind_of(clause_.subject.front())->holds != catalogue::Holds::NotAContainer)
    preposition_ = "with";
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
    // "checks A, then B" acts on both; "goes to A, then B" gets from one to the other.
    if (more && then_ && (clause_.subject.empty() || clause_.phrases.back().role != Role::Object)) go_from_there();
    if (more && parallel()) {
      clause_.phrases.push_back(like(clause_.phrases[clause_.phrases.size() - 2]));
    } else if (!more) {
      Phrase phrase;
      phrase.role = preposition_.empty() ? Role::Object : role_of(preposition_);
      phrase.preposition = preposition_;
      phrase.beside = beside_;
      phrase.early = clause_.verb == nullptr;
      phrase.means = means_ && phrase.role == Role::From;
      phrase.anew = anew_;
      clause_.phrases.push_back(std::move(phrase));
    }
    clause_.phrases.back().references.push_back(ref);
    if (!ref.ids.empty() && !ref.kind) clause_.phrases.back().references.back().kind = &draft_.kind(ref.ids.front());
    clause_.phrases.back().modifier = modifier;
  }
  last_ = ref;
  preposition_ = {};
  joined_ = comma_ = noun_since_ = nouns_after_preposition_ = then_ = anew_ = false;
  auxiliary_since_ = false;
}

void ClauseBuilder::object_of_relative() {
  Phrase phrase;
  phrase.references = with_kinds(clause_.subject);
  clause_.phrases.push_back(std::move(phrase));
  clause_.loose_object = loose_;
  relative_ = loose_ = false;
}

std::vector<Reference> ClauseBuilder::with_kinds(std::vector<Reference> references) {
  for (Reference& reference : references)
    if (!reference.ids.empty()) reference.kind = &draft_.kind(reference.ids.front());
  return references;
}

Phrase ClauseBuilder::like(const Phrase& other) {
  Phrase phrase;
  phrase.role = other.role;
  phrase.preposition = other.preposition;
  return phrase;
}

const catalogue::Kind* ClauseBuilder::kind_of(const Reference& reference) const {
  return understand::kind_of(draft_, reference);
}

std::string_view ClauseBuilder::kind_id(const Reference& reference) const {
  const catalogue::Kind* kind = kind_of(reference);
  return kind ? kind->id : "";
}

void ClauseBuilder::go_from_there() {
  const Clause before = clause_;
  flush();
  clause_.subject = before.phrases.back().references;
  clause_.verb = before.verb;
  clause_.verb_text = before.verb_text;
  clause_.phrases.push_back(like(before.phrases.back()));
}

bool ClauseBuilder::apposition(const Reference& ref) {
  if (!context_.definition || clause_.verb || !preposition_.empty() || !clause_.subject.empty() || defined_)
    return false;
  defined_ = true;
  const std::string_view kind = kind_id(ref);
  // "exporter: A scheduled CronJob that packages …": what nobody has spoken of before is what it is.
  const bool new_one = ref.ids.empty() && is_indefinite_article(pieces_.front().text);
  const bool says_kind = new_one || kind.starts_with("generic.") || context_.subject.empty() ||
                         same_family(kind, draft_.builder[context_.subject.front()].kind);
  // "a Go service, calls A" is one thing; "A, B and C" are several.
  const bool does = at_ + 2 < pieces_.size() && pieces_[at_ + 2].part == Part::Verb;
  const bool several = next() && (next()->part == Part::And || (next()->part == Part::Comma && !does));
  return says_kind && !finite_verb_follows(ref) && !several;
}

bool ClauseBuilder::says_kind(const Piece& piece) {
  const bool subject = !clause_.verb && clause_.subject.size() == 1;
  const bool object =
      clause_.verb && !clause_.phrases.empty() && clause_.phrases.back().references.size() == 1 && !enumerates();
  if (!comma_ || joined_ || !preposition_.empty() || !(subject || object) || at_ < 2) return false;
  std::size_t article = at_ - 1;  // "a small Go service"
  while (article > 0 && (pieces_[article].part == Part::Noun || pieces_[article].part == Part::Determiner) &&
         pieces_[article - 1].part != Part::Comma)
    --article;
  const std::string_view word = pieces_[article].text;  // "Kong, our API gateway"
  if (pieces_[article].part != Part::Determiner || !(word.starts_with('a') || word == "our")) return false;
  const Part follows = next() ? next()->part : Part::Stop;
  const bool behind = follows == Part::Preposition && next()->text == "behind";
  if (follows != Part::Comma && follows != Part::Verb && follows != Part::Relative && follows != Part::Stop && !behind)
    return false;
  if (object && follows == Part::Verb && next()->verb->tense == Tense::Third)
    return false;  // "When a file lands in A, a task reads B"
  Reference& thing = subject ? clause_.subject.front() : clause_.phrases.back().references.back();
  const catalogue::Kind* kind = piece.mention->kind          ? piece.mention->kind
                                : piece.mention->ids.empty() ? nullptr
                                                             : &draft_.kind(piece.mention->ids.front());
  if (!kind || (object && !thing.named && !thing.own)) return false;
  if (thing.ids.empty() && thing.kind && thing.kind->provider == "generic") {
    thing.kind = kind;
    if (last_ && last_->from == thing.from) last_ = thing;
  } else if (thing.ids.size() == 1 && (draft_.kind(thing.ids.front()).id == "generic.service" ||
                                       may_become(draft_, draft_.kind(thing.ids.front()).id, *kind))) {
    draft_.refine(thing.ids.front(), kind->id);
  }
  comma_ = false;
  return true;
}

bool ClauseBuilder::is_name_of_last(const Piece& piece) {
  const Reference& ref = *piece.mention;
  if (!comma_ || joined_ || noun_since_ || !preposition_.empty() || !last_ || !last_->ids.empty() || !last_->kind ||
      enumerates())
    return false;
  const Part follows = next() ? next()->part : Part::Stop;
  if (follows != Part::Comma && follows != Part::Break && follows != Part::Stop) return false;
  const catalogue::Kind* kind = ref.kind ? ref.kind : ref.ids.size() == 1 ? &draft_.kind(ref.ids.front()) : nullptr;
  // A name in capitals after a role in small letters.
  const bool role = last_->kind->provider == "generic" && !last_->plural && !words_[last_->from].capital;
  const bool same = kind && (kind == last_->kind ||
                             (role && words_[piece.from].capital && kind->category != catalogue::Category::Actor));
  if (!same || !ref.named || last_->from == 0 ||
      !lexicon::is_class(words_[last_->from - 1].lower, lexicon::WordClass::Determiner))
    return false;
  std::vector<Reference>& row =
      clause_.verb && !clause_.phrases.empty() ? clause_.phrases.back().references : clause_.subject;
  if (row.empty() || row.back().from != last_->from) return false;
  row.back() = with_kinds({ref}).front();
  last_ = row.back();
  comma_ = false;
  return true;
}

/// "A, a B, a C and a D"
bool ClauseBuilder::enumerates() const {
  for (std::size_t i = at_ + 1; i < pieces_.size() && i < at_ + 8; ++i) {
    const Part part = pieces_[i].part;
    if (part == Part::And) return true;
    if (part == Part::Verb || part == Part::Relative || part == Part::Stop || part == Part::Break) return false;
  }
  return false;
}

bool ClauseBuilder::listed(const Reference& ref) const {
  if (!(joined_ || comma_) || clause_.phrases.empty()) return false;
  // "logs from A and B are …"
  if (clause_.subject.empty() && !clause_.noun.empty()) return true;
  // "The network has A and B"
  if (have_ && clause_.phrases.back().role == Role::With && !finite_verb_follows(ref)) return true;
  // "WAF on A and B"
  const bool on = clause_.phrases.back().preposition == "on" && !context_.prose && clause_.subject.size() == 1;
  return clause_.phrases.back().role == Role::Between || !clause_.predicate.empty() ||
         (on && !clause_.verb && !finite_verb_follows(ref)) ||
         (context_.definition && clause_.subject.empty() && !finite_verb_follows(ref));
}

bool ClauseBuilder::parallel() const {
  const std::size_t n = clause_.phrases.size();
  return n >= 2 && next() && next()->part == Part::Preposition && next()->text == clause_.phrases[n - 1].preposition &&
         clause_.phrases[n - 1].role == Role::For;
}

bool ClauseBuilder::is_owner(const Piece& piece) const {
  const Reference& ref = *piece.mention;
  return ref.ids.empty() && ref.kind && ref.kind->category == catalogue::Category::Actor && owns(piece);
}

bool ClauseBuilder::owns(const Piece& piece) const { return owns_next(text_, words_[piece.to - 1].end); }

bool ClauseBuilder::is_service_of(const Piece& piece, const Piece& after) {
  if (after.from != piece.to) return false;
  // "the payment provider Stripe": what it is, and then its name.
  if (!piece.mention->named && piece.mention->ids.empty() && piece.mention->kind && after.mention->named) return true;
  // "Pub/Sub `orders`", though there are other topics
  const bool coded = words_[after.from].code && !words_[piece.from].code;
  if (after.mention->ids.size() != 1 || !(piece.mention->named || coded)) return false;
  return kind_id(*piece.mention) == draft_.kind(after.mention->ids.front()).id;
}

}  // namespace skydraft::understand
