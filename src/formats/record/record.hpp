#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/source.hpp"

/// What a picture was drawn from, written into it: the document's name and hash, and the document itself if asked for.
namespace skydraft::record {

struct Record {
  std::string file;    ///< the document's name without its folder
  std::string sha256;  ///< of its text without a byte order mark, in hexadecimal
  std::optional<std::string> markdown;
};

Record record_of(const Source& source, bool with_markdown);

/// As JSON on one line, in ASCII without < > and &: it can stand in SVG, HTML, Markdown and PDF as it is.
std::string write(const Record& record);

/// Finds the record in the bytes of a picture: SVG metadata, HTML data, a PNG's iTXt chunk, a PDF's keywords, a comment
/// at the end of Markdown. Fails with SKY0118 if there is none, or one that this program did not write.
/// Cost: linear in the bytes.
Result<Record> find(std::string_view picture);

}  // namespace skydraft::record
