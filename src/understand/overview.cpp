#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestTitle = 80;     // bytes
constexpr std::size_t kOverviewSections = 3;  // title-block facts stand before the architecture begins

struct Overview {
  model::Heading title, environment, purpose;
};

model::Heading* slot(Overview& overview, std::string_view which) {
  if (which == "title") return &overview.title;
  if (which == "environment") return &overview.environment;
  return &overview.purpose;
}

void read_front_matter(const Draft& draft, Overview& overview) {
  for (const auto& [key, value] : draft.document.front_matter()) {
    const std::string_view which = lexicon::overview_for(key_of(key));
    if (!which.empty() && slot(overview, which)->text.empty()) slot(overview, which)->text = value;
  }
}

/// The first heading that is no "Table of contents"; of only such, the first.
std::string first_heading(const Draft& draft) {
  std::string any;
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i) {
    const Section& section = draft.outline.sections[i];
    if (section.level == 0) continue;
    if (!draft.topics[i].skipped) return section.heading.text;
    if (any.empty()) any = section.heading.text;
  }
  return any;
}

/// What stands alone in the first line of a document without a heading, and is no sentence.
std::string first_line(const Draft& draft) {
  if (draft.outline.entries.empty() || draft.outline.entries.front().kind != EntryKind::Paragraph) return {};
  const std::string_view text = draft.source.text(draft.outline.entries.front().span);
  std::string line(text.substr(0, text.find('\n')));
  blank_emoji(line);
  const std::string_view title = trimmed(line);
  const bool sentence = title.empty() || std::string_view(".:;!?,").find(title.back()) != std::string_view::npos;
  return sentence || title.size() > kLongestTitle ? std::string() : std::string(title);
}

}  // namespace

void read_overview(Draft& draft) {
  Overview overview;
  read_front_matter(draft, overview);
  for (std::uint32_t i = 0; i < draft.outline.sections.size() && i < kOverviewSections; ++i) {
    if (!draft.topics[i].kinds.empty()) continue;
    for (const EntryId id : draft.outline.sections[i].entries) {
      const Entry& entry = draft.outline[id];
      if (!entry.label) continue;
      const std::string_view which = lexicon::overview_for(key_of(entry.label_words, 0, entry.label_words.size()));
      if (which.empty()) continue;
      model::Heading& heading = *slot(overview, which);
      if (!heading.text.empty()) continue;
      const Filled value = filled(entry.value_text());
      heading = {value.text, value.placeholder};
      draft.fate(id).attribute = true;
      draft.record(model::Became::Title, entry.span);
      draft.fate(id).setting = true;
      if (value.placeholder)
        draft.sink.note(Code::UnfilledPlaceholder, entry.span_of(entry.value),
                        fmt::format("\"[{}]\" is still to be filled in", value.text),
                        "write the real value in its place");
    }
  }
  if (overview.title.text.empty()) overview.title.text = first_heading(draft);
  if (overview.title.text.empty()) overview.title.text = first_line(draft);
  draft.builder.title(std::move(overview.title));
  draft.builder.environment(std::move(overview.environment));
  draft.builder.purpose(std::move(overview.purpose));
  draft.builder.provider(draft.provider);
}

}  // namespace skydraft::understand
