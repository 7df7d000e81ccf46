#include "base/source.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace skydraft {
namespace {

TEST(Source, LocatesInEveryKindOfLineEnd) {
  const Source source("a.md", "one\r\ntwo\n\nthree");
  EXPECT_EQ(source.line_count(), 4U);
  EXPECT_EQ(source.text(source.line_span(1)), "one");
  EXPECT_EQ(source.text(source.line_span(2)), "two");
  EXPECT_TRUE(source.line_span(3).empty());
  EXPECT_EQ(source.locate(11).line, 4U);
  EXPECT_EQ(source.locate(11).column, 2U);
  EXPECT_TRUE(source.line_span(0).empty());
  EXPECT_TRUE(source.line_span(5).empty());
}

TEST(Source, HasOneLineWhenEmpty) {
  const Source source("a.md", "");
  EXPECT_EQ(source.line_count(), 1U);
  EXPECT_EQ(source.locate(0).column, 1U);
}

RC_GTEST_PROP(Source, LocateAndOffsetAreInverse, (const std::vector<std::string>& lines)) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  const Source source("a.md", text);
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\r') continue;
    const LineColumn place = source.locate(at);
    RC_ASSERT(source.offset(place.line, place.column) == at);
  }
}

}  // namespace
}  // namespace skydraft
