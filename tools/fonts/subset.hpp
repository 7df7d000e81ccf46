#pragma once

#include <string>
#include <vector>

#include "harfbuzz.hpp"

namespace fonts {

enum class Layout { Keep, Drop };  ///< kerning and mark positions, or no layout tables at all

/// Bytes of an OpenType font with these characters only.
std::string subset(hb_face_t* face, const std::vector<char32_t>& characters, Layout layout);

std::string to_woff2(const std::string& opentype);
std::string to_base64(const std::string& bytes);

}  // namespace fonts
