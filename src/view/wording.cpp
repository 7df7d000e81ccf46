#include "view/wording.hpp"

#include <algorithm>

#include "typeset/clusters.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

std::string_view bare(std::string_view word) {
  while (!word.empty() && std::string_view(",;:.!?").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

void drop_hanging_end(std::vector<std::string>& words) {
  while (words.size() > 1 && is_one_of(lower(bare(words.back())), data::hanging_ends())) words.pop_back();
  if (!words.empty()) words.back() = std::string(bare(words.back()));
}

void drop_last_letter(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
  if (!text.empty()) text.pop_back();
}

std::vector<std::string> without_articles(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& w) { return is_one_of(lower(w), data::articles()); });
  return words;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (at > begin) words.emplace_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return result;
}

namespace {

/// "Kubernetes", "Lambda", "Redis": what a vendor calls its product, or has a mark of its own.
bool is_product(std::string_view word) {
  const std::span<const catalogue::Alias> aliases = catalogue::find_alias(lower(word));
  return std::ranges::any_of(aliases, [&](const catalogue::Alias& alias) {
    const catalogue::Kind& kind = catalogue::kinds()[alias.kind];
    if (kind.short_name != word) return false;
    if (kind.category == catalogue::Category::Actor) return false;
    const bool is_mark = !kind.icon.starts_with("glyph/") && !kind.icon.starts_with("kubernetes/");
    return kind.holds == catalogue::Holds::Cluster || (kind.holds == catalogue::Holds::NotAContainer && is_mark);
  });
}

}  // namespace

std::string lower_first(std::string_view text) {
  std::string result(text);
  if (result.empty() || !is_capital(result[0])) return result;
  const std::size_t end = std::min(result.find(' '), result.size());
  for (std::size_t i = 1; i < end; ++i)
    if (is_capital(result[i]) || (result[i] >= '0' && result[i] <= '9')) return result;
  if (end > 1) result[0] = static_cast<char>(result[0] - 'A' + 'a');
  return result;
}

std::string lower_start(std::string_view sentence) {
  const std::vector<std::string> words = words_of(sentence);
  const auto is_name = [](std::string_view word) {
    return is_one_of(lower(word), data::vendor_prefixes()) || is_product(word);
  };
  if (words.empty() || is_name(words[0]) || (words.size() > 1 && is_capital(words[1][0]))) return std::string(sentence);
  return lower_first(sentence);
}

namespace {

constexpr char32_t kEmojiSelector = 0xFE0F, kJoiner = 0x200D;

/// What Unicode shows as a picture by itself: emoji, and the signs among older symbols that are one without a selector
/// (Emoji_Presentation of UTS #51, those that documents use).
bool is_pictograph(char32_t c) {
  constexpr std::u32string_view kSigns = U"\u23F0\u23F3\u26A1\u26D4\u2705\u2728\u274C\u2753\u2757\u2795\u2B50\u2B55";
  return (c >= 0x1F000 && c <= 0x1FAFF) || c == kEmojiSelector || c == kJoiner || kSigns.find(c) != kSigns.npos;
}

/// The character before is to be shown as a picture.
bool is_selector(std::string_view text, std::size_t at) { return typeset::next_character(text, at) == kEmojiSelector; }

}  // namespace

std::string plain_name(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = typeset::next_character(text, at);
    const bool picture = is_pictograph(c) || (at < text.size() && is_selector(text, at));
    if (!picture) result += text.substr(begin, at - begin);
  }
  std::vector<std::string> words = words_of(result);
  const auto is_number = [](std::string_view word) {
    return word.size() > 1 && (word.ends_with('.') || word.ends_with(')')) &&
           word.find_first_not_of("0123456789") == word.size() - 1;
  };
  if (words.size() > 1 && is_number(words.front())) words.erase(words.begin());
  return joined(words);
}

std::string singular(std::string word) {
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("ws")) word.pop_back();
  return word;
}

