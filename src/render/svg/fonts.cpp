#include "render/svg/fonts.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "typeset/clusters.hpp"

namespace skydraft::render {
namespace {

bool holds(const typeset::Subset& subset, char32_t c) {
  const auto after = std::ranges::upper_bound(subset.ranges, c, {}, &typeset::CodeRange::first);
  return after != subset.ranges.begin() && c <= std::prev(after)->last;
}

template <std::size_t Subsets>
void need(std::bitset<Subsets>& needed, std::string_view text) {
  const auto subsets = typeset::subsets();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = typeset::next_character(text, at);
    if (c < 0x7F) {
      needed.set(0);
      continue;
    }
    for (std::size_t s = 0; s < subsets.size(); ++s)
      if (holds(subsets[s], c)) needed.set(s);
  }
}

std::string unicode_range(const typeset::Subset& subset) {
  std::string out;
  for (const typeset::CodeRange& range : subset.ranges) {
    if (!out.empty()) out += ',';
    fmt::format_to(std::back_inserter(out), "U+{:X}", static_cast<unsigned>(range.first));
    if (range.last != range.first) fmt::format_to(std::back_inserter(out), "-{:X}", static_cast<unsigned>(range.last));
  }
  return out;
}

void append_face(std::string& css, typeset::Face face, std::size_t subset) {
  css += "@font-face{font-family:'Skydraft Sans';font-style:";
  css += typeset::is_italic(face) ? "italic" : "normal";
  fmt::format_to(std::back_inserter(css), ";font-weight:{};unicode-range:{};src:url(data:font/woff2;base64,",
                 typeset::css_weight(face), unicode_range(typeset::subsets()[subset]));
  css += typeset::woff2_base64(face, subset);
  css += ") format('woff2')}\n";
}

}  // namespace

void FontNeeds::add(const scene::Scene& scene) {
  for (const scene::Item& item : scene.items)
    if (const auto* text = std::get_if<scene::Text>(&item.shape))
      need(needs_[static_cast<std::size_t>(typeset::face_of(text->font))], text->text);
}

std::string FontNeeds::faces(std::optional<typeset::Face> left_out) const {
  std::string css;
  for (std::size_t face = 0; face < typeset::kFaceCount; ++face)
    for (std::size_t subset = 0; subset < typeset::subsets().size(); ++subset)
      if (needs_[face].test(subset) && static_cast<typeset::Face>(face) != left_out)
        append_face(css, static_cast<typeset::Face>(face), subset);
  return css;
}

}  // namespace skydraft::render
