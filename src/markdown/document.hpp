#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/span.hpp"

namespace skydraft::md {

using BlockId = Id<struct BlockTag>;

enum class BlockKind : std::uint8_t {
  Document,
  Heading,
  Paragraph,
  BulletList,
  OrderedList,
  Item,
  Quote,
  Code,
  Table,
  Row,
  Cell,
  Html,
  Rule
};

/// Styles of inline text; a run may carry several.
enum Style : std::uint8_t { kPlain = 0, kStrong = 1, kEmphasis = 2, kCode = 4, kLink = 8, kStrike = 16, kImage = 32 };

/// A stretch of InlineText::text with one set of styles.
struct Run {
  std::uint32_t begin = 0;  ///< bytes in InlineText::text
  std::uint32_t end = 0;
  std::uint8_t styles = kPlain;
  Span source;         ///< where it stands in the document; as long as the run unless escapes or entities were undone
  std::string target;  ///< the link's address, where kLink is set
};

/// The text from `begin` to the next stretch stands at `source`: byte for byte where both are of one length, as a whole
/// where an escape, an entity or a line end was undone.
struct Stretch {
  std::uint32_t begin = 0;
  Span source;
};

/// What a heading, paragraph or cell says, markup undone: line ends inside it are single spaces (kept as '\n' where the
/// author broke the line on purpose), inline HTML tags are gone, `<br>` is '\n', images are their alternative text.
struct InlineText {
  std::string text;
  std::vector<Run> runs;           ///< in order, without gaps or overlaps
  std::vector<Stretch> stretches;  ///< in order; finer than runs, for source_of

  Span source_of(std::uint32_t begin, std::uint32_t end) const;  ///< where text[begin, end) stands in the document
  std::uint8_t styles_at(std::uint32_t offset) const;
};

struct Block {
  BlockKind kind = BlockKind::Document;
  BlockId parent;
  std::vector<BlockId> children;
  Span span;         ///< of the whole block
  int level = 0;     ///< Heading: 1 to 6. Item of an OrderedList: its number. Row: 0 is the header row. Cell: column.
  InlineText text;   ///< Heading, Paragraph, Cell
  std::string info;  ///< Code: the language word ("mermaid")
  std::string literal;  ///< Code, Html: the text as written
  Span literal_span;    ///< Code: where literal stands, fences and info excluded (indentation is not removed from it)
};

/// A document as a tree of blocks, each knowing where it stands. Immutable once built.
class Document {
 public:
  explicit Document(std::vector<Block> blocks, std::vector<std::pair<std::string, std::string>> front_matter = {})
      : blocks_(std::move(blocks)), front_matter_(std::move(front_matter)) {}

  static constexpr BlockId root() { return {0}; }
  const Block& operator[](BlockId id) const { return blocks_[id.index]; }
  std::span<const Block> blocks() const { return blocks_; }  ///< in document order
  /// Top-level scalars of a YAML front matter, in order ("title", "environment", …).
  std::span<const std::pair<std::string, std::string>> front_matter() const { return front_matter_; }

 private:
  std::vector<Block> blocks_;
  std::vector<std::pair<std::string, std::string>> front_matter_;
};

}  // namespace skydraft::md
