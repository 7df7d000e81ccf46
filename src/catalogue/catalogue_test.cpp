#include "catalogue/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "catalogue/normalise.hpp"

namespace skydraft::catalogue {
namespace {

bool means(std::string_view name, std::string_view kind) {
  const auto rows = find_alias(normalise(name));
  return std::ranges::any_of(rows, [&](const Alias& row) { return kinds()[row.kind].id == kind; });
}

TEST(Catalogue, KindsAreSortedAndUnique) {
  for (std::size_t i = 1; i < kinds().size(); ++i) EXPECT_LT(kinds()[i - 1].id, kinds()[i].id);
  EXPECT_GT(kinds().size(), 1000U);
}

TEST(Catalogue, FindsById) {
  ASSERT_NE(find("aws.rds"), nullptr);
  EXPECT_EQ(find("aws.rds")->scope, Scope::Zonal);
  EXPECT_EQ(find("aws.nothing"), nullptr);
  EXPECT_EQ(kind_or_unknown("aws.nothing").category, Category::Other);
}

TEST(Catalogue, EveryKindIsFoundByItsNames) {
  for (const Kind& kind : kinds()) {
    if (kind.generated) continue;
    EXPECT_TRUE(means(kind.name, kind.id)) << kind.id << ": " << kind.name;
    EXPECT_TRUE(means(kind.short_name, kind.id)) << kind.id << ": " << kind.short_name;
  }
}

TEST(Catalogue, AliasesAreNormalisedSortedAndUnique) {
  for (std::size_t i = 0; i < aliases().size(); ++i) {
    const std::string_view text = aliases()[i].text;
    EXPECT_EQ(normalise(text), text);
    if (i == 0) continue;
    const Alias& before = aliases()[i - 1];
    EXPECT_LE(std::string_view(before.text), text);
    EXPECT_FALSE(std::string_view(before.text) == text && before.kind == aliases()[i].kind) << text;
  }
}

TEST(Catalogue, NamesGoBeforeEverydayWords) {
  for (std::size_t i = 1; i < aliases().size(); ++i) {
    if (std::string_view(aliases()[i - 1].text) != std::string_view(aliases()[i].text)) continue;
    EXPECT_LE(aliases()[i - 1].strength, aliases()[i].strength) << std::string_view(aliases()[i].text);
  }
}

TEST(Catalogue, FindsWhatPeopleWrite) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"ALB", "aws.alb"},
      {"Application Load Balancers", "aws.alb"},
      {"amazon application load-balancer", "aws.alb"},
      {"S3 bucket", "aws.s3"},
      {"Lambda functions", "aws.lambda"},
      {"NAT Gateways", "aws.nat-gateway"},
      {"Route53", "aws.route53"},
      {"CW logs", "aws.cloudwatch-logs"},
      {"Node Groups", "aws.eks-node-group"},
      {"AKS cluster", "azure.aks"},
      {"App GW", "azure.application-gateway"},
      {"LAW", "azure.log-analytics"},
      {"Key Vaults", "azure.key-vault"},
      {"keyvault", "azure.key-vault"},
      {"GKE Autopilot", "gcp.gke"},
      {"Pub/Sub topics", "gcp.pubsub"},
      {"Google Cloud Storage bucket", "gcp.cloud-storage"},
      {"k8s cron job", "k8s.cronjob"},
      {"ConfigMaps", "k8s.configmap"},
      {"Fluent-Bit", "tool.fluent-bit"},
      {"GitHub Actions", "tool.github-actions"},
      {"ArgoCD", "tool.argocd"},
      {"RabbitMQ", "tool.rabbitmq"},
      {"Kafka", "generic.kafka"},
      {"Cloudflare Tunnel", "cloudflare.tunnel"},
      {"domain controller", "onprem.active-directory"},
  };
  for (const auto& [name, kind] : cases) EXPECT_TRUE(means(name, kind)) << name;
}

