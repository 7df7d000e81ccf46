#include "understand/phrase.hpp"

#include <algorithm>
#include <array>

#include "understand/own_name.hpp"

namespace skydraft::understand {
namespace {

using lexicon::is_class;
using lexicon::Tense;
using lexicon::VerbForm;
using lexicon::WordClass;

constexpr std::size_t kLongestParenthesis = 80;  // words; a longer one, or one that never ends, is read on in line

/// Prepositions and examples of several words, longest first.
struct Group {
  std::array<std::string_view, 3> words;
  Part part;
  std::string_view text;
};
constexpr std::array<Group, 18> kGroups{{{{"in", "front", "of"}, Part::Preposition, "in front of"},
                                         {{"on", "top", "of"}, Part::Preposition, "on"},
                                         {{"on", "behalf", "of"}, Part::Preposition, "for"},
                                         {{"as", "part", "of"}, Part::Preposition, "within"},
                                         {{"part", "of", ""}, Part::Preposition, "within"},
                                         {{"instead", "of", ""}, Part::Preposition, "without"},
                                         {{"rather", "than", ""}, Part::Preposition, "without"},
                                         {{"such", "as", ""}, Part::Example, "such as"},
                                         {{"for", "example", ""}, Part::Example, "for example"},
                                         {{"for", "instance", ""}, Part::Example, "for instance"},
                                         {{"similar", "to", ""}, Part::Preposition, "without"},
                                         {{"next", "to", ""}, Part::Preposition, "beside"},
                                         {{"out", "of", ""}, Part::Preposition, "from"},
                                         {{"by", "means", "of"}, Part::Preposition, "via"},
                                         {{"acts", "as", ""}, Part::Auxiliary, "is"},
                                         {{"serves", "as", ""}, Part::Auxiliary, "is"},
                                         {{"functions", "as", ""}, Part::Auxiliary, "is"},
                                         {{"used", "as", ""}, Part::Auxiliary, "is"}}};

class Chunker {
 public:
  Chunker(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section)
      : draft_(draft), words_(words), text_(text), section_(section) {}

  std::vector<Piece> run() {
    while (at_ < words_.size()) step();
    return std::move(pieces_);
  }

  std::vector<Piece> sentence(std::size_t& at) {
    at_ = at;
    while (at_ < words_.size() && (pieces_.empty() || last() != Part::Stop)) step();
    at = at_;
    return std::move(pieces_);
  }

 private:
  bool word(std::size_t at) const { return at < words_.size() && words_[at].mark == Mark::None; }
  const WordText& lower(std::size_t at) const {
    static const WordText none("", 0);
    return word(at) ? words_[at].lower : none;
  }
  const VerbForm* form(std::size_t at) const {
    return word(at) && !words_[at].code ? lexicon::find_verb(words_[at].lower) : nullptr;
  }
  Part last() const { return pieces_.empty() ? Part::Stop : pieces_.back().part; }

  Piece& push(Part part, std::size_t to) {
    Piece piece;
    piece.part = part;
    piece.from = at_;
    piece.to = to;
    piece.text = words_[at_].lower;
    pieces_.push_back(std::move(piece));
    at_ = to;
    return pieces_.back();
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
    for (const Group& group : kGroups) {
      std::size_t n = 0;
      while (n < group.words.size() && !group.words[n].empty() && lower(at_ + n) == group.words[n]) ++n;
      if (n < group.words.size() && !group.words[n].empty()) continue;
      // "is part of X" holds for a verb too: the thing belongs there.
      Piece& piece = push(group.part, at_ + n);
      piece.text = group.text;
      return true;
    }
    return false;
  }

