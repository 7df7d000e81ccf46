#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What is told as a story: use cases with names in bold, rows of steps, what was chosen over what.
namespace skydraft::understand {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

TEST(Told, EverydayWordsInBoldAreNamesOfParts) {
  const Read read(
      "# Design a ferry\n\n### Use case: Passenger views the timeline\n\n* The **Client** asks the **Web Server**\n"
      "* The **Web Server** forwards the request to the **Read API** server\n"
      "* The **Read API** server updates the **SQL Database** `tickets` table\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Client", "Web Server", "Read API", "SQL Database"));
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("Client -> Web Server", "Web Server -> Read API", "Read API -> SQL Database"));
}

TEST(Told, ALineThatSaysTheFollowingIsAboutItsSubject) {
  const Read read(
      "# Design a ferry\n\n* The **Write API** calls the **Web Server**\n* The **Boarding Service** does the "
      "following:\n    * Pulls from the **Queue**\n    * Uses the **Fare Service** to find the price\n        * "
      "Stores the price in the **Memory Cache**\n");
  EXPECT_THAT(read.relations(), IsSupersetOf({"Queue -> Boarding Service", "Boarding Service -> Fare Service",
                                              "Boarding Service -> Memory Cache"}));
  EXPECT_FALSE(read.relates("Web Server", "Fare Service"));
}

TEST(Told, ExamplesTellOfNoCloud) {
  const Read read(
      "# Design a ferry\n\n* The **Write API** places a job on a **Queue** such as Amazon SQS or RabbitMQ\n* The "
      "**Worker** stores files in the **Object Store**\n");
  EXPECT_EQ(read.find("AWS Cloud"), nullptr);
  EXPECT_THAT(read.names(), Not(Contains("RabbitMQ")));
}

TEST(Told, NumberedRowsTellAFlow) {
  const Read read(
      "# Ferry on AWS\n\n## Booking\n\n| Step | Path | Description |\n|---|---|---|\n| 1 | A -> B | CloudFront passes "
      "the request to API Gateway |\n| 2 | B -> C | API Gateway invokes the Tickets Lambda |\n| 3 | C -> D | The "
      "Tickets Lambda writes to DynamoDB |\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("CloudFront -> API Gateway", "API Gateway -> Tickets Lambda",
                                                     "Tickets Lambda -> DynamoDB"));
  ASSERT_THAT(read.architecture.flows(), SizeIs(1));
  EXPECT_THAT(read.architecture.flows().front().steps, SizeIs(3));
}

TEST(Told, NumberedRowsMayNameWhoActs) {
  const Read read(
      "# Ferry on AWS\n\n## Booking\n\n| Step | Component | Action |\n|---|---|---|\n| 1 | API Gateway | Invokes the "
      "Tickets Lambda |\n| 2 | Tickets Lambda | Writes the ticket to DynamoDB |\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> Tickets Lambda", "Tickets Lambda -> DynamoDB"));
  ASSERT_THAT(read.architecture.flows(), SizeIs(1));
  EXPECT_EQ(read.architecture.flows().front().steps.front().text, "API Gateway invokes the Tickets Lambda");
  EXPECT_THAT(read.find("API Gateway")->attributes, IsEmpty());
}

TEST(Told, NumberedRowsOfInstructionsTellNoFlow) {
  const Read read(
      "# Ferry on AWS\n\nThe API runs on ECS.\n\n## Rules\n\n| No | Description |\n|---|---|\n| 1 | Tickets are sold "
      "once |\n| 2 | Prices are in euros |\n");
  EXPECT_THAT(read.architecture.flows(), IsEmpty());
}

TEST(Told, WhatWasNotTakenIsNotThere) {
  const Read read(
      "# Ferry\n\nWe chose Kafka over RabbitMQ for the tickets. RabbitMQ deletes what has been read. The boarding "
      "service publishes to Kafka and keeps its state in PostgreSQL instead of MongoDB.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Kafka", "boarding service", "PostgreSQL"));
  EXPECT_EQ(read.text("PostgreSQL", "engine"), "");
}

