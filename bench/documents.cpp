#include "documents.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace skydraft::bench {
namespace {

/// A word that stands in no lexicon, another one for each number.
std::string word(std::size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprtvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string text;
  std::size_t left = number * 7919 + 4099;  // neighbours begin differently
  while (left > 0 || text.size() < 4) {
    text += kConsonants[left % kConsonants.size()];
    left /= kConsonants.size();
    text += kVowels[left % kVowels.size()];
    left /= kVowels.size();
  }
  text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text + "n";
}

std::string system_of(std::size_t n) {
  const std::string a = word(4 * n), b = word(4 * n + 1), c = word(4 * n + 2), d = word(4 * n + 3);
  return fmt::format(R"(## {0} System

The {0} system takes orders from partners and hands them to the warehouse. It was written by a team of four and is
reviewed every quarter, together with the budget.

### Components

- **{0} API:** ECS service on port 8080, 3 replicas
- **{1} Worker:** Lambda function, 512 MB memory
- **{2} Database:** RDS PostgreSQL 15, Multi-AZ, db.r6g.large
- **{3} Queue:** SQS queue
- **{0} Bucket:** S3 bucket for invoices

| Component | Type | Connects to |
| --- | --- | --- |
| {1} Cache | ElastiCache Redis | {2} Database |
| {2} Search | OpenSearch | {0} API |
| {3} Topic | SNS topic | {3} Queue |

### Connections

The {0} API writes orders to the {2} Database and publishes a message to the {3} Queue. The {1} Worker reads from the
{3} Queue, asks the {1} Cache over TLS on port 6379 and stores its results in the {0} Bucket.

```mermaid
flowchart LR
  a{4}[{0} API] --> b{4}[{1} Worker]
  b{4} -->|caches in| c{4}[{1} Cache]
  b{4} -.-> d{4}[({2} Database)]
```

- {0} API -> {1} Cache: reads sessions
- {1} Worker -> {3} Topic

### Flow

1. A partner sends an order to the {0} API
2. It stores the order in the {2} Database
3. {1} Worker reads the message from the {3} Queue
4. {1} Worker notifies the {3} Topic

### Backups

- The {2} Database is backed up every night and kept for 30 days
- No NAT gateway is needed

)",
                     a, b, c, d, n);
}

std::string prose(std::size_t n) {
  constexpr std::array<std::string_view, 12> kSentences{
      "The web application calls the orders API over HTTPS, and the orders API writes every order to the orders "
      "database.",
      "When a payment arrives, the billing worker reads it from the payments queue, checks it against the orders "
      "database and publishes the result to the receipts topic.",
      "Pictures are stored in the media bucket, which is fronted by CloudFront.",
      "The team meets every second week to look at costs, incidents and what customers have written since.",
      "Traffic from browsers reaches the web application through the load balancer, while partners come in via API "
      "Gateway.",
      "The database is not reachable from the internet.",
      "Logs of the billing worker go to CloudWatch, where alarms are raised if errors pile up for more than five "
      "minutes.",
      "Sessions are kept in Redis; it is asked before the orders database, and a miss costs about three "
      "milliseconds.",
      "Later we could add a second region, but nothing has been decided, and the budget of this year does not allow "
      "it.",
      "The nightly export is triggered by EventBridge, runs on Fargate and writes its files to the media bucket.",
      "Secrets come from Secrets Manager and are rotated every month.",
      "Nobody should read too much into these figures: they were taken on a quiet Sunday."};
  std::string text = n % 8 == 0 ? fmt::format("## Chapter {}\n\n", n / 8 + 1) : std::string();
  for (std::size_t i = 0; i < 9; ++i)
    text.append(kSentences[(n * 5 + i * (1 + n % 3)) % kSentences.size()]).append("\n");
  return text + "\n";
}

std::string list(std::size_t n) {
  constexpr std::array<std::string_view, 6> kKinds{"Lambda function, 256 MB memory",
                                                   "ECS service on port 9000",
                                                   "S3 bucket",
                                                   "SQS queue",
                                                   "DynamoDB table",
                                                   "RDS PostgreSQL 14"};
  std::string text;
  for (std::size_t i = 0; i < 20; ++i) {
    const std::size_t k = n * 20 + i;
    text += fmt::format("- **{} {}:** {}\n  - Region: eu-west-1\n", word(k), i % 2 ? "Service" : "Store",
                        kKinds[k % kKinds.size()]);
  }
  return n == 0 ? "# Things\n\n" + text : text;
}

std::string table(std::size_t n) {
  std::string text = n == 0 ? "# Services\n\n| Service | Type | Calls |\n| --- | --- | --- |\n" : "";
  for (std::size_t k = n * 20; k < n * 20 + 20; ++k)
    text += fmt::format("| {} API | ECS service | {} API |\n", word(k), word(k == 0 ? 0 : k - 1));
  return text;
}

std::string diagram(std::size_t n) {
  std::string text = "```mermaid\nflowchart TD\n";
  text += fmt::format("  subgraph {} VPC\n", word(n));
  for (std::size_t k = n * 20; k < n * 20 + 20; ++k)
    text += fmt::format("    n{0}[{1} Lambda] -->|invokes| n{2}[{3} Queue]\n", k, word(k), k + 1, word(k + 1));
  return text + "  end\n```\n\n";
}

std::string arrows(std::size_t n) {
  std::string text;
  for (std::size_t k = n * 20; k < n * 20 + 20; ++k)
    text += fmt::format("- {0} API -> {1} Lambda -> {1} Table: writes\n", word(k), word(k + 1));
  return n == 0 ? "# Connections\n\n" + text : text;
}

constexpr std::array<Style, 6> kStyles{{{"mixed", system_of},
                                        {"prose", prose},
                                        {"lists", list},
                                        {"tables", table},
                                        {"diagrams", diagram},
                                        {"arrows", arrows}}};

}  // namespace

std::span<const Style> styles() { return kStyles; }

const Style* find_style(std::string_view name) {
  const auto it = std::ranges::find(kStyles, name, &Style::name);
  return it == kStyles.end() ? nullptr : &*it;
}

std::string document(const Style& style, std::size_t bytes) {
  std::string text;
  for (std::size_t n = 0; text.size() < bytes; ++n) text += style.part(n);
  return text;
}

}  // namespace skydraft::bench
