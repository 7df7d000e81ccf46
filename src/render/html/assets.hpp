#pragma once

#include <string_view>

/// The page's own files (page/), put together at build time by tools/html/bundle.py. Private to this folder.
namespace skydraft::render {

std::string_view page_template();  ///< HTML with {{names}} to fill in
std::string_view page_style();
std::string_view gallery_style();
std::string_view page_script();

}  // namespace skydraft::render