std::string upper_first(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

std::string with_capital(std::string_view name) {
  const std::size_t end = name.find(' ');
  if (end == std::string_view::npos || end < 3) return std::string(name);
  const std::string_view first = name.substr(0, end);
  const bool plain = std::ranges::all_of(first, [](char c) { return c >= 'a' && c <= 'z'; });
  // "nginx" and "redis" are written as their makers do; "database" is an everyday word.
  const bool branded = std::ranges::any_of(catalogue::find_alias(first), [](const catalogue::Alias& row) {
    const catalogue::Kind& kind = catalogue::kinds()[row.kind];
    return row.strength != catalogue::AliasStrength::Common &&
           (kind.provider == "tool" || !kind.icon.starts_with("glyph/"));
  });
  return plain && !branded ? upper_first(name) : std::string(name);
}

std::string lower_words(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  for (std::string& word : words)
    if (!is_product(word)) word = lower_first(word);
  return joined(words);
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool matches(std::string_view word, std::string_view pattern) {
  const bool open_start = pattern.starts_with('*'), open_end = pattern.size() > 1 && pattern.ends_with('*');
  if (open_start) pattern.remove_prefix(1);
  if (open_end) pattern.remove_suffix(1);
  if (open_start && open_end) return word.find(pattern) != std::string_view::npos;
  if (open_start) return word.ends_with(pattern);
  return open_end ? word.starts_with(pattern) : word == pattern;
}

bool matches_any(std::string_view word, std::span<const std::string_view> patterns) {
  return std::ranges::any_of(patterns, [&](std::string_view p) { return matches(word, p); });
}

bool contains_word(std::string_view text, std::span<const std::string_view> patterns) {
  std::string plain = lower(text);
  for (char& c : plain)
    if (c == '-' || c == '_' || c == '(' || c == ')' || c == ',' || c == ':') c = ' ';
  return std::ranges::any_of(words_of(plain), [&](const std::string& w) { return matches_any(w, patterns); });
}

bool says_something(std::string_view label) {
  return std::ranges::any_of(words_of(lower(label)),
                             [](const std::string& w) { return !matches_any(w, data::plain_labels()); });
}

std::string without_brackets(std::string_view text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '(')
      ++depth;
    else if (c == ')')
      depth = std::max(0, depth - 1);
    else if (depth == 0 && c != '[' && c != ']' && c != '`' && c != '"')
      result += c;
  }
  if (!words_of(result).empty()) return joined(words_of(result));
  // All of it stands in brackets: then it is what there is to say.
  for (const char c : text)
    if (std::string_view("()[]`\"").find(c) == std::string_view::npos) result += c;
  return joined(words_of(result));
}

std::string without_vendor(std::string_view name) {
  const std::string plain = lower(name);
  for (const std::string_view vendor : data::vendor_prefixes())
    if (plain.size() > vendor.size() + 1 && plain.starts_with(vendor) && plain[vendor.size()] == ' ')
      return std::string(name.substr(vendor.size() + 1));
  return std::string(name);
}

namespace {

/// "for the API" goes on about what was said before it.
bool starts_phrase(std::string_view word) {
  const std::string plain = lower(word);
  return is_one_of(plain, data::brief_stops()) || plain == "and" || plain == "or";
}

/// "Allows private subnets to reach the internet" says that they reach it.
void drop_permission(std::vector<std::string>& words) {
  constexpr std::size_t kLongestSubject = 4;
  if (words.size() < 4 || !is_one_of(lower(words.front()), data::permissions())) return;
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size() - 1, kLongestSubject + 1));
  const auto to = std::find(words.begin() + 2, end, "to");
  if (to == end) return;
  words.erase(to);
  words.erase(words.begin());
}

/// Cuts where a phrase ends: three words of "logs of all pods and nodes" are "logs of all pods".
void cut_at_phrase(std::vector<std::string>& words, std::size_t max_words) {
  constexpr std::size_t kLeast = 2, kGrace = 1;
  if (words.size() <= max_words) return;
  std::size_t end = max_words;
  for (std::size_t more = 0; more <= kGrace; ++more)
    if (max_words + more == words.size() || starts_phrase(words[max_words + more])) {
      words.resize(max_words + more);
      return;
    }
  while (end > kLeast && !starts_phrase(words[end])) --end;
  words.resize(end > kLeast || starts_phrase(words[end]) ? end : max_words);
}

}  // namespace

