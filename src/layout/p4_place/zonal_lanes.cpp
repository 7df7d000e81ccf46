#include "layout/p4_place/zonal_lanes.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "layout/p4_place/arrange.hpp"

namespace skydraft::layout {
namespace {

constexpr double kPillInset = 20;       // px between the end of a stretched pill and that of a stretched box
constexpr double kNarrowBand = 560;     // px up to which items may stand beside a band
constexpr std::size_t kItemsInRow = 4;  // items of a lane that stand in one row; more form a block
constexpr double kPairClearance = 12;   // px between a band and an edge that passes under it

/// Lanes in use, in order: rows 0, 2, 7 become lanes 0, 1, 2.
class LaneNumbers {
 public:
  void use(int row) { used_.insert(std::max(0, row)); }
  std::size_t operator()(int row) const {
    return static_cast<std::size_t>(std::distance(used_.begin(), used_.lower_bound(std::max(0, row))));
  }
  std::size_t last_until(int row) const {  // the last lane in use that is not below `row`
    const auto past = static_cast<std::size_t>(std::distance(used_.begin(), used_.upper_bound(std::max(0, row))));
    return past == 0 ? 0 : past - 1;
  }
  std::size_t count() const { return std::max<std::size_t>(1, used_.size()); }

 private:
  std::set<int> used_;
};

bool is_zone(const Plan& plan, NodeId id) { return plan.node(id).slot.column >= 0 && plan.graph.is_container(id); }

LaneNumbers number_lanes(const Plan& plan, NodeId id) {
  LaneNumbers lanes;
  for (const NodeId child : plan.flow[id]) {
    if (!is_zone(plan, child)) {
      lanes.use(plan.node(child).slot.row);
      continue;
    }
    for (const NodeId box : plan.flow[child]) {
      lanes.use(plan.node(box).slot.row);
      if (!plan.placed_by_zonal[box]) continue;
      for (const NodeId item : plan.flow[box]) lanes.use(std::max(plan.node(item).slot.row, plan.node(box).slot.row));
    }
  }
  return lanes;
}

ZoneBox zone_box(const Plan& plan, NodeId id, const LaneNumbers& lanes) {
  ZoneBox box;
  box.id = id;
  const Slot& slot = plan.node(id).slot;
  box.first = lanes(slot.row);
  box.last = std::max(box.first, lanes.last_until(std::max(slot.row, slot.last_row)));
  box.rigid = !plan.placed_by_zonal[id];
  if (box.rigid) return box;
  box.insets = plan.insets(id);
  for (const NodeId item : plan.flow[id]) {
    const int row = std::max(slot.row, plan.node(item).slot.row);
    const std::size_t lane = lanes(row);
    box.last = std::max(box.last, lane);
    box.items[lane].push_back(item);
  }
  return box;
}

/// Puts boxes that share a lane into different tracks.
void assign_tracks(Zone& zone, std::size_t lanes) {
  std::vector<std::size_t> boxes_in(lanes, 0);
  std::vector<std::vector<bool>> taken;
  for (ZoneBox& box : zone.boxes) {
    const auto free = [&](const std::vector<bool>& track) {
      for (std::size_t r = box.first; r <= box.last; ++r)
        if (track[r]) return false;
      return true;
    };
    while (box.track < taken.size() && !free(taken[box.track])) ++box.track;
    if (box.track == taken.size()) taken.emplace_back(lanes, false);
    for (std::size_t r = box.first; r <= box.last; ++r) taken[box.track][r] = true, ++boxes_in[r];
  }
  for (ZoneBox& box : zone.boxes)
    for (std::size_t r = box.first; r <= box.last; ++r) box.alone = box.alone && boxes_in[r] == 1;
}

bool under_band(const ZoneBox& box, const std::vector<Lane>& lanes) {
  for (std::size_t r = box.first; r <= box.last; ++r)
    if (!lanes[r].bands.empty()) return true;
  return false;
}

/// Requires  the bands of all lanes are known.
Zone collect_zone(const Plan& plan, NodeId id, const LaneNumbers& lanes, const std::vector<Lane>& with_bands) {
  Zone zone{id, {}};
  std::map<std::size_t, std::vector<NodeId>> direct;
  for (const NodeId child : plan.flow[id]) {
    if (!plan.graph.is_container(child)) {
      direct[lanes(plan.node(child).slot.row)].push_back(child);
      continue;
    }
    ZoneBox box = zone_box(plan, child, lanes);
    // Bands must not cover what another arrangement has placed: such a box stands beside them like a leaf.
    if (box.rigid && under_band(box, with_bands))
      direct[box.first].push_back(child);
    else
      zone.boxes.push_back(std::move(box));
  }
  for (auto& [lane, leaves] : direct) {
    ZoneBox box;
    box.id = id;
    box.implicit = true;
    box.first = box.last = lane;
    box.items[lane] = std::move(leaves);
    zone.boxes.push_back(std::move(box));
  }
  std::stable_sort(zone.boxes.begin(), zone.boxes.end(),
                   [](const ZoneBox& a, const ZoneBox& b) { return a.first < b.first; });
  assign_tracks(zone, lanes.count());
  return zone;
}

/// What labels need between items that stand in one lane of a box.
double gap_for_labels(const Plan& plan, NodeId box, const std::vector<NodeId>& items) {
  double gap = 0;
  if (items.size() < 2) return gap;
  const auto& kids = plan.flow[box];
  for (const Arc& arc : plan.arcs[box]) {
    const NodeId first = kids[static_cast<std::size_t>(std::min(arc.from, arc.to))];
    const NodeId second = kids[static_cast<std::size_t>(std::max(arc.from, arc.to))];
    if (std::binary_search(items.begin(), items.end(), first) && std::binary_search(items.begin(), items.end(), second))
      gap = std::max(gap, room_between(plan, plan.graph[arc.edge], first, second, true));
  }
  return gap;
}

/// The k-th items of a lane and track have one cell size in all zones: that makes twins of them.
void measure_cells(const Plan& plan, ZonalFrame& frame) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> most;
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes)
      for (const auto& [lane, items] : box.items) {
        auto& count = most[{lane, box.track}];
        count = std::max(count, items.size());
      }
  for (const auto& [place, count] : most) {
    const auto wide = static_cast<std::size_t>(std::ceil(std::sqrt(1.5 * static_cast<double>(count))));
    CellBlock& block = frame.blocks[place];
    block.columns.resize(count <= kItemsInRow ? count : wide, 0.0);
    block.rows.resize((count + block.columns.size() - 1) / block.columns.size());
  }
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes)
      for (const auto& [lane, items] : box.items) {
        CellBlock& block = frame.blocks[{lane, box.track}];
        block.gap = std::max(block.gap, plan.node(box.id).gap);
        block.row_gap = std::max(block.row_gap, plan.node(box.id).row_gap);
        for (std::size_t i = 0; i < items.size(); ++i) {
          double& column = block.columns[i % block.columns.size()];
          Extent& row = block.rows[i / block.columns.size()];
          column = std::max(column, plan.outer(items[i]).width);
          row.above = std::max(row.above, plan.extent(items[i]).above);
          row.below = std::max(row.below, plan.extent(items[i]).below);
        }
        block.gap = std::max(block.gap, gap_for_labels(plan, box.id, items));
      }
}

