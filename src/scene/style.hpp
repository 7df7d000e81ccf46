#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.hpp"

/// How looks and strands are drawn: colour keys, widths and dashes (VISUAL.md sections 5 and 8). Private to this
/// folder.
namespace skydraft::scene {

struct BoxStyle {
  std::string_view fill;  ///< "" for none
  std::string_view stroke;
  double width = 0;
  std::vector<double> dash;
  double radius = 0;
  std::string_view ink;  ///< of its label
};

/// Of a container or a card. Looks that are drawn otherwise have an empty style.
const BoxStyle& box_style(view::Look look);

enum class BadgeShape : std::uint8_t { Circle, Square, Hexagon };

struct StrandStyle {
  std::string_view color;
  double width = 0;
  std::vector<double> dash;
  bool round_caps = false;
  Size head;  ///< length along the line, width across it
  BadgeShape badge = BadgeShape::Circle;
  bool in_front = false;  ///< above the other edges
};

const StrandStyle& strand_style(view::Strand strand);

std::string_view name_of(view::Strand strand);

Stroke stroke_of(const StrandStyle& style);

/// Key of a catalogue category's colour; "other" for a category that themes do not know.
ColorKey category_color(std::string_view category);

ColorKey ink_of(view::TextRole role, view::Look look);

// Fonts of the sheet (section 2). Nodes and edges bring their own, because the view measured them.
using typeset::Font;
using typeset::Weight;
inline constexpr Font kTitleFont{23, Weight::Bold};
inline constexpr Font kSubtitleFont{12.5, Weight::Regular};
inline constexpr Font kPlaceholderValueFont{12.5, Weight::Medium, true};
inline constexpr Font kCapitalsFont{9.5, Weight::SemiBold, false, 0.8};
inline constexpr Font kPanelHeadFont{12, Weight::Bold};
inline constexpr Font kLegendFont{11, Weight::Regular};
inline constexpr Font kNoteKeyFont{11, Weight::SemiBold};
inline constexpr Font kStepFont{11.2, Weight::Regular};
inline constexpr Font kStepBadgeFont{9.5, Weight::Bold};
inline constexpr Font kBadgeFont{11, Weight::Bold};
inline constexpr Font kReplicasFont{10, Weight::Bold};
inline constexpr Font kFooterFont{10, Weight::Regular};

inline constexpr double kCornerRadius = 8;  ///< of edges at their bends
inline constexpr double kTileGlyph = 0.68;  ///< of the tile
inline constexpr double kFadedOpacity = 0.15;

}  // namespace skydraft::scene
