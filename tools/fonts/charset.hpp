#pragma once

#include <string>
#include <vector>

namespace fonts {

/// One line group of data/fonts/subsets.txt.
struct Subset {
  std::string name;
  std::vector<char32_t> characters;  ///< sorted; those that an earlier subset has are left out
};

/// Reads the subsets; keeps the characters for which `has_glyph` holds. Throws std::runtime_error with the line at
/// fault.
template <class HasGlyph>
std::vector<Subset> read_subsets(const std::string& path, HasGlyph has_glyph);

std::vector<Subset> read_all_subsets(const std::string& path);

template <class HasGlyph>
std::vector<Subset> read_subsets(const std::string& path, HasGlyph has_glyph) {
  std::vector<Subset> subsets = read_all_subsets(path);
  for (Subset& subset : subsets) std::erase_if(subset.characters, [&](char32_t c) { return !has_glyph(c); });
  return subsets;
}

void append_utf8(std::string& out, char32_t character);

}  // namespace fonts
