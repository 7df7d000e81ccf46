#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "explain/explain.hpp"
#include "explain/wording.hpp"

namespace skydraft::explain {
namespace {

using model::Architecture;
using model::Became;
using model::Fact;

bool is_architecture(Became became) {
  switch (became) {
    case Became::Heading:
    case Became::Prose:
    case Became::Skipped:
      return false;
    case Became::Title:
    case Became::Component:
    case Became::Attribute:
    case Became::Purpose:
    case Became::Placement:
    case Became::Relation:
    case Became::Step:
    case Became::Policy:
    case Became::Unread:
      return true;
  }
  return false;
}

std::string what_of(const Architecture& architecture, const Fact& fact) {
  const auto component = [&]() -> const model::Component& { return architecture.components()[fact.subject]; };
  switch (fact.became) {
    case Became::Component:
      return fmt::format("{} ({})", component().name, component().kind);
    case Became::Attribute:
      return fmt::format("{}: {}", component().name, words_of(component().attributes[fact.part]));
    case Became::Purpose:
      return fmt::format("what {} is for", component().name);
    case Became::Placement:
      return component().parent ? fmt::format("{} in {}", component().name, architecture[*component().parent].name)
                                : component().name;
    case Became::Relation:
      return words_of(architecture, architecture.relations()[fact.subject]);
    case Became::Step: {
      const model::Flow& flow = architecture.flows()[fact.subject];
      return fmt::format("{} of {}", flow.steps[fact.part].number, flow.title);
    }
    case Became::Policy:
      return words_of(architecture, architecture.policies()[fact.subject]);
    case Became::Unread:
      return architecture.unread()[fact.subject].reason;
    case Became::Title:
      return "the title block";
    case Became::Heading:
    case Became::Prose:
    case Became::Skipped:
      return {};
  }
  return {};
}

Outcome outcome_of(const Architecture& architecture, const Fact& fact) {
  Outcome outcome{fact.became, fact.span, what_of(architecture, fact), {}, fact.pass, {}};
  if (fact.became == Became::Component) outcome.rule = architecture.components()[fact.subject].inferred_by;
  if (fact.became == Became::Relation) outcome.rule = architecture.relations()[fact.subject].inferred_by;
  if (fact.became == Became::Unread) outcome.rewrite = architecture.unread()[fact.subject].rewrite;
  return outcome;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

std::uint32_t last_line(const Source& source, Span span) {
  return source.locate(std::max(span.begin, span.end - 1)).line;
}

}  // namespace

int Coverage::percent() const { return lines == 0 ? 100 : static_cast<int>(std::uint64_t{understood} * 100 / lines); }

Coverage coverage_of(const Architecture& architecture, const Source& source) {
  enum : std::uint8_t { kElse, kUnread, kUnderstood };
  std::vector<std::uint8_t> lines(source.line_count() + 1, kElse);
  for (const Fact& fact : architecture.facts()) {
    if (!is_architecture(fact.became)) continue;
    const std::uint8_t mark = fact.became == Became::Unread ? kUnread : kUnderstood;
    const std::uint32_t last = last_line(source, fact.span);
    for (std::uint32_t line = source.locate(fact.span.begin).line; line <= last; ++line)
      lines[line] = std::max(lines[line], mark);
  }
  Coverage coverage;
  for (std::uint32_t line = 1; line < lines.size(); ++line) {
    if (lines[line] == kElse || is_blank(source.text(source.line_span(line)))) continue;
    ++coverage.lines;
    coverage.understood += lines[line] == kUnderstood;
  }
  return coverage;
}

std::vector<Line> explain_lines(const Architecture& architecture, const Source& source) {
  std::vector<Line> lines;
  const std::span<const Fact> facts = architecture.facts();
  std::size_t next = 0;
  std::uint32_t covered = 0;  // the document is spoken for up to here
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const Span span = source.line_span(number);
    Line line{number, {}, covered > span.begin};
    for (; next < facts.size() && facts[next].span.begin <= span.end; ++next) {
      line.outcomes.push_back(outcome_of(architecture, facts[next]));
      covered = std::max(covered, facts[next].span.end);
    }
    if (!is_blank(source.text(span))) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace skydraft::explain
