#include "markdown/inline_text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "markdown/cmark_tree.hpp"
#include "markdown/guard.hpp"
#include "markdown/inline_builder.hpp"

namespace skydraft::md {
namespace {

constexpr std::size_t kMaxEntityLength = 32;  // the longest name has 31 letters: CounterClockwiseContourIntegral
constexpr std::uint32_t kMaxSearch = 4096;    // how far a lost place is searched for
constexpr std::size_t kSearchedLength = 12;   // and by how many bytes of text it is known again
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // what cmark makes of a NUL

std::size_t code_point_length(std::string_view text) {
  const auto lead = text.empty() ? 0U : static_cast<unsigned char>(text[0]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  return std::min(length, text.size());
}

/// Length of "&name;" or "&#123;" at the front, 0 if there is none.
std::size_t entity_length(std::string_view text) {
  if (!text.starts_with('&')) return 0;
  const std::size_t limit = std::min(text.size(), kMaxEntityLength + 2);
  for (std::size_t i = 1; i < limit; ++i) {
    if (text[i] == ';') return i > 1 ? i + 1 : 0;
    if (!is_ascii_alnum(text[i]) && !(i == 1 && text[i] == '#')) return 0;
  }
  return 0;
}

bool is_ampersand_entity(std::string_view entity) {
  return entity == "&amp;" || entity == "&AMP;" || entity == "&#38;" || entity == "&#x26;" || entity == "&#X26;";
}

bool is_break_tag(std::string_view html) {
  if (html.size() < 4 || html[0] != '<' || (html[1] | 0x20) != 'b' || (html[2] | 0x20) != 'r') return false;
  return html[3] == '>' || html[3] == '/' || is_blank_char(html[3]);
}

/// The bytes at which a piece of text may end.
bool may_be_markup(char c) { return c == '\\' || c == '&' || c == kDroppedMarker || c == kMaskedCharacter; }

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal != nullptr ? literal : "";
}

/// An inline node that is open, and what was in force before it.
struct Open {
  std::uint8_t styles = kPlain;
  std::string target;
  int delimiters = 0;
  char close = '\0';  ///< Link, Image: what ends its text
};

class Reader {
 public:
  Reader(const Content& content, std::string_view text, std::string_view original)
      : text_(text), original_(original), has_definitions_(content.has_definitions), cursor_(text, content) {
    std::size_t size = 0;
    for (const Span line : content.lines) size += line.size();
    builder_.reserve(size);
  }

  InlineText read(cmark_node* block) {
    if (has_definitions_) skip_reference_definitions(cursor_);
    for (cmark_node* node = cmark_node_first_child(block); node != nullptr; node = next(node, block)) enter(node);
    return std::move(builder_).finish();
  }

 private:
  /// The next node in the order of the text; leaves the nodes that end before it.
  cmark_node* next(cmark_node* node, cmark_node* block) {
    if (cmark_node* child = cmark_node_first_child(node)) return child;
    for (; node != block; node = cmark_node_parent(node)) {
      leave(node);
      if (cmark_node* sibling = cmark_node_next(node)) return sibling;
    }
    return nullptr;
  }

  void enter(cmark_node* node) {
    const NodeKind kind = kind_of(node);
    skip_indentation(kind, literal_of(node));
    switch (kind) {
      case NodeKind::Text:
        read_text(literal_of(node));
        break;
      case NodeKind::SoftBreak:
        read_line_end(" ");
        break;
      case NodeKind::LineBreak:
        read_line_end("\n");
        break;
      case NodeKind::InlineCode:
        read_code(literal_of(node));
        break;
      case NodeKind::InlineHtml:
        read_html(literal_of(node));
        break;
      case NodeKind::Emphasis:
        open_delimiters(kEmphasis, 1);
        break;
      case NodeKind::Strong:
        open_delimiters(kStrong, 2);
        break;
      case NodeKind::Strike:
        open_strike();
        break;
      case NodeKind::Link:
        open_link(node);
        break;
      case NodeKind::Image:
        open_image();
        break;
      default:
        break;
    }
  }

  void leave(cmark_node* node) {
    switch (kind_of(node)) {
      case NodeKind::Emphasis:
      case NodeKind::Strong:
      case NodeKind::Strike:
        for (int i = 0; i < open_.back().delimiters; ++i) cursor_.advance();
        restore();
        break;
      case NodeKind::Link:
      case NodeKind::Image:
        close_link();
        break;
      default:
        break;
    }
  }

  void push(std::uint8_t style, int delimiters, char close = '\0') {
    open_.push_back({styles_, target_, delimiters, close});
    styles_ = static_cast<std::uint8_t>(styles_ | style);
  }

  void restore() {
    styles_ = open_.back().styles;
    target_ = std::move(open_.back().target);
    open_.pop_back();
  }

  void open_delimiters(std::uint8_t style, int count) {
    push(style, count);
    for (int i = 0; i < count; ++i) cursor_.advance();
  }

