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

TEST(ChangesSides, WhatComesFromAboveAndLeavesBelowDoes) {
  const std::vector<Point> level = {{0, 0}, {300, 0}}, through = {{100, -50}, {100, 0}, {200, 0}, {200, 50}},
                           aside = {{100, -50}, {100, 0}, {200, 0}, {200, -50}};
  EXPECT_TRUE(changes_sides(level, 1, through, 2));
  EXPECT_TRUE(changes_sides(through, 2, level, 1));
  EXPECT_FALSE(changes_sides(level, 1, aside, 2));
  EXPECT_FALSE(changes_sides(aside, 2, level, 1));
}

TEST(ChangesSides, ACommonWayRoundACornerCountsOnce) {
  // Both go right and then down; one comes from above, inside the corner's outer side, and leaves to the left.
  const std::vector<Point> p = {{0, 0}, {100, 0}, {100, 200}}, q = {{50, -50}, {50, 0}, {100, 0}, {100, 80}, {0, 80}};
  EXPECT_TRUE(changes_sides(p, 1, q, 2));
  EXPECT_FALSE(changes_sides(p, 2, q, 3));  // not where it begins
}

TEST(ChangesSides, NotWhereBothComeFromOneEnd) {
  const std::vector<Point> p = {{0, 0}, {100, 0}, {100, 50}}, q = {{0, 0}, {200, 0}};
  EXPECT_FALSE(changes_sides(p, 1, q, 1));
}

}  // namespace
}  // namespace skydraft::layout
