#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/svg/fonts.hpp"
#include "scene/scene.hpp"

/// Pictures inside a page that holds several: each is an <svg> element of its own, and what they share (fonts, icons,
/// colours) stands once beside them.
namespace skydraft::render {

/// The groups of the first picture of a page by their markup, without the id.
struct SharedGroups {
  std::map<std::string, std::string, std::less<>> ids;
  bool filled = false;
};

/// One picture for an HTML page. Colours are CSS variables (--ink), ids begin with `id_prefix`, and there is no style
/// attribute, so that a strict content security policy holds. Elements carry what a script needs: data-id, data-role,
/// data-component, data-kind, data-inside, data-from, data-to, data-strand.
/// `shared`, if given, remembers what the first picture drew: a later one that draws the same, faded or not, refers to
/// it by <use>, which a script replaces by a copy.
std::string inline_svg(const scene::Scene& scene, std::string_view id_prefix, SharedGroups* shared = nullptr);

/// A hidden <svg> with the <symbol>s of all icons of these scenes.
std::string icon_sheet(const std::vector<const scene::Scene*>& scenes);

}  // namespace skydraft::render
