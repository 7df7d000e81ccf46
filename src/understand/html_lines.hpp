#pragma once

#include <vector>

#include "markdown/document.hpp"

/// The text of a block of HTML in a Markdown document: paragraphs, headings, list items and table cells.
namespace skydraft::understand {

struct HtmlLine {
  md::InlineText text;
  int heading = 0;    ///< 1 to 6: the text of <h1> to <h6>
  bool item = false;  ///< the text of an <li>
};

/// Comments, scripts and images say nothing here; tags that stand in the line only style it. Cost: linear.
std::vector<HtmlLine> html_lines(const md::Block& block);

}  // namespace skydraft::understand
