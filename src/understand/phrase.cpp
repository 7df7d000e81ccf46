#include "understand/phrase.hpp"

#include <algorithm>

#include "understand/bare_nouns.hpp"
#include "understand/misspelt.hpp"
#include "understand/own_name.hpp"
#include "understand/verb_sense.hpp"

namespace skydraft::understand {
namespace {

using lexicon::is_class;
using lexicon::Tense;
using lexicon::VerbForm;
using lexicon::WordClass;

constexpr std::size_t kLongestParenthesis = 80;  // words; a longer one, or one that never ends, is read on in line

Part part_of(WordClass word_class) {
  switch (word_class) {
    case WordClass::Auxiliary:
      return Part::Auxiliary;
    case WordClass::Hypothesis:
      return Part::Hypothesis;
    case WordClass::Subordinator:
      return Part::Subordinator;
    case WordClass::Example:
      return Part::Example;
    case WordClass::Preposition:
      return Part::Preposition;
    case WordClass::Adverb:
      return Part::Adverb;
    case WordClass::Determiner:
    case WordClass::Modal:
    case WordClass::Negation:
    case WordClass::Relative:
    case WordClass::Pronoun:
      break;
  }
  return Part::Noun;
}

class Chunker : WordRow {
 public:
  Chunker(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section)
      : WordRow(words), draft_(draft), text_(text), section_(section) {}

  std::vector<Piece> run() {
    while (at_ < words_.size()) step();
    return std::move(pieces_);
  }

  std::vector<Piece> sentence(std::size_t& at, std::vector<Piece> before) {
    pieces_ = std::move(before);
    pieces_.clear();
    at_ = at;
    const auto stop = std::find_if(words_.begin() + static_cast<std::ptrdiff_t>(at), words_.end(),
                                   [](const Word& word) { return word.mark == Mark::Stop; });
    pieces_.reserve(static_cast<std::size_t>(stop - words_.begin()) - at + 1);
    while (at_ < words_.size() && (pieces_.empty() || last() != Part::Stop)) step();
    at = at_;
    return std::move(pieces_);
  }

 private:
  VerbSense senses() const { return VerbSense(words_, pieces_, at_); }
  BareNouns bare_nouns() const { return BareNouns(draft_, words_, pieces_, at_, section_); }
  Part last() const { return pieces_.empty() ? Part::Stop : pieces_.back().part; }

  Piece& push(Part part, std::size_t to) {
    Piece& piece = pieces_.emplace_back();
    piece.part = part;
    piece.from = at_;
    piece.to = to;
    piece.text = words_[at_].lower;
    at_ = to;
    return piece;
  }

  void step() {
    if (words_[at_].mark != Mark::None) {
      mark();
      return;
    }
    if (url_part() || group() || light_verb() || verb_before_name() || thing() || compound() || verb()) return;
    small_word();
  }

  void mark() {
    const Word& word = words_[at_];
    switch (word.mark) {
      case Mark::Stop: {
        const std::string_view sign = text_.substr(word.begin, 1);
        const bool ends = sign == "." || sign == "!" || sign == "?" || sign == "\n";
        push(ends ? Part::Stop : Part::Break, at_ + 1);
        return;
      }
      case Mark::Comma:
        push(Part::Comma, at_ + 1);
        return;
      case Mark::Colon:
        push(Part::Colon, at_ + 1);
        return;
      case Mark::Open:
        parenthesis();
        return;
      case Mark::Slash:
        path();
        return;
      default:
        ++at_;
        return;
    }
  }

  void parenthesis() {
    int depth = 0;
    std::size_t end = at_;
    const std::size_t limit = std::min(words_.size(), at_ + kLongestParenthesis);
    for (; end < limit; ++end) {
      if (words_[end].mark == Mark::Open) ++depth;
      if (words_[end].mark == Mark::Close && --depth == 0) break;
    }
    if (end >= limit)
      ++at_;
    else
      push(Part::Parenthesis, end + 1);
  }

  /// "/api/*" is cut into slashes and words; between two things a slash joins them: "SNS/SQS".
  void path() {
    const Word& slash = words_[at_];
    if (slash.joined && at_ > 0 && words_[at_ - 1].mark == Mark::None) {
      const bool joins = last() == Part::Mention;
      if (joins)
        push(Part::And, at_ + 1);
      else
        ++at_;
      return;
    }
    std::size_t end = slash.begin;
    while (end < text_.size() && text_[end] != ' ' && text_[end] != ',' && text_[end] != ')' && text_[end] != '`')
      ++end;
    std::size_t to = at_ + 1;
    while (to < words_.size() && words_[to].begin < end) ++to;
    if (text_.substr(slash.begin, 1) == "/" && end > slash.begin + 1)
      push(Part::Path, to);
    else if (text_.substr(slash.begin, 1) != "/")
      push(Part::And, at_ + 1);
    else
      ++at_;
  }

