#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "layout/p4_place/arrange.hpp"
#include "layout/p4_place/zonal_lanes.hpp"

namespace skydraft::layout {
namespace {

/// Writes the rectangles of zones, their boxes and items, and of the bands.
class Writer {
 public:
  Writer(Plan& plan, const ZonalFrame& frame, const ZonalSpace& space) : plan_(plan), frame_(frame), space_(space) {}

  Arranged write() {
    for (std::size_t z = 0; z < frame_.zones.size(); ++z) write_zone(z);
    for (std::size_t r = 0; r < frame_.lanes.size(); ++r) write_bands(r);
    result_.size = space_.size;
    return std::move(result_);
  }

 private:
  double left_of(std::size_t z) const { return static_cast<double>(z) * space_.pitch; }

  /// `rect` is relative to the left zone of a pair; its twin in the right zone is its mirror image.
  Rect in_zone(std::size_t z, Rect rect) const {
    if (frame_.zones.size() == 2 && z == 1) return {space_.size.width - rect.right(), rect.y, rect.width, rect.height};
    return rect.moved({left_of(z), 0});
  }

  void write_zone(std::size_t z) {
    const Zone& zone = frame_.zones[z];
    result_.boxes.push_back({zone.id, {left_of(z), 0, space_.zone_width, space_.size.height}});
    for (const ZoneBox& box : zone.boxes) {
      const LaneSpace& first = space_.lanes[box.first];
      const LaneSpace& last = space_.lanes[box.last];
      const double x = frame_.side + frame_.track_x(box.track, space_.zone_width);
      const double width = frame_.track_span(box, space_.zone_width);
      Rect rect{x, first.top - box.insets.top, width, last.top + last.height + box.insets.bottom};
      rect.height -= rect.y;
      if (!box.implicit) result_.boxes.push_back({box.id, in_zone(z, rect)});
      for (std::size_t r = box.first; r <= box.last; ++r) write_items(z, box, r, rect);
    }
  }

  void write_items(std::size_t z, const ZoneBox& box, std::size_t r, const Rect& rect) {
    const auto found = box.items.find(r);
    if (found == box.items.end()) return;
    const Lane& lane = frame_.lanes[r];
    const CellBlock& block = frame_.block(r, box.track);
    double left = rect.x + box.insets.left, right = rect.right() - box.insets.right;
    const std::size_t strip = lane.strip_with_items();
    if (lane.strips[strip].mixed())
      right = std::min(right, (space_.size.width - lane.strips[strip].stack_width) / 2 - lane.side_gap);
    const double x0 = left + std::max(0.0, (right - left - block.width()) / 2);
    double line = space_.lanes[r].strip_tops[strip] + lane.strips[strip].line;
    for (std::size_t i = 0; i < found->second.size(); ++i) {
      const NodeId id = found->second[i];
      const std::size_t column = i % block.columns.size(), row = i / block.columns.size();
      const Size size = plan_.outer(id);
      const double cell = x0 + block.column_x(column);
      const double y = line + block.row_line(row) - plan_.extent(id).above;
      result_.boxes.push_back(
          {id, in_zone(z, {cell + (block.columns[column] - size.width) / 2, y, size.width, size.height})});
    }
  }

  void write_bands(std::size_t r) {
    const Lane& lane = frame_.lanes[r];
    const double axis = space_.size.width / 2;
    for (std::size_t s = 0; s < lane.strips.size(); ++s) {
      double y = space_.lanes[r].strip_tops[s] + lane.strips[s].stack_top;
      for (const NodeId band : lane.strips[s].bands) {
        const Size size = plan_.outer(band);
        const double width = frame_.stretches(plan_, band)
                                 ? std::max(size.width, space_.size.width - 2 * frame_.band_inset(plan_, band))
                                 : size.width;
        plan_.zones[band] = {static_cast<int>(std::max<std::size_t>(1, frame_.zones.size())), space_.pitch};
        result_.boxes.push_back({band, {axis - width / 2, y, width, size.height}});
        y += size.height + lane.band_gap;
      }
    }
  }

  Plan& plan_;
  const ZonalFrame& frame_;
  const ZonalSpace& space_;
  Arranged result_;
};

}  // namespace

Arranged arrange_zonal(Plan& plan, NodeId id, Size given) {
  const ZonalFrame frame = zonal_frame(plan, id);
  const ZonalSpace space = zonal_space(plan, frame, given);
  return Writer(plan, frame, space).write();
}

}  // namespace skydraft::layout
