#include "base/source.hpp"

#include <algorithm>
#include <utility>

namespace skydraft {

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (std::size_t i = text_.find('\n'); i < text_.size() && i + 1 < text_.size(); i = text_.find('\n', i + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  std::uint32_t line = 0;
  lines_at_.reserve(text_.size() / kStride + 1);
  for (std::size_t offset = 0; offset <= text_.size(); offset += kStride) {
    while (line + 1 < line_starts_.size() && line_starts_[line + 1] <= offset) ++line;
    lines_at_.push_back(line);
  }
}

std::string_view Source::text(Span span) const {
  const std::string_view all = text_;
  if (span.empty() || span.begin >= all.size()) return {};
  return all.substr(span.begin, span.size());
}

LineColumn Source::locate(std::uint32_t offset) const {
  std::uint32_t line = lines_at_[std::min<std::size_t>(offset / kStride, lines_at_.size() - 1)];
  while (line + 1 < line_starts_.size() && line_starts_[line + 1] <= offset) ++line;
  return {line + 1, offset - line_starts_[line] + 1};
}

Span Source::line_span(std::uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  const std::uint32_t begin = line_starts_[line - 1];
  std::uint32_t end = line < line_count() ? line_starts_[line] : static_cast<std::uint32_t>(text_.size());
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {begin, end};
}

std::uint32_t Source::offset(std::uint32_t line, std::uint32_t column) const {
  if (line > line_count()) return static_cast<std::uint32_t>(text_.size());
  const Span span = line_span(line);
  return std::min(span.begin + (column > 0 ? column - 1 : 0), span.end);
}

}  // namespace skydraft
