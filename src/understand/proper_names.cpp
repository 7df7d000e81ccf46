#include "understand/proper_names.hpp"

#include <algorithm>
#include <map>

#include "understand/classify.hpp"

namespace skydraft::understand {
namespace {

using lexicon::Tense;
using lexicon::WordClass;

constexpr std::size_t kShortest = 4;          // letters; shorter words with capitals are mostly abbreviations
constexpr std::size_t kMaxNames = 64;         // such names of one document
constexpr std::size_t kLongestSentence = 64;  // words that are looked through for what a name acts on
constexpr std::size_t kLongestName = 4;       // words of a name
constexpr std::size_t kReach = 8;             // words between a verb and where that leads

/// How a word with a capital is used in the document.
struct Use {
  int within = 0;     ///< times inside a sentence, where only names have capitals
  int with_verb = 0;  ///< times before a verb of which it can be the subject
  int acting = 0;     ///< and with a known thing as well
  int as_end = 0;     ///< times where data comes from or goes to: "fetched from …"
  int as_noun = 0;    ///< times in lower case: an everyday word
  Span first;
  SectionId section;
  std::string_view written;
};

struct LongName {
  std::string_view written;
  Span span;
  SectionId section;
};

class ProperNames {
 public:
  explicit ProperNames(Draft& draft) : draft_(draft) {}

  void run() {
    for (const Entry& entry : draft_.outline.entries)
      if (!draft_.topic(entry.section).skipped && entry.kind != EntryKind::Code && entry.kind != EntryKind::Row)
        read(entry);
    for (const LongName& name : names_)
      if (const auto id = draft_.define(name.written, "generic.external-system", name.span, name.section))
        draft_.parts[id->index].from_prose = true;
    std::size_t made = 0;
    for (const auto& [name, use] : uses_) {
      const bool acts = use.acting > 0 || (use.with_verb > 0 && use.within > 1) || (use.as_end > 0 && use.within > 1);
      if (!acts || (use.within == 0 && !is_camel_case(use.written)) || use.as_noun > 0 || made == kMaxNames) continue;
      if (!draft_.named(name).empty()) continue;
      const std::string_view kind = use.with_verb == 0 ? "generic.external-system" : "generic.service";
      if (const auto id = draft_.define(use.written, kind, use.first, use.section)) {
        draft_.parts[id->index].from_prose = true;
        ++made;
      }
    }
  }

 private:
  void read(const Entry& entry) {
    const std::vector<Word>& words = entry.words;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const Word& word = words[at];
      if (word.mark != Mark::None || word.code || word.norm.size() < kShortest) continue;
      if (!word.capital) {
        if (Use* use = use_of(word.norm)) ++use->as_noun;
        continue;
      }
      const std::string_view written = std::string_view(entry.text.text).substr(word.begin, word.end - word.begin);
      const bool end = is_end(words, at);
      if (end) long_name(entry, at);
      if ((is_abbreviation(written) && !(end && written.size() > 2)) || !may_name(words, at)) continue;
      const bool begins = at == 0 || words[at - 1].mark == Mark::Stop || words[at - 1].mark == Mark::Colon;
      Use& use = uses_[std::string(word.norm)];
      if (use.written.empty()) {
        if (by_number_.size() <= word.norm.number) by_number_.resize(2 * (word.norm.number + std::size_t{1}));
        by_number_[word.norm.number] = &use;
        use.written = written;
        use.first = entry.text.source_of(word.begin, word.end);
        use.section = entry.section;
      }
      use.within += begins ? 0 : 1;
      use.as_end += end ? 1 : 0;
      if (!has_verb(words, at)) continue;
      ++use.with_verb;
      use.acting += on_known(words, at) ? 1 : 0;
    }
  }

  Use* use_of(const WordText& norm) const {
    return norm.number < by_number_.size() ? by_number_[norm.number] : nullptr;
  }

  /// "rates fetched from …", "sends reports to …": where data comes from or goes to.
  static bool is_end(const std::vector<Word>& words, std::size_t at) {
    std::size_t i = at;
    if (i > 0 && words[i - 1].lower == "the") --i;
    if (i == 0 || (words[i - 1].lower != "from" && words[i - 1].lower != "to")) return false;
    for (std::size_t n = 0; n < kReach && i-- > 0 && words[i].mark == Mark::None; ++n) {
      const lexicon::VerbForm* form = lexicon::find_verb(words[i].lower);
      if (!form) continue;
      const lexicon::Verb& verb = lexicon::verb_of(*form);
      return (verb.kind == lexicon::VerbKind::Flow || verb.kind == lexicon::VerbKind::Uses) &&
             (verb.object == lexicon::Direction::Carried || verb.object == lexicon::Direction::Backward ||
              form->text.starts_with("read"));
    }
    return false;
  }

