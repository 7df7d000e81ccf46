#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/architecture.hpp"
#include "view/canvas.hpp"

namespace skydraft::view {

/// Where a view stands among those of its document.
struct Place {
  std::string_view source_name;  ///< the document's file name
  std::size_t number = 1;        ///< from 1
  std::size_t count = 1;
};

enum class Steps : std::uint8_t { All, Drawn, None };  ///< which steps of the flows the panels list

struct SheetWords {
  std::string_view subtitle;
  std::string_view title;  ///< of the view, for the footer
  Place place;
  Steps steps = Steps::All;
};

/// Fills in everything around the drawing from what the canvas shows: title block, legend, step panels, footer.
void fill_sheet(Canvas& canvas, const model::Architecture& architecture, const SheetWords& words);

/// What a flow is called in a tab and over its steps: its first sentence, shortened.
std::string title_of(const model::Flow& flow);

/// What a step says. Steps that were read from one arrow chain share its text: each says its own part of it.
std::string text_of_step(const model::Architecture& architecture, const model::Flow& flow, const model::FlowStep& step);

}  // namespace skydraft::view
