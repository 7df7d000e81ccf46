#include "view/wording.hpp"

#include <gtest/gtest.h>

#include "view/describe.hpp"

namespace skydraft::view {
namespace {

TEST(Brief, KeepsWhatASentenceSaysFirst) {
  EXPECT_EQ(brief("Stores user uploads and static assets", 3), "user uploads");
  EXPECT_EQ(brief("Database backups", 3), "database backups");
  EXPECT_EQ(brief("Visualization dashboards, for everybody", 4), "visualization dashboards");
  EXPECT_EQ(brief("", 3), "");
}

TEST(Brief, SaysWhatIsAllowedWithoutTheAllowing) {
  EXPECT_EQ(brief("Allows private subnets to access internet", 4), "private subnets access internet");
  EXPECT_EQ(brief("Allow traffic from web tier only", 4), "traffic from web tier");
}

TEST(Brief, EndsWhereAPhraseEnds) {
  EXPECT_EQ(brief("3 to 12 replicas at 70 % of the CPU", 6), "3 to 12 replicas at 70 %");
  EXPECT_EQ(brief("Kubernetes services for internal service discovery", 4), "Kubernetes services");
  EXPECT_EQ(brief("Credentials of the payment provider account", 4), "credentials of payment provider account");
}

TEST(Shortened, DropsBracketsThenArticlesThenEnds) {
  EXPECT_EQ(shortened("Calls the API", 40), "Calls the API");
  EXPECT_EQ(shortened("Grafana queries Prometheus for dashboard visualization", 40), "Grafana queries Prometheus");
  EXPECT_LE(letters(shortened("Supercalifragilistic expialidocious words without any end", 20)), 20U);
}

TEST(PlainName, DropsEmojiAndListNumbers) {
  EXPECT_EQ(plain_name("\xF0\x9F\x9A\x80 Scale Master"), "Scale Master");
  EXPECT_EQ(plain_name("\xE2\x98\x81\xEF\xB8\x8F Cloud"), "Cloud") << "a symbol that asks to be an emoji";
  EXPECT_EQ(plain_name("\xE2\x98\x83 Snow"), "\xE2\x98\x83 Snow") << "a plain symbol is part of the name";
  EXPECT_EQ(plain_name("4. Bastion host"), "Bastion host");
}

TEST(LowerStart, KeepsProperNames) {
  EXPECT_EQ(lower_start("Key Vault secrets"), "Key Vault secrets");
  EXPECT_EQ(lower_start("Stored for ever"), "stored for ever");
}

TEST(LowerWords, KeepsAcronyms) {
  EXPECT_EQ(lower_words("Image Processing"), "image processing");
  EXPECT_EQ(lower_words("API Keys"), "API keys");
}

TEST(WithoutVendor, KeepsANameThatIsAllVendor) {
  EXPECT_EQ(without_vendor("Amazon RDS"), "RDS");
  EXPECT_EQ(without_vendor("Azure"), "Azure");
}

TEST(Matches, TakesStarsAtBothEnds) {
  EXPECT_TRUE(matches("deployment", "deploy*"));
  EXPECT_TRUE(matches("kube-system", "*-system"));
  EXPECT_TRUE(matches("my-controller-2", "*controller*"));
  EXPECT_FALSE(matches("system", "*-system"));
}

struct NameCase {
  const char* name;
  const char* kind;
  int siblings;
  const char* expected;
};

class Naming : public testing::TestWithParam<NameCase> {};

TEST_P(Naming, SaysTheNameThatPeopleSay) {
  model::Component component;
  component.name = GetParam().name;
  component.kind = GetParam().kind;
  EXPECT_EQ(describe(component, catalogue::kind_or_unknown(component.kind), GetParam().siblings).name,
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Names, Naming,
                         testing::Values(NameCase{"Claims API", "azure.function-app", 1, "Claims API"},
                                         NameCase{"Files Bucket", "aws.s3", 3, "S3 files"},
                                         NameCase{"RDS (Relational Database)", "aws.rds", 1, "RDS"},
                                         NameCase{"NAT Gateway", "aws.nat-gateway", 1, "NAT gateway"},
                                         NameCase{"Internal ALB", "aws.alb", 1, "Application Load Balancer"},
                                         NameCase{"Gateway Subnet", "azure.subnet", 1, "Gateway Subnet"},
                                         NameCase{"Build Role", "aws.iam-role", 1, "Build Role"},
                                         NameCase{"Thumbnails", "aws.lambda", 1, "Lambda"},
                                         NameCase{"Thumbnails", "aws.lambda", 5, "Thumbnails"},
                                         NameCase{"make-thumbnails", "aws.lambda", 1, "make-thumbnails"},
                                         NameCase{"Shop Deployment", "k8s.deployment", 1, "Shop"},
                                         NameCase{"AWS Secrets Manager", "aws.secrets-manager", 1, "Secrets Manager"},
                                         NameCase{"berth service", "generic.service", 1, "Berth service"},
                                         NameCase{"etcd backups", "generic.service", 1, "etcd backups"},
                                         NameCase{"berth-sync", "generic.service", 1, "berth-sync"},
                                         NameCase{"Orders API", "generic.service", 1, "Orders API"}));

}  // namespace
}  // namespace skydraft::view
