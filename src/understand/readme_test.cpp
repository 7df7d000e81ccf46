#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What people write in the README of a project: headings in all but markup, lists that are not indented, stacks.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Readme, ABoldLineHeadsWhatFollows) {
  const Read read(
      "# Ferry on Google Cloud\n\n**Services**\n\n- API: Express app on Cloud Run\n- Database: Cloud SQL\n\n"
      "**Application Load Balancer**\n\nThe API reads from the database.\n");
  EXPECT_THAT(read.names(), Not(Contains("Services")));
  EXPECT_THAT(read.names(), Contains("Application Load Balancer"));
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API -> Cloud SQL"));
}

TEST(Readme, APictographMakesAHeading) {
  const Read read(
      "# Ferry on AWS\n\n🧩 Functions\n\n1️⃣ TicketLambda\n\nPurpose: sells tickets.\n\na) Receives HTTP request from "
      "API "
      "Gateway\n\nb) Writes to DynamoDB\n");
  EXPECT_EQ(read.kind("TicketLambda"), "aws.lambda");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> TicketLambda", "TicketLambda -> DynamoDB"));
}

TEST(Readme, WhatALambdaDoesMayNameIt) {
  const Read read(
      "# Ferry\n\n### Processing Lambda\n\n- Trigger: DynamoDB stream\n- Publishes to SNS\n\n### Deploying Lambda\n\n"
      "- Upload the archive\n");
  EXPECT_EQ(read.kind("Processing Lambda"), "aws.lambda");
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("DynamoDB stream -> Processing Lambda", "Processing Lambda -> SNS"));
  EXPECT_THAT(read.names(), Not(Contains("Deploying Lambda")));
}

TEST(Readme, AStepLeadsToBulletsThatNobodyIndented) {
  const Read read(
      "# Ferry on Google Cloud\n\n## Steps\n\n1. Files arrive in the `tickets` Cloud Storage bucket\n2. This event "
      "triggers the `sorter` Cloud Function\n3. Data is inserted into BigQuery\n4. A message is published to one of "
      "the "
      "following Pub/Sub topics:\n- `sorted`\n- `refused`\n5. The status is logged into Firestore\n");
  EXPECT_EQ(read.kind("sorted"), "gcp.pubsub");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("tickets -> sorter", "sorter -> BigQuery", "sorter -> sorted",
                                                     "sorter -> refused", "sorter -> Firestore"));
}

TEST(Readme, WhatIsSetOffInAFlow) {
  const Read pictures(
      "# Ferry on AWS\n\n1. User uploads a picture to S3.\n2. S3 sends a message to SQS.\n3. A Lambda function picks "
      "up "
      "the message.\n4. The picture is resized and saved to the results bucket.\n5. SNS notifies the user.\n");
  EXPECT_THAT(pictures.relations(), UnorderedElementsAre("User -> S3", "S3 -> SQS", "SQS -> Lambda",
                                                         "Lambda -> results bucket", "SNS -> User", "Lambda -> SNS"));
  const Read build(
      "# Ferry on Google Cloud\n\n1. A file is uploaded to Cloud Storage.\n2. Eventarc detects the upload.\n3. Cloud "
      "Run "
      "transforms the file.\n4. The result is loaded into BigQuery.\n");
  EXPECT_THAT(build.relations(),
              UnorderedElementsAre("Cloud Storage -> Eventarc", "Eventarc -> Cloud Run", "Cloud Run -> BigQuery"));
}

TEST(Readme, AnEventNotificationIsNoProduct) {
  const Read read("# Ferry\n\n- S3 sends an event notification to SQS\n- Lambda polls SQS\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("S3", "SQS", "Lambda"));
}

TEST(Readme, AChainGoesOnInTheNextLine) {
  const Read read(
      "# Message flow on AWS\n\nCustomer → API Gateway → OrderLambda\n    → EventBridge (OrderPlacedEvent)\n        → "
      "ShipLambda → EventBridge (ShippedEvent)\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Customer -> API Gateway", "API Gateway -> OrderLambda",
                                                     "OrderLambda -> EventBridge", "EventBridge -> ShipLambda",
                                                     "ShipLambda -> EventBridge"));
}

TEST(Readme, WhatADatabaseIsGoodForIsNotThere) {
  const Read read("# Ferry\n\nFirestore is a NoSQL database for mobile and web apps.\n");
  EXPECT_THAT(read.relations(), IsEmpty());
}

