#include "typeset/typeset.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "typeset/clusters.hpp"
#include "typeset/metrics.hpp"

namespace skydraft::typeset {
namespace {

using testing::ElementsAre;

Font font_of(Face face, double size) {
  if (face == Face::Italic) return {.size = size, .weight = Weight::Regular, .italic = true};
  if (face == Face::MediumItalic) return {.size = size, .weight = Weight::Medium, .italic = true};
  return {.size = size, .weight = static_cast<Weight>(face)};
}

TEST(Width, EqualsRealShaping) {
  ASSERT_GE(shaped_samples().size(), 1000U);
  for (const ShapedSample& sample : shaped_samples()) {
    const double expected = sample.advance * 16 / metrics(sample.face).units_per_em;
    EXPECT_NEAR(width(sample.text, font_of(sample.face, 16)), expected, 0.01)
        << static_cast<int>(sample.face) << " " << sample.text;
  }
}

TEST(Width, KernsAndSpaces) {
  const Font plain{.size = 100};
  EXPECT_LT(width("AV", plain), width("A", plain) + width("V", plain));
  EXPECT_DOUBLE_EQ(width("abc", {.size = 100, .letter_spacing = 2}), width("abc", plain) + 6);
  EXPECT_DOUBLE_EQ(width("", plain), 0);
}

TEST(Width, CountsWhatTheFontLacks) {
  const Font plain{.size = 100};
  EXPECT_DOUBLE_EQ(width("\xE6\xBC\xA2\xE5\xAD\x97", plain), 200);                      // two ideographs
  EXPECT_DOUBLE_EQ(width("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7", plain), 100);  // a joined emoji
  EXPECT_DOUBLE_EQ(width("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", plain), 100);              // a flag
  EXPECT_DOUBLE_EQ(width("\xD7\x90", plain), 60);                                       // Hebrew
  EXPECT_DOUBLE_EQ(width("e\xCC\x81", plain), width("e", plain));                       // combining acute
  EXPECT_DOUBLE_EQ(width("\xFF", plain), width("\xEF\xBF\xBD", plain));                 // not UTF-8
}

TEST(Wrap, BreaksAtSpacesAndBalances) {
  const Font font{.size = 12};
  EXPECT_THAT(wrap("Load Balancer Controller", font, 100, 2), ElementsAre("Load Balancer", "Controller"));
  EXPECT_THAT(wrap("one two three four", font, width("one two three", font), 2), ElementsAre("one two", "three four"));
  EXPECT_THAT(wrap("  short  name ", font, 500, 2), ElementsAre("short name"));
  EXPECT_THAT(wrap("", font, 100, 2), ElementsAre());
}

TEST(Wrap, KeepsIdentifiersWholeWhileTheyFit) {
  const Font font{.size = 12};
  EXPECT_THAT(wrap("my orders-service", font, width("orders-service", font), 3), ElementsAre("my", "orders-service"));
  EXPECT_THAT(wrap("orders-service", font, width("orders-", font) + 1, 3), ElementsAre("orders-", "service"));
  EXPECT_THAT(wrap("web \xC2\xB7 app", font, width("web \xC2\xB7", font), 2), ElementsAre("web \xC2\xB7", "app"));
}

TEST(Wrap, BreaksLongNamesBetweenTheirParts) {
  const Font font{.size = 12};
  EXPECT_THAT(wrap("OrdersErrorRateAlarm", font, width("OrdersError", font) + 1, 3),
              ElementsAre("OrdersError", "RateAlarm"));
  EXPECT_THAT(wrap("HTTPServer", font, width("Server", font) + 1, 3), ElementsAre("HTTP", "Server"));
}

TEST(Wrap, MarksWhatItCutsOff) {
  const Font font{.size = 12};
  EXPECT_THAT(wrap("aaa aaa aaa aaa", font, width("aaa\xE2\x80\xA6", font), 2), ElementsAre("aaa", "aaa\xE2\x80\xA6"));
  EXPECT_EQ(fit("abcdef", font, width("abc\xE2\x80\xA6", font)), "abc\xE2\x80\xA6");
  EXPECT_EQ(fit("abc", font, width("abc", font)), "abc");
  EXPECT_EQ(fit("abc", font, 0), "\xE2\x80\xA6");
}

std::string without_spaces(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

bool is_utf8(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (next_character(text, at) == 0xFFFD && text.substr(begin, at - begin) != "\xEF\xBF\xBD") return false;
  }
  return true;
}

rc::Gen<std::string> texts() {
  const auto piece = rc::gen::element<std::string>(
      "a", "W", "i", " ", " ", "-", "/", "orders", "10.0.0.0/16", "\xC3\xA9", "e\xCC\x81",
      "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7", "\xE6\xBC\xA2", "\xD0\x96", "\xC2\xB7", "x");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string all;
    for (const std::string& p : pieces) all += p;
    return all;
  });
}

RC_GTEST_PROP(WrapProperty, LinesFitAndKeepTheText, ()) {
  const std::string text = *texts();
  const double max_width = *rc::gen::inRange(0, 200);
  const int max_lines = *rc::gen::inRange(1, 6);
  const Font font{.size = 12, .weight = *rc::gen::element(Weight::Regular, Weight::SemiBold)};
  const std::vector<std::string> lines = wrap(text, font, max_width, max_lines);
  RC_ASSERT(static_cast<int>(lines.size()) <= max_lines);
  std::string joined;
  for (const std::string& line : lines) {
    RC_ASSERT(is_utf8(line));
    RC_ASSERT(!line.empty());
    RC_ASSERT(width(line, font) <= max_width + 0.01 || shape(line, font).size() == 1);
    joined += line;
  }
  joined = without_spaces(joined);
  const std::string whole = without_spaces(text);
  if (joined.ends_with("\xE2\x80\xA6")) {
    joined.resize(joined.size() - 3);
    RC_ASSERT(whole.starts_with(joined));
  } else {
    RC_ASSERT(joined == whole);
  }
}

}  // namespace
}  // namespace skydraft::typeset
