#include "formats/prose/prose.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skydraft::prose {
namespace {

using testing::HasSubstr;

/// A box with two nodes, one edge with a step.
view::Picture sample() {
  view::Picture picture;
  picture.nodes.push_back({});
  picture.nodes[layout::SizedGraph::root()].look = view::Look::Plain;
  const auto add = [&](const char* key, layout::NodeId parent, layout::Role role, view::TextRole text,
                       const char* name) {
    layout::Node node;
    node.key = key;
    node.parent = parent;
    node.role = role;
    node.size = {50, 50};
    view::NodeDress dress;
    dress.look = role == layout::Role::Container ? view::Look::Network : view::Look::IconNode;
    dress.lines.push_back({name, {}, view::TextLine::Anchor::Start, {}, text});
    picture.nodes.push_back(dress);
    return picture.graph.add(node);
  };
  const auto box =
      add("net", layout::SizedGraph::root(), layout::Role::Container, view::TextRole::GroupLabel, "Main | VPC");
  const auto api = add("api", box, layout::Role::Node, view::TextRole::Name, "API");
  const auto db = add("db", box, layout::Role::Node, view::TextRole::Name, "Orders");
  layout::Edge edge;
  edge.key = "r1";
  edge.from = api;
  edge.to = db;
  picture.graph.add(edge);
  view::EdgeDress dress;
  dress.strand = view::Strand::User;
  dress.steps = {2};
  dress.labels = {"reads"};
  picture.edges.push_back(dress);
  picture.sheet.title.text = "Shop";
  picture.sheet.subtitle = "Overview";
  return picture;
}

TEST(Markdown, SaysWhatStandsInWhatAndWhatIsConnected) {
  const std::string text = write_markdown(sample());
  EXPECT_THAT(text, HasSubstr("# Shop\n"));
  EXPECT_THAT(text, HasSubstr("- **Main \\| VPC**\n  - API\n  - Orders\n"));
  EXPECT_THAT(text, HasSubstr("| API | Orders | reads | request, step 2 |"));
}

TEST(Text, DrawsBoxesOfEqualWidth) {
  const std::string text = write_text(sample());
  EXPECT_THAT(text, HasSubstr("┌─ Main | VPC ─"));
  EXPECT_THAT(text, HasSubstr("│ • API"));
  EXPECT_THAT(text, HasSubstr("API ─(2)─▶ Orders  reads"));
}

}  // namespace
}  // namespace skydraft::prose