TEST(Readme, AClusterAndWhatItComesWith) {
  const Read read("# Ferry on AWS\n\n- ECS cluster with two services: `web` and `worker`\n- VPC with two subnets\n");
  EXPECT_EQ(read.kind("web"), "aws.ecs-service");
  EXPECT_EQ(read.parent("worker"), "ECS cluster");
}

TEST(Readme, PartsAreToldByWhatTheyAreMadeWith) {
  const Read read(
      "# Ferry\n\n- **gateway**: Nginx, routes to auth and tickets\n- **auth**: Go service, uses Redis\n- **tickets**: "
      "Java "
      "service backed by PostgreSQL\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("gateway", "auth", "tickets", "Redis", "PostgreSQL"));
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("gateway -> auth", "gateway -> tickets", "auth -> Redis", "tickets -> PostgreSQL"));
}

TEST(Readme, AHeadingAndWhatItIs) {
  const Read read(
      "# Ferry on AWS\n\n## Backend\n\nExpress API on Fargate. It stores tickets in DynamoDB.\n\n## Worker\n\nLambda "
      "function triggered by SQS. Writes to DynamoDB.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Backend", "Worker", "DynamoDB", "SQS"));
  EXPECT_EQ(read.kind("Worker"), "aws.lambda");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Backend -> DynamoDB", "SQS -> Worker", "Worker -> DynamoDB"));
}

TEST(Readme, EverydayPartsOfAChain) {
  const Read read("# Ferry\n\nBackground jobs: Go API → load balancer → queue → worker → Postgres\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Go API -> load balancer", "load balancer -> queue",
                                                     "queue -> worker", "worker -> Postgres"));
  EXPECT_THAT(Read("# Ferry\n\nState: new → queued → done\n").names(), IsEmpty());
}

