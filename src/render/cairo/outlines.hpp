#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "typeset/face.hpp"

using FT_Face = struct FT_FaceRec_*;
using FT_Library = struct FT_LibraryRec_*;
typedef struct _FcConfig FcConfig;

/// Glyphs as outlines, read with FreeType from the linked-in font, and for characters that it lacks from whatever font
/// of the machine fontconfig finds. On pixels, Cairo's own text functions put each glyph on a whole one; outlines
/// stand where they are measured to stand. Private to this folder.
namespace skydraft::render {

/// In em, y up, from the glyph's origin.
struct Outline {
  struct Step {
    enum class Kind : std::uint8_t { Move, Line, Curve } kind = Kind::Move;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  ///< control points of a Curve
    double x = 0, y = 0;
  };
  std::vector<Step> steps;
  bool missing = false;  ///< no font has it
};

class OutlineBook {
 public:
  OutlineBook();
  ~OutlineBook();
  OutlineBook(const OutlineBook&) = delete;
  OutlineBook& operator=(const OutlineBook&) = delete;

  const Outline& find(typeset::Face face, char32_t character);

  /// A glyph in its font; a null face if no font has it. The font lives as long as the book.
  struct Glyph {
    FT_Face font = nullptr;
    unsigned index = 0;
  };
  Glyph glyph(typeset::Face face, char32_t character);

 private:
  FT_Face embedded(typeset::Face face);
  FT_Face of_machine(typeset::Face face, char32_t character);
  Outline read(typeset::Face face, char32_t character);

  FT_Library library_ = nullptr;
  FT_Face embedded_[typeset::kFaceCount] = {};
  FcConfig* fonts_of_machine_ = nullptr;
  std::vector<FT_Face> machine_;
  std::map<std::pair<typeset::Face, char32_t>, Outline> known_;
};

}  // namespace skydraft::render
