#pragma once

#include <cstddef>
#include <vector>

namespace skydraft::layout {

/// A coordinate that wants to be somewhere.
struct Track {
  double at = 0;             ///< wanted before, found after; px
  double low = 0, high = 0;  ///< where it may be
  double weight = 1;         ///< how much it wants to stay
};

/// after - before >= least, where there is room for it.
struct TrackGap {
  std::size_t before = 0, after = 0;
  double least = 0;
};

/// Moves the tracks as little as they must so that all gaps are kept. Where there is no room between the limits of a
/// chain of tracks, just its gaps shrink, all alike. Gaps that contradict each other are dropped.
///
/// Ensures   low <= at <= high for every track.
/// Source    longest paths in the constraint graph for what fits (compaction as in T. Lengauer, "Combinatorial
///           Algorithms for Integrated Circuit Layout", 1990, chapter 10); weighted relaxation for who moves.
/// Cost      O(tracks + gaps) a round; rounds are bounded.
void space_out(std::vector<Track>& tracks, std::vector<TrackGap> gaps);

}  // namespace skydraft::layout
