#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Subnets that are counted or told apart in passing.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::Not;

TEST(Subnets, ASentenceBringsThemIn) {
  const Read read(
      "# Shop on AWS\n\nA VPC spans two AZs. Each AZ has one public subnet and one private subnet. An ALB sends "
      "traffic to "
      "EC2 instances.\n");
  EXPECT_EQ(read.kind("VPC"), "aws.vpc");
  EXPECT_EQ(read.parent("public subnet"), "VPC");
  EXPECT_EQ(read.parent("private subnet"), "VPC");
}

TEST(Subnets, NumbersAreTheirs) {
  const Read read("# Shop on AWS\n\n- VPC (10.0.0.0/16) with 2 public and 3 private subnets\n");
  EXPECT_EQ(read.find("public subnets")->count, 2);
  EXPECT_EQ(read.find("private subnets")->count, 3);
}

TEST(Subnets, WhereSomethingIsBringsInNoSecondOne) {
  const Read read("# Shop on AWS\n\n- Two public subnets\n- An ALB in a public subnet\n");
  EXPECT_THAT(read.names(), Contains("public subnets"));
  EXPECT_THAT(read.names(), Not(Contains("public subnet")));
}

TEST(Subnets, WhatTheyAreForStandsInThem) {
  const Read read(
      "# Shop on AWS\n\n- One VPC\n- Public subnets for the ALB and NAT gateways\n- Private subnets for the ECS "
      "tasks\n");
  EXPECT_EQ(read.parent("ALB"), "Public subnets");
  EXPECT_EQ(read.parent("NAT gateways"), "Public subnets");
  EXPECT_EQ(read.parent("ECS tasks"), "Private subnets");
}

TEST(Subnets, EachNetworkHasTheOneThatItNames) {
  const Read read(
      "# Ferry on Azure\n\n- **Web VNet**: contains `web-subnet` with an Application Gateway.\n- **Data VNet**: "
      "contains "
      "`data-subnet` with Azure Firewall.\n");
  EXPECT_EQ(read.parent("web-subnet"), "Web VNet");
  EXPECT_EQ(read.parent("data-subnet"), "Data VNet");
  EXPECT_EQ(read.parent("Application Gateway"), "web-subnet");
}

}  // namespace
}  // namespace skydraft::understand
