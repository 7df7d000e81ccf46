#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Notes, stacks and plans as people jot them down: without articles, with what is not there yet.
namespace skydraft::understand {
namespace {

using testing::UnorderedElementsAre;

TEST(Notes, LeaveArticlesOut) {
  const Read read("# Ferry\n\n- Web app calls the API\n- API writes to Postgres\n- Worker reads jobs from Redis\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Web app -> API", "API -> Postgres", "Worker -> Redis"));
}

TEST(Notes, TwoSubjectsMayDoSo) {
  const Read read(
      "# Ferry\n\nBerth service and ticket service write to Postgres. Load balancer in front of web server.\n");
  EXPECT_TRUE(read.relates("Berth service", "Postgres"));
  EXPECT_TRUE(read.relates("ticket service", "Postgres"));
}

TEST(Notes, AFrameworkStandsForWhatIsWrittenInIt) {
  const Read one("# Ferry\n\nThe Django app reads from PostgreSQL. Django uses Redis.\n");
  EXPECT_TRUE(one.relates("Django app", "Redis"));
  const Read alone("# Ferry\n\nDjango stores tickets in PostgreSQL. React calls Django.\n");
  EXPECT_THAT(alone.relations(), UnorderedElementsAre("Django -> PostgreSQL", "React -> Django"));
}

TEST(Notes, AnEngineIsItsOwnService) {
  const Read read(
      "# Ferry\n\n- **Database:** MongoDB Atlas\n- **Backend:** FastAPI\n\nThe backend saves tickets in MongoDB.\n");
  EXPECT_TRUE(read.relates("Backend", "MongoDB Atlas"));
  EXPECT_EQ(read.find("MongoDB"), nullptr);
}

TEST(Notes, ADrawnPartIsKnownByWhatItIsMadeWith) {
  const Read read(
      "# Ferry\n\n- **Frontend:** Next.js 14, Tailwind, deployed on Vercel\n- **Backend:** FastAPI, runs on Cloud Run\n"
      "- **Database:** PostgreSQL\n\n```mermaid\ngraph LR\n  A[Next.js on Vercel] --> B[FastAPI on Cloud Run]\n```\n");
  EXPECT_TRUE(read.relates("Frontend", "Backend"));
}

TEST(Notes, WhatAPartDoesIsNoPartOfItsName) {
  const Read read(
      "# Ferry on Kubernetes and AWS\n\n- **Mailer Deployment:** sends tickets\n- **RDS Read Replica:** "
      "reports\n\nMailer "
      "reads from SQS.\n");
  EXPECT_TRUE(read.relates("SQS", "Mailer Deployment"));
}

TEST(Notes, PartsUnderAPartsHeading) {
  const Read read(
      "# Ferry\n\n## Clients\n\n- **Mobile App** (React Native) – talks to the API\n- **Web Dashboard** (React + Vite) "
      "– "
      "hosted on Vercel\n\n## Backend\n\n- **API** – FastAPI\n- **Berth Service** – Go, stores berths in PostgreSQL\n");
  EXPECT_TRUE(read.relates("Mobile App", "API"));
  EXPECT_EQ(read.kind("Web Dashboard"), "generic.dashboard");
  EXPECT_TRUE(read.relates("Berth Service", "PostgreSQL"));
}

TEST(Notes, ANetworkByItsAddress) {
  const Read read(
      "# Ferry\n\n- VPC 10.0.0.0/16 in us-east-1\n- 2 public subnets (us-east-1a, us-east-1b)\n- 2 private app "
      "subnets\n"
      "- Application Load Balancer in the public subnets\n- EC2 instances in the private app subnets\n");
  EXPECT_EQ(read.text("VPC", "cidr"), "10.0.0.0/16");
  EXPECT_EQ(read.parent("Application Load Balancer"), "public subnets");
  EXPECT_THAT(read.names(), UnorderedElementsAre("VPC", "public subnets", "private app subnets",
                                                 "Application Load Balancer", "EC2 instances"));
}

TEST(Notes, ANumberedListOfServicesIsNoFlow) {
  const Read read(
      "# Ferry\n\n## Components\n\n1. **Amazon API Gateway**: takes orders\n2. **AWS Lambda (Order Handler)**: sends "
      "orders to SQS\n3. **Amazon SQS (Order Queue)**: buffers orders\n4. **AWS Lambda (Order Processor)**: writes to "
      "DynamoDB\n\n## Notes\n\n- The Order Processor is triggered by the Order Queue\n");
  EXPECT_TRUE(read.architecture.flows().empty());
  EXPECT_EQ(read.kind("Order Handler"), "aws.lambda");
  EXPECT_EQ(read.kind("Order Processor"), "aws.lambda");
  EXPECT_TRUE(read.relates("Order Handler", "Amazon SQS"));
  EXPECT_TRUE(read.relates("Amazon SQS", "Order Processor"));
}

TEST(Notes, ThisSetsOffWhatComesNext) {
  const Read read("# Ferry\n\nThe API saves the image in S3. This triggers a Lambda function.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API -> S3", "S3 -> Lambda"));
}

