#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/source.hpp"
#include "model/architecture.hpp"
#include "scene/page.hpp"

/// The data that the page's script reads. Private to this folder.
namespace skydraft::render {

/// JSON beside the model: the document's name, the views, the names of the kinds, and those lines of the document that
/// the model speaks of.
std::string facts_json(std::span<const scene::Page> pages, const model::Architecture& architecture,
                       const Source& source);

/// The same JSON without blanks between its words, and with nothing in it that could end a <script> element.
std::string for_script(std::string_view json);

}  // namespace skydraft::render
