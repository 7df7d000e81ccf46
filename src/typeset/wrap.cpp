#include <algorithm>
#include <cstddef>

#include "typeset/clusters.hpp"

namespace skydraft::typeset {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr double kSlack = 1e-6;  ///< sums of the same advances in another order

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool may_break_after(char32_t c) { return c == '-' || c == '/' || c == '_' || c == '.' || c == ':'; }

/// A range of clusters that stays on one line.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

using Pieces = std::vector<Piece>;

double width_of(const std::vector<Cluster>& text, std::size_t begin, std::size_t end) {
  return begin == end ? 0 : text[end - 1].x + text[end - 1].advance - text[begin].x;
}

bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }

/// Between "Orders" and "Queue" of "OrdersQueue", "HTTP" and "Server" of "HTTPServer".
bool is_hump(const std::vector<Cluster>& text, std::size_t at, std::size_t end) {
  if (!is_upper(text[at].character)) return false;
  return is_lower(text[at - 1].character) ||
         (is_upper(text[at - 1].character) && at + 1 < end && is_lower(text[at + 1].character));
}

/// Cuts a word that is too wide alone after its joints and between its parts, and what is still too wide between
/// characters.
void split_word(const std::vector<Cluster>& text, Piece word, double max_width, Pieces& pieces) {
  for (std::size_t begin = word.begin; begin < word.end;) {
    std::size_t end = begin;
    const auto hump = [&] { return end > begin && is_hump(text, end, word.end); };
    while (end < word.end && !may_break_after(text[end].character) && !hump()) ++end;
    while (end < word.end && may_break_after(text[end].character)) ++end;
    if (width_of(text, begin, end) <= max_width + kSlack) {
      pieces.push_back({begin, end});
    } else {
      for (std::size_t i = begin; i < end; ++i) pieces.push_back({i, i + 1});
    }
    begin = end;
  }
}

/// Words at spaces; a lone middle dot stays with the word before it, for a line that begins with one looks broken.
Pieces split(const std::vector<Cluster>& text, double max_width) {
  Pieces pieces;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at].character)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end].character)) ++end;
    const bool lone_dot = end == at + 1 && text[at].character == 0xB7;
    if (lone_dot && !pieces.empty() && width_of(text, pieces.back().begin, end) <= max_width) {
      pieces.back().end = end;
    } else if (width_of(text, at, end) <= max_width + kSlack) {
      pieces.push_back({at, end});
    } else {
      split_word(text, {at, end}, max_width, pieces);
    }
    at = end;
  }
  return pieces;
}

/// Fills lines one after the other: the fewest lines that this width allows.
Pieces fill(const std::vector<Cluster>& text, const Pieces& pieces, double max_width) {
  Pieces lines;
  for (const Piece& piece : pieces) {
    if (!lines.empty() && width_of(text, lines.back().begin, piece.end) <= max_width + kSlack) {
      lines.back().end = piece.end;
    } else {
      lines.push_back(piece);
    }
  }
  return lines;
}

/// Among the fewest lines, those whose widest is narrowest; found by bisection, so the cost stays linear in the text.
Pieces balance(const std::vector<Cluster>& text, const Pieces& pieces, Pieces lines, double max_width) {
  double too_narrow = 0, enough = max_width;
  while (enough - too_narrow > 0.25) {
    const double middle = (too_narrow + enough) / 2;
    Pieces tried = fill(text, pieces, middle);
    const bool fits = tried.size() == lines.size() && std::ranges::all_of(tried, [&](const Piece& line) {
                        return width_of(text, line.begin, line.end) <= middle + kSlack;
                      });
    if (fits) lines = std::move(tried);
    (fits ? enough : too_narrow) = middle;
  }
  return lines;
}

/// The words of a range with single spaces between them.
std::string words(std::string_view source, const std::vector<Cluster>& text, Piece line) {
  std::string out;
  bool space = false;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    if (is_space(text[i].character)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += source.substr(text[i].begin, text[i].end - text[i].begin);
  }
  return out;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(static_cast<unsigned char>(c))) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::string fit(std::string_view text, const Font& font, double max_width) {
  const std::vector<Cluster> clusters = shape(text, font);
  if (width_of(clusters, 0, clusters.size()) <= max_width + kSlack) return std::string(text);
  std::size_t keep = clusters.size();
  while (keep > 0) {
    --keep;
    while (keep > 0 && is_space(clusters[keep - 1].character)) --keep;
    std::string shortened(text.substr(0, keep == 0 ? 0 : clusters[keep - 1].end));
    shortened += kEllipsis;
    if (width(shortened, font) <= max_width + kSlack) return shortened;
    // Only a few characters can still be too many; a long text is cut to length at once.
    while (keep > 0 && clusters[keep - 1].x > max_width) --keep;
  }
  return std::string(kEllipsis);
}

std::vector<std::string> wrap(std::string_view given, const Font& font, double max_width, int max_lines) {
  const std::string source = collapse_spaces(given);
  const std::vector<Cluster> text = shape(source, font);
  const Pieces pieces = split(text, max_width);
  if (pieces.empty() || max_lines < 1) return {};
  Pieces lines = fill(text, pieces, max_width);
  const auto limit = static_cast<std::size_t>(max_lines);
  std::vector<std::string> result;
  if (lines.size() <= limit) {
    if (lines.size() > 1) lines = balance(text, pieces, std::move(lines), max_width);
    for (const Piece& line : lines) result.push_back(words(source, text, line));
    return result;
  }
  for (std::size_t i = 0; i + 1 < limit; ++i) result.push_back(words(source, text, lines[i]));
  // What is left may begin like a line that just fits; the mark has to show that something follows.
  const Piece rest{lines[limit - 1].begin, text.size()};
  result.push_back(fit(words(source, text, rest), font, max_width));
  return result;
}

}  // namespace skydraft::typeset
