#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What only sentences name, and what they call it.
namespace skydraft::understand {
namespace {

std::string sailing(std::string_view text) { return "# Sailing club\n\n" + std::string(text) + "\n"; }

TEST(Naming, ListAfterAPlural) {
  const Read read(
      sailing("The import runs on AWS and calls three Lambda functions in turn: `fetch`, `clean` and `store`."));
  EXPECT_EQ(read.kind("fetch"), "aws.lambda");
  EXPECT_EQ(read.kind("clean"), "aws.lambda");
  EXPECT_EQ(read.kind("store"), "aws.lambda");
}

TEST(Naming, TheValueOfAServiceIsItsName) {
  const Read read(
      "# Ferry\n\n- SQS: the `bookings` queue, 14 days\n- DynamoDB: `berths` table (on demand)\n- S3: `raw`, "
      "`curated`\n- Lambda: `arm64`\n- **Pub/Sub:** for events\n");
  EXPECT_THAT(read.names(), testing::IsSupersetOf({"bookings", "berths", "raw", "curated", "Lambda", "Pub/Sub"}));
  EXPECT_EQ(read.kind("berths"), "aws.dynamodb");
  EXPECT_EQ(read.kind("curated"), "aws.s3");
}

TEST(Naming, WhatRunsOnAServiceIsOneThing) {
  const Read read(sailing("The API runs on Cloud Run and connects to Cloud SQL. It publishes events to Pub/Sub."));
  EXPECT_EQ(read.kind("API"), "gcp.cloud-run");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("API -> Cloud SQL", "API -> Pub/Sub"));
  EXPECT_TRUE(Read(sailing("The application runs on ECS Fargate behind an ALB. It connects to an RDS database."))
                  .relates("ECS Fargate", "RDS"));
}

TEST(Naming, ARoleMadeWithAFramework) {
  const Read read(
      sailing("The React frontend calls the Django backend, which puts jobs on Redis. Workers take them from "
              "Redis and write the results back to PostgreSQL."));
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("React frontend -> Django backend", "Django backend -> Redis",
                                            "Redis -> Workers", "Workers -> PostgreSQL"));
}

TEST(Naming, ARoleThatRunsSomewhere) {
  const Read read(sailing("API Management forwards requests to the backend running in Azure Kubernetes Service."));
  EXPECT_TRUE(read.relates("API Management", "backend"));
  EXPECT_EQ(read.parent("backend"), "Azure Kubernetes Service");
}

TEST(Naming, FirstAndSecond) {
  const Read read(
      sailing("Cloud Scheduler publishes to the first Pub/Sub topic, which triggers the importer Cloud Run job. The "
              "importer publishes to the second Pub/Sub topic."));
  EXPECT_TRUE(read.relates("Cloud Scheduler", "first Pub/Sub topic"));
  EXPECT_TRUE(read.relates("importer Cloud Run job", "second Pub/Sub topic"));
  EXPECT_EQ(read.relations().size(), 3U);
}

TEST(Naming, TheLastOfSeveralIsOneToo) {
  const Read read(
      "# Ferry\n\nThe gateway routes traffic to the ticket, berth and tide services. All services publish to Kafka.\n");
  EXPECT_TRUE(read.relates("gateway", "tide service"));
  EXPECT_TRUE(read.relates("ticket service", "Kafka"));
}

TEST(Naming, ALineThatIsAPluralAndItsList) {
  const Read read(
      "# Ferry on AWS\n\n- SQS queues: bookings and emails\n- **S3 buckets** (uploads, thumbnails)\n- Lambda "
      "functions: "
      "api, worker\n");
  EXPECT_THAT(read.names(),
              testing::UnorderedElementsAre("bookings", "emails", "uploads", "thumbnails", "api", "worker"));
  EXPECT_EQ(read.kind("bookings"), "aws.sqs");
  EXPECT_EQ(read.kind("worker"), "aws.lambda");
}

TEST(Naming, HowThingsAreIsNoListOfNames) {
  const Read read(
      "# Ferry on AWS\n\n- S3 buckets (encrypted, versioned)\n- Lambda functions: Node.js, Python\n- EC2 instances: "
      "small, "
      "large\n- 2 public subnets (us-east-1a, us-east-1b)\n");
  EXPECT_THAT(read.names(),
              testing::UnorderedElementsAre("S3 buckets", "Lambda functions", "EC2 instances", "public subnets"));
}