  bool url_part() {
    const Word& here = words_[at_];
    if (!here.code || here.begin == 0 || here.begin >= text_.size() || text_[here.begin - 1] != '/') return false;
    ++at_;
    return true;
  }

  bool group() {
    if (!lexicon::begins_group(words_[at_].lower)) return false;
    for (const lexicon::Group& group : lexicon::groups()) {
      std::size_t n = 0;
      while (n < group.words.size() && !group.words[n].empty() && lower(at_ + n) == group.words[n]) ++n;
      if (n < group.words.size() && !group.words[n].empty()) continue;
      // "is part of X" holds for a verb too: the thing belongs there.
      Piece& piece = push(part_of(group.word_class), at_ + n);
      piece.text = group.text;
      return true;
    }
    return false;
  }

  /// "has access to", "has a route to", "needs permission to", "opens a connection to": the noun says what is done.
  bool light_verb() {
    const bool makes = lexicon::makes_line(words_[at_].lower);
    if (!makes && !lexicon::has_access(words_[at_].lower)) return false;
    for (std::size_t i = at_ + 1; i < at_ + 6 && word(i); ++i) {
      const WordText& norm = words_[i].norm;
      const bool line = norm == "connection" || norm == "connectivity" || (makes && lexicon::is_made_line(norm));
      if (!line && (makes || (norm != "access" && norm != "permission" && norm != "route"))) {
        if (is_class(words_[i].lower, WordClass::Preposition)) return false;
        continue;
      }
      const std::string_view next = lower(i + 1);
      if (next != "to" && next != "on" && next != "with") return false;
      if (form(i + 2) && form(i + 2)->tense == Tense::Base && norm == "permission") return false;
      Piece& piece = push(Part::Verb, i + 1);
      piece.verb = lexicon::find_verb("accesses");
      at_ = i + 2;
      return true;
    }
    return false;
  }

  /// "The worker queues jobs": a word that is both an everyday name and a verb is a verb after the subject.
  bool verb_before_name() {
    const VerbForm* here = form(at_);
    if (!here || here->tense != Tense::Third || pieces_.empty()) return false;
    const bool subject = last() == Part::Mention || last() == Part::Pronoun || last() == Part::Relative;
    if ((!subject && !senses().goes_on()) || !senses().object_follows(at_ + 1)) return false;
    push(Part::Verb, at_ + 1).verb = here;
    return true;
  }

  bool thing() {
    const bool infinitive = last() == Part::Preposition && pieces_.back().text == "to" && form(at_) != nullptr;
    const bool determined = last() == Part::Determiner || (last() == Part::Preposition && !infinitive) ||
                            enumerates() || bare_nouns().begins_as_subject() || bare_nouns().ends_as_object();
    std::optional<Reference> found = thing_at(draft_, words_, at_, text_, section_, determined);
    if (!found || (!found->own && !is_thing(*found))) return false;
    if (describes_by_hyphen(found->to) || is_address()) return false;
    named_after(*found);
    const std::size_t to = std::max(found->to, at_ + 1);
    push(Part::Mention, to).mention = std::move(found);
    return true;
  }

  /// "github.com/orders/api": where something is to be found.
  bool is_address() const {
    const std::string_view rest = text_.substr(words_[at_].begin);
    const std::string_view run = rest.substr(0, rest.find_first_of(" \t\n)]"));
    const std::size_t slash = run.find('/');
    return slash != std::string_view::npos && run.substr(0, slash).find('.') != std::string_view::npos;
  }

  /// "the orders, billing and stock services": after one that is called by what tells it from the others comes the
  /// next.
  bool enumerates() const {
    std::size_t i = pieces_.size();
    while (i > 0 && (pieces_[i - 1].part == Part::Comma || pieces_[i - 1].part == Part::And)) --i;
    return i > 0 && i < pieces_.size() && pieces_[i - 1].mention && pieces_[i - 1].mention->own &&
           pieces_[i - 1].to == pieces_[i - 1].from + 1;
  }