TEST(Readme, WhatIsDoneToAServiceIsNoName) {
  const Read read("# Ferry on AWS\n\n- Scan S3 for old files\n- Poll SQS every minute\n- Process Lambda\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("S3", "SQS", "Process Lambda"));
}

TEST(Readme, LinksAreNoArchitecture) {
  const Read read("# Ferry on Google Cloud\n\n## Useful links\n\n- Original project: https://example.com/project\n");
  EXPECT_THAT(read.names(), IsEmpty());
}

TEST(Readme, TitlesInItalicsOverWhatEachIs) {
  const Read read(
      "# Classifier on Google Cloud\n\n## Components\n\n*Dispatcher Service*  \nA Cloud Run service that takes a "
      "scope.\n\nThe Dispatcher will submit a request in the Tasks topic.\n\n*Tasks Topic*  \nA Pub/Sub topic.\n\n"
      "*Logs*  \nAll Cloud Run services write logs.\n");
  EXPECT_EQ(read.kind("Dispatcher Service"), "gcp.cloud-run");
  EXPECT_EQ(read.kind("Tasks Topic"), "gcp.pubsub");
  EXPECT_TRUE(read.relates("Dispatcher Service", "Tasks Topic"));
  EXPECT_EQ(read.find("Logs"), nullptr);
}

TEST(Readme, FunctionsAreCalledByWhatTheyDo) {
  const Read read(
      "# Azure\n\n1. A notification triggers an ingest function in Azure Functions that stores the text in Cosmos DB.\n"
      "2. A translate function is triggered by Service Bus. It writes to Blob Storage.\n\n"
      "At each step, the function writes logs to Redis.\n");
  EXPECT_EQ(read.kind("ingest function"), "azure.function-app");
  EXPECT_TRUE(read.relates("ingest function", "Cosmos DB"));
  EXPECT_TRUE(read.relates("translate function", "Blob Storage"));
  EXPECT_TRUE(read.relates("translate function", "Redis"));
  EXPECT_EQ(read.find("function"), nullptr);
}

TEST(Readme, WhoeverDoesWhatStandsBelow) {
  const Read read(
      "# Alerts\n\n## Parts\n\n- Alert Service\n  - Queries PostgreSQL for article details\n  - Sends mails via SES\n"
      "- Report Service\n  - Stores pages in S3\n");
  EXPECT_EQ(read.kind("Alert Service"), "generic.service");
  EXPECT_TRUE(read.relates("Alert Service", "PostgreSQL"));
  EXPECT_TRUE(read.relates("Alert Service", "SES"));
  EXPECT_TRUE(read.relates("Report Service", "S3"));
}

TEST(Readme, HeadingsWithWhatAPartWorksWithOrIsMadeWith) {
  const Read read(
      "# Meter\n\n## System Components\n\n### 1. MQTT Collector Service (Python)\n- Stores raw data to MinIO\n\n"
      "### 2. FastAPI Application\n- Queries PostgreSQL for devices\n");
  EXPECT_EQ(read.kind("MQTT Collector Service"), "generic.service");
  EXPECT_TRUE(read.relates("MQTT Collector Service", "MinIO"));
  EXPECT_EQ(read.kind("FastAPI Application"), "generic.app");
  EXPECT_TRUE(read.relates("FastAPI Application", "PostgreSQL"));
}

TEST(Readme, WhatIsHandledByOneServiceInAnother) {
  const Read read(
      "# Pipeline on AWS\n\n1. **Orchestration**\n   - The Lambda function starts a Step Functions execution.\n"
      "2. **Processing**\n   - The Step Function calls a stored procedure in Amazon Redshift.\n");
  EXPECT_TRUE(read.relates("Lambda", "Step Functions"));
  EXPECT_TRUE(read.relates("Step Functions", "Amazon Redshift"));
}

TEST(Readme, NothingOfOneCloudStandsInNetworksOfAnother) {
  const Read read(
      "# Hub on Azure, with a VPN to AWS\n\n- **Hub VNet:** the hub.\n  - **Firewall Subnet:** for the Azure "
      "Firewall.\n"
      "- **Azure Firewall:** filters.\n- **Azure Bastion:** access to VMs within the Azure VNet without exposing them "
      "to the internet.\n\n## AWS side\n\n- **EC2 instance:** a virtual machine that runs strongSwan.\n");
  EXPECT_EQ(read.parent("Azure Firewall"), "Firewall Subnet");
  EXPECT_FALSE(read.inside("EC2 instance", "Hub VNet"));
  EXPECT_FALSE(read.relates("EC2 instance", "Azure Bastion"));
}

TEST(Readme, WhatIsNotThereOrOnlyToldOfIsNoThing) {
  const Read read(
      "# Lakehouse on Azure\n\nIt follows a **local-first, Azure-ready** architecture path.\n\n- **API:** Container "
      "Apps\n- **Future scale option:** AKS or Azure ML\n\n## Stack\n\n- **paho-mqtt**: MQTT client library\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("API"));
}

TEST(Readme, AVersionIsNoOtherThing) {
  const Read read(
      "# Meter\n\n## Components\n\n### 1. PostgreSQL (Relational Database)\n- **Purpose**: Keeps devices\n\n### 2. "
      "Message broker (RabbitMQ)\n- **Purpose**: Hands on\n\n## Technology Stack\n\n- **PostgreSQL 15**: Relational "
      "database\n- **RabbitMQ 3.12**: Broker\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("PostgreSQL", "RabbitMQ"));
  EXPECT_EQ(read.text("PostgreSQL", "version"), "15");
}

TEST(Readme, AnAddressIsNoName) {
  const Read read(
      "# Metrics\n\nThe account service registers with Eureka.\n\n## Endpoints\n\n"
      "- http://localhost:8761 - Eureka Dashboard\n");
  EXPECT_TRUE(read.relates("account service", "Eureka Dashboard"));
  EXPECT_EQ(read.text("Eureka Dashboard", "port"), "8761");
}

TEST(Readme, TheCloudsOwnNameIsSpelledOut) {
  const Read read(
      "# AWS\n\nIt connects to an Amazon Web Services (AWS) Virtual Private Cloud (VPC) with an EC2 instance.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Virtual Private Cloud", "EC2"));
}

TEST(Readme, WhatIsAvoidedIsNotThere) {
  const Read read(
      "# A on AWS\n\nThe API calls the Lambda function directly, eliminating the SNS/KMS chain and avoiding SQS. The "
      "function writes to DynamoDB.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("API", "Lambda", "DynamoDB"));
}

TEST(Readme, WhatOthersOfferIsNoCloudsService) {
  const Read read(
      "# Meter\n\n## Components\n\n### MinIO (S3-compatible storage)\n- **Purpose**: Keeps readings\n\n### InfluxDB\n"
      "- **Bucket**: readings\n- Topic-based pub/sub\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("MinIO", "InfluxDB"));
  EXPECT_EQ(read.find("AWS Cloud"), nullptr);
}

}  // namespace
}  // namespace skydraft::understand
