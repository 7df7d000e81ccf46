#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// Documents that only tell: no lists, no names, "the app" and "a queue".
namespace skydraft::understand {
namespace {

using testing::UnorderedElementsAre;

TEST(Stories, EverydayWordsAreWhatThereIs) {
  const Read read(
      "# Ferry\n\nPassengers open the website. It calls the API. The API stores tickets in a database and puts jobs on "
      "a "
      "queue. A worker takes jobs from the queue.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Passengers -> website", "website -> API", "API -> database",
                                                     "API -> queue", "queue -> worker"));
}

TEST(Stories, WhatListsItsPartsIsReadMoreCarefully) {
  const Read read(
      "# Ferry\n\n## Parts\n\n- **Ticket API:** REST service\n- **Postgres**\n\nThe Ticket API keeps jobs in "
      "a queue.\n");
  EXPECT_EQ(read.find("queue"), nullptr);
}

TEST(Stories, ALaterSentenceMayBringIn) {
  const Read read("# Ferry\n\nOn AWS, CloudFront forwards requests to the API. The API writes to DynamoDB.\n");
  EXPECT_TRUE(read.relates("CloudFront", "API"));
}

TEST(Stories, TheseAreWhatHasBeenSent) {
  const Read read(
      "# Ferry\n\nThe backend publishes events to the message broker. The berth service listens to these "
      "events.\n");
  EXPECT_TRUE(read.relates("message broker", "berth service"));
}

TEST(Stories, EverythingIsSomewhere) {
  const Read read(
      "# Ferry\n\nAll services run in one EKS cluster. The berth service calls the ticket service, which "
      "writes to RDS.\n");
  EXPECT_TRUE(read.inside("berth service", "EKS"));
  EXPECT_TRUE(read.inside("ticket service", "EKS"));
  EXPECT_FALSE(read.inside("RDS", "EKS"));
}

TEST(Stories, TheGroupThatHoldsEverything) {
  const Read read(
      "# Ferry\n\nThe script creates a resource group that will contain all resources.\n\n- **Cosmos DB**: "
      "tickets\n- **Stripe**: payments\n");
  EXPECT_TRUE(read.inside("Cosmos DB", "resource group"));
  EXPECT_FALSE(read.inside("Stripe", "resource group"));
}

TEST(Stories, ParenthesesSayWhatANounIs) {
  const Read read(
      "# Ferry\n\nOn AWS, the Berth API puts jobs on a queue (SQS), and the workers (Lambda functions) store "
      "results in a table (DynamoDB).\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Berth API -> SQS", "workers -> DynamoDB"));
  EXPECT_EQ(read.kind("workers"), "aws.lambda");
}

TEST(Stories, ParenthesesListWhatIsMeant) {
  const Read read("# Ferry\n\nOn AWS, the Berth API queries the right stores (DynamoDB tables or S3 buckets).\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Berth API -> DynamoDB", "Berth API -> S3"));
}

TEST(Stories, PackagesAreNoServices) {
  const Read read("# Ferry\n\nOn AWS, it uses the aws-cloudfront-s3 package.\n");
  EXPECT_EQ(read.find("aws-cloudfront"), nullptr);
}