TEST(Naming, ASentenceWithAListOfNames) {
  const Read read("# Ferry on AWS\n\nAPI Gateway invokes Lambda functions: berths, tickets and tides.\n");
  EXPECT_TRUE(read.relates("API Gateway", "tides"));
}

TEST(Naming, NamesInsideALineStandWhereItSays) {
  const Read read(
      "# Ferry on AWS\n\n- **VPC:** 10.0.0.0/16 in eu-west-1\n- **Private subnets:** ECS services (web, api), Redis\n");
  EXPECT_EQ(read.parent("api"), "Private subnets");
  EXPECT_THAT(read.names(), testing::UnorderedElementsAre("VPC", "Private subnets", "web", "api", "Redis"));
}

TEST(Naming, ARegionIsCalledAsItIsSaid) {
  const Read read("# Ferry on AWS\n\n- **VPC:** 10.0.0.0/16 in eu-west-1\n- S3\n");
  EXPECT_EQ(read.parent("VPC"), "eu-west-1");
}

TEST(Naming, ThingsThatShareANoun) {
  const Read read(sailing("The berths, crews and races services write to DynamoDB."));
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("berths service -> DynamoDB", "crews service -> DynamoDB",
                                                              "races service -> DynamoDB"));
}

TEST(Naming, SaidInPassingWhatItIs) {
  const Read read(sailing("`tides` runs hourly as a Lambda function on AWS."));
  EXPECT_EQ(read.kind("tides"), "aws.lambda");
  const Read first(sailing("`harbour`, an AWS Lambda function in Go, writes to DynamoDB."));
  EXPECT_EQ(first.kind("harbour"), "aws.lambda");
}

TEST(Naming, NameAfterWhatItIs) {
  const Read read(sailing("The API calls the search service, Elasticsearch."));
  EXPECT_TRUE(read.relates("API", "Elasticsearch"));
  EXPECT_EQ(read.architecture.components().size(), 2U);
}

TEST(Naming, NounsThatStandAlone) {
  const Read read(sailing("EventBridge calls the logbook importer, and the importer writes to PostgreSQL."));
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("EventBridge -> logbook importer", "logbook importer -> PostgreSQL"));
}

TEST(Naming, NamesThatNoCatalogueHas) {
  const Read read(sailing("Crews enter results in Regatto. Regatto keeps them in PostgreSQL."));
  EXPECT_TRUE(read.relates("Regatto", "PostgreSQL"));
}

TEST(Naming, LanguagesAndFormatsAreNoNames) {
  const Read read(sailing("The API answers in PromQL. PromQL reads from PostgreSQL."));
  EXPECT_EQ(read.find("PromQL"), nullptr);
}

TEST(Naming, AnEngineOnAService) {
  const Read read(sailing("The berths service keeps its data in PostgreSQL on RDS."));
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("berths service -> PostgreSQL on RDS"));
}

TEST(Naming, AWordForWhatTravelsIsNoTopicOfThatName) {
  const Read read(
      sailing("- **Crew API:** ECS service\n- **`races`:** SNS topic\n\nThe Crew API validates races. It publishes to "
              "the races topic."));
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("Crew API -> races"));
}

TEST(Naming, BoldLead) {
  const Read read(sailing("**Web portal.** A site behind CloudFront. It calls API Gateway.\n"));
  EXPECT_TRUE(read.relates("CloudFront", "Web portal"));
  EXPECT_TRUE(read.relates("Web portal", "API Gateway"));
}

TEST(Naming, ListedThingsAreThereBeforeTheyAreRead) {
  const Read read(
      sailing("It has:\n\n- an internet-facing ALB that forwards requests to the instances\n- an Auto Scaling "
              "group of web servers\n"));
  EXPECT_TRUE(read.relates("ALB", "Auto Scaling"));
}

TEST(Naming, ClientsOfSeveralKinds) {
  const Read read(sailing("The iOS and Android apps call the Races API."));
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("iOS app -> Races API", "Android apps -> Races API"));
}

