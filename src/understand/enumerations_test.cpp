#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Lists and tables whose items are called by their names alone: the line above says what they are.
namespace skydraft::understand {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::string garden(std::string_view text) { return "# Garden\n\nIt runs on AWS.\n\n" + std::string(text); }

TEST(Enumerations, ItemsAreOfTheKindThatIsCounted) {
  const Read read(
      garden("The plan has two queues:\n\n- **Seeds** for what is sown\n- **Cuttings**: what is planted in spring.\n"));
  EXPECT_EQ(read.kind("Seeds"), read.kind("Cuttings"));
  EXPECT_EQ(read.kind("Seeds"), "aws.sqs");
}

TEST(Enumerations, WhatTheLeadSaysIsSaidOfEach) {
  const Read read(
      garden("API Gateway invokes one of two Lambda functions:\n\n- **sow-read** for `GET /beds`\n- **sow** for all "
             "else\n"));
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> sow-read", "API Gateway -> sow"));
}

TEST(Enumerations, ServicesThatEverybodyKnowsStayWhatTheyAre) {
  const Read read(garden("It uses two services:\n\n- **Redis** keeps beds.\n- **PostgreSQL** keeps plans.\n"));
  EXPECT_EQ(read.kind("Redis"), "generic.redis");
  EXPECT_EQ(read.kind("PostgreSQL"), "generic.postgres");
}

TEST(Enumerations, AnotherNumberIsOfSomethingElse) {
  const Read read(
      garden("After three deployments of the two functions:\n\n- **Spring** is over\n- **Summer** begins\n"
             "- **Autumn** follows\n"));
  EXPECT_EQ(read.find("Spring"), nullptr);
}

TEST(Enumerations, RowsOfTheTableBelow) {
  const Read read(
      garden("A number of DynamoDB tables hold it:\n\n| Table | Content |\n|---|---|\n| `beds-all` | All "
             "beds (filled by `bed-sync`) |\n| `plants-all` | All plants |\n"));
  EXPECT_EQ(read.kind("beds-all"), "aws.dynamodb");
  EXPECT_EQ(read.kind("plants-all"), "aws.dynamodb");
  EXPECT_THAT(read.relations(), ElementsAre("bed-sync -> beds-all"));
}

TEST(Enumerations, NameOnALineOfItsOwn) {
  const Read read(garden("**src/beds**<br/>\nA Node.js Lambda function that writes to DynamoDB.\n"));
  EXPECT_EQ(read.kind("beds"), "aws.lambda");
  EXPECT_EQ(read.text("beds", "runtime"), "Node.js");
  EXPECT_TRUE(read.relates("beds", "DynamoDB"));
}

TEST(Enumerations, WhatEachPartOfAStackIsDoneWith) {
  const Read read(
      "# Garden\n\n## Stack\n\n- **Registry:** Shedkeep (OCI)\n- **GitOps:** FluxCD v2 + SOPS\n- **VPN:** "
      "Tailscale\n- **Frontend:** React, Vite\n");
  EXPECT_EQ(read.kind("Shedkeep"), "generic.registry");
  EXPECT_EQ(read.kind("FluxCD"), "tool.flux");
  EXPECT_EQ(read.find("Vite"), nullptr);
}

TEST(Enumerations, NumbersOnTheLinesOfADrawingAreAFlow) {
  const Read read(
      "# Garden\n\n```mermaid\nflowchart LR\n  a[Gardener app] -- \"2. store\" --> b[(Postgres)]\n  c[Sensor] "
      "-- \"1. report\" --> a\n  b -- \"3. read\" --> d[Grafana]\n```\n");
  ASSERT_EQ(read.architecture.flows().size(), 1U);
  const model::Flow& flow = read.architecture.flows().front();
  ASSERT_EQ(flow.steps.size(), 3U);
  EXPECT_EQ(flow.steps.front().text, "report");
  EXPECT_EQ(flow.steps.back().text, "read");
}

TEST(Enumerations, SubnetsShareTheirNoun) {
  const Read read(garden("- VPC with public, private and isolated subnets\n- ALB for load balancing\n"));
  for (const char* subnets : {"public subnets", "private subnets", "isolated subnets"})
    EXPECT_EQ(read.parent(subnets), "VPC") << subnets;
  EXPECT_NE(read.find("ALB"), nullptr) << "what it is for is no part of its name";
}

TEST(Enumerations, NothingButThings) {
  const Read read(garden("- Network security: security groups and WAF\n"));
  EXPECT_THAT(read.names(), UnorderedElementsAre("security groups", "WAF"));
}

TEST(Enumerations, NumberedThings) {
  const Read read(
      garden("1. prune - Lambda function that reads from DynamoDB.\n2. graft - Lambda function that writes to "
             "SNS.\n"));
  EXPECT_EQ(read.kind("prune"), "aws.lambda");
  EXPECT_TRUE(read.relates("graft", "SNS"));
}

TEST(Enumerations, BoldLineAboveWhatItIs) {
  const Read read(garden("**PruneBeds**\nLambda function that prunes.\n"));
  EXPECT_EQ(read.kind("PruneBeds"), "aws.lambda");
}

TEST(Enumerations, PlacesAreNoNames) {
  const Read read(garden("On AWS:\n\n- **Beds API:** ECS service\n"));
  EXPECT_EQ(read.find("On AWS"), nullptr);
}

TEST(Enumerations, AListEndsTheSentenceAboveIt) {
  const Read read(
      garden("The Beds API writes to:\n\n- DynamoDB\n- S3\n\nPrometheus monitors all of it, including:\n\n- "
             "Redis\n- Kafka\n"));
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Beds API -> DynamoDB", "Beds API -> S3", "Prometheus -> Redis",
                                                     "Prometheus -> Kafka"));
}

}  // namespace
}  // namespace skydraft::understand
