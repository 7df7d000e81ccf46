#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <cmark-gfm.h>

namespace skydraft::md {

struct FreeCmarkNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, FreeCmarkNode>;

/// cmark-gfm's tree of a text whose first `blank_lines` lines are read as empty; tables and strikethrough are on.
/// Bare addresses are found by find_addresses and task boxes by build_blocks instead of by cmark's extensions: the
/// first takes quadratic time on "www.a/))))…", the second keeps no place of the box.
CmarkTree parse_with_cmark(std::string_view text, std::uint32_t blank_lines);

/// What a node is, the extensions' nodes included (their numbers are known only when the program runs).
enum class NodeKind : std::uint8_t {
  Document,
  Quote,
  List,
  Item,
  Code,
  Html,
  Paragraph,
  Heading,
  Rule,
  Table,
  Row,
  Cell,
  Text,
  SoftBreak,
  LineBreak,
  InlineCode,
  InlineHtml,
  Emphasis,
  Strong,
  Strike,
  Link,
  Image,
  Other
};
NodeKind kind_of(cmark_node* node);

}  // namespace skydraft::md
