#include "layout/p5_route/path.hpp"

#include <gtest/gtest.h>

namespace skydraft::layout {
namespace {

TEST(Simplify, StepsTooSmallToBeSeenDoNotAddUp) {
  std::vector<Point> points{{0, 0}, {10, 0}, {10, 0.004}, {20, 0.004}, {20, 0.008}, {30, 0.008}, {30, 40}};
  simplify(points);
  for (std::size_t i = 1; i < points.size(); ++i)
    EXPECT_TRUE(points[i].x == points[i - 1].x || points[i].y == points[i - 1].y) << "piece " << i;
  EXPECT_EQ(points.back().y, 40);
}

TEST(Simplify, WhatTurnsBackIsCutOff) {
  std::vector<Point> points{{0, 0}, {30, 0}, {20, 0}, {20, 10}};
  simplify(points);
  ASSERT_EQ(points.size(), 3U);
  EXPECT_EQ(points[1].x, 20);
}

}  // namespace
}  // namespace skydraft::layout
