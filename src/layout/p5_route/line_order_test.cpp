#include "layout/p5_route/line_order.hpp"

#include <gtest/gtest.h>

namespace skydraft::layout {
namespace {

std::vector<Path> two(std::vector<Point> a, std::vector<Point> b) {
  return {{std::move(a), {}, {}, 0}, {std::move(b), {}, {}, 0}};
}

TEST(LiesAfter, WhatTurnsDownLiesBelow) {
  const auto paths = two({{0, 0}, {100, 0}, {100, 50}}, {{0, 0}, {100, 0}, {100, -50}});
  EXPECT_TRUE(lies_after(paths, {0, 1}, {1, 1}));
  EXPECT_FALSE(lies_after(paths, {1, 1}, {0, 1}));
}

TEST(LiesAfter, FollowsBothRoundACornerToWhereTheyPart) {
  // Right, down, then one goes on down and the other turns right: that one has to be the outer of the two.
  const auto paths = two({{0, 0}, {100, 0}, {100, 80}}, {{0, 0}, {100, 0}, {100, 50}, {160, 50}});
  EXPECT_TRUE(lies_after(paths, {0, 1}, {1, 1}));   // below on the first piece
  EXPECT_FALSE(lies_after(paths, {0, 2}, {1, 2}));  // left on the second
}

TEST(LiesAfter, IsTheSameSeenFromEitherEnd) {
  const auto there = two({{0, 0}, {100, 0}, {100, 80}}, {{0, 0}, {100, 0}, {100, 50}, {160, 50}});
  const auto back = two({{0, 0}, {100, 0}, {100, 80}}, {{160, 50}, {100, 50}, {100, 0}, {0, 0}});
  EXPECT_EQ(lies_after(there, {0, 1}, {1, 1}), lies_after(back, {0, 1}, {1, 3}));
}

TEST(LiesAfter, SideBySideAllTheWayTheyNest) {
  const auto paths = two({{0, 0}, {100, 0}, {100, 80}}, {{0, 0}, {100, 0}, {100, 80}});
  EXPECT_NE(lies_after(paths, {0, 1}, {1, 1}), lies_after(paths, {0, 2}, {1, 2}));
}

}  // namespace
}  // namespace skydraft::layout