TEST(Stories, PlainNamesAfterTheirNumber) {
  const Read read(
      "# Ferry\n\nWe use Kubernetes (EKS). There are three deployments: web, api and worker. api talks to RDS. "
      "worker consumes jobs from SQS.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("api -> RDS", "SQS -> worker"));
  EXPECT_TRUE(read.inside("web", "EKS"));
}

TEST(Stories, NamesThatAreVerbsToo) {
  const Read read(
      "# Ferry\n\n- API: Cloud Run service\n- Worker: Cloud Run job\n- Cache: Memorystore\n- DB: Cloud "
      "SQL\n\n1. API checks cache, then DB\n2. Worker processes the ticket and calls SendGrid\n");
  EXPECT_TRUE(read.relates("API", "Memorystore"));
  EXPECT_TRUE(read.relates("API", "Cloud SQL"));
  EXPECT_TRUE(read.relates("Worker", "SendGrid"));
}

TEST(Stories, SourcesInParentheses) {
  const Read read(
      "# Ferry\n\nSources (Salesforce, Zendesk) are loaded by Fivetran into Snowflake. A reverse tool "
      "(Tidepush) sits on Snowflake; Tidepush writes to Salesforce.\n");
  EXPECT_TRUE(read.relates("Fivetran", "Snowflake"));
  EXPECT_TRUE(read.relates("Tidepush", "Salesforce"));
  EXPECT_NE(read.find("Zendesk"), nullptr);
}

TEST(Stories, ANameHangsBelowAChain) {
  const Read read(
      "# Ferry\n\n```\nbrowser -> nginx -> node server -> mongodb\n                       |\n               "
      "      redis\n```\n");
  EXPECT_TRUE(read.relates("node server", "redis"));
}

TEST(Stories, VirtualMachinesOfAHost) {
  const Read read(
      "# Ferry\n\n- Proxmox host `pier1` runs 2 VMs: `k3s-one`, `k3s-two`\n- Prometheus + Grafana for "
      "monitoring\n");
  EXPECT_EQ(read.kind("k3s-one"), "generic.vm");
  EXPECT_NE(read.find("Grafana"), nullptr);
}

TEST(Stories, WhereEachKeepsItsData) {
  const Read read(
      "# Ferry\n\nOn AWS.\n\n| Service | Purpose | Datastore |\n|---|---|---|\n| berths | berth plans | Aurora "
      "PostgreSQL |\n| tickets | sales | DynamoDB |\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("berths -> Aurora PostgreSQL", "tickets -> DynamoDB"));
}

TEST(Stories, EventsThatOthersConsume) {
  const Read read("# Ferry\n\nThe ticket service publishes events, which the berth service consumes.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("ticket service -> berth service"));
}

TEST(Stories, SentencesAfterAChain) {
  const Read read("# Ferry\n\nPub/Sub -> Dataflow -> BigQuery. Looker Studio reads BigQuery.\n");
  EXPECT_TRUE(read.relates("Looker Studio", "BigQuery"));
}

TEST(Stories, ASecondOne) {
  const Read read("# Ferry\n\nOn AWS, a Lambda reads from S3. A second Lambda writes to DynamoDB.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Lambda -> S3", "second Lambda -> DynamoDB"));
}

TEST(Stories, BehindIt) {
  const Read read(
      "# Ferry\n\nThe office connects to the AWS Transit Gateway. Behind it are two VPCs: `prod` and `test`.\n");
  EXPECT_TRUE(read.relates("AWS Transit Gateway", "prod"));
  EXPECT_FALSE(read.relates("prod", "test"));
}

TEST(Stories, WhoseDataItIsIsOurInference) {
  const Read read("# Ferry\n\nOn AWS, the berth service calls the ticket service. Metadata goes to DynamoDB.\n");
  const auto relations = read.architecture.relations();
  const auto found = std::ranges::find_if(
      relations, [&](const model::Relation& r) { return read.architecture[r.to].name == "DynamoDB"; });
  ASSERT_NE(found, relations.end());
  EXPECT_FALSE(found->inferred_by.empty());
}

TEST(Stories, WhatActsByItsNameIsThere) {
  const Read read(
      "# Ferry\n\nThe berth service uses Redis. Prometheus scrapes everything; Grafana shows dashboards.\n");
  EXPECT_NE(read.find("Prometheus"), nullptr);
  EXPECT_NE(read.find("Grafana"), nullptr);
}

TEST(Stories, ABulletThatSaysWhatAServiceDoesIsNoName) {
  const Read read("# Ferry\n\n- App Service uses Azure SQL with replicas and Azure Cache for Redis\n");
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("App Service -> Azure SQL", "App Service -> Azure Cache for Redis"));
}

TEST(Stories, APlainSentenceTellsWhatANetworkHas) {
  const Read read(
      "# Ferry\n\nWe have a VPC with two public and two private subnets in two AZs. An internet-facing ALB sits in the "
      "public subnets and balances traffic over an ECS service. Images live in ECR; logs end up in CloudWatch.\n");
  EXPECT_TRUE(read.inside("public subnets", "VPC"));
  EXPECT_TRUE(read.inside("private subnets", "VPC"));
  EXPECT_TRUE(read.inside("ALB", "public subnets"));
  EXPECT_TRUE(read.relates("ALB", "ECS service"));
}

TEST(Stories, NetworksHaveWhatTheySayTheyHave) {
  const Read has("# Ferry\n\nThe VPC has a public and a private subnet. RDS runs in the private subnet.\n");
  EXPECT_TRUE(has.inside("public subnet", "VPC"));
  EXPECT_TRUE(has.inside("RDS", "private subnet"));
  const Read run("# Ferry\n\nWe run an EKS cluster in a VPC.\n");
  EXPECT_TRUE(run.inside("EKS", "VPC"));
}

TEST(Stories, WhatIsCalledIsThere) {
  const Read read("# Ferry\n\nThe mobile app calls the REST API, which runs on Cloud Run.\n");
  EXPECT_TRUE(read.relates("Mobile app", "API"));
}

TEST(Stories, RequestsComeFromTheInternet) {
  const Read read("# Ferry\n\nTraffic from the Internet goes to the ALB. It forwards to ECS.\n");
  EXPECT_TRUE(read.relates("Internet", "ALB"));
  EXPECT_TRUE(read.relates("ALB", "ECS"));
  const Read reaches("# Ferry\n\nECS reaches the Internet through the NAT gateway.\n");
  EXPECT_EQ(reaches.find("Internet"), nullptr);
}

TEST(Stories, ProtocolsAreHowTheyTalk) {
  const Read read("# Ferry\n\nDevices connect over MQTT to IoT Hub.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Devices -> IoT Hub"));
  ASSERT_FALSE(read.architecture.relations().empty());
  EXPECT_EQ(read.architecture.relations().front().protocol, "MQTT");
}

