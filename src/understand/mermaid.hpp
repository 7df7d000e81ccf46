#pragma once

#include <string_view>

#include "understand/diagram.hpp"

/// Mermaid's flowcharts, architecture, C4 and sequence diagrams as plain lists: what nodes there are, what holds them,
/// what arrows say. Reads what it knows and skips the rest; any text gives a diagram. Other kinds of Mermaid diagrams
/// (states, classes, entities, plans, pies) are no architecture and give an empty one. Source: mermaid.js.org/syntax.
namespace skydraft::understand::mermaid {

/// True if the first telling line names a kind of diagram that is read.
bool is_diagram(std::string_view text);
diagram::Diagram parse(std::string_view text);

// The dialects. `text` is what follows the line that names the kind, `base` its offset in the block.

void read_flowchart(diagram::Builder& builder, std::string_view text, std::uint32_t base);
void read_sequence(diagram::Builder& builder, std::string_view text, std::uint32_t base);
void read_architecture(diagram::Builder& builder, std::string_view text, std::uint32_t base);
void read_c4(diagram::Builder& builder, std::string_view text, std::uint32_t base);
/// One line of C4's macros ("Rel(a, b, \"reads\")"), as PlantUML has them too; false if it is none.
bool read_c4_line(diagram::Builder& builder, std::string_view line);

/// Calls visit(line, offset) for each line: trimmed, neither empty nor a comment.
template <typename Visit>
void for_each_line(std::string_view text, std::uint32_t base, Visit&& visit) {
  bool directive = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(at, end - at);
    const std::size_t from = line.find_first_not_of(" \t\r");
    const std::size_t to = line.find_last_not_of(" \t\r");
    const auto offset = base + static_cast<std::uint32_t>(at + (from == std::string_view::npos ? 0 : from));
    line = from == std::string_view::npos ? std::string_view{} : line.substr(from, to - from + 1);
    at = end + 1;
    if (directive || line.starts_with("%%{")) {  // "%%{init: …}%%" may go on for lines
      directive = line.find("}%%") == std::string_view::npos;
      continue;
    }
    if (!line.empty() && !line.starts_with("%%")) visit(line, offset);
  }
}

}  // namespace skydraft::understand::mermaid