  /// "a Lambda function named cleanup": its own name comes after.
  void named_after(Reference& found) const {
    const std::size_t at = found.to + 1;
    if ((lower(found.to) != "named" && lower(found.to) != "called") || !word(at)) return;
    const catalogue::Kind* kind = found.kind          ? found.kind
                                  : found.ids.empty() ? nullptr
                                                      : &draft_.kind(found.ids.front());
    const WordText& first = words_[at].lower;
    const bool small = is_class(first, WordClass::Determiner) || is_class(first, WordClass::Preposition) ||
                       is_class(first, WordClass::Adverb) || is_class(first, WordClass::Subordinator) ||
                       is_class(first, WordClass::Relative) || first.ends_with("ly");
    if (!kind || (small && !words_[at].code)) return;
    std::size_t to = at + 1;
    while (word(to) && to < at + 4 && words_[to].code == words_[at].code && (words_[to].capital || words_[to].joined))
      ++to;
    const auto known = draft_.named(words_, at, to);
    found.ids.assign(known.begin(), known.begin() + (known.empty() ? 0 : 1));
    found.rule = {};
    found.kind = kind;
    found.name = std::string(text_.substr(words_[at].begin, words_[to - 1].end - words_[at].begin));
    found.named = found.own = true;
    found.plural = found.acts_only = false;
    found.to = to;
  }

  /// "Kafka-based", "VPC-attached": the name is part of an adjective.
  bool describes_by_hyphen(std::size_t to) {
    if (to == 0 || !hyphen_after(to - 1) || words_[to].code) return false;
    const WordText& end = words_[to].lower;
    return end.ends_with("ed") || lexicon::is_hyphen_end(end) || lexicon::is_descriptive(end);
  }

  /// A word that is both a name and a verb is a verb where nothing names a thing ("Build images", "to cache results").
  bool is_thing(const Reference& found) const {
    if (found.to != at_ + 1 || words_[at_].code) return true;
    const VerbForm* here = form(at_);
    if (!here) return true;
    const bool begins = last() == Part::Stop || last() == Part::Break || last() == Part::Colon;
    const bool infinitive = last() == Part::Preposition && pieces_.back().text == "to";
    const bool after_modal = last() == Part::Modal || last() == Part::Relative;
    if (found.named && !infinitive && !after_modal && !(begins && here->tense == Tense::Base)) return true;
    if (begins && here->tense == Tense::Base && !found.named) return at_ == 0 && !senses().object_follows(at_ + 1);
    if (infinitive || after_modal)
      return !(here->tense == Tense::Base && (senses().object_follows(at_ + 1) || (word(at_ + 1) && !found.named)));
    return true;
  }

  bool hyphen_after(std::size_t at) const {
    return word(at + 1) && words_[at + 1].joined && words_[at].end + 1 == words_[at + 1].begin &&
           text_[words_[at].end] == '-';
  }

  /// "in-memory", "long-term", "event-driven": describes what comes after it.
  bool compound() {
    if (!hyphen_after(at_) || words_[at_].code) return false;
    std::size_t to = at_ + 1;
    while (hyphen_after(to - 1)) ++to;
    const bool describes = is_class(words_[at_].lower, WordClass::Preposition) ||
                           lexicon::is_descriptive(words_[at_].lower) ||
                           lexicon::is_descriptive(words_[to - 1].lower) || words_[to - 1].lower.ends_with("ing") ||
                           words_[to - 1].lower.ends_with("ed");
    if (!describes || !word(to)) return false;
    push(Part::Determiner, to);
    return true;
  }

  /// "…, which books the order in": no verb that is known, but nothing else may stand there. It is taken to hand on or
  /// put down what it acts on.
  bool is_some_verb() const {
    const Word& here = words_[at_];
    if (last() != Part::Relative || here.code || here.capital || !here.lower.ends_with("s") ||
        here.lower.ends_with("ss"))
      return false;
    return is_article(lower(at_ + 1)) || lower(at_ + 1) == "its";
  }

  bool verb() {
    // "load balances": two words, one verb.
    const VerbForm* after = form(at_ + 1);
    if (lower(at_) == "load" && after && lower(at_ + 1).starts_with("balanc")) {
      push(Part::Verb, at_ + 2).verb = after;
      return true;
    }
    // "e-mails a link", "re-encrypts the response"
    const bool again = lower(at_) == "re";
    if ((again || lower(at_) == "e") && hyphen_after(at_) && (again || lower(at_ + 1).starts_with("mail")) &&
        form(at_ + 1) && last() != Part::Verb && last() != Part::Determiner && last() != Part::Preposition) {
      const VerbForm* verb = form(at_ + 1);
      Piece& piece = push(Part::Verb, at_ + 2);
      piece.verb = verb;
      piece.text = verb->text;
      return true;
    }
    if (lower(at_) == "back" && is_class(lower(at_ + 1), WordClass::Preposition)) {  // "writes the results back to A"
      push(Part::Adverb, at_ + 1);
      return true;
    }
    const VerbForm* here = form(at_);
    if (const VerbForm* meant = here || last() != Part::Auxiliary ? nullptr : misspelt_participle(words_[at_])) {
      push(Part::Verb, at_ + 1).verb = meant;
      return true;
    }
    if (!here && is_some_verb()) {
      push(Part::Verb, at_ + 1).verb = lexicon::find_verb("records");
      return true;
    }
    if (!here || !senses().acts(*here)) return false;
    // "backs up"
    const VerbForm* whole = lower(at_ + 1) == "up" ? lexicon::find_verb(std::string(lower(at_)) + " up") : nullptr;
    push(Part::Verb, whole ? at_ + 2 : at_ + 1).verb = whole ? whole : here;
    return true;
  }

