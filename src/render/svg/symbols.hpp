#pragma once

#include <set>
#include <string_view>

#include "render/svg/xml_writer.hpp"
#include "scene/scene.hpp"

/// Private to this folder.
namespace skydraft::render {

/// Sorted: the order of symbols does not depend on the order of drawing.
using IconNames = std::set<std::string_view>;

void add_icons(IconNames& names, const scene::Scene& scene);

void write_symbols(XmlWriter& svg, const IconNames& names);

}  // namespace skydraft::render
