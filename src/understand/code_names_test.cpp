#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Names in code: bullets that begin with a kind and a name, and names that only sentences make things.
namespace skydraft::understand {
namespace {

using testing::UnorderedElementsAre;

TEST(CodeNames, ABulletHasAKindAndItsName) {
  const Read read(
      "# Ferry\n\n- VPC `ferry-vpc` 10.1.0.0/16\n  - ECS service `berths` (2 tasks)\n  - ALB `front`\n"
      "- DynamoDB table `tickets`: seats and prices\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ferry-vpc", "berths", "front", "tickets"));
  EXPECT_EQ(read.kind("berths"), "aws.ecs-service");
  EXPECT_EQ(read.text("berths", "replicas"), "2");
  EXPECT_EQ(read.text("ferry-vpc", "cidr"), "10.1.0.0/16");
  EXPECT_EQ(read.parent("berths"), "ferry-vpc");
  EXPECT_EQ(read.parent("front"), "ferry-vpc");
}

TEST(CodeNames, AVersionStandsBeforeTheName) {
  const Read read("# Ferry\n\n- VPC `net`\n  - Aurora PostgreSQL 15 `tickets-db`, serverless v2\n");
  EXPECT_EQ(read.kind("tickets-db"), "aws.aurora");
  EXPECT_EQ(read.parent("tickets-db"), "net");
}

TEST(CodeNames, KubernetesObjectsNestAsTheirBulletsDo) {
  const Read read(
      "# Ferry\n\n1. **EKS cluster** `harbour` (1.28) in the VPC `net`\n   - Namespace `quay`\n     - Deployment "
      "`berths` (3 replicas)\n     - CronJob `sweep`, hourly\n2. **S3 bucket** `archive` - see below\n");
  EXPECT_EQ(read.parent("harbour"), "net");
  EXPECT_EQ(read.parent("quay"), "harbour");
  EXPECT_EQ(read.parent("berths"), "quay");
  EXPECT_EQ(read.parent("sweep"), "quay");
  EXPECT_EQ(read.text("berths", "replicas"), "3");
  EXPECT_EQ(read.kind("archive"), "aws.s3");
}

TEST(CodeNames, ANamespaceMayBeCalledLikeAKind) {
  const Read read(
      "# Ferry on Kubernetes\n\n### namespace `apps`\n\n* **berths** — Deployment, 1 replica\n\n### namespace "
      "`home`\n\n* **gate**: opens the barrier\n");
  EXPECT_EQ(read.kind("apps"), "k8s.namespace");
  EXPECT_EQ(read.parent("berths"), "apps");
  EXPECT_EQ(read.parent("gate"), "home");
}

TEST(CodeNames, WhatRunsInAClusterIsListedByItsName) {
  const Read read(
      "# Ferry\n\n- ECS cluster `harbour` on Fargate\n  - `web` - Rails, port 3000, 6 tasks\n  - `jobs` - 4 tasks\n");
  EXPECT_EQ(read.parent("web"), "harbour");
  EXPECT_EQ(read.text("web", "replicas"), "6");
  EXPECT_EQ(read.parent("jobs"), "harbour");
}

TEST(CodeNames, WhatActsIsAThing) {
  const Read read("# Ferry\n\nAPI Gateway invokes `scan-fn`. `scan-fn` writes to DynamoDB.\n");
  EXPECT_EQ(read.kind("scan-fn"), "aws.lambda");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> scan-fn", "scan-fn -> DynamoDB"));
}

TEST(CodeNames, SettingsAndMessagesAreNoThings) {
  const Read read(
      "# Ferry\n\nThe Lambda function sends the `x-request-header` to S3, publishes `ticket-event` and reads "
      "`api-key`.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Lambda", "S3"));
}

