#include "understand/words.hpp"

#include <gmock/gmock.h>

namespace skydraft::understand {
namespace {

using testing::ElementsAre;

std::vector<std::string> norms(std::string_view text) {
  std::vector<std::string> found;
  for (const Word& word : words_of(text))
    if (word.mark == Mark::None) found.push_back(word.norm);
  return found;
}

TEST(Words, KeepAddressesVersionsAndInstanceTypesWhole) {
  EXPECT_THAT(norms("[10.0.1.0/24] on db.r6g.large, Node.js"),
              ElementsAre("10.0.1.0/24", "on", "db.r6g.large", "node.js"));
}

TEST(Words, AreSingularExceptNamesThatOnlyLookPlural) {
  EXPECT_THAT(norms("Public Subnets and Policies in Kubernetes on AWS"),
              ElementsAre("public", "subnet", "and", "policy", "in", "kubernetes", "on", "aws"));
}

TEST(Words, KnowArrowsOfAllSpellings) {
  for (const char* text : {"a -> b", "a → b", "a => b", "a --> b", "a ⟶ b"}) {
    const auto words = words_of(text);
    ASSERT_EQ(words.size(), 3U) << text;
    EXPECT_EQ(words[1].mark, Mark::Arrow) << text;
  }
  EXPECT_EQ(words_of("a <-> b")[1].mark, Mark::BothArrow);
}

TEST(Words, CountNumbersInDigitsAndWords) {
  EXPECT_EQ(count_of(words_of("three")[0]), 3);
  EXPECT_EQ(count_of(words_of("x2")[0]), 2);
  EXPECT_EQ(count_of(words_of("several")[0]), 0);
}

}  // namespace
}  // namespace skydraft::understand