TEST(Catalogue, EverydayWordsDoNotNameServices) {
  for (const std::string_view word :
       {"config", "backup", "batch", "database", "queue", "bucket", "cache", "policy", "monitor"})
    for (const Alias& row : find_alias(normalise(word))) {
      const Kind& kind = kinds()[row.kind];
      EXPECT_TRUE(kind.provider == "generic" || row.strength == AliasStrength::Common) << word << " " << kind.id;
    }
}

TEST(Catalogue, KnowsWhetherANameMayGoOn) {
  EXPECT_TRUE(find_alias_node("application"));
  EXPECT_TRUE(find_alias_node("application load"));
  EXPECT_TRUE(find_alias_node("application load balancer"));
  EXPECT_FALSE(find_alias_node("application load bal"));
  EXPECT_TRUE(find_alias("application load").empty());
  EXPECT_FALSE(find_alias_node(""));
}

TEST(Catalogue, ContainersAreKnownAndHoldSomething) {
  for (const Kind& kind : kinds())
    for (const std::string_view outer : kind.inside) ASSERT_NE(find(outer), nullptr) << kind.id << " inside " << outer;
}

TEST(Catalogue, ContainmentHasNoCycle) {
  for (const Kind& kind : kinds()) {
    std::set<std::string_view> seen;
    for (const Kind* at = &kind; at != nullptr && !at->inside.empty(); at = find(at->inside.front()))
      ASSERT_TRUE(seen.insert(at->id).second) << kind.id << " comes back to " << at->id;
  }
}

TEST(ResourceTypes, LongestRuleWins) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"aws_db_instance", "aws.rds"},
      {"aws_db_subnet_group", "aws.db-subnet-group"},
      {"aws_lb", "aws.alb"},
      {"aws_lb_target_group_attachment", "aws.target-group"},
      {"AWS::RDS::DBInstance", "aws.rds"},
      {"AWS::EC2::Instance", "aws.ec2"},
      {"AWS::EC2::SubnetRouteTableAssociation", "aws.route-table-association"},
      {"azurerm_kubernetes_cluster", "azure.aks"},
      {"azurerm_kubernetes_cluster_node_pool", "azure.aks-node-pool"},
      {"Microsoft.Storage/storageAccounts", "azure.storage-account"},
      {"Microsoft.Network/virtualNetworks/subnets", "azure.subnet"},
      {"google_container_node_pool", "gcp.gke-node-pool"},
      {"google_pubsub_topic", "gcp.pubsub"},
      {"kubernetes_deployment_v1", "k8s.deployment"},
  };
  for (const auto& [type, kind] : cases) {
    const Kind* found = find_resource_type(type);
    ASSERT_NE(found, nullptr) << type;
    EXPECT_EQ(found->id, kind) << type;
  }
}

TEST(ResourceTypes, OnlyWholeWordsCount) {
  EXPECT_EQ(find_resource_type("aws_dbx"), nullptr);
  EXPECT_EQ(find_resource_type("aws"), nullptr);
  EXPECT_EQ(find_resource_type("module"), nullptr);
  EXPECT_EQ(find_resource_type(""), nullptr);
  EXPECT_EQ(find_resource_type(std::string(100'000, 'a')), nullptr);
}

TEST(Normalise, WordsAndPlurals) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Load-Balancers", "load balancer"},
      {"  CI/CD  pipelines ", "ci cd pipeline"},
      {"S3_bucket", "s3_bucket"},
      {"Node.js apps.", "node.js app"},
      {"10.0.0.0/16", "10.0.0.0/16"},
      {"the user's VMs", "the user vm"},
      {"policies, proxies & boxes", "policy proxy box"},
      {"Kubernetes on AWS", "kubernetes on aws"},
      {"caches", "cache"},
      {"APIs", "api"},
      {"Prometheus", "prometheus"},
      {"“Büro”‑Netz", "büro netz"},
      {"...", ""},
  };
  for (const auto& [text, normal] : cases) EXPECT_EQ(normalise(text), normal);
}

TEST(Normalise, DoingItTwiceChangesNothing) {
  for (const Kind& kind : kinds()) {
    const std::string once = normalise(kind.name);
    EXPECT_EQ(normalise(once), once);
  }
}

}  // namespace
}  // namespace skydraft::catalogue
