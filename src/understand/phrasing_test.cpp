#include <gmock/gmock.h>

#include "understand/reading_test.hpp"

/// The many ways to say one thing: each sentence states these relations and no others.
namespace skydraft::understand {
namespace {

const std::string kLibrary =
    "# Library\n\n## Parts\n\n- **Loans API:** ECS service\n- **Binder:** ECS service\n- **Stamp Function:** Lambda "
    "function\n- **CloudFront:** CDN\n- **ALB:** load balancer\n- **Loans Queue:** SQS queue\n- **Loans Database:** "
    "RDS PostgreSQL\n- **Covers Bucket:** S3 bucket\n- **Redis:** ElastiCache\n- **Recalls Topic:** SNS topic\n- "
    "**GitHub Actions**\n- **ECR**\n- **CloudWatch**\n- **Secrets Manager**\n- **Prometheus**\n- **Grafana**\n\n"
    "## Details\n\n";

struct Said {
  const char* text;
  std::vector<std::string> relations;
};

class Phrasing : public testing::TestWithParam<Said> {};

TEST_P(Phrasing, StatesTheseRelationsOnly) {
  const Read read(kLibrary + GetParam().text + "\n");
  EXPECT_THAT(read.stated(), testing::UnorderedElementsAreArray(GetParam().relations)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, Phrasing,
    testing::Values(
        Said{"The Stamp Function is triggered when a card arrives in the Loans Queue.",
             {"Loans Queue -> Stamp Function"}},
        Said{"The Stamp Function runs whenever an object is uploaded to the Covers Bucket.",
             {"Covers Bucket -> Stamp Function"}},
        Said{"When a file lands in the Covers Bucket, the Stamp Function is invoked.",
             {"Covers Bucket -> Stamp Function"}},
        Said{"Uploads to the Covers Bucket trigger the Stamp Function, which writes a row to the Loans Database.",
             {"Covers Bucket -> Stamp Function", "Stamp Function -> Loans Database"}},
        Said{"An event in the Recalls Topic starts the Stamp Function.", {"Recalls Topic -> Stamp Function"}},
        Said{"The Stamp Function is triggered by new scans in the Covers Bucket.", {"Covers Bucket -> Stamp Function"}},
        Said{"When a cover is uploaded to the Covers Bucket, a notification is sent to the Loans Queue.",
             {"Covers Bucket -> Loans Queue"}},
        Said{"If the Loans API fails, the ALB stops routing to it.", {}}));

INSTANTIATE_TEST_SUITE_P(
    WhatIsTakenOut, Phrasing,
    testing::Values(Said{"The Loans API puts messages on the Loans Queue, from which the Binder reads.",
                         {"Loans API -> Loans Queue", "Loans Queue -> Binder"}},
                    Said{"Messages in the Loans Queue are processed by the Binder.", {"Loans Queue -> Binder"}},
                    Said{"The Loans API publishes an event to the Recalls Topic; the Stamp Function consumes it.",
                         {"Loans API -> Recalls Topic", "Recalls Topic -> Stamp Function"}},
                    Said{"The Loans Queue decouples the Loans API from the Binder.",
                         {"Loans API -> Loans Queue", "Loans Queue -> Binder"}},
                    Said{"The Binder polls for messages in the Loans Queue.", {"Loans Queue -> Binder"}},
                    Said{"The Loans Queue serves as a buffer between the Loans API and the Binder.",
                         {"Loans API -> Loans Queue", "Loans Queue -> Binder"}},
                    Said{"Communication between the Loans API and the Binder happens through the Loans Queue.",
                         {"Loans API -> Loans Queue", "Loans Queue -> Binder"}},
                    Said{"The Binder polls the Loans Queue and stores the results in the Loans Database.",
                         {"Loans Queue -> Binder", "Binder -> Loans Database"}}));

INSTANTIATE_TEST_SUITE_P(
    WhatJoinsTwo, Phrasing,
    testing::Values(Said{"The Recalls Topic connects the Loans API and the Binder.",
                         {"Loans API -> Recalls Topic", "Recalls Topic -> Binder"}},
                    Said{"The ALB provides a private connection between CloudFront and the Loans API.",
                         {"CloudFront -> ALB", "ALB -> Loans API"}},
                    Said{"The ALB balances traffic between the Loans API and the Binder.",
                         {"ALB -> Loans API", "ALB -> Binder"}},
                    Said{"Traffic between the Loans API and the Binder is encrypted.", {"Loans API -> Binder"}}));

INSTANTIATE_TEST_SUITE_P(
    WhoUsesAStore, Phrasing,
    testing::Values(Said{"Redis caches query results for the Loans API.", {"Loans API -> Redis"}},
                    Said{"The Loans Database stores cards for the Loans API and the Binder.",
                         {"Loans API -> Loans Database", "Binder -> Loans Database"}},
                    Said{"Redis serves as a cache for the Loans API.", {"Loans API -> Redis"}},
                    Said{"Redis acts as the session store of the Loans API.", {"Loans API -> Redis"}},
                    Said{"The Loans API and the Binder share the Loans Database.",
                         {"Loans API -> Loans Database", "Binder -> Loans Database"}},
                    Said{"The Covers Bucket holds pictures uploaded by the Loans API.", {"Loans API -> Covers Bucket"}},
                    Said{"Secrets Manager provides the Loans API with the password.", {"Loans API -> Secrets Manager"}},
                    Said{"The Loans Database is only reachable from the Loans API and the Binder.",
                         {"Loans API -> Loans Database", "Binder -> Loans Database"}},
                    Said{"Access to the Loans Database is limited to the Loans API.", {"Loans API -> Loans Database"}},
                    Said{"The Binder deletes torn covers from the Covers Bucket.", {"Binder -> Covers Bucket"}},
                    Said{"The Loans API connects to the Loans Database using credentials from Secrets Manager.",
                         {"Loans API -> Loans Database", "Loans API -> Secrets Manager"}}));

INSTANTIATE_TEST_SUITE_P(
    WhatIsOfSomething, Phrasing,
    testing::Values(Said{"CloudFront has two origins: the Covers Bucket and the ALB.",
                         {"CloudFront -> Covers Bucket", "CloudFront -> ALB"}},
                    Said{"The Covers Bucket is the origin for CloudFront.", {"CloudFront -> Covers Bucket"}},
                    Said{"Prometheus is the data source for Grafana.", {"Grafana -> Prometheus"}},
                    Said{"The Loans API's image is pulled from ECR.", {"Loans API -> ECR"}},
                    Said{"Logs from the Loans API and the Binder are shipped to CloudWatch.",
                         {"Loans API -> CloudWatch", "Binder -> CloudWatch"}},
                    Said{"A nightly job in the Binder exports cards from the Loans Database to the Covers Bucket.",
                         {"Binder -> Loans Database", "Binder -> Covers Bucket"}},
                    Said{"Alarms in CloudWatch notify the librarians through the Recalls Topic.",
                         {"CloudWatch -> Recalls Topic"}},
                    Said{"A Lambda function named sweeper removes old rows from the Loans Database.",
                         {"sweeper -> Loans Database"}}));

INSTANTIATE_TEST_SUITE_P(
    WhoWatches, Phrasing,
    testing::Values(Said{"Prometheus collects metrics from the Loans API; Grafana visualises them.",
                         {"Prometheus -> Loans API", "Grafana -> Prometheus"}},
                    Said{"Metrics exposed by the Loans API are scraped by Prometheus.", {"Prometheus -> Loans API"}},
                    Said{"The Loans API emits metrics that Prometheus scrapes.", {"Prometheus -> Loans API"}},
                    Said{"The Loans API is monitored with Prometheus.", {"Prometheus -> Loans API"}}));

INSTANTIATE_TEST_SUITE_P(
    OneAfterTheOther, Phrasing,
    testing::Values(
        Said{"Visitors reach the Loans API through CloudFront and the ALB.",
             {"CloudFront -> ALB", "ALB -> Loans API", "Visitors -> CloudFront"}},
        Said{"Traffic from users hits CloudFront first, then the ALB.", {"Users -> CloudFront", "CloudFront -> ALB"}},
        Said{"Traffic flows from CloudFront to the ALB to the Loans API.", {"CloudFront -> ALB", "ALB -> Loans API"}},
        Said{"The Loans API (behind the ALB) calls the Stamp Function.",
             {"ALB -> Loans API", "Loans API -> Stamp Function"}},
        Said{"The ALB terminates TLS and distributes traffic across the Loans API and the Binder.",
             {"ALB -> Loans API", "ALB -> Binder"}},
        Said{"The Loans API is called from CloudFront.", {"CloudFront -> Loans API"}},
        Said{"The Loans API exposes a REST interface to the Binder.", {"Binder -> Loans API"}},
        Said{"The Loans API and Redis communicate over TLS.", {"Loans API -> Redis"}}));

INSTANTIATE_TEST_SUITE_P(
    InPassing, Phrasing,
    testing::Values(
        Said{"On every push to main, GitHub Actions builds the image and pushes it to ECR.", {"GitHub Actions -> ECR"}},
        Said{"The Recalls Topic delivers each event to the Loans Queue, and the Binder consumes from there.",
             {"Recalls Topic -> Loans Queue", "Loans Queue -> Binder"}},
        Said{"CloudWatch Logs receives the logs of the Loans API and the Binder.",
             {"Loans API -> CloudWatch Logs", "Binder -> CloudWatch Logs"}},
        Said{"As soon as a card is stored in the Loans Database, the Stamp Function is called.",
             {"Loans Database -> Stamp Function"}},
        Said{"If Redis is down, the Loans API falls back to the Loans Database.", {"Loans API -> Loans Database"}},
        Said{"The Loans API, the Binder and the Stamp Function all use Secrets Manager.",
             {"Loans API -> Secrets Manager", "Binder -> Secrets Manager", "Stamp Function -> Secrets Manager"}},
        Said{"The Loans API runs behind CloudFront and the ALB.", {"CloudFront -> ALB", "ALB -> Loans API"}},
        Said{"The Binder, running on Fargate, drains the Loans Queue.", {"Loans Queue -> Binder"}},
        Said{"The Loans API does not write to the Loans Database directly; instead it sends cards to the Loans Queue.",
             {"Loans API -> Loans Queue"}},
        Said{"Every service logs to CloudWatch.", {}}));

INSTANTIATE_TEST_SUITE_P(
    WhereThingsLie, Phrasing,
    testing::Values(Said{"Covers are stored in the Covers Bucket and delivered by CloudFront.",
                         {"CloudFront -> Covers Bucket"}},
                    Said{"Passwords live in Secrets Manager; both the Loans API and the Binder fetch them.",
                         {"Loans API -> Secrets Manager", "Binder -> Secrets Manager"}},
                    Said{"The Loans API writes covers to the Covers Bucket, and the Stamp Function compresses them.",
                         {"Loans API -> Covers Bucket", "Stamp Function -> Covers Bucket"}},
                    Said{"Cards come from the Covers Bucket, where the Binder puts them.", {"Binder -> Covers Bucket"}},
                    Said{"The Binder takes the jobs off the Loans Queue.", {"Loans Queue -> Binder"}},
                    Said{"The Binder updates the index in the Loans Database.", {"Binder -> Loans Database"}},
                    Said{"The Binder picks up scans from the Covers Bucket.", {"Binder -> Covers Bucket"}},
                    Said{"The Stamp Function consumes the Loans API.", {"Stamp Function -> Loans API"}}));

INSTANTIATE_TEST_SUITE_P(
    WhoIsMeant, Phrasing,
    testing::Values(Said{"CloudFront calls the Loans API and the Binder; the latter reads from Redis.",
                         {"CloudFront -> Loans API", "CloudFront -> Binder", "Binder -> Redis"}},
                    Said{"The Loans API writes a record of the loan it has just made to the Loans Database.",
                         {"Loans API -> Loans Database"}},
                    Said{"Cards are sorted by the Binder. It keeps the order in Redis.", {"Binder -> Redis"}},
                    Said{"CloudFront sends requests to the ALB; from there the Loans API takes them on.",
                         {"CloudFront -> ALB", "ALB -> Loans API"}},
                    Said{"The Loans API calls the Binder, resolved by CloudFront.",
                         {"Loans API -> Binder", "CloudFront -> Binder"}},
                    Said{"Every borrower's card is kept in Redis by the Loans API.", {"Loans API -> Redis"}},
                    Said{"Traffic reaches the Loans API through the ALB.", {"ALB -> Loans API"}},
                    Said{"Merging to main starts GitHub Actions.", {}},
                    Said{"The Loans API is assosiated with Redis.", {"Loans API -> Redis"}}));

INSTANTIATE_TEST_SUITE_P(
    WhatVerbsSay, Phrasing,
    testing::Values(Said{"The Loans API opens a WebSocket to the Binder.", {"Loans API -> Binder"}},
                    Said{"The Binder backs up the Loans Database to the Covers Bucket.",
                         {"Binder -> Loans Database", "Loans Database -> Covers Bucket"}},
                    Said{"Grafana sits on top of Prometheus.", {"Grafana -> Prometheus"}},
                    Said{"The Binder compares the scans with the Loans Database.", {"Binder -> Loans Database"}},
                    Said{"The Recalls Topic sends alarms from CloudWatch to the Loans Queue.",
                         {"CloudWatch -> Recalls Topic", "Recalls Topic -> Loans Queue"}},
                    Said{"The Binder, which glorps the cards in the Loans Database, is small.",
                         {"Binder -> Loans Database"}}));

INSTANTIATE_TEST_SUITE_P(
    ByMeansOf, Phrasing,
    testing::Values(Said{"The Loans API uses the Recalls Topic to start the Stamp Function.",
                         {"Loans API -> Recalls Topic", "Recalls Topic -> Stamp Function"}},
                    Said{"If the Binder cannot read a message from the Loans Queue, it is sent to the Recalls Topic.",
                         {"Loans Queue -> Recalls Topic"}},
                    Said{"CloudWatch detects when there are errors in the Binder.", {"CloudWatch -> Binder"}},
                    Said{"CloudFront gives access to the Covers Bucket objects.", {"CloudFront -> Covers Bucket"}},
                    Said{"CloudFront stands in front of the public services including the Loans API and the Binder.",
                         {"CloudFront -> Loans API", "CloudFront -> Binder"}},
                    Said{"The Binder is deployed via GitHub Actions, covers loaded from the Covers Bucket.",
                         {"GitHub Actions -> Binder"}},
                    Said{"The Binder uses the Recalls Topic instead of the Loans Queue -> Stamp Function.",
                         {"Binder -> Recalls Topic"}},
                    Said{"With routing set up via Prometheus -> Grafana, plus alarms of all other kinds that go to "
                         "CloudWatch by mail.",
                         {"Prometheus -> Grafana"}}));

INSTANTIATE_TEST_SUITE_P(
    Carried, Phrasing,
    testing::Values(Said{"The Loans API publishes events to the Loans Queue. The Stamp Function consumes the events.",
                         {"Loans API -> Loans Queue", "Loans Queue -> Stamp Function"}},
                    Said{"The Loans API publishes events to the Loans Queue. The Stamp Function handles the orders.",
                         {"Loans API -> Loans Queue"}},
                    Said{"Orders arrive through the Loans Queue. The Stamp Function writes them to the Loans Database.",
                         {"Loans Queue -> Stamp Function", "Stamp Function -> Loans Database"}},
                    Said{"The Loans API publishes events to the Recalls Topic and forwards them to the Loans Queue.",
                         {"Loans API -> Recalls Topic", "Loans API -> Loans Queue"}},
                    Said{"The Loans API queries the Loans Database, and Grafana dashboards sit on top of Prometheus.",
                         {"Loans API -> Loans Database", "Grafana -> Prometheus"}},
                    Said{"When a cover lands in the Covers Bucket, an event triggers the Stamp Function.",
                         {"Covers Bucket -> Stamp Function"}},
                    Said{"When a cover lands in the Covers Bucket, a Stamp Function reads Redis.",
                         {"Stamp Function -> Redis"}},
                    Said{"The ALB balances the Loans API.", {"ALB -> Loans API"}}));

INSTANTIATE_TEST_SUITE_P(
    Whose, Phrasing,
    testing::Values(Said{"Payments are handled by Stripe, whose webhooks hit the Loans API.", {"Stripe -> Loans API"}},
                    Said{"Grafana queries the Prometheus data.", {"Grafana -> Prometheus"}},
                    Said{"The Loans API is the entry point for customer traffic.", {"Customer -> Loans API"}}));

}  // namespace
}  // namespace skydraft::understand