  void open_strike() {
    ContentCursor ahead = cursor_;
    ahead.advance();
    open_delimiters(kStrike, ahead.peek() == '~' ? 2 : 1);
  }

  void open_link(cmark_node* node) {
    push(kLink, 0, cursor_.peek() == '<' ? '>' : ']');
    cursor_.advance();
    const char* url = cmark_node_get_url(node);
    target_ = url != nullptr ? url : "";
  }

  void open_image() {
    push(kImage, 0, ']');
    cursor_.advance();
    cursor_.advance();
  }

  void close_link() {
    const char close = open_.back().close;
    restore();
    skip_to(close);
    if (close == ']' && !skip_link_target(cursor_)) skip_link_label(cursor_);
  }

  /// Markup that leaves no node (a definition-less "[]", blanks before a bracket) may stand before the closing
  /// character.
  void skip_to(char c) {
    while (!cursor_.done() && cursor_.peek() != c) cursor_.advance();
    cursor_.advance();
  }

  /// Adds what was read from `begin` to the cursor.
  void emit(std::string_view text, std::uint32_t begin) {
    builder_.add(text, {begin, cursor_.place()}, styles_, target_);
  }

  /// cmark drops the indentation of a line, save where the line continues a quote or list without its marks.
  void skip_indentation(NodeKind kind, std::string_view literal) {
    const bool keeps = kind == NodeKind::Text && !literal.empty() && is_blank_char(literal[0]);
    if (std::exchange(begins_line_, false) && !keeps) cursor_.skip_blanks();
  }

  void read_line_end(std::string_view as) {
    const std::uint32_t begin = cursor_.place();
    cursor_.skip_blanks();
    if (cursor_.peek() == '\\') cursor_.advance();
    cursor_.skip_blanks();
    if (cursor_.peek() == '\n') cursor_.advance();
    emit(as, begin);
    begins_line_ = true;
  }

  void read_text(std::string_view literal) {
    while (!literal.empty()) literal.remove_prefix(std::max<std::size_t>(read_piece(literal), 1));
  }

  /// Reads as much of the text as stands in one piece; says how much that was.
  std::size_t read_piece(std::string_view literal) {
    const std::uint32_t begin = cursor_.place();
    if (const std::size_t same = read_same(literal)) return same;
    const char c = cursor_.peek();
    if (c == '\\') return read_escape(literal, begin);
    if (c == '&' && literal[0] != '&') return read_entity(literal, begin);
    if (c == '&' && is_ampersand_entity(entity_here())) return read_entity(literal, begin);
    if (c == '\0' && !cursor_.done() && literal.starts_with(kReplacement)) {
      cursor_.advance();
      emit(kReplacement, begin);
      return kReplacement.size();
    }
    return read_lost(literal);
  }

  /// The bytes that stand in the document as in the text.
  std::size_t read_same(std::string_view literal) {
    const std::uint32_t begin = cursor_.place();
    const std::size_t length = advance_while_same(literal, true);
    if (length > 0) emit(literal.substr(0, length), begin);
    return length > 0 ? length : read_masked(literal);
  }

  /// How many bytes both begin with of those that are always text.
  static std::size_t same_plain(std::string_view a, std::string_view b) {
    const std::size_t size = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < size && a[length] == b[length] && !may_be_markup(a[length])) ++length;
    return length;
  }

  /// An escaped pipe is a piece of its own, since it is longer in the document.
  std::size_t advance_while_same(std::string_view literal, bool markup) {
    std::size_t length = same_plain(literal, cursor_.rest_of_line());
    cursor_.advance_in_line(length);
    while (length < literal.size() && !cursor_.at_line_end() && cursor_.peek() == literal[length]) {
      if (cursor_.at_escaped_pipe()) {
        if (length > 0) return length;
        cursor_.advance();
        return 1;
      }
      if (markup && stops_piece(literal[length])) return length;
      cursor_.advance();
      ++length;
    }
    return length;
  }

  /// True where a byte that is equal in both may still be markup, or was masked.
  bool stops_piece(char c) const {
    if (c == kDroppedMarker || c == kMaskedCharacter) return text_[cursor_.place()] != original_[cursor_.place()];
    if (c == '&') return is_ampersand_entity(entity_here());
    if (c != '\\') return false;
    ContentCursor ahead = cursor_;
    ahead.advance();
    return is_ascii_punctuation(ahead.peek());
  }

  std::size_t read_masked(std::string_view literal) {
    const char c = literal[0];
    const std::uint32_t begin = cursor_.place();
    if ((c != kDroppedMarker && c != kMaskedCharacter) || cursor_.at_line_end() || text_[begin] != c) return 0;
    cursor_.advance();
    std::size_t length = 1;
    if (c == kMaskedCharacter) {
      emit(original_.substr(begin, 1), begin);
    } else {
      for (; length < literal.size() && is_blank_char(literal[length]) && cursor_.peek() == literal[length]; ++length)
        cursor_.advance();
    }
    return length;
  }