  /// "has access to", "needs permission to", "with connections to": the noun says what is done.
  bool light_verb() {
    const std::string_view first = lower(at_);
    if (first != "has" && first != "have" && first != "having" && first != "needs" && first != "need" &&
        first != "requires" && first != "require" && first != "with" && first != "gets" && first != "granted" &&
        first != "given" && first != "grants" && first != "allowed")
      return false;
    for (std::size_t i = at_ + 1; i < at_ + 5 && word(i); ++i) {
      const std::string& norm = words_[i].norm;
      if (norm != "access" && norm != "permission" && norm != "connection" && norm != "connectivity") {
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
    if (!subject || !object_follows(at_ + 1)) return false;
    push(Part::Verb, at_ + 1).verb = here;
    return true;
  }

  bool object_follows(std::size_t at) const {
    if (!word(at)) return false;
    return is_class(words_[at].lower, WordClass::Determiner) || words_[at].capital || words_[at].code ||
           lexicon::is_moved(words_[at].norm);
  }

  bool thing() {
    const bool infinitive = last() == Part::Preposition && pieces_.back().text == "to" && form(at_) != nullptr;
    const bool determined = last() == Part::Determiner || (last() == Part::Preposition && !infinitive);
    std::optional<Reference> found = thing_at(draft_, words_, at_, text_, section_, determined);
    if (!found || (!found->own && !is_thing(*found))) return false;
    if (describes_by_hyphen(found->to)) return false;
    named_after(*found);
    const std::size_t to = std::max(found->to, at_ + 1);
    push(Part::Mention, to).mention = std::move(found);
    return true;
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
    const auto known = draft_.named(key_of(words_, at, to));
    found.ids.assign(known.begin(), known.begin() + (known.empty() ? 0 : 1));
    found.rule.clear();
    found.kind = kind;
    found.name = std::string(text_.substr(words_[at].begin, words_[to - 1].end - words_[at].begin));
    found.named = found.own = true;
    found.plural = found.acts_only = false;
    found.to = to;
  }

  /// "Kafka-based", "VPC-attached": the name is part of an adjective.
  bool describes_by_hyphen(std::size_t to) {
    if (to == 0 || !hyphen_after(to - 1) || words_[to].code) return false;
    const std::string& end = words_[to].lower;
    return end.ends_with("ed") || end == "driven" || end == "like" || end == "native" || end == "compatible" ||
           end == "to" || lexicon::is_descriptive(end);
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
    if (begins && here->tense == Tense::Base && !found.named) return at_ == 0 && !object_follows(at_ + 1);
    if (infinitive || after_modal)
      return !(here->tense == Tense::Base && (object_follows(at_ + 1) || (word(at_ + 1) && !found.named)));
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

  bool verb() {
    // "load balances": two words, one verb.
    const VerbForm* after = form(at_ + 1);
    if (lower(at_) == "load" && after && lower(at_ + 1).starts_with("balanc")) {
      push(Part::Verb, at_ + 2).verb = after;
      return true;
    }
    const VerbForm* here = form(at_);
    if (!here || !acts(*here)) return false;
    push(Part::Verb, at_ + 1).verb = here;
    return true;
  }

  bool finite_at(std::size_t at) const {
    if (is_class(lower(at), WordClass::Auxiliary) || is_class(lower(at), WordClass::Modal)) return true;
    const VerbForm* next = form(at);
    return next && (next->tense == Tense::Third || next->tense == Tense::Base);
  }

  bool third(std::size_t at) const {
    const VerbForm* next = form(at);
    return next && next->tense == Tense::Third;
  }

  bool finite_after(std::size_t at) const {
    while (word(at) && (is_class(words_[at].lower, WordClass::Adverb) || words_[at].lower.ends_with("ly"))) ++at;
    if (!word(at)) return false;
    if (is_class(words_[at].lower, WordClass::Auxiliary) || is_class(words_[at].lower, WordClass::Modal)) return true;
    const VerbForm* next = form(at);
    return next && (next->tense == Tense::Third || (next->tense == Tense::Participle && !object_follows(at + 1)));
  }

  bool acts(const VerbForm& here) const {
    const Part before = last();
    switch (here.tense) {
      case Tense::Participle:
        // "the accepted events", "validated requests", "Managed OpenSearch for search": an adjective.
        if ((before == Part::Stop || before == Part::Comma || before == Part::And || before == Part::Break) &&
            word(at_ + 1) && words_[at_ + 1].capital)
          return false;
        // "a fully managed service"
        if (before == Part::Adverb && adjective_after_adverb()) return false;
        return !(before == Part::Determiner && word(at_ + 1) && !is_class(lower(at_ + 1), WordClass::Preposition)) &&
               !(before == Part::Preposition && pieces_.back().text != "to" && word(at_ + 1));
      case Tense::Gerund:
        // "tracks running services"
        if (before == Part::Verb && lexicon::is_descriptive(lower(at_))) return false;
        return word(at_ + 1) && before != Part::Determiner && !(before == Part::Noun && lower(at_ + 1) == "of");
      case Tense::Third:
        if (before == Part::Preposition || before == Part::Determiner || before == Part::Verb) return false;
        // "Requests come in": a plural, and its verb.
        if (lexicon::is_moved(words_[at_].norm) && form(at_ + 1) && form(at_ + 1)->tense == Tense::Base) return false;
        // "Collects logs": of two such words the second is the noun, for a plural takes no such verb.
        if (!third(at_ + 1) && finite_after(at_ + 1)) return false;
        if (subject_with_phrase()) return false;
        // "deletes torn covers": right after a verb stands its object.
        if (before == Part::Noun && pieces_.size() > 1 && pieces_[pieces_.size() - 2].part == Part::Verb) return false;
        return !(before == Part::Noun && described(pieces_.back()) && !object_follows(at_ + 1));
      case Tense::Base:
        return base_acts(here, before);
    }
    return true;
  }

  bool adjective_after_adverb() const {
    const bool there = pieces_.size() > 1 && (pieces_[pieces_.size() - 2].part == Part::Auxiliary ||
                                              pieces_[pieces_.size() - 2].part == Part::Mention ||
                                              pieces_[pieces_.size() - 2].part == Part::Noun);
    return !there && word(at_ + 1) && !is_class(lower(at_ + 1), WordClass::Preposition) &&
           !is_class(lower(at_ + 1), WordClass::Determiner);
  }

  /// "Requests from users are …": a verb still comes, so this is what it speaks of.
  bool subject_with_phrase() const {
    const bool noun = lexicon::is_moved(words_[at_].norm) || words_[at_].norm == "access";
    if (last() != Part::Stop || !noun || !is_class(lower(at_ + 1), WordClass::Preposition)) return false;
    for (std::size_t i = at_ + 2; word(i) && i < at_ + 10; ++i)
      if (is_class(words_[i].lower, WordClass::Auxiliary) ||
          (form(i) && (form(i)->tense == Tense::Third || (lexicon::verb_of(*form(i)).starts && object_follows(i + 1)))))
        return true;
    return false;
  }

  /// "incoming requests", "API calls": a word before it that only describes makes it a noun.
  bool described(const Piece& noun) const {
    const std::string& text = words_[noun.from].lower;
    return lexicon::is_descriptive(text) || text.ends_with("ing");
  }

  bool base_acts(const VerbForm& here, Part before) const {
    if (finite_after(at_ + 1) || subject_with_phrase()) return false;
    if (before == Part::Determiner || here.text == "open") return false;
    // "Secure connection between …": the adjective.
    if (before == Part::Stop && lexicon::is_descriptive(lower(at_))) return false;
    if (before == Part::Preposition) return pieces_.back().text == "to" && !infinitive_is_noun();
    if (before == Part::Noun) return (words_[pieces_.back().to - 1].plural || several()) && word(at_ + 1);
    if (before == Part::Verb) return false;
    if ((before == Part::Mention || before == Part::Noun) && has_verb()) return false;
    if (before == Part::Mention && !made_to()) return plural_before() || several();
    if (before == Part::Auxiliary) return true;  // "is read by", "does write"
    return true;
  }

  /// "manages user access to": the clause has its verb already, so this is a noun.
  bool has_verb() const {
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      const Part part = pieces_[i].part;
      if (part == Part::Verb) return pieces_[i].verb->tense != Tense::Participle && !causative(i);
      if (part != Part::Mention && part != Part::Noun && part != Part::Determiner && part != Part::Adverb &&
          part != Part::Preposition && part != Part::Parenthesis)
        return false;
    }
    return false;
  }

  /// "Alarms in the log store notify": a plural that the verb may belong to.
  bool plural_before() const {
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      const Piece& piece = pieces_[i];
      if (piece.part == Part::Stop || piece.part == Part::Verb || piece.part == Part::Break) return false;
      if (piece.part != Part::Mention && piece.part != Part::Noun) continue;
      if (words_[piece.to - 1].plural || words_[piece.to - 1].lower.ends_with('s')) return true;
    }
    return false;
  }

  /// "lets the API read"
  bool made_to() const {
    for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].part != Part::Stop;)
      if (pieces_[i].part == Part::Verb) return causative(i);
    return false;
  }

