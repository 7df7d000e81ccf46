#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Regions and accounts beside each other, each with things of its own.
namespace skydraft::understand {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

TEST(Sites, ThingsOfOneNameInTwoRegionsAreTwo) {
  const Read read("# Shop\n\n- us-east-1: ALB, Aurora\n- eu-west-1: ALB, Aurora\n");
  EXPECT_THAT(read.parents_of("ALB"), ElementsAre("us-east-1", "eu-west-1"));
  EXPECT_THAT(read.parents_of("Aurora"), ElementsAre("us-east-1", "eu-west-1"));
}

TEST(Sites, HeadingsThatNameAccountsHoldWhatStandsUnderThem) {
  const Read read(
      "# Shop on AWS\n\n## Prod account\n- EKS cluster `prod-eks` runs the API\n- RDS\n- The API reads from RDS\n\n"
      "## Dev account\n- EKS cluster `dev-eks` runs the API\n- RDS\n- The API reads from RDS\n\n"
      "## Shared account\n- ECR: both clusters pull images from it\n");
  EXPECT_THAT(read.parents_of("RDS"), ElementsAre("Prod account", "Dev account"));
  EXPECT_THAT(read.parents_of("API"), UnorderedElementsAre("prod-eks", "dev-eks"));
  EXPECT_THAT(read.parents_of("ECR"), ElementsAre("Shared account"));
  EXPECT_TRUE(read.relates("prod-eks", "ECR"));
  EXPECT_TRUE(read.relates("dev-eks", "ECR"));
}

TEST(Sites, RegionsThatDoNotLookLikeOneAreKnownByName) {
  const Read read("# Shop on Azure\n\n### West Europe\n- AKS\n- Cosmos DB\n\n### North Europe (DR)\n- AKS\n");
  EXPECT_EQ(read.kind("West Europe"), "azure.region");
  EXPECT_THAT(read.parents_of("AKS"), ElementsAre("West Europe", "North Europe"));
}

TEST(Sites, WhatIsReplicatedToARegionGoesToItsKindThere) {
  const Read read(
      "# Shop\n\n- us-east-1: ALB, Aurora (primary)\n- eu-west-1: ALB, Aurora (replica)\n\n"
      "Aurora replicates from us-east-1 to eu-west-1.\n");
  EXPECT_TRUE(read.relates("Aurora", "Aurora"));
  EXPECT_FALSE(read.relates("Aurora", "eu-west-1"));
}

TEST(Sites, ANetworkOfARegionHoldsItsSubnets) {
  const Read read(
      "# Shop\n\n### us-east-1\n- VPC 10.0.0.0/16\n- Public subnets and private subnets\n\n"
      "### us-west-2\n- VPC 10.1.0.0/16\n- Public subnets and private subnets\n");
  EXPECT_THAT(read.parents_of("Public subnets"), ElementsAre("VPC", "VPC"));
}

TEST(Sites, AServiceCalledAccountIsNone) {
  const Read read("# Bank on AWS\n\n## Account Service\n- Runs on ECS\n\n## Loan Service\n- Runs on ECS\n");
  EXPECT_EQ(read.find("Account Service")->kind, "generic.service");
  const Read costs("# Shop on AWS\n\n## Account structure\nOne account.\n\n## Regions\nAll in eu-west-1.\n");
  EXPECT_EQ(costs.find("Account structure"), nullptr);
}

}  // namespace
}  // namespace skydraft::understand
