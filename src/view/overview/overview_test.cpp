#include "view/overview/overview.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "view/overview/sample_architecture.hpp"
#include "view/view.hpp"

namespace skydraft::view::overview {
namespace {

using layout::Arrangement;
using layout::NodeId;
using model::ComponentId;
using model::RelationKind;
using sample::Document;
using sample::TwoZones;

std::vector<NodeId> nodes_of(const Picture& picture, ComponentId component) {
  std::vector<NodeId> found;
  for (std::uint32_t i = 0; i < picture.graph.nodes().size(); ++i) {
    const auto& components = picture.nodes[NodeId{i}].components;
    if (std::ranges::find(components, component) != components.end()) found.push_back({i});
  }
  return found;
}

std::string text_of_node(const Picture& picture, NodeId id) {
  std::string text;
  for (const TextLine& line : picture.nodes[id].lines) text += line.text + "\n";
  return text;
}

bool has_edge(const Picture& picture, NodeId from, NodeId to, std::vector<int> steps = {}) {
  for (std::uint32_t i = 0; i < picture.graph.edges().size(); ++i) {
    const layout::Edge& edge = picture.graph[layout::EdgeId{i}];
    if (edge.from == from && edge.to == to && picture.edges[layout::EdgeId{i}].steps == steps) return true;
  }
  return false;
}

std::size_t count_looks(const Picture& picture, Look look) {
  return static_cast<std::size_t>(
      std::ranges::count_if(picture.nodes.rows(), [&](const NodeDress& d) { return d.look == look; }));
}

TEST(Overview, ZonesOfSubnetsAreColumns) {
  TwoZones sample;
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  const auto network = nodes_of(picture, sample.network);
  ASSERT_EQ(network.size(), 1U);
  EXPECT_EQ(picture.graph[network[0]].arrangement, Arrangement::Zonal);
  const NodeId zone_a = *picture.graph[nodes_of(picture, sample.public_a).front()].parent;
  const NodeId zone_b = *picture.graph[nodes_of(picture, sample.private_b).front()].parent;
  EXPECT_EQ(picture.graph[zone_a].slot.column, 0);
  EXPECT_EQ(picture.graph[zone_b].slot.column, 1);
  EXPECT_EQ(picture.graph[zone_a].parent, network[0]);
}

TEST(Overview, PublicSubnetsLieAbovePrivateOnes) {
  TwoZones sample;
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  const auto& open = picture.graph[nodes_of(picture, sample.public_a).front()].slot;
  const auto& inner = picture.graph[nodes_of(picture, sample.private_a).front()].slot;
  EXPECT_LT(open.last_row, inner.row);
}

/// A network with public and private subnets of which the document only says how many there are.
struct CountedSubnets {
  Document document;
  ComponentId cloud = document.add("AWS", "aws.cloud");
  ComponentId network = document.add("Main", "aws.vpc", cloud);
  ComponentId open = document.add("Public subnets", "aws.subnet", network);
  ComponentId inner = document.add("Private subnets", "aws.subnet", network);
  ComponentId balancer = document.add("ALB", "aws.alb", open);
  ComponentId service = document.add("Orders", "aws.ecs", inner);

