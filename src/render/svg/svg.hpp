#pragma once

#include <string>
#include <string_view>

#include "scene/scene.hpp"
#include "scene/theme.hpp"

namespace skydraft::render {

struct SvgOptions {
  bool embed_fonts = true;
  const scene::Theme* dark = nullptr;  ///< if set, the colours of a reader who prefers a dark page, in the same file
  bool text_as_paths = false;          ///< words are shapes, no font is embedded; needs render/cairo/late.hpp
  bool animate = false;                ///< a dot runs along the steps, unless the reader prefers stillness
  std::string_view record{};           ///< of the source, put into <metadata>; "" for none
  bool embed_icons = true;             ///< false: icons are empty groups that carry their name (golden files)
};

/// A self-contained SVG 1.1 document: no script, no external reference; numbers with at most two decimals.
std::string render_svg(const scene::Scene& scene, const scene::Theme& theme, const SvgOptions& options = {});

}  // namespace skydraft::render
