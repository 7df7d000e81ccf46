#pragma once

#include <span>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "view/canvas.hpp"
#include "view/describe.hpp"
#include "view/measures.hpp"

/// Measured leaves: a node's size is what its icon and its text take, its anchor is the icon (VISUAL sections 3, 6 and
/// 7).
namespace skydraft::view {

struct IconStyle {
  double icon = kIcon;
  Font name = kNameFont;
  Font fact = kFactFont;
  double pitch = kCardPitch;  ///< text is wrapped to this
  std::size_t most_facts = 3;
};

inline constexpr IconStyle kClusterStyle{kClusterIcon, kClusterNameFont, kClusterFactFont, kClusterPitch, 2};
inline constexpr IconStyle kZoneStyle{kIcon, kNameFont, kFactFont, kZonePitch, 2};
inline constexpr IconStyle kDeliveryStyle{kDeliveryIcon, kNameFont, kFactFont, kCardPitch, 0};

/// The kind's icon, or its category's own glyph where this build has no such icon.
std::string icon_of(const catalogue::Kind& kind);

Block icon_node(const Description& what, const catalogue::Kind& kind, const IconStyle& style,
                std::span<const std::string> attachments = {});

/// A box with icon, name and one fact inside; `height` kEntryPillHeight or kPillHeight.
Block pill(const Description& what, const catalogue::Kind& kind, double height, double least_width, bool centred);

Block chip(const Description& what, const catalogue::Kind& kind);

/// A round icon that stands on a container's border, its name below.
Block gateway(const Description& what, const catalogue::Kind& kind);

/// A workload with its pods beside it in one box: one icon for each up to five, then three and a number.
Block workload(const Description& what, const catalogue::Kind& kind, int replicas,
               std::span<const std::string> attachments);

/// Makes boxes of workloads that stand under each other equally wide, with the pods of all on one line.
void align_workloads(std::span<Block> boxes);

/// Text alone, with an icon above it.
Block caption(const Description& what, const std::string& icon, const std::string& category);

}  // namespace skydraft::view