  std::size_t read_escape(std::string_view literal, std::uint32_t begin) {
    ContentCursor ahead = cursor_;
    ahead.advance();
    if (ahead.peek() != literal[0]) return read_lost(literal);
    ahead.advance();
    cursor_ = ahead;
    emit(literal.substr(0, 1), begin);
    return 1;
  }

  std::string_view entity_here() const {
    const std::string_view rest = text_.substr(cursor_.place(), kMaxEntityLength + 2);
    return rest.substr(0, entity_length(rest));
  }

  /// An entity is one code point of the text, for a few names two.
  std::size_t read_entity(std::string_view literal, std::uint32_t begin) {
    const std::size_t length = entity_here().size();
    if (length == 0) return read_lost(literal);
    for (std::size_t i = 0; i < length; ++i) cursor_.advance();
    std::size_t size = code_point_length(literal);
    const char next = cursor_.peek();
    if (size < literal.size() && literal[size] != next && next != '&' && next != '\\')
      size += code_point_length(literal.substr(size));
    emit(literal.substr(0, size), begin);
    return size;
  }

  /// The place was lost (a form of markup that this reader does not know): find the text again further on.
  std::size_t read_lost(std::string_view literal) {
    const std::string_view wanted = literal.substr(0, kSearchedLength);
    ContentCursor ahead = cursor_;
    for (std::uint32_t i = 0; i < kMaxSearch && !ahead.done(); ++i, ahead.advance()) {
      if (!text_.substr(ahead.place()).starts_with(wanted)) continue;
      cursor_ = ahead;
      cursor_.advance();
      emit(literal.substr(0, 1), ahead.place());
      return 1;
    }
    emit(literal, cursor_.place());
    return literal.size();
  }

  void read_code(std::string_view literal) {
    int ticks = 0;
    for (; cursor_.peek() == '`'; cursor_.advance()) ++ticks;
    if (has_blank_at_both_ends(ticks)) cursor_.advance();
    follow(literal, true);
    while (!cursor_.done() && cursor_.peek() != '`') cursor_.advance();
    for (; ticks > 0; --ticks) cursor_.advance();
  }

  /// CommonMark takes one blank off both ends of a code span, unless it is blank altogether.
  bool has_blank_at_both_ends(int ticks) const {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
    if (!is_blank(cursor_.peek())) return false;
    bool says_something = false;
    char last = '\0';
    int run = 0;
    for (ContentCursor ahead = cursor_; run != ticks || ahead.peek() == '`'; ahead.advance()) {
      if (ahead.done()) return false;
      const char c = ahead.peek();
      if (c == '`') {
        ++run;
        continue;
      }
      says_something |= run > 0 || !is_blank(c);
      run = 0;
      last = c;
    }
    return says_something && is_blank(last);
  }

  void read_html(std::string_view literal) {
    const std::uint32_t begin = cursor_.place();
    follow(literal, false);
    if (is_break_tag(literal)) emit("\n", begin);
  }

  /// Walks over text that stands verbatim, line ends aside.
  void follow(std::string_view literal, bool keep) {
    for (std::size_t at = 0; at < literal.size();) {
      const std::uint32_t begin = cursor_.place();
      if (const std::size_t length = advance_while_same(literal.substr(at), false)) {
        emit_kept(literal.substr(at, length), begin, keep);
        at += length;
      } else {
        at += follow_difference(literal.substr(at), keep);
      }
    }
  }

  std::size_t follow_difference(std::string_view literal, bool keep) {
    const std::uint32_t begin = cursor_.place();
    if (cursor_.peek() == '\n') {
      cursor_.advance();
      emit_kept(" ", begin, keep);
      return 1;
    }
    if (cursor_.peek() == '\0' && !cursor_.done() && literal.starts_with(kReplacement)) {
      cursor_.advance();
      emit_kept(kReplacement, begin, keep);
      return kReplacement.size();
    }
    if (is_blank_char(cursor_.peek())) {
      cursor_.advance();
      return 0;
    }
    const std::size_t size = code_point_length(literal);
    emit_kept(literal.substr(0, size), begin, keep);
    return size;
  }

  void emit_kept(std::string_view text, std::uint32_t begin, bool keep) {
    if (!keep) return;
    const Span source{begin, cursor_.place()};
    if (source.size() == text.size() && text != " ") text = original_.substr(begin, text.size());  // unmasked
    builder_.add(text, source, static_cast<std::uint8_t>(styles_ | kCode), target_);
  }

  std::string_view text_;
  std::string_view original_;
  bool has_definitions_;
  ContentCursor cursor_;
  InlineBuilder builder_;
  std::uint8_t styles_ = kPlain;
  std::string target_;
  std::vector<Open> open_;
  bool begins_line_ = false;
};

}  // namespace

InlineText read_inlines(cmark_node* block, const Content& content, std::string_view text, std::string_view original) {
  return Reader(content, text, original).read(block);
}

}  // namespace skydraft::md
