#include "understand/tables.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/columns.hpp"
#include "understand/lists.hpp"
#include "understand/names.hpp"
#include "understand/placements.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

/// The kind that a header word names: "Subnet" heads subnets, "Function" functions.
const catalogue::Kind* header_kind(const Draft& draft, std::string_view key, SectionId section) {
  const std::vector<Word> words = words_of(key);
  const auto hit = whole_hit(words);
  if (!hit) return nullptr;
  const catalogue::Kind* kind = meaning_of(draft, *hit, section);
  if (kind && words.size() > 1 && tells(*hit, *kind) && lexicon::is_open(kind->id)) return kind;  // "ECS service"
  if (words.back().norm == "service" || words.back().norm == "microservice") return catalogue::find("generic.service");
  if (words.back().norm == "app" || words.back().norm == "application") return catalogue::find("generic.app");
  if (draft.kubernetes && words.size() == 1 && words.front().norm == "node") return catalogue::find("k8s.node");
  if (kind && kind->id == "generic.topic" && !draft.kafka) return nullptr;  // what a table of requirements is about
  return kind && (lexicon::is_open(kind->id) || kind->holds != catalogue::Holds::NotAContainer) ? kind : nullptr;
}

bool empty_cell(std::string_view text) {
  return text.empty() || text == "-" || text == "—" || text == "–" || text == "n/a" || text == "N/A" ||
         text == "none" || text == "None";
}

class TableReader {
 public:
  TableReader(Draft& draft, SectionId section) : draft_(draft), section_(section) {}

  void row(EntryId id) {
    const md::Block& row = draft_.document[draft_.outline[id].block];
    if (row.parent != table_) {
      table_ = row.parent;
      const md::Block& table = draft_.document[row.parent];
      columns_ = columns_of(draft_, draft_.document[table.children.front()]);
      if (columns_.use == TableUse::None && listed(draft_.outline[id])) columns_.use = TableUse::Things;
      is_stack_ = columns_.use == TableUse::Things && is_stack(table);
      header_kind_ =
          columns_.use == TableUse::Things ? header_kind(draft_, columns_.keys[columns_.name], section_) : nullptr;
    }
    if (row.level == 0) {
      draft_.fate(id).prose = true;
      return;
    }
    switch (columns_.use) {
      case TableUse::Things:
        define(id, row);
        if (!draft_.fate(id).component) part_of_stack(id, row);
        break;
      case TableUse::Lists:
        if (const md::Block* cell = cell_at(row, columns_.list)) list(id, std::nullopt, *cell);
        if (!draft_.fate(id).component) part_of_stack(id, row);
        break;
      case TableUse::Connections:
        connection(id, row);
        break;
      case TableUse::Settings:
        setting(id, row);
        break;
      case TableUse::Steps:
      case TableUse::None:
        break;
    }
    if (!draft_.fate(id).component) resource_types(id, row);
  }

 private:
  /// A cell of nothing but types of resources: "`azurerm_subnet` + `azurerm_public_ip`".
  void resource_types(EntryId id, const md::Block& row) {
    for (const md::BlockId child : row.children) {
      const md::Block& cell = draft_.document[child];
      std::vector<std::pair<const catalogue::Kind*, std::string>> found;
      for (const std::string& type : split_types(cell.text.text)) {
        const catalogue::Kind* kind = catalogue::find_resource_type(type.substr(0, type.find('.')));
        if (!kind) break;
        found.emplace_back(kind, type);
      }
      for (const auto& [kind, type] : found) {
        const auto made = draft_.define(kind->name, kind->id, span_of(cell), section_);
        if (!made) continue;
        draft_.alias(*made, type);
        draft_.evidence(*made, draft_.outline[id].span);
        draft_.fate(id).component = true;
      }
      if (!found.empty()) return;
    }
  }

