#include <algorithm>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What any document may hold beside its architecture, and words that several clouds use.
namespace skydraft::understand {
namespace {

TEST(Generality, WordsOfSeveralCloudsBelongToTheOneThatIsNamed) {
  const Read ibm("# Net\n\nIBM Cloud hosts it.\n\n- VPC\n- Transit gateway\n- Security groups\n");
  EXPECT_EQ(ibm.kind("VPC"), "ibm.vpc");
  EXPECT_EQ(ibm.kind("Transit gateway"), "ibm.transit-gateway");
  EXPECT_EQ(ibm.kind("Security groups"), "ibm.security-group");
  const Read aws(
      "# Net\n\nAWS hosts it, on EC2, Lambda and ECS, with S3 and SQS.\n\n- Application security group\n- Transit "
      "gateway\n");
  EXPECT_EQ(aws.kind("Application security group"), "aws.security-group");
  EXPECT_EQ(aws.kind("Transit gateway"), "aws.transit-gateway");
}

TEST(Generality, AHeadingThatNamesACloudSaysWhoseWordsFollow) {
  const Read read(
      "# Both\n\nRuns on AWS and Azure: Amazon S3, Amazon SQS, Amazon SNS.\n\n## Azure resources\n- Security groups\n\n"
      "## AWS resources\n- VPC\n");
  EXPECT_EQ(read.kind("Security groups"), "azure.nsg");
  EXPECT_EQ(read.kind("VPC"), "aws.vpc");
}

TEST(Generality, WhatIsDoneIsNoKubernetesObject) {
  const Read read(
      "# Shop\n\nThe shop runs on Kubernetes.\n\n## Deployment Status\n- **Automated Deployment**: on merge\n"
      "- **Backend Deployment**: 3 replicas\n\nA deployment of the shop takes a minute.\n");
  EXPECT_EQ(read.kind("Backend Deployment"), "k8s.deployment");
  EXPECT_EQ(read.find("Automated Deployment"), nullptr);
  EXPECT_EQ(read.find("deployment"), nullptr);
}

TEST(Generality, HowFarAThingHasGotIsNoName) {
  const Read read("# Shop\n\n- Implemented (beta): Amazon SQS feeds AWS Lambda.\n- Planned: Amazon Kinesis\n");
  EXPECT_EQ(read.find("Implemented"), nullptr);
  EXPECT_EQ(read.find("Planned"), nullptr);
}

TEST(Generality, ActionsMethodsAndAddressesAreNoNames) {
  const Read read("# Shop\n\nUses Amazon DynamoDB.\n\n- `dynamodb:PutItem`\n- http://localhost:9000 - Grafana\n");
  EXPECT_EQ(read.find("dynamodb:PutItem"), nullptr);
  EXPECT_EQ(read.find("http://localhost:9000"), nullptr);
}

TEST(Generality, LegalLinesAndPicturesSayNothing) {
  const Read read(
      "# Shop\n\n![NAT gateway in a VPC](net.png \"x\"){: caption=\"An EKS cluster\"}\n\nLicensed under the Apache "
      "License.\n\nCopyright Amazon EFS Inc.\n\nAmazon S3 holds images.\n");
  EXPECT_THAT(read.names(), testing::ElementsAre("Amazon S3"));
}

TEST(Generality, APluralAndItsNamesInParentheses) {
  const Read read("# Shop\n\nAWS runs two microservices (cart-api and stock-api) for us.\n");
  EXPECT_EQ(read.kind("cart-api"), "generic.service");
  EXPECT_EQ(read.kind("stock-api"), "generic.service");
}

TEST(Generality, AHeadingMayNameAServiceByItsNoun) {
  const Read read("# Shop\n\n## Services\n\n### Ledger service\nBooks what is paid.\n\n### Internal service\nText.\n");
  EXPECT_EQ(read.kind("Ledger service"), "generic.service");
  EXPECT_EQ(read.find("Internal service"), nullptr);
}

TEST(Generality, ArticlesPairsAndRemarksAreNoPartOfAName) {
  const Read read("# Shop\n\nOn AWS.\n\n- A pair of NAT gateways (one in each zone) to let hosts out\n");
  ASSERT_NE(read.find("NAT gateways"), nullptr);
  EXPECT_EQ(read.find("NAT gateways")->count, 2);
}

TEST(Generality, AnInstructionHeadsNoComponent) {
  const Read read(
      "# Shop\n\nAmazon S3 holds images.\n\n## Create the queue\n- Amazon SQS\n\n## A future workload\n- Redis\n");
  EXPECT_THAT(read.names(), testing::ElementsAre("Amazon S3"));
}

}  // namespace
}  // namespace skydraft::understand
