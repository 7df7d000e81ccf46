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

TEST(Boxes, AFrameIsCalledByWhatStandsOverIt) {
  const Drawing drawing = parse(
      "  Depot                Cloud\n"
      "+-----------+        +----------+\n"
      "| +-------+ |        | +------+ |\n"
      "| | Scale | |        | | Desk | |\n"
      "| +-------+ |        | +------+ |\n"
      "+-----------+        +----------+\n");
  ASSERT_EQ(drawing.boxes.size(), 4U);
  EXPECT_EQ(drawing.boxes[0].lines[0], "Depot");
  EXPECT_EQ(drawing.boxes[1].lines[0], "Cloud");
  EXPECT_EQ(drawing.boxes[2].lines[0], "Scale");
}

TEST(Boxes, ReadsPlainCharactersToo) {
  const Drawing drawing = parse(
      "+-----+     +-----+\n"
      "| Web | --> | API |\n"
      "+-----+     +-----+\n");
  ASSERT_EQ(drawing.boxes.size(), 2U);
  EXPECT_EQ(drawing.boxes[1].lines[0], "API");
}

TEST(Boxes, ReadsBoxesThatAreOutOfTrue) {
  const Drawing drawing = parse(
      "┌───────────────────────────────┐\n"
      "│  Cluster                        │\n"
      "│  ┌──────────┐  ┌───────────┐  │\n"
      "│  │ PostgreSQL main│ │ Kafka │  │\n"
      "│  │ (primary) │ │ (3 nodes) │  │\n"
      "│  └──────────┘  └───────────┘  │\n"
      "└───────────────────────────────┘\n");
  ASSERT_EQ(drawing.boxes.size(), 3U);
  EXPECT_EQ(drawing.boxes[1].parent, 0);
  EXPECT_EQ(drawing.boxes[2].parent, 0);
  EXPECT_EQ(drawing.boxes[0].lines[0], "Cluster");
  EXPECT_EQ(drawing.boxes[1].lines[0], "PostgreSQL main");
  EXPECT_EQ(drawing.boxes[2].lines[0], "Kafka");
  EXPECT_EQ(drawing.boxes[2].lines[1], "(3 nodes)");
}

TEST(Boxes, FollowsLinesThatTurnSlipAndMeet) {
  const Drawing drawing = parse(
      "┌─────┐   ┌─────┐\n"
      "│  A  │   │  B  │\n"
      "└──┬──┘   └──┬──┘\n"
      "   │         │\n"
      "   └────┬────┘\n"
      "        │\n"
      "       │\n"
      "   ┌────┘\n"
      "   ▼\n"
      "┌─────┐\n"
      "│  C  │\n"
      "└─────┘\n");
  ASSERT_EQ(drawing.arrows.size(), 2U);
  EXPECT_EQ(drawing.arrows[0].from, 0);
  EXPECT_EQ(drawing.arrows[0].to, 2);
  EXPECT_EQ(drawing.arrows[1].from, 1);
}

TEST(Boxes, ReadsLabelsBesideAndInLines) {
  const Drawing drawing = parse(
      "┌─────┐            ┌─────┐\n"
      "│  A  │── SQL ────▶│  B  │\n"
      "└──┬──┘            └─────┘\n"
      "   │ HTTPS\n"
      "   ▼\n"
      "┌─────┐      ┌─────┐\n"
      "│  C  │◀────▶│  D  │\n"
      "└─────┘      └─────┘\n");
  ASSERT_EQ(drawing.arrows.size(), 3U);
  EXPECT_EQ(drawing.arrows[0].label, "SQL");
  EXPECT_EQ(drawing.arrows[1].label, "HTTPS");
  EXPECT_TRUE(drawing.arrows[2].both);
}