  /// "a + b (size)" -> a, b
  static std::vector<std::string> split_types(std::string_view text) {
    std::vector<std::string> types(1);
    for (const char c : text.substr(0, std::min(text.find('('), text.size())))
      if (std::string_view("+,/ ").find(c) == std::string_view::npos)
        types.back() += c;
      else if (!types.back().empty())
        types.emplace_back();
    if (types.back().empty()) types.pop_back();
    return types;
  }

  /// What the line above the table says that it lists.
  const catalogue::Kind* listed(const Entry& row) const {
    return row.parent ? draft_.fates[row.parent->index].lists : nullptr;
  }

  const md::Block* cell_at(const md::Block& row, std::optional<std::size_t> column) const {
    return column && *column < row.children.size() ? &draft_.document[row.children[*column]] : nullptr;
  }
  static std::vector<Word> words_in(const md::Block& cell) {
    return words_of(cell.text, 0, static_cast<std::uint32_t>(cell.text.text.size()));
  }
  static Span span_of(const md::Block& cell) {
    return cell.text.source_of(0, static_cast<std::uint32_t>(cell.text.text.size()));
  }

  /// The first kind that a cell names for sure.
  const catalogue::Kind* kind_in(const md::Block* cell) const {
    if (!cell) return nullptr;
    const std::vector<Word> words = words_in(*cell);
    for (const CatalogueHit& hit : catalogue_hits(words)) {
      const catalogue::Kind* kind = meaning_of(draft_, hit, section_);
      if (kind && tells(hit, *kind) && !is_technology(*kind)) return kind;
    }
    return nullptr;
  }

  struct Chosen {
    const catalogue::Kind* kind = nullptr;
    const catalogue::Kind* host = nullptr;  ///< what the row says that it runs on
  };

  Chosen choose(const Entry& entry, const md::Block& row, const std::vector<Word>& name, const Reading& own) const {
    // What a table of subnets calls a row is a subnet, though "GatewaySubnet" speaks of a gateway.
    const bool holder = header_kind_ && header_kind_->holds != catalogue::Holds::NotAContainer;
    const bool sure = own.kind && own.strong && (own.basis == Basis::Exact || own.basis == Basis::Head) &&
                      (!holder || own.kind->holds == header_kind_->holds);
    if (holder && !sure && !columns_.kind && !columns_.host) return {header_kind_, nullptr};
    const catalogue::Kind* host = kind_in(cell_at(row, columns_.host));
    const bool runs =
        host && (host->holds != catalogue::Holds::NotAContainer || host->category == catalogue::Category::Container ||
                 host->category == catalogue::Category::Compute);
    if (const catalogue::Kind* kind = kind_in(cell_at(row, columns_.kind)))
      return {sure && own.kind->provider == kind->provider ? own.kind : kind, runs ? host : nullptr};
    if (runs) return {workload_kind(name, own), host};
    // "PostgreSQL | RDS": what it is made with.
    if (host && (!sure || host->category == own.kind->category)) return {host, nullptr};
    // "orders-ecs" under "ECS service"
    const bool by_header = header_kind_ && sure && own.basis == Basis::Head && own.kind != header_kind_ &&
                           header_kind_->category == own.kind->category && header_kind_->provider == own.kind->provider;
    if (by_header) return {header_kind_, nullptr};
    if (sure) return {own.kind, nullptr};
    if (const catalogue::Kind* kind = listed(entry)) return {kind, nullptr};
    if (own.basis == Basis::Context && own.kind) return {own.kind, nullptr};
    if (!header_kind_ && !own.kind) return {told_kind(row), nullptr};
    return {header_kind_ ? header_kind_ : own.kind, nullptr};
  }

