#pragma once

#include <cstdint>
#include <span>

#include "typeset/face.hpp"

/// What tools/fonts measured, as constant tables. Private to this folder; the tables are in the build folder.
namespace skydraft::typeset {

inline constexpr std::uint16_t kNoGlyph = 0xFFFF;
inline constexpr char32_t kPageBits = 6;

/// Glyph numbers are the tool's own: the same for all faces.
struct GlyphMap {
  std::span<const std::uint16_t> pages;   ///< by character >> kPageBits: page number
  std::span<const std::uint16_t> glyphs;  ///< by page number and low bits: glyph or kNoGlyph
};

/// Advances and kerning in font units. Glyphs that kern alike share a class, as they do in the font itself.
struct FaceMetrics {
  std::span<const std::uint16_t> advances;  ///< by glyph
  std::span<const std::uint16_t> first;     ///< by glyph: its class as the first of a pair
  std::span<const std::uint16_t> second;    ///< by glyph: its class as the second of a pair
  std::span<const std::int16_t> kerns;      ///< by first * second_classes + second
  std::uint32_t second_classes = 0;
  double units_per_em = 2048;
};

const GlyphMap& glyph_map();
const FaceMetrics& metrics(Face face);

/// Strings that the tool shaped with HarfBuzz, for the test that compares `width` with real shaping.
struct ShapedSample {
  Face face = Face::Regular;
  const char* text = "";
  std::int32_t advance = 0;  ///< font units
};
std::span<const ShapedSample> shaped_samples();

}  // namespace skydraft::typeset
