#include "markdown/cmark_tree.hpp"

#include <array>
#include <mutex>
#include <string>
#include <utility>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "markdown/lines.hpp"

namespace skydraft::md {
namespace {

// cmark-gfm keeps its extensions and their special characters in global tables that each parse writes to.
std::mutex& cmark_mutex() {
  static std::mutex mutex;
  return mutex;
}

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// The extensions' node types are numbered when the extensions register; their nodes give the names.
NodeKind kind_of_extension(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return NodeKind::Table;
  if (name == "table_row" || name == "table_header") return NodeKind::Row;
  if (name == "table_cell") return NodeKind::Cell;
  if (name == "strikethrough") return NodeKind::Strike;
  return NodeKind::Other;
}

}  // namespace

CmarkTree parse_with_cmark(std::string_view text, std::uint32_t blank_lines) {
  const std::lock_guard lock(cmark_mutex());
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "strikethrough"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  const std::string blank(blank_lines, '\n');
  cmark_parser_feed(parser.get(), blank.data(), blank.size());
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return CmarkTree(cmark_parser_finish(parser.get()));
}

NodeKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::Document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::Quote;
    case CMARK_NODE_LIST:
      return NodeKind::List;
    case CMARK_NODE_ITEM:
      return NodeKind::Item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::Code;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::Html;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::Paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::Heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::Rule;
    case CMARK_NODE_TEXT:
      return NodeKind::Text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::SoftBreak;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::LineBreak;
    case CMARK_NODE_CODE:
      return NodeKind::InlineCode;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::InlineHtml;
    case CMARK_NODE_EMPH:
      return NodeKind::Emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::Strong;
    case CMARK_NODE_LINK:
      return NodeKind::Link;
    case CMARK_NODE_IMAGE:
      return NodeKind::Image;
    default:
      return kind_of_extension(node);
  }
}

}  // namespace skydraft::md
