#include "markdown/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace skydraft::md {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Parsed {
  explicit Parsed(std::string text) : source("test.md", std::move(text)), document(parse(source, sink)) {}

  std::vector<const Block*> all(BlockKind kind) const {
    std::vector<const Block*> found;
    for (const Block& block : document.blocks())
      if (block.kind == kind) found.push_back(&block);
    return found;
  }
  const Block& first(BlockKind kind) const {
    const auto found = all(kind);
    static const Block kNone;
    EXPECT_FALSE(found.empty());
    return found.empty() ? kNone : *found.front();
  }
  std::string at(Span span) const { return std::string(source.text(span)); }
  /// The document's own bytes for each run of a text.
  std::vector<std::string> run_sources(const InlineText& text) const {
    std::vector<std::string> result;
    for (const Run& run : text.runs) result.push_back(at(run.source));
    return result;
  }
  std::string source_of(const InlineText& text, std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(text.text.find(part));
    return at(text.source_of(begin, begin + static_cast<std::uint32_t>(part.size())));
  }

  Source source;
  DiagnosticSink sink;
  Document document;
};

TEST(Markdown, EmptyTextIsAnEmptyDocument) {
  const Parsed parsed("");
  EXPECT_EQ(parsed.document.blocks().size(), 1U);
  EXPECT_EQ(parsed.document[Document::root()].kind, BlockKind::Document);
}

TEST(Markdown, HeadingsKnowLevelAndPlace) {
  const Parsed parsed("# One #\n\nTwo\nlines\n---\n\n### `x` **Y**\n");
  const auto headings = parsed.all(BlockKind::Heading);
  ASSERT_EQ(headings.size(), 3U);
  EXPECT_EQ(headings[0]->text.text, "One");
  EXPECT_EQ(parsed.at(headings[0]->span), "# One #");
  EXPECT_EQ(parsed.source_of(headings[0]->text, "One"), "One");
  EXPECT_EQ(headings[1]->text.text, "Two lines");
  EXPECT_EQ(headings[1]->level, 2);
  EXPECT_EQ(parsed.at(headings[1]->span), "Two\nlines\n---");
  EXPECT_EQ(headings[2]->text.text, "x Y");
  EXPECT_THAT(parsed.run_sources(headings[2]->text), ElementsAre("x", " ", "Y"));
}

