#include <algorithm>

#include <fmt/format.h>

#include "formats/prose/outline.hpp"
#include "formats/prose/prose.hpp"

namespace skydraft::prose {
namespace {

constexpr std::size_t kWidth = 100, kNarrowest = 24;

/// Columns of a terminal, one for each character: East Asian wide letters count as one.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string repeated(std::string_view what, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

/// Cut to `width` columns, with "…" where something is lost; never inside a character.
std::string cut(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++used >= width) break;
    out += c;
  }
  return out + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = cut(text.substr(at, end - at), width);
    if (!lines.back().empty() && columns(lines.back()) + 1 + columns(word) > width) lines.emplace_back();
    lines.back() += lines.back().empty() ? word : " " + word;
    at = end + 1;
  }
  return lines;
}

/// Lines of at most `width` columns: leaves as a list, frames as boxes.
std::vector<std::string> boxes(const std::vector<Entry>& entries, std::size_t width) {
  std::vector<std::string> lines;
  for (const Entry& entry : entries) {
    if (!entry.is_frame || width < kNarrowest) {
      const std::string text = entry.facts.empty() ? entry.name : fmt::format("{} ({})", entry.name, entry.facts);
      for (const std::string& line : wrapped("• " + text, width)) lines.push_back(line);
      for (const std::string& line : boxes(entry.members, width)) lines.push_back(line);
      continue;
    }
    const std::size_t inner = width - 4;
    const std::string title =
        cut(entry.facts.empty() ? entry.name : fmt::format("{} · {}", entry.name, entry.facts), inner - 2);
    lines.push_back(fmt::format("┌─ {} {}┐", title, repeated("─", inner - 1 - columns(title))));
    for (const std::string& line : boxes(entry.members, inner))
      lines.push_back(fmt::format("│ {}{} │", line, repeated(" ", inner - std::min(inner, columns(line)))));
    lines.push_back(fmt::format("└{}┘", repeated("─", inner + 2)));
  }
  return lines;
}

std::string arrow(const Connection& c) {
  std::string steps;
  for (const int step : c.steps) steps += fmt::format("({})", step);
  switch (c.strand) {
    case view::Strand::Monitoring:
      return fmt::format("╌╌{}╌▷", steps);
    case view::Strand::Delivery:
      return fmt::format("═{}═▷", steps);
    case view::Strand::Replication:
      return "┄┄▷";
    case view::Strand::User:
    case view::Strand::Traffic:
    case view::Strand::Control:
      return fmt::format("─{}─▶", steps);
  }
  return "─▶";
}

void append_heading(std::string& out, std::string_view text) {
  out += fmt::format("\n{}\n{}\n", text, repeated("─", std::min(kWidth, columns(text))));
}

}  // namespace

std::string write_text(const view::Picture& picture) {
  const view::Sheet& sheet = picture.sheet;
  std::string out = fmt::format("{}\n{}\n\n", sheet.title.text, sheet.subtitle);
  for (const std::string& line : boxes(entries_of(picture), kWidth)) out += line + '\n';
  if (const std::vector<Connection> connections = connections_of(picture); !connections.empty()) {
    append_heading(out, "Connections");
    for (const Connection& c : connections) {
      out += fmt::format("{} {} {}", c.from, arrow(c), c.to);
      if (!c.label.empty()) out += fmt::format("  {}", c.label);
      out += c.assumed ? "  [assumed]\n" : "\n";
    }
  }
  for (const view::FlowPanel& panel : sheet.panels) {
    if (panel.faded) continue;
    append_heading(out, panel.title);
    for (const view::StepLine& step : panel.steps) out += fmt::format("{:>3}  {}\n", step.number, step.text);
  }
  if (!sheet.notes.rows.empty()) {
    append_heading(out, sheet.notes.title);
    for (const view::NoteRow& row : sheet.notes.rows) {
      std::string text = row.key + ":";
      for (const std::string& value : row.values) text += (&value == &row.values.front() ? " " : " · ") + value;
      for (const std::string& line : wrapped(text, kWidth)) out += line + '\n';
    }
  }
  out += fmt::format("\n{}\n", sheet.footer_left);
  return out;
}

}  // namespace skydraft::prose
