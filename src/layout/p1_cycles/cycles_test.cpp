#include "layout/p1_cycles/cycles.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace skydraft::layout {
namespace {

std::vector<LayeredInput::Arc> arcs(const std::vector<std::pair<int, int>>& pairs) {
  std::vector<LayeredInput::Arc> result;
  for (const auto& [from, to] : pairs) {
    LayeredInput::Arc arc;
    arc.from = from, arc.to = to;
    result.push_back(arc);
  }
  return result;
}

int marked(int boxes, const std::vector<std::pair<int, int>>& pairs) {
  int count = 0;
  for (const char mark : feedback_arcs(boxes, arcs(pairs))) count += mark;
  return count;
}

TEST(FeedbackArcs, MarksNoneWithoutACycle) { EXPECT_EQ(marked(4, {{0, 1}, {1, 2}, {0, 2}, {3, 2}}), 0); }

TEST(FeedbackArcs, TurnsTheFewerArcsOfACycle) {
  // Two of the arcs between 2 and 0 close the circle; many lead on from 1.
  EXPECT_EQ(marked(4, {{0, 1}, {1, 2}, {1, 2}, {1, 2}, {1, 3}, {3, 2}, {3, 2}, {3, 2}, {2, 0}, {2, 0}}), 1);
  EXPECT_EQ(marked(3, {{0, 1}, {1, 2}, {1, 2}, {1, 2}, {2, 0}, {2, 0}, {2, 0}}), 1);
}

TEST(FeedbackArcs, LeavesOutLoops) { EXPECT_EQ(marked(2, {{0, 0}, {0, 1}, {1, 1}}), 0); }

}  // namespace
}  // namespace skydraft::layout
