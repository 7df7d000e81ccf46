#pragma once

#include <string_view>

#include <cmark-gfm.h>

#include "markdown/content.hpp"
#include "markdown/document.hpp"

namespace skydraft::md {

/// Reads the inline nodes below a heading, paragraph or cell, and finds the place of each piece of text again in
/// `content`.
///
/// cmark-gfm's own columns are wrong behind line ends, in cells with "\|" and for code spans (they are relative to a
/// copy of the text from which it has taken things away). But its nodes come in the order of the text, and between two
/// of them stands nothing but markup whose form the node tells: so one walk over both gives each byte its place.
///
/// Requires  `text` is what cmark read, `original` the document, of the same length (they differ where guard() masked).
/// Cost      linear in the content.
InlineText read_inlines(cmark_node* block, const Content& content, std::string_view text, std::string_view original);

}  // namespace skydraft::md