  void small_word() {
    const Word& here = words_[at_];
    const WordText& text = here.lower;
    Part part = Part::Noun;
    if (here.code)
      part = Part::Noun;
    else if (text == "and" || text == "or" || text == "plus")
      part = Part::And;
    else if (text == "that" && (last() == Part::Preposition ||
                                (last() != Part::Mention && last() != Part::Noun && !senses().finite_at(at_ + 1))))
      part = Part::Determiner;
    else if (last() == Part::Mention && (text == "all" || text == "both" || text == "each"))
      part = Part::Adverb;  // "A, B and C all use D"
    else if (is_class(text, WordClass::Example))
      part = Part::Example;
    else if (text == "no" && word(at_ + 1))
      part = Part::Negation;
    else if (text == "without")
      part = Part::Preposition;
    else if (is_class(text, WordClass::Negation))
      part = Part::Negation;
    else if (is_class(text, WordClass::Hypothesis))
      part = Part::Hypothesis;
    else if (is_class(text, WordClass::Modal))
      part = Part::Modal;
    else if (is_class(text, WordClass::Auxiliary))
      part = Part::Auxiliary;
    else if (is_class(text, WordClass::Relative))
      part = Part::Relative;
    else if (text == "both" && (ends_clause() || (form(at_ + 1) && form(at_ + 1)->tense == Tense::Base)))
      part = Part::Pronoun;  // "Both use A", "A watches both."
    else if (is_class(text, WordClass::Pronoun) || (is_class(text, WordClass::Determiner) && text.starts_with("th") &&
                                                    text != "the" && text != "their" && pronoun_stands_alone()))
      part = Part::Pronoun;
    else if (text == "once" &&
             (is_indefinite_article(lower(at_ + 1)) || lower(at_ + 1) == "per" || lower(at_ + 1) == "every"))
      part = Part::Adverb;
    else if (is_class(text, WordClass::Subordinator))
      part = Part::Subordinator;
    else if (is_class(text, WordClass::Preposition))
      part = Part::Preposition;
    else if (is_class(text, WordClass::Determiner) || lexicon::is_filler(here.norm) || count_of(here) > 0)
      part = Part::Determiner;
    else if (is_class(text, WordClass::Adverb) || text.ends_with("ly"))
      part = Part::Adverb;
    else if (lexicon::is_descriptive(text) && word(at_ + 1) && !form(at_ + 1))
      part = Part::Determiner;
    push(part, at_ + 1);
  }

  /// "A consumes these and …", "A watches both."
  bool ends_clause() const {
    if (last() != Part::Verb) return false;
    return at_ + 1 >= words_.size() || words_[at_ + 1].mark != Mark::None || lower(at_ + 1) == "and";
  }

  /// "This triggers a build", but "this function triggers".
  bool pronoun_stands_alone() const {
    const WordText& next = lower(at_ + 1);
    if (is_class(next, WordClass::Auxiliary) || is_class(next, WordClass::Modal)) return true;
    const VerbForm* verb = form(at_ + 1);
    const bool several = lower(at_) == "these" || lower(at_) == "those";
    if (several && ends_clause()) return true;
    return verb && verb->tense == (several ? Tense::Base : Tense::Third);
  }

  Draft& draft_;
  std::string_view text_;
  SectionId section_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Piece> pieces_of(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section) {
  return Chunker(draft, words, text, section).run();
}

std::vector<Piece> next_sentence(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section,
                                 std::size_t& at, std::vector<Piece> before) {
  return Chunker(draft, words, text, section).sentence(at, std::move(before));
}

bool ends_question(const Piece& piece, const std::vector<Word>& words, std::string_view text) {
  return piece.part == Part::Stop && text[words[piece.from].begin] == '?';
}

}  // namespace skydraft::understand
