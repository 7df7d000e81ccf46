#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Lists in all the forms that people give them: with arrows, in fences, of groups, of what one does.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Lists, ArrowsSayWhatEachPartIsMadeWith) {
  const Read read(
      "# Ferry on AWS\n\n- Frontend → AWS Amplify\n- DNS → Route 53\n- API → ECS Fargate\n- Database → Amazon "
      "RDS\n\nThe API writes data to RDS.\n");
  EXPECT_EQ(read.kind("API"), "aws.fargate");
  EXPECT_TRUE(read.relates("API", "Amazon RDS"));
  EXPECT_EQ(read.architecture.relations().size(), 1U);
}

TEST(Lists, AFenceMayHoldOneNameALine) {
  const Read read(
      "# Ferry on AWS\n\nThe network layer includes:\n\n```text\nVPC\npublic subnets\nNAT gateway\nRDS "
      "PostgreSQL\ncost model\n```\n\nThe application consists of several microservices:\n\n```\nticket-service\n"
      "berth-service\n```\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("VPC", "public subnets", "NAT gateway", "RDS PostgreSQL",
                                                 "ticket-service", "berth-service"));
  EXPECT_EQ(read.kind("berth-service"), "generic.service");
}

TEST(Lists, AGroupIsCalledByWhatItProtects) {
  const Read read(
      "# Ferry on AWS\n\n- ALB\n- ECS service `tickets`\n\n**Security groups:**\n- ALB: allows 80 and 443 from "
      "anywhere\n- Tickets: allows 8080 from ALB only\n");
  EXPECT_EQ(read.kind("ALB security group"), "aws.security-group");
  EXPECT_EQ(read.text("ALB security group", "port"), "80, 443");
  EXPECT_EQ(read.text("Tickets security group", "port"), "8080");
  EXPECT_EQ(read.kind("ALB"), "aws.alb");
}

TEST(Lists, ALineMaySayWhereTheThingAboveStands) {
  const Read read(
      "# Ferry on AWS\n\n- VPC `net`\n  - Private subnets\n\n**Internal ALB:**\n- In private subnets\n- Target "
      "group\n");
  EXPECT_THAT(read.names(), Not(Contains("In private subnets")));
  EXPECT_EQ(read.parent("Internal ALB"), "Private subnets");
}

