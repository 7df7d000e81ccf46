#include "base/edit_distance.hpp"

#include <gtest/gtest.h>

namespace skydraft {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("prometheus", "promethues"), 1u);
  EXPECT_EQ(edit_distance("grafana", "grafna"), 1u);
  EXPECT_EQ(edit_distance("redis", "rediss"), 1u);
  EXPECT_EQ(edit_distance("redis", "radix"), 2u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

}  // namespace
}  // namespace skydraft
