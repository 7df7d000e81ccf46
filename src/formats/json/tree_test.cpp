#include "formats/json/tree.hpp"

#include <cmath>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skydraft::json {
namespace {

constexpr std::size_t kDepth = 5;

Result<Tree> read(std::string text) { return Tree::read(Source("test", std::move(text)), kDepth); }

TEST(Tree, ReadsValuesInTheirOrder) {
  const Result<Tree> tree = read(" {\"a\" : [1, -2.5e1 ,true,false,null, {}, []],\n\"b\":\"text\", \"a\": 7}\r\n");
  ASSERT_TRUE(tree);
  const Value root = tree->root();
  const Value list = root.first();
  EXPECT_EQ(list.key(), "a");
  std::string kinds;
  for (const Value value : list) kinds += static_cast<char>('0' + static_cast<int>(value.kind()));
  EXPECT_EQ(kinds, "3321065");
  EXPECT_EQ(list.first().number(0), 1);
  EXPECT_EQ(list.first().next().number(0), -25);
  EXPECT_EQ(root["b"].text(), "text");
  EXPECT_EQ(root["a"].number(0), 7);
}

TEST(Tree, ReadsEscapes) {
  const Result<Tree> common = read(R"(["a\"b\\c\/d\n\t", "größe", ""])");
  ASSERT_TRUE(common);
  EXPECT_EQ(common->root().first().text(), "a\"b\\c/d\n\t");
  EXPECT_EQ(common->root().first().next().text(), "größe");
  EXPECT_EQ(common->root().first().next().next().text(), "");
  const Result<Tree> seldom = read(R"(["gr\u00f6\u00dfe \ud83d\ude00"])");
  ASSERT_TRUE(seldom);
  EXPECT_EQ(seldom->root().first().text(), "größe \xF0\x9F\x98\x80");
}

TEST(Tree, AWholeNumberHasNoNegativeZero) {
  const Result<Tree> tree = read("[-0, -0.0, 18446744073709551615, 123456789012345678901234567890]");
  ASSERT_TRUE(tree);
  Value number = tree->root().first();
  EXPECT_FALSE(std::signbit(number.number(1)));
  EXPECT_TRUE(std::signbit((number = number.next()).number(1)));
  EXPECT_EQ((number = number.next()).number(0), 18446744073709551615.0);
  EXPECT_EQ((number = number.next()).number(0), 123456789012345678901234567890.0);
}

TEST(Tree, RefusesWhatIsNoJson) {
  for (const char* text :
       {"",      " ",    "{",    "[1,]", "[1 2]",      "{\"a\"}",  "{\"a\":1,}", "{a:1}",       "[01]",
        "[1.]",  "[.5]", "[+1]", "[1e]", "[-]",        "[\"\n\"]", "[\"\\x\"]",  "[\"\\u12\"]", "[\"open]",
        "[tru]", "[1]]", "[1}",  "1 2",  "[\"\xFF\"]", "[1e999]"})
    EXPECT_FALSE(read(text)) << text;
  EXPECT_TRUE(read("[[[[[]]]]]"));
  EXPECT_FALSE(read("[[[[[[]]]]]]"));
}

TEST(Tree, SaysWhereItIsNoJson) {
  const Result<Tree> tree = read("[1, 2, x]");
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().code, Code::NotJson);
  EXPECT_EQ(tree.error().span.begin, 7U);
}

}  // namespace
}  // namespace skydraft::json
