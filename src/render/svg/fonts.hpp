#pragma once

#include <string>

#include "render/svg/xml_writer.hpp"
#include "scene/scene.hpp"

/// Private to this folder.
namespace skydraft::render {

/// The embedded font has a name of its own, so that an installed Inter of another version never wins; where embedded
/// fonts are ignored (librsvg), an installed Inter measures the same.
inline constexpr std::string_view kFontFamily =
    "'Skydraft Sans', Inter, 'Amazon Ember', 'Helvetica Neue', Arial, sans-serif";

/// @font-face rules for the faces and the parts of them that the scene's text needs; empty if it has none.
std::string font_faces(const scene::Scene& scene);

}  // namespace skydraft::render
