#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Tables: which column names the things, and what the others say of them.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Tables, AKindInTheFirstColumnIsCalledByTheNameInTheNext) {
  const Read read(
      "# Ferry on AWS\n\n| Resource | Name | Purpose |\n|---|---|---|\n| S3 bucket | `ferry-tickets-prod` | Tickets "
      "|\n| S3 bucket | `ferry-site-prod` | Pages |\n| Lambda | `ferry-price-finder-prod` | Finds prices |\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ferry-tickets-prod", "ferry-site-prod", "ferry-price-finder-prod"));
  EXPECT_EQ(read.kind("ferry-site-prod"), "aws.s3");
}

TEST(Tables, ADrawnNameMayBePartOfAnIdentifier) {
  const Read read(
      "# Ferry on AWS\n\n| Resource | Name |\n|---|---|\n| Lambda | `ferry-price-finder-prod` |\n| Lambda | "
      "`ferry-mailer-prod` |\n\n```mermaid\ngraph LR\n  A[\"Lambda: Price Finder\"] --> B[DynamoDB]\n```\n");
  EXPECT_TRUE(read.relates("ferry-price-finder-prod", "DynamoDB"));
  EXPECT_THAT(read.names(), Not(Contains("Price Finder")));
}

TEST(Tables, TypesOfResourcesAreThings) {
  const Read read(
      "# Ferry on Azure\n\n| Here | There | Why |\n|---|---|---|\n| (none) | `azurerm_container_registry` | Holds the "
      "images. |\n| (none) | `azurerm_virtual_network` + `azurerm_subnet` | Plain glue for the VM. |\n");
  EXPECT_EQ(read.kind("Azure Container Registry"), "azure.acr");
  EXPECT_EQ(read.parent("Azure subnet"), "Azure Virtual Network");
}

TEST(Tables, TheRoleSaysWhatAnUnknownNameIs) {
  const Read read(
      "# Ferry\n\n| System | Role | Address |\n|---|---|---|\n| pier1 | Proxmox hypervisor | `192.168.9.2` |\n| gate | "
      "Nginx reverse proxy | `192.168.9.3` |\n");
  EXPECT_EQ(read.kind("pier1"), "onprem.proxmox");
}

TEST(Tables, AnywhereIsTheInternet) {
  const Read read(
      "# Ferry on AWS\n\n- Application Load Balancer\n\n| Source | Destination | Port |\n|---|---|---|\n| `0.0.0.0/0` "
      "| ALB | 443 |\n");
  EXPECT_TRUE(read.relates("Internet", "Application Load Balancer"));
}

TEST(Tables, WhatIsNotUsedIsNotThere) {
  const Read read(
      "# Ferry on Google Cloud\n\n- Cloud Run\n- Pub/Sub\n\n## Explicitly not used\n\n- **Kubernetes** - too much.\n- "
      "**Cloud Storage** - no files.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Cloud Run", "Pub/Sub"));
}

TEST(Tables, AListOfCodeIsOfTheKindThatTheLineBegins) {
  const Read read("# Ferry on AWS\n\nECS Fargate services are defined for:\n\n- `berths`\n- `price-service`\n");
  EXPECT_EQ(read.kind("berths"), "aws.ecs-service");
  EXPECT_EQ(read.kind("price-service"), "aws.ecs-service");
}

TEST(Tables, ThisGroupIsTheOneOfTheHeading) {
  const Read read(
      "# Ferry on AWS\n\n- Application Load Balancer\n\n### Task security group\n\nOpen inside.\n\n### Balancer "
      "security group\n\nThis security group is associated with the Application Load Balancer.\n");
  EXPECT_TRUE(read.relates("Balancer security group", "Application Load Balancer"));
}

TEST(Tables, AStateInAChainIsNoThing) {
  const Read read("# Ferry on AWS\n\nSign-up flow: Cognito → CONFIRMED → Lambda → stdout → CloudWatch\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Cognito", "Lambda", "CloudWatch"));
}

TEST(Tables, SentencesUnderAPluralAreNoNames) {
  const Read read(
      "# Ferry on AWS\n\n## VPC\n\n**Public Subnets:**\n\n- Host the Application Load Balancer (ALB) for outside "
      "traffic.\n\n**Private Subnets:**\n\n- Dedicated to the RDS database.\n");
  EXPECT_THAT(read.names(), Contains("Public Subnets"));
  EXPECT_THAT(read.names(), Not(Contains("Host the Application Load Balancer")));
}

