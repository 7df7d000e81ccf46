#include "cli/report.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace skydraft::cli {
namespace {

constexpr int kTab = 4;
constexpr std::string_view kReset = "\x1b[0m";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "\x1b[1;36m";
    case Severity::Warning:
      return "\x1b[1;35m";
    case Severity::Error:
      return "\x1b[1;31m";
  }
  return {};
}

std::string painted(std::string_view text, std::string_view color, const ReportStyle& style) {
  return style.color ? fmt::format("{}{}{}", color, text, kReset) : std::string(text);
}

/// What stands in one or more columns of the terminal.
struct Cell {
  std::string text;
  int columns = 1;
  bool marked = false;
};

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// A line of the document as cells; bidirectional controls and other marks of width 0 join the cell before them.
std::vector<Cell> cells_of(std::string_view line, Span marked) {
  std::vector<Cell> cells;
  int column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded next = utf8::decode(line, at);
    const bool inside = at >= marked.begin && at < marked.end;
    Cell cell{std::string(line.substr(at, next.length)), utf8::columns(next.code_point), inside};
    if (next.code_point == '\t') {
      cell.columns = kTab - column % kTab;
      cell.text.assign(static_cast<std::size_t>(cell.columns), ' ');
    } else if (is_control(next.code_point) || !next.valid) {
      cell = {"\xEF\xBF\xBD", 1, inside};
    }
    column += cell.columns;
    if (cell.columns == 0 && !cells.empty())
      cells.back().text += cell.text;
    else
      cells.push_back(std::move(cell));
    at += next.length;
  }
  return cells;
}

/// The part of the line to show: all of it, or what fits around the beginning of the mark.
Span window(const std::vector<Cell>& cells, int width) {
  const auto end = static_cast<std::uint32_t>(cells.size());
  int total = 0;
  for (const Cell& cell : cells) total += cell.columns;
  if (total <= width) return {0, end};

  const auto first = std::ranges::find(cells, true, &Cell::marked);
  auto begin = first == cells.end() ? 0U : static_cast<std::uint32_t>(first - cells.begin());
  for (int before = 0; begin > 0 && before + cells[begin - 1].columns <= width / 4; --begin)
    before += cells[begin - 1].columns;
  std::uint32_t last = begin;
  for (int used = 0; last < end && used + cells[last].columns <= width; ++last) used += cells[last].columns;
  return {begin, last};
}

struct Quote {
  std::string line;
  std::string marks;
};

Quote quote(std::string_view line, Span marked, int width) {
  const std::vector<Cell> cells = cells_of(line, marked);
  const Span shown = window(cells, width);
  Quote result;
  if (shown.begin > 0) {
    result.line = "…";
    result.marks = " ";
  }
  bool first = true;
  for (std::uint32_t i = shown.begin; i < shown.end; ++i) {
    result.line += cells[i].text;
    for (int c = 0; c < cells[i].columns; ++c) {
      result.marks += !cells[i].marked ? ' ' : first ? '^' : '~';
      if (cells[i].marked) first = false;
    }
  }
  if (first) result.marks += '^';  // the mark stands at the end of the line
  if (shown.end < cells.size()) result.line += "…";
  while (result.marks.ends_with(' ')) result.marks.pop_back();
  return result;
}

/// Messages quote the document: nothing in them may steer the terminal.
std::string harmless(std::string_view text) {
  std::string result;
  for (const Cell& cell : cells_of(text, {})) result += cell.text;
  return result;
}

std::string headline(std::string_view place, const Diagnostic& d, const ReportStyle& style) {
  return fmt::format("{}: {} {} [{}]\n", painted(place, "\x1b[1m", style),
                     painted(fmt::format("{}:", name_of(d.severity)), color_of(d.severity), style), harmless(d.message),
                     code_name(d.code));
}

std::string place_of(const Source& source, Span span) {
  const LineColumn at = source.locate(span.begin);
  return fmt::format("{}:{}:{}", harmless(source.name()), at.line, at.column);
}

void append_quote(std::string& out, const Diagnostic& d, const Source& source, const ReportStyle& style) {
  const std::uint32_t line_number = source.locate(d.span.begin).line;
  const Span line = source.line_span(line_number);
  const Span marked{d.span.begin - line.begin, std::max(d.span.begin, std::min(d.span.end, line.end)) - line.begin};
  const Quote shown = quote(source.text(line), marked, style.width);
  const std::string number = fmt::format("{:>4}", line_number);
  fmt::format_to(std::back_inserter(out), "{} | {}\n{:>{}} | {}\n", number, shown.line, "", number.size(),
                 painted(shown.marks, color_of(d.severity), style));
}

}  // namespace

std::string describe(const Diagnostic& diagnostic, const Source& source, const ReportStyle& style) {
  if (diagnostic.span.empty()) return describe(diagnostic, source.name(), style);
  std::string out = headline(place_of(source, diagnostic.span), diagnostic, style);
  append_quote(out, diagnostic, source, style);
  for (const Hint& hint : diagnostic.hints) {
    const std::string where = hint.span ? fmt::format(" ({})", place_of(source, *hint.span)) : std::string();
    fmt::format_to(std::back_inserter(out), "     = help: {}{}\n", harmless(hint.text), where);
  }
  return out;
}

std::string describe(const Diagnostic& diagnostic, std::string_view file, const ReportStyle& style) {
  std::string out = headline(harmless(file), diagnostic, style);
  for (const Hint& hint : diagnostic.hints)
    fmt::format_to(std::back_inserter(out), "     = help: {}\n", harmless(hint.text));
  return out;
}

std::string count(std::span<const Diagnostic> diagnostics) {
  std::string out;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
    const auto n = std::ranges::count(diagnostics, severity, &Diagnostic::severity);
    if (n == 0) continue;
    if (!out.empty()) out += ", ";
    fmt::format_to(std::back_inserter(out), "{} {}{}", n, name_of(severity), n == 1 ? "" : "s");
  }
  return out;
}

}  // namespace skydraft::cli
