#include "understand/placements.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/columns.hpp"
#include "understand/labels.hpp"
#include "understand/listed_names.hpp"
#include "understand/lists.hpp"
#include "understand/names.hpp"
#include "understand/own_name.hpp"
#include "understand/passes.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;

/// A value that is one name: "private-a", "`shop`", "Main VPC".
bool is_name(const std::vector<Word>& words) {
  if (words.empty() || words.size() > 5) return false;
  return std::ranges::none_of(words, [](const Word& w) {
    return w.mark == Mark::Comma || w.mark == Mark::Stop || w.mark == Mark::Arrow || w.mark == Mark::Slash ||
           is_cidr(w.lower) || (w.mark == Mark::None && is_number(w.lower.substr(0, 1))) ||
           (w.mark == Mark::None && lexicon::is_filler(w.norm));
  });
}

bool may_hold(Draft& draft, ComponentId holder, ComponentId inner) {
  if (holder == inner) return false;
  const catalogue::Kind& outer = draft.kind(holder);
  if (outer.holds != Holds::NotAContainer) return true;
  // a folder in a bucket
  if (outer.category == catalogue::Category::Storage)
    return draft.builder[inner].name.ends_with('/') && !draft.builder[holder].name.ends_with('/') &&
           draft.kind(inner).category == outer.category;
  return outer.category == catalogue::Category::Container || outer.category == catalogue::Category::Compute;
}

int width(const catalogue::Kind* kind) {
  if (!kind) return 5;
  switch (kind->holds) {
    case Holds::Host:
    case Holds::Namespace:
    case Holds::NotAContainer:
      return 0;
    case Holds::Subnet:
      return 1;
    case Holds::Cluster:
      return 2;
    case Holds::Zone:
    case Holds::Network:
      return 3;
    case Holds::Group:
      return 4;
    case Holds::Account:
    case Holds::Region:
    case Holds::Cloud:
      return 6;
  }
  return 5;
}

class Placer {
 public:
  explicit Placer(Draft& draft) : draft_(draft) {}

  void run() {
    // The tightest place first; a wider one then holds the tighter.
    std::ranges::stable_sort(draft_.placements, {}, [](const Placement& p) { return width(p.kind); });
    for (const Placement& placement : draft_.placements) place(placement);
    draft_.placements.clear();
  }

  void place(const Placement& placement) {
    std::vector<Word> words = words_of(placement.name);
    while (!words.empty() &&
           (words.front().lower == "the" || words.front().lower == "on" || words.front().lower == "in"))
      words.erase(words.begin());
    if (words.empty()) return;
    if (const auto holder = find(placement, words)) {
      const auto known = draft_.builder[placement.inner].parent;
      if (known && draft_.builder[placement.inner].placed_by.empty() && *known != *holder) {
        const auto& inside = draft_.kind(*known).inside;
        if (!draft_.builder[*known].parent && std::ranges::find(inside, draft_.builder[*holder].kind) != inside.end())
          draft_.parent(*known, *holder, placement.span);
        return;
      }
      draft_.parent(placement.inner, *holder, placement.span);
      draft_.evidence(*holder, placement.span);
    }
  }

 private:
  std::optional<ComponentId> find(const Placement& placement, const std::vector<Word>& words) {
    for (const ComponentId id : draft_.named(key_of(words, 0, words.size())))
      if (may_hold(draft_, id, placement.inner)) return id;
    if (const auto known = reference_at(draft_, words, 0, placement.name, placement.section);
        known && known->ids.size() == 1 && may_hold(draft_, known->ids.front(), placement.inner))
      return known->ids.front();
    if (!placement.kind) return std::nullopt;
    if (placement.kind->holds == Holds::NotAContainer) return running(*placement.kind);
    const catalogue::Kind& kind = *placement.kind;
    if (!is_name(words) || kind.holds == Holds::Zone || kind.holds == Holds::Region || kind.holds == Holds::Cloud)
      return std::nullopt;
    return define_named(draft_, placement.name, kind, placement.span, placement.section);
  }

  /// "ECS Fargate": the one cluster that things of this kind run in.
  std::optional<ComponentId> running(const catalogue::Kind& kind) {
    std::optional<ComponentId> one;
    const auto add = [&](const catalogue::Kind& other) {
      if (other.holds == Holds::Network || other.holds == Holds::Region || other.holds == Holds::Account ||
          other.holds == Holds::Subnet)
        return true;
      const auto ids = draft_.of_kind(other.id);
      if (ids.size() > 1 || (one && !ids.empty())) return false;
      if (!ids.empty()) one = ids.front();
      return true;
    };
    if (!add(kind)) return std::nullopt;
    for (const std::string_view holder : kind.inside)
      if (holder != kind.id && !add(catalogue::kind_or_unknown(holder))) return std::nullopt;
    return one;
  }