TEST(Tables, WithoutAHeaderTheSecondColumnListsWhatThereIs) {
  const Read read(
      "# Ferry on AWS\n\n| | |\n|---|---|\n| Compute | ECS Fargate, in two private subnets |\n| Data | RDS "
      "PostgreSQL, ElastiCache Redis |\n");
  EXPECT_THAT(read.names(), Contains("ECS Fargate"));
  EXPECT_THAT(read.names(), Contains("RDS PostgreSQL"));
  EXPECT_THAT(read.names(), Contains("ElastiCache Redis"));
  EXPECT_THAT(read.names(), Not(Contains("in two private subnets")));
}

TEST(Tables, WhatARowCallsIsTheRowCalledSo) {
  const Read read(
      "# Ferry\n\n| Component | Technology | Talks to |\n|---|---|---|\n| Web UI | React on S3 | Shop |\n| Shop | Go | "
      "API, Queue |\n| API | Go on ECS Fargate | Postgres |\n| Postgres | RDS | - |\n| Queue | SQS | - |\n");
  EXPECT_EQ(read.kind("Shop"), "generic.service");
  EXPECT_THAT(read.relations(),
              testing::IsSupersetOf({"Web UI -> Shop", "Shop -> API", "Shop -> Queue", "API -> Postgres"}));
}

TEST(Tables, WhatALayerIsMadeOfIsCalledByItsOwnName) {
  const Read read(
      "# Ferry\n\n| Layer | Choice |\n|---|---|\n| DNS | Route 53 |\n| Compute | ECS Fargate behind an ALB |\n| "
      "Database "
      "| Aurora Serverless v2 |\n| Delivery | GitHub Actions → ECR |\n");
  EXPECT_THAT(read.names(), testing::IsSupersetOf({"Route 53", "ECS Fargate", "Aurora Serverless v2"}));
  EXPECT_THAT(read.names(), Not(Contains("ECS Fargate behind an ALB")));
}

TEST(Tables, APlaceInTheStackIsCalledByTheServiceThatHasIt) {
  const Read read(
      "# Shop on AWS\n\n| Component | Service | Purpose |\n|---|---|---|\n| Compute | ECS Fargate | Runs the app |\n"
      "| Database | RDS PostgreSQL | Stores orders |\n");
  EXPECT_EQ(read.kind("ECS Fargate"), "aws.fargate");
  EXPECT_EQ(read.kind("RDS PostgreSQL"), "aws.rds");
  EXPECT_EQ(read.find("Compute"), nullptr);
}

TEST(Tables, AColumnOfQueuesBringsThemIn) {
  const Read read(
      "# Shop on AWS\n\n| Worker | ECS service | Queue |\n|---|---|---|\n| mail | `mail-ecs` | `mail-jobs` |\n"
      "| stock | `stock-ecs` | `stock-jobs` |\n");
  EXPECT_EQ(read.kind("mail-ecs"), "aws.ecs-service");
  EXPECT_TRUE(read.relates("mail-jobs", "mail-ecs"));
  EXPECT_TRUE(read.relates("stock-jobs", "stock-ecs"));
}

TEST(Tables, TwoServicesOfOneCloudInTwoRowsAreTwo) {
  const Read read(
      "# Shop on AWS\n\n| Service | Description |\n|---|---|\n| ECS | Runs containers |\n| Fargate | Scales them |\n");
  EXPECT_NE(read.find("ECS"), nullptr);
  EXPECT_NE(read.find("Fargate"), nullptr);
}

TEST(Tables, ConsumersAreThingsWhereTheyComeFirst) {
  const Read read(
      "# Ferry on AWS\n\n| Consumer | Technology | Description |\n|---|---|---|\n| invoices | Lambda | writes to "
      "DynamoDB |\n"
      "| letters | Lambda | sends mail through SES |\n");
  EXPECT_EQ(read.kind("invoices"), "aws.lambda");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("invoices -> DynamoDB", "letters -> SES"));
}

TEST(Tables, AColumnOfStoresSaysWhereEachKeepsItsData) {
  const Read read(
      "# Shop\n\n| Service | Primary Data Store | Port |\n|---|---|---|\n| Orders | PostgreSQL | 3001 |\n"
      "| Cart | Redis (cache) | 3002 |\n| Mailer | None | 3003 |\n\n"
      "The services keep data in PostgreSQL and Redis.\n");
  EXPECT_TRUE(read.relates("Orders", "PostgreSQL"));
  EXPECT_TRUE(read.relates("Cart", "Redis"));
  EXPECT_FALSE(read.relates("Mailer", "PostgreSQL"));
}

}  // namespace
}  // namespace skydraft::understand
