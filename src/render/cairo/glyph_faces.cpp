#include "render/cairo/glyph_faces.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H

#include "render/cairo/cairo_late.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kCairo, cairo_ft_font_face_create_for_ft_face);
SKYDRAFT_LATE(library::kFreeType, FT_Done_Face);
SKYDRAFT_LATE(library::kFreeType, FT_Done_Library);
SKYDRAFT_LATE(library::kFreeType, FT_Reference_Face);
SKYDRAFT_LATE(library::kFreeType, FT_Reference_Library);

namespace {

const cairo_user_data_key_t kKeepsFace = {};

/// Cairo caches fonts beyond the life of a drawing: a cached one keeps its face, and the face its library.
void let_go(void* data) {
  const auto face = static_cast<FT_Face>(data);
  const FT_Library library = face->glyph->library;
  FT_Done_Face(face);
  FT_Done_Library(library);
}

}  // namespace

GlyphFaces::~GlyphFaces() {
  for (const auto& [face, font] : known_) cairo_font_face_destroy(font);
}

cairo_font_face_t* GlyphFaces::of(FT_Face face) {
  cairo_font_face_t*& font = known_[face];
  if (font == nullptr) {
    font = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    FT_Reference_Face(face);
    FT_Reference_Library(face->glyph->library);
    if (cairo_font_face_set_user_data(font, &kKeepsFace, face, let_go) != CAIRO_STATUS_SUCCESS) let_go(face);
  }
  return font;
}

}  // namespace skydraft::render
