#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Boxes and lines drawn with characters: "┌──┐ │ALB│ └┬─┘" or "+--+".
namespace skydraft::understand::boxes {

struct Box {
  int top = 0, left = 0, bottom = 0, right = 0;  ///< cells, borders included
  int parent = -1;                               ///< the smallest box around it
  std::vector<std::string> lines;                ///< what is written in it, inner boxes left out
};

struct Arrow {
  int from = -1, to = -1;  ///< boxes
  int row = 0;
};

struct Drawing {
  std::vector<Box> boxes;  ///< by top, then left
  std::vector<Arrow> arrows;
};

/// Requires  nothing: text without boxes gives an empty drawing.
/// Cost      linear in the cells, and in boxes times their depth.
Drawing parse(std::string_view text);

}  // namespace skydraft::understand::boxes
