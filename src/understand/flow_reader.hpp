#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/sentence.hpp"

/// Sequences that the document presents in order, each step in the light of those before it.
namespace skydraft::understand {

/// One line of a step that stands in a code fence.
struct FlowLine {
  std::string text;  ///< without its number
  Span span;
};

/// "Flow", "pipeline", "how it works" in a heading's key.
bool says_flow(std::string_view key);
/// "So the command flow is:" stands right before the entry.
bool leads_in(const Draft& draft, EntryId id);

/// Reads the steps of one list.
class FlowReader {
 public:
  /// `leader`: the orchestrator that, as the text before the list says, runs these steps.
  explicit FlowReader(Draft& draft, std::optional<ComponentId> leader = {}) : draft_(draft), leader_(leader) {
    if (leader) before_.goes_on = {*leader};
  }

  model::Flow read(std::string title, Span span, const std::vector<EntryId>& steps);
  /// A step told by lines, the first of which is its text.
  model::FlowStep step(const std::vector<FlowLine>& lines, SectionId section, int number);

 private:
  model::FlowStep step(EntryId id, int number);
  void details(const Entry& step, Stated& stated);
  model::FlowStep finish(Stated& stated, std::string_view text, Span span, int number);
  std::vector<ComponentId> own_subject(EntryId id);
  std::vector<ComponentId> going_on() const { return before_.goes_on.empty() ? before_.subjects : before_.goes_on; }
  std::optional<ComponentId> run_by_leader(EntryId id, Stated& stated);
  void hand_over(const Stated& stated, model::FlowStep& step, Span span);
  bool is_set_off(ComponentId actor, const model::FlowStep& step) const;
  bool lies_in_one(const std::vector<ComponentId>& mentioned) const;
  void remember(Stated& stated, const model::FlowStep& step);

  Draft& draft_;
  std::optional<ComponentId> leader_;
  Stated before_;
  std::vector<ComponentId> seen_;
  std::optional<model::RelationKind> before_kind_;
};

/// A fence of numbered lines, or of arrow chains where the heading promises an order; nothing if it is neither.
std::optional<model::Flow> fenced_flow(Draft& draft, EntryId id);
/// "# | From | To", "Step | Description": a table whose numbered rows connect two things or tell what happens;
/// `header`: its first row. Nothing if it is another.
std::optional<model::Flow> table_flow(Draft& draft, EntryId header);
/// The chain "A → B → C" of a text as a flow whose steps are its arrows.
model::Flow chain_flow(std::string title, Span span, const Stated& chain, std::string_view text);

}  // namespace skydraft::understand
