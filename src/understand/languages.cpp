#include "understand/languages.hpp"

#include <algorithm>
#include <map>

#include "understand/lexicon.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kSample = 4000;      // words that tell the language
constexpr int kEnough = 5;                 // marker words that make it sure
constexpr std::size_t kLongestPhrase = 3;  // words that are translated as one

std::string_view translation(std::string_view language, std::string_view text) {
  const auto rows = lexicon::foreign_words();
  const auto key = [](const lexicon::ForeignWord& row) { return std::pair(row.language, row.text); };
  const auto at = std::ranges::lower_bound(rows, std::pair(language, text), {}, key);
  return at != rows.end() && key(*at) == std::pair(language, text) ? at->english : std::string_view{};
}

bool is_kana(std::string_view word) { return word.starts_with("\xE3\x81") || word.starts_with("\xE3\x82"); }
bool is_hangul(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xEA && static_cast<unsigned char>(word[0]) <= 0xED;
}

class Translator {
 public:
  Translator(std::string_view language, std::vector<Word>& words) : language_(language), words_(words) {}

  void run() {
    for (std::size_t at = 0; at < words_.size();) {
      if (words_[at].mark != Mark::None) {
        if (words_[at].mark == Mark::Stop) verb_ = auxiliary_ = false;
        preposition_ = false;
        ++at;
        continue;
      }
      const std::size_t name = words_[at].code ? at + 1 : name_end(at);
      if (name > at + 1 || words_[at].code) {
        at = name;
        preposition_ = false;
        continue;
      }
      at = phrase(at);
    }
  }

 private:
  std::size_t name_end(std::size_t at) const {
    const auto hit = catalogue_hit(words_, at);
    return hit ? hit->to : at;
  }

  std::size_t phrase(std::size_t at) {
    for (std::size_t n = kLongestPhrase; n > 0; --n) {
      if (at + n > words_.size()) continue;
      std::string text;
      bool plain = true;
      for (std::size_t i = at; i < at + n; ++i) {
        plain = plain && words_[i].mark == Mark::None && !words_[i].code;
        text += (i == at ? "" : " ") + words_[i].lower;
      }
      const std::string_view english = plain ? translation(language_, text) : std::string_view{};
      if (english.empty()) continue;
      set(words_[at], english);
      for (std::size_t i = at + 1; i < at + n; ++i) words_[i] = words_[i].read_as("also", words_[i].norm);
      return at + n;
    }
    preposition_ = false;
    return at + 1;
  }

  void set(Word& word, std::string_view english) {
    if (english == "of")  // "through the", "reads from": what the word before leaves open
      english = preposition_ ? "the" : verb_ ? "from" : "of";
    if (english == "from" && language_ == "de" && auxiliary_) english = "by";
    preposition_ = lexicon::is_class(english, lexicon::WordClass::Preposition);
    auxiliary_ = auxiliary_ || lexicon::is_class(english, lexicon::WordClass::Auxiliary);
    verb_ = verb_ || lexicon::find_verb(english) != nullptr;
    word = word.read_as(english, word.norm);
  }

  std::string_view language_;
  std::vector<Word>& words_;
  bool verb_ = false, auxiliary_ = false, preposition_ = false;  ///< in the sentence so far; the word before is one
};

}  // namespace

std::string_view language_of(const Outline& outline) {
  std::map<std::string_view, int> found;
  std::size_t seen = 0;
  int english = 0;
  for (const Entry& entry : outline.entries) {
    for (const Word& word : entry.words) {
      if (word.mark != Mark::None || ++seen > kSample) continue;
      if (is_kana(word.lower)) ++found["ja"];
      if (is_hangul(word.lower)) ++found["ko"];
      english += lexicon::is_english(word.lower) ? 1 : 0;
      if (!lexicon::tells_language(word.lower)) continue;
      const auto [first, last] =
          std::ranges::equal_range(lexicon::language_markers(), std::string_view(word.lower), {}, &lexicon::Pair::key);
      for (auto row = first; row != last; ++row) ++found[row->value];
    }
    if (seen > kSample) break;
  }
  const auto best = std::ranges::max_element(found, {}, [](const auto& row) { return row.second; });
  return best != found.end() && best->second >= kEnough && best->second > english ? best->first : std::string_view{};
}

void put_in_english(std::string_view language, std::vector<Word>& words) {
  if (!language.empty() && !is_verb_last(language)) Translator(language, words).run();
}

void put_in_english(std::string_view language, Outline& outline) {
  if (language.empty() || is_verb_last(language)) return;
  for (Entry& entry : outline.entries) {
    put_in_english(language, entry.words);
    put_in_english(language, entry.label_words);
  }
}

bool describes_after(std::string_view language) { return language == "pt" || language == "es" || language == "fr"; }
bool is_verb_last(std::string_view language) { return language == "ja" || language == "ko"; }

}  // namespace skydraft::understand