  Draft& draft_;
};

/// "SG | Port | From": what it lets in.
constexpr lexicon::RelationLabel kLetsIn{"from", lexicon::Direction::Backward, lexicon::VerbKind::Flow};

/// "Worker | Queue": what waits there comes to whoever works; "Service | Queue": it is put there.
constexpr lexicon::RelationLabel kTakesFrom{"queue", lexicon::Direction::Backward, lexicon::VerbKind::Flow};
constexpr lexicon::RelationLabel kPutsInto{"queue", lexicon::Direction::Forward, lexicon::VerbKind::Flow};

/// "Service | Bucket": what the row keeps its data in.
constexpr lexicon::RelationLabel kKeepsIn{"bucket", lexicon::Direction::Forward, lexicon::VerbKind::Uses};

/// What a column's header says that its cells are: "Queue", "Topic", "Bucket"; null: something else.
const catalogue::Kind* column_kind(const Draft& draft, const std::string& key, SectionId section) {
  const auto hit = whole_hit(words_of(key));
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
  using catalogue::Category;
  const bool keeps = kind && (kind->category == Category::Integration || kind->category == Category::Database ||
                              kind->category == Category::Storage);
  return keeps && lexicon::is_open(kind->id) ? kind : nullptr;
}

/// A cell's only word, or identifier, that nobody knows: what such a column lists is there.
std::optional<ComponentId> define_cell(Draft& draft, const std::vector<Word>& item, std::string_view text,
                                       const catalogue::Kind& kind, Span span, SectionId section) {
  const bool one = std::all_of(item.begin() + 1, item.end(), [](const Word& w) { return w.joined; });
  const std::string_view name = text.substr(item.front().begin, item.back().end - item.front().begin);
  if (!one || !name_like(name) || catalogue_hit(item, 0)) return std::nullopt;
  return draft.define(name, kind.id, span, section);
}

const lexicon::RelationLabel* label_of_column(const Draft& draft, const std::string& key, ComponentId subject,
                                              const catalogue::Kind* kind, const std::string& name_key) {
  if (const lexicon::RelationLabel* label = lexicon::find_relation_label(key)) return label;
  if (kind && is_store(*kind)) return &kKeepsIn;
  if (!kind || kind->category != catalogue::Category::Integration) return nullptr;
  const bool works = draft.builder.components()[subject.index].kind == "generic.worker" ||
                     draft.kind(subject).category == catalogue::Category::Serverless || name_key == "worker" ||
                     name_key == "consumer" || name_key == "subscriber";
  return works ? &kTakesFrom : &kPutsInto;
}

/// "Depends on", "Trigger", "Target": columns whose cells stand in a relation to the row's component.
void relate_cells(Draft& draft, EntryId id, const Columns& columns) {
  const Entry& entry = draft.outline[id];
  const md::Block& row = draft.document[entry.block];
  const ComponentId subject = *draft.fate(id).subject;
  for (std::size_t i = 0; i < row.children.size() && i < columns.keys.size(); ++i) {
    const catalogue::Kind* kind = column_kind(draft, columns.keys[i], entry.section);
    const lexicon::RelationLabel* label =
        i == columns.name ? nullptr : label_of_column(draft, columns.keys[i], subject, kind, columns.keys.front());
    if (!label && columns.from == i && !columns.to) label = &kLetsIn;
    if (!label) continue;
    const md::InlineText& text = draft.document[row.children[i]].text;
    for (const std::vector<Word>& item : items_of(words_of(text, 0, static_cast<std::uint32_t>(text.text.size())))) {
      // A cell is nothing but names, so an everyday word is the row called so.
      const auto called = draft.named(item, 0, item.size());
      const auto found = called.size() == 1 ? std::nullopt : thing_at(draft, item, 0, text.text, entry.section, true);
      std::vector<ComponentId> others;
      if (called.size() == 1)
        others = {called.front()};
      else if (found && !found->acts_only)
        others = resolve(draft, *found, entry.span, entry.section);
      else if (const auto made =
                   kind ? define_cell(draft, item, text.text, *kind, entry.span, entry.section) : std::nullopt)
        others = {*made};
      for (const ComponentId other : others) {
        RelationDraft relation{};
        relation.from = label->direction == lexicon::Direction::Backward ? other : subject;
        relation.to = label->direction == lexicon::Direction::Backward ? subject : other;
        relation.kind = label->kind == lexicon::VerbKind::Uses      ? model::RelationKind::Uses
                        : label->kind == lexicon::VerbKind::Deploys ? model::RelationKind::Deploys
                                                                    : model::RelationKind::Flow;
        // That it keeps its data there is what the arrow shows.
        if (label->kind != lexicon::VerbKind::Uses || says_what_is_done(columns.keys[i]))
          relation.label = columns.keys[i];
        if (found) relation.inferred_by = found->rule;
        relation.source = entry.span;
        if (draft.relate(relation)) draft.fate(id).relation = true;
      }
    }
  }
}

}  // namespace

