#include <string_view>

#include "base/assert.hpp"
#include "formats/json/json.hpp"
#include "formats/json/places.hpp"
#include "formats/json/writer.hpp"

namespace skydraft::json {
namespace {

std::string_view name_of(md::BlockKind kind) {
  switch (kind) {
    case md::BlockKind::Document:
      return "document";
    case md::BlockKind::Heading:
      return "heading";
    case md::BlockKind::Paragraph:
      return "paragraph";
    case md::BlockKind::BulletList:
      return "bullet-list";
    case md::BlockKind::OrderedList:
      return "ordered-list";
    case md::BlockKind::Item:
      return "item";
    case md::BlockKind::Quote:
      return "quote";
    case md::BlockKind::Code:
      return "code";
    case md::BlockKind::Table:
      return "table";
    case md::BlockKind::Row:
      return "row";
    case md::BlockKind::Cell:
      return "cell";
    case md::BlockKind::Html:
      return "html";
    case md::BlockKind::Rule:
      return "rule";
  }
  SKYDRAFT_ASSERT(false, "block kind without a name");
  return {};
}

void write_styles(Writer& out, const md::InlineText& text) {
  out.key("runs");
  out.begin_array();
  for (const md::Run& run : text.runs) {
    out.begin_object(Set::Line);
    out.member("text", std::string_view(text.text).substr(run.begin, run.end - run.begin));
    const auto flag = [&](std::string_view name, md::Style style) {
      if ((run.styles & style) != 0) out.member(name, true);
    };
    flag("strong", md::kStrong);
    flag("emphasis", md::kEmphasis);
    flag("code", md::kCode);
    flag("strike", md::kStrike);
    if (!run.target.empty()) out.member("target", run.target);
    out.end_object();
  }
  out.end_array();
}

void write_block(Writer& out, const md::Document& document, const Source& source, md::BlockId id) {
  const md::Block& block = document[id];
  out.begin_object();
  out.member("kind", name_of(block.kind));
  if (block.level != 0) out.member("level", block.level);
  if (!block.info.empty()) out.member("info", block.info);
  if (!block.text.runs.empty()) write_styles(out, block.text);
  if (!block.literal.empty()) out.member("literal", block.literal);
  write_places(out, source, {&block.span, 1});
  if (!block.children.empty()) {
    out.key("children");
    out.begin_array();
    for (const md::BlockId child : block.children) write_block(out, document, source, child);
    out.end_array();
  }
  out.end_object();
}

}  // namespace

std::string write_document(const md::Document& document, const Source& source) {
  Writer out;
  out.begin_object();
  out.key("front_matter");
  out.begin_object();
  for (const auto& [key, value] : document.front_matter()) out.member(key, value);
  out.end_object();
  out.key("document");
  write_block(out, document, source, md::Document::root());
  out.end_object();
  return std::move(out).finish();
}

}  // namespace skydraft::json
