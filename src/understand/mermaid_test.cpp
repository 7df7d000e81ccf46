#include "understand/mermaid.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand::mermaid {
namespace {

TEST(Mermaid, ReadsNodesGroupsAndLabelledLinks) {
  const Diagram diagram = parse(
      "flowchart LR\n"
      "  U([\"<b>User</b>\"])\n"
      "  subgraph VPC[\"Main VPC\"]\n"
      "    A[API<br/>port 8080] & B(Worker)\n"
      "  end\n"
      "  U -->|HTTPS| A\n"
      "  A -- writes to --> Q[(Queue)]\n"
      "  Q -.-> B\n"
      "  style A fill:#fff\n");
  ASSERT_EQ(diagram.nodes.size(), 4U);
  EXPECT_EQ(diagram.nodes[0].label, "User");
  EXPECT_EQ(diagram.nodes[1].label, "API\nport 8080");
  EXPECT_EQ(diagram.nodes[1].parent, 0);
  ASSERT_EQ(diagram.groups.size(), 1U);
  EXPECT_EQ(diagram.groups[0].label, "Main VPC");
  ASSERT_EQ(diagram.edges.size(), 3U);
  EXPECT_EQ(diagram.edges[0].label, "HTTPS");
  EXPECT_EQ(diagram.edges[1].label, "writes to");
  EXPECT_EQ(diagram.edges[1].to, "Q");
}

TEST(Mermaid, ReadsChainsAndSeveralEndsAtOnce) {
  const Diagram diagram = parse("graph TD\nA --> B & C --> D\n");
  EXPECT_EQ(diagram.edges.size(), 4U);
}

TEST(Mermaid, ReadsSequencesWithoutAnswers) {
  const Diagram diagram = parse("sequenceDiagram\nparticipant C as Client\nC->>API: GET /orders\nAPI-->>C: 200\n");
  EXPECT_TRUE(diagram.sequence);
  ASSERT_EQ(diagram.edges.size(), 1U);
  EXPECT_EQ(diagram.edges[0].label, "GET /orders");
  EXPECT_EQ(diagram.nodes[0].label, "Client");
}

TEST(Mermaid, ReadsArchitectureAndC4) {
  const Diagram architecture = parse(
      "architecture-beta\ngroup api(cloud)[API]\nservice db(database)[Database] in api\nservice "
      "web(server)[Web]\nweb:R --> L:db\n");
  ASSERT_EQ(architecture.edges.size(), 1U);
  EXPECT_EQ(architecture.nodes[0].parent, 0);
  EXPECT_EQ(architecture.edges[0].to, "db");
  const Diagram c4 = parse(
      "C4Container\nPerson(u, \"Customer\")\nSystem_Boundary(s, \"Bank\") {\nContainer(w, \"Web App\", "
      "\"React\")\n}\nRel(u, w, \"Uses\")\n");
  ASSERT_EQ(c4.edges.size(), 1U);
  EXPECT_EQ(c4.nodes[1].label, "Web App");
  EXPECT_EQ(c4.nodes[1].parent, 0);
}

TEST(Mermaid, LeavesOtherDiagramsAlone) {
  EXPECT_FALSE(is_diagram("gantt\ntitle Plan\n"));
  EXPECT_TRUE(is_diagram("%%{init: {}}%%\nflowchart TB\n"));
}

}  // namespace
}  // namespace skydraft::understand::mermaid
