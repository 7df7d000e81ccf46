#include "understand/counted_lists.hpp"

#include "understand/flow_reader.hpp"
#include "understand/labels.hpp"

namespace skydraft::understand {
namespace {

bool is_service(Draft& draft, const Entry& entry) {
  const LabelReading label = read_label(draft, entry, std::nullopt, false);
  return label.role == LabelRole::Component && label.reading.strong &&
         (label.reading.basis == Basis::Exact || label.reading.basis == Basis::Head);
}

void settle(Draft& draft, const std::vector<EntryId>& list) {
  std::size_t services = 0;
  for (const EntryId id : list) {
    if (!draft.outline[id].strong_label) return;
    services += is_service(draft, draft.outline[id]) ? 1 : 0;
  }
  if (services < 2 || services * 2 < list.size()) return;
  for (const EntryId id : list) draft.outline.entries[id.index].kind = EntryKind::Bullet;
}

}  // namespace

void settle_counted_lists(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i) {
    const Section& section = draft.outline[SectionId{i}];
    if (draft.topic(SectionId{i}).skipped || says_flow(key_of(section.heading.text))) continue;
    std::vector<EntryId> list;
    for (const EntryId id : section.entries) {
      const Entry& entry = draft.outline[id];
      if (entry.parent) continue;
      const bool goes_on =
          entry.kind == EntryKind::Step && (list.empty() || entry.number > draft.outline[list.back()].number);
      if (!goes_on) {
        settle(draft, list);
        list.clear();
      }
      if (entry.kind == EntryKind::Step) list.push_back(id);
    }
    settle(draft, list);
  }
}

}  // namespace skydraft::understand
