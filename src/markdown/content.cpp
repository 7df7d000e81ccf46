#include "markdown/content.hpp"

namespace skydraft::md {
namespace {

constexpr int kMaxLabelLength = 1000;  // CommonMark 0.29, "link label"
constexpr int kMaxParentheses = 32;    // cmark's own bound on nested parentheses in an address

bool skip(ContentCursor& cursor, char expected) {
  if (cursor.done() || cursor.peek() != expected) return false;
  cursor.advance();
  return true;
}

/// A backslash and the character that it escapes, or any one character.
void skip_maybe_escaped(ContentCursor& cursor) {
  const bool escapes = cursor.peek() == '\\';
  cursor.advance();
  if (escapes && is_ascii_punctuation(cursor.peek())) cursor.advance();
}

bool skip_pointed_address(ContentCursor& cursor) {
  if (!skip(cursor, '<')) return false;
  while (!cursor.done()) {
    const char c = cursor.peek();
    if (c == '\n' || c == '<') return false;
    if (c == '>') return skip(cursor, '>');
    skip_maybe_escaped(cursor);
  }
  return false;
}

bool skip_bare_address(ContentCursor& cursor) {
  int parentheses = 0;
  while (!cursor.done()) {
    const char c = cursor.peek();
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f') break;
    if (c == '(' && ++parentheses > kMaxParentheses) return false;
    if (c == ')' && --parentheses < 0) break;
    skip_maybe_escaped(cursor);
  }
  return parentheses <= 0;
}

bool skip_address(ContentCursor& cursor) {
  return cursor.peek() == '<' ? skip_pointed_address(cursor) : skip_bare_address(cursor);
}

bool skip_title(ContentCursor& cursor) {
  const char open = cursor.peek();
  if (open != '"' && open != '\'' && open != '(') return false;
  const char close = open == '(' ? ')' : open;
  cursor.advance();
  while (!cursor.done()) {
    if (cursor.peek() == close) return skip(cursor, close);
    if (open == '(' && cursor.peek() == '(') return false;
    skip_maybe_escaped(cursor);
  }
  return false;
}

bool skip_to_line_end(ContentCursor& cursor) {
  cursor.skip_blanks();
  if (cursor.done()) return true;
  return skip(cursor, '\n');
}

bool skip_reference_definition(ContentCursor& cursor) {
  ContentCursor ahead = cursor;
  if (!skip_link_label(ahead) || !skip(ahead, ':')) return false;
  ahead.skip_blanks_and_line_end();
  const std::uint32_t address = ahead.place();
  if (!skip_address(ahead) || ahead.place() == address) return false;
  ContentCursor without_title = ahead;
  ahead.skip_blanks_and_line_end();
  if (ahead.place() != without_title.place() && skip_title(ahead) && skip_to_line_end(ahead)) {
    cursor = ahead;
    return true;
  }
  if (!skip_to_line_end(without_title)) return false;
  cursor = without_title;
  return true;
}

}  // namespace

bool skip_link_target(ContentCursor& cursor) {
  ContentCursor ahead = cursor;
  if (!skip(ahead, '(')) return false;
  ahead.skip_blanks_and_line_end();
  if (!skip_address(ahead)) return false;
  const std::uint32_t address_end = ahead.place();
  ahead.skip_blanks_and_line_end();
  if (ahead.place() != address_end && ahead.peek() != ')') {
    if (!skip_title(ahead)) return false;
    ahead.skip_blanks_and_line_end();
  }
  if (!skip(ahead, ')')) return false;
  cursor = ahead;
  return true;
}

bool skip_link_label(ContentCursor& cursor) {
  ContentCursor ahead = cursor;
  if (!skip(ahead, '[')) return false;
  for (int length = 0; length <= kMaxLabelLength && !ahead.done(); ++length) {
    if (ahead.peek() == '[') return false;
    if (ahead.peek() == ']') {
      ahead.advance();
      cursor = ahead;
      return true;
    }
    skip_maybe_escaped(ahead);
  }
  return false;
}

void skip_reference_definitions(ContentCursor& cursor) {
  while (cursor.peek() == '[' && skip_reference_definition(cursor)) {
  }
}

}  // namespace skydraft::md