TEST(Notes, TheGatewayIsTheGatewayService) {
  const Read read("# Ferry\n\nClients connect to the gateway service. The gateway publishes messages to Redis.\n");
  EXPECT_TRUE(read.relates("gateway service", "Redis"));
}

TEST(Notes, ANumberTellsOneFromAnother) {
  const Read read("# Ferry\n\nVM1 (nginx) -> VM2 (app) -> VM3 (Oracle)\n");
  EXPECT_EQ(read.kind("VM1"), "generic.vm");
}

TEST(Notes, EachObjectGoesItsOwnWay) {
  const Read read("# Ferry\n\nThe notifier sends mails through SES and text messages through Twilio.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("notifier -> SES", "notifier -> Twilio"));
}

TEST(Notes, TheBusIsTheOneThereIs) {
  const Read read(
      "# Ferry\n\nThe API publishes events to an EventBridge bus. A rule on the bus starts a Lambda function.\n");
  EXPECT_TRUE(read.relates("EventBridge bus", "Lambda"));
}

TEST(Notes, AScheduleStartsWhatActs) {
  const Read read(
      "# Ferry\n\nA Vertex AI pipeline reads from BigQuery and stores the model in the `models` bucket. Cloud "
      "Scheduler "
      "starts it at 03:30.\n");
  EXPECT_TRUE(read.relates("Cloud Scheduler", "Vertex AI pipeline"));
  EXPECT_FALSE(read.relates("Cloud Scheduler", "models"));
}

TEST(Notes, QuestionsAndOpenTasksAreNotThere) {
  const Read read(
      "# Ferry\n\nThe Lambda function writes to DynamoDB. Does it need SQS in front of the Lambda function?\n\n## "
      "Next\n\n"
      "- [ ] Replace the Lambda function with App Runner\n\n## Things we may do later\n\n- Kinesis stream\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Lambda", "DynamoDB"));
}

TEST(Notes, BuildingBlocksAreNoInstructions) {
  const Read read("# Ferry\n\n## Building blocks\n\n- **Amazon RDS** - tickets\n");
  EXPECT_EQ(read.kind("Amazon RDS"), "aws.rds");
}

TEST(Notes, SubnetsListWhatTheyHold) {
  const Read read(
      "# Ferry on Azure\n\n| Subnet | VNet | Range | Hosts |\n|---|---|---|---|\n| GatewaySubnet | vnet-hub | "
      "10.0.1.0/27 "
      "| ExpressRoute Gateway |\n| snet-app | vnet-spoke | 10.1.0.0/24 | Application Gateway |\n");
  EXPECT_EQ(read.kind("GatewaySubnet"), "azure.subnet");
  EXPECT_EQ(read.parent("GatewaySubnet"), "vnet-hub");
  EXPECT_EQ(read.parent("Application Gateway"), "snet-app");
}

TEST(Notes, TopicsHaveProducersAndConsumers) {
  const Read read(
      "# Ferry\n\nKafka carries the events of the ticket service and the berth service.\n\n### Topics\n\n| Topic | "
      "Producer | Consumers |\n|---|---|---|\n| `ticket.sold` | ticket service | berth service |\n");
  EXPECT_EQ(read.kind("ticket.sold"), "generic.topic");
  EXPECT_TRUE(read.relates("ticket service", "ticket.sold"));
  EXPECT_TRUE(read.relates("ticket.sold", "berth service"));
}

TEST(Notes, SecurityGroupsLetIn) {
  const Read read(
      "# Ferry on AWS\n\n| SG | Inbound | From |\n|---|---|---|\n| sg-alb | 443 | 0.0.0.0/0 |\n| sg-app | 8080 | "
      "sg-alb |\n");
  EXPECT_TRUE(read.relates("sg-alb", "sg-app"));
}

TEST(Notes, AChainMayBeginAgain) {
  const Read read("# Ferry on AWS\n\n- ALB → `web-app` for `/*`, ALB → `berth-api` for `/api/*`\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("ALB -> web-app", "ALB -> berth-api"));
}

TEST(Notes, WhatHangsOnBarsIsLedTo) {
  const Read read(
      "# Ferry\n\n```\nUser\n  |\n  v\nCloudflare --> router --> web-app --> tickets-db\n                |           "
      "|\n  "
      "              v           +--> tickets-cache <-- worker\n            Workers KV\n```\n");
  EXPECT_TRUE(read.relates("User", "Cloudflare"));
  EXPECT_TRUE(read.relates("router", "Workers KV"));
  EXPECT_TRUE(read.relates("web-app", "tickets-cache"));
  EXPECT_TRUE(read.relates("worker", "tickets-cache"));
}

}  // namespace
}  // namespace skydraft::understand