TEST(Told, ATemplateCallsAThingByItsNameAndByTheNounBehindIt) {
  const Read read(
      "# Ferry on AWS\n\n1. A scan is put into the `Scans` S3 bucket.\n2. The upload event triggers the `Sorter` "
      "Lambda function, "
      "which writes to the `Tickets` DynamoDB table.\n\n## Template resources\n\n- **ScansS3Bucket** - An S3 bucket "
      "for scans\n"
      "- **SorterFunction** - A Lambda function that sorts\n- **TicketsDDBTable** - A DynamoDB table\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("ScansS3Bucket", "SorterFunction", "TicketsDDBTable"));
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("ScansS3Bucket -> SorterFunction", "SorterFunction -> TicketsDDBTable"));
}

TEST(Told, LinksThatLeadNowhereAreTheirWords) {
  const Read read(
      "# Ferry\n\n[Prometheus] scrapes the [Tickets API][api].\n\n## Parts\n\n- **Tickets API**: sells tickets\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Prometheus -> Tickets API"));
}

TEST(Told, AnAbbreviationBeforeAnIdentifierSaysWhatItIs) {
  const Read read(
      "# Ferry on AWS\n\n| Security group | Inbound | Source |\n|---|---|---|\n| sg-alb | 443 | 0.0.0.0/0 |\n| sg-app "
      "| 8080 | sg-alb |\n");
  EXPECT_EQ(read.kind("sg-alb"), "aws.security-group");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("sg-alb -> sg-app"));
}

TEST(Told, NodesOfATableAreNodes) {
  const Read read(
      "# Ferry on Kubernetes\n\n## Inventory\n\n| Node | Hardware | RAM |\n|---|---|---|\n| otter | Desktop | 32GB |\n"
      "| heron | Raspberry Pi | 8GB |\n");
  EXPECT_EQ(read.kind("heron"), "k8s.node");
  EXPECT_EQ(read.text("otter", "memory"), "32GB");
}

TEST(Told, BulletsAboutWhatIsOnItsWayAreAFlow) {
  const Read read(
      "# Ferry on Azure\n\n## Architecture\n\n- Events arrive at Event Hubs.\n- A Function App is triggered to handle "
      "the event.\n- The event is stored in Cosmos DB.\n- If the Function App fails to store the event, the event is "
      "saved to a Storage queue.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Event Hubs -> Function App", "Function App -> Cosmos DB",
                                                     "Function App -> Storage queue"));
  ASSERT_THAT(read.architecture.flows(), SizeIs(1));
  EXPECT_THAT(read.architecture.flows().front().steps, SizeIs(4));
}

TEST(Told, BulletsAboutWhatThereIsAreNone) {
  const Read read(
      "# Ferry on Azure\n\n## Architecture\n\n- The Function App reads from Event Hubs.\n- The Function App stores "
      "tickets in Cosmos DB.\n- Azure Monitor watches the Function App.\n");
  EXPECT_THAT(read.architecture.flows(), IsEmpty());
}

TEST(Told, ATargetGroupHandsOnToWhatItContains) {
  const Read read(
      "# Ferry on AWS\n\nThe Application Load Balancer forwards to a target group, which contains the EC2 instances. "
      "The private route table has a route to the NAT gateway.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Application Load Balancer -> target group", "target group -> EC2",
                                                     "private route table -> NAT gateway"));
}

TEST(Told, AThirdPartysThingIsWhatItIs) {
  const Read read(
      "# Ferry\n\nA third-party payment API is called by the booking service. The booking service re-publishes tickets "
      "to the seats queue.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("payment API", "booking service", "seats queue"));
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("booking service -> payment API", "booking service -> seats queue"));
}