  /// "pve1 | Proxmox hypervisor": what the row says that an unknown name is.
  const catalogue::Kind* told_kind(const md::Block& row) const {
    for (std::size_t i = 0; i < row.children.size() && i < columns_.keys.size(); ++i) {
      if (i == columns_.name || columns_.keys[i] != "role") continue;
      const std::vector<Word> words = words_in(draft_.document[row.children[i]]);
      if (const catalogue::Kind* kind = leading_kind(draft_, words, section_)) return kind;
      const Reading reading = read_name(draft_, words, {}, section_);
      const bool named = reading.basis == Basis::Exact || reading.basis == Basis::Head;
      if (reading.kind && named && !is_technology(*reading.kind)) return reading.kind;
    }
    // "Shop | Go | Calls: API": what has a column for what it calls is a thing that acts.
    const auto relates = [](const std::string& key) {
      return lexicon::find_relation_label(key) && says_what_is_done(key);
    };
    if (std::ranges::any_of(columns_.keys, relates)) return catalogue::find("generic.service");
    return nullptr;
  }

  /// What runs on a cluster is no service of the provider: an "API gateway" on containers is a gateway.
  const catalogue::Kind* workload_kind(const std::vector<Word>& name, const Reading& own) const {
    if (own.kind && (own.kind->provider == "generic" || own.kind->provider == "tool" || own.kind->provider == "k8s"))
      return own.kind;
    if (own.kind)
      if (const auto hit = catalogue_hit(name, own.from))
        for (const catalogue::Alias& row : hit->rows)
          if (catalogue::kinds()[row.kind].provider == "generic") return &catalogue::kinds()[row.kind];
    return header_kind_ ? header_kind_ : catalogue::find("generic.service");
  }

  /// Subnets are told apart by the words before "subnet".
  bool same_subnet(const std::vector<Word>& name, ComponentId known) const {
    WordTexts core;
    for (const Word& word : name) {
      if (word.mark == Mark::Open) break;
      if (word.mark == Mark::None && !lexicon::is_generic(word.norm) && word.norm != "azure")
        core.push_back(&word.norm);
    }
    return !core.empty() && core == draft_.parts[known.index].core;
  }

  void define(EntryId id, const md::Block& row) {
    const Entry& entry = draft_.outline[id];
    const md::Block* cell = cell_at(row, columns_.name);
    if (!cell) return;
    const std::vector<Word> name = words_in(*cell);
    if (name.empty() || name.size() > 12 || negated(name)) return;
    const Reading own = read_name(draft_, name, {}, entry.section);
    if (in_stack(id, row, own, key_of(name, 0, name.size()))) return;
    const Chosen chosen = choose(entry, row, name, own);
    if (!chosen.kind || is_technology(*chosen.kind)) return;
    if (const md::Block* called = own_name(row, own, name.size()); called && !draft_.topic(section_).practice) {
      if (const auto made = define_named(draft_, called->text.text, *chosen.kind, span_of(*called), section_))
        tell(id, row, *made, chosen);
      return;
    }
    const auto known = reference_at(draft_, name, 0, cell->text.text, entry.section);
    const bool own_id = name.size() > 1 && name.back().joined && draft_.named(name, 0, name.size()).empty();
    const bool other_service = known && known->ids.size() == 1 && own.kind && own.strong && own.basis == Basis::Exact &&
                               own.kind->provider == draft_.provider && own.kind != &draft_.kind(known->ids.front()) &&
                               draft_.named(name, 0, name.size()).empty();
    const bool again =
        known && !other_service && known->ids.size() == 1 && known->to == name.size() && !own_id &&
        !(own.kind && own.kind->holds == catalogue::Holds::Subnet && !same_subnet(name, known->ids.front()));
    if (!again && draft_.topic(section_).practice) return;
    const auto made = again ? std::optional(known->ids.front())
                            : define_named(draft_, cell->text.text, *chosen.kind, span_of(*cell), entry.section);
    if (made) tell(id, row, *made, chosen);
  }

  static bool is_place(const std::string& key) { return std::ranges::binary_search(lexicon::category_labels(), key); }

