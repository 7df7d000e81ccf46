#include "understand/passes.hpp"

namespace skydraft::understand {

void list_unread(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const EntryId id{i};
    const Entry& entry = draft.outline[id];
    const EntryFate& fate = draft.fate(id);
    if (fate.understood() || entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Quote) continue;
    if (draft.topic(entry.section).skipped || !entry.children.empty()) continue;
    model::Unread unread;
    unread.source = entry.span;
    unread.text = entry.kind == EntryKind::Code ? std::string("code block") : std::string(trimmed(entry.text.text));
    if (unread.text.size() > 200) unread.text.resize(200);
    if (entry.kind == EntryKind::Code)
      unread.reason = "a code block that is no diagram";
    else if (entry.kind == EntryKind::Row)
      unread.reason = "a table row that names no component of a known kind";
    else if (entry.label)
      unread.reason = "looks like a component; its kind is unknown";
    else
      unread.reason = "no component, relation or setting was recognised";
    draft.builder.add(std::move(unread));
  }
}

}  // namespace skydraft::understand
