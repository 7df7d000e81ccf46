#pragma once

#include <string>

#include "render/cairo/canvas.hpp"
#include "render/cairo/handles.hpp"

namespace skydraft::render {

/// Words as shapes, for pictures that must look the same where fonts in them are ignored. Requires that no library is
/// missing (late.hpp).
class LetterPaths {
 public:
  explicit LetterPaths(const scene::Theme& theme);

  /// As the `d` of an SVG path; the text's own place is the origin, rotation is left to the caller.
  std::string of(const scene::Text& text);

 private:
  Surface surface_;
  Context cairo_;
  ShapePainter painter_;
};

}  // namespace skydraft::render
