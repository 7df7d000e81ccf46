#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "understand/classify.hpp"
#include "understand/mention.hpp"
#include "understand/passes.hpp"

/// "Storage (raw) -> Transform -> Storage (curated)": where chains tell one service from another of its kind by a word
/// in parentheses, these are two things. So are "the SQS inbox queue" and "the SQS outbox queue".
namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestVariant = 3;  // words in the parentheses
constexpr std::size_t kMaxVariants = 256;

struct Variant {
  std::string key;
  std::string name;     ///< "Storage raw"
  std::string written;  ///< as a name of its own: "Storage (raw)", "inbox queue"
  Span span;
  SectionId section;
  bool named = false;  ///< by a word before its noun
};

class Variants {
 public:
  explicit Variants(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const Entry& entry = draft_.outline.entries[i];
      if (draft_.skipped({i})) continue;
      if (has_arrow(entry.words)) read(entry);
      read_nouns(entry);
    }
    for (const auto& [kind, variants] : found_)
      if (variants.size() > 1 || (variants.front().named && draft_.of_kind(kind).empty()))
        for (const Variant& variant : variants)
          if (const auto id = draft_.define(variant.name, kind, variant.span, variant.section))
            draft_.alias(*id, variant.written);
  }

 private:
  void read(const Entry& entry) {
    const std::vector<Word>& words = entry.words;
    const std::string_view text = entry.text.text;
    for (std::size_t at = 0; at + 3 < words.size(); ++at) {
      const auto hit = words[at].mark == Mark::None ? catalogue_hit(words, at) : std::nullopt;
      if (!hit || hit->to + 2 >= words.size() || words[hit->to].mark != Mark::Open) continue;
      const std::size_t first = hit->to + 1;
      std::size_t to = first;
      while (to < words.size() && to <= first + kLongestVariant && tells_one(words, to)) ++to;
      const catalogue::Kind* kind = meaning_of(draft_, *hit, entry.section);
      if (to == first || to >= words.size() || words[to].mark != Mark::Close || !kind || !tells(*hit, *kind) ||
          !lexicon::is_open(kind->id) || ++count_ > kMaxVariants)
        continue;
      const auto part = [&](std::size_t from, std::size_t end) {
        return std::string(text.substr(words[from].begin, words[end - 1].end - words[from].begin));
      };
      add(kind->id, {key_of(words, first, to), part(at, hit->to) + " " + part(first, to), part(at, to + 1),
                     entry.text.source_of(words[at].begin, words[to].end), entry.section, false});
      at = to;
    }
  }

  /// "the SQS “inbox” queue": a word between a service and the noun that says what it is.
  void read_nouns(const Entry& entry) {
    const std::vector<Word>& words = entry.words;
    const std::string_view text = entry.text.text;
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
      const auto hit = words[at].mark == Mark::None && words[at].capital ? catalogue_hit(words, at) : std::nullopt;
      if (!hit) continue;
      std::size_t word = hit->to;
      const bool quoted = word < words.size() && words[word].mark == Mark::Other;
      if (quoted) ++word;
      const std::size_t noun = word + (quoted ? 2 : 1);
      if (noun >= words.size() || (quoted && words[noun - 1].mark != Mark::Other) || !tells_one(words, word) ||
          !(quoted || is_teller(words[word])))
        continue;
      const catalogue::Kind* kind = meaning_of(draft_, *hit, entry.section);
      if (!kind || !tells(*hit, *kind) || !lexicon::is_open(kind->id) ||
          !lexicon::stands_for(words[noun].norm, kind->id) || words[noun].plural || ++count_ > kMaxVariants)
        continue;
      const auto part = [&](std::size_t i) {
        return std::string(text.substr(words[i].begin, words[i].end - words[i].begin));
      };
      const std::string own = part(word) + " " + part(noun);
      add(kind->id, {std::string(words[word].norm),
                     std::string(text.substr(words[at].begin, words[hit->to - 1].end - words[at].begin)) + " " + own,
                     own, entry.text.source_of(words[at].begin, words[noun].end), entry.section, true});
      at = noun;
    }
  }

  /// Not "the S3 storage bucket", "Lambda invokes functions", "an SQS FIFO queue".
  static bool is_teller(const Word& word) {
    using lexicon::WordClass;
    const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
    return word.mark == Mark::None && !word.capital && !lexicon::is_descriptive(word.lower) &&
           !lexicon::is_generic(word.norm) && !lexicon::is_filler(word.norm) && !lexicon::is_group(word.norm) &&
           !lexicon::is_class(
               word.lower, {WordClass::Preposition, WordClass::Determiner, WordClass::Auxiliary, WordClass::Modal}) &&
           word.lower != "and" && word.lower != "or" &&
           !(verb && verb->tense != lexicon::Tense::Base && !lexicon::is_moved(word.norm));
  }

  void add(std::string_view kind, Variant variant) {
    std::vector<Variant>& variants = found_[kind];
    if (std::ranges::find(variants, variant.key, &Variant::key) == variants.end())
      variants.push_back(std::move(variant));
  }

  /// No number, no product ("PostgreSQL"), no everyday word about what it is like ("optional"), and no event that a bus
  /// carries ("EventBridge (OrderPlacedEvent)").
  static bool tells_one(const std::vector<Word>& words, std::size_t at) {
    const Word& word = words[at];
    return word.mark == Mark::None && word.lower.find_first_of("0123456789.") == std::string::npos &&
           !catalogue_hit(words, at) && !lexicon::is_protocol(word.lower) && !lexicon::is_qualifier(word.norm) &&
           !word.norm.ends_with("event");
  }

  Draft& draft_;
  std::map<std::string_view, std::vector<Variant>> found_;  ///< by kind, in the order of the text
  std::size_t count_ = 0;
};

}  // namespace

void tell_variants(Draft& draft) { Variants(draft).run(); }

}  // namespace skydraft::understand
