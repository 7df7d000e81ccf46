#include <algorithm>

#include "understand/columns.hpp"
#include "understand/flow_reader.hpp"

namespace skydraft::understand {

std::optional<model::Flow> table_flow(Draft& draft, EntryId header) {
  const Entry& first = draft.outline[header];
  const md::Block& row = draft.document[first.block];
  if (row.level != 0) return std::nullopt;
  const Columns columns = columns_of(draft, row);
  if (columns.use != TableUse::Connections || columns.from == 0U || columns.to == 0U) return std::nullopt;
  model::Flow flow;
  flow.title = draft.outline[first.section].heading.text;
  for (std::uint32_t i = header.index + 1; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline[EntryId{i}];
    if (entry.kind != EntryKind::Row || draft.document[entry.block].parent != row.parent) break;
    const md::Block& cells = draft.document[entry.block];
    const std::string_view number = trimmed(draft.document[cells.children.front()].text.text);
    if (!is_number(number) || number.size() > 3) return std::nullopt;
    model::FlowStep step;
    step.number = std::stoi(std::string(number));
    step.source = entry.span;
    for (std::size_t at = 1; at < cells.children.size(); ++at) {
      if (at > 1) step.text += ", ";
      step.text += trimmed(draft.document[cells.children[at]].text.text);
    }
    const auto told =
        std::ranges::equal_range(draft.row_relations, i, {}, [](const auto& pair) { return pair.first.index; });
    for (const auto& [id, relation] : told) step.relations.push_back(relation);
    draft.fate(EntryId{i}).step = true;
    flow.steps.push_back(std::move(step));
  }
  if (flow.steps.size() < 2) return std::nullopt;
  flow.source = cover(flow.steps.front().source, flow.steps.back().source);
  return flow;
}

}  // namespace skydraft::understand
