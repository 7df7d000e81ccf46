#include "markdown/table_rows.hpp"

#include <algorithm>

#include "markdown/lines.hpp"

namespace skydraft::md {
namespace {

bool is_cell_blank(char c) { return is_blank_char(c) || c == '\v' || c == '\f'; }

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_cell_blank(text[span.begin])) ++span.begin;
  while (!span.empty() && is_cell_blank(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

std::vector<Span> split_cells(std::string_view text, Span line) {
  line = trimmed(text, line);
  std::vector<Span> cells;
  std::uint32_t at = line.begin;
  if (at < line.end && text[at] == '|') ++at;
  while (at < line.end) {
    const std::uint32_t begin = at;
    while (at < line.end && text[at] != '|') at += text.substr(at).starts_with("\\|") ? 2 : 1;
    at = std::min(at, line.end);
    const Span cell = trimmed(text, {begin, at});
    const bool closed = at < line.end;
    if (closed || !cell.empty()) cells.push_back(cell);
    ++at;
  }
  return cells;
}

bool is_delimiter_row(std::string_view text, Span line) {
  const std::vector<Span> cells = split_cells(text, line);
  return !cells.empty() && std::ranges::all_of(cells, [&](Span cell) {
    std::string_view marks = text.substr(cell.begin, cell.size());
    if (marks.starts_with(':')) marks.remove_prefix(1);
    if (marks.ends_with(':')) marks.remove_suffix(1);
    return !marks.empty() && marks.find_first_not_of('-') == std::string_view::npos;
  });
}

}  // namespace skydraft::md
