#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "markdown/lines.hpp"

namespace skydraft::md {

/// The text of one heading, paragraph or cell as it stands in the document: its lines without what encloses them.
struct Content {
  std::vector<Span> lines;
  bool in_table = false;         ///< "\|" stands for "|"
  bool has_definitions = false;  ///< may begin with link reference definitions, which are no text
};

/// Reads a Content character by character and knows where each stands.
class ContentCursor {
 public:
  ContentCursor(std::string_view text, const Content& content) : text_(text), content_(&content) {
    if (!content.lines.empty()) at_ = content.lines.front().begin;
  }

  bool at_end() const { return line_ >= content_->lines.size(); }
  bool at_line_end() const { return !at_end() && at_ >= content_->lines[line_].end; }
  std::uint32_t place() const { return at_; }

  bool at_escaped_pipe() const {
    return content_->in_table && !at_end() && at_ + 1 < content_->lines[line_].end && text_[at_] == '\\' &&
           text_[at_ + 1] == '|';
  }

  /// The next character: '\n' at the end of a line that another follows, '\0' at the end of the content.
  char peek() const {
    if (at_end()) return '\0';
    if (at_line_end()) return line_ + 1 < content_->lines.size() ? '\n' : '\0';
    return text_[at_escaped_pipe() ? at_ + 1 : at_];
  }
  /// True if nothing follows. (A NUL in the text also peeks as '\0'.)
  bool done() const { return at_end() || (at_line_end() && line_ + 1 == content_->lines.size()); }

  void advance() {
    if (done()) return;
    if (at_line_end()) {
      ++line_;
      at_ = content_->lines[line_].begin;
    } else {
      at_ += at_escaped_pipe() ? 2 : 1;
    }
  }
  /// What is left of the line, as it stands.
  std::string_view rest_of_line() const {
    return at_end() ? std::string_view() : text_.substr(at_, content_->lines[line_].end - at_);
  }
  /// So many bytes of the line, none of them an escape.
  void advance_in_line(std::size_t bytes) { at_ += static_cast<std::uint32_t>(bytes); }
  void skip_blanks() {
    while (is_blank_char(peek())) advance();
  }
  /// Blanks, with at most one line end among them.
  void skip_blanks_and_line_end() {
    skip_blanks();
    if (peek() == '\n') advance();
    skip_blanks();
  }

 private:
  std::string_view text_;
  const Content* content_;
  std::size_t line_ = 0;
  std::uint32_t at_ = 0;
};

/// Moves behind "(address "title")" that follows a link's text; false, and nothing moved, if there is none.
bool skip_link_target(ContentCursor& cursor);
/// Moves behind "[label]"; false, and nothing moved, if there is none.
bool skip_link_label(ContentCursor& cursor);
/// Moves behind the link reference definitions ("[label]: address") that a paragraph begins with.
void skip_reference_definitions(ContentCursor& cursor);

}  // namespace skydraft::md
