#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "view/overview/sample_architecture.hpp"
#include "view/view.hpp"

namespace skydraft::view {
namespace {

using model::ComponentId;
using model::RelationKind;
using overview::sample::Document;

/// A request through a cluster, beside things that it does not touch.
model::Architecture shop() {
  Document d;
  const ComponentId cluster = d.add("EKS", "aws.eks");
  const ComponentId user = d.add("User", "generic.user"), ingress = d.add("Ingress", "k8s.ingress", cluster);
  const ComponentId service = d.add("API Service", "k8s.service", cluster),
                    api = d.add("API", "k8s.deployment", cluster);
  const ComponentId store = d.add("Orders", "aws.rds"), queue = d.add("Jobs", "k8s.job", cluster);
  d.relate(queue, store);
  for (const char* name : {"Logs", "Mail", "Queue", "Archive"}) d.add(name, "aws.s3");
  const auto enter = d.relate(user, ingress),
             route = d.relate(ingress, service, RelationKind::Flow, "routes /api/* to");
  const auto call = d.relate(service, api), write = d.relate(api, store);
  d.flow("Order", {{enter}, {route}, {call, write}});
  return std::move(d).finish();
}

std::vector<std::string> ids_of(const model::Architecture& architecture) {
  std::vector<std::string> ids;
  for (const ViewInfo& view : list_views(architecture)) ids.push_back(view.id);
  return ids;
}

std::string id_of_kind(const model::Architecture& architecture, std::string_view kind) {
  for (const ViewInfo& view : list_views(architecture))
    if (view.kind == kind) return view.id;
  return {};
}

TEST(ListViews, FollowsWhatTheDocumentSays) {
  const std::vector<std::string> ids = ids_of(shop());
  EXPECT_EQ(ids.front(), "overview");
  EXPECT_EQ(std::ranges::count(ids, "kubernetes"), 1);
  EXPECT_EQ(std::ranges::count(ids, "security"), 0) << "the document says nothing about it";
  Document small;
  small.relate(small.add("User", "generic.user"), small.add("API", "generic.api"));
  EXPECT_EQ(ids_of(std::move(small).finish()), std::vector<std::string>{"overview"});
}

TEST(FlowView, KeepsThePlacementAndFadesTheRest) {
  const model::Architecture architecture = shop();
  const Result<Picture> whole = make_view(architecture, "overview", "a.md");
  const Result<Picture> flow = make_view(architecture, "flow-1", "a.md");
  ASSERT_TRUE(whole && flow);
  ASSERT_EQ(flow->graph.nodes().size(), whole->graph.nodes().size());
  int lit = 0, faded = 0;
  for (std::uint32_t i = 1; i < flow->graph.nodes().size(); ++i) {
    const layout::NodeId id{i};
    EXPECT_EQ(flow->graph[id].size, whole->graph[id].size);
    if (!flow->graph.is_container(id)) ++(flow->nodes[id].faded ? faded : lit);
  }
  EXPECT_EQ(lit, 5);
  EXPECT_EQ(faded, 5);
  EXPECT_EQ(std::ranges::count_if(flow->edges.rows(), [](const EdgeDress& e) { return e.faded; }), 1);
}

TEST(Sequence, HasAMessageForEachRelationInOrder) {
  const model::Architecture architecture = shop();
  const Result<Picture> sequence = make_view(architecture, id_of_kind(architecture, "sequence"), "a.md");
  ASSERT_TRUE(sequence);
  EXPECT_EQ(sequence->plan, Plan::Sequence);
  EXPECT_EQ(sequence->graph.nodes().size(), 6U) << "the root and five who take part";
  std::vector<int> numbers;
  for (const EdgeDress& edge : sequence->edges.rows()) numbers.push_back(edge.steps.front());
  EXPECT_EQ(numbers, (std::vector<int>{1, 2, 3, 3}));
}

TEST(ThemedView, NamesWhatItLeavesOutAndDrawsPathRules) {
  const model::Architecture architecture = shop();
  const Result<Picture> view = make_view(architecture, "kubernetes", "a.md");
  ASSERT_TRUE(view);
  const auto row = std::ranges::find(view->sheet.notes.rows, "Not shown", &NoteRow::key);
  ASSERT_NE(row, view->sheet.notes.rows.end());
  EXPECT_EQ(row->values, (std::vector<std::string>{"Logs", "Mail", "Queue", "Archive"}));
  EXPECT_TRUE(std::ranges::any_of(view->nodes.rows(), [](const NodeDress& d) { return d.kind == "aws.rds"; }))
      << "what the cluster talks to stands beside it";
}

TEST(ThemedView, StacksWorkloadsBehindTheirServices) {
  Document d;
  const ComponentId cluster = d.add("EKS", "aws.eks"), space = d.add("production", "k8s.namespace", cluster);
  const ComponentId ingress = d.add("Ingress", "k8s.ingress", space);
  for (const std::string name : {"Web", "API"}) {
    const ComponentId service = d.add(name + " Service", "k8s.service", space);
    d.relate(ingress, service);
    const ComponentId workload = d.add(name, "k8s.deployment", space);
    d.set(workload, "replicas", std::int64_t{2});
    d.relate(service, workload);
  }
  d.add("HPA", "k8s.hpa", space);
  for (const char* name : {"Logs", "Mail", "Queue", "Archive"}) d.add(name, "aws.s3");
  const model::Architecture architecture = std::move(d).finish();
  const Result<Picture> view = make_view(architecture, "kubernetes", "a.md");
  ASSERT_TRUE(view);
  const auto box = std::ranges::find(view->graph.nodes(), "production-running", &layout::Node::key);
  ASSERT_NE(box, view->graph.nodes().end());
  const layout::NodeId id{static_cast<std::uint32_t>(box - view->graph.nodes().begin())};
  const NodeDress& dress = view->nodes[id];
  EXPECT_EQ(dress.lines.front().text, "Deployments");
  EXPECT_EQ(dress.lines.back().text, "HPA") << "what scales all of them stands in the header";
  ASSERT_EQ(view->graph.children(id).size(), 2U);
  EXPECT_EQ(view->graph[view->graph.children(id)[0]].size.width, view->graph[view->graph.children(id)[1]].size.width);
}

TEST(ThemedView, DrawsSecurityGroupsAroundWhatTheyProtect) {
  Document d;
  const ComponentId network = d.add("VPC", "aws.vpc");
  const ComponentId outer = d.add("Web Tier SG", "aws.security-group", network),
                    inner = d.add("Database SG", "aws.security-group", network);
  d.add("Web Servers", "aws.ec2", network);
  d.add("Orders", "aws.rds", network);
  d.add("Vault", "aws.secrets-manager");
  d.add("Keys", "aws.kms");
  for (const char* name : {"Logs", "Mail", "Queue", "Archive"}) d.add(name, "aws.s3");
  model::Policy policy;
  policy.kind = model::PolicyKind::Security;
  policy.applies_to = {outer};
  policy.attributes = {{"from", std::string("internet"), false}, {"traffic", std::string("HTTPS"), false}};
  d.builder().add(policy);
  d.relate(outer, inner);
  const model::Architecture architecture = std::move(d).finish();
  const Result<Picture> view = make_view(architecture, "security", "a.md");
  ASSERT_TRUE(view);
  EXPECT_EQ(std::ranges::count(view->nodes.rows(), Look::Boundary, &NodeDress::look), 2);
  const auto place_of = [&](std::string_view key) {
    const auto it = std::ranges::find(view->graph.nodes(), key, &layout::Node::key);
    return it != view->graph.nodes().end() && it->parent ? view->graph[*it->parent].key : std::string();
  };
  EXPECT_EQ(place_of("web-servers"), "web-tier-sg");
  EXPECT_EQ(place_of("orders"), "database-sg");
  EXPECT_EQ(view->graph.edges().size(), 2U) << "from the internet to the first, from there to the second";
}

std::vector<std::string> names_in(const model::Architecture& architecture, const Picture& picture) {
  std::vector<std::string> names;
  for (std::uint32_t i = 1; i < picture.graph.nodes().size(); ++i)
    if (!picture.graph.is_container(layout::NodeId{i}))
      for (const ComponentId c : picture.nodes[layout::NodeId{i}].components) names.push_back(architecture[c].name);
  std::ranges::sort(names);
  return names;
}

TEST(Options, FocusShowsWhatIsNear) {
  const model::Architecture architecture = shop();
  const auto around = [&](int depth) {
    return names_in(architecture,
                    *make_view(architecture, "", "a.md", {.focus = {*architecture.find("user")}, .depth = depth}));
  };
  EXPECT_EQ(around(0), (std::vector<std::string>{"User"}));
  EXPECT_EQ(around(1), (std::vector<std::string>{"Ingress", "User"}));
  EXPECT_EQ(around(2), (std::vector<std::string>{"API Service", "Ingress", "User"}));
}

TEST(Options, ACollapsedContainerStandsForWhatIsInIt) {
  const model::Architecture architecture = shop();
  const ComponentId cluster = *architecture.find("eks");
  const Result<Picture> picture = make_view(architecture, "", "a.md", {.collapse = {cluster}});
  ASSERT_TRUE(picture);
  const auto box = std::ranges::find_if(picture->nodes.rows(), [&](const NodeDress& d) {
    return std::ranges::find(d.components, cluster) != d.components.end();
  });
  ASSERT_NE(box, picture->nodes.rows().end());
  EXPECT_EQ(box->components.size(), 5U) << "the cluster and four in it";
  EXPECT_EQ(picture->edges.rows().size(), 2U) << "from the user, and to the database";
}

TEST(Options, ManyAlikeAreFolded) {
  Document d;
  d.relate(d.add("User", "generic.user"), d.add("API", "generic.api"));
  for (int i = 0; i < 30; ++i) d.add("Bucket " + std::to_string(i), "aws.s3");
  const model::Architecture architecture = std::move(d).finish();
  const auto nodes = [&](Detail detail) {
    return std::ranges::count(make_view(architecture, "", "a.md", {.detail = detail})->nodes.rows(), "aws.s3",
                              &NodeDress::kind);
  };
  EXPECT_EQ(nodes(Detail::Low), 3);
  EXPECT_EQ(nodes(Detail::Normal), 12);
  EXPECT_EQ(nodes(Detail::Full), 30);
  const Result<Picture> picture = make_view(architecture, "", "a.md");
  EXPECT_EQ(names_in(architecture, *picture).size(), 32U) << "the last box stands for the rest";
}

}  // namespace
}  // namespace skydraft::view
