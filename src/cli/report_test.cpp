#include "cli/report.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace skydraft::cli {
namespace {

/// Reports on the part of the text between « and », which are taken out.
std::string report(std::string text, const ReportStyle& style = {}) {
  const std::string_view open = "«", close = "»";
  const auto begin = text.find(open);
  text.erase(begin, open.size());
  const auto end = text.find(close);
  text.erase(end, close.size());
  const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return describe({Code::UnknownComponent, Severity::Warning, span, "what is this", {{"say more", {}}}},
                  Source("a.md", text), style);
}

TEST(Report, ShowsTheLineWithACaret) {
  EXPECT_EQ(report("# A\n- uses the «Vault» daily\n"),
            "a.md:2:12: warning: what is this [SKY0203]\n"
            "   2 | - uses the Vault daily\n"
            "     |            ^~~~~\n"
            "     = help: say more\n");
}

TEST(Report, LinesUpBehindTabsAndWideCharacters) {
  EXPECT_EQ(report("\ta\t漢字 «東京» e\xCC\x81x"),
            "a.md:1:11: warning: what is this [SKY0203]\n"
            "   1 |     a   漢字 東京 e\xCC\x81x\n"
            "     |              ^~~~\n"
            "     = help: say more\n");
}

TEST(Report, MarksOnlyTheFirstOfSeveralLines) {
  EXPECT_EQ(report("one «two\nthree» four"),
            "a.md:1:5: warning: what is this [SKY0203]\n"
            "   1 | one two\n"
            "     |     ^~~\n"
            "     = help: say more\n");
}

TEST(Report, MarksTheEndOfALine) {
  EXPECT_EQ(report("one«\n»two"),
            "a.md:1:4: warning: what is this [SKY0203]\n"
            "   1 | one\n"
            "     |    ^\n"
            "     = help: say more\n");
}

TEST(Report, CutsLongLinesAroundTheMark) {
  const std::string far(5000, 'x');
  EXPECT_EQ(report(far + "«here»" + far, {.width = 24}),
            "a.md:1:5001: warning: what is this [SKY0203]\n"
            "   1 | …xxxxxxherexxxxxxxxxxxxxx…\n"
            "     |        ^~~~\n"
            "     = help: say more\n");
}

TEST(Report, LetsNothingSteerTheTerminal) {
  const std::string text = report("a\x1B[2J«b\x07»\x7F\xC2\x9B");
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find('\x7F'), std::string::npos);
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
}

TEST(Report, PaintsOnlyWhereAsked) {
  EXPECT_EQ(report("«a»").find('\x1B'), std::string::npos);
  EXPECT_NE(report("«a»", {.color = true}).find("\x1b[1;35m^"), std::string::npos);
}

TEST(Report, SpeaksOfAFileWithoutQuotingIt) {
  EXPECT_EQ(describe({Code::FileNotFound, Severity::Error, {}, "there is no such file", {}}, "x.md", {}),
            "x.md: error: there is no such file [SKY0101]\n");
}

RC_GTEST_PROP(Report, NoLineIsWiderThanAsked, (const std::string& text, std::uint32_t begin, std::uint32_t length)) {
  RC_PRE(!text.empty());
  const auto size = static_cast<std::uint32_t>(text.size());
  const Span span{begin % size, begin % size + length % size};
  const ReportStyle style{.color = false, .width = 20};
  const std::string out = describe({Code::UnreadLine, Severity::Note, span, "m", {}}, Source("a.md", text), style);
  std::size_t at = 0;
  const std::string_view bar = " | ";
  for (std::size_t line = 0; at < out.size(); ++line) {
    const std::size_t end = out.find('\n', at);
    RC_ASSERT(end != std::string::npos);
    const std::string_view row = std::string_view(out).substr(at, end - at);
    int columns = 0;
    for (std::size_t i = 0; i < row.size();) {
      const utf8::Decoded next = utf8::decode(row, i);
      columns += utf8::columns(next.code_point);
      i += next.length;
    }
    if (line > 0) RC_ASSERT(columns <= 4 + static_cast<int>(bar.size()) + style.width + 2);
    at = end + 1;
  }
}

TEST(Count, NamesTheWorstFirst) {
  const std::vector<Diagnostic> some = {{Code::UnreadLine, Severity::Note, {}, "", {}},
                                        {Code::UnreadLine, Severity::Error, {}, "", {}},
                                        {Code::UnreadLine, Severity::Note, {}, "", {}}};
  EXPECT_EQ(count(some), "1 error, 2 notes");
  EXPECT_EQ(count({}), "");
}

}  // namespace
}  // namespace skydraft::cli
