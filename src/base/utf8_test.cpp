#include "base/utf8.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace skydraft::utf8 {
namespace {

std::string encode(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

TEST(Utf8, DecodesEveryCharacter) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;  // surrogates are no characters
    const std::string text = encode(c);
    const Decoded decoded = decode(text, 0);
    ASSERT_TRUE(decoded.valid) << static_cast<unsigned>(c);
    ASSERT_EQ(decoded.code_point, c);
    ASSERT_EQ(decoded.length, text.size());
  }
}

struct Invalid {
  std::string bytes;
  std::size_t at;
};

class FindsInvalid : public testing::TestWithParam<Invalid> {};

TEST_P(FindsInvalid, FirstBadByte) { EXPECT_EQ(first_invalid(GetParam().bytes), GetParam().at); }

INSTANTIATE_TEST_SUITE_P(Utf8, FindsInvalid,
                         testing::Values(Invalid{"a\xE9", 1},                 // Latin-1
                                         Invalid{"\xC0\xAF", 0},              // overlong
                                         Invalid{"ab\xE0\x80\x80", 2},        // overlong in three bytes
                                         Invalid{"\xED\xA0\x80", 0},          // a surrogate
                                         Invalid{"\xF4\x90\x80\x80", 0},      // above U+10FFFF
                                         Invalid{"\xF8\x88\x80\x80\x80", 0},  // five bytes
                                         Invalid{"ok \xE2\x82", 3},           // cut off
                                         Invalid{"\x80", 0}));                // begins with a continuation

RC_GTEST_PROP(Utf8, WalkingAnyBytesEnds, (const std::string& bytes)) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Decoded next = decode(bytes, at);
    RC_ASSERT(next.length >= 1U);
    RC_ASSERT(at + next.length <= bytes.size());
    at += next.length;
  }
}

TEST(Utf8, CountsColumnsAsTerminalsDo) {
  EXPECT_EQ(columns(U'a'), 1);
  EXPECT_EQ(columns(U'é'), 1);
  EXPECT_EQ(columns(U'→'), 1);
  EXPECT_EQ(columns(U'漢'), 2);
  EXPECT_EQ(columns(U'한'), 2);
  EXPECT_EQ(columns(U'🚀'), 2);
  EXPECT_EQ(columns(U'\u0301'), 0);
  EXPECT_EQ(columns(U'\u200D'), 0);
}

}  // namespace
}  // namespace skydraft::utf8
