#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"

namespace skydraft::render {

struct PngOptions {
  double scale = 2;           ///< pixels per px
  bool transparent = false;   ///< the page has no colour of its own
  std::string_view record{};  ///< of the source, an iTXt chunk; "" for none
};

/// Bytes of a PNG file, drawn with Cairo. Fails if the picture would exceed Cairo's 32,767 pixels a side, or if this
/// machine lacks Cairo.
Result<std::string> render_png(const scene::Scene& scene, const scene::Theme& theme, const PngOptions& options = {});

}  // namespace skydraft::render
