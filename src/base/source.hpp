#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace skydraft {

/// 1-based; columns count bytes, as editors' jump-to arguments and compilers do.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// One document as read: its name for messages, its bytes (valid UTF-8, at most 4 GiB), and where its lines begin.
class Source {
 public:
  Source() : Source("", "") {}
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  LineColumn locate(std::uint32_t offset) const;                         ///< cost: the lines that begin in 128 bytes
  Span line_span(std::uint32_t line) const;                              ///< the 1-based line without its line end
  std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;  ///< clamped to the line

 private:
  std::string name_;
  std::string text_;
  static constexpr std::uint32_t kStride = 128;

  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> lines_at_;  ///< of every kStride-th byte: the line that it is in, counted from 0
};

}  // namespace skydraft
