#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "typeset/typeset.hpp"

/// The font faces that are linked into the program, for the renderers. Made by tools/fonts at build time.
namespace skydraft::typeset {

enum class Face : std::uint8_t { Regular, Medium, SemiBold, Bold, Italic, MediumItalic };
inline constexpr std::size_t kFaceCount = 6;

/// The face that sets `font`: italics exist in two weights, anything heavier takes the heavier one.
constexpr Face face_of(const Font& font) {
  if (font.italic) return font.weight == Weight::Regular ? Face::Italic : Face::MediumItalic;
  return static_cast<Face>(font.weight);
}

constexpr bool is_italic(Face face) { return face == Face::Italic || face == Face::MediumItalic; }

/// As in CSS font-weight.
constexpr int css_weight(Face face) {
  constexpr int weights[kFaceCount] = {400, 500, 600, 700, 400, 500};
  return weights[static_cast<std::size_t>(face)];
}

struct CodeRange {
  char32_t first = 0;
  char32_t last = 0;  ///< inclusive
};

/// A part of a face that can be embedded in a document by itself.
struct Subset {
  std::string_view name;              ///< "basic", "latin", …
  std::span<const CodeRange> ranges;  ///< the characters it holds, sorted
};

std::span<const Subset> subsets();  ///< the first one is enough for English text
std::string_view woff2_base64(Face face, std::size_t subset);
std::string_view opentype(Face face);  ///< all subsets in one OpenType font, without layout tables

/// True if the embedded font has a glyph for it.
bool has_glyph(char32_t character);

}  // namespace skydraft::typeset