/// Where twins of a lane are joined by an edge: room for its label beside the bands, and whether there is one.
bool measure_pair_edges(const Plan& plan, NodeId id, const ZonalFrame& frame, std::size_t lane, double& side_gap) {
  std::set<NodeId> items;
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes)
      if (const auto found = box.items.find(lane); found != box.items.end())
        items.insert(found->second.begin(), found->second.end());
  bool joined = false;
  for (const Arc& arc : plan.arcs[id]) {
    const Edge& edge = plan.graph[arc.edge];
    if (!items.contains(edge.from) || !items.contains(edge.to)) continue;
    joined = true;
    const Rect& anchor = plan.node(edge.from).anchor;
    const double slack = anchor.empty() ? 0 : plan.least[edge.from].width - anchor.right();
    side_gap = std::max(side_gap, label_room(edge, true) - slack);
  }
  return joined;
}

/// The line of a stack of narrow bands on which the items beside it stand.
double line_beside(const Plan& plan, const Strip& strip, double band_gap, bool joined) {
  const NodeId first = strip.bands.front();
  if (joined && strip.bands.size() % 2 == 1) {
    // Their edge passes between two bands, or under the only one.
    double y = 0;
    for (std::size_t i = 0; i <= strip.bands.size() / 2; ++i) y += plan.outer(strip.bands[i]).height + band_gap;
    return strip.bands.size() == 1 ? plan.outer(first).height + kPairClearance : y - band_gap / 2;
  }
  if (strip.bands.size() == 1 && has_members(plan, first)) {
    for (const NodeId kid : plan.flow[first])
      if (plan.node(kid).slot.column >= 0) return plan.measured[kid].y + plan.extent(kid).above;
  }
  if (strip.bands.size() % 2 == 0) {
    double y = 0;
    for (std::size_t i = 0; i < strip.bands.size() / 2; ++i) y += plan.outer(strip.bands[i]).height + band_gap;
    return y - band_gap / 2;
  }
  return strip.stack_height / 2;
}

