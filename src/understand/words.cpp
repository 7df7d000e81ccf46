#include "understand/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>

#include "base/text_hash.hpp"
#include "catalogue/normalise.hpp"

namespace skydraft::understand {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr std::array<bool, 256> kAsciiWordChars = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_#%$@"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();
unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }
bool is_ascii(char c) { return byte_of(c) < 0x80; }
bool is_ascii_word_char(char c) { return kAsciiWordChars[byte_of(c)]; }
bool is_word_char(char c) { return is_ascii_word_char(c) || !is_ascii(c); }

struct Symbol {
  std::string_view text;
  Mark mark;
};

// Longest first where one begins another.
constexpr std::array<Symbol, 48> kSymbols{{
    {"<-->", Mark::BothArrow}, {"<->", Mark::BothArrow}, {"<=>", Mark::BothArrow}, {"-->", Mark::Arrow},
    {"==>", Mark::Arrow},      {"<--", Mark::BackArrow}, {"->", Mark::Arrow},      {"=>", Mark::Arrow},
    {"<-", Mark::BackArrow},   {"--", Mark::Stop},       {"→", Mark::Arrow},       {"⟶", Mark::Arrow},
    {"⇒", Mark::Arrow},        {"➜", Mark::Arrow},       {"➔", Mark::Arrow},       {"➡", Mark::Arrow},
    {"►", Mark::Arrow},        {"▶", Mark::Arrow},       {"←", Mark::BackArrow},   {"⇐", Mark::BackArrow},
    {"◄", Mark::BackArrow},    {"◀", Mark::BackArrow},   {"↔", Mark::BothArrow},   {"⇔", Mark::BothArrow},
    {"—", Mark::Stop},         {"–", Mark::Stop},        {"…", Mark::Stop},        {"•", Mark::Stop},
    {"×", Mark::Other},        {"“", Mark::Other},       {"”", Mark::Other},       {"‘", Mark::Other},
    {"’", Mark::Other},        {"·", Mark::Stop},        {"。", Mark::Stop},       {"、", Mark::Comma},
    {"，", Mark::Comma},       {"：", Mark::Colon},      {"（", Mark::Open},       {"）", Mark::Close},
    {"「", Mark::Other},       {"」", Mark::Other},      {"・", Mark::Slash},      {"；", Mark::Stop},
    {"／", Mark::Slash},       {"✅", Mark::Other},      {"❌", Mark::Other},      {"⚠", Mark::Other},
}};

/// By a symbol's first byte: a bit for the low six of each second one. Most of what begins like a symbol is none.
constexpr std::array<std::uint64_t, 256> kSecondBytes = [] {
  std::array<std::uint64_t, 256> table{};
  for (const Symbol& symbol : kSymbols)
    table[static_cast<unsigned char>(symbol.text[0])] |= std::uint64_t{1} << (symbol.text[1] & 63);
  return table;
}();

Mark mark_of(char c) {
  switch (c) {
    case '.':
    case ';':
    case '!':
    case '?':
    case '\n':
      return Mark::Stop;
    case ',':
      return Mark::Comma;
    case ':':
      return Mark::Colon;
    case '(':
    case '[':
    case '{':
      return Mark::Open;
    case ')':
    case ']':
    case '}':
      return Mark::Close;
    case '/':
    case '+':
    case '&':
    case '|':
      return Mark::Slash;
    default:
      return Mark::Other;
  }
}

/// A dot, colon or slash that belongs to a word: "node.js", "10.0.0.0/16", "t3.medium", "db.r6g.large".
bool continues_word(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (at + 1 >= text.size() || at == 0) return false;
  const char before = text[at - 1], after = text[at + 1];
  if (c == '.') return is_word_char(before) && is_word_char(after);
  return c == '/' && is_digit(before) && is_digit(after);
}

/// Bytes of the pictograph at `at` (emoji, dingbats, box drawing, variation selectors): decoration, no word. 0: none.
std::size_t pictograph(std::string_view text, std::size_t at) {
  if (byte_of(text[at]) < 0x80) return 0;
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? byte_of(text[at + i]) : 0U; };
  if (byte(0) == 0xF0 && byte(1) == 0x9F) return std::min<std::size_t>(4, text.size() - at);
  if (byte(0) == 0xE2 && byte(1) >= 0x80 && byte(1) <= 0xAF) return std::min<std::size_t>(3, text.size() - at);
  if (byte(0) == 0xEF && byte(1) == 0xB8 && byte(2) == 0x8F) return 3;
  return 0;
}

const Symbol* symbol_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || (kSecondBytes[byte_of(text[at])] >> (text[at + 1] & 63) & 1U) == 0) return nullptr;
  for (const Symbol& s : kSymbols)
    if (s.text[0] == text[at] && text.substr(at, s.text.size()) == s.text) return &s;
  return nullptr;
}

