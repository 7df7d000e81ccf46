#include "understand/node_label.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand {
namespace {

TEST(NodeLabel, TellsTheNameFromWhatIsSaidOfIt) {
  const NodeLabel orders = split_label("Lambda: orders (2)\n- Go 1.22\n- 256 MB");
  EXPECT_EQ(orders.name, "orders");
  EXPECT_EQ(orders.kind_word, "Lambda");
  EXPECT_EQ(orders.aside, std::vector<std::string>{"2"});
  EXPECT_EQ(orders.facts, (std::vector<std::string>{"Go 1.22", "256 MB"}));
  EXPECT_EQ(split_label("Vercel - static files").name, "Vercel");
  EXPECT_EQ(split_label("Main VPC 10.0.0.0/16").name, "Main VPC");
  EXPECT_EQ(split_label("Ingest :8080").name, "Ingest");
  EXPECT_EQ(split_label("AWS\nConfig").name, "AWS Config");
  EXPECT_EQ(split_label("ALB\n(TLS end\n+ routing)").aside, std::vector<std::string>{"TLS end + routing"});
  EXPECT_TRUE(split_label("10.0.1.0/24").name.empty());
  EXPECT_TRUE(split_label("").name.empty());
}

TEST(NodeLabel, KnowsStepsAndFiles) {
  EXPECT_TRUE(is_step(words_of("Validate the schema")));
  EXPECT_TRUE(is_step(words_of("Security scanning")));
  EXPECT_FALSE(is_step(words_of("Load Balancer")));
  EXPECT_FALSE(is_step(words_of("Monitor")));
  EXPECT_FALSE(is_step(words_of("Build server")));
  EXPECT_TRUE(is_file_name("main.tf"));
  EXPECT_TRUE(is_file_name("./run"));
  EXPECT_FALSE(is_file_name("api.example.com"));
}

}  // namespace
}  // namespace skydraft::understand
