#include "catalogue/normalise.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace skydraft::catalogue {
namespace {

#include "words.inc"  // kNotPlural, kIrregular, both sorted: compiled from data/catalogue/words.json

// Marks beyond ASCII that divide words, with the no-break blank.
constexpr std::string_view kDividers[] = {"‐", "‑", "‒", "–", "—", "’", "‘", "“", "”", "\xC2\xA0"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || c == '_' ||
         c == '#' || c == '%' || c == '$' || c == '@';
}

std::size_t divider_length(std::string_view rest) {
  if (static_cast<unsigned char>(rest[0]) < 0x80) return is_word(rest[0]) ? 0 : 1;
  const auto* found = std::ranges::find_if(kDividers, [&](std::string_view d) { return rest.starts_with(d); });
  return found == std::end(kDividers) ? 0 : found->size();
}

/// "'s" or "’s" at the end of a word.
std::size_t possessive_length(std::string_view rest) {
  for (const std::string_view mark : {std::string_view("'s"), std::string_view("’s")})
    if (rest.starts_with(mark) && (rest.size() == mark.size() || rest[mark.size()] == ' ')) return mark.size();
  return 0;
}

/// A dot inside a word or a slash inside a number.
bool joins(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  if (text[at] == '.') return is_word(text[at - 1]) && divider_length(text.substr(at + 1)) == 0;
  return text[at] == '/' && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

/// Where the word that begins at `begin` ends.
std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    if (possessive_length(text.substr(end)) > 0) break;
    if (divider_length(text.substr(end)) > 0 && !joins(text, end)) break;
    ++end;
  }
  return end;
}

}  // namespace

std::string singular(std::string_view lower) {
  static_assert(std::ranges::all_of(kIrregular, [](const auto& pair) { return pair.first.ends_with('s'); }));
  if (!lower.ends_with('s')) return std::string(lower);
  const auto irregular =
      std::ranges::lower_bound(kIrregular, lower, {}, &std::pair<std::string_view, std::string_view>::first);
  if (irregular != kIrregular.end() && irregular->first == lower) return std::string(irregular->second);
  const std::size_t size = lower.size();
  if (size < 4 || std::ranges::binary_search(kNotPlural, lower)) return std::string(lower);
  if (lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("js")) return std::string(lower);
  if (lower.ends_with("ies") && size > 4) return std::string(lower.substr(0, size - 3)) + 'y';
  const bool drops_two =
      lower.ends_with("sses") || lower.ends_with("xes") || lower.ends_with("ches") || lower.ends_with("shes");
  return std::string(lower.substr(0, size - (drops_two ? 2 : 1)));
}

std::string normalise(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t possessive = possessive_length(text.substr(at))) {
      at += possessive;
      continue;
    }
    if (const std::size_t divider = divider_length(text.substr(at))) {
      at += divider;
      continue;
    }
    const std::size_t end = word_end(text, at);
    std::string word(text.substr(at, end - at));
    for (char& c : word)
      if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    if (!result.empty()) result += ' ';
    result += singular(word);
    at = end;
  }
  return result;
}

}  // namespace skydraft::catalogue
