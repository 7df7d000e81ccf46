#include "understand/sentence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "understand/clause.hpp"

namespace skydraft::understand {
namespace {

using lexicon::Direction;
using lexicon::Tense;
using lexicon::Verb;
using lexicon::VerbForm;
using lexicon::VerbKind;

Role role_of(std::string_view preposition) {
  if (preposition == "to" || preposition == "into" || preposition == "onto" || preposition == "towards" ||
      preposition == "toward")
    return Role::To;
  if (preposition == "from") return Role::From;
  if (preposition == "via" || preposition == "through") return Role::Via;
  if (preposition == "by") return Role::By;
  if (preposition == "in" || preposition == "on" || preposition == "at" || preposition == "inside" ||
      preposition == "within" || preposition == "across" || preposition == "under")
    return Role::In;
  if (preposition == "with" || preposition == "against" || preposition == "using") return Role::With;
  if (preposition == "for") return Role::For;
  if (preposition == "behind") return Role::Behind;
  return Role::Other;
}

bool is_preposition(std::string_view word) {
  constexpr std::array<std::string_view, 27> kWords{
      "across", "after",  "against", "among",   "around", "at",      "before", "behind", "between",
      "by",     "during", "for",     "from",    "in",     "inside",  "into",   "of",     "on",
      "onto",   "over",   "per",     "through", "to",     "towards", "via",    "with",   "within"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool is_auxiliary(std::string_view word) {
  constexpr std::array<std::string_view, 12> kWords{"is",    "are",  "was", "were", "be",   "been",
                                                    "being", "gets", "get", "has",  "have", "does"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool is_negation(std::string_view word) {
  constexpr std::array<std::string_view, 7> kWords{"not", "no", "never", "without", "neither", "nor", "instead"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool is_hypothetical(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords{"could",   "might",      "would",  "future",
                                                   "planned", "optionally", "should", "alternatively"};
  return std::ranges::find(kWords, word) != kWords.end();
}

class Parser {
 public:
  Parser(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), meaning_(draft, words, text, context) {}

  Stated run() {
    for (at_ = 0; at_ < words_.size();) {
      if (at_ >= sentence_to_) enter_sentence();
      step();
    }
    flush();
    return std::move(meaning_).take();
  }

 private:
  const Word* peek(std::size_t offset = 0) const {
    return at_ + offset < words_.size() ? &words_[at_ + offset] : nullptr;
  }

  /// The evidence of what follows is the sentence that begins here.
  void enter_sentence() {
    sentence_to_ = at_;
    while (sentence_to_ < words_.size() && !ends_sentence(words_[sentence_to_])) ++sentence_to_;
    sentence_to_ = std::min(sentence_to_ + 1, words_.size());
    meaning_.enter(at_, sentence_to_);
  }

  bool ends_sentence(const Word& word) const {
    return word.mark == Mark::Stop && std::string_view(".!?\n").find(text_[word.begin]) != std::string_view::npos;
  }

  void step() {
    const Word& word = words_[at_];
    switch (word.mark) {
      case Mark::Stop:
        sentence_end();
        ++at_;
        return;
      case Mark::Colon:
        // "runs on: EKS" goes on; after a name it opens what is said about it.
        ++at_;
        return;
      case Mark::Comma:
        comma_ = true;
        ++at_;
        return;
      case Mark::Open:
        parenthesis();
        return;
      case Mark::None:
        break;
      default:
        if (word.mark == Mark::Slash)
          path(word);
        else
          joined_ = joined_ && word.mark != Mark::Close;
        ++at_;
        return;
    }
    if (word.code && word.begin < text_.size() && word.begin > 0 && text_[word.begin - 1] == '/') {
      ++at_;
      return;
    }
    if (word.lower == "part" && at_ + 1 < words_.size() && words_[at_ + 1].lower == "of") {
      start_verb(lexicon::verb_of(*lexicon::find_verb("belongs")), "part of", false, false, Tense::Third);
      preposition_ = "within";
      at_ += 2;
      return;
    }
    if (reference()) return;
    if (verb()) return;
    if (word.lower == "and" || word.lower == "or") {
      joined_ = true;
      ++at_;
      return;
    }
    if (is_negation(word.lower)) clause_.negated = true;
    if (is_hypothetical(word.lower)) clause_.negated = true;
    if (is_auxiliary(word.lower))
      auxiliary_ = true;
    else if (word.lower == "it" || word.lower == "they" || word.lower == "this" || word.lower == "which" ||
             word.lower == "that")
      pronoun(word.lower);
    else if (is_preposition(word.lower) || word.lower == "using")
      preposition(word.lower);
    else {
      port(word);
      if (!is_adverb(word.lower) && !lexicon::is_filler(word.norm)) {
        joined_ = false;
        auxiliary_ = false;
        noun_since_ = true;
      }
    }
    ++at_;
  }

  static bool is_adverb(std::string_view word) { return word.ends_with("ly"); }

  void path(const Word& word) {
    // "/api/*" is cut into slashes and words: take it from the text.
    if (!clause_.path.empty() || (at_ > 0 && word.joined && words_[at_ - 1].mark == Mark::None)) return;
    std::size_t end = word.begin;
    while (end < text_.size() && text_[end] != ' ' && text_[end] != ',' && text_[end] != ')' && text_[end] != '`')
      ++end;
    if (!clause_.verb) return;
    clause_.path = std::string(text_.substr(word.begin, end - word.begin));
    while (at_ + 1 < words_.size() && words_[at_ + 1].begin < end) ++at_;
  }

  void port(const Word& word) {
    if (word.norm != "port" || at_ + 1 >= words_.size() || !is_number(words_[at_ + 1].lower) ||
        words_[at_ + 1].lower.size() > 5)
      return;
    int value = 0;
    const std::string& digits = words_[at_ + 1].lower;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    clause_.tcp_port = value;
  }

  /// What a parenthesis says is read for itself; an abbreviation in it belongs to the mention before.
  void parenthesis() {
    int depth = 0;
    std::size_t end = at_;
    for (; end < words_.size(); ++end) {
      if (words_[end].mark == Mark::Open) ++depth;
      if (words_[end].mark == Mark::Close && --depth == 0) break;
    }
    if (end >= words_.size()) {
      ++at_;
      return;
    }
    if (last_ && last_->ids.size() == 1 && end - at_ <= 6)
      for (std::size_t i = at_ + 1; i < end; ++i)
        if (const auto inner = reference_at(draft_, words_, i, text_, context_.section);
            inner && inner->kind && inner->to == end && i == at_ + 1 &&
            inner->kind->id == draft_.builder[last_->ids.front()].kind)
          draft_.alias(last_->ids.front(), inner->name);
    at_ = end + 1;
  }

  void pronoun(std::string_view word) {
    if (word == "which" || word == "that") {
      // The nearest mention goes on as the subject.
      if (!last_ || noun_since_) return;
      const Reference subject = *last_;
      flush();
      clause_.subject = {subject};
      return;
    }
    if (clause_.subject.empty() && !clause_.verb) pronoun_ = true;
  }

  void preposition(std::string_view word) {
    if (word == "of" || word == "per" || word == "during" || word == "after" || word == "before") {
      of_ = word == "of";
      return;
    }
    preposition_ = word;
    joined_ = false;
    comma_ = false;
    noun_since_ = false;
  }

  bool finite_verb_follows(std::size_t at) const {
    while (at < words_.size() && words_[at].mark == Mark::None &&
           (is_adverb(words_[at].lower) || words_[at].lower == "then" || words_[at].lower == "also"))
      ++at;
    if (at >= words_.size() || words_[at].mark != Mark::None) return false;
    if (is_auxiliary(words_[at].lower) || words_[at].lower == "can" || words_[at].lower == "will" ||
        words_[at].lower == "must")
      return true;
    const VerbForm* form = lexicon::find_verb(words_[at].lower);
    return form && form->tense == Tense::Third;
  }

  bool reference() {
    auto found = reference_at(draft_, words_, at_, text_, context_.section);
    if (!found) return false;
    // A word that is both a name and a verb is a verb where nothing has been said yet ("Build images", "Deploy to …").
    if (!found->named && found->to == at_ + 1 && lexicon::find_verb(words_[at_].lower) && !clause_.verb &&
        clause_.subject.empty() && at_ > 0)
      return false;
    const std::size_t to = found->to;
    Reference ref = std::move(*found);
    const bool new_subject =
        clause_.verb && finite_verb_follows(to) && preposition_.empty() && (joined_ || comma_ || !last_);
    if (new_subject) flush();
    if (!clause_.verb && preposition_.empty()) {
      if (!clause_.subject.empty() && !joined_ && !comma_) clause_.subject.clear();
      clause_.subject.push_back(ref);
    } else {
      const bool more = joined_ || comma_;
      if (!more || clause_.phrases.empty() || !preposition_.empty()) {
        if (clause_.phrases.empty() || !preposition_.empty() || !more) {
          Phrase phrase;
          phrase.role = preposition_.empty() ? Role::Object : role_of(preposition_);
          phrase.preposition = preposition_;
          clause_.phrases.push_back(std::move(phrase));
        }
      }
      clause_.phrases.back().references.push_back(ref);
      clause_.phrases.back().modifier = describes_noun(to);
    }
    last_ = ref;
    preposition_.clear();
    joined_ = comma_ = noun_since_ = auxiliary_ = of_ = false;
    at_ = std::max(to, at_ + 1);
    return true;
  }

  /// "Lambda metrics", "S3 events": the name describes the noun after it.
  bool describes_noun(std::size_t to) const {
    if (to >= words_.size() || words_[to].mark != Mark::None) return false;
    const std::string& next = words_[to].lower;
    return !(is_preposition(next) || is_auxiliary(next) || lexicon::find_verb(next) || is_adverb(next) ||
             next == "and" || next == "or" || next == "which" || next == "that" || next == "when" || next == "if" ||
             next == "only" || next == "as" || next == "where" || next == "so" || next == "using" ||
             lexicon::is_filler(words_[to].norm) || lexicon::is_generic(words_[to].norm));
  }

  bool verb() {
    const VerbForm* form = lexicon::find_verb(words_[at_].lower);
    if (!form || words_[at_].code) return false;
    const Verb& verb = lexicon::verb_of(*form);
    const Word* next = peek(1);
    // A noun that looks like a verb: "Logs sent to …", "the requests", "pushes updates to".
    if (next && next->mark == Mark::None && form->tense != Tense::Participle && form->tense != Tense::Gerund) {
      const VerbForm* after = lexicon::find_verb(next->lower);
      if (after && (after->tense == Tense::Participle || is_auxiliary(next->lower)) && clause_.subject.empty()) {
        noun_since_ = true;
        return false;
      }
      if (is_auxiliary(next->lower)) {
        noun_since_ = true;
        return false;
      }
    }
    if (at_ > 0 && words_[at_ - 1].mark == Mark::None &&
        (words_[at_ - 1].lower == "the" || words_[at_ - 1].lower == "a" || words_[at_ - 1].lower == "an" ||
         words_[at_ - 1].lower == "of" || words_[at_ - 1].lower == "all") &&
        form->tense != Tense::Participle) {
      noun_since_ = true;
      return false;
    }
    if (clause_.verb && preposition_.empty() && !joined_ && !comma_ && noun_object(*form)) {
      noun_since_ = true;
      return false;
    }
    const bool infinitive = preposition_ == "to";
    if (!preposition_.empty() && !infinitive && form->tense != Tense::Gerund) {
      noun_since_ = true;
      return false;
    }
    const bool passive = form->tense == Tense::Participle && (auxiliary_ || !object_follows());
    start_verb(verb, words_[at_].lower, passive, infinitive, form->tense);
    ++at_;
    return true;
  }

  /// After a finite verb, a bare plural or singular that looks like a verb is its object: "pushes updates", "runs
  /// tests".
  bool noun_object(const VerbForm& form) const {
    if (form.tense == Tense::Gerund || form.tense == Tense::Participle) return false;
    const bool right_after = at_ > 0 && lexicon::find_verb(words_[at_ - 1].lower) != nullptr;
    return right_after || noun_since_ || (!last_);
  }

  bool object_follows() const {
    const Word* next = peek(1);
    return next && next->mark == Mark::None && !is_preposition(next->lower) && next->lower != "and" &&
           next->lower != "or" && !is_adverb(next->lower);
  }

  void start_verb(const Verb& verb, const std::string& text, bool passive, bool infinitive, Tense tense) {
    std::vector<Reference> subject = clause_.subject;
    const bool negated = clause_.negated && !clause_.verb;
    if (clause_.verb) {
      const bool attached = (tense == Tense::Gerund || tense == Tense::Participle) && last_ && !joined_ && !comma_ &&
                            !noun_since_ && preposition_.empty();
      const bool causative = infinitive && clause_.verb->causative && !clause_.phrases.empty() &&
                             clause_.phrases.front().role == Role::Object;
      if (attached && passive) subject = {*last_};
      if (causative) subject = clause_.phrases.front().references;
      const bool was_passive = clause_.passive;
      flush();
      // "is used by A to store" keeps its subject; a passive's patient does not act.
      if (was_passive && infinitive) subject.clear();
    }
    clause_.verb = &verb;
    clause_.verb_text = text;
    clause_.passive = passive;
    clause_.negated = negated;
    clause_.subject = std::move(subject);
    preposition_.clear();
    joined_ = comma_ = auxiliary_ = noun_since_ = false;
  }

  void sentence_end() {
    if (at_ + 1 < words_.size() && !ends_sentence(words_[at_])) {
      // A dash or semicolon: what follows may still be about the same subject.
      const std::vector<Reference> subject = clause_.subject;
      flush();
      clause_.subject = subject;
      last_.reset();
      return;
    }
    flush();
    last_.reset();
  }

  void flush() {
    const Clause clause = std::move(clause_);
    clause_ = {};
    preposition_.clear();
    joined_ = comma_ = auxiliary_ = noun_since_ = false;
    meaning_.state(clause);
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Meaning meaning_;
  Clause clause_;
  std::size_t at_ = 0;
  std::size_t sentence_to_ = 0;  ///< end of the sentence that at_ is in
  std::string preposition_;
  std::optional<Reference> last_;
  bool joined_ = false;  ///< "and" or "or" since the last mention
  bool comma_ = false;
  bool auxiliary_ = false;   ///< "is", "are", … since the last mention or verb
  bool noun_since_ = false;  ///< a noun that is no mention stands after the last mention
  bool pronoun_ = false;
  bool of_ = false;
};

}  // namespace

bool denies(std::string_view word) { return is_negation(word) || is_hypothetical(word); }

Stated read_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text,
                     const SentenceContext& context) {
  return Parser(draft, words, text, context).run();
}

}  // namespace skydraft::understand
