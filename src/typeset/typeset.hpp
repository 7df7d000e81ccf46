#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geometry/geometry.hpp"

/// Measures and breaks text. Widths come from a table made from the embedded font at build time (advances and kerning,
/// which for this font equal full shaping), so every machine measures alike and no font file is read.
namespace skydraft::typeset {

enum class Weight : std::uint8_t { Regular, Medium, SemiBold, Bold };

/// A way to set text; what the renderers need to set it again.
struct Font {
  double size = 12;  ///< px
  Weight weight = Weight::Regular;
  bool italic = false;
  double letter_spacing = 0;  ///< px after each character
};

/// Advance width in px of one line of UTF-8. A character that the font lacks counts 0.6 em, a wide one (CJK, emoji) 1
/// em.
double width(std::string_view text, const Font& font);

double ascent(const Font& font);   ///< from baseline up to the top of the line's ink box
double descent(const Font& font);  ///< from baseline down

/// Breaks text into at most `max_lines` lines no wider than `max_width`, as even as possible, at spaces first; a word
/// that is too wide alone is broken after one of /-_.: or, as a last resort, between characters. What does not fit ends
/// in "…".
std::vector<std::string> wrap(std::string_view text, const Font& font, double max_width, int max_lines);

/// One line, shortened with "…" if it is wider.
std::string fit(std::string_view text, const Font& font, double max_width);

}  // namespace skydraft::typeset
