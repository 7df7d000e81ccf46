#include "scene/rounded.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace skydraft::scene {
namespace {

TEST(Rounded, CutsEachCornerByItsRadius) {
  const std::vector<PathStep> steps = rounded({{0, 0}, {100, 0}, {100, 50}}, 8);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].to, (geometry::Point{92, 0}));
  EXPECT_TRUE(steps[1].curved);
  EXPECT_EQ(steps[1].control, (geometry::Point{100, 0}));
  EXPECT_EQ(steps[1].to, (geometry::Point{100, 8}));
  EXPECT_EQ(steps[2].to, (geometry::Point{100, 50}));
}

TEST(Rounded, HalvesShortSegmentsAndKeepsStraightLines) {
  const std::vector<PathStep> jog = rounded({{0, 0}, {10, 0}, {10, 4}, {20, 4}}, 8);
  EXPECT_EQ(jog[0].to, (geometry::Point{8, 0}));
  EXPECT_EQ(jog[2].to, (geometry::Point{10, 2}));
  const std::vector<PathStep> straight = rounded({{0, 0}, {10, 0}, {20, 0}}, 8);
  EXPECT_TRUE(std::ranges::none_of(straight, &PathStep::curved));
  EXPECT_TRUE(rounded({{0, 0}}, 8).empty());
  EXPECT_EQ(rounded({{0, 0}, {0, 0}, {5, 0}}, 8).size(), 2U);  // a repeated point is no corner
}

}  // namespace
}  // namespace skydraft::scene
