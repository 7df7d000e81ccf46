#include "render/cairo/late.hpp"

#include <gtest/gtest.h>

#include "render/cairo/cairo_late.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kCairo, cairo_status_to_string);

namespace {

TEST(Late, CallsTheFunctionItIsNamedFor) {
  EXPECT_STREQ(cairo_status_to_string(CAIRO_STATUS_SUCCESS), "no error has occurred");
}

TEST(Late, MissesNothingHere) { EXPECT_FALSE(missing_library()); }

TEST(Late, SaysWhichLibraryIsMissing) {
  const std::optional<Diagnostic> missing = missing_library("libnone.so.9");
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->code, Code::CannotWrite);
  EXPECT_EQ(missing->message.find("this output needs libnone.so.9: "), 0U) << missing->message;
}

}  // namespace
}  // namespace skydraft::render