  /// Every row is about a place in a stack: "Compute", "Database", "CDN".
  bool is_stack(const md::Block& table) const {
    return std::ranges::all_of(table.children, [&](md::BlockId id) {
      const md::Block& row = draft_.document[id];
      const md::Block* cell = row.level == 0 ? nullptr : cell_at(row, columns_.name);
      return !cell || is_place(key_of(cell->text.text));
    });
  }

  /// "Compute | ECS Fargate": a place in the stack, and the one service that has it.
  bool in_stack(EntryId id, const md::Block& row, const Reading& own, const std::string& place) {
    if (own.strong || !is_stack_ || !is_place(place)) return false;
    for (const auto column : {columns_.kind, columns_.host}) {
      const md::Block* cell = cell_at(row, column);
      const auto hit = cell ? whole_hit(words_in(*cell)) : std::nullopt;
      const catalogue::Kind* kind = hit ? meaning_of(draft_, *hit, section_) : nullptr;
      if (!kind || !tells(*hit, *kind) || is_technology(*kind) || kind->provider == "generic" ||
          kind->provider == "k8s")
        continue;
      const auto made = define_named(draft_, cell->text.text, *kind, span_of(*cell), section_);
      if (!made) return false;
      draft_.alias(*made, draft_.document[row.children[columns_.name]].text.text);
      tell(id, row, *made, {kind, nullptr});
      return true;
    }
    return false;
  }

  /// "S3 bucket | `uploads`": what the first column only gives the kind of has its name in another one.
  const md::Block* own_name(const md::Block& row, const Reading& kind, std::size_t words) const {
    if (!kind.kind || !kind.strong || kind.basis != Basis::Exact || kind.to != words) return nullptr;
    for (std::size_t i = columns_.name + 1; i < row.children.size() && i < columns_.keys.size(); ++i) {
      const md::Block& cell = draft_.document[row.children[i]];
      const std::vector<Word> name = words_in(cell);
      const bool code = !name.empty() && std::ranges::all_of(name, [](const Word& w) {
        return w.code || (w.mark == Mark::Slash && w.joined);
      });
      if (columns_.keys[i] == "name" && code && cell.text.text.find(' ') == std::string::npos) return &cell;
    }
    return nullptr;
  }

  /// All that a row says of the thing that it defines.
  void tell(EntryId id, const md::Block& row, ComponentId made, const Chosen& chosen) {
    const Entry& entry = draft_.outline[id];
    draft_.fate(id).component = true;
    draft_.fate(id).subject = made;
    draft_.topic(entry.section).instances.push_back(made);
    draft_.evidence(made, entry.span);
    if (entry.parent) name_says(draft_, made, draft_.outline[*entry.parent].label_text());
    name_says(draft_, made, draft_.outline[entry.section].heading.text);
    if (chosen.host && chosen.host != chosen.kind)
      draft_.placements.push_back(
          {made, std::string(trimmed(cell_at(row, columns_.host)->text.text)), chosen.host, entry.span, entry.section});
    for (std::size_t i = 0; i < row.children.size() && i < columns_.keys.size(); ++i) {
      if (i == columns_.name || counts_or_tells(i)) continue;
      const md::Block& other = draft_.document[row.children[i]];
      if (columns_.list == i && draft_.holds(made))
        list(id, made, other);
      else
        fact(made, i, other, entry);
    }
  }

  /// "Step", "Action": the row is a step of a flow as well, which has these.
  bool counts_or_tells(std::size_t column) const {
    if (!columns_.told) return false;
    return column == 0 || (column == *columns_.told && lexicon::attribute_for(columns_.keys[column]).empty());
  }

