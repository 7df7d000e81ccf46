#include "formats/json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/utf8.hpp"

namespace skydraft::json {
namespace {

void append_number(std::string& out, double number) {
  const double rounded = std::round(number * 100.0) / 100.0 + 0.0;
  std::array<char, 64> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, 2);
  if (error != std::errc()) {
    out += "null";
    return;
  }
  std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  out += text == "-0" ? "0" : text;
}

}  // namespace

void Writer::key(std::string_view name) {
  separate();
  quoted(name);
  out_ += ": ";
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
  fmt::format_to(std::back_inserter(out_), "{}", number);
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
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const utf8::Decoded next = utf8::decode(text, at);
    if (c == '"' || c == '\\')
      (out_ += '\\') += c;
    else if (c == '\n')
      out_ += "\\n";
    else if (c == '\t')
      out_ += "\\t";
    else if (next.code_point < 0x20 || next.code_point == 0x7F)
      fmt::format_to(std::back_inserter(out_), "\\u{:04x}", static_cast<unsigned>(next.code_point));
    else if (!next.valid)
      out_ += "\xEF\xBF\xBD";
    else
      out_ += text.substr(at, next.length);
    at += next.length;
  }
  out_ += '"';
}

}  // namespace skydraft::json