TEST(Naming, RomanceLanguagesDescribeAfterwards) {
  const Read read(
      "# Sistema\n\nEl servicio de regatas guarda los datos en DynamoDB y el servicio de amarres lee de la tabla. "
      "Los datos se guardan en el sistema por la noche.\n");
  EXPECT_TRUE(read.relates("servicio de regatas", "DynamoDB"));
}

TEST(Naming, WhereDataComesFromHasItsOwnName) {
  const Read read(sailing("The Races API reads rates that are fetched from Northern Wind Institute."));
  EXPECT_EQ(read.kind("Northern Wind Institute"), "generic.external-system");
}

TEST(Naming, PeopleThatTellServicesApart) {
  const Read read(sailing("The user service writes to DynamoDB. The skipper reads a cache of user balances."));
  EXPECT_TRUE(read.relates("user service", "DynamoDB"));
}

TEST(Naming, PlacesBeginNoName) {
  const Read read(sailing("On AWS, an EventBridge schedule starts the Races API."));
  EXPECT_EQ(read.find("On AWS"), nullptr);
  EXPECT_TRUE(read.relates("EventBridge schedule", "Races API"));
}

TEST(Naming, SlashesInCodeAreOneName) {
  const Read read("# Sails\n\nOn Google Cloud, a Cloud Function listens to the `Pub/Sub` topic.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("Pub/Sub -> Cloud Function"));
}

TEST(Naming, AWordBetweenAServiceAndItsNounIsAName) {
  const Read read(
      "# Shop on AWS\n\nThe API places keys in the SQS “inbox” queue. The worker reads from the SQS inbox queue and "
      "writes "
      "to the SQS outbox queue. It keeps pictures in the S3 media bucket.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("API -> SQS inbox queue", "SQS inbox queue -> worker",
                                            "worker -> SQS outbox queue", "worker -> S3 media bucket"));
  const Read plain("# Shop on AWS\n\nThe API writes to the S3 storage bucket.\n");
  EXPECT_EQ(plain.relations(), std::vector<std::string>{"API -> S3"});
}

TEST(Naming, TwoServicesInOneLabelAreTwo) {
  const Read read("# Shop on AWS\n\n## Services\n- **SQS and SNS**: messaging\n- **The CloudFront and WAF**: edge\n");
  EXPECT_EQ(read.kind("SQS"), "aws.sqs");
  EXPECT_EQ(read.kind("SNS"), "aws.sns");
  EXPECT_EQ(read.kind("CloudFront"), "aws.cloudfront");
  EXPECT_EQ(read.kind("WAF"), "aws.waf");
}

TEST(Naming, ARoleBehindAWorkloadsNameIsTheWorkload) {
  const Read read(
      "# Rides on Azure\n\nThe `Trips` Function App stores trips in Cosmos DB. The `Trips` API is exposed via API "
      "Management. The `Trips` microservice sends events to Event Grid.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Trips -> Cosmos DB", "API Management -> Trips", "Trips -> Event Grid"));
}

TEST(Naming, BulletsThatBeginWithANameAndWhatItDoes) {
  const Read read(
      "# Ferry on AWS\n\n## AWS Lambda\n\n- `book-berth` accepts a booking and sends it to SQS.\n- `tell-guest` reads "
      "the booking from DynamoDB\n\n## Microservices\n\n- **tides** calls `berths`\n- **berths** keeps its state "
      "in "
      "Redis\n- **Redis** holds sessions\n");
  EXPECT_EQ(read.kind("book-berth"), "aws.lambda");
  EXPECT_EQ(read.kind("tell-guest"), "aws.lambda");
  EXPECT_EQ(read.find("AWS Lambda"), nullptr);
  EXPECT_EQ(read.kind("berths"), "generic.service");
  EXPECT_TRUE(read.relates("tides", "berths"));
  EXPECT_TRUE(read.relates("berths", "Redis"));
}

TEST(Naming, WhatNothingIsMadeOfStaysInItsSentence) {
  const Read read("# Ferry\n\n- **Postgres Sink** reads from Kafka.\n- `max_retries` limits how often it tries.\n");
  EXPECT_TRUE(read.relates("Kafka", "Postgres Sink"));
  EXPECT_EQ(read.find("max_retries"), nullptr);
}

