#include "markdown/blocks.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "markdown/cmark_tree.hpp"
#include "markdown/guard.hpp"
#include "markdown/inline_builder.hpp"
#include "markdown/inline_text.hpp"
#include "markdown/markdown.hpp"
#include "markdown/table_rows.hpp"

namespace skydraft::md {
namespace {

bool is_container(NodeKind kind) { return kind == NodeKind::Quote || kind == NodeKind::List || kind == NodeKind::Item; }

std::uint32_t start_line(cmark_node* node) {
  const int line = cmark_node_get_start_line(node);
  return line > 0 ? static_cast<std::uint32_t>(line - 1) : 0;
}

std::string to_string(const char* text) { return text != nullptr ? text : ""; }

/// A cmark node that is still to be read, and where its block belongs.
struct Pending {
  cmark_node* node = nullptr;
  BlockId parent;
  int depth = 0;   ///< containers around it
  int quotes = 0;  ///< block quotes around it: how many ">" its lines begin with
};

class BlockBuilder {
 public:
  BlockBuilder(const ParsedText& parsed, DiagnosticSink& sink) : parsed_(parsed), sink_(sink) {}

  std::vector<Block> run(cmark_node* root) {
    // A line makes mostly one or two blocks; a text of many short lines reserves no more than some multiple of itself.
    blocks_.reserve(std::min(2 * std::size_t{parsed_.lines.count()}, parsed_.original.size() / 16) + 16);
    Block document;
    document.span = {0, static_cast<std::uint32_t>(parsed_.original.size())};
    blocks_.push_back(std::move(document));
    if (parsed_.too_deep) report_too_deep(*parsed_.too_deep);
    push_children(root, {0}, 0, 0);
    while (!pending_.empty()) {
      const Pending next = pending_.back();
      pending_.pop_back();
      read(next);
    }
    close_spans();
    return std::move(blocks_);
  }

 private:
  void push_children(cmark_node* node, BlockId parent, int depth, int quotes) {
    for (cmark_node* child = cmark_node_last_child(node); child != nullptr; child = cmark_node_previous(child))
      pending_.push_back({child, parent, depth, quotes});
  }

  void read(const Pending& here) {
    const NodeKind kind = kind_of(here.node);
    if (is_container(kind)) return read_container(here, kind);
    switch (kind) {
      case NodeKind::Paragraph:
        return read_paragraph(here);
      case NodeKind::Heading:
        return read_heading(here);
      case NodeKind::Code:
        return read_code(here);
      case NodeKind::Html:
        return read_html(here);
      case NodeKind::Table:
        return read_table(here);
      case NodeKind::Rule:
        add(here, BlockKind::Rule, rest_of_line(start_of(here.node)));
        return;
      default:
        return;
    }
  }

  BlockId add(const Pending& here, BlockKind kind, Span span) { return add(here.parent, kind, span); }

  BlockId add(BlockId parent, BlockKind kind, Span span) {
    const BlockId id{static_cast<std::uint32_t>(blocks_.size())};
    blocks_[parent.index].children.push_back(id);
    Block& block = blocks_.emplace_back();
    block.kind = kind;
    block.parent = parent;
    block.span = span;
    return id;
  }

  std::uint32_t start_of(cmark_node* node) const {
    const Span line = parsed_.lines[start_line(node)];
    const int column = cmark_node_get_start_column(node);
    return std::min(line.begin + static_cast<std::uint32_t>(column > 0 ? column - 1 : 0), line.end);
  }

  Span trimmed(Span span) const {
    while (!span.empty() && is_blank_char(parsed_.original[span.end - 1])) --span.end;
    return span;
  }

  Span rest_of_line(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < parsed_.original.size() && !is_line_end(parsed_.original[end])) ++end;
    return trimmed({begin, end});
  }

  std::uint32_t after_blanks(Span line) const {
    while (line.begin < line.end && is_blank_char(parsed_.text[line.begin])) ++line.begin;
    return line.begin;
  }

  /// The line without the ">" of the quotes around it; its indentation is kept.
  Span line_in_quotes(std::uint32_t index, int quotes) const {
    Span line = parsed_.lines[index];
    for (; quotes > 0; --quotes) {
      const std::uint32_t marker = after_blanks(line);
      if (marker >= line.end || parsed_.text[marker] != '>') break;
      line.begin = marker + 1;
    }
    return line;
  }