TEST(Lists, AddressesAndSettingsAreNoNames) {
  const Read read(
      "# Ferry on AWS\n\n- VPC: `10.0.0.0/16`\n- 2 private subnets: `10.0.10.0/24`, `10.0.11.0/24`\n\n**Passed to "
      "the container:**\n- `CLOUD=aws`\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("VPC", "private subnets"));
  EXPECT_EQ(read.find("private subnets")->count, 2);
}

TEST(Lists, TheTitleIsNoListOfThings) {
  const Read read(
      "# Deployment architecture\n\n**Source notes:** 1 and 2.\n\nThe API runs on Kubernetes.\n\n## Region posture\n\n"
      "Two regions.\n");
  EXPECT_THAT(read.names(), Not(Contains("Region posture")));
  EXPECT_THAT(read.names(), Not(Contains("Source notes")));
}

TEST(Lists, WhatSetsAThingOffMayBeAnAdjective) {
  const Read read(
      "# Ferry on AWS\n\nA Kafka-triggered worker stores tickets in PostgreSQL. The API is a Redis-backed service. Two "
      "EventBridge-driven Fargate tasks:\n\n- **Sweep** removes old tickets.\n- **Report** reads PostgreSQL.\n");
  EXPECT_TRUE(read.relates("Kafka", "worker"));
  EXPECT_TRUE(read.relates("EventBridge", "Sweep"));
  EXPECT_TRUE(read.relates("EventBridge", "Report"));
}

TEST(Lists, AChainGoesOnPastWhatIsDone) {
  const Read read(
      "# Ferry\n\n- A VPS runs nginx.\n\nDeploy: GitHub Actions → git pull → SSH to VPS\n\n### Netdata\n\nWatches "
      "the VPS.\n\n- Alerts → Telegram\n");
  EXPECT_TRUE(read.relates("Netdata", "Telegram"));
  EXPECT_THAT(read.names(), Not(Contains("Alerts")));
}

TEST(Lists, SettingsOfAServiceSayWhatItUses) {
  const Read read(
      "# Ferry on AWS\n\n- RDS PostgreSQL\n- Secrets Manager\n\n### Ticket service\n\n| Aspect | Value "
      "|\n|---|---|\n| Database | `tickets` on RDS PostgreSQL |\n| Port | 8080 |\n");
  EXPECT_TRUE(read.relates("Ticket service", "RDS PostgreSQL"));
}

TEST(Lists, WhatLeadsWhereMayDependOnTheSort) {
  const Read read(
      "# Ferry on AWS\n\n- Internet gateway\n- NAT gateway\n- Route tables: public → internet gateway, private → NAT "
      "gateway\n");
  EXPECT_TRUE(read.relates("Route tables", "Internet gateway"));
  EXPECT_TRUE(read.relates("Route tables", "NAT gateway"));
}

TEST(Lists, SubnetsHoldWhatTheyAreFor) {
  const Read read(
      "# Ferry on AWS\n\n- Application Load Balancer\n- ECS service `tickets`\n- Two public subnets in separate zones "
      "for the load balancer and the ECS service.\n");
  EXPECT_EQ(read.parent("Application Load Balancer"), "public subnets");
  EXPECT_EQ(read.parent("tickets"), "public subnets");
}

TEST(Lists, WhoMayReachIt) {
  const Read read(
      "# Ferry on AWS\n\n## Application Load Balancer\n\n- Internet-facing; listens on 443.\n\n## RDS "
      "PostgreSQL\n\n- Not publicly accessible.\n\n## S3\n\n- Block public access.\n");
  EXPECT_EQ(read.text("Application Load Balancer", "public"), "yes");
  EXPECT_EQ(read.text("Application Load Balancer", "port"), "443");
  EXPECT_EQ(read.text("RDS PostgreSQL", "public"), "no");
  EXPECT_EQ(read.text("S3", "public"), "no");
}

TEST(Lists, PartsThatRunOnOneServiceAreSeveral) {
  const Read read(
      "# Ferry on GCP\n\n- **Backend:** Cloud Run service\n- **Web:** Cloud Run service\n- **Database:** Cloud "
      "SQL\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Backend", "Web", "Cloud SQL"));
  EXPECT_EQ(read.kind("Backend"), "gcp.cloud-run");
}

TEST(Lists, AParenthesisMaySayWhereAThingStands) {
  const Read read("# Ferry on AWS\n\n- ALB (public subnets)\n- RDS PostgreSQL Multi-AZ (private subnets)\n");
  EXPECT_EQ(read.parent("ALB"), "public subnets");
  EXPECT_EQ(read.kind("RDS PostgreSQL Multi-AZ"), "aws.rds");
  EXPECT_EQ(read.parent("RDS PostgreSQL Multi-AZ"), "private subnets");
}

TEST(Lists, UnderSecurityACategoryIsNoThing) {
  const Read read(
      "# Ferry on AWS\n\n- **ALB**\n\n## Security\n\n- **Network:** ALB is the only way in from the internet.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ALB"));
}

TEST(Lists, ANamespaceIsCalledByItsCodeAndHoldsTheObjects) {
  const Read read(
      "# Ferry on Kubernetes\n\n- Namespace: `ferry`\n- **API:** Deployment with 2 replicas\n- **Web:** "
      "Deployment\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ferry", "API", "Web"));
  EXPECT_EQ(read.parent("API"), "ferry");
  EXPECT_EQ(read.parent("Web"), "ferry");
}

