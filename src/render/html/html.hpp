#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/architecture.hpp"
#include "scene/page.hpp"

namespace skydraft::render {

/// One HTML file with all pages as tabs, to look at, trace, search and play: no other file, no request, a content
/// security policy that allows nothing but what is in it. Every fact about a thing is there with the document's lines
/// that say it; the rest of the document is not, unless `record` (of the source, "" for none) holds it. Light or dark
/// as the reader's system asks for.
std::string render_html(std::span<const scene::Page> pages, const model::Architecture& architecture,
                        const Source& source, std::span<const Diagnostic> diagnostics, std::string_view record = {});

}  // namespace skydraft::render
