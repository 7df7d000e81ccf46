#include "understand/tables.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

std::string header_key(const md::Block& cell) {
  const std::vector<Word> words = words_of(cell.text.text);
  return key_of(words, 0, words.size());
}

/// One table as columns: which names components, which says what they are.
struct Columns {
  std::vector<std::string> keys;
  bool names = false;
  std::optional<std::size_t> kind;
};

Columns columns_of(const Draft& draft, const md::Block& header) {
  Columns columns;
  for (const md::BlockId cell : header.children) columns.keys.push_back(header_key(draft.document[cell]));
  if (columns.keys.empty()) return columns;
  std::string_view first = columns.keys.front();
  const std::size_t blank = first.rfind(' ');
  columns.names =
      std::ranges::binary_search(lexicon::name_columns(), first) ||
      (blank != std::string_view::npos && std::ranges::binary_search(lexicon::name_columns(), first.substr(blank + 1)));
  for (std::size_t i = 1; i < columns.keys.size() && !columns.kind; ++i)
    if (std::ranges::binary_search(lexicon::kind_columns(), columns.keys[i])) columns.kind = i;
  return columns;
}

/// The kind that a header word names: "Subnet" heads subnets, "Function" functions.
const catalogue::Kind* header_kind(const Draft& draft, const Columns& columns, SectionId section) {
  const std::vector<Word> words = words_of(columns.keys.front());
  if (words.empty()) return nullptr;
  const auto hit = catalogue_hit(words, 0);
  if (!hit || hit->to != words.size()) return nullptr;
  const catalogue::Kind* kind = meaning_of(draft, *hit, section);
  if (words.back().norm == "service" || words.back().norm == "microservice") return catalogue::find("generic.service");
  return kind && lexicon::is_open(kind->id) ? kind : nullptr;
}

class TableReader {
 public:
  TableReader(Draft& draft, SectionId section) : draft_(draft), section_(section) {}

  void row(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const md::Block& row = draft_.document[entry.block];
    if (row.parent != table_) {
      table_ = row.parent;
      const md::Block& table = draft_.document[row.parent];
      const md::Block& header = draft_.document[table.children.front()];
      columns_ = columns_of(draft_, header);
      header_kind_ = columns_.names ? header_kind(draft_, columns_, section_) : nullptr;
    }
    if (row.level == 0) {
      draft_.fate(id).prose = true;
      return;
    }
    define(id, row);
  }

 private:
  const catalogue::Kind* kind_of(const Entry& entry, const md::Block& row, const Reading& own) {
    const bool sure = own.kind && own.strong && (own.basis == Basis::Exact || own.basis == Basis::Head);
    if (columns_.kind && *columns_.kind < row.children.size()) {
      const std::vector<Word> words = words_of(draft_.document[row.children[*columns_.kind]].text.text);
      for (const CatalogueHit& hit : catalogue_hits(words)) {
        const catalogue::Kind* kind = meaning_of(draft_, hit, entry.section);
        if (kind && tells(hit, *kind) && !is_technology(*kind))
          return sure && own.kind->provider == kind->provider ? own.kind : kind;
      }
    }
    if (sure) return own.kind;
    if (header_kind_) return header_kind_;
    return own.kind;
  }

  void define(EntryId id, const md::Block& row) {
    const Entry& entry = draft_.outline[id];
    EntryFate& fate = draft_.fate(id);
    if (!columns_.names || entry.words.empty() || entry.words.size() > 12) return;
    const Reading own = read_name(draft_, entry.words, {}, entry.section);
    const catalogue::Kind* kind = kind_of(entry, row, own);
    if (!kind) return;
    std::string_view name = entry.value_text();
    const std::size_t open = name.find('(');
    const std::string_view bare = open == std::string_view::npos || open == 0 ? name : trimmed(name.substr(0, open));
    const auto known = reference_at(draft_, entry.words, 0, entry.text.text, entry.section);
    const bool again = known && known->ids.size() == 1 && known->to == entry.words.size();
    if (!again && draft_.topic(section_).practice) return;
    const auto made = again ? std::optional(known->ids.front())
                            : draft_.define(bare, kind->id, entry.span_of(entry.value), entry.section);
    if (!made) return;
    if (bare != name) {
      draft_.alias(*made, name);
      const std::size_t close = name.find(')', open);
      if (close != std::string_view::npos) draft_.alias(*made, name.substr(open + 1, close - open - 1));
    }
    fate.component = true;
    fate.subject = made;
    draft_.topic(entry.section).instances.push_back(*made);
    draft_.evidence(*made, entry.span);
    for (std::size_t i = 1; i < row.children.size() && i < columns_.keys.size(); ++i)
      cell(*made, i, draft_.document[row.children[i]], entry.span);
  }

  void cell(ComponentId id, std::size_t column, const md::Block& cell, Span span) {
    const std::string_view text = trimmed(cell.text.text);
    if (text.empty() || text == "-" || text == "—" || (columns_.kind && column == *columns_.kind && text.size() < 4))
      return;
    const std::string_view key = lexicon::attribute_for(columns_.keys[column]);
    if (key == "purpose")
      draft_.purpose(id, text);
    else if (!key.empty())
      set_value(draft_, id, key, text, span);
    else if (text.size() <= 60)
      set_value(draft_, id, key_from_label(columns_.keys[column]), text, span);
    read_facts(draft_, id, words_of(text), text, span);
  }

  Draft& draft_;
  SectionId section_;
  md::BlockId table_;
  Columns columns_;
  const catalogue::Kind* header_kind_ = nullptr;
};

}  // namespace

bool has_instance_table(const Draft& draft, SectionId section) {
  return std::ranges::any_of(draft.outline[section].entries,
                             [&](EntryId id) { return draft.outline[id].kind == EntryKind::Row; });
}

void read_tables(Draft& draft, SectionId section) {
  TableReader reader(draft, section);
  for (const EntryId id : draft.outline[section].entries)
    if (draft.outline[id].kind == EntryKind::Row) reader.row(id);
}

}  // namespace skydraft::understand
