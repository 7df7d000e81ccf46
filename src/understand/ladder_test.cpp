#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Drawings of plain characters: names one below the other, chains within boxes.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Ladders, WhatStandsBesideALineIsItsLabel) {
  const Read read(
      "# Ferry on Azure\n\n```\nDeveloper\n   |\n   v\nGitHub Repository\n   |\n   | (GitHub Actions)\n   v\nAzure "
      "Container Registry (ACR)\n   |\n   | (Managed Identity Pull)\n   v\nAzure Kubernetes Service (AKS)\n   |\n   "
      "|--> Azure Key Vault\n   |\n   |--> Azure Monitor\n   v\nEnd Users\n```\n");
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre(
                  "Developer -> GitHub Repository", "GitHub Repository -> Azure Container Registry",
                  "Azure Container Registry -> Azure Kubernetes Service", "Azure Kubernetes Service -> Azure Key Vault",
                  "Azure Kubernetes Service -> Azure Monitor", "Azure Kubernetes Service -> End Users"));
}

TEST(Ladders, ANameMayHaveAnIdentifierBelow) {
  const Read read(
      "# Ferry on AWS\n\nThe flow is:\n\n    S3\n    ticket-scans\n            |\n            | ObjectCreated\n"
      "            v\n    SQS\n    scan-queue\n            |\n            v\n    Lambda\n    scan-reader\n            "
      "|\n"
      "            +--------------------+\n            |                    |\n            v                    v\n"
      "    Secrets Manager          RDS PostgreSQL\n");
  EXPECT_TRUE(read.relates("S3", "SQS"));
  EXPECT_TRUE(read.relates("SQS", "Lambda"));
  EXPECT_TRUE(read.relates("Lambda", "Secrets Manager"));
  EXPECT_TRUE(read.relates("Lambda", "RDS PostgreSQL"));
}

TEST(Ladders, ABoxMayHoldChains) {
  const Read read(
      "# Ferry\n\n```\n┌──────────────────────────────────────┐\n│            Public Network            │\n│  Client ↔ "
      "Balancer ↔ Gateway (443)     │\n│  Guards ↔ Gateway (8080)              │\n"
      "└──────────────────────────────────────┘\n                   │\n┌──────────────────────────────────────┐\n│    "
      "       Private Network            │\n│  Gateway ↔ Ticket Service (9000)      │\n"
      "└──────────────────────────────────────┘\n```\n");
  EXPECT_TRUE(read.relates("Client", "Balancer"));
  EXPECT_TRUE(read.relates("Balancer", "Gateway"));
  EXPECT_TRUE(read.relates("Guards", "Gateway"));
  EXPECT_TRUE(read.relates("Gateway", "Ticket Service"));
}

TEST(Ladders, ANumberEndsANameInABox) {
  const Read read(
      "# Ferry\n\n```\n┌──────────┐    ┌──────────┐\n│  Node01  │    │  Node02  │\n│ Worker   │    │ Worker   │\n"
      "└────┬─────┘    └────┬─────┘\n     └───────┬───────┘\n        ┌────▼────┐\n        │ Router  │\n        "
      "└─────────┘\n```\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Node01", "Node02", "Router"));
}

TEST(Ladders, ALongNameMayBeBrokenAtItsHyphen) {
  const Read read(
      "# Ferry\n\n```\n┌──────────┐    ┌────────────────┐\n│  nginx   │───▶│ ticket-service │\n│          │    │     "
      " -app      │\n└──────────┘    └────────────────┘\n```\n");
  EXPECT_TRUE(read.relates("nginx", "ticket-service-app"));
}

TEST(Ladders, OneServiceUnderSeveralNouns) {
  const Read read(
      "# Ferry on AWS\n\n```mermaid\ngraph LR\n  A[ALB] --> E[Amazon ECS on Fargate]\n```\n\nThe ECS service writes "
      "logs to CloudWatch Logs. RDS accepts traffic from the Fargate tasks.\n");
  EXPECT_TRUE(read.relates("Amazon ECS on Fargate", "CloudWatch Logs"));
  EXPECT_THAT(read.names(), Not(Contains("ECS service")));
}

TEST(Ladders, ServicesInAListOfServicesKeepTheirKinds) {
  const Read read(
      "# Ferry on Azure\n\nThe following Azure services are used:\n\n- **Azure Kubernetes Service (AKS)** runs it.\n- "
      "**Azure Container Registry (ACR)** keeps images.\n- **Azure Key Vault** keeps secrets.\n");
  EXPECT_EQ(read.kind("Azure Kubernetes Service"), "azure.aks");
  EXPECT_EQ(read.kind("Azure Container Registry"), "azure.acr");
}

