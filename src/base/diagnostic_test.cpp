#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace skydraft {
namespace {

TEST(DiagnosticSink, SortsByPlaceAndDropsEqualOnes) {
  DiagnosticSink sink;
  sink.warn(Code::UnknownComponent, {9, 12}, "b");
  sink.note(Code::UnreadLine, {2, 4}, "a");
  sink.warn(Code::UnknownComponent, {9, 12}, "b", "a hint does not make it another one");
  sink.warn(Code::UnknownComponent, {9, 12}, "c");

  const std::vector<Diagnostic> sorted = sink.sorted();
  ASSERT_EQ(sorted.size(), 3U);
  EXPECT_EQ(sorted[0].message, "a");
  EXPECT_EQ(sorted[1].message, "b");
  EXPECT_EQ(sorted[2].message, "c");
  EXPECT_FALSE(sink.has_errors());
  sink.error(Code::NothingUnderstood, {}, "d");
  EXPECT_TRUE(sink.has_errors());
}

TEST(DiagnosticSink, NamesCodesWithFourDigits) { EXPECT_EQ(code_name(Code::FileNotFound), "SKY0101"); }

}  // namespace
}  // namespace skydraft
