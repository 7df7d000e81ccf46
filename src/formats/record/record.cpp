#include "formats/record/record.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "formats/json/tree.hpp"

namespace skydraft::record {
namespace {

void append_unit(std::string& out, std::uint32_t unit) { out += fmt::format("\\u{:04x}", unit); }

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    const auto c = static_cast<std::uint32_t>(next.code_point);
    at += next.length;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c >= 0x20 && c < 0x7F && c != '<' && c != '>' && c != '&') {
      out += static_cast<char>(c);
    } else if (c > 0xFFFF) {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FFU));
    } else {
      append_unit(out, c);
    }
  }
  return out + '"';
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.rfind(open);  // a document may speak of such a mark; the program's own is the last one
  if (begin == text.npos) return {};
  text.remove_prefix(begin + open.size());
  const std::size_t end = text.find(close);
  return end == text.npos ? std::string_view() : text.substr(0, end);
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// The text of the iTXt chunk with our keyword (ISO/IEC 15948, 11.3.4.5): keyword, NUL, two flags, two empty strings.
std::string_view of_png(std::string_view bytes) {
  constexpr std::string_view kHead("skydraft-source\0\0\0\0\0", 20);
  constexpr std::size_t kAround = 12;  // length, type, checksum
  bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 8));
  while (bytes.size() >= kAround) {
    const std::size_t size = big_endian(bytes);
    if (size > bytes.size() - kAround) return {};
    const std::string_view body = bytes.substr(8, size);
    if (bytes.substr(4, 4) == "iTXt" && body.starts_with(kHead)) return body.substr(kHead.size());
    bytes.remove_prefix(size + kAround);
  }
  return {};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// A string of PDF (ISO 32000-1, 7.3.4) as Cairo writes it: literal, or, as soon as a bracket or a backslash is in it,
/// UTF-16 in hexadecimal. Records are ASCII, so every second byte is theirs.
std::string of_pdf(std::string_view bytes) {
  constexpr std::string_view kKey = "/Keywords ", kMark = "<FEFF";
  const std::size_t begin = bytes.rfind(kKey);
  std::string text;
  if (begin == bytes.npos) return text;
  bytes.remove_prefix(begin + kKey.size());
  if (bytes.starts_with('(')) return std::string(bytes.substr(1, bytes.find(')') - 1));
  if (!bytes.starts_with(kMark)) return text;
  bytes.remove_prefix(kMark.size());
  for (; bytes.size() >= 4 && bytes[0] != '>'; bytes.remove_prefix(4)) {
    const int high = hex_digit(bytes[2]), low = hex_digit(bytes[3]);
    if (high < 0 || low < 0) return {};
    text += static_cast<char>(high * 16 + low);
  }
  return text;
}

std::string text_in(std::string_view picture) {
  if (picture.starts_with("\x89PNG")) return std::string(of_png(picture));
  if (picture.starts_with("%PDF-")) return of_pdf(picture);
  for (const auto& [open, close] : {std::pair("<metadata id=\"skydraft-source\">", "</metadata>"),
                                    std::pair("<script type=\"application/json\" id=\"skydraft-source\">", "</script>"),
                                    std::pair("<!-- skydraft-source ", " -->")})
    if (const std::string_view found = between(picture, open, close); !found.empty()) return std::string(found);
  return {};
}

Diagnostic no_record(std::string message) {
  return {Code::NoRecord,
          Severity::Error,
          {},
          std::move(message),
          {{"draw it again with this program, as SVG, PNG, PDF, HTML or Markdown", std::nullopt}}};
}

}  // namespace

Record record_of(const Source& source, bool with_markdown) {
  const std::string_view path = source.name();
  Record record{std::string(path.substr(path.find_last_of('/') + 1)), sha256_hex(source.text()), std::nullopt};
  if (with_markdown) record.markdown = std::string(source.text());
  return record;
}

std::string write(const Record& record) {
  std::string out = fmt::format("{{\"skydraft\":1,\"file\":{},\"sha256\":\"{}\"", quoted(record.file), record.sha256);
  if (record.markdown) out += ",\"markdown\":" + quoted(*record.markdown);
  return out + '}';
}

Result<Record> find(std::string_view picture) {
  constexpr std::size_t kDepth = 4;
  std::string text = text_in(picture);
  if (text.empty()) return no_record("the file does not say what it was drawn from");
  const Source source("record", std::move(text));
  const Result<json::Tree> tree = json::Tree::read(source, kDepth);
  if (!tree) return no_record("what the file says about its source was changed");
  const json::Value root = tree->root();
  const json::Value file = root["file"], hash = root["sha256"], markdown = root["markdown"];
  if (!file.is(json::Kind::Text) || !hash.is(json::Kind::Text))
    return no_record("what the file says about its source was changed");
  Record record{std::string(file.text()), std::string(hash.text()), std::nullopt};
  if (markdown.is(json::Kind::Text)) record.markdown = std::string(markdown.text());
  return record;
}

}  // namespace skydraft::record
