#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "understand/passes.hpp"

/// Markdown links on what defines a component lead from its picture, too.
namespace skydraft::understand {
namespace {

/// A picture is opened by people who did not write the document: an address may lead to a page, into a mail or to a
/// file beside the document, and may run nothing.
bool is_safe(std::string_view address) {
  if (address.empty() || address.starts_with("//")) return false;
  const auto is_strange = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '\\' || c == '<' || c == '>' || c == '"';
  };
  if (std::ranges::any_of(address, is_strange)) return false;
  const std::size_t colon = address.find_first_of(":/?#");
  if (colon == address.npos || address[colon] != ':') return true;  // no scheme: relative
  const std::string scheme = lower_of(address.substr(0, colon));
  constexpr std::array<std::string_view, 3> kSchemes{"http", "https", "mailto"};
  return std::ranges::find(kSchemes, scheme) != kSchemes.end();
}

void read_links_of(Draft& draft, ComponentId id, const md::InlineText& text) {
  for (const md::Run& run : text.runs) {
    if ((run.styles & md::kLink) == 0 || run.target.empty()) continue;
    model::Component& component = draft.builder[id];
    if (is_safe(run.target)) {
      if (component.link.empty()) component.link = run.target;
      continue;
    }
    constexpr std::size_t kShown = 60;
    draft.sink.note(Code::UnsafeLink, run.source,
                    fmt::format("the link to \"{}\" is left out of pictures",
                                std::string_view(run.target).substr(0, std::min(kShown, run.target.find(' ')))),
                    "link to http, https, mailto or a file beside the document");
  }
}

}  // namespace

void read_links(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i)
    if (const auto id = draft.topics[i].component) read_links_of(draft, *id, draft.outline.sections[i].heading);
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i)
    if (const auto id = draft.fates[i].subject; id && !draft.skipped({i}))
      read_links_of(draft, *id, draft.outline.entries[i].text);
}

}  // namespace skydraft::understand
