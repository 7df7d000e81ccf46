#pragma once

#include "understand/phrase.hpp"

/// Whether a word that the lexicon knows as a verb is one here: "requests", "stores", "build", "managed".
namespace skydraft::understand {

/// Questions about single words of a text, past whose end there is none.
class WordRow {
 protected:
  explicit WordRow(const std::vector<Word>& words) : words_(words) {}

  bool word(std::size_t at) const { return at < words_.size() && words_[at].mark == Mark::None; }
  const WordText& lower(std::size_t at) const {
    static const WordText none("", 0);
    return word(at) ? words_[at].lower : none;
  }
  const lexicon::VerbForm* form(std::size_t at) const {
    return word(at) && !words_[at].code ? lexicon::find_verb(words_[at].lower) : nullptr;
  }

  const std::vector<Word>& words_;
};

/// Judges words[at] by the pieces before it and a bounded number of words after it.
class VerbSense : WordRow {
 public:
  VerbSense(const std::vector<Word>& words, const std::vector<Piece>& pieces, std::size_t at)
      : WordRow(words), pieces_(pieces), at_(at) {}

  /// The word is used as a verb.
  bool acts(const lexicon::VerbForm& here) const;
  /// What begins at words[at] may be what a verb acts on.
  bool object_follows(std::size_t at) const;
  /// An auxiliary or a verb that may be a clause's own stands at words[at].
  bool finite_at(std::size_t at) const;
  /// "reads the database, caches sessions in A": behind another verb of the same subject, with an object and where it
  /// goes.
  bool goes_on() const;

 private:
  Part last() const { return pieces_.empty() ? Part::Stop : pieces_.back().part; }
  bool third(std::size_t at) const;
  bool finite_after(std::size_t at) const;
  bool adjective_after_adverb() const;
  /// "Requests from users are …": a verb still comes, so this is what it speaks of.
  bool subject_with_phrase() const;
  /// "incoming requests", "API calls": a word before it that only describes makes it a noun.
  bool described(const Piece& noun) const;
  bool base_acts(const lexicon::VerbForm& here, Part before) const;
  /// "manages user access to": the clause has its verb already, so this is a noun.
  bool has_verb() const;
  /// "through VPN …": the mention before is what a preposition leads to.
  bool stands_behind_preposition() const;
  /// "… that reaches the gateway in A": within a clause of its own, behind which the sentence's verb may follow.
  bool in_relative() const;
  /// "Alarms in the log store notify": a plural that the verb may belong to.
  bool plural_before() const;
  /// "Staff use …": many, though no plural.
  bool people_before() const;
  /// "a cache of user balances": one person without an article does nothing, but says whose they are.
  bool describes_by_people() const;
  /// "lets the API read"
  bool made_to() const;
  /// "lets the API read", "helps the worker find"
  bool causative(std::size_t piece) const;
  /// "the scheduler and the mailer consume": an "and" right before makes a plural.
  bool several() const;
  /// "access to build", "deployed to stage.": nothing follows that it could act on.
  bool infinitive_is_noun() const;

  const std::vector<Piece>& pieces_;
  std::size_t at_;
};

}  // namespace skydraft::understand