  /// The same without indentation.
  Span inner_line(std::uint32_t index, int quotes) const {
    const Span line = line_in_quotes(index, quotes);
    return {after_blanks(line), line.end};
  }

  void read_container(const Pending& here, NodeKind kind) {
    const int quotes = here.quotes + (kind == NodeKind::Quote ? 1 : 0);
    const std::uint32_t begin = start_of(here.node);
    if (here.depth >= kMaxNesting) {
      report_too_deep(rest_of_line(begin));
      return push_children(here.node, here.parent, here.depth, quotes);
    }
    const bool ordered = kind == NodeKind::List && cmark_node_get_list_type(here.node) == CMARK_ORDERED_LIST;
    const BlockKind block_kind = kind == NodeKind::Quote  ? BlockKind::Quote
                                 : kind == NodeKind::Item ? BlockKind::Item
                                 : ordered                ? BlockKind::OrderedList
                                                          : BlockKind::BulletList;
    const BlockId id = add(here, block_kind, marker_span(begin));
    if (ordered) blocks_[id.index].level = cmark_node_get_list_start(here.node);
    if (kind == NodeKind::Item && blocks_[here.parent.index].kind == BlockKind::OrderedList)
      number_item(id, here.parent);
    push_children(here.node, id, here.depth + 1, quotes);
  }

  /// The marker alone: what an empty item or quote covers. close_spans extends it to the end of its last child.
  Span marker_span(std::uint32_t begin) const {
    Span span = rest_of_line(begin);
    std::uint32_t end = span.begin;
    while (end < span.end && !is_blank_char(parsed_.original[end])) ++end;
    return {span.begin, parsed_.original[span.begin] == '>' ? span.begin + 1 : end};
  }

  void number_item(BlockId item, BlockId list) {
    const Block& parent = blocks_[list.index];
    blocks_[item.index].level = parent.level + static_cast<int>(parent.children.size()) - 1;
  }

  void report_too_deep(Span where) {
    if (reported_too_deep_) return;
    reported_too_deep_ = true;
    sink_.warn(Code::NestedTooDeep, where, fmt::format("lists and quotes are nested more than {} deep", kMaxNesting),
               "what is nested deeper is read as if it stood at this depth");
  }

  void set_text(BlockId id, cmark_node* node, const Content& content) {
    blocks_[id.index].text = read_inlines(node, content, parsed_.text, parsed_.original);
  }

  Content lines_from(std::uint32_t begin, std::uint32_t first_line, std::uint32_t last_line, int quotes) const {
    Content content;
    content.lines.push_back({begin, std::max(begin, parsed_.lines[first_line].end)});
    for (std::uint32_t line = first_line + 1; line <= last_line; ++line)
      content.lines.push_back(line_in_quotes(line, quotes));
    return content;
  }

  void read_paragraph(const Pending& here) {
    if (cmark_node_get_start_line(here.node) == 0) return read_paragraph_above_table(here);
    const std::uint32_t first = start_line(here.node);
    const auto last = std::max(first, static_cast<std::uint32_t>(std::max(1, cmark_node_get_end_line(here.node)) - 1));
    Content content = lines_from(start_of(here.node), first, last, here.quotes);
    content.has_definitions = true;
    read_paragraph(here, content);
  }

  void read_paragraph(const Pending& here, const Content& content) {
    const Span span = trimmed({content.lines.front().begin, content.lines.back().end});
    const BlockId id = add(here, BlockKind::Paragraph, span);
    set_text(id, here.node, content);
    Block& block = blocks_[id.index];
    const Block& parent = blocks_[here.parent.index];
    if (parent.kind == BlockKind::Item && parent.children.size() == 1) drop_task_box(block.text);
  }

  /// "[ ] " and "[x] " before the text of an item are a box, not text.
  static void drop_task_box(InlineText& text) {
    const std::string_view front = std::string_view(text.text).substr(0, 4);
    if (front == "[ ] " || front == "[x] " || front == "[X] ") drop_front(text, 4);
  }