  CountedSubnets() {
    document.set(open, "public", true);
    document.set(inner, "public", false);
  }
};

TEST(Overview, CountedZonesHaveOneSubnetOfEachSort) {
  CountedSubnets sample;
  sample.document.set(sample.network, "zones", std::string("two availability zones"));
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  const auto open = nodes_of(picture, sample.open);
  const auto inner = nodes_of(picture, sample.inner);
  ASSERT_EQ(open.size(), 2U);
  ASSERT_EQ(inner.size(), 2U);
  EXPECT_EQ(count_looks(picture, Look::Zone), 2U);
  EXPECT_EQ(text_of_node(picture, open[0]), "Public subnet\n");
  EXPECT_EQ(picture.graph[open[1]].parent, picture.graph[inner[1]].parent);
  EXPECT_NE(picture.graph[open[0]].parent, picture.graph[open[1]].parent);
  EXPECT_EQ(nodes_of(picture, sample.service).size(), 1U) << "one thing, that spans the zones";
}

TEST(Overview, CountedSubnetsStandInColumnsWithoutZones) {
  CountedSubnets sample;
  for (const ComponentId subnet : {sample.open, sample.inner}) sample.document[subnet].count = 2;
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  EXPECT_EQ(nodes_of(picture, sample.open).size(), 2U);
  EXPECT_EQ(count_looks(picture, Look::Zone), 0U) << "nobody speaks of zones";
}

TEST(Overview, SubnetsOfTwoNumbersStayTogether) {
  CountedSubnets sample;
  sample.document[sample.open].count = 2;
  sample.document[sample.inner].count = 3;
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  EXPECT_EQ(nodes_of(picture, sample.open).size(), 1U);
}

TEST(Overview, MultiAzGivesAMirroredPair) {
  TwoZones sample;
  const ComponentId store = sample.document.add("RDS", "aws.rds", sample.network);
  sample.document.set(store, "multi_az", true);
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  const auto pair = nodes_of(picture, store);
  ASSERT_EQ(pair.size(), 2U);
  EXPECT_EQ(picture.graph[pair[0]].slot.row, picture.graph[pair[1]].slot.row);
  EXPECT_NE(picture.graph[pair[0]].parent, picture.graph[pair[1]].parent);
  EXPECT_TRUE(has_edge(picture, pair[0], pair[1]));
}

TEST(Overview, AStandbyOfTheModelIsTheSecondOfThePair) {
  TwoZones sample;
  const ComponentId store = sample.document.add("RDS", "aws.rds", sample.network);
  const ComponentId copy = sample.document.add("RDS standby", "aws.rds", sample.network);
  sample.document.set(copy, "role", std::string("standby"));
  sample.document.relate(store, copy, RelationKind::Replicates);
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  ASSERT_EQ(nodes_of(picture, store).size(), 1U);
  ASSERT_EQ(nodes_of(picture, copy).size(), 1U);
  EXPECT_TRUE(has_edge(picture, nodes_of(picture, store)[0], nodes_of(picture, copy)[0]));
}

TEST(Overview, AStandbyStandsBesideItsPrimaryWhereNoZoneIsNamed) {
  Document d;
  const ComponentId region = d.add("Region", "aws.region", d.add("AWS Cloud", "aws.cloud"));
  const ComponentId network = d.add("VPC", "aws.vpc", region);
  for (const bool open : {true, false})
    d.set(d.add(open ? "Public" : "Private", "aws.subnet", network), "public", open);
  const ComponentId store = d.add("RDS", "aws.rds", network);
  const ComponentId copy = d.add("RDS standby", "aws.rds", network);
  d.set(copy, "role", std::string("standby"));
  d.relate(store, copy, RelationKind::Replicates);
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  ASSERT_EQ(nodes_of(picture, store).size(), 1U);
  ASSERT_EQ(nodes_of(picture, copy).size(), 1U);
  EXPECT_TRUE(has_edge(picture, nodes_of(picture, store)[0], nodes_of(picture, copy)[0]));
}

TEST(Overview, NatGatewaysStandInEachZone) {
  TwoZones sample;
  const ComponentId nat = sample.document.add("NAT Gateway", "aws.nat-gateway", sample.network);
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  EXPECT_EQ(nodes_of(picture, nat).size(), 2U);
}

TEST(Overview, WhatScalesStandsInAGroupAcrossTheZones) {
  TwoZones sample;
  const ComponentId servers = sample.document.add("Web servers", "aws.ec2", sample.network);
  const ComponentId scaler = sample.document.add("EC2 Auto Scaling", "aws.autoscaling", sample.network);
  for (const char* name : {"Logs", "Files", "Images"}) sample.document.add(name, "aws.s3", sample.region);
  const Picture picture = make(std::move(sample.document).finish(), "x.md", 1);
  EXPECT_EQ(count_looks(picture, Look::ScalingGroup), 1U);
  EXPECT_EQ(nodes_of(picture, servers).size(), 2U);
  const NodeId group = nodes_of(picture, scaler).front();
  for (const NodeId member : nodes_of(picture, servers)) EXPECT_EQ(picture.graph[member].parent, group);
}

TEST(Overview, TheWayInGoesByTheGatewayAndIsNumberedOnce) {
  TwoZones sample;
  Document& d = sample.document;
  const ComponentId cdn = d.add("CloudFront", "aws.cloudfront", sample.cloud);
  const ComponentId gateway = d.add("Internet Gateway", "aws.internet-gateway", sample.network);
  const ComponentId balancer = d.add("ALB", "aws.alb", sample.network);
  d.flow("Request", {{d.relate(cdn, balancer)}});
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  const NodeId door = nodes_of(picture, gateway).front();
  EXPECT_EQ(picture.nodes[door].look, Look::Gateway);
  EXPECT_TRUE(has_edge(picture, nodes_of(picture, cdn).front(), door, {1}));
  EXPECT_TRUE(has_edge(picture, door, nodes_of(picture, balancer).front()));
}

TEST(Overview, ANumberedRelationIsNotDrawnAgain) {
  Document d;
  const ComponentId a = d.add("a", "generic.service"), b = d.add("b", "generic.service");
  const auto first = d.relate(a, b);
  d.relate(a, b, RelationKind::Uses, "stores");
  d.flow("Request", {{first}});
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  ASSERT_EQ(picture.graph.edges().size(), 1U);
  EXPECT_EQ(picture.edges[layout::EdgeId{0}].relations.size(), 2U);
}

TEST(Overview, WorkloadsStandUnderTheirService) {
  Document d;
  const ComponentId cluster = d.add("EKS", "aws.eks"), space = d.add("production", "k8s.namespace", cluster);
  const ComponentId entry = d.add("Entry", "k8s.ingress", space);
  const ComponentId other = d.add("Other", "k8s.deployment", space), pods = d.add("Shop", "k8s.deployment", space);
  const ComponentId service = d.add("Shop service", "k8s.service", space);
  d.relate(entry, service);
  d.relate(service, pods);
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  const auto slot = [&](ComponentId c) { return picture.graph[nodes_of(picture, c).front()].slot; };
  EXPECT_EQ(slot(service).row, 0);
  EXPECT_EQ(slot(pods).row, 1);
  EXPECT_EQ(slot(pods).column, slot(service).column);
  EXPECT_NE(slot(other).column, slot(pods).column);
  EXPECT_LT(slot(entry).column, slot(service).column);
}

TEST(Overview, SystemComesFirstAndObservabilityLast) {
  Document d;
  const ComponentId cluster = d.add("EKS", "aws.eks");
  std::vector<ComponentId> spaces;
  for (const char* name : {"monitoring", "shop", "kube-system"}) {
    spaces.push_back(d.add(name, "k8s.namespace", cluster));
    d.add(std::string("in ") + name, "k8s.deployment", spaces.back());
  }
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  EXPECT_LT(nodes_of(picture, spaces[2]).front(), nodes_of(picture, spaces[1]).front());
  EXPECT_LT(nodes_of(picture, spaces[1]).front(), nodes_of(picture, spaces[0]).front());
}

TEST(Overview, RolesAreOneNodeAndSecurityGroupsARow) {
  TwoZones sample;
  Document& d = sample.document;
  for (const char* name : {"a", "b", "c", "d"}) d.add(name, "aws.s3", sample.region);
  const ComponentId one = d.add("Reader Role", "aws.iam-role", sample.cloud),
                    two = d.add("Writer Role", "aws.iam-role", sample.cloud);
  const ComponentId guard = d.add("Web SG", "aws.security-group", sample.network);
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  EXPECT_EQ(nodes_of(picture, one), nodes_of(picture, two));
  ASSERT_EQ(nodes_of(picture, guard).size(), 1U);
  const NodeId card = nodes_of(picture, guard).front();
  EXPECT_EQ(picture.nodes[card].look, Look::Annotation);
  EXPECT_NE(text_of_node(picture, card).find("Security groups"), std::string::npos);
}

TEST(Overview, ADocumentWithoutNetworksIsLayered) {
  Document d;
  const ComponentId user = d.add("User", "generic.user"), api = d.add("API", "generic.api"),
                    store = d.add("Store", "generic.database");
  const ComponentId idle = d.add("Archive", "generic.object-storage");
  d.add("Old archive", "generic.object-storage");
  d.relate(user, api);
  d.relate(api, store);
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  const NodeId layers = *picture.graph[nodes_of(picture, api).front()].parent;
  EXPECT_EQ(picture.graph[layers].arrangement, Arrangement::Layered);
  EXPECT_EQ(picture.graph[nodes_of(picture, user).front()].parent, layers);
  EXPECT_NE(picture.graph[nodes_of(picture, idle).front()].parent, layers);
}

TEST(Overview, AnEmptyContainerIsANode) {
  Document d;
  const ComponentId network = d.add("VPC", "aws.vpc"), other = d.add("App", "generic.app");
  d.relate(other, network);
  const Picture picture = make(std::move(d).finish(), "x.md", 1);
  EXPECT_EQ(picture.nodes[nodes_of(picture, network).front()].look, Look::IconNode);
}

TEST(Overview, AnEmptyDocumentGivesAPictureThatSaysSo) {
  const Picture picture = make(Document().finish(), "x.md", 1);
  ASSERT_EQ(picture.graph.nodes().size(), 2U);
  EXPECT_EQ(picture.graph[NodeId{1}].role, layout::Role::Node) << "no tool is handed a picture without a node";
  EXPECT_NE(text_of_node(picture, {1}).find("Nothing to draw"), std::string::npos);
  EXPECT_EQ(picture.sheet.title.text, "x.md");
}

TEST(MakeView, AnUnknownViewNamesTheKnownOnes) {
  const auto result = make_view(Document().finish(), "nothing", "x.md");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::UnknownView);
  EXPECT_NE(result.error().hints.front().text.find("overview"), std::string::npos);
}

/// Any tree of any kinds with any relations: nothing vanishes, sizes are positive, keys are unique.
TEST(Overview, EveryComponentIsSomewhere) {
  const std::vector<std::string> kinds = {"aws.cloud",
                                          "aws.region",
                                          "aws.vpc",
                                          "aws.subnet",
                                          "aws.availability-zone",
                                          "aws.ec2",
                                          "aws.autoscaling",
                                          "aws.ebs",
                                          "aws.rds",
                                          "aws.alb",
                                          "aws.internet-gateway",
                                          "aws.nat-gateway",
                                          "aws.s3",
                                          "aws.iam-role",
                                          "aws.security-group",
                                          "aws.eks",
                                          "aws.eks-node-group",
                                          "k8s.namespace",
                                          "k8s.deployment",
                                          "k8s.service",
                                          "k8s.secret",
                                          "k8s.hpa",
                                          "aws.cloudwatch",
                                          "aws.cloudfront",
                                          "aws.codebuild",
                                          "tool.github",
                                          "generic.user",
                                          "generic.group",
                                          "no.such-kind"};
  const bool holds = rc::check("every component is in some node or in the notes", [&] {
    Document d;
    const auto count = *rc::gen::inRange(1, 40);
    std::vector<ComponentId> all;
    for (int i = 0; i < count; ++i) {
      const auto& kind = *rc::gen::elementOf(kinds);
      std::optional<ComponentId> parent;
      if (!all.empty() && *rc::gen::inRange(0, 3) > 0) parent = *rc::gen::elementOf(all);
      all.push_back(d.add("thing " + std::to_string(i), kind, parent));
      if (kind == "aws.subnet" && *rc::gen::inRange(0, 2) == 0)
        d.set(all.back(), "public", *rc::gen::inRange(0, 2) == 0);
      if (kind == "aws.subnet" && *rc::gen::inRange(0, 2) == 0)
        d.set(all.back(), "az", std::string(1, *rc::gen::element('a', 'b', 'c')));
    }
    std::vector<model::RelationId> relations;
    const auto lines = *rc::gen::inRange(0, 30);
    for (int i = 0; i < lines; ++i)
      relations.push_back(
          d.relate(*rc::gen::elementOf(all), *rc::gen::elementOf(all),
                   *rc::gen::element(RelationKind::Flow, RelationKind::Uses, RelationKind::Monitors,
                                     RelationKind::Deploys, RelationKind::Replicates, RelationKind::Secures)));
    if (relations.size() > 2) d.flow("Request", {{relations[0]}, {relations[1], relations[2]}, {}});
    const Picture picture = make(std::move(d).finish(), "x.md", 1);

    std::set<ComponentId> seen;
    for (const NodeDress& dress : picture.nodes.rows()) seen.insert(dress.components.begin(), dress.components.end());
    seen.insert(picture.sheet.notes.components.begin(), picture.sheet.notes.components.end());
    for (const ComponentId c : all) RC_ASSERT(seen.contains(c));
    std::set<std::string> keys;
    for (std::uint32_t i = 1; i < picture.graph.nodes().size(); ++i) {
      const layout::Node& node = picture.graph[NodeId{i}];
      RC_ASSERT(keys.insert(node.key).second);
      RC_ASSERT(picture.graph.is_container({i}) || (node.size.width > 0 && node.size.height > 0));
    }
    for (std::uint32_t i = 0; i < picture.graph.edges().size(); ++i) {
      const layout::Edge& edge = picture.graph[layout::EdgeId{i}];
      RC_ASSERT(edge.from != edge.to);
      RC_ASSERT(!picture.graph.is_inside(edge.from, edge.to) && !picture.graph.is_inside(edge.to, edge.from));
      const EdgeDress& dress = picture.edges[layout::EdgeId{i}];
      RC_ASSERT(static_cast<int>(dress.steps.size()) == edge.badges + edge.badges_at_target);
      RC_ASSERT(dress.labels.size() == edge.labels.size());
    }
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace skydraft::view::overview
