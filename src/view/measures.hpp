#pragma once

#include "geometry/geometry.hpp"
#include "typeset/typeset.hpp"

/// Every size, gap and font that views use, in px at scale 1. The sections are those of the visual language
/// (docs/visual-language.md): 2 type scale, 3 icons, 5 groups, 6 nodes, 7 spanning things.
namespace skydraft::view {

using typeset::Font;
using typeset::Weight;

// Section 2: type scale.
inline constexpr Font kFrameFont{12, Weight::SemiBold};
inline constexpr Font kCloudFont{13, Weight::SemiBold};
inline constexpr Font kNamespaceFont{11, Weight::SemiBold};
inline constexpr Font kCardFont{11.5, Weight::SemiBold};
inline constexpr Font kNoteFont{10.5, Weight::Regular};
inline constexpr Font kNameFont{12, Weight::SemiBold};
inline constexpr Font kFactFont{10.5, Weight::Regular};
inline constexpr Font kClusterNameFont{11.5, Weight::SemiBold};
inline constexpr Font kClusterFactFont{10, Weight::Regular};
inline constexpr Font kPillFont{12.5, Weight::SemiBold};
inline constexpr Font kChipFont{10.5, Weight::SemiBold};
inline constexpr Font kEdgeFont{10.5, Weight::Medium};
inline constexpr Font kTierFont{9.5, Weight::SemiBold, false, 0.8};
inline constexpr Font kRowKeyFont{10.5, Weight::SemiBold};
inline constexpr double kNameLine = 13.5;  ///< line height of names
inline constexpr double kFactLine = 12.6;

// Section 3: icons.
inline constexpr double kIcon = 48;
inline constexpr double kClusterIcon = 40;
inline constexpr double kDeliveryIcon = 40;
inline constexpr double kGatewayIcon = 36;
inline constexpr double kCloudCorner = 26;
inline constexpr double kFrameCorner = 24;
inline constexpr double kSubnetCorner = 20;
inline constexpr double kSmallCorner = 15;
inline constexpr double kCardCorner = 17;
inline constexpr double kAttachment = 0.42;     ///< of the icon it hangs on
inline constexpr double kAttachmentOut = 0.45;  ///< of itself, over the icon's right side

// Section 5: groups.
inline constexpr double kZoneGap = 12;
inline constexpr double kLaneGap = 10;
inline constexpr double kCardGap = 16;
inline constexpr double kCardColumnGap = 12;
inline constexpr double kNamespaceGap = 8;
inline constexpr double kLabelledGap = 66;  ///< between namespaces that labelled edges join
inline constexpr double kLayerGap = 72;     ///< between layers of a layered container
inline constexpr double kAnnotationKey = 92;
inline constexpr double kAnnotationPitch = 17.6;
inline constexpr double kAnnotationWidth = 376;

// Section 6: nodes.
inline constexpr double kLabelGap = 6;     ///< icon to name
inline constexpr double kCardPitch = 104;  ///< widest text of a node in a card
inline constexpr double kZonePitch = 124;
inline constexpr double kClusterPitch = 104;
inline constexpr double kNodeGap = 14;

// Section 7: spanning things.
inline constexpr double kEntryPillHeight = 46;
inline constexpr double kPillHeight = 36;
inline constexpr double kNarrowPill = 260;
inline constexpr double kChipHeight = 22;
inline constexpr double kChipWidth = 140;

}  // namespace skydraft::view
