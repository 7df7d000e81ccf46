#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "markdown/document.hpp"
#include "understand/lexicon.hpp"

namespace skydraft::understand {

enum class Mark : std::uint8_t {
  None,  ///< a word
  Stop,  ///< . ; ! ? — a dash between clauses
  Comma,
  Colon,
  Open,  ///< ( [
  Close,
  Slash,      ///< / and + between words
  Arrow,      ///< -> → => ⟶ ▶
  BackArrow,  ///< <- ←
  BothArrow,  ///< <-> ↔
  Other
};

/// A bit for each letter, of 32: letters beyond a to z share some.
std::uint32_t letters_of(std::string_view text);

/// A word's text in lower case or singular, with what is known of it; kept once in a WordScope, however often it is
/// written.
struct WordText : lexicon::Text {
  std::uint32_t number = 0;         ///< counts from 0 in its scope
  std::uint32_t letters = 0;        ///< letters_of() it
  bool several = false;             ///< words, with blanks between them
  catalogue::AliasWord alias_word;  ///< what it is to the catalogue's names
  catalogue::AliasNode alias;       ///< those that begin with it
  bool may_begin;                   ///< what the catalogue or the lexicon names may begin with it
  explicit WordText(std::string_view text, std::uint32_t n);
};

/// Texts of one scope. Each is kept once, so that two are equal where their addresses are.
using WordTexts = std::vector<const WordText*>;

inline bool contains(const WordTexts& texts, const WordText& text) {
  return std::ranges::find(texts, &text) != texts.end();
}
/// A bit for each text, of 64: what lacks a bit of others lacks one of them.
inline std::uint64_t bit_of(const WordText& text) { return std::uint64_t{1} << text.number % 64; }
std::uint64_t bits_of(const WordTexts& texts);
/// The same texts, whatever their order.
bool same_words(std::span<const WordText* const> a, std::span<const WordText* const> b);
/// The text of the current scope; null if no word has been written so. `lower`: in lower case or singular.
const WordText* find_word_text(std::string_view lower);

/// All that is the same wherever a word is written so.
struct WordForm {
  std::string written;
  const WordText* norm;
  const WordText* lower;
  std::int16_t count;  ///< 3 for "3", "three" and "3x"; 0 for everything else
};

/// "the ring's": the word that ends at `end` of `text` owns what follows.
bool owns_next(std::string_view text, std::size_t end);

inline bool is_indefinite_article(std::string_view lower) { return lower == "a" || lower == "an"; }
inline bool is_article(std::string_view lower) { return lower == "the" || is_indefinite_article(lower); }

/// While it lives, its thread's words keep their texts in it, and must not outlive it.
class WordScope {
 public:
  WordScope();
  ~WordScope();
  WordScope(const WordScope&) = delete;
  WordScope& operator=(const WordScope&) = delete;

 private:
  std::unique_ptr<class WordStore> store_;
  class WordStore* before_;
};

/// One word or mark of a text. Offsets are bytes in the text that it was cut from.
struct Word {
  const WordText& norm;   ///< lower case, singular; empty for marks
  const WordText& lower;  ///< lower case as written
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int16_t count = 0;  ///< the number that it says
  Mark mark = Mark::None;
  bool capital = false;  ///< begins with a capital letter
  bool plural = false;   ///< norm lost a plural ending
  bool joined = false;   ///< no blank before it: "public-facing", "Build/Deploy"
  bool code = false;     ///< inside a code run
  bool strong = false;   ///< set in bold

  Word(const WordForm& form, std::size_t from, std::size_t to)
      : norm(*form.norm),
        lower(*form.lower),
        begin(static_cast<std::uint32_t>(from)),
        end(static_cast<std::uint32_t>(to)),
        count(form.count) {}
  Word(const Word&) = default;
  Word& operator=(const Word& other) {
    if (this != &other) std::construct_at(this, other);
    return *this;
  }

  /// The same word, but for its texts.
  Word read_as(std::string_view other_lower, std::string_view other_norm) const;
};

/// Emoji are decoration: blanks stand for them, so that no name has one and nothing moves.
void blank_emoji(std::string& text);

/// Cuts text into words and marks. Cost: linear.
std::vector<Word> words_of(std::string_view text);
/// The same, marking words in code runs. Words keep offsets of the whole text.
std::vector<Word> words_of(const md::InlineText& text, std::uint32_t begin, std::uint32_t end);

std::string lower_of(std::string_view text);
/// "policies" -> "policy", "boxes" -> "box", "buckets" -> "bucket"; names such as "kubernetes" and "aws" stay.
std::string singular_of(std::string_view lower);
/// Norms of words [from, to) joined by blanks: what names are compared by.
std::string key_of(const std::vector<Word>& words, std::size_t from, std::size_t to);
std::string key_of(std::string_view text);
/// A key, as key_of gives it, in which phrases are looked for, which must not be empty. Most of many phrases begin with
/// a letter that none of its words begins with.
class KeyPhrases {
 public:
  explicit KeyPhrases(std::string_view key);
  bool has(std::string_view phrase) const { return (initials_ & bit_of_letter(phrase[0])) != 0 && contains(phrase); }

 private:
  static std::uint32_t bit_of_letter(char letter) { return 1U << (static_cast<unsigned char>(letter) & 31U); }
  bool contains(std::string_view phrase) const;

  std::string_view key_;
  std::uint32_t initials_ = 0;
};
std::string_view trimmed(std::string_view text);
bool is_number(std::string_view text);
/// 3 for "3", "three" and "3x"; 0 for everything else.
inline int count_of(const Word& word) { return word.count; }
/// There is a word there, and no mark.
inline bool is_word(const std::vector<Word>& words, std::size_t at) {
  return at < words.size() && words[at].mark == Mark::None;
}
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Where the run of words in code ends that begins at words[at]; `at` itself if none does.
inline std::size_t code_end(const std::vector<Word>& words, std::size_t at) {
  while (is_word(words, at) && words[at].code) ++at;
  return at;
}
/// Where the one run of code ends that words[at] stands in: of runs side by side each has a name of its own.
inline std::size_t code_run_end(const std::vector<Word>& words, std::size_t at) {
  for (++at; at < words.size() && words[at].code && words[at].begin <= words[at - 1].end + 1;) ++at;
  return at;
}
/// "→", "←" or "↔"
inline bool is_arrow(const Word& word) {
  return word.mark == Mark::Arrow || word.mark == Mark::BackArrow || word.mark == Mark::BothArrow;
}
/// "→" or "↔": what stands behind it comes next.
inline bool leads_on(const Word& word) { return word.mark == Mark::Arrow || word.mark == Mark::BothArrow; }
inline bool has_arrow(const std::vector<Word>& words) { return std::ranges::any_of(words, is_arrow); }

}  // namespace skydraft::understand
