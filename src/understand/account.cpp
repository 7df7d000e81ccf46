#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "understand/advice.hpp"
#include "understand/mention.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::string_view kAnyService = "generic.service";  // what is drawn with a neutral icon

using model::Became;
using model::Fact;

bool earlier(const Fact& a, const Fact& b) {
  return std::tuple(a.span.begin, a.became, a.subject, a.part, a.span.end) <
         std::tuple(b.span.begin, b.became, b.subject, b.part, b.span.end);
}

bool same(const Fact& a, const Fact& b) {
  return a.span == b.span && a.became == b.became && a.subject == b.subject && a.part == b.part;
}

/// Sorts what the passes recorded and adds what they leave unsaid: steps, policies, headings, prose.
class Account {
 public:
  explicit Account(Draft& draft) : draft_(draft) {}

  void complete() {
    places();
    kinds();
    steps();
    policies();
    sort();
    recorded_ = draft_.facts.size();
    for (const Section& section : draft_.outline.sections)
      if (!section.span.empty() && !speaks_of(section.span)) draft_.record(Became::Heading, section.span);
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) entry({i});
    sort();
  }

 private:
  /// What the document does not name stands where the same rule puts it.
  void places() {
    for (std::uint32_t i = 0; i < draft_.builder.components().size(); ++i) {
      model::Component& component = draft_.builder[ComponentId{i}];
      if (component.inferred() && component.placed_by.empty()) component.placed_by = component.inferred_by;
    }
  }

  /// Names that tell nothing about what they name, where the document does not say it either.
  void kinds() {
    for (const model::Component& component : draft_.builder.components()) {
      if (component.kind != kAnyService || component.inferred() || component.source.empty()) continue;
      if (!catalogue_hits(words_of(component.name)).empty()) continue;
      draft_.sink.note(Code::UnknownComponent, component.source.front(),
                       fmt::format("what kind of thing \"{}\" is, is not said", component.name),
                       fmt::format("say it, as in `- **{}:** {}`", component.name, example_service(draft_)));
    }
  }

  void steps() {
    draft_.pass = "flows";
    std::uint32_t index = 0;
    for (const model::Flow& flow : draft_.builder.flows()) {
      std::uint32_t number = 0;
      for (const model::FlowStep& step : flow.steps) draft_.record(Became::Step, step.source, index, number++);
      ++index;
    }
  }

  void policies() {
    draft_.pass = "policies";
    std::uint32_t index = 0;
    for (const model::Policy& policy : draft_.policies) draft_.record(Became::Policy, policy.source, index++);
  }

  void sort() {
    std::ranges::stable_sort(draft_.facts, earlier);
    const auto [first, last] = std::ranges::unique(draft_.facts, same);
    draft_.facts.erase(first, last);
  }

  /// Whether a pass recorded something that begins in the span.
  bool speaks_of(Span span) const {
    const auto recorded = std::span(draft_.facts).first(recorded_);
    const auto at =
        std::ranges::lower_bound(recorded, span.begin, {}, [](const Fact& fact) { return fact.span.begin; });
    return at != recorded.end() && at->span.begin < span.end;
  }

  void entry(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const EntryFate& fate = draft_.fate(id);
    if (entry.span.empty() || speaks_of(entry.span)) return;
    draft_.pass = "define";
    const std::uint32_t subject = fate.subject ? fate.subject->index : 0;
    if (draft_.skipped(id))
      draft_.record(Became::Skipped, entry.span);
    else if (fate.subject && fate.component)
      draft_.record(Became::Component, entry.span, subject);
    else if (fate.subject && (fate.attribute || fate.relation))
      draft_.record(Became::Purpose, entry.span, subject);
    else if (!entry.children.empty() || entry.kind == EntryKind::Row)
      draft_.record(Became::Heading, entry.span);
    else
      draft_.record(Became::Prose, entry.span);
  }

  Draft& draft_;
  std::size_t recorded_ = 0;
};

}  // namespace

void list_facts(Draft& draft) { Account(draft).complete(); }

}  // namespace skydraft::understand