  void fact(ComponentId id, std::size_t column, const md::Block& cell, const Entry& entry) {
    const std::string_view text = trimmed(cell.text.text);
    if (empty_cell(text) || (columns_.kind && column == *columns_.kind && text.size() < 4)) return;
    const std::string_view key = lexicon::attribute_for(columns_.keys[column]);
    const std::vector<Word> words = words_in(cell);
    const Placing placing = placing_of(draft_, columns_.keys[column], section_);
    if (placing.places && key != "az" && key != "region")
      draft_.placements.push_back({id, std::string(text), placing.kind, entry.span, entry.section});
    if (key == "purpose")
      draft_.purpose(id, text);
    else if (!key.empty())
      set_value(draft_, id, key, text, entry.span);
    else if (text.size() <= 60)
      set_value(draft_, id, key_from_label(columns_.keys[column]), text, entry.span);
    read_facts(draft_, id, words, cell.text.text, entry.span);
    // "Instances: 2 (min)"
    if ((columns_.keys[column] == "instance" || columns_.keys[column] == "count" ||
         columns_.keys[column] == "quantity") &&
        !words.empty() && count_of(words.front()) > 0 && (words.size() == 1 || words[1].mark == Mark::Open))
      draft_.builder[id].count = count_of(words.front());
  }

  /// A cell that lists components; `holder`: the component that the row names, if it holds them.
  void list(EntryId id, std::optional<ComponentId> holder, const md::Block& cell) {
    const Entry& entry = draft_.outline[id];
    std::vector<ComponentId> listed;
    for (const std::vector<Word>& item : items_of(words_in(cell))) {
      const auto made = define_item(draft_, item, cell.text.text, span_of(cell), entry.section);
      if (!made) continue;
      draft_.fate(id).component = true;
      draft_.evidence(*made, entry.span);
      if (holder) draft_.parent(*made, *holder, entry.span);
      listed.push_back(*made);
    }
    if (listed.size() == 1) read_facts(draft_, listed.front(), words_in(cell), cell.text.text, entry.span);
    for (const ComponentId outer : listed)
      for (const ComponentId inner : listed)
        if (outer != inner && draft_.holds(outer) &&
            std::ranges::find(draft_.kind(inner).inside, draft_.builder[outer].kind) != draft_.kind(inner).inside.end())
          draft_.parent(inner, outer, entry.span, "listed-with-its-container");
    draft_.fate(id).prose = true;
  }

  /// "Backend | Django": what it is written in is no thing, but it is.
  void part_of_stack(EntryId id, const md::Block& row) {
    const md::Block* name = cell_at(row, columns_.weak);
    if (!name) return;
    const std::string_view role = lexicon::head_kind(key_of(name->text.text));
    if (role != "generic.frontend" && role != "generic.backend" && role != "generic.api") return;
    const auto made = define_named(draft_, name->text.text, catalogue::kind_or_unknown(role), span_of(*name),
                                   draft_.outline[id].section);
    if (!made) return;
    draft_.fate(id).component = true;
    draft_.evidence(*made, draft_.outline[id].span);
    for (std::size_t i = 0; i < row.children.size(); ++i)
      if (i != *columns_.weak) draft_.purpose(*made, draft_.document[row.children[i]].text.text);
  }

  void connection(EntryId id, const md::Block& row) {
    const md::Block* from = cell_at(row, columns_.from);
    const md::Block* to = cell_at(row, columns_.to);
    if (!from || !to) return;
    const Entry& entry = draft_.outline[id];
    const auto ends = [&](const md::Block& cell) {
      std::vector<ComponentId> found;
      for (const std::vector<Word>& item : items_of(words_in(cell)))
        if (item.size() == 1 && (item.front().lower == "0.0.0.0/0" || item.front().lower == "anywhere")) {
          if (const auto outside = draft_.define("Internet", "generic.internet", span_of(cell), entry.section))
            found.push_back(*outside);
        } else if (const auto made = define_item(draft_, item, cell.text.text, span_of(cell), entry.section))
          found.push_back(*made);
        else if (const auto end = unknown_end(item, cell, entry.section))
          found.push_back(*end);
      return found;
    };
    const std::vector<ComponentId> sources = ends(*from), targets = ends(*to);
    RelationDraft relation{};
    relation.source = entry.span;
    for (std::size_t i = 0; i < row.children.size() && i < columns_.keys.size(); ++i)
      describe(relation, columns_.keys[i], draft_.document[row.children[i]]);
    for (const ComponentId source : sources)
      for (const ComponentId target : targets) {
        relation.from = source;
        relation.to = target;
        const auto made = draft_.relate(relation);
        if (!made) continue;
        draft_.fate(id).relation = true;
        draft_.row_relations.emplace_back(id, *made);
      }
  }

