#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace skydraft {
namespace {

Diagnostic make(Code code, Severity severity, Span span, std::string message, std::string hint) {
  Diagnostic diagnostic{code, severity, span, std::move(message), {}};
  if (!hint.empty()) diagnostic.hints.push_back({std::move(hint), std::nullopt});
  return diagnostic;
}

auto order_key(const Diagnostic& d) { return std::tie(d.span, d.code, d.message); }

}  // namespace

std::string code_name(Code code) { return fmt::format("SKY{:04}", static_cast<int>(code)); }

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return {};
}

void DiagnosticSink::note(Code code, Span span, std::string message, std::string hint) {
  report(make(code, Severity::Note, span, std::move(message), std::move(hint)));
}

void DiagnosticSink::warn(Code code, Span span, std::string message, std::string hint) {
  report(make(code, Severity::Warning, span, std::move(message), std::move(hint)));
}

void DiagnosticSink::error(Code code, Span span, std::string message, std::string hint) {
  report(make(code, Severity::Error, span, std::move(message), std::move(hint)));
}

bool DiagnosticSink::has_errors() const {
  return std::ranges::any_of(all_, [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::vector<Diagnostic> DiagnosticSink::sorted() const {
  std::vector<Diagnostic> result = all_;
  std::ranges::stable_sort(result, [](const auto& a, const auto& b) { return order_key(a) < order_key(b); });
  const auto same = [](const auto& a, const auto& b) { return order_key(a) == order_key(b); };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

}  // namespace skydraft
