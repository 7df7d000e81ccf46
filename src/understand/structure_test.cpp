#include <algorithm>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Where a document's form says what there is: headings, labels, tables, HTML.
namespace skydraft::understand {
namespace {

TEST(Structure, EnumeratorsAndPictographsAreNoPartOfAHeading) {
  const Read read("# Shop\n\n## 2. Amazon RDS (Optional)\n- Engine: MySQL\n\n## 🚀 Amazon SQS\n- Retention: 4 days\n");
  EXPECT_EQ(read.kind("Amazon RDS"), "aws.rds");
  EXPECT_EQ(read.find("Amazon RDS")->aliases.size(), 1U);  // the whole heading, not "Optional"
  EXPECT_EQ(read.kind("Amazon SQS"), "aws.sqs");
}

TEST(Structure, CostsAndPlansAreNoPartOfTheArchitecture) {
  const Read read(
      "# Shop\n\nAmazon RDS stores orders.\n\n## Estimated Monthly Cost\n- Lambda: 3 dollars\n\n## Future ideas\n- "
      "Kinesis\n\n## Data\n\n**Cost breakdown:**\n\n| Component | Size |\n|---|---|\n| NAT gateway | 1 |\n\n"
      "| Service | Monthly price |\n|---|---|\n| Amazon SNS | 2 |\n");
  EXPECT_EQ(read.find("Lambda"), nullptr);
  EXPECT_EQ(read.find("Kinesis"), nullptr);
  EXPECT_EQ(read.find("NAT gateway"), nullptr);
  EXPECT_EQ(read.find("Amazon SNS"), nullptr);
}

TEST(Structure, ALabelForAGroupIsFollowedByTheThings) {
  const Read read("# Shop\n\n## Stack\n- Compute: EC2, AWS Lambda\n- Storage: Amazon S3\n");
  EXPECT_EQ(read.kind("EC2"), "aws.ec2");
  EXPECT_EQ(read.kind("AWS Lambda"), "aws.lambda");
  EXPECT_EQ(read.kind("Amazon S3"), "aws.s3");
  EXPECT_EQ(read.find("Compute"), nullptr);
}

TEST(Structure, ABoldLineOverATableSaysWhatItLists) {
  const Read read(
      "# Shop\n\n**EC2 Instances**\n\n| Instance | AZ | Private IP |\n|---|---|---|\n| web-1 | eu-west-1a | 10.1.1.7 "
      "|\n\n"
      "**Subnets (public)**\n\n| Subnet | CIDR |\n|---|---|\n| sub-a | 10.1.1.0/24 |\n| sub-b | 10.1.2.0/24 |\n");
  EXPECT_EQ(read.kind("web-1"), "aws.ec2");
  EXPECT_EQ(read.text("web-1", "ip"), "10.1.1.7");
  EXPECT_EQ(read.kind("sub-a"), "aws.subnet");
  EXPECT_EQ(read.find("sub-a")->attribute("public")->value, model::Value(true));
  EXPECT_EQ(read.parent("web-1"), "sub-a");  // by its address
}

TEST(Structure, TheColumnThatNamesThingsNeedNotBeTheFirst) {
  const Read read("# Shop\n\n| Tier | Component | Type |\n|---|---|---|\n| data | orders-db | Amazon RDS |\n");
  EXPECT_EQ(read.kind("orders-db"), "aws.rds");
}

TEST(Structure, ColumnsPlaceRelateAndList) {
  const Read read(
      "# Shop\n\n| Service | Runs on | Namespace | Depends on |\n|---|---|---|---|\n| cart | EKS | shop | Redis |\n\n"
      "| Module | Resources created |\n|---|---|\n| `net` | VPC, optional NAT gateway, route tables |\n\n"
      "| From | To | Port |\n|---|---|---|\n| cart | Amazon SQS | 443 |\n");
  EXPECT_EQ(read.parent("cart"), "shop");
  EXPECT_TRUE(read.relates("cart", "Redis"));
  EXPECT_EQ(read.kind("VPC"), "aws.vpc");
  EXPECT_EQ(read.find("optional NAT gateway"), nullptr);
  EXPECT_EQ(read.find("net"), nullptr);
  EXPECT_TRUE(read.relates("cart", "Amazon SQS"));
}

TEST(Structure, SettingsTablesDescribeTheHeading) {
  const Read read(
      "# Shop\n\n## Amazon RDS\n\n| Setting | Value |\n|---|---|\n| Engine | MariaDB |\n| Timeout | 5 s |\n");
  EXPECT_EQ(read.text("Amazon RDS", "engine"), "MariaDB");
  EXPECT_EQ(read.find("Engine"), nullptr);
}

TEST(Structure, LabelsPlace) {
  const Read read(
      "# Shop\n\n## Subnets\n- **private-a:** 10.0.1.0/24\n\n## Amazon RDS\n- Subnet: private-a\n- Engine: MySQL\n");
  EXPECT_EQ(read.parent("Amazon RDS"), "private-a");
}

TEST(Structure, SectionsStandInTheContainerOfTheHeadingAbove) {
  const Read read(
      "# Shop\n\n## Hub VNet\n- Address space: 10.0.0.0/16\n\n### Azure Firewall\n- SKU: Premium\n\n## Spoke VNet\n- "
      "Address space: 10.1.0.0/16\n\n### AKS cluster\n- Version: 1.30\n");
  EXPECT_EQ(read.parent("Azure Firewall"), "Hub VNet");
  EXPECT_EQ(read.parent("AKS cluster"), "Spoke VNet");
}

TEST(Structure, ANameWithoutABrandIsNoServiceOfAForeignCloud) {
  const Read read(
      "# Shop on Kubernetes\n\n## Services\n- Search Service: finds goods\n- Orders Service: takes orders\n");
  EXPECT_THAT(read.kind("Search Service"), testing::Not(testing::StartsWith("azure.")));
  EXPECT_EQ(read.find("Azure"), nullptr);
}

TEST(Structure, HeadingsUnderAServiceAreItsInstancesAndShareItsSettings) {
  const Read read(
      "# Shop\n\n## 1. AWS Lambda Functions\n\n**Configuration:**\n\n- **Memory:** 256 MB\n\n### a. cart-service\n- "
      "**Routes:** all\n\n### b. mail-service\n- **Routes:** none\n\n## 2. Amazon DynamoDB\n\nHolds data.\n\n### a. "
      "users\n- **Hash Key:** id\n");
  EXPECT_EQ(read.kind("cart-service"), "aws.lambda");
  EXPECT_EQ(read.kind("mail-service"), "aws.lambda");
  EXPECT_EQ(read.find("AWS Lambda Functions"), nullptr);
  EXPECT_EQ(read.kind("users"), "aws.dynamodb");
  EXPECT_EQ(read.parent("users"), "Amazon DynamoDB");
}

TEST(Structure, InstructionsAreNoComponents) {
  const Read read("# Shop\n\n## Amazon S3\n- Create the bucket\n- Enable CloudFront distribution\n");
  EXPECT_EQ(read.find("Enable CloudFront distribution"), nullptr);
  EXPECT_EQ(read.find("Create the bucket"), nullptr);
}

TEST(Structure, ASecondCloudHoldsItsOwnServices) {
  const Read read("# Shop\n\n- Amazon S3\n- AWS Lambda\n- Amazon SQS\n- Azure Key Vault\n- Azure Service Bus\n");
  EXPECT_EQ(read.parent("Azure Key Vault"), "Azure");
  EXPECT_EQ(read.parent("Azure Service Bus"), "Azure");
}

TEST(Structure, TextInHtmlIsRead) {
  const Read read("# Shop\n\n<p>\nAWS Lambda writes to <b>Amazon S3</b>.\n</p>\n\n<!-- Amazon SQS -->\n");
  EXPECT_TRUE(read.relates("AWS Lambda", "Amazon S3"));
  EXPECT_EQ(read.find("Amazon SQS"), nullptr);
}

TEST(Structure, AStackHasABackend) {
  const Read read(
      "# Ferry\n\n- **Frontend:** React SPA\n- **Backend:** Express API, calls Stripe\n- **Database:** "
      "PostgreSQL\n");
  EXPECT_EQ(read.kind("Backend"), "generic.backend");
  EXPECT_TRUE(read.relates("Backend", "Stripe"));
  EXPECT_EQ(read.find("Express API"), nullptr);
}

TEST(Structure, AHeadingIsWhatTheSentenceBeneathSays) {
  const Read read(
      "# Ferry\n\n## Frontend\nReact SPA on Vercel. Calls the backend.\n\n## Backend\nFastAPI service. Talks to "
      "PostgreSQL and Redis.\n");
  EXPECT_TRUE(read.relates("Frontend", "Backend"));
  EXPECT_TRUE(read.relates("Backend", "PostgreSQL"));
  EXPECT_TRUE(read.relates("Backend", "Redis"));
  EXPECT_EQ(read.find("FastAPI service"), nullptr);
  const Read group("# Ferry\n\n## Backend\n\n- **Tickets API:** a service\n- **Fares API:** a service\n");
  EXPECT_EQ(group.find("Backend"), nullptr);
}

TEST(Structure, AStackThatIsOnlyListedIsJoinedAsEverybodyReadsIt) {
  const std::string text =
      "# Ferry\n\n| Layer | Technology |\n|---|---|\n| Frontend | React |\n| Backend | Django |\n| Database | "
      "PostgreSQL |\n| Cache | Redis |\n";
  const Read read(text);
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Frontend -> Backend", "Backend -> PostgreSQL", "Backend -> Redis"));
  for (const model::Relation& relation : read.architecture.relations())
    EXPECT_EQ(relation.inferred_by, "tiers-of-a-stack");
  const Read stated(text + "\nThe Backend talks to PostgreSQL.\n");
  EXPECT_THAT(stated.relations(), testing::UnorderedElementsAre("Backend -> PostgreSQL"));
  Options options;
  options.stated_only = true;
  EXPECT_THAT(Read(text, options).relations(), testing::IsEmpty());
}

TEST(Structure, ALabelThatIsAContainerHoldsWhatItLists) {
  const Read read("# Ferry\n\n- Public subnet: ALB, NAT gateway\n- Private subnet: ECS, RDS\n");
  EXPECT_EQ(read.parent("ALB"), "Public subnet");
  EXPECT_EQ(read.parent("RDS"), "Private subnet");
}

TEST(Structure, PlainBulletsSayWhereThingsAre) {
  const Read read(
      "# Ferry\n\n- Bastion in the public subnet\n- RDS in the private subnet\n- Sessions in ElastiCache (Redis)\n");
  EXPECT_EQ(read.parent("RDS"), "private subnet");
  EXPECT_EQ(read.parent("Bastion"), "public subnet");
  EXPECT_EQ(read.kind("ElastiCache"), "aws.elasticache");
}

TEST(Structure, AsManyChainsAsSentences) {
  const Read read("# Ferry\n\nFlow: client -> API Gateway -> Lambda -> DynamoDB. Lambda -> S3. Lambda -> SES.\n");
  EXPECT_TRUE(read.relates("Lambda", "S3"));
  EXPECT_TRUE(read.relates("Lambda", "SES"));
  EXPECT_FALSE(read.relates("DynamoDB", "S3"));
}

TEST(Structure, AWordForAGroupAndWhatOneOfItDoes) {
  const Read read("# Ferry\n\n- **CI/CD:** GitHub Actions builds the image and pushes it to ECR\n");
  EXPECT_EQ(read.kind("GitHub Actions"), "tool.github-actions");
  EXPECT_TRUE(read.relates("GitHub Actions", "ECR"));
  EXPECT_EQ(read.find("CD"), nullptr);
}

TEST(Structure, ServicesUnderServices) {
  const Read read(
      "# Ferry platform\n\n## Services\n\n- **fares-service** – stores fares in PostgreSQL\n- **berth-service** – "
      "keeps the berths\n");
  EXPECT_EQ(read.kind("fares-service"), "generic.service");
  EXPECT_EQ(read.kind("berth-service"), "generic.service");
  EXPECT_TRUE(read.relates("fares-service", "PostgreSQL"));
}

TEST(Structure, TheWebAppIsThereWhereItActs) {
  const Read read("# Ferry\n\n- **Fares Service**: keeps fares\n\nThe web app calls the Fares Service.\n");
  EXPECT_TRUE(read.relates("web app", "Fares Service"));
}

TEST(Structure, AHeadingThatNamesAServiceAndItsFramework) {
  const Read read(
      "# Ferry\n\n### 1. Fares Service (Spring Boot)\nKeeps fares. Uses PostgreSQL.\n\n### 2. Berths Service (Go)\n"
      "Keeps berths in Redis. Called by the Fares Service.\n");
  EXPECT_TRUE(read.relates("Fares Service", "PostgreSQL"));
  EXPECT_TRUE(read.relates("Berths Service", "Redis"));
  EXPECT_TRUE(read.relates("Fares Service", "Berths Service"));
}

TEST(Structure, BulletsInAContainerRunInIt) {
  const Read read("# Ferry\n\n- ECS Cluster\n  - Fares Service\n  - Reports Service\n");
  EXPECT_EQ(read.parent("Fares Service"), "ECS Cluster");
  EXPECT_EQ(read.parent("Reports Service"), "ECS Cluster");
}

TEST(Structure, WhatPutsAThingSomewhereIsNoUserOfIt) {
  const Read read(
      "# Ferry on AWS\n\n- VPC\n  - Public subnets\n  - Private subnets\n- ALB\n- ECS cluster\n\nThe VPC places the "
      "ALB in "
      "the public subnets.\n");
  EXPECT_EQ(read.parent("ALB"), "Public subnets");
  EXPECT_TRUE(read.architecture.relations().empty());
}

TEST(Structure, WhatIsWrittenInASubnetIsTheStoreThere) {
  const Read read("# Ferry on AWS\n\nLambda functions read and write an Aurora database in private subnets.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("Lambda -> Aurora"));
  EXPECT_EQ(read.parent("Aurora"), "private subnets");
}

TEST(Structure, WhatRunsSomewhereIsWhatStandsNearest) {
  const Read read("# Ferry on GCP\n\nPlayers connect to game servers running on GKE.\n");
  EXPECT_EQ(read.parent("game servers"), "GKE");
  EXPECT_EQ(read.parent("Players"), "");
}

TEST(Structure, ACdnHandsOnToTheBalancerThatNothingElseLeadsTo) {
  const Read read(
      "# Ferry on AWS\n\n- Users reach the site through CloudFront\n- ALB\n- EC2\n\nThe ALB forwards to EC2.\n");
  EXPECT_TRUE(read.relates("CloudFront", "ALB"));
}

TEST(Structure, EmojiAreNoPartOfAName) {
  const Read read(
      "# Hub on Azure\n\n1. **Hub VNet** \xF0\x9F\x8F\xA2\n\n   * **Azure Firewall (10.0.1.4)** \xF0\x9F\x94\xA5: "
      "Inspects "
      "traffic.\n\n2. **Web VNet** \xF0\x9F\x8C\x90\n\n   * **App Service**: Serves the shop.\n");
  EXPECT_EQ(read.kind("Hub VNet"), "azure.vnet");
  EXPECT_EQ(read.parent("Azure Firewall"), "Hub VNet");
}

TEST(Structure, FieldsOfATableAreNoTables) {
  const Read read(
      "# Jobs on AWS\n\n## DynamoDB\n\nEach row is a work. Here is a list of all the fields in the table:\n\n- "
      "job_name\n- "
      "work_id\n- genre\n");
  EXPECT_EQ(read.find("job_name"), nullptr);
  EXPECT_EQ(read.find("genre"), nullptr);
}

TEST(Structure, ADashboardLooksIntoWhatThereIs) {
  EXPECT_TRUE(Read("# Ferry\n\n- **Prometheus**\n- **Grafana**\n").relates("Grafana", "Prometheus"));
  const Read told("# Ferry\n\n- **Prometheus**\n- **Loki**\n- **Grafana**\n\nGrafana queries Loki.\n");
  EXPECT_EQ(told.relations(), std::vector<std::string>{"Grafana -> Loki"});
}

TEST(Structure, ADeadLetterQueueBelongsToAQueue) {
  const std::string text =
      "# Ferry on AWS\n\n- **Bookings queue** (SQS)\n- **Emails queue** (SQS)\n- **Bookings DLQ** (SQS)\n";
  EXPECT_TRUE(Read(text).relates("Bookings queue", "Bookings DLQ"));
  EXPECT_EQ(Read(text).relations().size(), 1U);
  EXPECT_TRUE(Read("# Ferry\n\nThe worker reads SQS. Failed messages go to the DLQ.\n").relates("SQS", "DLQ"));
}

}  // namespace
}  // namespace skydraft::understand
