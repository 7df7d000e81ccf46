#include <gtest/gtest.h>

#include "pipeline/pipeline.hpp"

namespace skydraft::pipeline {
namespace {

using namespace std::string_literals;

class OneFile final : public World {
 public:
  explicit OneFile(std::string text) : text_(std::move(text)) {}
  Result<std::string> read(std::string_view) const override { return text_; }
  std::optional<Diagnostic> write(std::string_view, std::string_view) override { return std::nullopt; }
  bool exists(std::string_view) const override { return true; }

 private:
  std::string text_;
};

struct Refused {
  std::string text;
  Code code;
  std::string message;
};

class Load : public testing::TestWithParam<Refused> {};

TEST_P(Load, Refuses) {
  const Result<Source> source = load(OneFile(GetParam().text), "a.md");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, GetParam().code);
  EXPECT_EQ(source.error().message, GetParam().message);
  EXPECT_FALSE(source.error().hints.empty());
}

INSTANTIATE_TEST_SUITE_P(Pipeline, Load,
                         testing::Values(Refused{"", Code::EmptyDocument, "the document is empty"},
                                         Refused{" \n\t\r\n", Code::EmptyDocument, "the document is empty"},
                                         Refused{"\xEF\xBB\xBF", Code::EmptyDocument, "the document is empty"},
                                         Refused{"# A\ncaf\xE9", Code::NotUtf8, "the byte 0xE9 at 2:4 is not UTF-8"},
                                         Refused{"\xFF\xFE#\0"s, Code::NotUtf8, "the document is UTF-16, not UTF-8"},
                                         Refused{"# A\0"s, Code::BinaryFile, "this is not a text file"},
                                         Refused{"%PDF-1.7\n", Code::BinaryFile, "this is a PDF file, not text"},
                                         Refused{"\x89PNG\r\n", Code::BinaryFile, "this is a PNG picture, not text"}));

TEST(Load, DropsTheByteOrderMark) {
  const Result<Source> source = load(OneFile("\xEF\xBB\xBF# A"), "a.md");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->text(), "# A");
}

TEST(Load, NamesStandardInput) {
  const Result<Source> source = load(OneFile("# A"), "-");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->name(), "<stdin>");
}

TEST(Load, RefusesWhatIsTooLarge) {
  const Result<Source> source = load(OneFile(std::string(kMaxSourceBytes + 1, 'a')), "a.md");
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().code, Code::FileTooLarge);
}

}  // namespace
}  // namespace skydraft::pipeline