TEST(Stories, WhatComesInGoesOn) {
  const Read shop("# Ferry\n\nBookings come in through the storefront. It calls our booking service.\n");
  EXPECT_THAT(shop.relations(), UnorderedElementsAre("storefront -> booking service"));
  const Read chain("# Ferry\n\nRequests go to Amazon API Gateway and from there to Lambda.\n");
  EXPECT_TRUE(chain.relates("Amazon API Gateway", "Lambda"));
  const Read people("# Ferry\n\nAn SNS topic notifies the on-call engineer by email.\n");
  EXPECT_TRUE(people.relates("SNS", "On-call engineer"));
}

TEST(Stories, AppsFetchAndQueuesAreEmptied) {
  const Read app("# Ferry\n\nThe iOS app gets a URL from Amazon API Gateway.\n");
  EXPECT_TRUE(app.relates("iOS app", "Amazon API Gateway"));
  const Read queue("# Ferry\n\nBookings are put on a Service Bus queue. A Function processes the queue.\n");
  EXPECT_TRUE(queue.relates("Service Bus", "Function"));
}

TEST(Stories, CountedServicesAreWhatTheyAreKnownAs) {
  const Read read("# Ferry\n\nThe API uses three services: Redis, S3 and SQS.\n");
  EXPECT_EQ(read.kind("S3"), "aws.s3");
  EXPECT_TRUE(read.relates("API", "Redis"));
  const Read cluster("# Ferry\n\nThere is an ALB, an ECS cluster and a DynamoDB table.\n");
  EXPECT_EQ(cluster.kind("ECS"), "aws.ecs-cluster");
}

