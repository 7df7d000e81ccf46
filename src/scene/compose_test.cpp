#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scene/scene.hpp"

namespace skydraft::scene {
namespace {

using layout::EdgeId;
using layout::NodeId;
using layout::PlacedGraph;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using view::Look;
using view::Picture;

/// A picture made by hand: a network with a zone and an opaque band over it, two nodes and an edge.
struct Sample {
  Picture picture;
  PlacedGraph placed;
  model::Architecture architecture;
  Source source{"a.md", "one\ntwo\nthree\n"};
  NodeId network, zone, band, user, database;

  Sample() {
    picture.nodes.push_back({});
    picture.nodes[layout::SizedGraph::root()].look = Look::Plain;
    place({0, 0, 800, 400});
    placed.size = {800, 400};
    DiagnosticSink sink;
    model::ArchitectureBuilder builder;
    model::Component component;
    component.name = "orders";
    component.slug = "orders";
    component.source = {{4, 7}, {8, 13}};
    builder.add(component);
    architecture = std::move(builder).finish(sink);

    network = add({}, "net", {100, 0, 600, 400}, Look::Network, "VPC", view::TextRole::GroupLabel);
    band = add(network, "band", {200, 200, 400, 80}, Look::Cluster, "Cluster", view::TextRole::GroupLabel);
    zone = add(network, "zone", {120, 40, 300, 340}, Look::Zone, "Zone A", view::TextRole::GroupLabel);
    user = add({}, "user", {0, 100, 60, 80}, Look::IconNode, "User", view::TextRole::Name);
    database = add(network, "db", {500, 100, 60, 80}, Look::IconNode, "Orders", view::TextRole::Name);
    picture.nodes[database].components = {{0}};

    layout::Edge edge;
    edge.key = "r1";
    edge.from = user;
    edge.to = database;
    picture.graph.add(edge);
    view::EdgeDress dress;
    dress.strand = view::Strand::User;
    dress.labels = {"asks"};
    dress.steps = {1};
    picture.edges.push_back(dress);
    placed.routes.push_back({{{60, 140}, {500, 140}}, {{200, 120, 40, 12}}, {{300, 140}}});
    picture.sheet.title = {"Shop", false};
  }

  void place(Rect rect) {
    placed.rects.push_back(rect);
    placed.titles.push_back({});
    placed.notes.push_back({});
  }

  NodeId add(std::optional<NodeId> parent, const char* key, Rect rect, Look look, const char* label,
             view::TextRole role) {
    layout::Node node;
    node.parent = parent;
    node.key = key;
    node.size = rect.size();
    if (role == view::TextRole::GroupLabel) node.role = layout::Role::Container;
    view::NodeDress dress;
    dress.look = look;
    view::TextLine line;
    line.text = label;
    line.at = {10, 16};
    line.role = role;
    dress.lines.push_back(line);
    picture.nodes.push_back(dress);
    place(rect);
    return picture.graph.add(node);
  }

