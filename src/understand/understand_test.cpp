#include "understand/understand.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "understand/reading_test.hpp"

namespace skydraft::understand {
namespace {

TEST(Understand, HeadingsThatNameAKindListItsInstances) {
  const Read read("# Shop\n\n## Queues\n### SQS\n- **Order Queue:** orders to pack\n- **Mail Queue:** mails to send\n");
  EXPECT_EQ(read.kind("Order Queue"), "aws.sqs");
  EXPECT_EQ(read.kind("Mail Queue"), "aws.sqs");
  EXPECT_EQ(read.find("SQS"), nullptr);
}

TEST(Understand, SettingsUnderAServiceAreItsAttributes) {
  const Read read("# Shop\n\n### RDS\n- **Engine:** MySQL 8\n- **Multi-AZ:** Yes\n- **Table Name:** [orders-table]\n");
  const model::Component* rds = read.find("RDS");
  ASSERT_NE(rds, nullptr);
  EXPECT_EQ(rds->attribute("engine")->value, model::Value(std::string("MySQL 8")));
  EXPECT_EQ(rds->attribute("multi_az")->value, model::Value(true));
  EXPECT_TRUE(rds->attribute("name")->placeholder);
  EXPECT_TRUE(read.reports(Code::UnfilledPlaceholder));
}

TEST(Understand, SubnetsStandInTheirZonesAndTheNetwork) {
  const Read read(
      "# Net\n\n### VPC\n- **CIDR Block:** 10.1.0.0/16\n\n### Subnets\n"
      "- **Public Subnet 1:** 10.1.1.0/24 in Availability Zone A\n- **Private Subnet 1:** 10.1.2.0/24 in Availability "
      "Zone B\n");
  EXPECT_TRUE(read.inside("Public Subnet 1", "VPC"));
  EXPECT_TRUE(read.inside("Public Subnet 1", "Availability Zone A"));
  EXPECT_TRUE(read.find("Availability Zone A")->inferred());
  EXPECT_EQ(read.find("Public Subnet 1")->attribute("cidr")->value, model::Value(std::string("10.1.1.0/24")));
  EXPECT_EQ(read.find("Private Subnet 1")->attribute("public")->value, model::Value(false));
}

TEST(Understand, OnlyWhatIsStatedWithoutInference) {
  const Read read("# Net\n\n### VPC\n- **CIDR Block:** 10.1.0.0/16\n", {.stated_only = true});
  EXPECT_EQ(read.architecture.components().size(), 1U);
}

struct Sentence {
  const char* text;
  const char* from;
  const char* to;
};

class Sentences : public testing::TestWithParam<Sentence> {};

TEST_P(Sentences, StateARelation) {
  const Sentence& sentence = GetParam();
  const Read read(std::string("# Shop\n\n- **ALB**: entry\n- **Lambda**: code\n- **DynamoDB**: data\n- **CloudFront**: "
                              "edge\n- **SQS**: work\n\n## Notes\n- ") +
                  sentence.text + "\n");
  EXPECT_TRUE(read.relates(sentence.from, sentence.to)) << sentence.text;
}

INSTANTIATE_TEST_SUITE_P(Grammar, Sentences,
                         testing::Values(Sentence{"CloudFront routes requests to the ALB", "CloudFront", "ALB"},
                                         Sentence{"Lambda is triggered by SQS", "SQS", "Lambda"},
                                         Sentence{"Lambda reads orders from DynamoDB", "Lambda", "DynamoDB"},
                                         Sentence{"Lambda subscribes to SQS", "SQS", "Lambda"},
                                         Sentence{"ALB and Lambda write to DynamoDB", "ALB", "DynamoDB"},
                                         Sentence{"CloudFront reaches Lambda via the ALB", "ALB", "Lambda"},
                                         Sentence{"CloudFront → ALB → Lambda", "ALB", "Lambda"}));

TEST(Understand, NegatedSentencesStateNothing) {
  const Read read(
      "# Shop\n\n- **Lambda**: code\n- **DynamoDB**: data\n\n## Notes\n- Lambda does not write to DynamoDB\n- No NAT "
      "gateway\n");
  EXPECT_FALSE(read.relates("Lambda", "DynamoDB"));
  EXPECT_EQ(read.find("NAT gateway"), nullptr);
}

TEST(Understand, StepsKeepTheirTextAndContinueTheOneBefore) {
  const Read read(
      "# Shop\n\n### CodeBuild\n- **Purpose:** builds\n\n### ECR\n- **Purpose:** images\n\n## Release Flow\n"
      "1. Developer pushes code to GitHub\n2. CodeBuild runs tests\n3. Image pushed to ECR\n4. Done\n");
  ASSERT_EQ(read.architecture.flows().size(), 1U);
  const model::Flow& flow = read.architecture.flows()[0];
  ASSERT_EQ(flow.steps.size(), 4U);
  EXPECT_EQ(flow.steps[3].text, "Done");
  EXPECT_TRUE(read.relates("Developer", "GitHub"));
  EXPECT_TRUE(read.relates("CodeBuild", "ECR"));
}

TEST(Understand, ResourceIdsAreAliasesAndDecideTheKind) {
  const Read read(
      "# Net\n\n- Core network (`azurerm_virtual_network.core`)\n- Hub VPC (`aws_vpc.hub`)\n\n1. `aws_vpc.hub` → "
      "`azurerm_virtual_network.core` — peers with\n");
  EXPECT_EQ(read.kind("Hub VPC"), "aws.vpc");
  EXPECT_THAT(read.find("Hub VPC")->aliases, testing::Contains("aws_vpc.hub"));
}

TEST(Understand, OverlappingAndOutlyingSubnetsAreReported) {
  const Read read(
      "# Net\n\n### VPC\n- **CIDR Block:** 10.1.0.0/16\n\n### Subnets\n- **Public Subnet 1:** 10.1.1.0/24\n- **Public "
      "Subnet 2:** 10.1.1.128/25\n"
      "- **Private Subnet 1:** 10.2.0.0/24\n");
  EXPECT_TRUE(read.reports(Code::CidrOverlap));
  EXPECT_TRUE(read.reports(Code::CidrOutsideParent));
}

TEST(Understand, PoliciesApplyToWhatTheyName) {
  const Read read(
      "# Shop\n\n### RDS\n- **Engine:** MySQL\n\n## Backup\n- **RDS Automated Backups:** Daily snapshots retained for "
      "14 days\n");
  ASSERT_EQ(read.architecture.policies().size(), 1U);
  const model::Policy& policy = read.architecture.policies()[0];
  EXPECT_EQ(policy.kind, model::PolicyKind::Backup);
  ASSERT_EQ(policy.applies_to.size(), 1U);
  EXPECT_EQ(read.architecture[policy.applies_to[0]].name, "RDS");
}

TEST(Understand, EveryFactHasItsPlace) {
  const Read read(
      "# Shop\n\n### Lambda Functions\n- **Resize:** makes images small\n- **Mail:** sends mails with SES\n");
  for (const model::Component& component : read.architecture.components())
    if (!component.inferred()) {
      ASSERT_FALSE(component.source.empty()) << component.name;
      EXPECT_LE(component.source.front().end, read.source.text().size());
    }
}

TEST(Understand, AWordThatMeansNothingHereMayStillNameSeveral) {
  const Read read(
      "1. Terraform provisions infra and alerting resources (SNS + CloudWatch alarms) and writes SSM parameters for "
      "observability/alerting secrets.\n"
      "2. ESO syncs SSM parameters into Kubernetes Secrets (`grafana-admin`, `grafana-domain`, "
      "`alertmanager-config`).\n");
  EXPECT_FALSE(read.architecture.components().empty());
}

TEST(Understand, AnyTextGivesAnArchitecture) {
  rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "# ", "## VPC\n", "- ", "**Queue:** ", "SQS", " → ", "via ", "ALB", "`x`", "(", ")", "[", "]", "\n", "1. ",
        "| a | b |\n|-|-|\n", "routes to ", "```mermaid\ngraph TD\nA-->B\n```\n", "```\n┌──┐\n│A │\n└┬─┘\n```\n", "in ",
        "subnets ", ", ", "and ", "is ", "pushed ", "é", "10.0.0.0/8 "));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const Read once(text), again(text);
    RC_ASSERT(once.architecture.components().size() == again.architecture.components().size());
    RC_ASSERT(once.architecture.relations().size() == again.architecture.relations().size());
  });
}

}  // namespace
}  // namespace skydraft::understand
