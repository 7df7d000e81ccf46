#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Headings and bold lines that name a thing beside other words, or name nothing.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Headings, AServiceIsNamedBeforeADash) {
  const Read read(
      "# Ferry on AWS\n\n### EC2 — Application Layer\n\n- **Instance type:** t3.small\n\n### RDS PostgreSQL: Database "
      "Layer\n\n- **Port:** 5432\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("EC2", "RDS PostgreSQL"));
  EXPECT_EQ(read.text("EC2", "instance_type"), "t3.small");
}

TEST(Headings, AServiceIsNamedAfterItsPlaceInTheStack) {
  const Read read(
      "# Ferry on AWS\n\n### 1. Compute Layer - ECS Fargate\n\n- **CPU:** 512\n\n### Database (RDS PostgreSQL)\n\n- "
      "**Class:** db.t4g.micro\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ECS Fargate", "RDS PostgreSQL"));
}

TEST(Headings, WhatIsDrawnBeneathSpeaksForItself) {
  const Read read(
      "# Ferry on AWS\n\n## Security Groups Overview\n\n```mermaid\ngraph LR\n  A[Web SG] --> B[Database SG]\n```\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Web SG", "Database SG"));
}

TEST(Headings, APluralHeadsTheServicesThatFollow) {
  const Read read(
      "# Ferry on AWS\n\n## Data Stores\n\nRDS PostgreSQL is created in private subnets with:\n\n- private access "
      "only\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("RDS PostgreSQL", "private subnets"));
}

TEST(Headings, APhraseInBoldOverATableIsNoThing) {
  const Read read(
      "# Ferry on AWS\n\n### EC2\n\n- **Type:** t3.small\n\n**Connections across both instances:**\n\n| Pool | Size "
      "|\n|---|---|\n| Writes | 30 |\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("EC2"));
}

TEST(Headings, AChainHasATitle) {
  const Read read(
      "# Ferry\n\n**Loading the app:** browser → CloudFront → S3\n\n**A guest signs up:** browser → Cognito → "
      "Lambda\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Browser", "CloudFront", "S3", "Cognito", "Lambda"));
}

TEST(Headings, AListedThingHeadsWhatItDoes) {
  const Read read(
      "# Ferry on AWS\n\n### Components\n\n- Amazon RDS for PostgreSQL\n- Ticket service: ECS on Fargate\n\n### How "
      "they work\n\n- Ticket\n  - Uses RDS\n\n### Ticket service\n\n- Reads from DynamoDB\n");
  EXPECT_TRUE(read.relates("Ticket service", "Amazon RDS for PostgreSQL"));
  EXPECT_TRUE(read.relates("Ticket service", "DynamoDB"));
}

TEST(Headings, ANameInCodeHeadsWhatItDoes) {
  const Read read(
      "# Ferry\n\n```mermaid\ngraph LR\n  A[Ticket app] --> N[netdata]\n```\n\n### Monitoring (`netdata`)\n\n- "
      "Alerts → Telegram\n\n### Sending\n\nApp sends receipts through Resend.\n");
  EXPECT_TRUE(read.relates("netdata", "Telegram"));
  EXPECT_THAT(read.names(), Not(Contains("Alerts")));
}

TEST(Headings, AListOfSentencesNamesWhatTheHeadingCounts) {
  const Read read(
      "# Ferry on AWS\n\nThe ALB forwards to ECS.\n\n## Security Groups\n\n- Balancer security group allows 443 from "
      "anywhere.\n- Task security group allows HTTP only from the ALB.\n");
  EXPECT_EQ(read.kind("Task security group"), "aws.security-group");
  EXPECT_TRUE(read.relates("ALB", "Task security group"));
  EXPECT_THAT(read.names(), Not(Contains("Security Groups")));
}

TEST(Headings, APrepositionEndsTheName) {
  const Read read("# Ferry on Azure\n\nA VM runs the stack.\n\n## By hand\n\n- **Bootstrap on the VM.** Done by CI.\n");
  EXPECT_THAT(read.names(), Not(Contains("Bootstrap on the VM")));
}

TEST(Headings, WhatWouldBeIsNot) {
  const Read read("# Ferry on Azure\n\nA VM runs the stack.\n\n- **On AWS** it would be: an EC2 instance, ECR.\n");
  EXPECT_THAT(read.names(), Not(Contains("EC2")));
}

TEST(Headings, AZoneIsDrawnByItsIdentifier) {
  const Read read(
      "# Ferry on AWS\n\n```mermaid\ngraph TB\n  subgraph V[VPC]\n    subgraph A[\"📍 us-east-1a\"]\n      subgraph "
      "P[Public Subnet 1]\n        W[EC2 web]\n      end\n    end\n    subgraph B[us-east-1b]\n      subgraph Q[Public "
      "Subnet 2]\n        X[EC2 spare]\n      end\n    end\n  end\n```\n");
  EXPECT_EQ(read.kind("us-east-1b"), "aws.availability-zone");
  EXPECT_EQ(read.parent("Public Subnet 2"), "us-east-1b");
  EXPECT_EQ(read.text("Public Subnet 1", "az"), "us-east-1a");
}

TEST(Headings, DeploymentAloneIsHowItGetsToRun) {
  const Read read(
      "# Ferry\n\n## Services\n\n- **Ticket Service** (Java): sells tickets\n- **Berth Service** (Go): finds "
      "berths\n\n## Deployment\n\nAll services run on Google Kubernetes Engine.\n");
  EXPECT_EQ(read.find("Deployment"), nullptr);
  EXPECT_EQ(read.kind("Ticket Service"), "generic.service");
}

}  // namespace
}  // namespace skydraft::understand
