#pragma once

#include <string>
#include <string_view>

#include "markdown/document.hpp"

namespace skydraft::md {

/// Puts an InlineText together piece by piece.
class InlineBuilder {
 public:
  /// Room for so many bytes at once.
  void reserve(std::size_t bytes) { result_.text.reserve(bytes); }
  /// Adds text that stands at `source`, byte for byte if both are of one length.
  void add(std::string_view text, Span source, std::uint8_t styles, const std::string& target);
  /// Marks bare addresses as links, takes blanks off both ends.
  InlineText finish() &&;

  bool empty() const { return result_.text.empty(); }

 private:
  void add_run(std::uint32_t begin, std::uint32_t end, Span source, std::uint8_t styles, const std::string& target);

  InlineText result_;
};

/// Takes the first `count` bytes off.
void drop_front(InlineText& text, std::uint32_t count);

}  // namespace skydraft::md