TEST(Lists, IdentifiersUnderWorkloadsAreWhatRuns) {
  const Read read(
      "# Ferry on Kubernetes\n\nTarget cluster: local Kubernetes.\n\nTarget namespace: `ferry`.\n\n## "
      "Workloads\n\n- `ferry-web`: operator web UI for review.\n- `ferry-mcp`: adapter for models.\n");
  EXPECT_EQ(read.kind("ferry-web"), "k8s.deployment");
  EXPECT_EQ(read.parent("ferry-web"), "ferry");
  EXPECT_EQ(read.kind("ferry-mcp"), "tool.mcp-server");
}

TEST(Lists, TheLabelIsTheNameOfWhatTheValueSaysItIs) {
  const Read read(
      "# Ferry on AWS\n\n- **Shop:** Go service on ECS. Depends on: API\n- **Billing:** Lambda function, nightly\n- "
      "**API:** ECS service\n  - Calls: Worker\n- **Worker:** ECS service\n");
  EXPECT_THAT(read.names(), testing::IsSupersetOf({"Shop", "Billing", "API", "Worker"}));
  EXPECT_THAT(read.names(), Not(Contains("Go service")));
  EXPECT_EQ(read.kind("Billing"), "aws.lambda");
  EXPECT_TRUE(read.relates("Shop", "API"));
  EXPECT_TRUE(read.relates("API", "Worker"));
}

TEST(Lists, OneThingMayStandInASubnet) {
  const Read read(
      "# Ferry on AWS\n\n- **VPC**: Main virtual private cloud with CIDR 10.0.0.0/16\n- Public subnet: ALB\n- Private "
      "subnets: ECS tasks\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("VPC", "Public subnet", "ALB", "Private subnets", "ECS tasks"));
  EXPECT_EQ(read.parent("ALB"), "Public subnet");
  EXPECT_EQ(read.parent("ECS tasks"), "Private subnets");
}

TEST(Lists, ALineForEachPartOfTheStack) {
  const Read read("# Ferry on AWS\n\nFrontend: React on S3\nBackend: Django on ECS\nDatabase: RDS\n");
  EXPECT_THAT(read.names(), testing::IsSupersetOf({"Frontend", "Backend", "RDS"}));
  EXPECT_EQ(read.parent("Backend"), "ECS");
}

TEST(Lists, ATierOfSeveralThingsIsNoThing) {
  const Read read(
      "# Ferry on GCP\n\n- **Web tier:** managed instance group\n- **Data tier:** Cloud SQL for PostgreSQL, "
      "Memorystore "
      "for Redis\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Web tier", "Cloud SQL", "Memorystore"));
}

TEST(Lists, AClusterIsOfTheCloudThatItsValueNames) {
  const Read read(
      "# Kubernetes platform\n\n- Cluster: EKS 1.29\n- Secrets: External Secrets Operator with AWS Secrets Manager\n");
  EXPECT_EQ(read.kind("Cluster"), "aws.eks");
}

TEST(Lists, ServicesInChainsAreTheirOwn) {
  const Read read(
      "# Ferry\n\n* Ticket service -> Berth service (gRPC)\n* Berth service -> Kafka\n* order-service -> "
      "stock-service\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Ticket service -> Berth service", "Berth service -> Kafka",
                                                     "order-service -> stock-service"));
}

TEST(Lists, AServiceIsCalledByItsLabelWhereverItsCodeIs) {
  const Read read(
      "# Press\n\n- **Type Setter:** service in `src/type/`; sets the letters\n- **Archive:** service in "
      "`src/archive/`\n- "
      "**Type:** service\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Type Setter", "Archive"));
}

TEST(Lists, WhatIsDoneAndByWhom) {
  const Read read("# Ferry\n\n- **Payments:** Stripe\n- **Billing:** PayPal\n- **API:** NestJS\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Stripe", "PayPal", "API"));
}

TEST(Lists, AnyDatabaseIsTheDatabase) {
  const Read read(
      "# Ferry\n\n- **API:** NestJS\n- **Database:** Neon Postgres\n\nThe API reads and writes the database.\n");
  EXPECT_TRUE(read.relates("API", "Neon Postgres"));
}

