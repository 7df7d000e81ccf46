#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What the document presents in order.
namespace skydraft::understand {
namespace {

std::vector<std::string> steps(const Read& read) {
  std::vector<std::string> all;
  for (const model::Flow& flow : read.architecture.flows())
    for (const model::FlowStep& step : flow.steps)
      for (const model::RelationId id : step.relations) {
        const model::Relation& relation = read.architecture[id];
        all.push_back(std::to_string(step.number) + " " + read.architecture[relation.from].name + " -> " +
                      read.architecture[relation.to].name);
      }
  return all;
}

TEST(Flows, AChainUnderAHeadingThatPromisesAnOrder) {
  const Read read("# Ferry\n\n## How a request works\n\nBrowser -> CloudFront -> S3\n");
  EXPECT_THAT(steps(read), testing::ElementsAre("1 Browser -> CloudFront", "2 CloudFront -> S3"));
}

TEST(Flows, AChainThatASentenceLeadsTo) {
  const Read read(
      "# Ferry\n\n## Commands\n\nThe gate is remote. So the command flow is:\n\n    API Gateway -> Lambda -> "
      "DynamoDB\n");
  EXPECT_THAT(steps(read), testing::ElementsAre("1 API Gateway -> Lambda", "2 Lambda -> DynamoDB"));
}

TEST(Flows, ALabelledChain) {
  const Read read("# Ferry\n\n## Today\n\nData path today: CloudFront -> API Gateway -> Lambda\n");
  EXPECT_EQ(read.architecture.flows().size(), 1U);
}

TEST(Flows, WhatIsDoneIsDoneByWhoWasReached) {
  const Read read(
      "# Ferry\n\n## Data flow\n\n1. Passengers log in via the booking API.\n2. Booking a berth writes it to "
      "Postgres, caches it in Redis and publishes the event to Kafka.\n");
  EXPECT_THAT(steps(read), testing::ElementsAre("1 Passengers -> booking API", "2 booking API -> Postgres",
                                                "2 booking API -> Redis", "2 booking API -> Kafka"));
}

TEST(Flows, TrafficComesThroughWhatItIsSaidTo) {
  const Read read(
      "# Ferry\n\n## Workflow\n\n1. The branch office connects through the VPN device to Azure Firewall.\n2. The "
      "traffic reaches Azure Firewall through the VPN gateway.\n");
  EXPECT_TRUE(read.relates("VPN gateway", "Azure Firewall"));
  EXPECT_FALSE(read.relates("Azure Firewall", "VPN gateway"));
  EXPECT_THAT(read.names(), testing::Not(testing::Contains("Workflow")));
}

TEST(Flows, ATableOfNumberedConnections) {
  const Read read(
      "# Ferry\n\n## Booking\n\n| # | From | To | What |\n|---|---|---|---|\n| 1 | Patient | CloudFront | HTTPS |\n| 2 "
      "| "
      "CloudFront | API Gateway | REST |\n");
  EXPECT_THAT(steps(read), testing::ElementsAre("1 Patient -> CloudFront", "2 CloudFront -> API Gateway"));
  EXPECT_EQ(read.kind("Patient"), "generic.user");
}

TEST(Flows, ATableWithoutNumbersIsNone) {
  const Read read(
      "# Ferry\n\n## Ports\n\n| Protocol | From | To |\n|---|---|---|\n| HTTPS | CloudFront | API Gateway |\n| HTTPS | "
      "API "
      "Gateway | Lambda |\n");
  EXPECT_TRUE(read.architecture.flows().empty());
  EXPECT_TRUE(read.relates("CloudFront", "API Gateway"));
}

TEST(Flows, AnEventWakesWhoeverActsNext) {
  const Read read(
      "# Ferry on AWS\n\n## Boarding flow\n\n1. The browser calls the ticket service\n2. It publishes an event to "
      "EventBridge\n3. A Lambda function sends a receipt with SES\n");
  EXPECT_TRUE(read.relates("ticket service", "EventBridge"));
  EXPECT_TRUE(read.relates("EventBridge", "Lambda"));
  EXPECT_FALSE(read.relates("Browser", "EventBridge"));
}

}  // namespace
}  // namespace skydraft::understand