void measure_strip(const Plan& plan, const ZonalFrame& frame, std::size_t r, const Lane& lane, bool joined,
                   Strip& strip) {
  for (const NodeId band : strip.bands) {
    strip.stack_width = std::max(strip.stack_width, plan.outer(band).width);
    strip.stack_height += plan.outer(band).height + lane.band_gap;
  }
  if (!strip.bands.empty()) strip.stack_height -= lane.band_gap;
  strip.height = strip.stack_height;
  if (!strip.items) return;
  double above = 0, below = 0;
  for (auto it = frame.blocks.lower_bound({r, 0}); it != frame.blocks.end() && it->first.first == r; ++it) {
    above = std::max(above, it->second.rows.front().above);
    below = std::max(below, it->second.height() - it->second.rows.front().above);
  }
  strip.line = above;
  if (strip.bands.empty()) {
    strip.height = above + below;
    return;
  }
  strip.line = line_beside(plan, strip, lane.band_gap, joined);
  strip.stack_top = std::max(0.0, above - strip.line);
  strip.line += strip.stack_top;
  strip.height = std::max(strip.stack_top + strip.stack_height, strip.line + below);
}

/// Splits the bands of a lane into strips; the items of the lane stand beside its highest stack of narrow bands, if
/// any.
void build_strips(const Plan& plan, NodeId id, ZonalFrame& frame, std::size_t r) {
  Lane& lane = frame.lanes[r];
  const auto first_block = frame.blocks.lower_bound({r, 0});
  const bool has_items = first_block != frame.blocks.end() && first_block->first.first == r;
  const bool joined = has_items && measure_pair_edges(plan, id, frame, r, lane.side_gap);
  bool narrow_before = false;
  for (const NodeId band : lane.bands) {
    const bool narrow = has_items && frame.zones.size() == 2 && frame.tracks.size() == 1 &&
                        !frame.stretches(plan, band) && plan.outer(band).width <= kNarrowBand;
    if (!(narrow && narrow_before)) lane.strips.emplace_back();
    lane.strips.back().bands.push_back(band);
    lane.strips.back().items = narrow;  // for now: may have items
    narrow_before = narrow;
  }
  Strip* best = nullptr;
  for (Strip& strip : lane.strips) {
    if (strip.items && (best == nullptr || strip.bands.size() > best->bands.size())) best = &strip;
    strip.items = false;
  }
  if (has_items && best == nullptr) best = &lane.strips.emplace_back();
  if (best != nullptr) best->items = true;
  for (Strip& strip : lane.strips) measure_strip(plan, frame, r, lane, joined, strip);
}

void measure_tracks(const Plan& plan, ZonalFrame& frame) {
  for (const Zone& zone : frame.zones)
    for (const ZoneBox& box : zone.boxes) {
      if (box.track >= frame.tracks.size()) frame.tracks.resize(box.track + 1, 0.0);
      double width = box.rigid ? plan.outer(box.id).width : box.implicit ? 0 : plan.header_width(box.id);
      width = std::max(width, box.implicit || box.rigid ? 0 : plan.node(box.id).size.width);
      for (const auto& [lane, items] : box.items)
        width = std::max(width, frame.block(lane, box.track).width() + box.insets.horizontal());
      frame.tracks[box.track] = std::max(frame.tracks[box.track], width);
    }
}

void measure_widths(const Plan& plan, ZonalFrame& frame) {
  double inner = 0;
  for (const double track : frame.tracks) inner += track;
  inner += frame.track_gap * static_cast<double>(frame.tracks.empty() ? 0 : frame.tracks.size() - 1);
  double zone_width = inner + 2 * frame.side;
  for (const Zone& zone : frame.zones)
    zone_width = std::max({zone_width, plan.header_width(zone.id), plan.node(zone.id).size.width});
  double width = 0;
  for (std::size_t r = 0; r < frame.lanes.size(); ++r)
    for (const Strip& strip : frame.lanes[r].strips) {
      for (const NodeId band : strip.bands)
        width = std::max(width, plan.outer(band).width + 2 * frame.band_inset(plan, band));
      if (strip.mixed())
        width = std::max(width, strip.stack_width + 2 * (frame.lanes[r].side_gap + frame.block(r, 0).width() +
                                                         frame.side + frame.box_side));
    }
  const auto zones = static_cast<double>(std::max<std::size_t>(1, frame.zones.size()));
  frame.least_zone_width = std::max(zone_width, (width - (zones - 1) * frame.gap) / zones);
  frame.least_width = frame.least_zone_width * zones + frame.gap * (zones - 1);
}

}  // namespace

