#pragma once

#include <map>
#include <vector>

#include "layout/p4_place/plan.hpp"

/// What stands where in a Zonal container, first as a structure (frame), then with numbers (space).
namespace skydraft::layout {

/// A box of a zone that covers lanes: a subnet; or, implicit, the zone itself for the leaves that stand directly in it.
struct ZoneBox {
  NodeId id;
  bool implicit = false;
  bool rigid = false;  ///< its own arrangement places what is inside
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t track = 0;  ///< boxes of a zone that share a lane stand side by side, in tracks from the outer side
  bool alone = true;      ///< no other track in its lanes: as wide as the zone
  Insets insets;
  std::map<std::size_t, std::vector<NodeId>> items;  ///< by lane
};

struct Zone {
  NodeId id;
  std::vector<ZoneBox> boxes;
};

/// Cells for the items of one lane and track; the same in every zone.
struct CellBlock {
  std::vector<double> columns;  ///< widths
  std::vector<Extent> rows;
  double gap = 0;
  double row_gap = 0;

  double width() const;
  double height() const;
  double column_x(std::size_t column) const;
  double row_line(std::size_t row) const;  ///< relative to the line of the first row
};

/// Bands of a lane that are stacked, perhaps with the items of the lane beside them.
struct Strip {
  std::vector<NodeId> bands;
  bool items = false;
  double stack_width = 0;
  double stack_height = 0;
  double stack_top = 0;  ///< within the strip
  double line = 0;       ///< on which the first row of items stands
  double height = 0;
  bool mixed() const { return items && !bands.empty(); }
};

struct Lane {
  std::vector<NodeId> bands;
  std::vector<Strip> strips;
  double band_gap = 0;
  double side_gap = 0;  ///< between items and the bands beside them
  std::size_t strip_with_items() const;
};

struct ZonalFrame {
  std::vector<Zone> zones;
  std::vector<Lane> lanes;
  std::map<std::pair<std::size_t, std::size_t>, CellBlock> blocks;  ///< by lane and track
  std::vector<double> tracks;                                       ///< least widths
  double track_gap = 0;
  double gap = 0;      ///< between zones
  double row_gap = 0;  ///< between lanes
  double side = 0;     ///< inset of a zone, left and right
  double zone_top = 0;
  double zone_bottom = 0;
  double box_gap = 0;   ///< between a box and the one below it
  double box_side = 0;  ///< inset of the boxes
  double least_zone_width = 0;
  double least_width = 0;

  const CellBlock& block(std::size_t lane, std::size_t track) const;
  double track_x(std::size_t track, double zone_width) const;
  double track_span(const ZoneBox& box, double zone_width) const;
  double band_inset(const Plan& plan, NodeId band) const;
  bool stretches(const Plan& plan, NodeId band) const;
};

ZonalFrame zonal_frame(const Plan& plan, NodeId id);

struct LaneSpace {
  double top = 0;
  double height = 0;
  std::vector<double> strip_tops;
};

struct ZonalSpace {
  Size size;
  double zone_width = 0;
  double pitch = 0;
  std::vector<LaneSpace> lanes;
};

ZonalSpace zonal_space(const Plan& plan, const ZonalFrame& frame, Size given);

}  // namespace skydraft::layout
