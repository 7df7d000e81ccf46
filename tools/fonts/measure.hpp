#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "charset.hpp"
#include "harfbuzz.hpp"

namespace fonts {

/// Advances and kerning of one face, in font units, by index in the list of characters that was measured.
struct Metrics {
  std::vector<int> advances;
  std::vector<int> first;   ///< class of a character as the first of a pair
  std::vector<int> second;  ///< class of a character as the second of a pair
  std::vector<int> kerns;   ///< by first * second_classes + second
  int second_classes = 0;
  int units_per_em = 0;
};

struct Sample {
  std::string text;
  int advance = 0;
};

bool has_glyph(hb_font_t* font, char32_t character);

/// Advances by themselves, kerning from shaping every ordered pair.
Metrics measure(hb_font_t* font, const std::vector<char32_t>& characters);

/// Random strings, each of one script, and what HarfBuzz says of them. Equal seed, equal strings.
std::vector<Sample> shape_samples(hb_font_t* font, const std::vector<Subset>& subsets, std::uint32_t seed);

}  // namespace fonts
