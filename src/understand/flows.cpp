#include <algorithm>
#include <array>

#include "understand/arrows.hpp"
#include "understand/passes.hpp"
#include "understand/sentence.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxSeen = 512;  // ends of relations that a step may go on from

bool contains_phrase(std::string_view key, std::string_view phrase) {
  for (std::size_t at = key.find(phrase); at != std::string_view::npos; at = key.find(phrase, at + 1)) {
    const bool begins = at == 0 || key[at - 1] == ' ';
    const bool ends = at + phrase.size() == key.size() || key[at + phrase.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

bool says_flow(std::string_view key) {
  return std::ranges::any_of(lexicon::flow_words(), [&](std::string_view word) { return contains_phrase(key, word); });
}

/// A heading that promises an order, not only a topic: "Data flow", "How it works".
bool says_sequence(std::string_view key) {
  constexpr std::array<std::string_view, 6> kWords{"flow", "sequence", "workflow", "walkthrough", "journey", "step"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return contains_phrase(key, word); });
}

/// Reads the steps of one list, each in the light of those before it.
class FlowReader {
 public:
  explicit FlowReader(Draft& draft) : draft_(draft) {}

  model::Flow read(std::string title, Span span, const std::vector<EntryId>& steps) {
    model::Flow flow;
    flow.title = std::move(title);
    flow.source = span;
    int number = 0;
    for (const EntryId id : steps) {
      ++number;
      flow.steps.push_back(step(id, draft_.outline[id].number > 0 ? draft_.outline[id].number : number));
    }
    return flow;
  }

 private:
  model::FlowStep step(EntryId id, int number) {
    const Entry& entry = draft_.outline[id];
    // A step's bold lead is part of what it says ("**Ingest**: the API writes to …").
    std::vector<Word> words = entry.label_words;
    words.insert(words.end(), entry.words.begin(), entry.words.end());
    SentenceContext context;
    context.section = entry.section;
    context.subject = own_subject(id);
    context.giver = before_.subjects;
    context.stand = before_.targets;
    context.span = entry.span;
    context.actors = true;
    const bool arrows = std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Arrow; });
    Stated stated = arrows ? read_arrows(draft_, words, entry.text.text, context) : Stated{};
    if (stated.relations.empty())
      stated = read_sentence(draft_, entry.label ? entry.words : words, entry.text.text, context);
    for (const EntryId child : entry.children) {
      const Entry& detail = draft_.outline[child];
      SentenceContext inner;
      inner.section = detail.section;
      inner.subject = inner.giver = stated.subjects;
      inner.stand = stated.targets;
      inner.span = detail.span;
      inner.actors = true;
      const Stated more = read_sentence(draft_, detail.words, detail.text.text, inner);
      stated.relations.insert(stated.relations.end(), more.relations.begin(), more.relations.end());
      draft_.fate(child).relation = draft_.fate(child).relation || !more.relations.empty();
      draft_.fate(child).prose = true;
    }
    model::FlowStep step;
    step.number = number;
    step.text = std::string(trimmed(entry.text.text));
    step.source = entry.span;
    step.relations = stated.relations;
    hand_over(stated, step, entry.span);
    step.components = step.relations.empty() ? (stated.mentioned.empty() ? before_.targets : stated.mentioned)
                                             : std::vector<ComponentId>{};
    draft_.fate(id).step = true;
    remember(stated, step);
    return step;
  }

  /// A step that defines a thing speaks of it; another one continues the step before.
  std::vector<ComponentId> own_subject(EntryId id) {
    const EntryFate& fate = draft_.fate(id);
    if (fate.component && fate.subject) return {*fate.subject};
    return before_.subjects;
  }

  /// A step whose actor is new in the flow was reached from an earlier one: by a relation that the document states,
  /// else, where the step says nothing else, from where the flow stood.
  void hand_over(const Stated& stated, model::FlowStep& step, Span span) {
    if (stated.subjects.empty() && stated.mentioned.empty()) return;
    const ComponentId actor = stated.subjects.empty() ? stated.mentioned.front() : stated.subjects.front();
    const auto among = [&](const std::vector<ComponentId>& ids) { return std::ranges::find(ids, actor) != ids.end(); };
    if (seen_.empty() || among(before_.subjects) || among(before_.targets)) return;
    for (std::size_t i = seen_.size(); i-- > 0;)
      if (const auto known = draft_.relation_between(seen_[i], actor); known && seen_[i] != actor) {
        if (std::ranges::find(step.relations, *known) == step.relations.end())
          step.relations.insert(step.relations.begin(), *known);
        return;
      }
    if (!step.relations.empty() || stated.negated || before_.targets.empty() || among(seen_)) return;
    RelationDraft relation{before_.targets.front(), actor, model::RelationKind::Flow, "then", {}, {},
                           "flow-continuation",     span};
    if (before_kind_) relation.kind = *before_kind_;
    if (const auto id = draft_.relate(relation)) step.relations.push_back(*id);
  }

  void remember(Stated& stated, const model::FlowStep& step) {
    for (const RelationId id : step.relations) {
      const model::Relation& relation = draft_.builder[id];
      seen_.push_back(relation.from);
      seen_.push_back(relation.to);
      before_kind_ = relation.kind;
    }
    if (seen_.size() > kMaxSeen) seen_.erase(seen_.begin(), seen_.end() - static_cast<std::ptrdiff_t>(kMaxSeen / 2));
    if (!stated.subjects.empty())
      before_.subjects = stated.subjects;
    else if (!step.relations.empty())
      before_.subjects = {draft_.builder[step.relations.back()].from};
    if (!stated.targets.empty())
      before_.targets = stated.targets;
    else if (!stated.subjects.empty())
      before_.targets = stated.subjects;
  }

  Draft& draft_;
  Stated before_;
  std::vector<ComponentId> seen_;
  std::optional<model::RelationKind> before_kind_;
};