TEST(Boxes, ReadsNamesWithoutABox) {
  const Drawing drawing = parse(
      "  Users\n"
      "    |\n"
      "    v\n"
      "+-------+      \n"
      "|  API  |----> Mail provider\n"
      "+-------+\n");
  ASSERT_EQ(drawing.boxes.size(), 1U);
  ASSERT_EQ(drawing.words.size(), 2U);
  EXPECT_EQ(drawing.words[0].text, "Users");
  EXPECT_EQ(drawing.words[1].text, "Mail provider");
  ASSERT_EQ(drawing.arrows.size(), 2U);
  EXPECT_EQ(drawing.arrows[0].from, 1);
  EXPECT_EQ(drawing.arrows[0].to, 0);
  EXPECT_EQ(drawing.arrows[1].to, 2);
}

TEST(Boxes, ReadsTitlesInTheEdgeAndSeveralThingsInALine) {
  const Drawing drawing = parse(
      "┌─ Main VPC ──────────────┐\n"
      "│ ┌─────┐                 │\n"
      "│ │ Web │                 │\n"
      "│ └─────┘                 │\n"
      "└─────────────────────────┘\n"
      "┌─────────────────────────┐\n"
      "│ Kafka │ Kinesis │ DMS   │\n"
      "└─────────────────────────┘\n");
  ASSERT_EQ(drawing.boxes.size(), 3U);
  EXPECT_EQ(drawing.boxes[0].lines[0], "Main VPC");
  EXPECT_EQ(drawing.boxes[1].parent, 0);
  EXPECT_EQ(drawing.boxes[2].lines[0], "Kafka | Kinesis | DMS");
  EXPECT_TRUE(drawing.arrows.empty());
}

TEST(Boxes, FindsNoneInOrdinaryText) {
  EXPECT_TRUE(parse("a + b = c\n| x | y |\n|---|---|\n").boxes.empty());
  EXPECT_TRUE(parse("").boxes.empty());
}

}  // namespace

// A "+" where a line leaves an edge is no corner, and the line no side of a box.
TEST(Boxes, LinesLeaveEdgesAtAnyPlace) {
  const Drawing drawing = parse(
      "       +------+------+\n"
      "       |    NGINX    |\n"
      "       +---+---+-----+\n"
      "           |   |\n"
      "   +-------+   +------+\n"
      "   |                  |\n"
      "   v                  v\n"
      "+--+---+          +---+----+\n"
      "| Shop |          | Wiki   |\n"
      "+------+          +--------+\n");
  ASSERT_EQ(drawing.boxes.size(), 3U);
  EXPECT_EQ(drawing.boxes[0].lines[0], "NGINX");
  EXPECT_EQ(drawing.boxes[1].lines[0], "Shop");
  EXPECT_EQ(drawing.boxes[2].lines[0], "Wiki");
  ASSERT_EQ(drawing.arrows.size(), 2U);
  EXPECT_EQ(drawing.arrows[0].from, 0);
  EXPECT_EQ(drawing.arrows[1].from, 0);
}

TEST(Boxes, BoxesShareEdges) {
  const Drawing drawing = parse(
      "+-----------+\n"
      "|    API    |\n"
      "+-----+-----+\n"
      "| web | app |\n"
      "+-----+-----+\n");
  ASSERT_EQ(drawing.boxes.size(), 3U);
  EXPECT_EQ(drawing.boxes[1].lines[0], "web");
  EXPECT_EQ(drawing.boxes[2].lines[0], "app");
}

TEST(Boxes, ChainsBelowEachOtherAreNoNamesOverSeveralLines) {
  const Drawing drawing = parse(
      "+-----+     +-----+\n"
      "| API |---->| DB  |\n"
      "+-----+     +-----+\n"
      "\n"
      "Agent logs -> Loki -> Grafana\n"
      "Probe data -> Mimir -> Grafana\n");
  ASSERT_EQ(drawing.words.size(), 6U);
  for (const Word& word : drawing.words) EXPECT_EQ(word.text.find('\n'), std::string::npos) << word.text;
}

}  // namespace skydraft::understand::boxes