Placing placing_of(const Draft& draft, std::string_view key, SectionId section) {
  if (!std::ranges::binary_search(lexicon::placement_labels(), key)) return {};
  const std::vector<Word> words = words_of(key);
  Placing placing{true, nullptr};
  if (const auto hit = catalogue_hit(words, 0); hit && hit->to == words.size())
    placing.kind = meaning_of(draft, *hit, section);
  return placing;
}

void read_placements(Draft& draft) {
  Placer(draft).run();
  md::BlockId table;
  Columns columns;
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline.entries[i];
    if (entry.kind != EntryKind::Row) continue;
    const md::Block& row = draft.document[entry.block];
    if (row.parent != table) {
      table = row.parent;
      columns = columns_of(draft, draft.document[draft.document[table].children.front()]);
    }
    if (columns.use == TableUse::Things && draft.fate({i}).subject && row.level != 0) relate_cells(draft, {i}, columns);
  }
}

bool place_by_label(Draft& draft, const Entry& entry, ComponentId owner) {
  const std::string key = label_key(entry);
  const Placing placing = placing_of(draft, key, entry.section);
  if (!placing.places || entry.words.empty() || !entry.children.empty()) return false;
  const catalogue::Kind& inner = draft.kind(owner);
  if (placing.kind) {
    // A name, and of something that may hold the owner: "VPC: 10.0.0.0/16" under a region is the VPC itself.
    const bool name = entry.words.size() <= 3 && std::ranges::none_of(entry.words, [](const Word& w) {
                        return is_cidr(w.lower) || w.mark == Mark::Comma || w.mark == Mark::Slash;
                      });
    const auto& above = placing.kind->inside;
    if (!name || inner.holds == catalogue::Holds::Cloud || inner.id == placing.kind->id ||
        (inner.holds != catalogue::Holds::NotAContainer && inner.holds == placing.kind->holds) ||
        std::ranges::find(above, inner.id) != above.end())
      return false;
    if (inner.holds != catalogue::Holds::NotAContainer &&
        std::ranges::find(inner.inside, placing.kind->id) == inner.inside.end())
      return false;
  }
  draft.placements.push_back(
      {owner, std::string(trimmed(entry.value_text())), placing.kind, entry.span, entry.section});
  if (lexicon::attribute_for(key).empty())
    set_value(draft, owner, key_from_label(entry.label_text()), entry.value_text(), entry.span);
  else
    set_value(draft, owner, lexicon::attribute_for(key), entry.value_text(), entry.span);
  return true;
}

bool place_by_line(Draft& draft, const Entry& entry, ComponentId inner) {
  constexpr std::size_t kLongest = 5;  // words of the place
  const bool in = entry.kind == EntryKind::Bullet && entry.words.size() > 1 && entry.words.size() <= kLongest + 1 &&
                  !entry.words[1].joined &&
                  (entry.words.front().lower == "in" || entry.words.front().lower == "inside");
  if (!in) return false;
  const std::string_view place = trimmed(std::string_view(entry.text.text).substr(entry.words[1].begin));
  draft.placements.push_back({inner, std::string(place), nullptr, entry.span, entry.section});
  return true;
}

std::optional<Placement> place_in_parenthesis(const Draft& draft, ComponentId inner, std::string_view inside, Span span,
                                              SectionId section) {
  const std::string_view part = trimmed(inside.substr(0, inside.find(',')));
  const std::vector<Word> words = words_of(part);
  std::optional<CatalogueHit> hit;
  for (std::size_t at = 0; at < words.size() && !hit; ++at) {  // "in the private app subnets"
    hit = catalogue_hit(words, at);
    const bool leads = lexicon::is_class(words[at].lower, lexicon::WordClass::Determiner) || words[at].lower == "in" ||
                       lexicon::is_descriptive(words[at].lower);
    if (!leads) break;
  }
  if (!hit || hit->to != words.size()) return std::nullopt;
  const catalogue::Kind* kind = meaning_of(draft, *hit, section);
  if (!kind || !is_network(*kind) || width(&draft.kind(inner)) >= width(kind)) return std::nullopt;
  return Placement{inner, std::string(part), kind, span, section};
}

void place(Draft& draft, const Placement& placement) { Placer(draft).place(placement); }

}  // namespace skydraft::understand
