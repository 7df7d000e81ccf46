#include "understand/boxes.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand::boxes {
namespace {

TEST(Boxes, ReadsNestedBoxesAndTheLineBetweenTwo) {
  const Drawing drawing = parse(
      "┌──────────┐\n"
      "│  Gateway │\n"
      "└────┬─────┘\n"
      "     │\n"
      "     ▼\n"
      "┌────────────────┐\n"
      "│ Cluster        │\n"
      "│ ┌────┐ ┌────┐  │\n"
      "│ │ A  │ │ B  │  │\n"
      "│ └────┘ └────┘  │\n"
      "└────────────────┘\n");
  ASSERT_EQ(drawing.boxes.size(), 4U);
  EXPECT_EQ(drawing.boxes[0].lines[0], "Gateway");
  EXPECT_EQ(drawing.boxes[1].lines[0], "Cluster");
  EXPECT_EQ(drawing.boxes[2].parent, 1);
  EXPECT_EQ(drawing.boxes[3].parent, 1);
  ASSERT_EQ(drawing.arrows.size(), 1U);
  EXPECT_EQ(drawing.arrows[0].from, 0);
  EXPECT_EQ(drawing.arrows[0].to, 1);
}

TEST(Boxes, ReadsPlainCharactersToo) {
  const Drawing drawing = parse(
      "+-----+     +-----+\n"
      "| Web | --> | API |\n"
      "+-----+     +-----+\n");
  ASSERT_EQ(drawing.boxes.size(), 2U);
  EXPECT_EQ(drawing.boxes[1].lines[0], "API");
}

TEST(Boxes, FindsNoneInOrdinaryText) {
  EXPECT_TRUE(parse("a + b = c\n| x | y |\n|---|---|\n").boxes.empty());
  EXPECT_TRUE(parse("").boxes.empty());
}

}  // namespace
}  // namespace skydraft::understand::boxes