TEST(Stories, ServersOfTheTiers) {
  const Read read("# Ferry\n\nThe web servers call the app servers. The app servers use RDS.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("web servers -> app servers", "app servers -> RDS"));
  const Read behind(
      "# Ferry\n\nComments are handled by a small Lambda behind API Gateway, which stores them in DynamoDB.\n");
  EXPECT_TRUE(behind.relates("Lambda", "DynamoDB"));
  const Read query("# Ferry\n\nAthena queries the data in S3.\n");
  EXPECT_TRUE(query.relates("Athena", "S3"));
}

TEST(Stories, TwoMayBeOfTheSameKind) {
  const Read read(
      "# Ferry\n\nRequests reach the booking frontend, which is deployed on Cloud Run. The booking frontend calls the "
      "fares service. It is also deployed on Cloud Run.\n");
  EXPECT_EQ(read.kind("booking frontend"), "gcp.cloud-run");
  EXPECT_EQ(read.kind("fares service"), "generic.service");  // "It" is the frontend
  const Read both("# Ferry\n\nThe fares API runs on Cloud Run. The berths API runs on Cloud Run.\n");
  EXPECT_EQ(both.kind("fares API"), "gcp.cloud-run");
  EXPECT_EQ(both.kind("berths API"), "gcp.cloud-run");
}

TEST(Stories, AnAddressIsNoThing) {
  const Read read("# Ferry\n\nLambda writes to S3. The source code is at github.com/ferries/berths.\n");
  for (const model::Component& component : read.architecture.components()) EXPECT_NE(component.kind, "tool.github");
}

TEST(Stories, WhoeverUsedAStoreGoesOn) {
  const Read read(
      "# Ferry\n\n## Flow\n\n1. Users call the Fares API.\n2. The Fares API caches prices in Redis.\n3. For new "
      "routes, DynamoDB provides the fares.\n4. For DevOps, CodeBuild packages the containers.\n");
  EXPECT_TRUE(read.relates("Fares API", "DynamoDB"));
  EXPECT_FALSE(read.relates("Redis", "DynamoDB"));
  EXPECT_FALSE(read.relates("DynamoDB", "CodeBuild"));
}

TEST(Stories, WhatStandsBeforeTheSentenceHoldsForAllOfIt) {
  const Read read(
      "# Ferry\n\nRequests reach AKS. Inside the cluster, the payment service calls Stripe and the ledger service "
      "writes to Azure SQL. Both use Redis.\n");
  EXPECT_EQ(read.parent("payment service"), "AKS");
  EXPECT_EQ(read.parent("ledger service"), "AKS");
  EXPECT_TRUE(read.relates("payment service", "Redis"));
  EXPECT_TRUE(read.relates("ledger service", "Redis"));
}

TEST(Stories, AnAlarmSetsOffWhoeverTells) {
  const Read after("# Ferry\n\nThe SNS topic notifies the on-call engineer when a CloudWatch alarm fires.\n");
  EXPECT_TRUE(after.relates("CloudWatch alarm", "SNS"));
  const Read before("# Ferry\n\nWhen a CloudWatch alarm fires, an SNS topic notifies the on-call engineer.\n");
  EXPECT_TRUE(before.relates("CloudWatch alarm", "SNS"));
}

TEST(Stories, WhoTakesWhatHasBeenPutThere) {
  const Read these("# Ferry\n\nThe API publishes events to Pub/Sub. A Dataflow job consumes these and writes to S3.\n");
  EXPECT_TRUE(these.relates("Pub/Sub", "Dataflow"));
  const Read listens("# Ferry\n\nThe API publishes to Pub/Sub. The shipping service subscribes and calls Stripe.\n");
  EXPECT_TRUE(listens.relates("Pub/Sub", "shipping service"));
  const Read both("# Ferry\n\nThe fares service and the berths service run on ECS. Prometheus scrapes both.\n");
  EXPECT_TRUE(both.relates("Prometheus", "fares service"));
  EXPECT_TRUE(both.relates("Prometheus", "berths service"));
}

TEST(Stories, ABucketInTheStore) {
  const Read read(
      "# Ferry\n\nThe API writes photos to the uploads bucket in S3 and publishes to the mail queue in SQS.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API -> uploads bucket", "API -> mail queue"));
  const Read three(
      "# Ferry\n\nThe platform is split into three microservices that communicate through Kafka.\n\n## Services\n\n"
      "- **fares-service** – keeps fares\n- **berth-service** – keeps berths\n- **mail-service** – sends mail "
      "through SES\n");
  EXPECT_TRUE(three.relates("fares-service", "Kafka"));
  EXPECT_TRUE(three.relates("mail-service", "Kafka"));
}

