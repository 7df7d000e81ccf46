#include "understand/html_lines.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "understand/words.hpp"

namespace skydraft::understand {
namespace {

/// Tags that do not end the line that they stand in.
bool is_inline(std::string_view tag) {
  constexpr std::array<std::string_view, 18> kInline{"a",    "abbr",   "b",   "code", "em", "font",
                                                     "i",    "kbd",    "img", "mark", "s",  "small",
                                                     "span", "strong", "sub", "sup",  "u",  "picture"};
  return std::ranges::find(kInline, tag) != kInline.end();
}

class Reader {
 public:
  explicit Reader(const md::Block& block)
      : html_(block.literal),
        begin_(block.span.begin),
        whole_(block.span),
        exact_(block.span.size() == block.literal.size()) {}

  std::vector<HtmlLine> read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<' && tag()) continue;
      text(html_[at_]);
      ++at_;
    }
    end_line();
    return std::move(lines_);
  }

 private:
  /// Reads the tag or comment at the place; false if there is none.
  bool tag() {
    if (html_.substr(at_, 4) == "<!--") {
      const std::size_t end = html_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return true;
    }
    const std::size_t end = html_.find('>', at_);
    if (end == std::string_view::npos || at_ + 1 >= end) return false;
    const bool closing = html_[at_ + 1] == '/';
    std::size_t to = at_ + (closing ? 2 : 1);
    const std::size_t from = to;
    while (to < end && (is_letter(html_[to]) || (html_[to] >= '0' && html_[to] <= '9'))) ++to;
    if (to == from) return false;
    const std::string name = lower_of(html_.substr(from, to - from));
    at_ = end + 1;
    apply(name, closing);
    return true;
  }

  void apply(const std::string& name, bool closing) {
    if (!closing && (name == "script" || name == "style")) {
      const std::size_t end = html_.find("</", at_);
      at_ = end == std::string_view::npos ? html_.size() : end;
    } else if (name == "b" || name == "strong") {
      style(md::kStrong, !closing);
    } else if (name == "code") {
      style(md::kCode, !closing);
    } else if (name == "span" && !closing) {
      text(' ');  // "<span>1</span><span>The client …"
    } else if (!is_inline(name)) {
      end_line();
      item_ = name == "li" && !closing;
      heading_ = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !closing ? name[1] - '0' : 0;
    }
  }

  void style(std::uint8_t style, bool on) {
    close_run();
    styles_ = static_cast<std::uint8_t>(on ? styles_ | style : styles_ & ~style);
  }

  void text(char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    std::string& out = line_.text.text;
    if (blank && (out.empty() || out.back() == ' ')) return;
    const auto offset = static_cast<std::uint32_t>(out.size());
    const auto place = static_cast<std::uint32_t>(begin_ + at_);
    if (line_.text.stretches.empty() || at_ != next_) {
      if (exact_)
        line_.text.stretches.push_back({offset, {place, place}});
      else if (line_.text.stretches.empty())
        line_.text.stretches.push_back({0, whole_});
    }
    if (exact_) line_.text.stretches.back().source.end = place + 1;
    out += blank ? ' ' : c;
    next_ = at_ + 1;
  }

  void close_run() {
    const auto size = static_cast<std::uint32_t>(line_.text.text.size());
    if (size > run_) line_.text.runs.push_back({run_, size, styles_, line_.text.source_of(run_, size), {}});
    run_ = size;
  }

  void end_line() {
    close_run();
    if (!trimmed(line_.text.text).empty()) {
      line_.item = item_;
      line_.heading = heading_;
      lines_.push_back(std::move(line_));
    }
    line_ = {};
    run_ = 0;
  }

  std::string_view html_;
  std::uint32_t begin_;
  Span whole_;
  bool exact_;  ///< the literal stands in the document byte for byte
  std::size_t at_ = 0, next_ = 0;
  std::uint32_t run_ = 0;
  std::uint8_t styles_ = 0;
  bool item_ = false;
  int heading_ = 0;
  HtmlLine line_;
  std::vector<HtmlLine> lines_;
};

}  // namespace

std::vector<HtmlLine> html_lines(const md::Block& block) { return Reader(block).read(); }

}  // namespace skydraft::understand
