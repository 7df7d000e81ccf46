#include "cli/explanation.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace skydraft::cli {
namespace {

constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kYellow = "\x1b[33m";
constexpr std::string_view kReset = "\x1b[0m";
constexpr int kMargin = 9;              // "   8 | " and an indent of two
constexpr int kHeading = 12;            // columns for the name of a kind of fact
constexpr std::size_t kMostPlaces = 3;  // quoted for one statement; the others are counted

std::string painted(std::string_view text, std::string_view color, const ReportStyle& style) {
  return style.color ? fmt::format("{}{}{}", color, text, kReset) : std::string(text);
}

int columns_of(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    columns += utf8::columns(next.code_point);
    at += next.length;
  }
  return columns;
}

/// Nothing in a document may steer the terminal; at most `width` columns, "…" where something is cut.
std::string one_line(std::string_view text, int width) {
  std::string line;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    const bool steers = next.code_point < 0x20 || (next.code_point >= 0x7F && next.code_point < 0xA0) || !next.valid;
    const bool blank = next.code_point == '\t' || next.code_point == '\n' || next.code_point == '\r';
    const int columns = steers ? 1 : utf8::columns(next.code_point);
    if (used + columns > width - 1 && at + next.length < text.size()) return line + "…";
    used += columns;
    line += blank ? std::string_view(" ") : steers ? "\xEF\xBF\xBD" : text.substr(at, next.length);
    at += next.length;
  }
  return line;
}

/// Broken at blanks so that no line but that of a long word has more than `width` columns.
std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!lines.back().empty() && columns_of(lines.back()) + 1 + columns_of(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += one_line(word, width * 8);
    at = end + 1;
  }
  return lines;
}

std::string quoted_line(std::uint32_t number, const Source& source, const ReportStyle& style) {
  const std::string_view text = source.text(source.line_span(number));
  return fmt::format("{} {}\n", painted(fmt::format("{:>4} |", number), kDim, style),
                     one_line(text, style.width - kMargin + 2));
}

std::string origin(std::string_view rule, std::string_view pass) {
  if (!rule.empty()) return fmt::format(" [inferred: {}]", rule);
  return pass.empty() ? std::string() : fmt::format(" [{}]", pass);
}

std::string outcome_text(std::string_view heading, std::string_view what, std::string_view color,
                         const ReportStyle& style) {
  std::string out;
  std::string_view first = heading;
  for (const std::string& line : wrapped(what, style.width - kMargin - kHeading)) {
    out += fmt::format("{}   {}{}\n", painted("     |", kDim, style),
                       painted(fmt::format("{:<{}}", first, kHeading), color, style), line);
    first = {};
  }
  return out;
}

std::string outcome_text(const explain::Outcome& outcome, const ReportStyle& style) {
  const bool unread = outcome.became == model::Became::Unread;
  std::string out =
      outcome_text(model::name_of(outcome.became), outcome.what + origin(outcome.rule, unread ? "" : outcome.pass),
                   unread ? kYellow : kBold, style);
  if (!outcome.rewrite.empty()) out += outcome_text("write", outcome.rewrite, kYellow, style);
  return out;
}

/// Facts of the same component in a row would repeat what the line says: a definition says it all.
bool says_nothing(const explain::Outcome& outcome) {
  return outcome.became == model::Became::Heading || outcome.became == model::Became::Prose ||
         outcome.became == model::Became::Skipped;
}

std::string statement_text(const explain::Statement& statement, const Source& source, const ReportStyle& style) {
  std::string out;
  for (const std::string& line : wrapped(statement.text + origin(statement.rule, ""), style.width - 4))
    out += fmt::format("    {}\n", line);
  std::size_t shown = 0;
  std::uint32_t last = 0;
  for (const Span span : statement.source) {
    const LineColumn place = source.locate(span.begin);
    if (place.line == last) continue;
    if (++shown > kMostPlaces) break;
    last = place.line;
    const std::string where = fmt::format("{}:{}", place.line, place.column);
    out += fmt::format("      {}  {}\n", painted(fmt::format("{:>7}", where), kDim, style),
                       one_line(source.text(source.line_span(place.line)), style.width - 15));
  }
  if (statement.source.size() > kMostPlaces && shown > kMostPlaces) out += "             …\n";
  return out;
}

std::string part_text(std::string_view title, const std::vector<explain::Statement>& statements, const Source& source,
                      const ReportStyle& style) {
  if (statements.empty()) return {};
  std::string out = fmt::format("\n  {}\n", painted(title, kBold, style));
  for (const explain::Statement& statement : statements) out += statement_text(statement, source, style);
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

}  // namespace

std::string coverage_text(const explain::Coverage& coverage) {
  return fmt::format("{} of {} lines of architecture understood ({} %)", coverage.understood, coverage.lines,
                     coverage.percent());
}

std::string explain_text(std::span<const explain::Line> lines, const Source& source, const ReportStyle& style) {
  std::string out;
  for (const explain::Line& line : lines) {
    out += quoted_line(line.number, source, style);
    if (line.outcomes.empty() && !line.goes_on) out += outcome_text("markup", "", kDim, style);
    for (const explain::Outcome& outcome : line.outcomes)
      out += says_nothing(outcome) ? outcome_text(model::name_of(outcome.became), "", kDim, style)
                                   : outcome_text(outcome, style);
  }
  return out;
}

std::string explain_text(const explain::Account& account, const model::Architecture& architecture, const Source& source,
                         const ReportStyle& style) {
  const model::Component& component = architecture[account.component];
  std::string out = fmt::format("{}  {}{}\n", painted(one_line(component.name, style.width), kBold, style),
                                component.kind, origin(account.rule, ""));
  const auto row = [&](std::string_view title, const std::string& text) {
    for (std::string_view first = title; const std::string& line : wrapped(text, style.width - kHeading - 2)) {
      out += fmt::format("  {:<{}}{}\n", first, kHeading, line);
      first = {};
    }
  };
  row("id", component.slug);
  if (!component.aliases.empty()) row("also called", joined(component.aliases));
  if (!account.views.empty()) row("views", joined(account.views));
  out += part_text("said in", {{"the document", {}, account.source}}, source, style);
  out += part_text("is in", account.inside, source, style);
  out += part_text("holds", account.holds, source, style);
  out += part_text("attributes", account.attributes, source, style);
  out += part_text("relations out", account.to, source, style);
  out += part_text("relations in", account.from, source, style);
  out += part_text("flows", account.steps, source, style);
  out += part_text("policies", account.policies, source, style);
  return out;
}

}  // namespace skydraft::cli