TEST(Stories, ResultsAreKeptByWhoMadeThem) {
  const Read read(
      "# Ferry on GCP\n\n1. The client sends an image to Cloud Run.\n2. Results are written to Firestore.\n3. The "
      "result "
      "is returned to the client.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("Client -> Cloud Run", "Cloud Run -> Firestore"));
}

TEST(Stories, BucketsAreToldApartByWhatTheyHold) {
  const Read read(
      "# Ferry on AWS\n\nFirehose delivers events to an S3 raw bucket. A Glue job reads the raw bucket and writes "
      "Parquet "
      "to the curated bucket. Athena queries the curated bucket.\n");
  EXPECT_THAT(read.names(), testing::IsSupersetOf({"S3 raw bucket", "curated bucket"}));
  EXPECT_TRUE(read.relates("Glue", "S3 raw bucket"));
  EXPECT_TRUE(read.relates("Athena", "curated bucket"));
}

TEST(Stories, AParagraphForEachPartOfTheStack) {
  const Read read(
      "# Ferry on AWS\n\n**Network**: One VPC with public and private subnets.\n\n**Frontend**: A Next.js app calls "
      "the "
      "GraphQL API.\n\n**Backend**: GraphQL API on ECS Fargate behind an ALB in the public subnets.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("Frontend -> Backend", "ALB -> Backend"));
  EXPECT_EQ(read.parent("ALB"), "public subnets");
}

TEST(Stories, PubSubInLowerCaseIsAWay) {
  const Read read("# Ferry on AWS\n\n- Chat Servers -> Redis pub/sub (ElastiCache)\n");
  EXPECT_THAT(read.names(), testing::UnorderedElementsAre("Chat Servers", "Redis"));
}

TEST(Stories, ToUpdateARowRollsNothingOut) {
  const Read read("# Ferry on AWS\n\nThe worker updates the status in DynamoDB.\n");
  ASSERT_EQ(read.architecture.relations().size(), 1U);
  EXPECT_EQ(read.architecture.relations().front().kind, model::RelationKind::Flow);
}

TEST(Stories, WhatAThingIsSaidToBeIsNotAnotherOne) {
  const Read lambda("# Ferry on AWS\n\nThe API is a Lambda function behind API Gateway. It uses DynamoDB.\n");
  EXPECT_THAT(lambda.names(), testing::UnorderedElementsAre("API", "API Gateway", "DynamoDB"));
  EXPECT_EQ(lambda.kind("API"), "aws.lambda");
  const Read cluster(
      "# Ferry on EKS\n\nThe API runs as a Deployment with two replicas in the `shop` namespace. PostgreSQL runs as a "
      "StatefulSet.\n");
  EXPECT_THAT(cluster.names(), testing::UnorderedElementsAre("API", "shop", "PostgreSQL"));
  EXPECT_EQ(cluster.kind("API"), "k8s.deployment");
  EXPECT_EQ(cluster.kind("PostgreSQL"), "generic.postgres");
}

TEST(Stories, EverydayServicesMakeNoCloud) {
  const Read read(
      "# Rides\n\n* API gateway\n* Location service (Redis)\n\n## Interactions\n\n* Kafka -> API gateway -> Location "
      "service\n* Matching service reads positions from the Location service\n");
  EXPECT_EQ(read.kind("API gateway"), "generic.api-gateway");
  EXPECT_EQ(read.kind("Location service"), "generic.service");
  EXPECT_TRUE(read.relates("API gateway", "Location service"));
  EXPECT_TRUE(read.relates("Matching service", "Location service"));
}

TEST(Stories, WhatOneClauseBringsInTheNextSpeaksOf) {
  const Read read("# Ferry on AWS\n\nThe API sends jobs to SQS, and a worker polls the queue.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API -> SQS", "SQS -> worker"));
}

TEST(Stories, WhoeverActsBehindACommaActs) {
  const Read read("# Ferry on AWS\n\nA worker polls SQS, and the API writes to DynamoDB.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("SQS -> worker", "API -> DynamoDB"));
}

TEST(Stories, HostedTogether) {
  const Read read("# Ferry on Azure\n\nThe web app and the admin portal are hosted on App Service.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("web app", "admin portal"));
  EXPECT_EQ(read.kind("admin portal"), "azure.app-service");
}

TEST(Stories, SoftwareOnAMachineIsTheMachine) {
  const Read read(
      "# Ferry on AWS\n\n- **App tier:** Node.js on EC2 in private subnets\n- **Web tier:** Nginx on EC2\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("App tier", "Web tier", "private subnets"));
  EXPECT_EQ(read.kind("App tier"), "aws.ec2");
}

TEST(Stories, PeopleUseAnAppThatActs) {
  const Read read("# Ferry\n\nClerks use the web app, which reads from the tide server.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Clerks -> web app", "web app -> tide server"));
}

TEST(Stories, AServiceByAnEverydayNoun) {
  const Read read("# Ferry\n\nThe portal calls the account service and the payment service.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("portal -> account service", "portal -> payment service"));
}

TEST(Stories, JobsOfNobodyActForNobody) {
  const Read read(
      "# Ferry\n\nThe ticket service uses an Oracle database. Nightly batch jobs export data to the data warehouse.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("ticket service -> Oracle"));
}

TEST(Stories, ResultsInATopicAreTakenOut) {
  const Read read("# Ferry on GCP\n\nRace results are published to Pub/Sub. Dataflow writes them to BigQuery.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Pub/Sub -> Dataflow", "Dataflow -> BigQuery"));
}

TEST(Stories, WhateverIsBehindTheBalancer) {
  const Read read("# Ferry on AWS\n\nThe web app calls a service behind an ALB.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("web app -> ALB"));
}

TEST(Stories, AppsInTheHandsOfPeople) {
  const Read read("# Ferry on AWS\n\nPassengers use the mobile app, which calls API Gateway.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Passengers -> Mobile app", "Mobile app -> API Gateway"));
}

TEST(Stories, WhatAnApiIsMadeWith) {
  const Read read("# Ferry on Azure\n\nThe web app calls the Tide API, an Azure Function behind API Management.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("web app", "Tide API", "API Management"));
  EXPECT_EQ(read.kind("Tide API"), "azure.function-app");
}

TEST(Stories, AStoreByItsEngine) {
  const Read read(
      "# Ferry\n\n- **API:** NestJS\n- **Database:** Neon Postgres\n- **Cache:** Upstash Redis\n\nThe API reads and "
      "writes the database, caches sessions in Redis and calls Stripe.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API -> Neon Postgres", "API -> Upstash Redis", "API -> Stripe"));
  EXPECT_EQ(read.text("Neon Postgres", "engine"), "Postgres");
}

TEST(Stories, ItIsNobody) {
  const Read read("# Ferry on AWS\n\nThe browser calls the ticket service. It writes to DynamoDB.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Browser -> ticket service", "ticket service -> DynamoDB"));
}

TEST(Stories, WhatAnApiIsWrittenInIsNoOtherThing) {
  const Read read("# Ferry\n\nThe API is a Django app on Heroku. It uses a Postgres database.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("API", "Heroku", "Postgres"));
}

TEST(Stories, WhatAGatewayProvidesIsTheGateway) {
  const Read read(
      "# Ferry on Azure\n\nAzure API Management provides an API gateway that sits in front of the Azure Functions app. "
      "The "
      "web application calls the API gateway.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Azure API Management", "Azure Functions", "web application"));
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Azure API Management -> Azure Functions",
                                                     "web application -> Azure API Management"));
}

TEST(Stories, ThisIsTheWhole) {
  const Read read("# Ferry on AWS\n\nThis is a web application hosted on EKS. It uses RDS.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("EKS", "RDS"));
}

}  // namespace
}  // namespace skydraft::understand
