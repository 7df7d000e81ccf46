#include "understand/diagrams.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

namespace skydraft::understand {
namespace {

std::string mermaid(std::string_view body) { return "# Shop\n\n```mermaid\n" + std::string(body) + "```\n"; }

TEST(Diagrams, AGroupThatNamesAServiceSaysWhatItsMembersAre) {
  const Read drawn(
      mermaid("graph TB\nsubgraph \"Ingestion layer — AWS Lambda\"\n a[resize<br/>thumbnails]\n b[import]\nend\n"
              "subgraph \"Front\"\n c[Edge]\nend\nc --> a\n"));
  EXPECT_EQ(drawn.kind("resize"), "aws.lambda");
  EXPECT_EQ(drawn.kind("import"), "aws.lambda");
  EXPECT_EQ(drawn.find("Ingestion layer"), nullptr);
  EXPECT_TRUE(drawn.relates("Edge", "resize"));
}

TEST(Diagrams, AGroupThatIsInfrastructureHoldsItsMembers) {
  const Read drawn(mermaid(
      "graph TB\nsubgraph n[\"VPC 10.0.0.0/16\"]\n subgraph p[\"Public 10.0.1.0/24\"]\n  w[Web server]\n end\nend\n"));
  EXPECT_EQ(drawn.kind("VPC"), "aws.vpc");
  EXPECT_EQ(drawn.parent("Public"), "VPC");
  EXPECT_EQ(drawn.parent("Web server"), "Public");
  EXPECT_TRUE(drawn.find("Public")->attribute("cidr"));
}

TEST(Diagrams, WhatTheTextNamesIsDrawnUnderAShorterName) {
  const Read drawn(
      "# Shop\n\n## Components\n- **Orders Service:** takes orders\n- **Amazon DynamoDB:** keeps them\n\n"
      "```mermaid\ngraph LR\n A[Orders svc] --> B[(DynamoDB)]\n```\n");
  EXPECT_EQ(drawn.find("Orders svc"), nullptr);
  EXPECT_TRUE(drawn.relates("Orders Service", "Amazon DynamoDB"));
}

TEST(Diagrams, ShapesAndIconsTellKinds) {
  const Read drawn(
      mermaid("architecture-beta\ngroup n(cloud)[Backend]\nservice a(database)[Ledger] in n\n"
              "service b(logos:aws-lambda)[Resizer] in n\nservice c(server)[Kiosk] in n\njunction j\na:R -- L:j\nj:R "
              "--> L:c\n"));
  EXPECT_EQ(drawn.kind("Ledger"), "generic.database");
  EXPECT_EQ(drawn.kind("Resizer"), "aws.lambda");
  EXPECT_TRUE(drawn.relates("Ledger", "Kiosk"));
}

TEST(Diagrams, AProcedureDefinesNothingNew) {
  const Read drawn(mermaid(
      "flowchart TD\n S([Start]) --> A{Token valid?}\n A -->|yes| L[Load profile]\n A -->|no| R[Reject call]\n"));
  EXPECT_TRUE(drawn.architecture.components().empty());
}

TEST(Diagrams, StepsAndFilesAreNoComponents) {
  const Read drawn(mermaid("graph LR\n G[GitHub Actions] --> T[Run tests] --> F[main.tf]\n G --> E[ECR]\n"));
  EXPECT_EQ(drawn.find("Run tests"), nullptr);
  EXPECT_EQ(drawn.find("main.tf"), nullptr);
  EXPECT_TRUE(drawn.relates("GitHub Actions", "ECR"));
}

TEST(Diagrams, NamesThatBeginAlikeAreToldApart) {
  const Read drawn(mermaid(
      "graph LR\n a[EventBridge<br/>Every hour] --> l[Lambda A]\n b[EventBridge<br/>Every Monday] --> m[Lambda B]\n"));
  EXPECT_TRUE(drawn.relates("EventBridge Every hour", "Lambda A"));
  EXPECT_TRUE(drawn.relates("EventBridge Every Monday", "Lambda B"));
}

TEST(Diagrams, OneNameInTwoZonesStretchesAcrossThem) {
  const Read drawn(mermaid(
      "graph TB\nsubgraph v[VPC]\nsubgraph a[Public Subnet A]\n x[NAT Gateway]\nend\nsubgraph b[Public Subnet B]\n "
      "y[NAT Gateway]\nend\nend\n"));
  const model::Component* nat = drawn.find("NAT Gateway");
  ASSERT_NE(nat, nullptr);
  EXPECT_EQ(nat->spans.size(), 2U);
}

TEST(Diagrams, BoxesMadeOfCharactersHoldAndPoint) {
  const Read drawn(
      "# Shop\n\n```\n"
      "      Users\n"
      "        │ HTTPS\n"
      "        ▼\n"
      "┌─────────────────────────┐\n"
      "│ EKS Cluster             │\n"
      "│  ┌─────────┐ ┌───────┐  │\n"
      "│  │ Orders  │ │ Mail  │  │\n"
      "│  │ Service │ │ (2)   │  │\n"
      "│  └────┬────┘ └───────┘  │\n"
      "└───────┼─────────────────┘\n"
      "        ▼\n"
      "   ┌──────────┐\n"
      "   │ Route 53 │\n"
      "   └──────────┘\n```\n");
  EXPECT_EQ(drawn.kind("EKS Cluster"), "aws.eks");
  EXPECT_EQ(drawn.parent("Orders Service"), "EKS Cluster");
  EXPECT_EQ(drawn.find("Mail")->count, 2);
  EXPECT_EQ(drawn.kind("Route 53"), "aws.route53");
  EXPECT_TRUE(drawn.relates("Users", "EKS Cluster"));
}

TEST(Diagrams, CloudsSideBySideHaveEachTheirOwn) {
  const Read read(
      "# Weather\n\n```\n"
      "┌─────────┐ ┌──────────┐ ┌───────────┐\n"
      "│   AWS   │ │  Azure   │ │    GCP    │\n"
      "│ ┌─────┐ │ │ ┌──────┐ │ │ ┌───────┐ │\n"
      "│ │ VPC │ │ │ │ VNet │ │ │ │  VPC  │ │\n"
      "│ └─────┘ │ │ └──────┘ │ │ └───────┘ │\n"
      "└─────────┘ └──────────┘ └───────────┘\n"
      "     │            │            │\n"
      "     └─────────────────────────┘\n"
      "                  │\n"
      "           ┌─────────────┐\n"
      "           │ Forecasts   │\n"
      "           └─────────────┘\n```\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("AWS -> Forecasts", "Azure -> Forecasts", "GCP -> Forecasts"));
  std::vector<std::string> networks;
  for (const model::Component& component : read.architecture.components())
    if (component.name == "VPC") networks.push_back(component.kind);
  EXPECT_THAT(networks, testing::UnorderedElementsAre("aws.vpc", "gcp.vpc"));
}

TEST(Diagrams, TreesOfThingsHoldTreesOfFilesDoNot) {
  const Read drawn(
      "# Net\n\n```\nVPC (10.0.0.0/16)\n├── Public Subnet\n│   └── ALB\n└── Private Subnet\n    └── RDS\n```\n");
  EXPECT_EQ(drawn.parent("ALB"), "Public Subnet");
  EXPECT_EQ(drawn.parent("Private Subnet"), "VPC");
  const Read files("# Code\n\n```\ninfra/\n├── vpc/\n│   └── main.tf\n└── rds/\n```\n");
  EXPECT_TRUE(files.architecture.components().empty());
}

TEST(Diagrams, TablesAndPracticesAreNoComponents) {
  const Read drawn(
      "# Data\n\n```\n+----+-------+\n| id | name  |\n+----+-------+\n| 1  | Ada   |\n+----+-------+\n```\n");
  EXPECT_TRUE(drawn.architecture.components().empty());
  const Read practice(mermaid("graph LR\n A[WAF] --> B[Least privilege]\n A --> C[ALB]\n"));
  EXPECT_EQ(practice.find("Least privilege"), nullptr);
}

TEST(Diagrams, AChainOfClausesIsReadClauseByClause) {
  const Read drawn(
      "# Deploy\n\n- **GitHub Actions:** builds\n- **ECR:** keeps images\n\n```\n"
      "Developer pushes code → GitHub Actions pushes the image to ECR\n```\n\n```\nECR → TLS 1.3 → GitHub "
      "Actions\n```\n");
  EXPECT_TRUE(drawn.relates("GitHub Actions", "ECR"));
  EXPECT_TRUE(drawn.relates("ECR", "GitHub Actions"));
  EXPECT_EQ(drawn.find("TLS 1.3"), nullptr);
}

TEST(Diagrams, ASequenceIsAFlow) {
  const Read drawn(
      mermaid("sequenceDiagram\n actor U as User\n participant A as API Gateway\n participant L as Lambda\n"
              " U->>A: POST /orders\n A->>L: invoke\n L-->>A: 201\n"));
  ASSERT_EQ(drawn.architecture.flows().size(), 1U);
  EXPECT_EQ(drawn.architecture.flows()[0].steps.size(), 2U);
  EXPECT_EQ(drawn.kind("User"), "generic.user");
}

TEST(Chains, WordsInParenthesesTellThingsApart) {
  const Read read("# Lake\n\n- S3 (raw) -> Glue -> S3 (curated) -> Athena\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("S3 raw -> Glue", "Glue -> S3 curated", "S3 curated -> Athena"));
  const Read plain("# Lake\n\nLambda (Node.js) -> RDS (PostgreSQL)\n\nLambda -> S3 (optional)\n");
  EXPECT_THAT(plain.relations(), testing::UnorderedElementsAre("Lambda -> RDS", "Lambda -> S3"));
}

TEST(Diagrams, WhatStandsBehindTheDotIsAboutTheName) {
  const Read read(
      "# Ferry on AWS\n\n```\n+--------------------------------------+\n| eu-west-1 · Dublin · primary         "
      "|\n|  +------------+      +------------+  |\n|  | Fargate    |----->| Aurora     |  |\n|  +------------+      "
      "+------------+  |\n+--------------------------------------+\n```\n");
  EXPECT_EQ(read.kind("eu-west-1"), "aws.region");
  EXPECT_EQ(read.parent("Fargate"), "eu-west-1");
}

TEST(Diagrams, ARoleAloneIsTheListedThingOfThatRole) {
  const Read read(
      "# Ferry on AWS\n\n- **Ferry API:** ECS service\n- **Orders queue:** SQS\n- **Sync worker:** ECS "
      "service\n\n```mermaid\nflowchart LR\n  A[API] --> Q[Queue]\n```\n\nQueue → Worker\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Ferry API -> Orders queue", "Orders queue -> Sync worker"));
}

TEST(Diagrams, ABoxNamedWithinAnotherStandsInIt) {
  const Read read(
      "# Shop\n\n```mermaid\nflowchart TB\nsubgraph gu[\"Users\"]\n  Users[\"Users service\"]\n  "
      "UsersDB[\"Postgres\"]\nend\n"
      "subgraph k[\"K8s Cluster\"]\n  gu\n  Gateway[\"Gateway\"]\nend\nGateway --> Users\n```\n");
  EXPECT_TRUE(read.inside("Users service", "K8s Cluster"));
  EXPECT_TRUE(read.inside("Postgres", "K8s Cluster"));
  EXPECT_TRUE(read.inside("Gateway", "K8s Cluster"));
}

TEST(Diagrams, ALineToABoxThatGroupsIsToWhatIsInIt) {
  const Read read(
      "# Shop\n\n```mermaid\nflowchart TB\nsubgraph so[\"Orders\"]\n  Orders[\"Orders\"]\n  ODB[\"MongoDB\"]\nend\n"
      "subgraph jobs[\"Background jobs\"]\n  mail[\"Mailer\"]\n  pdf[\"Invoices\"]\nend\nGateway --> so\nGateway --> "
      "jobs\n```\n");
  EXPECT_TRUE(read.relates("Gateway", "Orders"));
  EXPECT_FALSE(read.relates("Gateway", "MongoDB"));
  EXPECT_TRUE(read.relates("Gateway", "Mailer"));
  EXPECT_TRUE(read.relates("Gateway", "Invoices"));
}

TEST(Diagrams, AnInterfaceMadeWithAFramework) {
  const Read read("# Ferry\n\n```mermaid\nflowchart LR\n  A[Berth API] -->|JSON| U[React/Leaflet UI]\n```\n");
  EXPECT_TRUE(read.relates("Berth API", "React/Leaflet UI"));
}

}  // namespace
}  // namespace skydraft::understand