TEST(Naming, FunctionsWithWhatStartsThem) {
  const Read read(
      "# Ferry on Azure\n\n1. `StampTicket` (BlobTrigger) enqueues a message in Queue Storage.\n2. `MailTicket` "
      "(QueueTrigger) writes to Table Storage.\n");
  EXPECT_EQ(read.kind("StampTicket"), "azure.function-app");
  EXPECT_TRUE(read.relates("StampTicket", "Queue Storage"));
  EXPECT_TRUE(read.relates("MailTicket", "Table Storage"));
}

TEST(Naming, NamesInCodeUnderAHeadingAreOfItsKind) {
  const Read read(
      "# Ferry on Google Cloud\n\n## Cloud Run Jobs\n\n- `daily-firestore-load`: writes to Firestore\n\n## Cloud "
      "Functions\n\n1. `stamp`: writes to Cloud Storage\n2. `mail`: reads from Firestore\n");
  EXPECT_EQ(read.kind("daily-firestore-load"), "gcp.cloud-run-job");
  EXPECT_EQ(read.kind("stamp"), "gcp.cloud-functions");
  EXPECT_TRUE(read.relates("mail", "Firestore"));
  EXPECT_TRUE(read.architecture.flows().empty()) << "they are counted, nothing happens";
}

TEST(Naming, WhatFollowsAParenthesisTellsAboutTheName) {
  const Read read("# Ferry on Azure\n\n**Storage:** Cosmos DB (serverless) with the ticket as partition key.\n");
  EXPECT_EQ(read.kind("Cosmos DB"), "azure.cosmos-db");
}

TEST(Naming, WhatIsToBeDoneIsNoThing) {
  const Read read(
      "# Ferry on Google Cloud\n\nEnable all necessary APIs:\n\n- **Compute:** Cloud Run API\n- **Storage:** Cloud "
      "Storage API\n");
  EXPECT_EQ(read.find("Enable all necessary APIs"), nullptr);
}

TEST(Naming, AThingAndItsKindInAParenthesis) {
  const Read read("# Ferry on AWS\n\n- Tickets table (DynamoDB)\n- Tickets API (Lambda behind API Gateway)\n");
  EXPECT_EQ(read.kind("Tickets table"), "aws.dynamodb");
  EXPECT_EQ(read.kind("Tickets API"), "aws.lambda");
}

TEST(Naming, SoftwareAndTheWorkloadThatItIs) {
  const Read read(
      "# Ferry on Kubernetes\n\nThe api Deployment writes to the MongoDB StatefulSet. The Kafka StatefulSet runs in "
      "the "
      "berths namespace.\n");
  EXPECT_EQ(read.kind("MongoDB StatefulSet"), "k8s.statefulset");
  EXPECT_EQ(read.find("MongoDB"), nullptr);
  EXPECT_EQ(read.parent("Kafka StatefulSet"), "berths");
}

TEST(Naming, WhatADeviceDoesIsNoPartOfItsName) {
  const Read read(
      "# Ferry on Azure\n\nA Raspberry Pi streams data to an IoT Hub. The hub's alarms go to the connected Raspberry "
      "Pi.\n");
  EXPECT_THAT(read.names(), testing::UnorderedElementsAre("Raspberry Pi", "IoT Hub"));
}

TEST(Naming, AShortFormIsTheSameName) {
  const Read read(
      "# Ferry\n\n- Global Load Balancer: routes to the ticket service\n- Ticket DB: PostgreSQL\n\nThe browser calls "
      "the "
      "Global LB. The ticket svc writes to the ticket database.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Browser -> Global Load Balancer", "Global Load Balancer -> ticket service",
                                            "ticket service -> Ticket DB"));
}

TEST(Naming, AllOfAKindAreThoseThatWereSpokenOf) {
  const Read read(
      "# Ferry on Google Cloud\n\n- The Dataflow `Saver` job copies messages from Pub/Sub `Raw Topics` to BigQuery\n- "
      "The "
      "Dataflow `Sorter` job copies messages from Pub/Sub `Sorted Topics` to BigQuery\n\n## Saver\n\n- Must copy "
      "messages "
      "from Pub/Sub topics to BigQuery\n\n## Sorter\n\n- Must sort messages from Pub/Sub topics to Pub/Sub topics\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("Raw Topics -> Saver", "Saver -> BigQuery",
                                                              "Sorted Topics -> Sorter", "Sorter -> BigQuery"));
}

}  // namespace
}  // namespace skydraft::understand
