#pragma once

#include <string>

#include "view/picture.hpp"

/// A picture for those who cannot see it, and for terminals and search: the same content in words.
namespace skydraft::prose {

/// CommonMark with tables: what it is made of, what is connected, the flows step by step, the notes.
std::string write_markdown(const view::Picture& picture);

/// Plain text, 100 columns: nested boxes drawn with box characters, then arrows, flows and notes.
std::string write_text(const view::Picture& picture);

}  // namespace skydraft::prose
