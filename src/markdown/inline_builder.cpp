#include "markdown/inline_builder.hpp"

#include <algorithm>
#include <utility>

#include "markdown/lines.hpp"

namespace skydraft::md {
namespace {

constexpr std::string_view kAddressStarts[] = {"http://", "https://", "www."};

bool is_text_space(char c) { return is_blank_char(c) || c == '\n'; }

/// Where the bare address that begins at `begin` ends: GitHub's autolink rules, without its validity check of the
/// domain.
std::size_t address_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  int open = 0;
  for (; end < text.size() && !is_text_space(text[end]) && text[end] != '<'; ++end) {
    if (text[end] == '(') ++open;
    if (text[end] == ')' && --open < 0) break;
  }
  while (end > begin && std::string_view("?!.,:;*_~'\"`").find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

/// Length of the address that begins at `at`, 0 if none does.
std::size_t address_length(std::string_view text, std::size_t at) {
  if (text[at] != 'h' && text[at] != 'w') return 0;
  if (at > 0 && (is_ascii_alnum(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.')) return 0;
  for (const std::string_view start : kAddressStarts)
    if (text.substr(at).starts_with(start)) {
      const std::size_t end = address_end(text, at);
      return end > at + start.size() ? end - at : 0;
    }
  return 0;
}

/// Cuts one run where bare addresses stand in it.
void split_addresses(const InlineText& text, const Run& run, std::vector<Run>& runs) {
  const std::string_view all(text.text.data(), run.end);
  std::uint32_t begin = run.begin;
  const auto cut = [&](std::uint32_t end, std::uint8_t styles, std::string target) {
    if (begin < end) runs.push_back({begin, end, styles, text.source_of(begin, end), std::move(target)});
    begin = end;
  };
  for (std::size_t at = run.begin; at < run.end;) {
    const std::size_t length = address_length(all, at);
    if (length > 0) {
      cut(static_cast<std::uint32_t>(at), run.styles, {});
      const std::string address(all.substr(at, length));
      cut(static_cast<std::uint32_t>(at + length), run.styles | kLink,
          address[0] == 'w' ? "http://" + address : address);
    }
    at += std::max<std::size_t>(length, 1);
  }
  if (begin == run.begin)
    runs.push_back(run);
  else
    cut(run.end, run.styles, {});
}

void mark_addresses(InlineText& text) {
  if (text.text.find("://") == std::string::npos && text.text.find("www.") == std::string::npos) return;
  std::vector<Run> runs;
  for (const Run& run : text.runs) {
    if (run.styles & (kLink | kCode))
      runs.push_back(run);
    else
      split_addresses(text, run, runs);
  }
  text.runs = std::move(runs);
}

void drop_back(InlineText& text, std::uint32_t size) {
  while (!text.runs.empty() && text.runs.back().begin >= size) text.runs.pop_back();
  if (!text.runs.empty() && text.runs.back().end > size) {
    Run& last = text.runs.back();
    last.source = text.source_of(last.begin, size);
    last.end = size;
  }
  text.text.resize(size);
  while (!text.stretches.empty() && text.stretches.back().begin >= size) text.stretches.pop_back();
  if (text.stretches.empty()) return;
  // A stretch that maps byte for byte must keep its two lengths equal.
  Stretch& last = text.stretches.back();
  if (last.source.size() > size - last.begin) last.source.end = last.source.begin + (size - last.begin);
}

void trim(InlineText& text) {
  std::size_t size = text.text.size();
  while (size > 0 && is_text_space(text.text[size - 1])) --size;
  if (size < text.text.size()) drop_back(text, static_cast<std::uint32_t>(size));
  std::uint32_t front = 0;
  while (front < text.text.size() && is_text_space(text.text[front])) ++front;
  if (front > 0) drop_front(text, front);
}

}  // namespace

void InlineBuilder::add(std::string_view text, Span source, std::uint8_t styles, const std::string& target) {
  if (text.empty()) return;
  const auto begin = static_cast<std::uint32_t>(result_.text.size());
  const auto size = static_cast<std::uint32_t>(text.size());
  result_.text += text;
  const bool exact = source.size() == size;
  bool joined = false;
  if (exact && !result_.stretches.empty()) {
    const Stretch& last = result_.stretches.back();
    joined = last.source.end == source.begin && last.source.size() == begin - last.begin;
  }
  if (joined)
    result_.stretches.back().source.end = source.end;
  else
    result_.stretches.push_back({begin, source});
  add_run(begin, begin + size, source, styles, target);
}

void InlineBuilder::add_run(std::uint32_t begin, std::uint32_t end, Span source, std::uint8_t styles,
                            const std::string& target) {
  if (!result_.runs.empty()) {
    Run& last = result_.runs.back();
    if (last.styles == styles && last.target == target) {
      last.end = end;
      last.source.end = std::max(last.source.end, source.end);
      return;
    }
  }
  result_.runs.push_back({begin, end, styles, source, target});
}

InlineText InlineBuilder::finish() && {
  trim(result_);
  mark_addresses(result_);
  return std::move(result_);
}

void drop_front(InlineText& text, std::uint32_t count) {
  const auto size = static_cast<std::uint32_t>(text.text.size());
  count = std::min(count, size);
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < text.stretches.size(); ++i) {
    Stretch stretch = text.stretches[i];
    const std::uint32_t end = i + 1 < text.stretches.size() ? text.stretches[i + 1].begin : size;
    if (end <= count) continue;
    if (stretch.begin < count) {
      if (stretch.source.size() == end - stretch.begin) stretch.source.begin += count - stretch.begin;
      stretch.begin = count;
    }
    stretch.begin -= count;
    stretches.push_back(stretch);
  }
  std::vector<Run> runs;
  for (Run& run : text.runs) {
    if (run.end <= count) continue;
    if (run.begin < count) {
      run.source.begin = text.source_of(count, run.end).begin;
      run.begin = count;
    }
    run.begin -= count;
    run.end -= count;
    runs.push_back(std::move(run));
  }
  text.text.erase(0, count);
  text.runs = std::move(runs);
  text.stretches = std::move(stretches);
}

}  // namespace skydraft::md
