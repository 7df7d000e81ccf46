#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "pipeline/pipeline.hpp"

namespace skydraft::pipeline {
namespace {

Diagnostic failure(Code code, std::string message, std::string hint) {
  return {code, Severity::Error, {}, std::move(message), {{std::move(hint), std::nullopt}}};
}

struct Magic {
  std::string_view bytes;
  std::string_view name;
};
constexpr std::array<Magic, 6> kBinaryFormats = {{{"%PDF-", "a PDF file"},
                                                  {"\x89PNG", "a PNG picture"},
                                                  {"\xFF\xD8\xFF", "a JPEG picture"},
                                                  {"PK\x03\x04", "a ZIP archive or an Office document"},
                                                  {"\x7F"
                                                   "ELF",
                                                   "a program"},
                                                  {"\x1F\x8B", "a gzip archive"}}};

std::string_view format_of(std::string_view text) {
  for (const Magic& magic : kBinaryFormats)
    if (text.starts_with(magic.bytes)) return magic.name;
  return {};
}

bool is_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

Diagnostic binary(std::string_view format, Reading wanted) {
  const std::string what = format.empty() ? "this is not a text file" : fmt::format("this is {}, not text", format);
  return failure(Code::BinaryFile, what,
                 wanted == Reading::Document ? "give a Markdown document" : "give a graph as ELK JSON");
}

Diagnostic not_utf8(std::string_view text, std::size_t bad) {
  std::size_t line = 1, line_start = 0;
  for (std::size_t i = 0; i < bad; ++i) {
    if (text[i] != '\n') continue;
    ++line;
    line_start = i + 1;
  }
  return failure(Code::NotUtf8,
                 fmt::format("the byte 0x{:02X} at {}:{} is not UTF-8", static_cast<unsigned char>(text[bad]), line,
                             bad - line_start + 1),
                 "save the document as UTF-8 (it may be Latin-1 or Windows-1252)");
}

}  // namespace

Result<Source> load(const World& world, std::string_view path, Reading what) {
  Result<std::string> bytes = world.read(path);
  if (!bytes) return bytes.error();
  std::string& text = *bytes;
  // A world of one's own may know no limit; spans count in 32 bits, so this one holds everywhere.
  if (text.size() > kMaxSourceBytes)
    return failure(Code::FileTooLarge, "the document is larger than 64 MiB", "split it, or draw a part of it");

  if (is_utf16(text)) return failure(Code::NotUtf8, "the document is UTF-16, not UTF-8", "save it as UTF-8");
  if (const std::string_view format = format_of(text); !format.empty()) return binary(format, what);
  if (text.find('\0') != std::string::npos) return binary({}, what);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (const auto bad = utf8::first_invalid(text)) return not_utf8(text, *bad);
  if (text.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
    return failure(Code::EmptyDocument, "the document is empty",
                   what == Reading::Document ? "`skydraft init FILE` writes one to start from"
                                             : "the least graph is {\"id\": \"root\"}");
  return Source(path == "-" ? "<stdin>" : std::string(path), std::move(text));
}

}  // namespace skydraft::pipeline
