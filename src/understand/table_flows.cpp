#include <algorithm>
#include <cctype>

#include "understand/columns.hpp"
#include "understand/flow_reader.hpp"

namespace skydraft::understand {
namespace {

/// Rows of a table that are numbered, as the steps of a flow.
class TableFlow {
 public:
  TableFlow(Draft& draft, EntryId header) : draft_(draft), header_(header), reader_(draft) {}

  std::optional<model::Flow> read() {
    const Entry& first = draft_.outline[header_];
    const md::Block& row = draft_.document[first.block];
    if (row.level != 0) return std::nullopt;
    columns_ = columns_of(draft_, row);
    const bool connects = columns_.use == TableUse::Connections && columns_.from != 0U && columns_.to != 0U;
    if (!connects && !columns_.told) return std::nullopt;
    model::Flow flow;
    flow.title = draft_.outline[first.section].heading.text;
    std::size_t telling = 0;
    for (std::uint32_t i = header_.index + 1; i < draft_.outline.entries.size(); ++i) {
      const EntryId id{i};
      const Entry& entry = draft_.outline[id];
      if (entry.kind != EntryKind::Row || draft_.document[entry.block].parent != row.parent) break;
      const md::Block& cells = draft_.document[entry.block];
      const std::string_view number = trimmed(draft_.document[cells.children.front()].text.text);
      if (!is_number(number) || number.size() > 3) return std::nullopt;
      const int count = std::stoi(std::string(number));
      flow.steps.push_back(connects ? connection(id, cells, count) : told(entry, cells, count));
      telling += flow.steps.back().relations.empty() ? 0 : 1;
    }
    if (flow.steps.size() < 2 || (!connects && telling < 2)) return std::nullopt;
    for (std::uint32_t i = 1; i <= flow.steps.size(); ++i) draft_.fate(EntryId{header_.index + i}).step = true;
    flow.source = cover(flow.steps.front().source, flow.steps.back().source);
    return flow;
  }

 private:
  std::string_view text_of(const md::Block& cells, std::size_t column) const {
    if (column >= cells.children.size()) return {};
    return trimmed(draft_.document[cells.children[column]].text.text);
  }

  /// "1 | Gateway | API | HTTPS": what the row says has been related.
  model::FlowStep connection(EntryId id, const md::Block& cells, int number) const {
    model::FlowStep step;
    step.number = number;
    step.source = draft_.outline[id].span;
    for (std::size_t at = 1; at < cells.children.size(); ++at) {
      if (at > 1) step.text += ", ";
      step.text += text_of(cells, at);
    }
    const auto told =
        std::ranges::equal_range(draft_.row_relations, id.index, {}, [](const auto& pair) { return pair.first.index; });
    for (const auto& [row, relation] : told) step.relations.push_back(relation);
    return step;
  }

  /// "1 | The gateway passes traffic to the firewall", "1 | Gateway | Passes traffic to the firewall"
  model::FlowStep told(const Entry& entry, const md::Block& cells, int number) {
    std::string text(text_of(cells, *columns_.told));
    if (columns_.use == TableUse::Things && columns_.name != *columns_.told) {
      const std::vector<Word> words = words_of(text);
      if (!words.empty() && lexicon::is_third_person(words.front().lower)) {
        text[words.front().begin] = static_cast<char>(std::tolower(text[words.front().begin]));
        text = std::string(text_of(cells, columns_.name)) + " " + text;
      }
    }
    return reader_.step({{std::move(text), entry.span}}, entry.section, number);
  }

  Draft& draft_;
  EntryId header_;
  FlowReader reader_;
  Columns columns_;
};

}  // namespace

std::optional<model::Flow> table_flow(Draft& draft, EntryId header) { return TableFlow(draft, header).read(); }

}  // namespace skydraft::understand
