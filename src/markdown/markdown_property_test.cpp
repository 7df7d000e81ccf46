#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/markdown.hpp"

namespace skydraft::md {
namespace {

constexpr std::string_view kPieces[] = {
    "word",
    "Two words",
    " ",
    "  \n",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "**",
    "*",
    "_",
    "`",
    "``",
    "```\n",
    "|",
    "|---|\n",
    "| a | b |\n",
    "\\",
    "\\|",
    "[",
    "](x)",
    "]",
    "![",
    "<b>",
    "</b>",
    "<!-- c -->",
    "<br>",
    "&amp;",
    "&lt;",
    "~~",
    "    ",
    "\t",
    "===\n",
    "---\n",
    "[r]: /u\n",
    "[r]",
    "\xC3\xA9",
    "\xF0\x9F\x9A\x80",
    "http://a.b/c",
    "\r\n",
    "- [ ] ",
    "<a href='x'>",
    "(",
    ")",
};

/// Text of the pieces that Markdown is made of, in any order.
rc::Gen<std::string> markdown_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, std::size(kPieces))),
      [](const std::vector<std::size_t>& picks) {
        std::string text;
        for (const std::size_t pick : picks) text += kPieces[pick];
        return text;
      });
}

void check_text(const Source& source, const Block& block) {
  const InlineText& text = block.text;
  std::uint32_t at = 0;
  for (const Run& run : text.runs) {
    RC_ASSERT(run.begin == at);
    RC_ASSERT(run.end > run.begin);
    RC_ASSERT(run.source.begin <= run.source.end);
    RC_ASSERT(block.span.contains(run.source));
    at = run.end;
  }
  RC_ASSERT(at == text.text.size());
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < text.stretches.size(); ++i) {
    const Stretch& stretch = text.stretches[i];
    const auto end =
        i + 1 < text.stretches.size() ? text.stretches[i + 1].begin : static_cast<std::uint32_t>(text.text.size());
    RC_ASSERT(stretch.begin < end);
    RC_ASSERT(stretch.source.begin >= place);
    place = stretch.source.end;
    const std::string read = text.text.substr(stretch.begin, end - stretch.begin);
    const std::string_view written = source.text(stretch.source);
    RC_ASSERT(!written.empty());
    // Byte for byte, or something undone: an escape, an entity, a line end, a break, a pipe.
    if (written != read) RC_ASSERT(written.find_first_of("\\&\n\r<") != std::string_view::npos);
  }
}

void check_blocks(const Source& source, const Document& document) {
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    RC_ASSERT(block.span.begin <= block.span.end);
    RC_ASSERT(block.span.end <= source.text().size());
    std::uint32_t before = block.span.begin;
    for (const BlockId child : block.children) {
      RC_ASSERT(child.index > i);
      RC_ASSERT(document[child].parent.index == i);
      RC_ASSERT(block.span.contains(document[child].span));
      RC_ASSERT(document[child].span.begin >= before);
      before = document[child].span.end;
    }
    check_text(source, block);
    if (block.kind == BlockKind::Code) RC_ASSERT(block.span.contains(block.literal_span));
  }
}

RC_GTEST_PROP(MarkdownProperty, EveryPieceOfTextKnowsItsPlace, ()) {
  const Source source("random.md", *markdown_text());
  DiagnosticSink sink;
  check_blocks(source, parse(source, sink));
}

RC_GTEST_PROP(MarkdownProperty, ParsingAgainGivesTheSame, ()) {
  const Source source("random.md", *markdown_text());
  DiagnosticSink sink;
  const Document first = parse(source, sink);
  const Document second = parse(source, sink);
  RC_ASSERT(first.blocks().size() == second.blocks().size());
  for (std::size_t i = 0; i < first.blocks().size(); ++i) {
    RC_ASSERT(first.blocks()[i].span == second.blocks()[i].span);
    RC_ASSERT(first.blocks()[i].text.text == second.blocks()[i].text.text);
  }
}

}  // namespace
}  // namespace skydraft::md
