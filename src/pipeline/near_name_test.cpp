#include "pipeline/near_name.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace skydraft::pipeline {
namespace {

std::string near(std::string_view wanted, std::vector<std::string> names) { return nearest(wanted, names); }

TEST(NearName, FindsSlips) {
  EXPECT_EQ(near("architecure.md", {"notes.md", "architecture.md"}), "architecture.md");
  EXPECT_EQ(near("Architecture.MD", {"architecture.md"}), "architecture.md");
  EXPECT_EQ(near("rendre", {"model", "render"}), "render");
  EXPECT_EQ(near("architecture", {"architecture.md"}), "architecture.md");
}

TEST(NearName, FindsNothingFarAway) {
  EXPECT_EQ(near("x.md", {"b.md"}), "");
  EXPECT_EQ(near("frobnicate", {"render", "model"}), "");
  EXPECT_EQ(near("", {"a"}), "");
  EXPECT_EQ(near(std::string(10'000, 'a'), {"aaaa"}), "");
}

TEST(NearName, TakesTheFirstOfEquallyNearOnes) {
  EXPECT_EQ(near("node.md", {"nodf.md", "noda.md", "nodb.md"}), "noda.md");
}

}  // namespace
}  // namespace skydraft::pipeline
