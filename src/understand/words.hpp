#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.hpp"

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

/// One word or mark of a text. Offsets are bytes in the text that it was cut from.
struct Word {
  std::string norm;   ///< lower case, singular; empty for marks
  std::string lower;  ///< lower case as written
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Mark mark = Mark::None;
  bool capital = false;  ///< begins with a capital letter
  bool plural = false;   ///< norm lost a plural ending
  bool joined = false;   ///< no blank before it: "public-facing", "Build/Deploy"
  bool code = false;     ///< inside a code run
  bool strong = false;   ///< set in bold
};

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
std::string_view trimmed(std::string_view text);
bool is_number(std::string_view text);
/// 3 for "3", "three" and "3x"; 0 for everything else.
int count_of(const Word& word);

}  // namespace skydraft::understand
