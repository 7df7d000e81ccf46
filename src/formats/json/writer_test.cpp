#include "formats/json/writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace skydraft::json {
namespace {

std::string write(double number) {
  Writer out;
  out.value(number);
  return std::move(out).finish();
}

TEST(JsonWriter, WritesNumbersWithTwoDecimalsAtMost) {
  EXPECT_EQ(write(0), "0\n");
  EXPECT_EQ(write(-0.0), "0\n");
  EXPECT_EQ(write(-0.001), "0\n");
  EXPECT_EQ(write(12), "12\n");
  EXPECT_EQ(write(12.5), "12.5\n");
  EXPECT_EQ(write(12.345), "12.35\n");
  EXPECT_EQ(write(100), "100\n");
  EXPECT_EQ(write(-3.1), "-3.1\n");
  EXPECT_EQ(write(1e15), "1000000000000000\n");
  EXPECT_EQ(write(std::numeric_limits<double>::infinity()), "null\n");
  EXPECT_EQ(write(std::nan("")), "null\n");
  EXPECT_EQ(write(1e300), "null\n");
}

TEST(JsonWriter, SetsBlocksAndLines) {
  Writer out;
  out.begin_object();
  out.member("a", 1);
  out.key("b");
  out.begin_array(Set::Line);
  out.begin_object();
  out.member("c", true);
  out.key("d");
  out.null();
  out.end_object();
  out.value("x");
  out.end_array();
  out.key("e");
  out.begin_array();
  out.end_array();
  out.end_object();
  EXPECT_EQ(std::move(out).finish(), "{\n  \"a\": 1,\n  \"b\": [{\"c\": true, \"d\": null}, \"x\"],\n  \"e\": []\n}\n");
}

RC_GTEST_PROP(JsonWriter, ReadsBackAnyText, (const std::string& text)) {
  Writer out;
  out.value(text);
  const nlohmann::json read = nlohmann::json::parse(std::move(out).finish());
  std::string ascii;  // what is not ASCII may be no UTF-8, and is then replaced
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x80) ascii += c;
  std::string got;
  for (const char c : read.get<std::string>())
    if (static_cast<unsigned char>(c) < 0x80) got += c;
  RC_ASSERT(got == ascii);
}

TEST(JsonWriter, KeepsUtf8AndReplacesWhatIsNone) {
  Writer out;
  out.value("é→漢🚀\xE9!");
  EXPECT_EQ(std::move(out).finish(), "\"é→漢🚀\xEF\xBF\xBD!\"\n");
}

}  // namespace
}  // namespace skydraft::json