  /// What a table of connections names as an end is a thing, whatever it is.
  std::optional<ComponentId> unknown_end(const std::vector<Word>& item, const md::Block& cell, SectionId section) {
    if (item.empty() || item.size() > 4 || !(item.front().capital || item.front().code) || negated(item))
      return std::nullopt;
    if (std::ranges::any_of(item, [](const Word& w) { return w.mark != Mark::None || is_number(w.lower); }))
      return std::nullopt;
    const Reading reading = read_name(draft_, item, {}, section);
    const std::string_view actor = lexicon::actor_kind(key_of(item, 0, item.size()));
    const catalogue::Kind& kind =
        reading.kind ? *reading.kind : catalogue::kind_or_unknown(actor.empty() ? "generic.service" : actor);
    if (is_technology(kind)) return std::nullopt;
    const std::size_t begin = item.front().begin;
    return define_named(draft_, std::string_view(cell.text.text).substr(begin, item.back().end - begin), kind,
                        span_of(cell), section);
  }

  static void describe(RelationDraft& relation, std::string_view key, const md::Block& cell) {
    const std::string_view text = trimmed(cell.text.text);
    if (empty_cell(text) || text.size() > 40) return;
    if (key == "protocol") relation.protocol = std::string(text);
    if (key == "port" && is_number(text) && text.size() < 6) relation.tcp_port = std::stoi(std::string(text));
    if (key == "purpose" || key == "description" || key == "data" || key == "action" || key == "label")
      relation.label = std::string(text);
  }

  /// "Setting | Value" under a component.
  void setting(EntryId id, const md::Block& row) {
    const Entry& entry = draft_.outline[id];
    const auto owner = entry.parent && draft_.fate(*entry.parent).subject ? draft_.fate(*entry.parent).subject
                                                                          : draft_.topic(section_).component;
    if (!owner || row.children.size() < 2) return;
    const md::Block& label = draft_.document[row.children[0]];
    const md::Block& value = draft_.document[row.children[1]];
    const std::string_view text = trimmed(value.text.text);
    if (empty_cell(text)) return;
    const std::string_view known = lexicon::attribute_for(key_of(label.text.text));
    if (known == "purpose")
      draft_.purpose(*owner, text);
    else if (text.size() <= 80)
      set_value(draft_, *owner, known.empty() ? std::string_view(key_from_label(label.text.text)) : known, text,
                entry.span);
    read_facts(draft_, *owner, words_in(value), value.text.text, entry.span);
    draft_.fate(id).attribute = true;
    draft_.fate(id).subject = owner;
  }

  Draft& draft_;
  SectionId section_;
  md::BlockId table_;
  Columns columns_;
  bool is_stack_ = false;  ///< its rows are places in a stack
  const catalogue::Kind* header_kind_ = nullptr;
};

}  // namespace

bool has_instance_table(const Draft& draft, SectionId section) {
  return std::ranges::any_of(draft.outline[section].entries, [&](EntryId id) {
    if (draft.outline[id].kind != EntryKind::Row || draft.skipped(id)) return false;
    const md::Block& row = draft.document[draft.outline[id].block];
    return row.level == 0 && columns_of(draft, row).use == TableUse::Things;
  });
}

void read_tables(Draft& draft, SectionId section) {
  TableReader reader(draft, section);
  for (const EntryId id : draft.outline[section].entries)
    if (draft.outline[id].kind == EntryKind::Row && !draft.skipped(id)) reader.row(id);
}

}  // namespace skydraft::understand
