#include "markdown/guard.hpp"

#include <algorithm>
#include <vector>

#include "markdown/markdown.hpp"

namespace skydraft::md {
namespace {

// A level of a list is 2 to 6 columns wide; a marker further right than this is beyond kMaxNesting in any real
// document.
constexpr std::uint32_t kMaxIndent = 8 * kMaxNesting;
// Cells that a table may have beyond those that are written out.
constexpr std::uint64_t kMaxEmptyCells = 0x10000;

class Guard {
 public:
  Guard(std::string_view text, const Lines& lines) : text_(text), lines_(lines) {}

  GuardedText run() {
    for (std::uint32_t line = 0; line < lines_.count(); ++line) {
      limit_markers(lines_[line]);
      watch_table(lines_[line]);
    }
    limit_table();
    return std::move(result_);
  }

 private:
  void mask(std::uint32_t offset, char by) {
    if (!result_.masked) result_.masked = std::string(text_);
    (*result_.masked)[offset] = by;
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

  /// Gathers a stretch of lines without a blank one: a table stands within one such stretch.
  void watch_table(Span line) {
    bool blank = true;
    bool delimiters_only = true;
    std::uint64_t pipes = 0;
    for (std::uint32_t i = line.begin; i < line.end; ++i) {
      const char c = text_[i];
      blank &= is_blank_char(c);
      pipes += c == '|';
      delimiters_only &= is_blank_char(c) || c == '|' || c == '-' || c == ':' || c == '>';
    }
    if (blank) {
      limit_table();
      return;
    }
    ++rows_;
    pipes_ += pipes;
    if (delimiters_only && pipes > 0) {
      columns_ = std::max(columns_, pipes + 1);
      delimiter_rows_.push_back(line);
    }
  }

  void limit_table() {
    if (columns_ * rows_ > pipes_ + 2 * rows_ + kMaxEmptyCells)
      for (const Span row : delimiter_rows_) {
        const auto pipe = text_.find_first_of("-:|", row.begin);
        mask(static_cast<std::uint32_t>(pipe), kMaskedCharacter);
      }
    rows_ = pipes_ = columns_ = 0;
    delimiter_rows_.clear();
  }

  std::string_view text_;
  const Lines& lines_;
  GuardedText result_;
  std::uint64_t rows_ = 0;
  std::uint64_t pipes_ = 0;
  std::uint64_t columns_ = 0;
  std::vector<Span> delimiter_rows_;
};

}  // namespace

GuardedText guard(std::string_view text, const Lines& lines) { return Guard(text, lines).run(); }

}  // namespace skydraft::md