/// Kana, Han and Hangul, which write names of other scripts into their text without a blank: "CloudFrontは".
bool is_east_asian(char c) { return byte_of(c) >= 0xE3 && byte_of(c) <= 0xED; }
bool begins_character(char c) { return (byte_of(c) & 0xC0U) != 0x80U; }

/// Between two characters of which one alone is East Asian.
bool changes_script(std::string_view text, std::size_t from, std::size_t at) {
  if (at == from || !begins_character(text[at])) return false;
  std::size_t before = at - 1;
  while (before > from && !begins_character(text[before])) --before;
  return is_east_asian(text[before]) != is_east_asian(text[at]);
}

bool ends_word(std::string_view text, std::size_t at) {
  return !is_ascii(text[at]) && (symbol_at(text, at) != nullptr || pictograph(text, at) > 0);
}

/// Where the word that begins at `at` ends.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (is_ascii(text[at]))
    while (end < text.size() && is_ascii_word_char(text[end])) ++end;
  for (; end < text.size(); ++end) {
    if (!is_word_char(text[end])) {
      if (!continues_word(text, end)) break;
    } else if (!is_ascii(text[end]) || !is_ascii(text[end - 1])) {
      if (ends_word(text, end) || changes_script(text, at, end)) break;
    }
  }
  return end;
}

int number_of(std::string_view lower) {
  constexpr std::array<std::string_view, 13> kNames{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  std::string_view text = lower;
  if (text.size() > 1 && (text.back() == 'x') && is_digit(text[0])) text.remove_suffix(1);
  if (text.size() > 1 && text[0] == 'x' && is_digit(text[1])) text.remove_prefix(1);
  if (is_number(text) && text.size() <= 4) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }
  for (std::size_t i = 2; i < kNames.size(); ++i)
    if (lower == kNames[i]) return static_cast<int>(i);
  return 0;
}

/// Values that are made once for each key, found by the key's hash. Values stay where they are.
template <class Value>
class Interned {
 public:
  template <class Same, class Make>
  const Value& of(std::string_view key, Same same, Make make) {
    const std::uint32_t hash = text_hash(key);
    if (const Value* known = find(hash, same)) return *known;
    if (2 * (values_.size() + 1) > slots_.size()) grow();
    const Value& made = values_.emplace_back(make(static_cast<std::uint32_t>(values_.size())));
    slots_[free_slot(hash)] = {hash, &made};
    return made;
  }

  template <class Same>
  const Value* find(std::string_view key, Same same) const {
    return find(text_hash(key), same);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    const Value* value = nullptr;
  };

  template <class Same>
  const Value* find(std::uint32_t hash, Same same) const {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].value != nullptr; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].hash == hash && same(*slots_[at].value)) return slots_[at].value;
    return nullptr;
  }

  std::size_t free_slot(std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].value != nullptr) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.value != nullptr) slots_[free_slot(slot.hash)] = slot;
  }

  std::deque<Value> values_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< their number is a power of two
};

}  // namespace

/// The words of a scope.
class WordStore {
 public:
  const WordForm& form(std::string_view written) {
    return forms_.of(
        written, [&](const WordForm& form) { return form.written == written; },
        [&](std::uint32_t) {
          const WordText& lower = text(lower_of(written));
          return WordForm{std::string(written), &text(singular_of(lower)), &lower,
                          static_cast<std::int16_t>(number_of(lower))};
        });
  }

  const WordText& text(std::string_view wanted) {
    return texts_.of(
        wanted, [&](const WordText& known) { return known == wanted; },
        [&](std::uint32_t number) { return WordText(wanted, number); });
  }

  const WordText* find_text(std::string_view wanted) const {
    return texts_.find(wanted, [&](const WordText& known) { return known == wanted; });
  }

  /// What marks are.
  const WordForm& no_text() const { return no_text_; }

  static WordStore& current();

 private:
  Interned<WordForm> forms_;
  Interned<WordText> texts_;
  const WordForm& no_text_ = form({});
};

namespace {

thread_local WordStore* current_store = nullptr;

}  // namespace

WordStore& WordStore::current() {
  if (current_store != nullptr) return *current_store;
  thread_local WordStore outside;  // words that are cut outside of every scope
  return outside;
}

WordScope::WordScope() : store_(std::make_unique<WordStore>()), before_(current_store) { current_store = store_.get(); }
WordScope::~WordScope() { current_store = before_; }

std::uint32_t letters_of(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) letters |= 1U << (byte_of(c) % 32);
  return letters;
}

WordText::WordText(std::string_view text, std::uint32_t n)
    : lexicon::Text(text),
      number(n),
      letters(letters_of(text)),
      several(text.find(' ') != std::string_view::npos),
      alias_word(catalogue::find_alias_word(text)),
      alias(several ? catalogue::find_alias_node(text) : catalogue::AliasNode::root().next(alias_word)),
      may_begin(alias || lexicon::is_generic(*this) || lexicon::begins_actor(*this) ||
                !lexicon::head_kind(*this).empty()) {}

std::uint64_t bits_of(const WordTexts& texts) {
  std::uint64_t bits = 0;
  for (const WordText* text : texts) bits |= bit_of(*text);
  return bits;
}

