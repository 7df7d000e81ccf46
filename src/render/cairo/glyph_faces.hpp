#pragma once

#include <map>

#include "render/cairo/cairo_late.hpp"
#include "render/cairo/outlines.hpp"

/// Fonts as Cairo takes them, for outputs that keep text as text. Private to render/cairo.
namespace skydraft::render {

class GlyphFaces {
 public:
  GlyphFaces() = default;
  ~GlyphFaces();
  GlyphFaces(const GlyphFaces&) = delete;
  GlyphFaces& operator=(const GlyphFaces&) = delete;

  cairo_font_face_t* of(FT_Face face);

 private:
  std::map<FT_Face, cairo_font_face_t*> known_;
};

}  // namespace skydraft::render
