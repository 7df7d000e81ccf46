#include "view/notes.hpp"

#include <utility>

#include <fmt/format.h>

namespace skydraft::view {

std::vector<std::string> value_lines(std::span<const std::string> values, const typeset::Font& font, double width,
                                     int most_lines) {
  std::string text;
  std::vector<std::string> lines;
  for (std::size_t shown = 0; shown < values.size(); ++shown) {
    const std::string longer = text.empty() ? values[shown] : fmt::format("{} · {}", text, values[shown]);
    const std::size_t left = values.size() - shown - 1;
    const std::string whole = left == 0 ? longer : fmt::format("{} · {} more", longer, left);
    std::vector<std::string> next = typeset::wrap(whole, font, width, most_lines + 1);
    if (!lines.empty() && next.size() > static_cast<std::size_t>(most_lines)) break;
    text = longer;
    lines = std::move(next);
  }
  if (lines.size() > static_cast<std::size_t>(most_lines)) lines = typeset::wrap(text, font, width, most_lines);
  return lines;
}

}  // namespace skydraft::view
