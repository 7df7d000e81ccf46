#include "markdown/document.hpp"

#include <algorithm>

namespace skydraft::md {
namespace {

/// Where one end of a range of text stands; `after` asks for the place behind the byte before `offset`.
std::uint32_t place_of(const InlineText& text, std::uint32_t offset, bool after) {
  const std::uint32_t byte = after && offset > 0 ? offset - 1 : offset;
  const auto next = std::ranges::upper_bound(text.stretches, byte, {}, &Stretch::begin);
  if (next == text.stretches.begin()) return 0;
  const Stretch& stretch = *std::prev(next);
  const auto end = next == text.stretches.end() ? static_cast<std::uint32_t>(text.text.size()) : next->begin;
  if (end - stretch.begin != stretch.source.size())
    return after || byte >= end ? stretch.source.end : stretch.source.begin;
  return std::min(stretch.source.begin + (offset - stretch.begin), stretch.source.end);
}

}  // namespace

Span InlineText::source_of(std::uint32_t begin, std::uint32_t end) const {
  const auto size = static_cast<std::uint32_t>(text.size());
  begin = std::min(begin, size);
  end = std::clamp(end, begin, size);
  const std::uint32_t from = place_of(*this, begin, begin == size && size > 0);
  return {from, begin == end ? from : std::max(from, place_of(*this, end, true))};
}

std::uint8_t InlineText::styles_at(std::uint32_t offset) const {
  const auto next = std::ranges::upper_bound(runs, offset, {}, &Run::begin);
  if (next == runs.begin()) return kPlain;
  const Run& run = *std::prev(next);
  return offset < run.end ? run.styles : std::uint8_t{kPlain};
}

}  // namespace skydraft::md