bool same_words(std::span<const WordText* const> a, std::span<const WordText* const> b) {
  return std::ranges::is_permutation(a, b);
}

const WordText* find_word_text(std::string_view lower) { return WordStore::current().find_text(lower); }

Word Word::read_as(std::string_view other_lower, std::string_view other_norm) const {
  WordStore& store = WordStore::current();
  const WordForm form{
      {}, &store.text(other_norm), &store.text(other_lower), static_cast<std::int16_t>(number_of(other_lower))};
  Word word(form, begin, end);
  word.mark = mark;
  word.capital = capital;
  word.plural = plural;
  word.joined = joined;
  word.code = code;
  word.strong = strong;
  return word;
}

std::string lower_of(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string singular_of(std::string_view lower) { return catalogue::singular(lower); }

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t at = 0;
  bool blank_before = true;
  words.reserve(text.size() / 4 + 1);
  WordStore& store = WordStore::current();
  const WordForm& no_text = store.no_text();
  const auto push = [&](std::size_t begin, std::size_t end, Mark mark) {
    Word& word =
        words.emplace_back(mark == Mark::None ? store.form(text.substr(begin, end - begin)) : no_text, begin, end);
    word.mark = mark;
    word.joined = !blank_before;
    if (mark == Mark::None) {
      word.capital = is_upper(text[begin]);
      word.plural = &word.norm != &word.lower;
    }
    blank_before = false;
  };
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r') {
      blank_before = true;
      ++at;
      continue;
    }
    const bool letter = is_ascii_word_char(c);
    if (const Symbol* symbol = letter ? nullptr : symbol_at(text, at)) {
      push(at, at + symbol->text.size(), symbol->mark);
      at += symbol->text.size();
      continue;
    }
    if (const std::size_t bytes = letter ? 0 : pictograph(text, at)) {
      at += bytes;
      blank_before = true;
      continue;
    }
    if (is_word_char(c)) {
      const std::size_t end = end_of_word(text, at);
      push(at, end, Mark::None);
      at = end;
      // A possessive is no part of the name.
      if (owns_next(text, at)) at += text[at] == '\'' ? 2 : 4;
      continue;
    }
    if (c == '-' || c == '\'' || c == '"' || c == '`' || c == '*' || c == '~') {
      if (c == '-' && blank_before && at + 1 < text.size() && text[at + 1] == ' ') push(at, at + 1, Mark::Stop);
      ++at;
      continue;
    }
    push(at, at + 1, mark_of(c));
    ++at;
  }
  return words;
}

std::vector<Word> words_of(const md::InlineText& text, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t size = static_cast<std::uint32_t>(text.text.size());
  end = std::min(end, size);
  begin = std::min(begin, end);
  std::vector<Word> words = words_of(std::string_view(text.text).substr(begin, end - begin));
  std::size_t run = 0;
  for (Word& word : words) {
    word.begin += begin;
    word.end += begin;
    while (run < text.runs.size() && text.runs[run].end <= word.begin) ++run;
    const bool styled = run < text.runs.size() && text.runs[run].begin <= word.begin;
    const unsigned styles = styled ? text.runs[run].styles : 0U;
    word.code = (styles & md::kCode) != 0;
    word.strong = (styles & md::kStrong) != 0;
  }
  return words;
}

std::string key_of(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  std::string key;
  for (std::size_t i = from; i < to && i < words.size(); ++i) {
    if (words[i].mark != Mark::None) continue;
    if (!key.empty()) key += ' ';
    key += words[i].norm;
  }
  return key;
}

std::string key_of(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  return key_of(words, 0, words.size());
}

KeyPhrases::KeyPhrases(std::string_view key) : key_(key) {
  for (std::size_t at = 0; at < key.size(); ++at)
    if (at == 0 || key[at - 1] == ' ') initials_ |= bit_of_letter(key[at]);
}

bool KeyPhrases::contains(std::string_view phrase) const {
  for (std::size_t at = key_.find(phrase); at != std::string_view::npos; at = key_.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || key_[at - 1] == ' ') && (end == key_.size() || key_[end] == ' ')) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool owns_next(std::string_view text, std::size_t end) {
  if (end >= text.size() || is_ascii_word_char(text[end]) || text[end] == ' ') return false;
  const std::string_view after = text.substr(end, 4);
  return after.starts_with("'s") || after.starts_with("’s");
}

bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

void blank_emoji(std::string& text) {
  // Mostly there are none, and all letters together tell at once.
  unsigned char all = 0;
  for (const char c : text) all |= byte_of(c);
  if (all < 0x80) return;
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const std::string_view rest = std::string_view(text).substr(at);
    const std::size_t bytes = rest.starts_with("\xF0\x9F") ? 4 : rest.starts_with("\xEF\xB8\x8F") ? 3 : 0;
    if (bytes > 0) std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), std::min(bytes, rest.size()), ' ');
  }
}

}  // namespace skydraft::understand