std::string without_last_phrase(std::string_view text) {
  constexpr std::size_t kLeast = 2;
  std::vector<std::string> words = words_of(text);
  std::size_t end = words.size();
  while (end > kLeast && !starts_phrase(words[end - 1])) --end;
  if (end <= kLeast) return {};
  words.resize(end - 1);
  drop_hanging_end(words);
  return words.size() < kLeast ? std::string() : joined(words);
}

std::string without_last_word(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  if (!words.empty()) words.pop_back();
  drop_hanging_end(words);
  return joined(words);
}

std::string brief(std::string_view sentence, std::size_t max_words) {
  std::string text = without_brackets(sentence);
  // The first clause says what it is; the others say more.
  for (const std::string_view stop : {". ", "; ", ", ", " - ", " – ", " — ", ": "})
    if (const std::size_t at = text.find(stop); at != std::string::npos && at > 3) text.resize(at);
  std::vector<std::string> words = without_articles(words_of(text));
  drop_permission(words);
  while (words.size() > 2 && is_one_of(lower(words.front()), data::weak_starts())) words.erase(words.begin());
  for (std::size_t i = 2; i < words.size() && words.size() > max_words; ++i)
    if (is_one_of(lower(words[i]), data::clause_stops())) words.resize(i);
  cut_at_phrase(words, max_words);
  drop_hanging_end(words);
  return lower_start(joined(words));
}

namespace {

/// No space before a comma or a full stop, none of these at the end, arrows as arrows.
std::string tidy(std::string_view sentence) {
  std::vector<std::string> words;
  for (std::string& word : words_of(sentence)) {
    if (word == "->" || word == "=>") word = "→";
    const bool sign = word.find_first_not_of(",.;:") == std::string::npos;
    if (sign && !words.empty())
      words.back() += word;
    else
      words.push_back(std::move(word));
  }
  std::string text = joined(words);
  while (!text.empty() && std::string_view(",.;:").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

}  // namespace

std::string shortened(std::string_view sentence, std::size_t max_letters) {
  std::string text = tidy(sentence);
  if (letters(text) <= max_letters) return text;
  text = without_brackets(text);
  if (letters(text) <= max_letters) return text;
  const std::vector<std::string> all = words_of(text);
  std::vector<std::string> words = without_articles(all);
  if (!words.empty() && words.front() != all.front()) words.front() = upper_first(words.front());
  // Then whole ends: cut before the last preposition that leaves a sentence of some substance.
  while (letters(joined(words)) > max_letters) {
    std::size_t cut = 0;
    for (std::size_t i = 3; i < words.size(); ++i)
      if (is_one_of(lower(words[i]), data::brief_stops()) || lower(words[i]) == "and") cut = i;
    if (cut == 0) break;
    words.resize(cut);
  }
  if (letters(joined(words)) <= max_letters) {
    drop_hanging_end(words);
    return joined(words);
  }
  while (words.size() > 1 && letters(joined(words)) + 1 > max_letters) words.pop_back();
  drop_hanging_end(words);
  std::string cut = joined(words);
  while (!cut.empty() && letters(cut) + 1 > max_letters) drop_last_letter(cut);
  return cut + "…";
}

std::string_view key_of(catalogue::Category category) {
  using catalogue::Category;
  switch (category) {
    case Category::Actor:
      return "actor";
    case Category::Compute:
      return "compute";
    case Category::Container:
      return "container";
    case Category::Database:
      return "database";
    case Category::Storage:
      return "storage";
    case Category::Network:
      return "network";
    case Category::Edge:
      return "edge";
    case Category::Integration:
      return "integration";
    case Category::Serverless:
      return "serverless";
    case Category::Security:
      return "security";
    case Category::Observability:
      return "observability";
    case Category::Delivery:
      return "delivery";
    case Category::Analytics:
      return "analytics";
    case Category::MachineLearning:
      return "machinelearning";
    case Category::Management:
      return "management";
    case Category::Application:
      return "application";
    case Category::Group:
      return "group";
    case Category::Other:
      return "other";
  }
  return "other";
}

std::string_view title_of(catalogue::Category category) {
  const auto titles = data::category_titles();
  const auto it = std::ranges::find(titles, key_of(category), &data::Pair::key);
  return it == titles.end() ? std::string_view("Other services") : it->value;
}

}  // namespace skydraft::view
