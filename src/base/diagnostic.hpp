#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace skydraft {

/// Stable and documented in docs/diagnostics.md. Hundreds name the stage: 1 input and output, 2 understanding, 3 views,
/// 4 layout, 5 rendering. A number is never given to another meaning.
enum class Code : std::uint16_t {
  FileNotFound = 101,
  FileUnreadable = 102,
  FileIsDirectory = 103,
  FileTooLarge = 104,
  NotUtf8 = 105,
  BinaryFile = 106,
  EmptyDocument = 107,
  CannotWrite = 108,
  UnknownFormat = 109,
  UnknownView = 110,
  NestedTooDeep = 111,
  BadFrontMatter = 112,
  FileExists = 113,
  UnknownTheme = 114,
  UnknownName = 115,
  NotJson = 116,
  NotAGraph = 117,
  NoRecord = 118,
  RecordDiffers = 119,
  UnfilledPlaceholder = 201,
  NothingUnderstood = 202,
  UnknownComponent = 203,
  AmbiguousReference = 204,
  ProbableTypo = 205,
  ContradictoryAttribute = 206,
  ContradictoryParent = 207,
  ContainmentCycle = 208,
  UnreadLine = 209,
  CidrOutsideParent = 210,
  CidrOverlap = 211,
  TooManyComponents = 212,
  UnsafeLink = 213,
  UnknownInView = 301,
  NoFreeChannel = 411,
  HyperedgeSplit = 412,
  MissingGlyph = 501,
};

enum class Severity : std::uint8_t { Note, Warning, Error };

struct Hint {
  std::string text;          ///< what to do: "did you mean `Secrets Manager`?"
  std::optional<Span> span;  ///< a second place, where there is one
};

struct Diagnostic {
  Code code{};
  Severity severity = Severity::Warning;
  Span span;            ///< empty: about the whole document, or about no document
  std::string message;  ///< one lower-case clause that quotes what the person wrote
  std::vector<Hint> hints;
};

/// "SKY0203"
std::string code_name(Code code);
/// "note", "warning", "error"
std::string_view name_of(Severity severity);

/// Collects what the stages have to say about a document.
class DiagnosticSink {
 public:
  void report(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void note(Code code, Span span, std::string message, std::string hint = {});
  void warn(Code code, Span span, std::string message, std::string hint = {});
  void error(Code code, Span span, std::string message, std::string hint = {});

  bool has_errors() const;
  const std::vector<Diagnostic>& all() const { return all_; }
  /// Sorted by place, then code; equal ones once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace skydraft