  Scene compose() const { return scene::compose(picture, placed, architecture, source); }
};

std::vector<std::string> texts(const Scene& scene) {
  std::vector<std::string> all;
  for (const Item& item : scene.items)
    if (const auto* text = std::get_if<Text>(&item.shape)) all.push_back(text->text);
  return all;
}

std::size_t index_of_box(const Scene& scene, const std::string& element) {
  for (std::size_t i = 0; i < scene.items.size(); ++i)
    if (std::holds_alternative<Box>(scene.items[i].shape) && scene.elements[scene.items[i].element].id == element)
      return i;
  return scene.items.size();
}

const Element& element(const Scene& scene, const std::string& id) {
  const auto found = std::ranges::find(scene.elements, id, &Element::id);
  EXPECT_NE(found, scene.elements.end()) << id;
  return *found;
}

TEST(Compose, PageIsAsWideAsItsDrawingAndItsWordsNeed) {
  Sample sample;
  sample.placed.size = {1500, 300};
  EXPECT_EQ(sample.compose().size.width, 1540);
  sample.picture.sheet.panels.clear();
  sample.placed.size = {100, 300};
  EXPECT_LT(sample.compose().size.width, 1280) << "a small drawing is not lost on a large page";
  sample.placed.size = {3000, 900};
  const Scene large = sample.compose();
  EXPECT_EQ(large.size.width, 3040);
  EXPECT_GE(large.size.height, 960);
}

TEST(Compose, PaintsFromBackToFront) {
  const Scene scene = Sample().compose();
  EXPECT_LT(index_of_box(scene, "net"), index_of_box(scene, "zone"));
  EXPECT_LT(index_of_box(scene, "zone"), index_of_box(scene, "band")) << "an opaque band hides the zone's border";
  const auto first_line =
      std::ranges::find_if(scene.items, [](const Item& item) { return std::holds_alternative<Line>(item.shape); });
  EXPECT_LT(static_cast<std::ptrdiff_t>(index_of_box(scene, "band")), first_line - scene.items.begin());
  EXPECT_TRUE(std::holds_alternative<Box>(scene.items.front().shape));
  EXPECT_EQ(std::get<Box>(scene.items.front().shape).rect.width, scene.size.width);
}

TEST(Compose, EdgeEndsAtItsTargetAndItsLabelTakesTheFillBehindIt) {
  const Scene scene = Sample().compose();
  const double left = (scene.size.width - 800) / 2.0;
  bool tip = false;
  for (const Item& item : scene.items) {
    if (scene.elements[item.element].id != "r1") continue;
    if (const auto* head = std::get_if<Polygon>(&item.shape)) tip = head->points.front() == Point{left + 500, 200};
    if (const auto* text = std::get_if<Text>(&item.shape); text != nullptr && text->text == "asks") {
      EXPECT_EQ(text->halo, "vpc_fill");
      EXPECT_EQ(text->color, "user");
    }
  }
  EXPECT_TRUE(tip);
}

TEST(Compose, ElementsSayWhatTheyAreAndWhereTheyComeFrom) {
  const Scene scene = Sample().compose();
  EXPECT_EQ(element(scene, "db").label, "Orders, in VPC");
  EXPECT_EQ(element(scene, "db").component, "orders");
  EXPECT_THAT(element(scene, "db").lines, testing::ElementsAre(2, 3));
  EXPECT_EQ(element(scene, "net").role, "container");
  EXPECT_EQ(element(scene, "r1").label, "User to Orders, asks, step 1");
  EXPECT_THAT(scene.description, HasSubstr("2 components and 1 connection"));
  std::set<std::string> ids;
  for (const Element& each : scene.elements) EXPECT_TRUE(ids.insert(each.id).second) << each.id;
}

TEST(Compose, EmptyPartsFallAway) {
  Sample sample;
  const Scene bare = sample.compose();
  EXPECT_THAT(texts(bare), Not(Contains("Legend")));
  EXPECT_THAT(texts(bare), Not(Contains("ENVIRONMENT")));
  sample.picture.sheet.environment = {"Production", false};
  sample.picture.sheet.legend = {view::LegendEntry::UserFlow};
  sample.picture.sheet.panels = {{"Ordering", view::Strand::User, {{1, "User opens the shop"}}}};
  const Scene full = sample.compose();
  for (const char* text : {"Legend", "User request", "ENVIRONMENT", "Production", "Ordering", "User opens the shop"})
    EXPECT_THAT(texts(full), Contains(text));
  EXPECT_GT(full.size.height, bare.size.height);
}

TEST(Compose, ManyLongPanelsStayOnThePage) {
  Sample sample;
  for (int flow = 0; flow < 7; ++flow) {
    view::FlowPanel panel{"Flow " + std::to_string(flow), view::Strand::Delivery, {}};
    for (int step = 1; step < 13; ++step)
      panel.steps.push_back(
          {step, "a step whose words are many and which does not fit into any column at all " + std::string(80, 'x')});
    sample.picture.sheet.panels.push_back(panel);
  }
  sample.picture.sheet.title.text = std::string(600, 'M');
  const Scene scene = sample.compose();
  for (const Item& item : scene.items) {
    const auto* text = std::get_if<Text>(&item.shape);
    if (text == nullptr || text->anchor != view::TextLine::Anchor::Start) continue;
    EXPECT_LE(text->at.x + text->width, scene.size.width) << text->text;
    EXPECT_LE(text->at.y, scene.size.height);
  }
}

TEST(Compose, TierNamesStandBesideTheirTierAndClearOfRoutes) {
  Sample sample;
  sample.picture.nodes[sample.network].tiers = {{"DATA TIER", {sample.zone}}};
  const Scene scene = sample.compose();
  const auto caption = std::ranges::find_if(scene.items, [](const Item& item) {
    const auto* text = std::get_if<Text>(&item.shape);
    return text != nullptr && text->text == "DATA TIER";
  });
  ASSERT_NE(caption, scene.items.end());
  const Text& text = std::get<Text>(caption->shape);
  EXPECT_EQ(text.rotation, -90);
  EXPECT_EQ(text.at.y, 60 + 40 + 340 / 2.0) << "the route at 140 does not reach the middle";
  sample.placed.routes[EdgeId{0}].points = {{60, 210}, {500, 210}};
  const Scene crossed = sample.compose();
  const Text& moved = std::get<Text>(crossed.items[static_cast<std::size_t>(caption - scene.items.begin())].shape);
  EXPECT_GE(std::abs(moved.at.y - (60 + 210)), moved.width / 2);
  sample.picture.nodes[sample.network].tiers = {{std::string(200, 'W'), {sample.zone}}};
  EXPECT_THAT(texts(sample.compose()), Not(Contains(std::string(200, 'W')))) << "longer than its tier is high";
}

TEST(Compose, FadedPartsKeepTheirPlaceAndHideWhatTheyCover) {
  Sample sample;
  const std::size_t items = sample.compose().items.size();
  sample.picture.nodes[sample.band].faded = true;
  const Scene scene = sample.compose();
  EXPECT_EQ(scene.items.size(), items + 1) << "an opaque underlay";
  const Item& underlay = scene.items[index_of_box(scene, "band")];
  EXPECT_EQ(underlay.opacity, 1);
  EXPECT_EQ(std::get<Box>(underlay.shape).fill, "vpc_fill");
  EXPECT_LT(scene.items[index_of_box(scene, "band") + 1].opacity, 0.2);
}

}  // namespace
}  // namespace skydraft::scene
