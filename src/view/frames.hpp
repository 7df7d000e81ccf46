#pragma once

#include <string>

#include "view/canvas.hpp"

/// Measured containers: header strip, corner icon, label and paddings of each look (VISUAL section 5).
namespace skydraft::view {

struct FrameText {
  std::string label;
  std::string placeholder;  ///< italic, after the label
  std::string note;         ///< right-aligned in the header: a CIDR, how it scales
};

/// A framed container of this look; `icon` stands in its corner, "" for none. The caller sets arrangement and slot.
Block frame(Look look, const FrameText& text, const std::string& icon);

/// A container that only arranges; a caption, if any, stands above its members in capitals.
Block plain(layout::Arrangement arrangement, const std::string& caption = {});

}  // namespace skydraft::view