  /// cmark gives no place to the lines that it splits off above a table's header.
  void read_paragraph_above_table(const Pending& here) {
    cmark_node* table = cmark_node_next(here.node);
    if (table == nullptr || kind_of(table) != NodeKind::Table) return;
    const std::uint32_t first = start_line(table);
    const std::uint32_t header = header_line(table, here.quotes);
    Content content = lines_from(start_of(table), first, std::max(first, header == 0 ? 0 : header - 1), here.quotes);
    content.in_table = true;
    read_paragraph(here, content);
  }

  void read_heading(const Pending& here) {
    const std::uint32_t first = start_line(here.node);
    std::uint32_t begin = start_of(here.node);
    const int level = cmark_node_get_heading_level(here.node);
    const std::uint32_t line_end = parsed_.lines[first].end;
    const bool marked = is_marked_heading(begin, line_end, level);
    const BlockId id = add(here, BlockKind::Heading, rest_of_line(begin));
    auto last = first;
    if (marked) {
      begin += static_cast<std::uint32_t>(level);
      while (begin < line_end && is_blank_char(parsed_.text[begin])) ++begin;
    } else {
      while (last + 1 < parsed_.lines.count() && !is_underline(inner_line(last + 1, here.quotes))) ++last;
      blocks_[id.index].span.end = trimmed(parsed_.lines[last + 1]).end;
    }
    blocks_[id.index].level = level;
    Content content = lines_from(begin, first, last, here.quotes);
    content.has_definitions = !marked;
    set_text(id, here.node, content);
  }

  /// "## text", not a text with a line of "===" below it.
  bool is_marked_heading(std::uint32_t begin, std::uint32_t line_end, int level) const {
    const auto marks = parsed_.text.substr(begin, line_end - begin).find_first_not_of('#');
    const auto count = marks == std::string_view::npos ? line_end - begin : marks;
    const char after = begin + count < line_end ? parsed_.text[begin + count] : ' ';
    return count == static_cast<std::size_t>(level) && is_blank_char(after);
  }

  /// The "===" or "---" below a heading's text.
  bool is_underline(Span line) const {
    const Span marks = trimmed(line);
    const std::string_view text = parsed_.text.substr(marks.begin, marks.size());
    return !text.empty() && (text[0] == '=' || text[0] == '-') &&
           text.find_first_not_of(text[0]) == std::string_view::npos;
  }

  void read_code(const Pending& here) {
    int length = 0;
    int offset = 0;
    char mark = '\0';
    const bool fenced = cmark_node_get_fenced(here.node, &length, &offset, &mark) != 0;
    const std::uint32_t begin = start_of(here.node);
    const BlockId id = add(here, BlockKind::Code, rest_of_line(begin));
    Block& block = blocks_[id.index];
    block.literal = to_string(cmark_node_get_literal(here.node));
    const std::uint32_t first = start_line(here.node) + (fenced ? 1 : 0);
    const std::uint32_t count = count_line_ends(block.literal);
    block.literal_span = line_range(first, count, fenced ? parsed_.lines[first].begin : begin);
    if (count > 0)
      block.span.end = std::max(block.span.end, block.literal_span.end);
    else
      block.literal_span = {block.span.end, block.span.end};
    restore_masked(block.literal, first);
    if (!fenced) return;
    const std::string info = to_string(cmark_node_get_fence_info(here.node));
    block.info = info.substr(0, info.find_first_of(" \t{"));
    close_fence(block, first + count, here.quotes, mark);
  }

  Span line_range(std::uint32_t first, std::uint32_t count, std::uint32_t begin) const {
    return count == 0 ? Span{begin, begin} : Span{begin, std::max(begin, parsed_.lines[first + count - 1].end)};
  }

  void close_fence(Block& block, std::uint32_t line, int quotes, char mark) const {
    const bool begins_next = !pending_.empty() && start_line(pending_.back().node) == line;
    if (line >= parsed_.lines.count() || begins_next) return;
    const Span rest = inner_line(line, quotes);
    const std::string_view fence = parsed_.text.substr(rest.begin, rest.size());
    if (fence.size() >= 3 && fence.substr(0, 3).find_first_not_of(mark) == std::string_view::npos)
      block.span.end = trimmed(rest).end;
  }

  void read_html(const Pending& here) {
    const std::uint32_t begin = start_of(here.node);
    const BlockId id = add(here, BlockKind::Html, rest_of_line(begin));
    Block& block = blocks_[id.index];
    block.literal = to_string(cmark_node_get_literal(here.node));
    const std::uint32_t first = start_line(here.node);
    const Span range = line_range(first, count_line_ends(block.literal), begin);
    block.span.end = std::max(block.span.end, trimmed(range).end);
    restore_masked(block.literal, first);
  }

