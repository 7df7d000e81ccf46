#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

namespace skydraft::md {

/// Memory that cmark takes in small pieces and gives back all at once: half of its time went into malloc and free.
class CmarkArena {
 public:
  void* allocate(std::size_t size);  ///< zeroed, aligned to 16 bytes
  void* grow(void* memory, std::size_t size);

 private:
  struct Free {
    void operator()(std::byte* chunk) const { std::free(chunk); }
  };
  std::vector<std::unique_ptr<std::byte, Free>> chunks_;  // from calloc: fresh pages are zero without being written
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

/// cmark-gfm's tree of a text whose first `blank_lines` lines are read as empty; tables and strikethrough are on.
/// Bare addresses are found by InlineBuilder and task boxes by build_blocks instead of by cmark's extensions: the first
/// takes quadratic time on "www.a/))))…", the second keeps no place of the box.
///
/// A thread has one tree at a time, and reads it where it was made: cmark allocates even while its nodes are read.
class CmarkTree {
 public:
  CmarkTree(std::string_view text, std::uint32_t blank_lines);
  ~CmarkTree();
  CmarkTree(const CmarkTree&) = delete;
  CmarkTree& operator=(const CmarkTree&) = delete;

  cmark_node* root() const { return root_; }

 private:
  CmarkArena arena_;
  cmark_node* root_ = nullptr;
};

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
