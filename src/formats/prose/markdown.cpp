#include <fmt/format.h>

#include "formats/prose/outline.hpp"
#include "formats/prose/prose.hpp"

namespace skydraft::prose {
namespace {

/// Text from people inside Markdown: what would start markup or a table cell is escaped.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

void append_entries(std::string& out, const std::vector<Entry>& entries, std::size_t depth) {
  for (const Entry& entry : entries) {
    out += std::string(2 * depth, ' ') + "- ";
    out += entry.is_frame ? fmt::format("**{}**", plain(entry.name)) : plain(entry.name);
    if (!entry.facts.empty()) out += fmt::format(": {}", plain(entry.facts));
    out += '\n';
    append_entries(out, entry.members, depth + 1);
  }
}

std::string kind_of(const Connection& c) {
  std::string text(word_for(c.strand));
  for (const int step : c.steps) text += fmt::format("{} {}", step == c.steps.front() ? ", step" : " and", step);
  if (c.assumed) text += ", assumed";
  return text;
}

}  // namespace

std::string write_markdown(const view::Picture& picture) {
  const view::Sheet& sheet = picture.sheet;
  std::string out = fmt::format("# {}\n\n{}.\n", plain(sheet.title.text), plain(sheet.subtitle));
  if (!sheet.purpose.text.empty()) out += fmt::format("\n**Purpose:** {}\n", plain(sheet.purpose.text));
  if (!sheet.environment.text.empty()) out += fmt::format("\n**Environment:** {}\n", plain(sheet.environment.text));
  out += "\n## What it is made of\n\n";
  append_entries(out, entries_of(picture), 0);
  if (const std::vector<Connection> connections = connections_of(picture); !connections.empty()) {
    out += "\n## What is connected\n\n| From | To | How | Kind |\n| --- | --- | --- | --- |\n";
    for (const Connection& c : connections)
      out += fmt::format("| {} | {} | {} | {} |\n", plain(c.from), plain(c.to), plain(c.label), kind_of(c));
  }
  for (const view::FlowPanel& panel : sheet.panels) {
    if (panel.faded) continue;
    out += fmt::format("\n## {}\n\n", plain(panel.title));
    for (const view::StepLine& step : panel.steps) out += fmt::format("{}. {}\n", step.number, plain(step.text));
  }
  if (!sheet.notes.rows.empty()) {
    out += fmt::format("\n## {}\n\n", plain(sheet.notes.title));
    for (const view::NoteRow& row : sheet.notes.rows) {
      out += fmt::format("- **{}:**", plain(row.key));
      for (const std::string& value : row.values)
        out += fmt::format("{} {}", &value == &row.values.front() ? "" : ";", plain(value));
      out += '\n';
    }
  }
  out += fmt::format("\n{}\n", plain(sheet.footer_left));
  return out;
}

}  // namespace skydraft::prose
