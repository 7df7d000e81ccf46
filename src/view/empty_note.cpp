#include "view/empty_note.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "view/measures.hpp"

namespace skydraft::view {

void add_empty_note(Canvas& canvas, std::string_view title, std::span<const std::string_view> lines) {
  constexpr double kMargin = 24, kTitleBaseline = 34, kPitch = 20;
  Block block;
  block.dress.look = Look::Annotation;
  block.node.key = "nothing-to-draw";
  double width = typeset::width(title, kCloudFont), y = kTitleBaseline;
  block.dress.lines.push_back(
      {std::string(title), {kMargin, y}, TextLine::Anchor::Start, kCloudFont, TextRole::RowKey});
  for (const std::string_view line : lines) {
    y += kPitch;
    width = std::max(width, typeset::width(line, kNoteFont));
    block.dress.lines.push_back({std::string(line), {kMargin, y}, TextLine::Anchor::Start, kNoteFont, TextRole::Fact});
  }
  block.node.size = {std::ceil(width + 2 * kMargin), y + kMargin};
  canvas.add(layout::SizedGraph::root(), std::move(block));
}

}  // namespace skydraft::view