  /// "lets the API read", "helps the worker find"
  bool causative(std::size_t piece) const { return lexicon::verb_of(*pieces_[piece].verb).causative; }

  /// "the scheduler and the mailer consume": an "and" right before makes a plural.
  bool several() const {
    for (std::size_t i = pieces_.size(); i-- > 0 && i + 4 > pieces_.size();)
      if (pieces_[i].part == Part::And) return true;
    return false;
  }

  /// "access to build", "deployed to stage.": nothing follows that it could act on.
  bool infinitive_is_noun() const {
    return !word(at_ + 1) && !(at_ + 1 < words_.size() && words_[at_ + 1].mark == Mark::Slash);
  }

  void small_word() {
    const Word& here = words_[at_];
    const WordText& text = here.lower;
    Part part = Part::Noun;
    if (here.code)
      part = Part::Noun;
    else if (text == "and" || text == "or" || text == "plus")
      part = Part::And;
    else if (text == "that" && last() != Part::Mention && last() != Part::Noun && !finite_at(at_ + 1))
      part = Part::Determiner;
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
    else if (is_class(text, WordClass::Pronoun) || (is_class(text, WordClass::Determiner) && text.starts_with("th") &&
                                                    text != "the" && text != "their" && pronoun_stands_alone()))
      part = Part::Pronoun;
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

  /// "This triggers a build", but "this function triggers".
  bool pronoun_stands_alone() const {
    const WordText& next = lower(at_ + 1);
    if (is_class(next, WordClass::Auxiliary) || is_class(next, WordClass::Modal)) return true;
    const VerbForm* verb = form(at_ + 1);
    return verb && verb->tense == Tense::Third;
  }

  Draft& draft_;
  const std::vector<Word>& words_;
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
                                 std::size_t& at) {
  return Chunker(draft, words, text, section).sentence(at);
}

}  // namespace skydraft::understand