TEST(Ladders, DetailsAreNoPartOfTheName) {
  const Read read(
      "# Ferry on AWS\n\n- One VPC with DNS resolution and DNS hostnames enabled.\n- Two private database subnets in "
      "separate zones\n");
  EXPECT_EQ(read.kind("VPC"), "aws.vpc");
  EXPECT_EQ(read.find("private database subnets")->count, 2);
}

TEST(Ladders, NamesSayWhereTheyStandAndLinesMayHaveArrowsOfTheirOwn) {
  const Read read(
      "# Ferry on AWS\n\n```\nInternet\n   │\n   ▼\nALB (public subnets)\n   │  HTTP :80\n   ▼\nECS service (private "
      "subnets, awsvpc)\n   ├──► ElastiCache Redis :6379  (cache-aside)\n   └──► RDS PostgreSQL\n\nCloudWatch Logs ◄── "
      "ECS "
      "service (awslogs driver)\n```\n");
  EXPECT_EQ(read.parent("ALB"), "public subnets");
  EXPECT_EQ(read.parent("ECS service"), "private subnets");
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("Internet -> ALB", "ALB -> ECS service", "ECS service -> ElastiCache Redis",
                                   "ECS service -> RDS PostgreSQL", "ECS service -> CloudWatch Logs"));
}

TEST(Ladders, BarsAloneLeadDown) {
  const Read read(
      "# Ferry\n\n```\nInternet (:443)\n    │\nCloudflare DNS (no proxy)\n    │\nNginx — rate limits, TLS and a long "
      "remark on both\n    │\nRedis\n    ├── worker-1 (own network)\n```\n");
  EXPECT_TRUE(read.relates("Internet", "Cloudflare DNS"));
  EXPECT_TRUE(read.relates("Cloudflare DNS", "Nginx"));
  EXPECT_TRUE(read.relates("Nginx", "Redis"));
  EXPECT_TRUE(read.relates("Redis", "worker-1"));
}

TEST(Ladders, NamesBetweenBarsOverABoxAreNoLabels) {
  const Read read(
      "# Ferry on AWS\n\n```\n             Users\n               |\n          Route 53 DNS  (alias)\n               |\n"
      "          HTTPS :443\n               |\n     Application Load Balancer\n               |\n"
      "  +---------------------------+\n  | Private Subnet            |\n  | EC2                       |\n"
      "  | Nginx -> Gunicorn         |\n  +---------------------------+\n```\n");
  EXPECT_TRUE(read.relates("Users", "Route 53 DNS"));
  EXPECT_TRUE(read.relates("Route 53 DNS", "Application Load Balancer"));
  EXPECT_THAT(read.names(), Not(Contains("HTTPS")));
  EXPECT_EQ(read.parent("EC2"), "Private Subnet");
  EXPECT_TRUE(read.relates("Nginx", "Gunicorn"));
}

TEST(Ladders, ATreeInABoxIsAboutTheBox) {
  const Read read(
      "# Ferry on AWS\n\n```\n┌─────────────────────┐\n│  SQS Queue          │\n└─────────┬───────────┘\n          ▼\n"
      "┌─────────────────────┐\n│  Lambda: Scraper    │\n│   ├─ extractor.py   │\n│   └─ Chrome         │\n"
      "└─────────────────────┘\n```\n");
  EXPECT_EQ(read.relations(), std::vector<std::string>{"SQS Queue -> Scraper"});
}

TEST(Ladders, BoxesOfOneNameAreToldApartByWhatStandsBelow) {
  const Read read(
      "# Ferry on Google Cloud\n\n```\n┌───────────────┐     ┌───────────────┐\n│ Load Balancer │     │ Load Balancer "
      "│\n"
      "│  (Frontend)   │     │   (Backend)   │\n└───────┬───────┘     └───────┬───────┘\n        │                     "
      "│\n"
      "        ▼                     ▼\n┌───────────────┐     ┌───────────────┐\n│   Cloud Run   │     │   Cloud Run   "
      "│\n"
      "│  (Frontend)   │     │   (Backend)   │\n└───────────────┘     └───────────────┘\n```\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Load Balancer Frontend -> Cloud Run Frontend",
                                                     "Load Balancer Backend -> Cloud Run Backend"));
}

TEST(Ladders, WhatHangsBelowAChainThatIsDrawnWithLines) {
  const Read read(
      "# A on AWS\n\n```\nAPI ──▶ Lambda ──▶ DynamoDB\n          │\n          ▼\n         SQS ──▶ Worker\n```\n");
  EXPECT_THAT(read.stated(),
              UnorderedElementsAre("API -> Lambda", "Lambda -> DynamoDB", "Lambda -> SQS", "SQS -> Worker"));
}

}  // namespace
}  // namespace skydraft::understand