TEST(Lists, WhatPeopleUseIsNotThem) {
  const Read read(
      "# Ferry\n\n- Rider app (iOS/Android) -> API gateway\n- Customer website -> API gateway\n\nThe skipper app calls "
      "Stripe.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Rider app -> API gateway", "Customer website -> API gateway",
                                                     "skipper app -> Stripe"));
}

TEST(Lists, AChainBehindALabelGoesByWhatTheLabelNames) {
  const Read read("# Ferry on AWS\n\n- Glue job: S3 -> Redshift\n- ETL job: Postgres -> Snowflake\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("S3 -> Glue job", "Glue job -> Redshift", "Postgres -> ETL job",
                                                     "ETL job -> Snowflake"));
}

TEST(Lists, ACloudAndWhatIsUsedOfIt) {
  const Read read("# Ferry\n\nOn-prem: SQL Server.\n\nAWS: Direct Connect, EKS and S3.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("AWS", "SQL Server", "Direct Connect", "EKS", "S3"));
}

TEST(Lists, ANamespaceAndWhatRunsInIt) {
  const Read read(
      "# Ferry on Kubernetes\n\n- Namespace `ferry`: frontend, tickets\n- Namespace `monitoring`: Prometheus, "
      "Grafana\n");
  EXPECT_EQ(read.parent("tickets"), "ferry");
  EXPECT_EQ(read.kind("frontend"), "k8s.deployment");
  EXPECT_EQ(read.parent("Grafana"), "monitoring");
}

TEST(Lists, AnAccountAndWhatItHas) {
  const Read read(
      "# Ferry on AWS\n\n- **Prod account**: EKS, RDS\n- Account dev: S3 and SQS\n- Account audit: CloudTrail\n");
  EXPECT_EQ(read.kind("Prod account"), "aws.account");
  EXPECT_EQ(read.parent("RDS"), "Prod account");
  EXPECT_EQ(read.parent("SQS"), "Account dev");
  EXPECT_EQ(read.parent("CloudTrail"), "Account audit");
}

TEST(Lists, NumbersThatOnlyCount) {
  const Read read(
      "# Ferry\n\n## Services\n\n1. auth-service – issues tokens, stores users in PostgreSQL\n2. berth-service – REST "
      "API, publishes `berth.booked` to RabbitMQ\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("auth-service -> PostgreSQL", "berth-service -> RabbitMQ"));
  EXPECT_TRUE(read.architecture.flows().empty());
  EXPECT_THAT(read.names(), testing::Not(testing::Contains("Services")));
}

TEST(Lists, AStackWhoseValuesAreChains) {
  const Read read(
      "# Ferry on AWS\n\n- **API**: API Gateway (REST) → Lambda (Node.js 20)\n- **Database**: DynamoDB single table\n");
  EXPECT_TRUE(read.relates("API Gateway", "Lambda"));
  EXPECT_EQ(read.kind("Database"), "aws.dynamodb");
  EXPECT_EQ(read.names().size(), 3U);
}

TEST(Lists, WhereThingsStandInOneLine) {
  const Read read(
      "# Ferry on AWS\n\n- VPC `10.0.0.0/16` with 2 public and 2 private subnets\n- ALB in the public subnets; ECS "
      "tasks "
      "in the private subnets\n- RDS in the private subnets, reachable only from the ECS tasks\n- One NAT gateway per "
      "AZ\n");
  EXPECT_EQ(read.parent("ALB"), "public subnets");
  EXPECT_EQ(read.parent("ECS tasks"), "private subnets");
  EXPECT_EQ(read.parent("RDS"), "private subnets");
  EXPECT_THAT(read.relations(), testing::Contains("ECS tasks -> RDS"));
}

TEST(Lists, WhatGuardsSeveralInOneLine) {
  const Read read("# Ferry on AWS\n\n- WAF on CloudFront and the ALB\n- Internet gateway and one NAT gateway per AZ\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("WAF -> CloudFront", "WAF -> ALB"));
  EXPECT_EQ(read.kind("NAT gateway"), "aws.nat-gateway");
}

}  // namespace
}  // namespace skydraft::understand
