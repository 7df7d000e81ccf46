#include "measure.hpp"

#include <map>
#include <random>
#include <span>

namespace fonts {
namespace {

/// Contextual alternates and ligatures are off here as in every picture: Inter turns "->" into an arrow otherwise.
constexpr hb_feature_t kFeatures[] = {
    {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

std::vector<int> shape(hb_font_t* font, std::span<const char32_t> text) {
  const Buffer buffer(hb_buffer_create());
  for (std::size_t i = 0; i < text.size(); ++i) hb_buffer_add(buffer.get(), text[i], static_cast<unsigned>(i));
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_shape(font, buffer.get(), kFeatures, std::size(kFeatures));
  unsigned count = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::vector<int> advances;
  for (unsigned i = 0; i < count; ++i) advances.push_back(positions[i].x_advance);
  return advances;
}

int advance_of(hb_font_t* font, char32_t character) {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(font, character, &glyph);
  return hb_font_get_glyph_h_advance(font, glyph);
}

/// Marks compose with the letter before them and stand outside the pair table: they count nothing.
bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

using Row = std::vector<int>;

/// rows[a][b]: by how much `b` is moved when it follows `a`. A row is one string "ab0 ab1 ab2 …" run together.
std::vector<Row> kern_matrix(hb_font_t* font, const std::vector<char32_t>& characters,
                             const std::vector<int>& advances) {
  const std::size_t n = characters.size();
  std::vector<Row> rows(n, Row(n, 0));
  for (std::size_t a = 0; a < n; ++a) {
    if (is_mark(characters[a])) continue;
    std::vector<char32_t> text;
    std::vector<std::size_t> seconds;
    for (std::size_t b = 0; b < n; ++b) {
      if (is_mark(characters[b])) continue;
      text.insert(text.end(), {characters[a], characters[b]});
      seconds.push_back(b);
    }
    const std::vector<int> shaped = shape(font, text);
    if (shaped.size() != text.size()) throw std::runtime_error("the font joins characters into one glyph");
    for (std::size_t i = 0; i < seconds.size(); ++i) rows[a][seconds[i]] = shaped[2 * i] - advances[a];
  }
  return rows;
}

/// Numbers equal rows alike, in order of first appearance.
std::vector<int> classify(const std::vector<Row>& rows) {
  std::map<Row, int> known;
  std::vector<int> classes;
  for (const Row& row : rows) classes.push_back(known.emplace(row, static_cast<int>(known.size())).first->second);
  return classes;
}

std::vector<Row> transposed(const std::vector<Row>& rows) {
  std::vector<Row> result(rows.size(), Row(rows.size(), 0));
  for (std::size_t a = 0; a < rows.size(); ++a)
    for (std::size_t b = 0; b < rows.size(); ++b) result[b][a] = rows[a][b];
  return result;
}

}  // namespace

bool has_glyph(hb_font_t* font, char32_t character) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font, character, &glyph) != 0;
}

Metrics measure(hb_font_t* font, const std::vector<char32_t>& characters) {
  Metrics result;
  result.units_per_em = static_cast<int>(hb_face_get_upem(hb_font_get_face(font)));
  for (const char32_t c : characters) result.advances.push_back(is_mark(c) ? 0 : advance_of(font, c));
  const std::vector<Row> rows = kern_matrix(font, characters, result.advances);
  result.first = classify(rows);
  result.second = classify(transposed(rows));
  int first_classes = 0;
  for (const int c : result.first) first_classes = std::max(first_classes, c + 1);
  for (const int c : result.second) result.second_classes = std::max(result.second_classes, c + 1);
  result.kerns.resize(static_cast<std::size_t>(first_classes * result.second_classes));
  for (std::size_t a = 0; a < rows.size(); ++a)
    for (std::size_t b = 0; b < rows.size(); ++b)
      result.kerns[static_cast<std::size_t>(result.first[a] * result.second_classes + result.second[b])] = rows[a][b];
  return result;
}

std::vector<Sample> shape_samples(hb_font_t* font, const std::vector<Subset>& subsets, std::uint32_t seed) {
  constexpr int kPerSubset = 60, kMaxLength = 40;
  std::mt19937 random(seed);
  std::vector<Sample> samples;
  for (const Subset& subset : subsets) {
    for (int i = 0; i < kPerSubset; ++i) {
      std::vector<char32_t> text;
      const std::size_t length = 1 + random() % kMaxLength;
      while (text.size() < length) {
        // Every subset is mixed with basic characters of no script, as in running text.
        const char32_t c =
            random() % 4 == 0 ? U" -.,/:"[random() % 6] : subset.characters[random() % subset.characters.size()];
        if (!is_mark(c)) text.push_back(c);
      }
      Sample& sample = samples.emplace_back();
      for (const char32_t c : text) append_utf8(sample.text, c);
      for (const int advance : shape(font, text)) sample.advance += advance;
    }
  }
  return samples;
}

}  // namespace fonts