  /// "European Central Bank": several words with capitals, none of which says what it is.
  void long_name(const Entry& entry, std::size_t at) {
    const std::vector<Word>& words = entry.words;
    std::size_t to = at;
    while (to < words.size() && words[to].mark == Mark::None && words[to].capital && !words[to].code) ++to;
    if (to - at < 2 || to - at > kLongestName || names_.size() == kMaxNames) return;
    if (to < words.size() && words[to].mark == Mark::None &&
        (words[to].joined || !lexicon::head_kind(words[to].norm).empty()))
      return;
    for (std::size_t i = at; i < to; ++i)
      if (words[i].joined || (is_everyday(words[i]) && (i + 1 == to || !lexicon::is_descriptive(words[i].lower))) ||
          catalogue_hit(words, i) || !draft_.with_core(words[i].norm).empty())
        return;
    names_.push_back({std::string_view(entry.text.text).substr(words[at].begin, words[to - 1].end - words[at].begin),
                      entry.text.source_of(words[at].begin, words[to - 1].end), entry.section});
  }

  /// The lexicon has the word for something that is no name.
  static bool is_everyday(const Word& word) {
    return lexicon::find_verb(word.lower) || lexicon::is_descriptive(word.lower) || lexicon::is_generic(word.norm) ||
           lexicon::is_moved(word.norm) || lexicon::is_group(word.norm) || lexicon::is_whole(word.norm) ||
           lexicon::is_feature(word.norm) || lexicon::is_filler(word.norm) || lexicon::is_protocol(word.lower) ||
           lexicon::is_file_ending(word.lower) || !lexicon::head_kind(word.norm).empty() ||
           !lexicon::actor_kind(word.norm).empty() || !lexicon::attribute_for(word.norm).empty() ||
           lexicon::is_instruction(word.lower);
  }

  /// A word by itself, known to nobody: no service, no everyday word, no abbreviation, no part of a longer name.
  bool may_name(const std::vector<Word>& words, std::size_t at) const {
    const Word& word = words[at];
    const auto neighbour = [&](std::size_t i) {
      return i < words.size() && words[i].mark == Mark::None && (words[i].capital || words[i].joined);
    };
    const bool joined = word.joined && at > 0 && words[at - 1].mark == Mark::None;
    if (word.plural || joined || (at > 0 && neighbour(at - 1) && words[at - 1].capital) || neighbour(at + 1))
      return false;
    if (is_everyday(word)) return false;
    for (const WordClass small :
         {WordClass::Determiner, WordClass::Auxiliary, WordClass::Modal, WordClass::Negation, WordClass::Hypothesis,
          WordClass::Relative, WordClass::Pronoun, WordClass::Subordinator, WordClass::Example, WordClass::Preposition,
          WordClass::Adverb})
      if (lexicon::is_class(word.lower, small)) return false;
    return !catalogue_hit(words, at) && draft_.with_core(word.norm).empty();
  }

  /// "ElastAlert": no everyday word is written so, even where a sentence begins.
  static bool is_camel_case(std::string_view written) {
    return std::ranges::any_of(written.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// "YAML", "PromQL": formats and languages are written so, too.
  static bool is_abbreviation(std::string_view written) {
    return written.ends_with("QL") || std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// "Feast keeps": one thing does something.
  static bool has_verb(const std::vector<Word>& words, std::size_t at) {
    if (at + 2 >= words.size() || words[at + 1].mark != Mark::None) return false;
    const lexicon::VerbForm* verb = lexicon::find_verb(words[at + 1].lower);
    return verb && verb->tense == Tense::Third && lexicon::verb_of(*verb).object != lexicon::Direction::None;
  }

  /// "… in Redis": a service is named in the same sentence.
  bool on_known(const std::vector<Word>& words, std::size_t at) const {
    for (std::size_t i = at + 2; i < words.size() && i < at + kLongestSentence && words[i].mark != Mark::Stop; ++i) {
      if (words[i].mark != Mark::None) continue;
      if (!draft_.with_core(words[i].norm).empty()) return true;
      const auto hit = catalogue_hit(words, i);
      if (hit && tells(*hit, catalogue::kinds()[hit->rows.front().kind])) return true;
    }
    return false;
  }

  Draft& draft_;
  std::map<std::string, Use> uses_;  ///< by the word's norm
  std::vector<Use*> by_number_;      ///< the same, by the norm's number
  std::vector<LongName> names_;
};

}  // namespace

void find_proper_names(Draft& draft) {
  if (draft.language.empty()) ProperNames(draft).run();
}

}  // namespace skydraft::understand
