#include "understand/mermaid.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand::mermaid {
namespace {

using diagram::Diagram;

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
  const Diagram misplaced =
      parse("architecture-beta\nservice db(database)[Database]\nservice web(server)[Web]\nweb:R --> db:L\n");
  ASSERT_EQ(misplaced.edges.size(), 1U);
  EXPECT_EQ(misplaced.edges[0].to, "db");
  const Diagram c4 = parse(
      "C4Container\nPerson(u, \"Customer\")\nSystem_Boundary(s, \"Bank\") {\nContainer(w, \"Web App\", "
      "\"React\")\n}\nRel(u, w, \"Uses\")\n");
  ASSERT_EQ(c4.edges.size(), 1U);
  EXPECT_EQ(c4.nodes[1].label, "Web App");
  EXPECT_EQ(c4.nodes[1].parent, 0);
}

TEST(Mermaid, ReadsEveryOutlineAndItsMeaning) {
  const Diagram diagram = parse(
      "graph LR\nA[(Orders)] --> B((Hub)); B --> C([Start])\nC --> D{Paid?}\nE[\\skewed\\] --> F[/in (1)/]\n"
      "G[[Sub]] --> H{{Hex}}\nI@{ shape: cyl, label: \"Ledger\" } --> J>Flag]\nK(\"a; b (c)\") --> L[x ${var} y]\n");
  ASSERT_EQ(diagram.nodes.size(), 12U);
  EXPECT_EQ(diagram.nodes[0].shape, diagram::Shape::Database);
  EXPECT_EQ(diagram.nodes[1].label, "Hub");
  EXPECT_EQ(diagram.nodes[3].shape, diagram::Shape::Decision);
  EXPECT_EQ(diagram.nodes[4].label, "skewed");
  EXPECT_EQ(diagram.nodes[5].label, "in (1)");
  EXPECT_EQ(diagram.nodes[7].label, "Hex");
  EXPECT_EQ(diagram.nodes[8].label, "Ledger");
  EXPECT_EQ(diagram.nodes[8].shape, diagram::Shape::Database);
  EXPECT_EQ(diagram.nodes[10].label, "a; b (c)");
  EXPECT_EQ(diagram.nodes[11].label, "x ${var} y");
  EXPECT_EQ(diagram.edges.size(), 7U);
}

TEST(Mermaid, ReadsEveryLinkAndHidesTheInvisible) {
  const Diagram diagram = parse(
      "graph LR\na --- b\na ==> c\na -.maybe.-> d\na == \"two words\" ==> e\na ~~~ f\na <--> g\na --o h\ni --x j\n"
      "a e1@--> k\n");
  ASSERT_EQ(diagram.edges.size(), 8U);
  EXPECT_EQ(diagram.edges[2].label, "maybe");
  EXPECT_EQ(diagram.edges[3].label, "two words");
  EXPECT_TRUE(diagram.edges[4].both);
  EXPECT_EQ(diagram.edges[5].to, "h");
  EXPECT_EQ(diagram.edges[7].from, "a");
}

TEST(Mermaid, ReadsLabelsOverLinesAndWithoutMarkup) {
  const Diagram diagram = parse(
      "%%{init: {\n 'theme': 'base'\n}}%%\nflowchart TD\n  A[\"<img src='x.svg' width='18'/> Mail\n  Server "
      "fa:fa-envelope\"]:::hot "
      "--> B[\"🚀 Launcher &amp; Co\"]\n  click A \"https://example.org\"\n");
  ASSERT_EQ(diagram.nodes.size(), 2U);
  EXPECT_EQ(diagram.nodes[0].label, "Mail\nServer");
  EXPECT_EQ(diagram.nodes[1].label, "Launcher & Co");
  EXPECT_EQ(diagram.edges.size(), 1U);
}

