#include "understand/plantuml.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand::plantuml {
namespace {

TEST(PlantUml, ReadsElementsFramesAndLinks) {
  const diagram::Diagram diagram = parse(
      "@startuml\nskinparam monochrome true\nactor \"End user\" as u\ncloud AWS {\n  node \"App host\" as host {\n"
      "    [Web] as web\n  }\n  database \"Orders\" as db\n}\nu --> web : HTTPS\nweb -down-> db : SQL\n[Cron] ..> web\n"
      "@enduml\n");
  ASSERT_EQ(diagram.groups.size(), 2U);
  EXPECT_EQ(diagram.groups[1].label, "App host");
  ASSERT_EQ(diagram.nodes.size(), 4U);
  EXPECT_EQ(diagram.nodes[0].shape, diagram::Shape::Person);
  EXPECT_EQ(diagram.nodes[1].label, "Web");
  EXPECT_EQ(diagram.nodes[1].parent, 1);
  EXPECT_EQ(diagram.nodes[2].shape, diagram::Shape::Database);
  ASSERT_EQ(diagram.edges.size(), 3U);
  EXPECT_EQ(diagram.edges[1].label, "SQL");
  EXPECT_EQ(diagram.edges[2].from, "Cron");
}

TEST(PlantUml, ReadsSequencesAndMacros) {
  const diagram::Diagram sequence =
      parse("@startuml\nparticipant \"Web app\" as W\nparticipant API\nW -> API : order\nAPI --> W : ok\n@enduml\n");
  EXPECT_TRUE(sequence.sequence);
  EXPECT_EQ(sequence.edges.size(), 1U);
  const diagram::Diagram macros = parse(
      "@startuml\n!include C4_Container.puml\nContainer(w, \"Web\", \"Go\")\nLambda(f, \"Resize\", \"Python\")\n"
      "Rel(w, f, \"calls\")\n@enduml\n");
  ASSERT_EQ(macros.nodes.size(), 2U);
  EXPECT_EQ(macros.nodes[1].about, "Lambda");
  EXPECT_EQ(macros.edges.size(), 1U);
}

TEST(PlantUml, LeavesClassesAndStatesAlone) {
  EXPECT_TRUE(parse("@startuml\nclass A\nA --> B\n@enduml\n").empty());
  EXPECT_TRUE(parse("@startuml\n[*] --> Idle\n@enduml\n").empty());
  EXPECT_FALSE(is_diagram("graph LR\n"));
}

}  // namespace
}  // namespace skydraft::understand::plantuml
