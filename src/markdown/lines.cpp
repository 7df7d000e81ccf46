#include "markdown/lines.hpp"

#include <algorithm>

namespace skydraft::md {

Lines::Lines(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  std::size_t feed = text.find('\n');
  std::size_t carriage = text.find('\r');
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min({feed, carriage, text.size()});
    lines_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + (end == carriage && end + 1 == feed ? 2 : 1);
    if (feed < begin) feed = text.find('\n', begin);
    if (carriage < begin) carriage = text.find('\r', begin);
  }
}

std::uint32_t count_line_ends(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}

}  // namespace skydraft::md