TEST(Mermaid, AGroupThatIsNamedBeforeItIsDrawnIsNoNode) {
  const Diagram diagram = parse("graph TD\nU --> Net\nsubgraph Net [Main network]\n X\nend\n");
  ASSERT_EQ(diagram.nodes.size(), 2U);
  EXPECT_EQ(diagram.groups[0].label, "Main network");
  EXPECT_EQ(diagram.nodes[1].parent, 0);
}

TEST(Mermaid, ADashedMessageWithoutACallIsAMessage) {
  const Diagram diagram = parse(
      "sequenceDiagram\nactor U as User\nparticipant API-GW as Gateway\nU->>+API-GW: GET /\nNote over U: waits\n"
      "alt hit\nAPI-GW-->>-U: 200\nelse miss\nAPI-GW--)Bus: changed\nend\n");
  ASSERT_EQ(diagram.edges.size(), 2U);
  EXPECT_EQ(diagram.edges[0].to, "API-GW");
  EXPECT_EQ(diagram.edges[1].to, "Bus");
  EXPECT_EQ(diagram.nodes[0].shape, diagram::Shape::Person);
}

TEST(Mermaid, ReadsJunctionsAndNestedGroupsOfArchitecture) {
  const Diagram diagram = parse(
      "architecture-beta\ngroup cloud(cloud)[Cloud]\ngroup net(cloud)[Network] in cloud\n"
      "service db(database)[Orders (main)] in net\njunction j in net\nservice fn(logos:aws-lambda)[Worker] in net\n"
      "db:L <-- R:j\nfn:B -- T:j\n");
  ASSERT_EQ(diagram.groups.size(), 2U);
  EXPECT_EQ(diagram.groups[1].parent, 0);
  EXPECT_EQ(diagram.nodes[0].shape, diagram::Shape::Database);
  EXPECT_EQ(diagram.nodes[0].parent, 1);
  EXPECT_TRUE(diagram.nodes[1].label.empty());
  EXPECT_EQ(diagram.nodes[2].about, "aws-lambda");
  ASSERT_EQ(diagram.edges.size(), 2U);
  EXPECT_EQ(diagram.edges[0].from, "j");
}

TEST(Mermaid, ReadsC4sShapesAndDirections) {
  const Diagram diagram = parse(
      "C4Container\ntitle Bank\nPerson_Ext(u, \"Customer\")\nContainer_Boundary(b, \"Core\") {\n"
      "  ContainerDb(d, \"Ledger\", \"PostgreSQL\", \"Accounts\")\n  ContainerQueue(q, \"Events\")\n}\n"
      "System_Ext(m, \"Mail\")\nRel_U(u, d, \"reads\", \"JDBC\")\nBiRel(d, q, \"syncs\")\nRel_Back(m, q, \"sends\")\n"
      "UpdateRelStyle(u, d, $offsetX=\"1\")\n");
  ASSERT_EQ(diagram.nodes.size(), 4U);
  EXPECT_EQ(diagram.title, "Bank");
  EXPECT_EQ(diagram.nodes[1].shape, diagram::Shape::Database);
  EXPECT_EQ(diagram.nodes[1].about, "PostgreSQL\nAccounts");
  EXPECT_EQ(diagram.nodes[2].shape, diagram::Shape::Queue);
  EXPECT_EQ(diagram.nodes[3].parent, -1);
  ASSERT_EQ(diagram.edges.size(), 3U);
  EXPECT_TRUE(diagram.edges[1].both);
  EXPECT_EQ(diagram.edges[2].from, "q");
}

TEST(Mermaid, LeavesOtherDiagramsAlone) {
  for (const char* text : {"gantt\ntitle Plan\n", "stateDiagram-v2\n[*] --> Idle\n", "erDiagram\nA ||--o{ B : has\n",
                           "classDiagram\nA <|-- B\n", "pie\n\"a\" : 1\n"}) {
    EXPECT_FALSE(is_diagram(text)) << text;
    EXPECT_TRUE(parse(text).empty()) << text;
  }
  EXPECT_TRUE(is_diagram("%%{init: {}}%%\nflowchart TB\n"));
}

}  // namespace
}  // namespace skydraft::understand::mermaid
