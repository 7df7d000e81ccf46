#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/svg/fonts.hpp"
#include "scene/scene.hpp"

/// Pictures inside a page that holds several: each is an <svg> element of its own, and what they share (fonts, icons,
/// colours) stands once beside them.
namespace skydraft::render {

/// One picture for an HTML page. Colours are CSS variables (--ink), ids begin with `id_prefix`, and there is no style
/// attribute, so that a strict content security policy holds. Elements carry what a script needs: data-id, data-role,
/// data-component, data-kind, data-lines, data-inside, data-from, data-to, data-strand.
std::string inline_svg(const scene::Scene& scene, std::string_view id_prefix);

/// A hidden <svg> with the <symbol>s of all icons of these scenes.
std::string icon_sheet(const std::vector<const scene::Scene*>& scenes);

}  // namespace skydraft::render
