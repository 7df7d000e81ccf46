#include "view/frames.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "icons/icons.hpp"
#include "view/measures.hpp"

namespace skydraft::view {
namespace {

using geometry::Insets;

/// One row of section 5's table.
struct FrameStyle {
  double header;       ///< height of the strip with the label; the routing corridor comes on top of it in `inset.top`
  Insets inset;        ///< of the children, below the header
  double corner;       ///< corner icon
  geometry::Point at;  ///< where the corner icon stands
  Font font;
  bool centred;
};

FrameStyle style_of(Look look) {
  switch (look) {
    case Look::Cloud:
    case Look::Account:
      return {30, {0, 14, 12, 14}, kCloudCorner, {0, 0}, kCloudFont, false};
    case Look::Region:
      return {24, {24, 16, 16, 16}, kFrameCorner, {0, 0}, kFrameFont, false};
    case Look::Network:
      return {28, {0, 20, 10, 20}, kFrameCorner, {0, 0}, kFrameFont, false};
    case Look::Zone:
      return {24, {0, 10, 10, 10}, 0, {0, 0}, kFrameFont, true};
    case Look::PublicSubnet:
    case Look::PrivateSubnet:
      return {26, {2, 10, 10, 10}, kSubnetCorner, {0, 0}, kFrameFont, false};
    case Look::ScalingGroup:
      return {0, {8, 12, 8, 12}, 0, {0, 0}, kFrameFont, false};
    case Look::Cluster:
      return {32, {2, 12, 10, 12}, kFrameCorner, {0, 0}, kFrameFont, false};
    case Look::Namespace:
      return {20, {6, 10, 10, 10}, kSmallCorner, {6, 4}, kNamespaceFont, false};
    case Look::Card:
      return {24, {8, 8, 10, 8}, kCardCorner, {6, 4}, kCardFont, false};
    case Look::Annotation:
      return {28, {0, 12, 10, 12}, 0, {0, 0}, kFrameFont, false};
    case Look::Group:
    case Look::Boundary:
      return {26, {8, 14, 14, 14}, kCardCorner, {6, 5}, kFrameFont, false};
    case Look::Plain:
    case Look::IconNode:
    case Look::Pill:
    case Look::Chip:
    case Look::Gateway:
    case Look::Caption:
      return {0, {}, 0, {0, 0}, kFrameFont, false};
  }
  return {};
}

IconPlace::Frame corner_frame(const std::string& icon, const FrameStyle& style) {
  const icons::Icon* found = icons::find(icon);
  // A filled icon is flush in the corner; line art stands in the header in the frame's ink.
  return found != nullptr && found->filled && style.at.x == 0 ? IconPlace::Frame::Corner : IconPlace::Frame::None;
}

}  // namespace

Block frame(Look look, const FrameText& text, const std::string& icon) {
  const FrameStyle style = style_of(look);
  Block block;
  block.dress.look = look;
  block.node.role = layout::Role::Container;
  block.node.padding = style.inset;
  block.node.padding.top += style.header;
  block.node.title_centred = style.centred;

  double x = 10;
  if (style.corner > 0 && !icon.empty()) {
    block.dress.icons.push_back(
        {icon, {style.at.x, style.at.y, style.corner, style.corner}, corner_frame(icon, style)});
    x = style.at.x + style.corner + (style.at.x > 0 ? 5 : 7);
  }
  const double middle = style.at.x > 0 ? style.at.y + style.corner / 2
                                       : std::min(style.header, style.corner > 0 ? style.corner : style.header) / 2;
  const double baseline = middle + (typeset::ascent(style.font) - typeset::descent(style.font)) / 2;
  double right = x;
  if (!text.label.empty()) {
    const double width = typeset::width(text.label, style.font);
    block.dress.lines.push_back({text.label,
                                 {style.centred ? 0 : x, baseline},
                                 style.centred ? TextLine::Anchor::Middle : TextLine::Anchor::Start,
                                 style.font,
                                 TextRole::GroupLabel});
    right = (style.centred ? 0 : x) + width;
  }
  if (!text.placeholder.empty()) {
    Font font = style.font;
    font.italic = true;
    font.weight = Weight::Regular;
    block.dress.lines.push_back(
        {text.placeholder, {right + 5, baseline}, TextLine::Anchor::Start, font, TextRole::Placeholder});
    right += 5 + typeset::width(text.placeholder, font);
  }
  if (right > x || !block.dress.icons.empty()) block.node.title = {0, 0, std::ceil(right), style.header};
  if (!text.note.empty()) {
    const std::string note = typeset::fit(text.note, kNoteFont, 240);
    block.dress.lines.push_back({note, {-10, baseline}, TextLine::Anchor::End, kNoteFont, TextRole::GroupNote});
    block.node.note = {std::ceil(typeset::width(note, kNoteFont)) + 10, style.header};
  }
  block.node.size = {block.node.title.width + block.node.note.width + 10, style.header + style.inset.vertical()};
  return block;
}

Block plain(layout::Arrangement arrangement, const std::string& caption) {
  Block block;
  block.dress.look = Look::Plain;
  block.node.role = layout::Role::Container;
  block.node.framed = false;
  block.node.arrangement = arrangement;
  if (!caption.empty()) {
    constexpr double kCaptionHeight = 20;
    const double width = std::ceil(typeset::width(caption, kTierFont));
    block.dress.lines.push_back({caption, {0, 13}, TextLine::Anchor::Middle, kTierFont, TextRole::TierCaption});
    block.node.padding.top = kCaptionHeight;
    block.node.title = {0, 0, width, kCaptionHeight};
    block.node.title_centred = true;
    block.node.size = {width, kCaptionHeight};
  }
  return block;
}

}  // namespace skydraft::view
