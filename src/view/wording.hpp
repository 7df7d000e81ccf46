#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"

/// Words of a picture: few, in sentence case, without what the eye sees anyway. What is dropped is data
/// (wording_data.hpp).
namespace skydraft::view {

std::vector<std::string> words_of(std::string_view text);  ///< split at white space
std::string joined(std::span<const std::string> words);
std::string lower(std::string_view text);  ///< ASCII letters only
/// Lower-cases the first letter of a word that is no acronym and no proper name (has no further capital).
std::string lower_first(std::string_view text);
std::string upper_first(std::string_view text);
/// "kitchen service" begins like a name on a picture; identifiers and names that are written small stay.
std::string with_capital(std::string_view name);
/// The first letter of a sentence in lower case, unless a proper name begins there ("Key Vault secrets").
std::string lower_start(std::string_view sentence);
/// Without emoji and other pictographs, for which no font of the picture has glyphs, and without a list number before
/// it ("4. Bastion host"). Empty if there is nothing else.
std::string plain_name(std::string_view text);
/// lower_first for every word: "Image Processing" -> "image processing", "API Keys" -> "API keys".
std::string lower_words(std::string_view text);
std::size_t letters(std::string_view text);  ///< code points of UTF-8

std::string singular(std::string word);  ///< of a lower-case English word: "buckets" -> "bucket"

/// "deploy*" matches "deployment", "*-system" matches "kube-system", "*x*" anything with x in it.
bool matches(std::string_view word, std::string_view pattern);
bool matches_any(std::string_view word, std::span<const std::string_view> patterns);
bool contains_word(std::string_view text, std::span<const std::string_view> patterns);

bool says_something(std::string_view label);  ///< "routes to" does not: an arrow says it without words

std::string without_brackets(std::string_view text);  ///< drops "(…)" and the signs [ ] ` " of templates
std::string without_vendor(std::string_view name);    ///< "Amazon RDS" -> "RDS"; a name that is all vendor stays

/// At most `max_words` words of what a sentence says first: "Stores user uploads and static assets" -> "user uploads".
std::string brief(std::string_view sentence, std::size_t max_words);

std::string without_last_word(std::string_view text);  ///< and without what then hangs: "a and b" -> "a"
/// "background worker in the namespace" -> "background worker"; "" if less than two words would be left.
std::string without_last_phrase(std::string_view text);

/// The sentence shortened to `max_letters`: brackets first, then articles, then subordinate ends, "…" as the last
/// resort.
std::string shortened(std::string_view sentence, std::size_t max_letters);

std::string_view title_of(catalogue::Category category);  ///< "Security and compliance"
std::string_view key_of(catalogue::Category category);    ///< "security": glyph and colour key

}  // namespace skydraft::view
