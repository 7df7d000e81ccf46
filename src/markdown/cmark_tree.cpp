#include "markdown/cmark_tree.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <string>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "base/assert.hpp"

namespace skydraft::md {
namespace {

// cmark-gfm keeps its extensions and their special characters in global tables that each parse writes to.
std::mutex& cmark_mutex() {
  static std::mutex mutex;
  return mutex;
}

constexpr std::size_t kAlignment = 16;
// Less than malloc maps by itself: what the tree gives back is then used again by all that is made of the document.
constexpr std::size_t kChunk = 64 * 1024;

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

thread_local CmarkArena* current_arena = nullptr;

cmark_mem arena_functions() {
  return {[](std::size_t count, std::size_t size) { return current_arena->allocate(count * size); },
          [](void* memory, std::size_t size) { return current_arena->grow(memory, size); }, [](void*) {}};
}

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

void* CmarkArena::allocate(std::size_t size) {
  // How much fits stands before the memory, for grow().
  const std::size_t room = aligned(size);
  const std::size_t needed = kAlignment + room;
  if (needed > left_) {
    left_ = std::max(needed, kChunk);
    next_ = static_cast<std::byte*>(std::calloc(left_, 1));
    if (next_ == nullptr) throw std::bad_alloc();
    chunks_.emplace_back(next_);
  }
  std::memcpy(next_, &room, sizeof room);
  std::byte* const memory = next_ + kAlignment;
  next_ += needed;
  left_ -= needed;
  return memory;
}

void* CmarkArena::grow(void* memory, std::size_t size) {
  if (memory == nullptr) return allocate(size);
  auto* const piece = static_cast<std::byte*>(memory);
  std::size_t room = 0;
  std::memcpy(&room, piece - kAlignment, sizeof room);
  if (size <= room) return memory;
  // Twice as much: cmark asks for each column of a table anew.
  const std::size_t wanted = aligned(std::max(size, 2 * room));
  if (piece + room != next_ || wanted - room > left_) {
    void* const larger = allocate(wanted);
    std::memcpy(larger, memory, room);
    return larger;
  }
  next_ += wanted - room;  // nothing stands behind it
  left_ -= wanted - room;
  std::memcpy(piece - kAlignment, &wanted, sizeof wanted);
  return memory;
}

CmarkTree::CmarkTree(std::string_view text, std::uint32_t blank_lines) {
  SKYDRAFT_ASSERT(current_arena == nullptr, "two cmark trees on one thread");
  current_arena = &arena_;
  static cmark_mem functions = arena_functions();
  const std::lock_guard lock(cmark_mutex());
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &functions);
  for (const char* name : {"table", "strikethrough"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  const std::string blank(blank_lines, '\n');
  cmark_parser_feed(parser, blank.data(), blank.size());
  cmark_parser_feed(parser, text.data(), text.size());
  root_ = cmark_parser_finish(parser);
  cmark_parser_free(parser);
}

// The tree needs no freeing of its own: all of it lies in the arena.
CmarkTree::~CmarkTree() { current_arena = nullptr; }

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
