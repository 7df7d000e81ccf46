#include "emit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fonts {
namespace {

constexpr const char* kHead =
    "// Made by tools/fonts.\n#include \"typeset/metrics.hpp\"\n\nnamespace skydraft::typeset {\nnamespace {\n";

template <class Numbers>
std::string array(std::string_view type, std::string_view name, const Numbers& numbers) {
  return fmt::format("constexpr {} {}[] = {{{}}};\n", type, name, fmt::join(numbers, ","));
}

/// Two-level map from character to index: pages of 64 that hold nothing share page 0.
std::string glyph_map(const std::vector<char32_t>& characters) {
  constexpr unsigned kPage = 64, kNone = 0xFFFF;
  std::vector<unsigned> pages(*std::ranges::max_element(characters) / kPage + 1, 0);
  std::vector<unsigned> glyphs(kPage, kNone);
  for (unsigned i = 0; i < characters.size(); ++i) {
    unsigned& page = pages[characters[i] / kPage];
    if (page == 0) {
      page = static_cast<unsigned>(glyphs.size()) / kPage;
      glyphs.resize(glyphs.size() + kPage, kNone);
    }
    glyphs[page * kPage + characters[i] % kPage] = i;
  }
  return array("std::uint16_t", "kPages", pages) + array("std::uint16_t", "kGlyphs", glyphs) +
         "constexpr GlyphMap kGlyphMap{kPages, kGlyphs};\n";
}

std::string ranges(const std::vector<char32_t>& characters, std::string_view name) {
  std::string out = fmt::format("constexpr CodeRange {}[] = {{", name);
  for (std::size_t i = 0; i < characters.size();) {
    std::size_t end = i;
    while (end + 1 < characters.size() && characters[end + 1] == characters[end] + 1) ++end;
    out +=
        fmt::format("{{{:#x},{:#x}}},", static_cast<unsigned>(characters[i]), static_cast<unsigned>(characters[end]));
    i = end + 1;
  }
  return out + "};\n";
}

/// The bytes of a file, taken in by the assembler: a megabyte of array initialisers would cost the compiler seconds.
std::string included_file(const std::string& symbol, const std::string& path) {
  return fmt::format(
      "asm(\".section .rodata,\\\"a\\\"\\n.balign 8\\n\"\n"
      "    \"{0}:\\n.incbin \\\"{1}\\\"\\n{0}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char {0}[];\nextern \"C\" const char {0}_end[];\n",
      symbol, path);
}

std::string quoted(const std::string& text) {
  std::string out;
  for (const char c : text) fmt::format_to(std::back_inserter(out), "\\{:03o}", static_cast<unsigned char>(c));
  return '"' + out + '"';
}

}  // namespace

std::string metrics_source(const std::vector<char32_t>& characters, const std::vector<FaceTables>& faces) {
  std::string out = kHead + glyph_map(characters);
  std::string table = "constexpr FaceMetrics kFaces[] = {\n";
  for (const FaceTables& face : faces) {
    const Metrics& m = face.metrics;
    out += array("std::uint16_t", "kAdvances" + face.name, m.advances);
    out += array("std::uint16_t", "kFirst" + face.name, m.first);
    out += array("std::uint16_t", "kSecond" + face.name, m.second);
    out += array("std::int16_t", "kKerns" + face.name, m.kerns);
    table += fmt::format("{{kAdvances{0}, kFirst{0}, kSecond{0}, kKerns{0}, {1}, {2}}},\n", face.name, m.second_classes,
                         m.units_per_em);
  }
  return out + table +
         "};\n}  // namespace\n"
         "const GlyphMap& glyph_map() { return kGlyphMap; }\n"
         "const FaceMetrics& metrics(Face face) { return kFaces[static_cast<std::size_t>(face)]; }\n"
         "}  // namespace skydraft::typeset\n";
}

std::string samples_source(const std::vector<FaceTables>& faces) {
  std::string out = std::string(kHead) + "constexpr ShapedSample kSamples[] = {\n";
  for (const FaceTables& face : faces)
    for (const Sample& sample : face.samples)
      out += fmt::format("{{Face::{}, {}, {}}},\n", face.name, quoted(sample.text), sample.advance);
  return out +
         "};\n}  // namespace\n"
         "std::span<const ShapedSample> shaped_samples() { return kSamples; }\n"
         "}  // namespace skydraft::typeset\n";
}

std::string fonts_source(const std::vector<Subset>& subsets, const std::vector<FaceTables>& faces) {
  std::string files = "// Made by tools/fonts.\n#include \"typeset/face.hpp\"\n\n", woff2, opentype;
  for (const FaceTables& face : faces) {
    const std::string whole = "skydraft_font_" + face.name;
    files += included_file(whole, face.opentype_file);
    opentype += fmt::format("{{{0}, static_cast<std::size_t>({0}_end - {0})}},\n", whole);
    woff2 += "{";
    for (std::size_t i = 0; i < subsets.size(); ++i) {
      const std::string part = whole + "_" + subsets[i].name;
      files += included_file(part, face.woff2_files[i]);
      woff2 += fmt::format("{{{0}, static_cast<std::size_t>({0}_end - {0})}},\n", part);
    }
    woff2 += "},\n";
  }
  std::string lists, table;
  for (const Subset& subset : subsets) {
    lists += ranges(subset.characters, "kRanges_" + subset.name);
    table += fmt::format("{{\"{0}\", kRanges_{0}}},\n", subset.name);
  }
  return files + "namespace skydraft::typeset {\nnamespace {\n" + lists + "constexpr Subset kSubsets[] = {\n" + table +
         "};\n}  // namespace\n"
         "std::span<const Subset> subsets() { return kSubsets; }\n"
         "std::string_view woff2_base64(Face face, std::size_t subset) {\n" +
         fmt::format("static const std::string_view kParts[kFaceCount][{}] = {{\n{}}};\n", subsets.size(), woff2) +
         "return kParts[static_cast<std::size_t>(face)][subset];\n}\n"
         "std::string_view opentype(Face face) {\n"
         "static const std::string_view kWhole[kFaceCount] = {\n" +
         opentype +
         "};\nreturn kWhole[static_cast<std::size_t>(face)];\n}\n"
         "}  // namespace skydraft::typeset\n";
}

}  // namespace fonts
