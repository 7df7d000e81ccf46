#include <algorithm>

#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// What single sentences state, in documents that only tell.
namespace skydraft::understand {
namespace {

using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

struct Told {
  const char* text;
  std::vector<std::string> relations;
};

class Prose : public testing::TestWithParam<Told> {};

TEST_P(Prose, StatesRelations) {
  const Read read(std::string("# Parcel desk\n\n## Design\n\n") + GetParam().text + "\n");
  EXPECT_THAT(read.relations(), IsSupersetOf(GetParam().relations)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Names, Prose,
    testing::Values(Told{"The label Lambda writes to the parcels queue.", {"label Lambda -> parcels queue"}},
                    Told{"An EventBridge rule triggers the `weigher` Lambda. It stores results in DynamoDB.",
                         {"EventBridge rule -> weigher", "weigher -> DynamoDB"}},
                    Told{"A reverse proxy forwards requests to the tariff service.",
                         {"reverse proxy -> tariff service"}},
                    Told{"**Stamp Reader** consumes from **Kafka topic Q** and writes to MongoDB.",
                         {"Kafka topic Q -> Stamp Reader", "Stamp Reader -> MongoDB"}}));

INSTANTIATE_TEST_SUITE_P(
    Grammar, Prose,
    testing::Values(
        Told{"CloudFront sits in front of the Application Load Balancer.", {"CloudFront -> Application Load Balancer"}},
        Told{"API Gateway is deployed behind CloudFront.", {"CloudFront -> API Gateway"}},
        Told{"CloudFront serves pages from S3 through the Application Load Balancer.",
             {"CloudFront -> Application Load Balancer"}},
        Told{"When a file is uploaded to Amazon S3, AWS Lambda is invoked.", {"Amazon S3 -> AWS Lambda"}},
        Told{"AWS Lambda, triggered by Amazon SQS, writes to DynamoDB.",
             {"Amazon SQS -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"API Gateway calls AWS Lambda, which stores orders in DynamoDB.",
             {"API Gateway -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"AWS Lambda has access to DynamoDB and Amazon S3.", {"AWS Lambda -> DynamoDB", "AWS Lambda -> Amazon S3"}},
        Told{"AWS Lambda is responsible for writing to DynamoDB.", {"AWS Lambda -> DynamoDB"}},
        Told{"AWS Lambda validates parcels and then sends them to Amazon SQS.", {"AWS Lambda -> Amazon SQS"}},
        Told{"The Application Load Balancer load balances requests to the Web App.",
             {"Application Load Balancer -> Web App"}},
        Told{"AWS Lambda receives GitHub events.", {"GitHub -> AWS Lambda"}},
        Told{"The worker reads from Amazon SQS.", {"Amazon SQS -> worker"}},
        Told{"Requests from AWS Lambda are routed through the NAT Gateway.", {"AWS Lambda -> NAT Gateway"}},
        Told{"CloudFront logs are stored in Amazon S3.", {"CloudFront -> Amazon S3"}}));

INSTANTIATE_TEST_SUITE_P(
    Ways, Prose,
    testing::Values(
        Told{"CloudFront with AWS WAF attached serves pages.", {"AWS WAF -> CloudFront"}},
        Told{"Labels are published to Amazon SNS by API Gateway and consumed by AWS Lambda.",
             {"API Gateway -> Amazon SNS", "Amazon SNS -> AWS Lambda"}},
        Told{"Logs go to Amazon SQS, from where they are exported to Amazon S3.", {"Amazon SQS -> Amazon S3"}},
        Told{"Once a label arrives in Amazon SQS, AWS Lambda reads it and writes it to DynamoDB.",
             {"Amazon SQS -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"The weigher Lambda reads from DynamoDB. The Lambda is invoked by Amazon SQS.",
             {"Amazon SQS -> weigher Lambda"}},
        Told{"The public route table points at Amazon SQS. The private route table sends parcels to Amazon SNS.",
             {"private route table -> Amazon SNS"}}));

INSTANTIATE_TEST_SUITE_P(
    Languages, Prose,
    testing::Values(
        Told{"O Amazon SQS envia as mensagens para a AWS Lambda, que grava os dados no DynamoDB.",
             {"Amazon SQS -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"El API Gateway invoca la AWS Lambda. La AWS Lambda guarda los datos en DynamoDB.",
             {"API Gateway -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"Le CloudFront redirige les requêtes vers le API Gateway, qui envoie des messages à Amazon SQS.",
             {"CloudFront -> API Gateway", "API Gateway -> Amazon SQS"}},
        Told{"Die AWS Lambda speichert die Daten in DynamoDB und sendet eine Nachricht an Amazon SQS.",
             {"AWS Lambda -> DynamoDB", "AWS Lambda -> Amazon SQS"}},
        Told{
            "API Gateway chuyển tiếp các yêu cầu đến AWS Lambda. AWS Lambda lưu dữ liệu vào DynamoDB và gửi đến Amazon "
            "SQS.",
            {"API Gateway -> AWS Lambda", "AWS Lambda -> DynamoDB", "AWS Lambda -> Amazon SQS"}},
        Told{"CloudFrontはAPI Gatewayにリクエストを転送します。API GatewayはAWS Lambdaを呼び出します。AWS "
             "LambdaはデータをDynamoDBに保存します。",
             {"CloudFront -> API Gateway", "API Gateway -> AWS Lambda", "AWS Lambda -> DynamoDB"}},
        Told{"CloudFront는 API Gateway로 요청을 전달합니다. API Gateway는 AWS Lambda를 호출합니다.",
             {"CloudFront -> API Gateway", "API Gateway -> AWS Lambda"}}));

TEST(Prose, AFenceOfNumberedLinesIsAFlow) {
  const Read read(
      "# Parcel desk\n\n## Weighing\n\n```\n1. Client sends a parcel to API Gateway\n2. API Gateway "
      "invokes AWS Lambda\n3. AWS Lambda publishes to Amazon SNS\n   a. It stores the weight in DynamoDB\n```\n");
  ASSERT_EQ(read.architecture.flows().size(), 1U);
  EXPECT_EQ(read.architecture.flows()[0].steps.size(), 3U);
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Client -> API Gateway", "API Gateway -> AWS Lambda",
                                                     "AWS Lambda -> Amazon SNS", "AWS Lambda -> DynamoDB"));
}

TEST(Prose, AChainUnderAFlowHeadingIsAFlow) {
  const Read read("# Parcel desk\n\n## Request flow\n\nCloudFront → API Gateway → AWS Lambda\n");
  ASSERT_EQ(read.architecture.flows().size(), 1U);
  EXPECT_EQ(read.architecture.flows()[0].steps.size(), 2U);
}

TEST(Prose, AnArrowInParenthesesIsAnAside) {
  const Read read("# Parcel desk\n\nAPI Gateway sends parcels to one address (Amazon SQS → AWS Lambda).\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> Amazon SQS", "Amazon SQS -> AWS Lambda"));
}

TEST(Prose, WhatAFirewallLetsInReachesIt) {
  const Read read(
      "# Parcel desk\n\n## Security groups\n\n- **desk-sg**: 8080 from `door-sg`\n- **door-sg**: port 443 "
      "open "
      "to the world\n- **yard-sg**: port 22 open to door-sg\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("door-sg -> desk-sg", "door-sg -> yard-sg"));
}

TEST(Prose, ABulletThatOnlyPointsSomewhereStandsUnderItsSource) {
  const Read read("# Parcel desk\n\n### API Gateway\n\n- `/labels/*` → AWS Lambda\n- `GET /parcels` → DynamoDB\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("API Gateway -> AWS Lambda", "API Gateway -> DynamoDB"));
}

TEST(Prose, AHeadingIsTheSubjectOfWhatIsSaidBeneath) {
  const Read read("# Parcel desk\n\n## Weighing Worker\n\nReads parcels from DynamoDB and writes to Amazon SQS.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Weighing Worker -> DynamoDB", "Weighing Worker -> Amazon SQS"));
}

TEST(Prose, WhatIsDeniedOrOnlyPossibleIsNotThere) {
  const Read read(
      "# Parcel desk\n\nAWS Lambda could use DynamoDB. No NAT Gateway is deployed. AWS Lambda writes to Amazon S3 "
      "instead of Amazon RDS.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("AWS Lambda", "Amazon S3"));
}

TEST(Prose, InstructionsToTheReaderStateNothing) {
  const Read read(
      "# Parcel desk\n\nAWS Lambda writes to Amazon S3.\n\n## Deploying the stack\n\nPush the image to Amazon ECR and "
      "connect GitHub to CodePipeline.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("AWS Lambda -> Amazon S3"));
}

TEST(Prose, AdjectivesMakeNoNames) {
  const Read read(
      "# Parcel desk\n\nThe highly available managed service stores validated data in a secure database.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("database"));
}

TEST(Prose, ADocumentThatOnlyTellsHasItsServices) {
  const Read read(
      "# Parcel desk\n\n## Architecture\n\nThe solution is built with Amazon Kinesis and AWS Glue, and offers reports "
      "by "
      "Amazon Athena.\n");
  EXPECT_THAT(read.names(), UnorderedElementsAre("Amazon Kinesis", "AWS Glue", "Amazon Athena"));
}

TEST(Prose, IntroducesThingsByWhatTheyAre) {
  const Read read("# Parcel desk\n\n`weigher` is a small Lambda function that reads from DynamoDB.\n");
  EXPECT_EQ(read.kind("weigher"), "aws.lambda");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("weigher -> DynamoDB"));
}

TEST(Prose, OfTwoWordsThatMayBeVerbsTheSecondIsTheNoun) {
  const Read read(
      "# Parcel desk\n\n### Fluent Bit\n\n### OpenSearch Service\n\nFluent Bit collects logs from OpenSearch "
      "Service.\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("Fluent Bit -> OpenSearch"));
}

TEST(Prose, ABulletWithoutASubjectIsNotAboutTheBulletBefore) {
  const Read read(
      "# Parcel desk\n\n## Notes\n\n- AWS Lambda writes to Amazon SQS\n- Regular audits using AWS Config\n");
  EXPECT_THAT(read.relations(), UnorderedElementsAre("AWS Lambda -> Amazon SQS"));
}

TEST(Prose, BulletsUnderAFlowHeadingAreSteps) {
  const Read read(
      "# Parcel desk\n\n## Data flow\n\n- The scanner service sends parcels to Amazon SQS\n- AWS Lambda reads them "
      "from "
      "Amazon SQS\n- It stores them in DynamoDB\n");
  ASSERT_EQ(read.architecture.flows().size(), 1U);
  EXPECT_EQ(read.architecture.flows()[0].steps.size(), 3U);
  EXPECT_THAT(read.relations(), IsSupersetOf({"AWS Lambda -> DynamoDB"}));
}

TEST(Prose, WhatOneUsesToGetThereIsOnTheWay) {
  const Read to("# Shop\n\nClients connect to Vault using only the load balancer.\n");
  EXPECT_THAT(to.relations(), testing::ElementsAre("Clients -> load balancer", "load balancer -> Vault"));
  const Read led(
      "# Shop on Google Cloud\n\nTraffic is directed to the GCS bucket or the GKE cluster using a URL map.\n");
  EXPECT_THAT(led.relations(), testing::UnorderedElementsAre("URL map -> GCS", "URL map -> GKE"));
}

TEST(Prose, ANewMessageDoesNotComeFromWhereTheLastOneLies) {
  const Read read(
      "# Shop on AWS\n\nThe API validates orders. The order is stored in DynamoDB and a message is sent to SQS.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("API -> DynamoDB", "API -> SQS"));
}

TEST(Prose, ANounBehindAPrepositionIsNotTheSentencesVerb) {
  const Read read("# Shop on AWS\n\nThe office flows data through VPN tunnels to the Transit Gateway.\n");
  for (const model::Relation& relation : read.architecture.relations()) EXPECT_NE(relation.label, "tunnels to");
}

TEST(Prose, AWayOfRunningMayHaveABackingStore) {
  const Read read("# Shop\n\nVault is deployed on GKE in HA mode backed by Google Cloud Storage.\n");
  EXPECT_TRUE(read.relates("Vault", "Google Cloud Storage"));
}

TEST(Prose, WhatCanAlsoBeIsNotThere) {
  const Read read("# Shop\n\nThe API uses RabbitMQ. The API can also be deployed using Nomad or Heroku.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("API -> RabbitMQ"));
}

TEST(Prose, WhatHasNoNameIsCalledWhereItIs) {
  const Read read("# Shop on AWS\n\nThe frontend calls a REST API on API Gateway, which invokes Lambda functions.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("frontend -> API Gateway", "API Gateway -> Lambda"));
}

TEST(Prose, ADefinitionsFirstNounIsWhatIsDefined) {
  const Read read(
      "# Feeds on GKE\n\n- **exporter**: A scheduled CronJob that packages records and exports them to Cloud Storage.\n"
      "- **gitter**: A caching service Deployment that reads from Pub/Sub.\n");
  EXPECT_TRUE(read.relates("exporter", "Cloud Storage"));
  EXPECT_TRUE(read.relates("Pub/Sub", "gitter"));
  EXPECT_EQ(read.kind("gitter"), "k8s.deployment");
}

TEST(Prose, JobsAreCalledByTheCodeBeforeTheirNoun) {
  const Read read(
      "# Feeds on Google Cloud\n\n- The Dataflow `Decoder` job reads messages from Pub/Sub.\n- The `Raw Sink` job "
      "copies "
      "messages from Pub/Sub to BigQuery.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Pub/Sub -> Decoder", "Pub/Sub -> Raw Sink", "Raw Sink -> BigQuery"));
}

TEST(Prose, RequestsToAnyApiMakeNone) {
  const Read read("# Shop on AWS\n\nAPI requests are routed by the ALB to the `cart-svc` service.\n");
  EXPECT_EQ(read.find("API"), nullptr);
}

TEST(Prose, TargetsThatAColonListsAreReached) {
  const Read read(
      "# Shop on AWS\n\nThe `create-order` Lambda puts an event on EventBridge. EventBridge routes the event to three "
      "targets: an SQS queue, a Step Functions workflow and a Lambda that sends mail through SES.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("create-order -> EventBridge", "EventBridge -> SQS",
                                            "EventBridge -> Step Functions", "EventBridge -> Lambda", "Lambda -> SES"));
}

TEST(Prose, TiersAreWhatTheyAreMadeOf) {
  const Read read(
      "# Shop on AWS\n\nThe web tier consists of two EC2 instances. The data tier is an Aurora MySQL cluster. An ALB "
      "forwards requests to the web tier, and the web tier reads from the data tier.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("ALB -> EC2", "EC2 -> Aurora MySQL"));
}

TEST(Prose, ServicesThatShareTheirNounAreNoPeople) {
  const Read read("# Shop\n\nKong, our API gateway, routes requests to the user, order and stock services.\n");
  EXPECT_THAT(read.relations(),
              testing::UnorderedElementsAre("Kong -> user service", "Kong -> order service", "Kong -> stock service"));
  EXPECT_EQ(read.find("User"), nullptr);
}

TEST(Prose, WhatDataAreAboutTakesNoPart) {
  const Read read("# Fleet on AWS\n\nA Lambda enriches records with device metadata from DynamoDB.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("Lambda -> DynamoDB"));
}

TEST(Prose, ListedWorkloadsOfASentenceAreThere) {
  const Read read(
      "# Shop\n\nThree deployments run in AKS: `web`, `api` and `worker`. `web` calls `api`; `api` publishes jobs to "
      "Service Bus.\n");
  EXPECT_EQ(read.kind("web"), "k8s.deployment");
  EXPECT_TRUE(read.relates("web", "api"));
}

TEST(Prose, ACloudsNameBeforeANameOnlySaysWhoseItIs) {
  const Read read(
      "# Ferry\n\n- **Office VNet**: on premises\n- **Hub VNet**: Azure Firewall\n\nOffice VNet connects to Azure Hub "
      "VNet.\n");
  EXPECT_THAT(read.relations(), testing::ElementsAre("Office VNet -> Hub VNet"));
}

TEST(Prose, TrafficBetweenNetworksThatPassesAThird) {
  const Read read(
      "# Ferry on Azure\n\n- **Hub VNet**: Azure Firewall\n- **Spoke VNet**: AKS\n- **Office VNet**\n\nAll traffic "
      "between the Spoke VNet and the Office VNet flows through the Hub VNet.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("Spoke VNet -> Hub VNet", "Hub VNet -> Office VNet"));
}

TEST(Prose, WhatIsInAQueueIsTakenOutOfIt) {
  const Read read(
      "# Ferry on AWS\n\nA Lambda processes the bookings in SQS. Lambda logs can be found in CloudWatch.\n");
  EXPECT_THAT(read.relations(), testing::UnorderedElementsAre("SQS -> Lambda", "Lambda -> CloudWatch"));
}

TEST(Prose, ATunnelIsAnybodysUnderAnotherCloud) {
  const Read read("# Ferry\n\nThe office connects to an Azure virtual network via a site-to-site VPN.\n");
  EXPECT_EQ(read.kind("site-to-site VPN"), "generic.vpn");
}

TEST(Prose, WhatIsPutSomewhereStartsThingsFromThere) {
  const Read read(
      "# Ferry on AWS\n\nTickets uploaded by passengers to S3 trigger the stamp Lambda. An event published to "
      "EventBridge starts Step Functions.\n");
  EXPECT_TRUE(read.relates("S3", "stamp Lambda"));
  EXPECT_TRUE(read.relates("EventBridge", "Step Functions"));
}

TEST(Prose, WhatTheApplicationOnlyDescribesIsNotIt) {
  const Read read(
      "# Ferry on AWS\n\n- Tickets: ECS service\n- Stamp: Lambda\n\nLambdas are used to carry out most of the "
      "application logic.\n");
  EXPECT_THAT(read.relations(), testing::IsEmpty());
}

}  // namespace
}  // namespace skydraft::understand