TEST(CodeNames, ANameIsGivenInPassing) {
  const Read read(
      "# Ferry\n\nScans go to a Service Bus queue, `alarms`. An Azure Function (`alarm-dispatcher`, .NET 8) is "
      "triggered "
      "by that queue; it looks up the owner in Cosmos DB.\n");
  EXPECT_TRUE(read.relates("alarms", "alarm-dispatcher"));
  EXPECT_TRUE(read.relates("alarm-dispatcher", "Cosmos DB"));
}

TEST(CodeNames, TheWorkOfAServiceHasAName) {
  const Read read(
      "# Ferry\n\nThe gate publishes to the Pub/Sub topic `clicks`. A Dataflow streaming job, `clicks-enrich`, "
      "subscribes to the topic and reads from Bigtable.\n");
  EXPECT_EQ(read.kind("clicks-enrich"), "gcp.dataflow");
  EXPECT_TRUE(read.relates("clicks", "clicks-enrich"));
  EXPECT_TRUE(read.relates("clicks-enrich", "Bigtable"));
}

TEST(CodeNames, ServersAreCalledSomething) {
  const Read read(
      "# Ferry\n\nBehind the load balancer are two servers, `reel` and `jig`. The database is a third machine, called "
      "`pipe`. Redis runs on `pipe`.\n");
  EXPECT_TRUE(read.relates("load balancer", "reel"));
  EXPECT_TRUE(read.relates("load balancer", "jig"));
  EXPECT_EQ(read.parent("Redis"), "pipe");
}

TEST(CodeNames, AChainSaysWhatOneIsCalled) {
  const Read read(
      "# Ferry\n\n```\nPub/Sub (berth-clicks) -> Dataflow -> BigQuery\n```\n\nThe gate publishes to the Pub/Sub topic "
      "`berth-clicks`.\n");
  EXPECT_EQ(std::ranges::count(read.names(), "berth-clicks") + std::ranges::count(read.names(), "Pub/Sub"), 1);
}

TEST(CodeNames, SeveralOfAKind) {
  const Read read("# Ferry on GKE\n\nThere are the deployments `gate` and `berths`. The gate calls the berths.\n");
  EXPECT_TRUE(read.relates("gate", "berths"));
}

TEST(CodeNames, AServiceIsNoTableOfThatName) {
  const Read read(
      "# Ferry\n\nThe Link service writes to the DynamoDB table `links`. CloudFront forwards requests to the Link "
      "service.\n");
  EXPECT_TRUE(read.relates("Link service", "links"));
  EXPECT_TRUE(read.relates("CloudFront", "Link service"));
}

TEST(CodeNames, SeveralStandBeforeThePluralThatSaysWhatTheyAre) {
  const Read read("# Ferry on AWS\n\nThe API calls the `orders`, `users` and `payments` services.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("API -> orders", "API -> users", "API -> payments"));
  EXPECT_EQ(read.kind("users"), "generic.service");
}

TEST(CodeNames, ANameBehindItsServiceTellsWhich) {
  const Read read(
      "# Ferry on AWS\n\n- The `loader` service sends messages to SQS `raw-queue`\n- The `saver` service sends "
      "messages to "
      "SQS `done-queue`\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("loader -> raw-queue", "saver -> done-queue"));
}

TEST(CodeNames, MayBeSeveralWordsWithCapitals) {
  const Read read(
      "# Ferry on Google Cloud\n\n- The Dataflow `Decoder` job decodes messages from Pub/Sub `Raw Topics` to Pub/Sub "
      "`Decoded Topics` and `Derived Topics`\n- The Dataflow `Live Sink` job copies messages from Pub/Sub `Decoded "
      "Topics` to BigQuery\n");
  EXPECT_EQ(read.kind("Live Sink"), "gcp.dataflow");
  EXPECT_EQ(read.kind("Derived Topics"), "gcp.pubsub");
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("Raw Topics -> Decoder", "Decoder -> Decoded Topics", "Decoder -> Derived Topics",
                                   "Decoded Topics -> Live Sink", "Live Sink -> BigQuery"));
}

}  // namespace
}  // namespace skydraft::understand
