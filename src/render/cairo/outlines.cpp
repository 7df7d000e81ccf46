#include "render/cairo/outlines.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <string>

#include "base/assert.hpp"
#include "render/cairo/late.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kFontconfig, FcCharSetAddChar);
SKYDRAFT_LATE(library::kFontconfig, FcCharSetCreate);
SKYDRAFT_LATE(library::kFontconfig, FcCharSetDestroy);
SKYDRAFT_LATE(library::kFontconfig, FcConfigDestroy);
SKYDRAFT_LATE(library::kFontconfig, FcConfigSubstitute);
SKYDRAFT_LATE(library::kFontconfig, FcDefaultSubstitute);
SKYDRAFT_LATE(library::kFontconfig, FcFontMatch);
SKYDRAFT_LATE(library::kFontconfig, FcInitLoadConfigAndFonts);
SKYDRAFT_LATE(library::kFontconfig, FcPatternAddBool);
SKYDRAFT_LATE(library::kFontconfig, FcPatternAddCharSet);
SKYDRAFT_LATE(library::kFontconfig, FcPatternAddInteger);
SKYDRAFT_LATE(library::kFontconfig, FcPatternAddString);
SKYDRAFT_LATE(library::kFontconfig, FcPatternCreate);
SKYDRAFT_LATE(library::kFontconfig, FcPatternDestroy);
SKYDRAFT_LATE(library::kFontconfig, FcPatternGetInteger);
SKYDRAFT_LATE(library::kFontconfig, FcPatternGetString);
SKYDRAFT_LATE(library::kFontconfig, FcWeightFromOpenType);
SKYDRAFT_LATE(library::kFreeType, FT_Done_FreeType);
SKYDRAFT_LATE(library::kFreeType, FT_Get_Char_Index);
SKYDRAFT_LATE(library::kFreeType, FT_Init_FreeType);
SKYDRAFT_LATE(library::kFreeType, FT_Load_Glyph);
SKYDRAFT_LATE(library::kFreeType, FT_New_Face);
SKYDRAFT_LATE(library::kFreeType, FT_New_Memory_Face);
SKYDRAFT_LATE(library::kFreeType, FT_Outline_Decompose);

namespace {

/// Collects what FreeType walks through; scaled to em.
struct Collector {
  Outline* outline;
  double scale;
  double x = 0, y = 0;

  void add(Outline::Step step) {
    outline->steps.push_back(step);
    x = step.x;
    y = step.y;
  }
};

using Kind = Outline::Step::Kind;

double scaled(const Collector& c, FT_Pos value) { return static_cast<double>(value) * c.scale; }

int move_to(const FT_Vector* to, void* user) {
  auto& c = *static_cast<Collector*>(user);
  c.add({.kind = Kind::Move, .x = scaled(c, to->x), .y = scaled(c, to->y)});
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  auto& c = *static_cast<Collector*>(user);
  c.add({.kind = Kind::Line, .x = scaled(c, to->x), .y = scaled(c, to->y)});
  return 0;
}

/// A quadratic curve is the cubic one whose control points lie two thirds of the way to the quadratic one's.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  auto& c = *static_cast<Collector*>(user);
  const double cx = scaled(c, control->x), cy = scaled(c, control->y), x = scaled(c, to->x), y = scaled(c, to->y);
  c.add({Kind::Curve, c.x + 2 * (cx - c.x) / 3, c.y + 2 * (cy - c.y) / 3, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, x,
         y});
  return 0;
}

int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
  auto& c = *static_cast<Collector*>(user);
  c.add({Kind::Curve, scaled(c, first->x), scaled(c, first->y), scaled(c, second->x), scaled(c, second->y),
         scaled(c, to->x), scaled(c, to->y)});
  return 0;
}

bool read_glyph(FT_Face face, char32_t character, Outline& outline) {
  const FT_UInt glyph = FT_Get_Char_Index(face, character);
  if (glyph == 0 || FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0) return false;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return false;
  Collector collector{&outline, 1.0 / face->units_per_EM};
  const FT_Outline_Funcs funcs{move_to, line_to, conic_to, cubic_to, 0, 0};
  return FT_Outline_Decompose(&face->glyph->outline, &funcs, &collector) == 0;
}

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

struct FontFile {
  std::string path;
  int index = 0;
};

/// A scalable sans-serif font of the machine that has the character; an empty path if there is none.
FontFile find_font(FcConfig* config, typeset::Face face, char32_t character) {
  const Pattern wanted(FcPatternCreate());
  FcCharSet* characters = FcCharSetCreate();
  FcCharSetAddChar(characters, character);
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
  FcCharSetDestroy(characters);
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, FcWeightFromOpenType(typeset::css_weight(face)));
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
  FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(config, wanted.get(), &result));
  FontFile file;
  FcChar8* path = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch) return file;
  file.path = reinterpret_cast<const char*>(path);
  FcPatternGetInteger(found.get(), FC_INDEX, 0, &file.index);
  return file;
}

}  // namespace

OutlineBook::OutlineBook() {
  const FT_Error error = FT_Init_FreeType(&library_);
  SKYDRAFT_ASSERT(error == 0, "FreeType starts");
}

OutlineBook::~OutlineBook() {
  FT_Done_FreeType(library_);  // with all of its faces
  if (fonts_of_machine_ != nullptr) FcConfigDestroy(fonts_of_machine_);
}

FT_Face OutlineBook::embedded(typeset::Face face) {
  FT_Face& slot = embedded_[static_cast<std::size_t>(face)];
  if (slot == nullptr) {
    const std::string_view font = typeset::opentype(face);
    const FT_Error error = FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(font.data()),
                                              static_cast<FT_Long>(font.size()), 0, &slot);
    SKYDRAFT_ASSERT(error == 0, "the linked-in font is a font");
  }
  return slot;
}

FT_Face OutlineBook::of_machine(typeset::Face face, char32_t character) {
  for (const FT_Face known : machine_)
    if (FT_Get_Char_Index(known, character) != 0) return known;
  constexpr std::size_t kMaxFonts = 16;  // enough for every script of one document; bounds a hostile one
  if (machine_.size() >= kMaxFonts) return nullptr;
  // A configuration of our own, read when it is first needed: fontconfig's shared one is never freed.
  if (fonts_of_machine_ == nullptr) fonts_of_machine_ = FcInitLoadConfigAndFonts();
  const FontFile file = find_font(fonts_of_machine_, face, character);
  FT_Face opened = nullptr;
  if (file.path.empty() || FT_New_Face(library_, file.path.c_str(), file.index, &opened) != 0) return nullptr;
  machine_.push_back(opened);
  return opened;
}

Outline OutlineBook::read(typeset::Face face, char32_t character) {
  Outline outline;
  if (read_glyph(embedded(face), character, outline)) return outline;
  const FT_Face machine = of_machine(face, character);
  outline.missing = machine == nullptr || !read_glyph(machine, character, outline);
  return outline;
}

OutlineBook::Glyph OutlineBook::glyph(typeset::Face face, char32_t character) {
  const FT_Face own = embedded(face);
  if (const FT_UInt index = FT_Get_Char_Index(own, character)) return {own, index};
  const FT_Face machine = of_machine(face, character);
  const FT_UInt index = machine == nullptr ? 0 : FT_Get_Char_Index(machine, character);
  return index == 0 ? Glyph{} : Glyph{machine, index};
}

const Outline& OutlineBook::find(typeset::Face face, char32_t character) {
  const auto key = std::pair(face, character);
  const auto known = known_.find(key);
  return known != known_.end() ? known->second : known_.emplace(key, read(face, character)).first->second;
}

}  // namespace skydraft::render
