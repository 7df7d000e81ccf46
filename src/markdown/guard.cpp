#include "markdown/guard.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "markdown/markdown.hpp"

namespace skydraft::md {
namespace {

// A level of a list is 2 to 6 columns wide; a marker further right than this is beyond kMaxNesting in any real
// document.
constexpr std::uint32_t kMaxIndent = 8 * kMaxNesting;
// Cells that a table may have beyond those that are written out.
constexpr std::uint64_t kMaxEmptyCells = 0x10000;
// cmark looks for the end of a row's list of cells for each cell.
constexpr std::uint64_t kMaxColumns = 1000;
// For each delimiter row cmark reads the paragraph above it again, in time quadratic in its lines. A table needs one
// such row, on its second line.
constexpr std::size_t kMaxDelimiterRows = 16;
constexpr std::uint64_t kMaxLinesAboveTable = 200;
// For each opening of a tag that nothing closes cmark reads on to the end of the paragraph.
constexpr int kMaxOpenTags = 64;

// At each "]" that may end a link cmark reads all delimiters of emphasis before it again.
constexpr std::uint64_t kMaxDelimitersTimesLinks = 16'000'000;
// A chunk of so many characters can have no more of both: half of them each.
constexpr std::uint32_t kShortChunk = 8000;
// cmark copies a link's address and title to each of its uses.
constexpr std::uint32_t kMaxDefinitionLength = 1024;

struct TagForm {
  std::string_view open;
  std::string_view close;
};
// In this order: the first that fits is meant.
constexpr TagForm kTagForms[] = {{"<?", "?>"}, {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}};

/// What a character may be to cmark, as far as it is watched here.
enum Sign : std::uint8_t {
  kBlank = 1,
  kPipe = 2,
  kDash = 4,
  kInDelimiters = 8,  ///< may stand in a table's delimiter row
  kInMarkers = 16,    ///< may stand before a definition: markers and blanks
  kTag = 32,
  kBracket = 64,
  kEmphasis = 128
};
constexpr std::array<std::uint8_t, 256> kSigns = [] {
  std::array<std::uint8_t, 256> table{};
  const auto add = [&](std::string_view characters, std::uint8_t sign) {
    for (const char c : characters) table[static_cast<unsigned char>(c)] |= sign;
  };
  add(" \t", kBlank);
  add("|", kPipe);
  add("-", kDash);
  add(" \t|-:>", kInDelimiters);
  add(" \t>-+*0123456789.)", kInMarkers);
  add("<", kTag);
  add("[", kBracket);
  add("*_~", kEmphasis);
  return table;
}();
std::uint8_t signs_of(char c) { return kSigns[static_cast<unsigned char>(c)]; }

/// What stands in a line.
struct LineSigns {
  std::uint8_t any = 0;     ///< some character has the sign
  std::uint8_t all = 0xFF;  ///< each has
  std::uint64_t pipes = 0;
  std::uint64_t dashes = 0;
};

class Guard {
 public:
  Guard(std::string_view text, const Lines& lines) : text_(text), lines_(lines) {}

  GuardedText run() {
    for (std::uint32_t line = 0; line < lines_.count(); ++line) {
      const LineSigns signs = read_signs(lines_[line]);
      limit_markers(lines_[line]);
      watch_table(lines_[line], signs);
      if ((signs.any & kTag) != 0) limit_open_tags(lines_[line]);
      if ((signs.any & (kBracket | kEmphasis)) != 0) limit_links(lines_[line]);
      watch_definition(lines_[line]);
    }
    limit_table();
    limit_definition(static_cast<std::uint32_t>(text_.size()));
    return std::move(result_);
  }

 private:
  void mask(std::uint32_t offset, char by) {
    if (!result_.masked) result_.masked = std::string(text_);
    (*result_.masked)[offset] = by;
  }

  LineSigns read_signs(Span line) const {
    LineSigns signs;
    const std::string_view text = text_.substr(line.begin, line.size());
    for (const char c : text) {
      const std::uint8_t of_it = signs_of(c);
      signs.any |= of_it;
      signs.all &= of_it;
    }
    const auto count = [&](char c) { return static_cast<std::uint64_t>(std::ranges::count(text, c)); };
    if ((signs.any & kPipe) != 0) signs.pipes = count('|');
    // Asked of those alone that may be delimiter rows.
    if ((signs.any & kDash) != 0 && (signs.all & kInDelimiters) != 0) signs.dashes = count('-');
    return signs;
  }

  /// Length of a list or quote marker at `at`, 0 if there is none.
  std::uint32_t marker_length(std::uint32_t at, std::uint32_t end) const {
    const char c = text_[at];
    if (c == '>') return 1;
    const auto ends_marker = [&](std::uint32_t after) { return after == end || is_blank_char(text_[after]); };
    if (c == '-' || c == '+' || c == '*') return ends_marker(at + 1) ? 1 : 0;
    std::uint32_t digits = 0;
    while (at + digits < end && digits < 10 && is_ascii_digit(text_[at + digits])) ++digits;
    const std::uint32_t delimiter = at + digits;
    if (digits == 0 || delimiter >= end || (text_[delimiter] != '.' && text_[delimiter] != ')')) return 0;
    return ends_marker(delimiter + 1) ? digits + 1 : 0;
  }

