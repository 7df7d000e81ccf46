#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "understand/grid.hpp"

/// Boxes and lines drawn with characters: "┌──┐ │ALB│ └┬─┘" or "+--+".
namespace skydraft::understand::boxes {

struct Box {
  int top = 0, left = 0, bottom = 0, right = 0;  ///< cells, borders included; sides as the top edge has them
  int parent = -1;                               ///< the smallest box around it
  std::vector<std::string> lines;                ///< what is written in it, inner boxes left out; "" for an empty row
};

/// A name that stands free and that a line leads to.
struct Word {
  int row = 0, left = 0, right = 0;
  int parent = -1;
  std::string text;  ///< lines separated by '\n'
};

struct Arrow {
  int from = -1, to = -1;  ///< boxes; from boxes.size() on: words
  bool both = false;
  int row = 0;
  std::string label;
};

struct Drawing {
  std::vector<Box> boxes;  ///< by top, then left
  std::vector<Word> words;
  std::vector<Arrow> arrows;
};

/// Requires  nothing: text without boxes gives an empty drawing.
/// Ensures   boxes are found although people draw them a few cells out of true: an edge may be too long or too short,
///           the sides need not stand below each other.
/// Cost      linear in the cells, and in boxes times their height; rows are limited (kMaxRows), boxes too.
Drawing parse(std::string_view text);

/// The steps of parse.
std::vector<Box> find_boxes(Grid& grid);
void write_texts(const Grid& grid, std::vector<Box>& boxes);
void follow_lines(Grid& grid, Drawing& drawing);

}  // namespace skydraft::understand::boxes