TEST(Told, WhatAParticipleSaysOfTheObjectDoesNotEndTheSentence) {
  const Read read(
      "# Ferry on AWS\n\nThe Sorter Lambda stores the labels found by Amazon Rekognition into the Tags DynamoDB "
      "table.\n");
  EXPECT_TRUE(read.relates("Sorter Lambda", "Tags DynamoDB table"));
  EXPECT_FALSE(read.relates("Amazon Rekognition", "Tags DynamoDB table"));
}

TEST(Told, AGroupIsReachedThroughOneOfItsMembers) {
  const Read read(
      "# Ferry on AWS\n\nThe load balancer forwards the request to an instance in the Auto Scaling group.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("load balancer -> Auto Scaling"));
}

TEST(Told, ANameInParenthesesTellsWhichOneItIs) {
  const Read read(
      "# Ferry on AWS\n\nUploads are announced on SNS (tickets SNS). SNS (pager SNS) sends alarms to PagerDuty. Amazon "
      "Elastic Compute Cloud (Amazon EC2) reads from the tickets SNS.\n");
  EXPECT_THAT(read.names(), IsSupersetOf({"tickets SNS", "pager SNS", "Amazon Elastic Compute Cloud"}));
  EXPECT_TRUE(read.relates("pager SNS", "PagerDuty"));
}

TEST(Told, AnArrowInBoldIsNoName) {
  const Read read(
      "# Ferry\n\n- **Booking Service**: sells tickets\n- **Mail Service**: sends mail\n\n## Talk\n\n- **Booking "
      "Service "
      "→ Mail Service:** Publishes to a RabbitMQ queue\n");
  EXPECT_THAT(read.names(), Not(Contains("Booking Service → Mail Service")));
  EXPECT_TRUE(read.relates("Booking Service", "Mail Service"));
}

TEST(Told, StepsBelowAStepAreItsSubjects) {
  const Read read(
      "# Ferry on AWS\n\n1. The `Gate` Lambda starts the `boarding` Step Functions state machine.\n2. The `boarding` "
      "state machine has the following steps:\n   * Read the tickets from the `tickets` S3 bucket\n   * In parallel:\n"
      "     * Call Amazon Rekognition to find faces\n");
  EXPECT_TRUE(read.relates("Step Functions state machine", "tickets"));
  EXPECT_TRUE(read.relates("Step Functions state machine", "Amazon Rekognition"));
}

TEST(Told, WhatIsKeptOfUsersIsNotSentByThem) {
  const Read read("# Ferry on AWS\n\nUsers call the API. User sessions are placed in ElastiCache.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Users -> API"));
}

TEST(Told, ALineOfTheSameKindBeneathSaysWhatAServiceIsCalled) {
  const Read read(
      "# Ferry on AWS\n\n- S3\n  - Bucket: `ferry-media`\n  - Versioning: enabled\n- ECS\n  - Logs: CloudWatch "
      "`/ecs/ferry`, retention 30 days\n");
  EXPECT_EQ(read.text("S3", "bucket"), "ferry-media");
  EXPECT_THAT(read.names(), Not(testing::AnyOf(Contains("Bucket"), Contains("ecs/ferry"))));
}

TEST(Told, AFirewallForTheWebIsAnybodys) {
  const Read read("# Ferry\n\nCloudflare offers DDoS protection and a WAF. Caddy forwards requests to the app.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Cloudflare", "Caddy", "app"));
}

TEST(Told, ALineBeforeASentenceAboutAThingTitlesIt) {
  const Read read(
      "🚀 Ferry Pipeline Overview\nAlerts:\nFailures are sent to a dead-letter queue, monitored by CloudWatch "
      "Alarms.\n\n"
      "Custom Events:\nAn EventBridge rule can also trigger SNS.\n");
  EXPECT_EQ(read.architecture.title().text, "Ferry Pipeline Overview");
  EXPECT_THAT(read.names(), Not(Contains("Custom Events")));
  EXPECT_THAT(read.relations(),
              UnorderedElementsAre("CloudWatch Alarms -> dead-letter queue", "EventBridge rule -> SNS"));
}

}  // namespace
}  // namespace skydraft::understand
