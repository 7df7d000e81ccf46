#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

/// Diagnostics as people read them in a terminal.
namespace skydraft::cli {

struct ReportStyle {
  bool color = false;
  int width = 100;  ///< columns that a quoted line may take
};

/// One diagnostic with the line it is about:
///
///     notes.md:12:5: warning: no component is called "Billing Vault" [SKY0203]
///      12 | 1. Backend connects to the Billing Vault
///         |                            ^~~~~~~~~~~~~
///         = help: did you mean `Secrets Manager`?
///
/// Tabs are shown as spaces, control characters as U+FFFD; a line that is too long is cut around the marked part.
std::string describe(const Diagnostic& diagnostic, const Source& source, const ReportStyle& style);

/// The same without a quoted line, for a file that could not be read or written.
std::string describe(const Diagnostic& diagnostic, std::string_view file, const ReportStyle& style);

/// "2 errors, 1 warning, 14 notes"; empty if there are none.
std::string count(std::span<const Diagnostic> diagnostics);

}  // namespace skydraft::cli
