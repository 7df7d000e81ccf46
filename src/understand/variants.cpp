#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "understand/classify.hpp"
#include "understand/mention.hpp"
#include "understand/passes.hpp"

/// "Storage (raw) -> Transform -> Storage (curated)": where chains tell one service from another of its kind by a word
/// in parentheses, these are two things.
namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestVariant = 3;  // words in the parentheses
constexpr std::size_t kMaxVariants = 256;

struct Variant {
  std::string key;
  std::string name;  ///< "Storage raw"
  std::string written;
  Span span;
  SectionId section;
};

class Variants {
 public:
  explicit Variants(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const Entry& entry = draft_.outline.entries[i];
      if (has_arrow(entry.words) && !draft_.skipped({i})) read(entry);
    }
    for (const auto& [kind, variants] : found_)
      if (variants.size() > 1)
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
      std::vector<Variant>& variants = found_[kind->id];
      if (std::string key = key_of(words, first, to); std::ranges::find(variants, key, &Variant::key) == variants.end())
        variants.push_back({std::move(key), part(at, hit->to) + " " + part(first, to), part(at, to + 1),
                            entry.text.source_of(words[at].begin, words[to].end), entry.section});
      at = to;
    }
  }

  /// No number, no product ("PostgreSQL"), no everyday word about what it is like ("optional").
  static bool tells_one(const std::vector<Word>& words, std::size_t at) {
    const Word& word = words[at];
    return word.mark == Mark::None && word.lower.find_first_of("0123456789.") == std::string::npos &&
           !catalogue_hit(words, at) && !lexicon::is_protocol(word.lower) &&
           !std::ranges::binary_search(lexicon::qualifiers(), word.norm);
  }

  Draft& draft_;
  std::map<std::string_view, std::vector<Variant>> found_;  ///< by kind, in the order of the text
  std::size_t count_ = 0;
};

}  // namespace

void tell_variants(Draft& draft) { Variants(draft).run(); }

}  // namespace skydraft::understand
