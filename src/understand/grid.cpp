#include "understand/grid.hpp"

#include <algorithm>

namespace skydraft::understand::boxes {
namespace {

char32_t next_char(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  char32_t c = length == 1 ? byte : byte & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
    c = (c << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  at = std::min(text.size(), at + length);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80)
    out += static_cast<char>(c);
  else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// A character that takes two columns where people draw: an emoji.
bool is_wide(char32_t c) { return c >= 0x1F300 && c <= 0x1FAFF; }

}  // namespace

Grid::Grid(std::string_view text) {
  cells_.emplace_back();
  for (std::size_t at = 0; at < text.size() && rows() < kMaxRows;) {
    const char32_t c = next_char(text, at);
    std::u32string& row = cells_.back();
    if (c == '\n')
      cells_.emplace_back();
    else if (c == '\t')
      row.append(
          std::min<std::size_t>(8 - row.size() % 8, static_cast<std::size_t>(kMaxColumns) -
                                                        std::min(row.size(), static_cast<std::size_t>(kMaxColumns))),
          U' ');
    else if (c != '\r' && c != 0xFE0F && row.size() + 1 < static_cast<std::size_t>(kMaxColumns)) {
      row += c;
      if (is_wide(c)) row += U' ';
    }
  }
  for (const std::u32string& row : cells_) {
    owners_.emplace_back(row.size(), -1);
    room_.emplace_back(row.size(), -1);
    wire_.emplace_back(row.size(), 0);
  }
}

std::string Grid::text(int row, int from, int to) const {
  std::string out;
  for (int c = std::max(from, 0); c < std::min(to, columns(row)); ++c) {
    const char32_t character = at(row, c);
    const bool drawn = owner(row, c) >= 0 || wired(row, c);
    // A bar between words separates them.
    append_utf8(out, drawn ? U' ' : any_of(character, U"│┃║") ? U'|' : character);
  }
  return out;
}

bool any_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// The same for signs that nothing but drawings has. Most characters are letters and blanks, far below them.
static bool any_drawn(char32_t c, std::u32string_view set) { return c >= U'←' && any_of(c, set); }

bool is_head(char32_t c) { return is_drawn_head(c) || any_of(c, U"vV^<>"); }
bool is_drawn_head(char32_t c) { return any_drawn(c, U"▼▲►◄▶◀↓↑→←⬇⬆⟶▾▴▸◂⇒⇐⇓⇑↕↔⇄⇆"); }
bool is_across(char32_t c) {
  return any_of(c, U"-+=vV") || any_drawn(c, U"─━═┬┴┼┤├╤╧╪╦╩╬┐┘┌└╮╯╭╰┄┈╌") || is_drawn_head(c);
}
bool is_bar(char32_t c) { return c == U'|' || any_drawn(c, U"│┃║┤├┼╡╞╪╣╠╬┆┊╎"); }
bool is_line(char32_t c) { return any_of(c, U"|-+=") || any_drawn(c, U"─━═│┃║┬┴┼┤├┐┘┌└╮╯╭╰╤╧╪╦╩╬┄┈╌┆┊╎"); }
bool top_left(char32_t c) { return c == U'+' || any_drawn(c, U"┌┏╔╭╒╓"); }
bool top_right(char32_t c) { return c == U'+' || any_drawn(c, U"┐┓╗╮╕╖"); }
bool bottom_left(char32_t c) { return c == U'+' || any_drawn(c, U"└┗╚╰╘╙"); }
bool bottom_right(char32_t c) { return c == U'+' || any_drawn(c, U"┘┛╝╯╛╜"); }

}  // namespace skydraft::understand::boxes