double CellBlock::width() const { return columns.empty() ? 0 : column_x(columns.size() - 1) + columns.back(); }

double CellBlock::height() const {
  double sum = row_gap * static_cast<double>(rows.empty() ? 0 : rows.size() - 1);
  for (const Extent& row : rows) sum += row.above + row.below;
  return sum;
}

double CellBlock::column_x(std::size_t column) const {
  double x = 0;
  for (std::size_t c = 0; c < column; ++c) x += columns[c] + gap;
  return x;
}

double CellBlock::row_line(std::size_t row) const {
  double y = 0;
  for (std::size_t r = 0; r < row; ++r) y += rows[r].below + row_gap + rows[r + 1].above;
  return y;
}

std::size_t Lane::strip_with_items() const {
  for (std::size_t s = 0; s < strips.size(); ++s)
    if (strips[s].items) return s;
  return 0;
}

const CellBlock& ZonalFrame::block(std::size_t lane, std::size_t track) const { return blocks.at({lane, track}); }

double ZonalFrame::track_x(std::size_t track, double zone_width) const {
  double least = -track_gap, before = 0;
  for (std::size_t t = 0; t < tracks.size(); ++t) {
    if (t == track) before = least + track_gap;
    least += tracks[t] + track_gap;
  }
  const double slack = std::max(0.0, zone_width - 2 * side - least) / static_cast<double>(tracks.size());
  return before + slack * static_cast<double>(track);
}

double ZonalFrame::track_span(const ZoneBox& box, double zone_width) const {
  const double inner = zone_width - 2 * side;
  if (box.alone) return inner - track_x(box.track, zone_width);
  const double end = box.track + 1 < tracks.size() ? track_x(box.track + 1, zone_width) - track_gap : inner;
  return end - track_x(box.track, zone_width);
}

double ZonalFrame::band_inset(const Plan& plan, NodeId band) const {
  return side + box_side + (plan.graph.is_container(band) || !plan.node(band).slot.stretch ? 0 : kPillInset);
}

bool ZonalFrame::stretches(const Plan& plan, NodeId band) const {
  return plan.node(band).slot.stretch || (zones.size() > 2 && has_members(plan, band));
}

ZonalFrame zonal_frame(const Plan& plan, NodeId id) {
  ZonalFrame frame;
  const Node& zonal = plan.node(id);
  frame.gap = zonal.gap;
  frame.row_gap = zonal.row_gap;
  const LaneNumbers lanes = number_lanes(plan, id);
  frame.lanes.resize(lanes.count());
  for (Lane& lane : frame.lanes) lane.band_gap = lane.side_gap = std::max(zonal.gap, 18.0);
  for (const NodeId child : plan.flow[id])
    if (!is_zone(plan, child)) frame.lanes[lanes(plan.node(child).slot.row)].bands.push_back(child);
  for (const NodeId child : plan.flow[id])
    if (is_zone(plan, child)) frame.zones.push_back(collect_zone(plan, child, lanes, frame.lanes));
  std::stable_sort(frame.zones.begin(), frame.zones.end(), [&](const Zone& a, const Zone& b) {
    return plan.node(a.id).slot.column < plan.node(b.id).slot.column;
  });
  for (const Zone& zone : frame.zones) {
    const Insets insets = plan.insets(zone.id);
    frame.side = std::max({frame.side, insets.left, insets.right});
    frame.zone_top = std::max(frame.zone_top, insets.top);
    frame.zone_bottom = std::max(frame.zone_bottom, insets.bottom);
    frame.box_gap = std::max(frame.box_gap, plan.node(zone.id).gap);
    for (const ZoneBox& box : zone.boxes)
      frame.box_side = std::max({frame.box_side, box.insets.left, box.insets.right});
  }
  frame.track_gap = frame.box_gap;
  measure_cells(plan, frame);
  measure_tracks(plan, frame);
  for (std::size_t r = 0; r < frame.lanes.size(); ++r) build_strips(plan, id, frame, r);
  measure_widths(plan, frame);
  return frame;
}

}  // namespace skydraft::layout
