#include "tests/support/documents.hpp"

#include <ostream>
#include <utility>

namespace skydraft::test {
namespace {

using rc::Gen;
using rc::gen::inRange;

Gen<std::string> pick(std::vector<std::string> from) { return rc::gen::elementOf(std::move(from)); }

Gen<std::string> thing() {
  return pick({"Orders API",
               "Web App",
               "Worker Service",
               "RDS",
               "Orders Database",
               "S3",
               "Assets Bucket",
               "CloudFront",
               "ALB",
               "Application Load Balancer",
               "Lambda",
               "Resize Lambda",
               "SQS",
               "Job Queue",
               "SNS",
               "EKS Cluster",
               "ECS Cluster",
               "Prometheus",
               "Grafana",
               "GitHub",
               "CodeBuild",
               "ECR",
               "User",
               "Developer",
               "Redis",
               "ElastiCache",
               "Kafka",
               "Public Subnet 1",
               "Private Subnet 2",
               "VPC",
               "NAT Gateway",
               "Internet Gateway",
               "Azure SQL Database",
               "AKS Cluster",
               "Cloud Run",
               "BigQuery",
               "Pub/Sub",
               "`payments`",
               "**Vault <v2>**",
               "Größe 東京",
               "Namespace ops",
               "Frontend Deployment",
               "Backend Service",
               "App Ingress",
               "CloudWatch",
               "Route 53",
               "EC2 Instances",
               "pods",
               "the database",
               "all services",
               "it"});
}

Gen<std::string> verb() {
  return pick({"calls",
               "reads from",
               "writes to",
               "routes to",
               "is called by",
               "is scraped by",
               "publishes to",
               "consumes from",
               "runs in",
               "is inside",
               "contains",
               "depends on",
               "deploys",
               "monitors",
               "is fronted by",
               "sends logs to",
               "replicates to",
               "pulls images from",
               "is",
               "and",
               "via",
               "behind",
               "->",
               "→",
               "<->"});
}

Gen<std::string> fact() {
  return pick({"10.0.0.0/16", "10.0.1.0/24 in Availability Zone A", "[10.0.2.0/24] in Availability Zone B", "[name]",
               "PostgreSQL 15", "t3.medium instances in public subnets", "(3 replicas)", "Multi-AZ", "Yes",
               "Allow port 5432 from App SG only", "retained for 7 days", "S3 bucket for static content",
               "across both Availability Zones", "in private subnets", "spanning all subnets", "us-east-1",
               "999.1.2.3/99", "x", ""});
}

Gen<std::string> name() {
  return rc::gen::oneOf(thing(), pick({"CIDR", "Engine", "Purpose", "Origin", "Multi-AZ", "Destination", "Namespaces",
                                       "Node Groups", "Data Source", "Instance Type"}));
}

Gen<std::string> sentence() {
  return rc::gen::apply([](const std::string& a, const std::string& v, const std::string& b,
                           const std::string& end) { return a + " " + v + " " + b + end; },
                        thing(), verb(), thing(), pick({".", "", " on port 8080.", " and Redis.", " over HTTPS."}));
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

template <class T>
Gen<std::vector<T>> some(int least, int most, Gen<T> gen) {
  return rc::gen::mapcat(inRange(least, most + 1),
                         [gen](int n) { return rc::gen::container<std::vector<T>>(static_cast<std::size_t>(n), gen); });
}

Gen<std::string> heading() {
  return rc::gen::apply(
      [](int level, const std::string& text) {
        return std::string(static_cast<std::size_t>(level), '#') + " " + text + "\n";
      },
      inRange(1, 5),
      rc::gen::oneOf(thing(), pick({"Network Layer", "Subnets", "Deployments", "Services", "Monitoring Flow",
                                    "User Request Flow", "Security Groups", "Backup & Disaster Recovery", "Notes",
                                    "Azure", "Namespaces", "Relationships & Data Flow"})));
}

Gen<std::string> bullet() {
  return rc::gen::apply(
      [](int depth, const std::string& key, const std::string& value, bool bold) {
        const std::string head = bold ? "**" + key + ":** " : key + " - ";
        return std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- " + head + value;
      },
      inRange(0, 4), name(), rc::gen::oneOf(fact(), sentence()), rc::gen::arbitrary<bool>());
}

Gen<std::string> bullets() { return rc::gen::map(some(1, 6, bullet()), join); }

Gen<std::string> steps() {
  return rc::gen::map(some(1, 7, sentence()), [](std::vector<std::string> lines) {
    int number = 0;
    for (std::string& line : lines) line = std::to_string(++number) + ". " + line;
    return join(lines);
  });
}

Gen<std::string> table() {
  const auto row = rc::gen::apply([](const std::string& a, const std::string& b,
                                     const std::string& c) { return "| " + a + " | " + b + " | " + c + " |"; },
                                  name(), thing(), fact());
  return rc::gen::map(some(1, 4, row), [](const std::vector<std::string>& rows) {
    return "| Component | Connects to | Note |\n| --- | --- | --- |\n" + join(rows);
  });
}

Gen<std::string> mermaid() {
  const auto edge = rc::gen::apply(
      [](int a, const std::string& arrow, int b, const std::string& label) {
        return "  n" + std::to_string(a) + " " + arrow + " n" + std::to_string(b) + "[" + label + "]";
      },
      inRange(0, 5), pick({"-->", "-.->", "==>", "---", "-->|uses|"}), inRange(0, 5), thing());
  return rc::gen::map(some(1, 5, edge), [](const std::vector<std::string>& edges) {
    return "```mermaid\nflowchart LR\n" + join(edges) + "```\n";
  });
}

Gen<std::string> prose() { return rc::gen::map(some(1, 4, sentence()), join); }

Gen<std::string> block() {
  return rc::gen::weightedOneOf<std::string>(
      {{5, heading()}, {6, bullets()}, {4, steps()}, {3, prose()}, {2, table()}, {1, mermaid()}});
}

}  // namespace

std::string Document::text() const {
  std::string text;
  for (const std::string& block : blocks) text += block + "\n";
  return text;
}

void showValue(const Document& document, std::ostream& out) { out << document.text(); }

Gen<Document> any_document() {
  // At most 20 blocks: enough for every pair of them, few enough to shrink.
  return rc::gen::map(rc::gen::scale(0.2, rc::gen::container<std::vector<std::string>>(block())),
                      [](std::vector<std::string> blocks) { return Document{std::move(blocks)}; });
}

Gen<std::string> any_text() {
  const auto piece =
      pick({"#",     "##",    " ",  "\n",   "\n\n",  "-",       "*",        "**",   "`",    "```",
            "|",     "|---|", ">",  "1.",   "[",     "](",      ")",        "<!--", "-->",  "<",
            "&amp;", "\\",    "\t", "->",   "→",     ":",       "a",        "VPC",  "RDS",  "10.0.0.0/8",
            "é",     "漢",    "🚀", "\r\n", "---\n", "mermaid", "subgraph", "end",  "\x01", "\xE2\x80\xAE"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& p : pieces) text += p;
    return text;
  });
}

}  // namespace skydraft::test