  /// Puts back what guard() masked: each line of the literal is the end of its line in the document.
  void restore_masked(std::string& literal, std::uint32_t line) const {
    if (parsed_.text.data() == parsed_.original.data()) return;
    for (std::size_t at = 0; at < literal.size(); ++line) {
      const auto end = std::min(literal.find_first_of("\r\n", at), literal.size());
      const Span source = parsed_.lines[line];
      const std::size_t length = end - at;
      if (length <= source.size() &&
          parsed_.text.substr(source.end - length, length) == std::string_view(literal).substr(at, length))
        literal.replace(at, length, parsed_.original.substr(source.end - length, length));
      at = end + (literal.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    }
  }

  /// The line of a table's header row. cmark says where the paragraph began that the header was part of.
  std::uint32_t header_line(cmark_node* table, int quotes) const {
    cmark_node* header = cmark_node_first_child(table);
    std::size_t columns = 0;
    for (cmark_node* cell = cmark_node_first_child(header); cell != nullptr; cell = cmark_node_next(cell)) ++columns;
    cmark_node* second = cmark_node_next(header);
    const std::uint32_t first = start_line(table);
    const std::uint32_t limit = second != nullptr ? start_line(second) : parsed_.lines.count();
    for (std::uint32_t line = first + 1; line < limit; ++line) {
      const Span delimiters = inner_line(line, quotes);
      if (!is_delimiter_row(parsed_.text, delimiters)) continue;
      if (split_cells(parsed_.text, delimiters).size() != columns) continue;
      if (split_cells(parsed_.text, row_line(table, line - 1, quotes)).size() == columns) return line - 1;
    }
    return first;
  }

  Span row_line(cmark_node* table, std::uint32_t line, int quotes) const {
    if (line == start_line(table)) return {start_of(table), std::max(start_of(table), parsed_.lines[line].end)};
    return inner_line(line, quotes);
  }

  void read_table(const Pending& here) {
    const std::uint32_t header = header_line(here.node, here.quotes);
    const BlockId id = add(here, BlockKind::Table, trimmed(row_line(here.node, header, here.quotes)));
    if (header + 1 < parsed_.lines.count()) blocks_[id.index].span.end = trimmed(parsed_.lines[header + 1]).end;
    int number = 0;
    for (cmark_node* row = cmark_node_first_child(here.node); row != nullptr; row = cmark_node_next(row), ++number)
      read_row(id, row, number,
               number == 0 ? row_line(here.node, header, here.quotes) : inner_line(start_line(row), here.quotes));
  }

  void read_row(BlockId table, cmark_node* row, int number, Span line) {
    const BlockId id = add(table, BlockKind::Row, trimmed(line));
    blocks_[id.index].level = number;
    const std::vector<Span> cells = split_cells(parsed_.text, line);
    int column = 0;
    for (cmark_node* node = cmark_node_first_child(row); node != nullptr; node = cmark_node_next(node), ++column) {
      const auto index = static_cast<std::size_t>(column);
      const std::uint32_t row_end = blocks_[id.index].span.end;
      const Span place = index < cells.size() ? cells[index] : Span{row_end, row_end};
      const BlockId cell = add(id, BlockKind::Cell, place);
      blocks_[cell.index].level = column;
      set_text(cell, node, {{place}, true, false});
    }
  }

  /// A container ends where its last child ends; cmark's own ends of lists and items are often wrong.
  void close_spans() {
    for (std::size_t i = blocks_.size(); i-- > 1;) {
      Block& parent = blocks_[blocks_[i].parent.index];
      parent.span.end = std::max(parent.span.end, blocks_[i].span.end);
    }
  }

  const ParsedText& parsed_;
  DiagnosticSink& sink_;
  std::vector<Block> blocks_;
  std::vector<Pending> pending_;
  bool reported_too_deep_ = false;
};

}  // namespace

std::vector<Block> build_blocks(cmark_node* root, const ParsedText& parsed, DiagnosticSink& sink) {
  return BlockBuilder(parsed, sink).run(root);
}

}  // namespace skydraft::md
