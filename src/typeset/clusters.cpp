#include "typeset/clusters.hpp"

#include <algorithm>
#include <iterator>

#include "typeset/metrics.hpp"

namespace skydraft::typeset {
namespace {

/// Characters that belong to the one before them: combining marks of the common scripts, selectors, emoji modifiers.
/// Unicode 15, Grapheme_Extend and Emoji_Modifier, neighbouring ranges merged where what lies between is unassigned.
constexpr CodeRange kExtending[] = {
    {0x300, 0x36F},     {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C7},     {0x610, 0x61A},
    {0x64B, 0x65F},     {0x670, 0x670},   {0x6D6, 0x6DC},   {0x6DF, 0x6E4},   {0x6E7, 0x6E8},     {0x6EA, 0x6ED},
    {0x900, 0x903},     {0x93A, 0x93C},   {0x93E, 0x94F},   {0x951, 0x957},   {0x962, 0x963},     {0x981, 0x983},
    {0x9BC, 0x9BC},     {0x9BE, 0x9CD},   {0xA01, 0xA03},   {0xA3C, 0xA51},   {0xABC, 0xABC},     {0xABE, 0xACD},
    {0xB3C, 0xB3C},     {0xB3E, 0xB57},   {0xBBE, 0xBCD},   {0xC3E, 0xC56},   {0xCBC, 0xCBC},     {0xCBE, 0xCD6},
    {0xD3E, 0xD4D},     {0xE31, 0xE31},   {0xE34, 0xE3A},   {0xE47, 0xE4E},   {0xEB1, 0xEB1},     {0xEB4, 0xEBC},
    {0x102B, 0x103E},   {0x17B4, 0x17D3}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D},   {0x20D0, 0x20FF},
    {0x302A, 0x302F},   {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
    {0xE0100, 0xE01EF},
};

/// East Asian Wide and Fullwidth, and emoji: one em each.
constexpr CodeRange kWide[] = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23F3}, {0x2600, 0x27BF}, {0x2B50, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xA960, 0xA97C},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD},
};

constexpr double kMissingWidth = 0.6, kWideWidth = 1.0;  ///< em
constexpr char32_t kJoiner = 0x200D;

template <std::size_t N>
bool is_in(const CodeRange (&ranges)[N], char32_t c) {
  const auto after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                      [](char32_t value, const CodeRange& range) { return value < range.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_extending(char32_t c) { return c >= 0x300 && is_in(kExtending, c); }

std::uint16_t glyph_of(char32_t c) {
  const GlyphMap& map = glyph_map();
  const char32_t page = c >> kPageBits;
  if (page >= map.pages.size()) return kNoGlyph;
  return map.glyphs[(std::size_t{map.pages[page]} << kPageBits) + (c & ((1U << kPageBits) - 1))];
}

/// Widths of one face at one size.
class Ruler {
 public:
  explicit Ruler(const Font& font)
      : metrics_(metrics(face_of(font))), scale_(font.size / metrics_.units_per_em), font_(font) {}

  double advance(char32_t c, std::uint16_t glyph) const {
    if (glyph != kNoGlyph) return metrics_.advances[glyph] * scale_ + font_.letter_spacing;
    if (c < 0x20 || c == 0x7F || is_extending(c)) return 0;
    return (is_in(kWide, c) ? kWideWidth : kMissingWidth) * font_.size + font_.letter_spacing;
  }

  double kern(std::uint16_t a, std::uint16_t b) const {
    if (a == kNoGlyph || b == kNoGlyph) return 0;
    return metrics_.kerns[metrics_.first[a] * metrics_.second_classes + metrics_.second[b]] * scale_;
  }

 private:
  const FaceMetrics& metrics_;
  double scale_;
  const Font& font_;
};

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const std::size_t follow = lead >= 0xF0 && lead < 0xF5   ? 3
                             : lead >= 0xE0 && lead < 0xF0 ? 2
                             : lead >= 0xC2 && lead < 0xE0 ? 1
                                                           : 0;
  if (follow == 0 || at + follow > text.size()) return 0xFFFD;
  char32_t c = lead & (0x3FU >> follow);
  for (std::size_t i = 0; i < follow; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (byte(at + i) & 0x3F);
  }
  at += follow;
  return c;
}

bool has_glyph(char32_t character) { return glyph_of(character) != kNoGlyph; }

std::vector<Cluster> shape(std::string_view text, const Font& font) {
  const Ruler ruler(font);
  std::vector<Cluster> clusters;
  clusters.reserve(text.size());
  double pen = 0;
  std::uint16_t last_glyph = kNoGlyph;
  bool joined = false, half_flag = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_character(text, at);
    const auto end = static_cast<std::uint32_t>(at);
    const bool ends_flag = half_flag && is_regional_indicator(c);
    if (!clusters.empty() && (joined || ends_flag || is_extending(c))) {
      clusters.back().end = end;
      joined = c == kJoiner;
      half_flag = false;
      continue;
    }
    const std::uint16_t glyph = glyph_of(c);
    pen += ruler.kern(last_glyph, glyph);
    const double advance = ruler.advance(c, glyph);
    clusters.push_back({begin, end, c, pen, advance});
    pen += advance;
    last_glyph = glyph;
    half_flag = is_regional_indicator(c);
  }
  return clusters;
}

double width(std::string_view text, const Font& font) {
  const Ruler ruler(font);
  double pen = 0;
  std::uint16_t last = kNoGlyph;
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80;
       ++at) {  // the common case: no clusters to form
    const std::uint16_t glyph = glyph_of(static_cast<unsigned char>(text[at]));
    pen += ruler.kern(last, glyph) + ruler.advance(static_cast<unsigned char>(text[at]), glyph);
    last = glyph;
  }
  if (at == text.size()) return pen;
  const std::vector<Cluster> clusters = shape(text, font);
  return clusters.empty() ? 0 : clusters.back().x + clusters.back().advance;
}

// Of the letters themselves, not of the font's line box: what a halo or a check for overlaps has to cover.
double ascent(const Font& font) { return 0.76 * font.size; }
double descent(const Font& font) { return 0.22 * font.size; }

}  // namespace skydraft::typeset
