#include "formats/record/record.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skydraft::record {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kText = "# Café \"x\" \\ </script>]]> -->\r\n\t\xF0\x9F\x92\xBE & (b)\n";
const Source kSource("notes/shop (1).md", kText);

TEST(Record, IsOneLineOfAsciiThatEveryFormatCanHold) {
  const std::string text = write(record_of(kSource, true));
  for (const char c : text) EXPECT_TRUE(c >= ' ' && c <= '~') << static_cast<int>(c);
  for (const char* sign : {"<", ">", "&"}) EXPECT_THAT(text, Not(HasSubstr(sign)));
  EXPECT_THAT(text, HasSubstr("\"file\":\"shop (1).md\""));
}

std::string png_with(const std::string& record) {
  const std::string body = std::string("skydraft-source\0\0\0\0\0", 20) + record;
  std::string out = "\x89PNG\r\n\x1a\n";
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((body.size() >> shift) & 255U);
  return out + "iTXt" + body + "sum.";
}

/// As Cairo writes a text with brackets in it.
std::string pdf_with(const std::string& record) {
  std::string out = "%PDF-1.5 /Keywords <FEFF";
  for (const char c : record) out += fmt::format("{:04X}", c);
  return out + ">\n";
}

TEST(Record, IsFoundInEveryFormatAsItWasWritten) {
  const std::string text = write(record_of(kSource, true));
  for (const std::string& picture : {"<svg><metadata id=\"skydraft-source\">" + text + "</metadata></svg>",
                                     "<script type=\"application/json\" id=\"skydraft-source\">" + text + "</script>",
                                     png_with(text), pdf_with(text), "# T\n<!-- skydraft-source " + text + " -->\n"}) {
    const Result<Record> found = find(picture);
    ASSERT_TRUE(found) << picture;
    EXPECT_EQ(found->file, "shop (1).md");
    EXPECT_EQ(found->sha256, record_of(kSource, false).sha256);
    EXPECT_EQ(found->markdown, kText);
  }
}

TEST(Record, OfAPlainTextStandsLiterallyInAPdf) {
  const std::string text = "{\"skydraft\":1,\"file\":\"a.md\",\"sha256\":\"00\"}";
  EXPECT_EQ(find("%PDF-1.5 /Keywords (" + text + ")\n")->file, "a.md");
}

TEST(Record, IsMissingOrSpoiledWithoutACrash) {
  const std::string text = write(record_of(kSource, false));
  for (const std::string& picture :
       {std::string(), std::string("\x89PNG\r\n\x1a\n"), std::string("\x89PNG"), png_with(text).substr(0, 40),
        std::string("%PDF-1.5 /Keywords (\\"), std::string("<svg/>"),
        "<metadata id=\"skydraft-source\">" + text.substr(0, 20) + "</metadata>",
        std::string("<metadata id=\"skydraft-source\">[1]</metadata>")}) {
    const Result<Record> found = find(picture);
    ASSERT_FALSE(found) << picture;
    EXPECT_EQ(found.error().code, Code::NoRecord);
  }
}

}  // namespace
}  // namespace skydraft::record
