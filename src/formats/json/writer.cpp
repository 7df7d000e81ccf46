#include "formats/json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/utf8.hpp"

namespace skydraft::json {
namespace {

/// In hundredths, as a whole number: that is written in a fraction of the time.
void append_hundredths(std::string& out, std::int64_t hundredths) {
  std::array<char, 24> buffer;
  if (hundredths < 0) out += '-';
  const std::int64_t whole = std::abs(hundredths / 100), rest = std::abs(hundredths % 100);
  out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), whole).ptr);
  if (rest != 0) (out += '.') += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_number(std::string& out, double number) {
  constexpr double kMost = 1e13;  // below it every hundredth is a number of its own
  if (std::abs(number) < kMost) return append_hundredths(out, std::llround(number * 100.0));
  std::array<char, 64> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, 2);
  if (error != std::errc()) {
    out += "null";
    return;
  }
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  out += text;
}

/// What stands as it is between quotes, and is one byte.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) table[c] = c != '"' && c != '\\';
  return table;
}();
bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

/// Whether eight bytes are all plain. S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than
/// n": a byte's high bit is left where the byte is zero, or less than what is taken off.
bool all_plain(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighs = 0x8080808080808080;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto has = [](std::uint64_t eight, std::uint64_t wanted) {
    const std::uint64_t rest = eight ^ kOnes * wanted;
    return (rest - kOnes) & ~rest;
  };
  const std::uint64_t control = (word - kOnes * 0x20) & ~word;
  return ((word | control | has(word, '"') | has(word, '\\') | has(word, 0x7F)) & kHighs) == 0;
}

void append_escaped(std::string& out, const utf8::Decoded& character) {
  const char32_t c = character.code_point;
  if (!character.valid)
    out += "\xEF\xBF\xBD";
  else if (c == '"' || c == '\\')
    (out += '\\') += static_cast<char>(c);
  else if (c == '\n')
    out += "\\n";
  else if (c == '\t')
    out += "\\t";
  else
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
}

}  // namespace

void Writer::key(std::string_view name) {
  separate();
  quoted(name);
  out_ += ": ";
  after_key_ = true;
}

void Writer::plain_key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\": ";
  after_key_ = true;
}

void Writer::value(std::string_view text) {
  before_value();
  quoted(text);
}

void Writer::value(double number) {
  before_value();
  if (std::isfinite(number))
    append_number(out_, number);
  else
    out_ += "null";
}

void Writer::exact(double number) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void Writer::value(std::int64_t number) {
  before_value();
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void Writer::value(bool truth) {
  before_value();
  out_ += truth ? "true" : "false";
}

void Writer::null() {
  before_value();
  out_ += "null";
}

std::string Writer::finish() && {
  SKYDRAFT_ASSERT(levels_.empty(), "JSON finished inside an array or object");
  out_ += '\n';
  return std::move(out_);
}

void Writer::open(char bracket, Set set) {
  before_value();
  const bool inside_line = !levels_.empty() && levels_.back().set == Set::Line;
  levels_.push_back({inside_line ? Set::Line : set, true});
  out_ += bracket;
}

void Writer::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && level.set == Set::Block) break_line();
  out_ += bracket;
}

void Writer::before_value() {
  if (!after_key_ && !levels_.empty()) separate();
  after_key_ = false;
}

void Writer::separate() {
  Level& level = levels_.back();
  if (!level.empty) out_ += level.set == Set::Line ? ", " : ",";
  level.empty = false;
  if (level.set == Set::Block) break_line();
}

void Writer::break_line() {
  out_ += '\n';
  out_.append(levels_.size() * 2, ' ');
}

void Writer::quoted(std::string_view text) {
  out_ += '"';
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    while (at + 8 <= text.size() && all_plain(text.data() + at)) at += 8;
    while (at < text.size() && is_plain(text[at])) ++at;
    if (at == text.size()) break;
    const utf8::Decoded next = utf8::decode(text, at);
    if (next.code_point <= 0x7F || !next.valid) {
      out_ += text.substr(written, at - written);
      append_escaped(out_, next);
      written = at + next.length;
    }
    at += next.length;
  }
  out_ += text.substr(written);
  out_ += '"';
}

}  // namespace skydraft::json