  void limit_markers(Span line) {
    int markers = 0;
    std::uint32_t at = line.begin;
    std::uint32_t blanks = 0;
    while (at < line.end) {
      if (is_blank_char(text_[at])) {
        blanks += text_[at] == '\t' ? 4 : 1;
        ++at;
        continue;
      }
      const std::uint32_t length = marker_length(at, line.end);
      if (length == 0) return;
      if (++markers > kMaxNesting || blanks > kMaxIndent) {
        if (!result_.too_deep) result_.too_deep = line;
        for (std::uint32_t i = 0; i < length; ++i) mask(at + i, kDroppedMarker);
      }
      at += length;
    }
  }

  /// Gathers a chunk: lines without a blank one between them. A paragraph or table stands within one chunk.
  void watch_table(Span line, const LineSigns& signs) {
    if ((signs.all & kBlank) != 0) {
      limit_table();
      chunk_ = line.end;
      return;
    }
    ++rows_;
    pipes_ += signs.pipes;
    if ((signs.all & kInDelimiters) == 0 || signs.dashes == 0 || signs.dashes == line.size()) return;
    columns_ = std::max(columns_, signs.pipes + 1);
    delimiter_rows_.push_back(line);
    if (delimiter_rows_.size() > kMaxDelimiterRows || rows_ > kMaxLinesAboveTable) mask_delimiters(line);
  }

  void mask_delimiters(Span row) {
    const auto first = text_.find_first_of("-:|", row.begin);
    mask(static_cast<std::uint32_t>(first), kMaskedCharacter);
  }

  void limit_table() {
    if (columns_ > kMaxColumns || columns_ * rows_ > pipes_ + 2 * rows_ + kMaxEmptyCells)
      for (const Span row : delimiter_rows_) mask_delimiters(row);
    rows_ = pipes_ = columns_ = 0;
    delimiter_rows_.clear();
    open_tags_ = 0;
    delimiters_ = links_ = 0;
    counted_ = false;
  }

  void limit_links(Span line) {
    if (line.end - chunk_ <= kShortChunk) return;
    const std::uint32_t begin = counted_ ? line.begin : chunk_;
    counted_ = true;
    for (std::uint32_t i = begin; i < line.end; ++i) {
      const char c = text_[i];
      if ((signs_of(c) & (kBracket | kEmphasis)) == 0) continue;
      if (c == '[' && ++links_ * delimiters_ > kMaxDelimitersTimesLinks) mask(i, kMaskedCharacter);
      if (c != '[' && (i == begin || text_[i - 1] != c)) ++delimiters_;
    }
  }

  void limit_open_tags(Span line) {
    const std::string_view content = text_.substr(line.begin, line.size());
    std::size_t last_close[std::size(kTagForms)];
    bool known = false;
    for (std::size_t at = 0; (at = content.find('<', at)) != std::string_view::npos; ++at) {
      if (at + 1 == content.size() || (content[at + 1] != '?' && content[at + 1] != '!')) continue;
      for (std::size_t form = 0; !known && form < std::size(kTagForms); ++form)
        last_close[form] = content.rfind(kTagForms[form].close);
      known = true;
      const auto form =
          std::ranges::find_if(kTagForms, [&](const TagForm& f) { return content.substr(at).starts_with(f.open); });
      const std::size_t close = last_close[form - std::begin(kTagForms)];
      const bool closed = close != std::string_view::npos && close > at;
      if (!closed && ++open_tags_ > kMaxOpenTags) mask(line.begin + static_cast<std::uint32_t>(at), kMaskedCharacter);
    }
  }

  /// A line "[label]: …" may begin a link reference definition, which ends at the latest where another begins or the
  /// chunk ends.
  void watch_definition(Span line) {
    std::uint32_t first = line.begin;
    while (first < line.end && (signs_of(text_[first]) & kInMarkers) != 0) ++first;
    if (first == line.end) {
      limit_definition(line.begin);
    } else if (text_[first] == '[') {
      limit_definition(line.begin);
      definition_ = first;
      in_definition_ = true;
    }
  }

  void limit_definition(std::uint32_t end) {
    if (in_definition_ && end - definition_ > kMaxDefinitionLength) {
      const auto colon = text_.substr(0, end).find("]:", definition_);
      if (colon != std::string_view::npos) mask(static_cast<std::uint32_t>(colon + 1), kMaskedCharacter);
    }
    in_definition_ = false;
  }

  std::string_view text_;
  const Lines& lines_;
  GuardedText result_;
  std::uint64_t rows_ = 0;
  std::uint64_t pipes_ = 0;
  std::uint64_t columns_ = 0;
  std::vector<Span> delimiter_rows_;
  int open_tags_ = 0;
  std::uint32_t chunk_ = 0;  ///< where it begins
  bool counted_ = false;     ///< its delimiters and links, up to the line at hand
  std::uint64_t delimiters_ = 0;
  std::uint64_t links_ = 0;
  std::uint32_t definition_ = 0;
  bool in_definition_ = false;
};

}  // namespace

GuardedText guard(std::string_view text, const Lines& lines) { return Guard(text, lines).run(); }

}  // namespace skydraft::md
