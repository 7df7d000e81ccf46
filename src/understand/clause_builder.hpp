#pragma once

#include "understand/clause.hpp"
#include "understand/phrase.hpp"

/// How the clauses of a sentence are put together.
namespace skydraft::understand {

/// Builds clauses from the pieces of a text, left to right; a clause is stated as soon as the next one begins.
class ClauseBuilder {
 public:
  ClauseBuilder(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), meaning_(draft, words, text, context) {
    for (const ComponentId id : context.subject) topic_.push_back(Reference{0, 0, {id}, {}, nullptr, {}, false, true});
  }
  Stated run();

 private:
  /// "Create a token at …"
  static bool is_imperative(const Piece& first) {
    return first.part == Part::Verb && first.verb->tense == lexicon::Tense::Base;
  }
  const Piece* next() const { return at_ + 1 < pieces_.size() ? &pieces_[at_ + 1] : nullptr; }
  /// "one of two Lambdas" stands for those that the list below names; "It writes to:" ends with them.
  void mention_listed();
  bool awaits_list() const;
  void read(const Piece& piece);
  void auxiliary(std::string_view text);
  void path(const Piece& piece);
  /// "port 443 open to …"
  void note_open(const Piece& piece);
  bool describes_last() const;
  bool brought_in(const Piece& piece);
  void noun(const Piece& piece);
  bool comes_with(const std::string& noun);
  /// "is the data source of", "has two origins"
  void name_predicate(const std::string& noun);
  /// "**Cache**: small store, filled by …": the nouns that a definition begins with are the subject itself.
  bool says_what_it_is() const;
  void preposition(const Piece& piece);
  /// A finite verb comes after this piece, so that what stands here is its subject.
  bool finite_verb_follows(const Reference& mention) const;
  bool is_stored_in(const Reference& ref, const WordText& noun) const;
  bool is_definite() const;
  bool is_spoken(const Piece& piece);
  bool is_part_of_name(const Reference& ref, const WordText& noun) const;
  void mention(const Piece& piece);
  /// "the bucket that the worker reads", "metrics that the collector scrapes": what has looked like the subject is what
  /// is acted on.
  void object_of_relative();
  /// With the kinds of those that are components already.
  std::vector<Reference> with_kinds(std::vector<Reference> references);
  /// One more in the same role as another.
  static Phrase like(const Phrase& other);
  /// Of what a reference means or would be; null or empty: unknown.
  const catalogue::Kind* kind_of(const Reference& reference) const;
  std::string_view kind_id(const Reference& reference) const;
  /// "reaches A first, then B": the same again, from A.
  void go_from_there();
  /// "**Thumbnails:** Lambda function that …": the first noun says what the subject is.
  bool apposition(const Reference& ref);
  /// "the search service, Elasticsearch": the name of what has been spoken of.
  bool is_name_of_last(const Piece& piece);
  /// "The scan reader, a Lambda function, stores …": what the subject is, not another one.
  bool says_kind(const Piece& piece);
  bool enumerates() const;
  /// "between A and B", "from A, B" where no verb comes: one more of what the preposition is about.
  bool listed(const Reference& ref) const;
  /// "A for x and B for y": B stands beside A, not beside x.
  bool parallel() const;
  /// "every customer's orders": people who only own what is spoken of do nothing.
  bool is_owner(const Piece& piece) const;
  /// "the VPC's endpoints": the owner is no end of anything.
  bool owns(const Piece& piece) const;
  /// "the DynamoDB orders table", "the payment provider Stripe": the service of what comes right after, or its role.
  bool is_service_of(const Piece& piece, const Piece& after);
  void pronoun(std::string_view word);
  /// "streams the topic into it", "pulls images from it": what was acted on before, else what the text is about.
  bool into_it();
  void both();
  bool acts_on_topic(std::string_view word);
  bool is_subject(const Piece& piece) const;
  bool embeds() const;
  void relative(std::string_view word);
  void subordinate(std::string_view word);
  /// A dash, semicolon or colon: what follows may still be about the same subject.
  void go_on();
  /// What a parenthesis says is read for itself; an abbreviation in it belongs to the mention before.
  void parenthesis(const Piece& piece);
  /// "a queue (SQS)", "the workers (Lambda functions)": what the noun before the parenthesis is.
  bool names_noun(const Piece& piece);
  /// The services that words [from, to) list by their names; empty if anything else stands there.
  std::vector<Reference> listed_in(std::size_t from, std::size_t to) const;
  /// A label speaks the document's language.
  std::string as_written(const Piece& piece) const;
  bool is_passive(const Piece& piece) const;
  bool lists_members(const Piece& piece);
  bool leads_by(const Piece& piece);
  bool is_any_call(const Reference& ref, const WordText& noun) const;
  bool by_means(const Clause& before) const;
  void verb(const Piece& piece);
  bool calls_product(const Piece& piece);
  void take_up_main(const Piece& piece);
  bool goes_on_within(const Piece& piece);
  /// A further verb in the sentence: who does it?
  void next_verb(const lexicon::Verb& verb, lexicon::Tense tense, bool passive, bool infinitive);
  std::vector<Reference> host_of_whole(const Clause& clause) const;
  void flush();

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Meaning meaning_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  Clause clause_;
  std::string_view preposition_;       ///< waits for what it is about
  std::vector<Reference> beside_;      ///< the mention right before it
  std::vector<Reference> topic_;       ///< the subject of the last main clause
  std::vector<Reference> doer_;        ///< by whom the last sentence's passive is done, where its subject is no thing
  std::vector<Reference> introduced_;  ///< what a sentence has said to be something
  std::vector<Reference> object_;      ///< what the last clause with a verb acted on
  Phrase moved_from_;                  ///< where that lies, where nobody could take it
  std::string moving_;                 ///< what travels, where the last verb acts on that: "filters the request"
  std::vector<std::string> told_of_;   ///< what the verbs so far have acted on: "publishes events"
  std::vector<Reference> main_;        ///< who acts in the clause that a participle's clause stands in
  std::string main_noun_;              ///< or its noun, where that is no thing
  std::vector<Reference> before_;      ///< the subject before a subordinate clause
  std::optional<Reference> last_;
  bool joined_ = false;  ///< "and" or "or" since the last mention
  bool comma_ = false;
  bool means_ = false;    ///< the preposition follows what something is done with: "using images from"
  bool anew_ = false;     ///< since the last mention another object has begun: "… and texts through B"
  bool carried_ = false;  ///< the subject is the one before a dash or semicolon
  bool then_ = false;     ///< "then" since the last mention
  bool be_ = false;       ///< "is", "are" before the verb
  bool have_ = false;     ///< "has", "had"
  bool modal_ = false;
  bool auxiliary_since_ = false;          ///< an auxiliary since the last mention
  bool noun_since_ = false;               ///< a noun that is no mention stands after the last mention
  std::string_view nouns_of_;             ///< that preposition
  bool nouns_after_preposition_ = false;  ///< the preposition has found a noun, which may end its phrase
  std::optional<Clause> interrupted_;     ///< by what a participle says of its object
  bool loose_ = false;                    ///< the subject is only near: "images that are …"
  bool relative_ = false;
  bool embedded_ = false;  ///< the next verb belongs to a clause inside a noun phrase: "the file it has read"
  bool defined_ = false;   ///< the text's first noun has been seen
  bool stated_ = false;    ///< a verb has been read
  bool absent_ = false;    ///< "no": the next mention is not there
  bool examples_ = false;  ///< what follows are examples
};

}  // namespace skydraft::understand
