#include "markdown/lines.hpp"

namespace skydraft::md {

Lines::Lines(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size_; ++i) {
    if (!is_line_end(text[i])) continue;
    lines_.push_back({begin, i});
    if (text[i] == '\r' && i + 1 < size_ && text[i + 1] == '\n') ++i;
    begin = i + 1;
  }
  if (begin < size_) lines_.push_back({begin, size_});
}

std::uint32_t count_line_ends(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}

}  // namespace skydraft::md
