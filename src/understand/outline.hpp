#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/span.hpp"
#include "markdown/document.hpp"
#include "understand/words.hpp"

/// The document as an architect reads it: sections, and in them the entries (bullets, steps, paragraphs, table rows,
/// code).
namespace skydraft::understand {

using SectionId = Id<struct SectionTag>;
using EntryId = Id<struct EntryTag>;

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
};

enum class EntryKind : std::uint8_t { Bullet, Step, Paragraph, Row, Code, Quote };

/// One thing that the document says in one place.
struct Entry {
  EntryKind kind = EntryKind::Paragraph;
  SectionId section;
  std::optional<EntryId> parent;  ///< the bullet or lead-in line ("Namespaces:") that this stands under
  std::vector<EntryId> children;
  int depth = 0;               ///< nesting in lists
  int number = 0;              ///< of a step
  md::InlineText text;         ///< Row: the key cell
  std::optional<Range> label;  ///< "Cluster Name" in "**Cluster Name:** [cluster-name]"; markup and separator left out
  bool strong_label = false;   ///< the label is set in bold or code: it was meant as one
  bool code_label = false;
  bool acting_label = false;  ///< what follows is what it does: "`checkout` calls …"
  Range value;                ///< what follows the label; without one, everything
  Span span;
  md::BlockId block;

  std::vector<Word> label_words;
  std::vector<Word> words;  ///< of the value

  std::string_view label_text() const;
  std::string_view value_text() const;
  Span span_of(Range range) const { return text.source_of(range.begin, range.end); }
};

struct Section {
  std::optional<SectionId> parent;
  int level = 0;  ///< 0: before the first heading
  md::InlineText heading;
  std::vector<Word> words;
  Span span;
  std::vector<EntryId> entries;  ///< those directly under the heading, in order
  std::vector<SectionId> children;
};

struct Outline {
  std::vector<Section> sections;
  std::vector<Entry> entries;  ///< in document order
  const Section& operator[](SectionId id) const { return sections[id.index]; }
  const Entry& operator[](EntryId id) const { return entries[id.index]; }
};

/// `source`: the text that the document was parsed from; says where lines ended.
Outline outline_of(const md::Document& document, std::string_view source);

}  // namespace skydraft::understand