/// Lists that the document presents in order: numbered ones, and bullets under a heading that says so.
class Flows {
 public:
  explicit Flows(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) {
      const SectionId id{i};
      if (draft_.topic(id).skipped) {
        settle(id);
        continue;
      }
      std::vector<EntryId> list;
      std::optional<EntryId> parent;
      const bool bullets = lists_steps(id);
      for (const EntryId entry_id : draft_.outline[id].entries) {
        const Entry& entry = draft_.outline[entry_id];
        if (entry.kind != EntryKind::Step && !(bullets && entry.kind == EntryKind::Bullet)) continue;
        if (!list.empty() &&
            (entry.parent != parent || (!bullets && entry.number <= draft_.outline[list.back()].number)))
          read(id, parent, list);
        parent = entry.parent;
        if (is_step_of_step(entry)) continue;
        list.push_back(entry_id);
      }
      read(id, parent, list);
    }
  }

 private:
  /// Bullets under a heading that calls them a flow are steps.
  bool lists_steps(SectionId id) const {
    const Section& section = draft_.outline[id];
    const std::string key = key_of(section.words, 0, section.words.size());
    if (!says_sequence(key)) return false;
    return std::ranges::none_of(section.entries,
                                [&](EntryId entry) { return draft_.outline[entry].kind == EntryKind::Step; });
  }

  bool is_step_of_step(const Entry& entry) const {
    return entry.parent && (draft_.outline[*entry.parent].kind == EntryKind::Step || entry.kind == EntryKind::Bullet);
  }

  void settle(SectionId id) {
    for (const EntryId entry : draft_.outline[id].entries) draft_.fate(entry).prose = true;
  }

  void read(SectionId section, std::optional<EntryId> parent, std::vector<EntryId>& list) {
    if (list.empty()) return;
    std::string title = parent ? std::string(draft_.outline[*parent].label ? draft_.outline[*parent].label_text()
                                                                           : draft_.outline[*parent].value_text())
                               : draft_.outline[section].heading.text;
    while (!title.empty() && (title.back() == ':' || title.back() == ' ')) title.pop_back();
    model::Flow flow = FlowReader(draft_).read(std::move(title), draft_.outline[list.front()].span, list);
    flow.source = cover(draft_.outline[list.front()].span, draft_.outline[list.back()].span);
    std::size_t telling = 0;
    for (const model::FlowStep& step : flow.steps) telling += step.relations.empty() ? 0 : 1;
    const bool said = says_flow(key_of(flow.title)) || says_flow(key_of(draft_.outline[section].heading.text));
    if (telling >= (said ? 1U : 2U)) draft_.builder.add(std::move(flow));
    list.clear();
  }

  Draft& draft_;
};

}  // namespace

void read_flows(Draft& draft) { Flows(draft).run(); }

}  // namespace skydraft::understand
