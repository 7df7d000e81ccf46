#include <algorithm>

#include "layout/p4_place/zonal_lanes.hpp"

namespace skydraft::layout {
namespace {

/// Space above and below the lanes that the frames of boxes need: header and padding.
struct LaneFrames {
  std::vector<double> above;
  std::vector<double> below;
  std::vector<bool> starts;
  std::vector<bool> ends;
};

LaneFrames lane_frames(const ZonalFrame& frame) {
  const std::size_t n = frame.lanes.size();
  LaneFrames result{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), std::vector<bool>(n, false),
                    std::vector<bool>(n, false)};
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes) {
      if (box.implicit) continue;
      result.above[box.first] = std::max(result.above[box.first], box.insets.top);
      result.below[box.last] = std::max(result.below[box.last], box.insets.bottom);
      result.starts[box.first] = true;
      result.ends[box.last] = true;
    }
  return result;
}

double gap_after(const ZonalFrame& frame, const LaneFrames& frames, std::size_t r) {
  const double between = frames.ends[r] && frames.starts[r + 1] ? frame.box_gap : 0;
  return std::max(frame.row_gap, frames.below[r] + between + frames.above[r + 1]);
}

std::vector<double> lane_heights(const Plan& plan, const ZonalFrame& frame, const LaneFrames& frames) {
  std::vector<double> heights;
  for (const Lane& lane : frame.lanes) {
    double height = lane.strips.empty() ? 0 : -lane.band_gap;
    for (const Strip& strip : lane.strips) height += strip.height + lane.band_gap;
    heights.push_back(height);
  }
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes) {
      if (box.implicit) continue;
      double covered = box.insets.vertical();
      for (std::size_t r = box.first; r <= box.last; ++r)
        covered += heights[r] + (r < box.last ? gap_after(frame, frames, r) : 0);
      const double wanted = box.rigid ? plan.outer(box.id).height : plan.node(box.id).size.height;
      heights[box.last] += std::max(0.0, wanted - covered);
    }
  return heights;
}

/// Strips keep their height; what a lane has beyond that opens the space between them, or around a single one.
std::vector<double> strip_tops(const Lane& lane, const LaneSpace& space) {
  double used = lane.strips.empty() ? 0 : -lane.band_gap;
  for (const Strip& strip : lane.strips) used += strip.height + lane.band_gap;
  const double slack = std::max(0.0, space.height - used);
  const bool single = lane.strips.size() == 1;
  const double more = lane.strips.size() > 1 ? slack / static_cast<double>(lane.strips.size() - 1) : 0;
  std::vector<double> tops;
  double y = space.top + (single ? slack / 2 : 0);
  for (const Strip& strip : lane.strips) {
    tops.push_back(y);
    y += strip.height + lane.band_gap + more;
  }
  return tops;
}

}  // namespace

ZonalSpace zonal_space(const Plan& plan, const ZonalFrame& frame, Size given) {
  const LaneFrames frames = lane_frames(frame);
  std::vector<double> heights = lane_heights(plan, frame, frames);
  double need = frame.zone_top + frames.above.front() + frames.below.back() + frame.zone_bottom;
  for (std::size_t r = 0; r < heights.size(); ++r)
    need += heights[r] + (r + 1 < heights.size() ? gap_after(frame, frames, r) : 0);
  for (const Zone& zone : frame.zones) need = std::max(need, plan.node(zone.id).size.height);

  const auto zones = static_cast<double>(std::max<std::size_t>(1, frame.zones.size()));
  ZonalSpace space;
  space.size = {std::max(given.width, frame.least_width), std::max(given.height, need)};
  space.zone_width = (space.size.width - frame.gap * (zones - 1)) / zones;
  space.pitch = space.zone_width + frame.gap;
  double used = frame.zone_top + frames.above.front() + frames.below.back() + frame.zone_bottom;
  for (std::size_t r = 0; r < heights.size(); ++r)
    used += heights[r] + (r + 1 < heights.size() ? gap_after(frame, frames, r) : 0);
  const double more = (space.size.height - used) / static_cast<double>(heights.size());
  double y = frame.zone_top + frames.above.front();
  for (std::size_t r = 0; r < heights.size(); ++r) {
    LaneSpace lane{y, heights[r] + more, {}};
    lane.strip_tops = strip_tops(frame.lanes[r], lane);
    y += lane.height + (r + 1 < heights.size() ? gap_after(frame, frames, r) : 0);
    space.lanes.push_back(std::move(lane));
  }
  return space;
}

}  // namespace skydraft::layout
