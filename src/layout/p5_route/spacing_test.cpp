#include "layout/p5_route/spacing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace skydraft::layout {
namespace {

TEST(SpaceOut, TwoOnOnePlaceStepAsideAlike) {
  std::vector<Track> tracks{{10, 0, 20, 1}, {10, 0, 20, 1}};
  space_out(tracks, {{0, 1, 8}});
  EXPECT_NEAR(tracks[0].at, 6, 0.1);
  EXPECT_NEAR(tracks[1].at, 14, 0.1);
}

TEST(SpaceOut, WhereThereIsNoRoomGapsShrinkAlike) {
  std::vector<Track> tracks{{5, 0, 10, 1}, {5, 0, 10, 1}, {5, 0, 10, 1}};
  space_out(tracks, {{0, 1, 12}, {1, 2, 12}});
  EXPECT_NEAR(tracks[1].at - tracks[0].at, tracks[2].at - tracks[1].at, 1.5);
  EXPECT_GE(tracks[1].at - tracks[0].at, 3.5);
}

TEST(SpaceOut, ANarrowPlaceDoesNotShrinkGapsElsewhere) {
  std::vector<Track> tracks{{5, 0, 6, 1}, {5, 0, 6, 1}, {50, 0, 100, 1}, {50, 0, 100, 1}};
  space_out(tracks, {{0, 1, 12}, {1, 2, 12}, {2, 3, 12}});
  EXPECT_GE(tracks[3].at - tracks[2].at, 11.9);
}

TEST(SpaceOut, ACircleOfGapsIsBroken) {
  std::vector<Track> tracks{{10, 0, 100, 1}, {11, 0, 100, 1}, {12, 0, 100, 1}};
  space_out(tracks, {{0, 1, 12}, {1, 2, 12}, {2, 0, 12}});
  EXPECT_GE(tracks[1].at - tracks[0].at, 11.9);
  EXPECT_GE(tracks[2].at - tracks[1].at, 11.9);
}

RC_GTEST_PROP(SpaceOut, KeepsLimitsAndEveryGapThatFits, ()) {
  const int count = *rc::gen::inRange(1, 12);
  std::vector<Track> tracks;
  for (int i = 0; i < count; ++i) {
    const double low = *rc::gen::inRange(0, 40);
    tracks.push_back({static_cast<double>(*rc::gen::inRange(0, 400)), low, low + 400, 1});
  }
  std::vector<TrackGap> gaps;
  for (std::size_t i = 0; i + 1 < tracks.size(); ++i)
    for (std::size_t k = i + 1; k < tracks.size(); ++k)
      if (*rc::gen::arbitrary<bool>()) gaps.push_back({i, k, 12});
  const std::vector<Track> before = tracks;
  space_out(tracks, gaps);
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    RC_ASSERT(tracks[i].at >= before[i].low - 1e-6);
    RC_ASSERT(tracks[i].at <= before[i].high + 1e-6);
  }
  // All limits have 360 px in common, and the longest chain needs 132.
  for (const TrackGap& gap : gaps) RC_ASSERT(tracks[gap.after].at - tracks[gap.before].at >= 12 - 0.01);
}

}  // namespace
}  // namespace skydraft::layout