TEST(Markdown, RunsCarryStylesAndExactPlaces) {
  const Parsed parsed("- **Label:** plain *soft* `code` ~~gone~~ [text](http://a.b \"t\") end\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "Label: plain soft code gone text end");
  EXPECT_THAT(parsed.run_sources(text),
              ElementsAre("Label:", " plain ", "soft", " ", "code", " ", "gone", " ", "text", " end"));
  EXPECT_EQ(text.runs[0].styles, kStrong);
  EXPECT_EQ(text.runs[2].styles, kEmphasis);
  EXPECT_EQ(text.runs[4].styles, kCode);
  EXPECT_EQ(text.runs[6].styles, kStrike);
  EXPECT_EQ(text.runs[8].styles, kLink);
  EXPECT_EQ(text.runs[8].target, "http://a.b");
  EXPECT_EQ(text.styles_at(0), kStrong);
  EXPECT_EQ(text.styles_at(1000), kPlain);
}

TEST(Markdown, NestedEmphasis) {
  const Parsed parsed("***both** one* **a*b*c** x*y*z\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "both one abc xyz");
  EXPECT_EQ(text.styles_at(0), kStrong | kEmphasis);
  EXPECT_EQ(parsed.source_of(text, "both"), "both");
  EXPECT_EQ(parsed.source_of(text, " one"), " one");
  EXPECT_EQ(parsed.source_of(text, "c x"), "c** x");
}

TEST(Markdown, LineEndsInsideAParagraph) {
  const Parsed parsed("> one  \n> two\\\n>   three\nlazy\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "one\ntwo\nthree lazy");
  for (const char* word : {"one", "two", "three", "lazy"}) EXPECT_EQ(parsed.source_of(text, word), word);
  EXPECT_EQ(parsed.at(parsed.first(BlockKind::Quote).span), "> one  \n> two\\\n>   three\nlazy");
}

TEST(Markdown, EscapesAndEntitiesAreUndone) {
  const Parsed parsed("a \\* b &amp; c &lt;d&gt; &#65; e & f &copy x\\y\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "a * b & c <d> A e & f &copy x\\y");
  EXPECT_EQ(parsed.source_of(text, "*"), "\\*");
  EXPECT_EQ(parsed.source_of(text, "&"), "&amp;");
  EXPECT_EQ(parsed.source_of(text, "<d>"), "&lt;d&gt;");
  EXPECT_EQ(parsed.source_of(text, "A e"), "&#65; e");
  EXPECT_EQ(parsed.source_of(text, "x\\y"), "x\\y");
}

TEST(Markdown, CodeSpans) {
  const Parsed parsed("`` a`b `` and `two\n  lines` and ` `\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "a`b and two lines and");
  EXPECT_EQ(parsed.source_of(text, "a`b"), "a`b");
  EXPECT_EQ(parsed.source_of(text, "lines"), "lines");
}

TEST(Markdown, HtmlIsKeptAsBlocksAndGoneFromText) {
  const Parsed parsed("<!-- hint\nmore -->\ntext <b>bold</b> x<br/>y <!-- gone --> z\n\n<div>\n a\n</div>\n\nend\n");
  const auto html = parsed.all(BlockKind::Html);
  ASSERT_EQ(html.size(), 2U);
  EXPECT_EQ(parsed.at(html[0]->span), "<!-- hint\nmore -->");
  EXPECT_EQ(html[0]->literal, "<!-- hint\nmore -->\n");
  EXPECT_EQ(parsed.at(html[1]->span), "<div>\n a\n</div>");
  const InlineText& text = parsed.all(BlockKind::Paragraph)[0]->text;
  EXPECT_EQ(text.text, "text bold x\ny  z");
  EXPECT_EQ(parsed.source_of(text, "y"), "y");
  EXPECT_EQ(parsed.source_of(text, "z"), "z");
}

TEST(Markdown, ListsKnowTheirEndsAndNumbers) {
  const Parsed parsed("3. one\n   - two\n     more\n\n4. three\n\n\nafter\n");
  const auto items = parsed.all(BlockKind::Item);
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(parsed.at(items[0]->span), "3. one\n   - two\n     more");
  EXPECT_EQ(parsed.at(items[1]->span), "- two\n     more");
  EXPECT_EQ(items[0]->level, 3);
  EXPECT_EQ(items[2]->level, 4);
  EXPECT_EQ(parsed.at(items[2]->span), "4. three");
  EXPECT_EQ(parsed.document[items[1]->parent].kind, BlockKind::BulletList);
}

TEST(Markdown, TaskBoxesAreNoText) {
  const Parsed parsed("- [ ] open **x**\n- [x] done\n- [link] no\n");
  const auto texts = parsed.all(BlockKind::Paragraph);
  EXPECT_EQ(texts[0]->text.text, "open x");
  EXPECT_EQ(parsed.source_of(texts[0]->text, "open"), "open");
  EXPECT_EQ(parsed.source_of(texts[0]->text, "x"), "x");
  EXPECT_EQ(texts[1]->text.text, "done");
  EXPECT_EQ(texts[2]->text.text, "[link] no");
}

TEST(Markdown, TablesWithEscapedPipes) {
  const Parsed parsed("intro\n| A | B\\|C |\n|---|:-:|\n| `x\\|y` z | **b** |\n| only |\n");
  EXPECT_EQ(parsed.first(BlockKind::Paragraph).text.text, "intro");
  const auto cells = parsed.all(BlockKind::Cell);
  ASSERT_EQ(cells.size(), 6U);
  EXPECT_EQ(cells[1]->text.text, "B|C");
  EXPECT_EQ(parsed.at(cells[1]->span), "B\\|C");
  EXPECT_EQ(parsed.source_of(cells[1]->text, "C"), "C");
  EXPECT_EQ(cells[2]->text.text, "x|y z");
  EXPECT_EQ(parsed.source_of(cells[2]->text, "|"), "\\|");
  EXPECT_EQ(parsed.source_of(cells[2]->text, "z"), "z");
  EXPECT_EQ(parsed.source_of(cells[3]->text, "b"), "b");
  EXPECT_EQ(cells[3]->level, 1);
  EXPECT_EQ(cells[5]->text.text, "");
  const auto rows = parsed.all(BlockKind::Row);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[2]->level, 2);
  EXPECT_EQ(parsed.at(rows[0]->span), "| A | B\\|C |");
  EXPECT_EQ(parsed.at(rows[2]->span), "| only |");
}

TEST(Markdown, CodeBlocks) {
  const Parsed parsed("- x\n  ```mermaid {a}\n  A --> B\n\n  C\n  ```\n\n    indented\n     more\n\n~~~\nopen");
  const auto code = parsed.all(BlockKind::Code);
  ASSERT_EQ(code.size(), 2U);
  EXPECT_EQ(code[0]->info, "mermaid");
  EXPECT_EQ(code[0]->literal, "A --> B\n\nC\n");
  EXPECT_EQ(parsed.at(code[0]->literal_span), "  A --> B\n\n  C");
  EXPECT_EQ(parsed.at(code[0]->span), "```mermaid {a}\n  A --> B\n\n  C\n  ```");
  EXPECT_EQ(parsed.at(code[1]->literal_span), "open");
  EXPECT_EQ(parsed.at(code[1]->span), "~~~\nopen");
}

TEST(Markdown, IndentedCode) {
  const Parsed parsed("text\n\n    a -> b\n      c\n\nend\n");
  const Block& code = parsed.first(BlockKind::Code);
  EXPECT_EQ(code.literal, "a -> b\n  c\n");
  EXPECT_EQ(parsed.at(code.literal_span), "a -> b\n      c");
}

TEST(Markdown, LinksOfAllForms) {
  const Parsed parsed(
      "[r]: http://d.e 'title'\n[a][r] [r] [r][] <http://x.y/?a&amp;b> ![alt *t*](i.png) [n][z] https://q.r/s. end\n");
  const InlineText& text = parsed.first(BlockKind::Paragraph).text;
  EXPECT_EQ(text.text, "a r r http://x.y/?a&b alt t [n][z] https://q.r/s. end");
  EXPECT_EQ(parsed.source_of(text, "http://x.y/?a&b"), "http://x.y/?a&amp;b");
  EXPECT_EQ(parsed.source_of(text, "alt t"), "alt *t");
  EXPECT_EQ(parsed.source_of(text, "end"), "end");
  EXPECT_EQ(parsed.source_of(text, "https://q.r/s"), "https://q.r/s");
  const auto at = static_cast<std::uint32_t>(text.text.find("https"));
  EXPECT_EQ(text.styles_at(at), kLink);
  EXPECT_EQ(text.styles_at(static_cast<std::uint32_t>(text.text.find("alt"))), kImage);
  EXPECT_EQ(text.styles_at(at + 13), kPlain);
}

TEST(Markdown, OtherLineEndsAndByteOrderMark) {
  const Parsed parsed("\xEF\xBB\xBF# H\r\n\r\n- a\r\n- b **c**\r\rlast\r\n");
  EXPECT_EQ(parsed.first(BlockKind::Heading).text.text, "H");
  EXPECT_EQ(parsed.source_of(parsed.first(BlockKind::Heading).text, "H"), "H");
  const auto texts = parsed.all(BlockKind::Paragraph);
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(parsed.source_of(texts[1]->text, "c"), "c");
  EXPECT_EQ(parsed.at(texts[2]->span), "last");
}

TEST(FrontMatter, GivesScalarsAndKeepsPlaces) {
  const Parsed parsed("---\ntitle: \"A: b\"\nenvironment: Production\ntags: [x]\n---\n# H\n");
  ASSERT_EQ(parsed.document.front_matter().size(), 2U);
  EXPECT_EQ(parsed.document.front_matter()[0], (std::pair<std::string, std::string>("title", "A: b")));
  EXPECT_EQ(parsed.document.front_matter()[1].second, "Production");
  EXPECT_EQ(parsed.at(parsed.first(BlockKind::Heading).span), "# H");
  EXPECT_EQ(parsed.document.blocks().size(), 2U);
}

TEST(FrontMatter, BadYamlIsReportedWhereItStands) {
  const Parsed parsed("---\ntitle: x\nbad: [1, 2\n---\n\ntext\n");
  ASSERT_EQ(parsed.sink.all().size(), 1U);
  EXPECT_EQ(parsed.sink.all()[0].code, Code::BadFrontMatter);
  EXPECT_LT(parsed.sink.all()[0].span.begin, parsed.source.text().find("text"));
  EXPECT_EQ(parsed.first(BlockKind::Paragraph).text.text, "text");
}

TEST(FrontMatter, ARuleIsNoFrontMatter) {
  const Parsed parsed("---\nSome words.\n\n---\nmore\n");
  EXPECT_THAT(parsed.document.front_matter(), IsEmpty());
  EXPECT_THAT(parsed.sink.all(), IsEmpty());
  EXPECT_EQ(parsed.all(BlockKind::Paragraph).size(), 2U);
}

TEST(Markdown, TooDeepIsFlattenedAndReportedOnce) {
  for (const char* marker : {"- ", "> ", ">", "1. "}) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += marker;
    const Parsed parsed(text + "deep\n\n" + text + "again\n");
    ASSERT_EQ(parsed.sink.all().size(), 1U) << marker;
    EXPECT_EQ(parsed.sink.all()[0].code, Code::NestedTooDeep);
    const auto texts = parsed.all(BlockKind::Paragraph);
    ASSERT_EQ(texts.size(), 2U) << marker;
    EXPECT_EQ(texts[0]->text.text, "deep");
    EXPECT_EQ(parsed.source_of(texts[0]->text, "deep"), "deep");
    EXPECT_LE(parsed.document.blocks().size(), 2U * kMaxNesting + 10);
  }
}

TEST(Markdown, DeepIndentationIsFlattened) {
  std::string text;
  for (int i = 0; i < 600; ++i) text += std::string(static_cast<std::size_t>(2 * i), ' ') + "- x\n";
  const Parsed parsed(text);
  ASSERT_EQ(parsed.sink.all().size(), 1U);
  EXPECT_EQ(parsed.sink.all()[0].code, Code::NestedTooDeep);
}

TEST(Markdown, MaskedTextComesBackInCode) {
  std::string markers;
  for (int i = 0; i < 300; ++i) markers += "> ";
  const Parsed parsed("```\n" + markers + "\n```\n");
  EXPECT_EQ(parsed.first(BlockKind::Code).literal, markers + "\n");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// Texts that take cmark quadratic time or memory when they are given to it as they are (each was minutes at this
/// size).
TEST(Markdown, HostileTextIsReadInLinearTime) {
  const std::string texts[] = {
      repeated("- ", 50'000) + "a" + repeated("\n", 100'000),
      repeated("|a", 20'000) + "\n" + repeated("|-", 20'000) + "\n" + repeated("a\n", 20'000),
      repeated("x <?", 100'000),
      repeated("|-|\na\n", 50'000),
      repeated("**a** [a](b) ", 50'000),
      "[a]: " + repeated("a", 100'000) + "\n\n" + repeated("[a] ", 50'000),
      "www.a.b/" + repeated(")", 300'000),
      repeated("[", 300'000),
  };
  for (const std::string& text : texts) {
    const Parsed parsed(text);
    EXPECT_GT(parsed.document.blocks().size(), 1U);
  }
}

TEST(Markdown, MaskedTextIsReadAsWritten) {
  const std::string text = "x" + repeated(" <?", 200);
  const Parsed parsed(text + "\n");
  EXPECT_EQ(parsed.first(BlockKind::Paragraph).text.text, text);
  EXPECT_EQ(parsed.at(parsed.first(BlockKind::Paragraph).text.runs.front().source), text);
}

}  // namespace
}  // namespace skydraft::md
