#include <algorithm>
#include <variant>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What running text says of a thing beside its name, and where things stand that no sentence places.
namespace skydraft::understand {
namespace {

TEST(Facts, EngineAndVersionOfADatabase) {
  const Read read("# Shop on AWS\n\n- **Stock Database:** RDS PostgreSQL 15, in the private subnets\n");
  EXPECT_EQ(read.text("Stock Database", "engine"), "PostgreSQL");
  EXPECT_EQ(read.text("Stock Database", "version"), "15");
  EXPECT_EQ(read.text("Stock Database", "placement"), "private subnets");
}

TEST(Facts, RuntimeMemoryAndTimeoutOfAFunction) {
  const Read read("# Shop on AWS\n\n- **Resize Photo:** Lambda function, Python 3.12, 512 MB, timeout 90 s\n");
  EXPECT_EQ(read.text("Resize Photo", "runtime"), "Python 3.12");
  EXPECT_EQ(read.text("Resize Photo", "memory"), "512 MB");
  EXPECT_EQ(read.text("Resize Photo", "timeout"), "90 s");
}

TEST(Facts, CountsAndRangesOfCopies) {
  const Read read(
      "# Shop on AWS\n\n- **Basket Service:** ECS service, 4 tasks, port 8080\n- **Price Service:** ECS service, "
      "between 2 "
      "and 9 tasks\n");
  EXPECT_EQ(read.text("Basket Service", "replicas"), "4");
  EXPECT_EQ(read.text("Basket Service", "port"), "8080");
  EXPECT_EQ(read.text("Price Service", "min"), "2");
  EXPECT_EQ(read.text("Price Service", "max"), "9");
  EXPECT_EQ(read.text("Price Service", "replicas"), "");
}

TEST(Facts, SettingsOfAHeadingHoldForWhatStandsUnderIt) {
  const Read read(
      "# Shop\n\n## AWS Lambda Functions\n\n**Configuration:**\n- **Memory:** 256 MB\n\n### mail-sender\n- "
      "**Purpose:** "
      "sends mail\n\n### price-maker\n- **Purpose:** makes prices\n");
  EXPECT_EQ(read.text("mail-sender", "memory"), "256 MB");
  EXPECT_EQ(read.text("price-maker", "memory"), "256 MB");
}

TEST(Facts, ASubnetHoldsWhatItIsNamedFor) {
  const Read read(
      "# Shop on Azure\n\n| Service | Purpose |\n| --- | --- |\n| Azure Kubernetes Service (AKS) | runs the shop |\n| "
      "Azure "
      "Cache for Redis | sessions |\n\n| Subnet | CIDR |\n| --- | --- |\n| AKS Subnet | 10.1.0.0/24 |\n| Redis Subnet "
      "| "
      "10.1.1.0/24 |\n");
  EXPECT_EQ(read.parent("Azure Kubernetes Service"), "AKS Subnet");
  EXPECT_EQ(read.parent("Azure Cache for Redis"), "Redis Subnet");
}

TEST(Facts, AnIdentifierSaysOfWhatKindItIs) {
  const Read read(
      "# Landing zone on Azure\n\n- `vnet-shop` (10.2.0.0/20), peered with the hub\n  - `snet-web` (10.2.1.0/24)\n");
  EXPECT_EQ(read.kind("vnet-shop"), "azure.vnet");
  EXPECT_EQ(read.kind("snet-web"), "azure.subnet");
  EXPECT_EQ(read.parent("snet-web"), "vnet-shop");
}

TEST(Facts, ANameOfATemplateIsSpelledOut) {
  const Read read(
      "# Shop on AWS\n\n- **PriceUpdateQueue** - waits for the nightly run\n- **MailRole** - lets mail be sent\n");
  EXPECT_EQ(read.kind("PriceUpdateQueue"), "aws.sqs");
  EXPECT_EQ(read.kind("MailRole"), "aws.iam-role");
}

TEST(Facts, TitleLinesHeadWhatFollows) {
  const Read read(
      "# Shop\n\nAWS Stack\nCompute: EC2 Instances\n\nStorage: S3 Buckets\n\nSecurity: IAM Roles, Security Groups\n\n"
      "Azure Stack\nCompute: App Service\n");
  EXPECT_EQ(read.kind("EC2 Instances"), "aws.ec2");
  EXPECT_EQ(read.kind("Security Groups"), "aws.security-group");
}

TEST(Facts, SomebodysWorkIsNoService) {
  const Read read(
      "# Shop on Azure\n\n- **Ada Lovelace** - Azure DevOps Specialist\n- **Orders Queue:** Azure Service Bus\n");
  EXPECT_EQ(read.find("Ada Lovelace"), nullptr);
  EXPECT_NE(read.find("Orders Queue"), nullptr);
}

}  // namespace
}  // namespace skydraft::understand
