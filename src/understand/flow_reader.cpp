#include "understand/flow_reader.hpp"

#include <algorithm>
#include <set>

#include "understand/arrows.hpp"
#include "understand/classify.hpp"
#include "understand/clause.hpp"
#include "understand/introduce.hpp"
#include "understand/languages.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Category;

constexpr std::size_t kMaxSeen = 512;  // ends of relations that a step may go on from

}  // namespace

model::Flow FlowReader::read(std::string title, Span span, const std::vector<EntryId>& steps) {
  model::Flow flow;
  flow.title = std::move(title);
  flow.source = span;
  int number = 0;
  draft_.spoken.clear();
  for (const EntryId id : steps) {
    ++number;
    flow.steps.push_back(step(id, draft_.outline[id].number > 0 ? draft_.outline[id].number : number));
  }
  return flow;
}

model::FlowStep FlowReader::step(EntryId id, int number) {
  const Entry& entry = draft_.outline[id];
  // A step's bold lead is part of what it says ("**Ingest**: the API writes to …").
  std::vector<Word> words = entry.label_words;
  words.insert(words.end(), entry.words.begin(), entry.words.end());
  Stated led;
  const std::optional<ComponentId> run = run_by_leader(id, led);
  SentenceContext context;
  context.section = entry.section;
  context.subject = run ? std::vector{*run} : own_subject(id);
  context.giver = before_.subjects;
  context.stand = before_.targets;
  context.span = entry.span;
  context.actors = true;
  context.listed = listed_below(draft_, id);
  const bool arrows = std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Arrow; });
  Stated stated = arrows ? read_arrows(draft_, words, entry.text.text, context) : Stated{};
  if (stated.relations.empty())
    stated = read_sentence(draft_, entry.label && !entry.words.empty() ? entry.words : words, entry.text.text, context);
  if (stated.subjects.empty())
    if (const auto introduced = introduced_by(draft_, id)) stated.subjects = {*introduced};
  details(entry, stated);
  draft_.fate(id).step = true;
  stated.relations.insert(stated.relations.begin(), led.relations.begin(), led.relations.end());
  if (run) stated.subjects = {*run};
  return finish(stated, entry.text.text, entry.span, number);
}

/// The lines below a step, and below those: what its subject does there.
void FlowReader::details(const Entry& step, Stated& stated) {
  std::vector<EntryId> below(step.children.rbegin(), step.children.rend());
  while (!below.empty()) {
    const EntryId id = below.back();
    const Entry& detail = draft_.outline[id];
    below.pop_back();
    below.insert(below.end(), detail.children.rbegin(), detail.children.rend());
    SentenceContext inner;
    inner.section = detail.section;
    inner.subject = inner.giver = stated.subjects;
    if (const EntryFate& fate = draft_.fate(id); fate.component && fate.subject) inner.subject = {*fate.subject};
    inner.stand = stated.targets;
    inner.span = detail.span;
    inner.actors = true;
    const Stated more = read_sentence(draft_, detail.words, detail.text.text, inner);
    stated.relations.insert(stated.relations.end(), more.relations.begin(), more.relations.end());
    draft_.fate(id).relation = draft_.fate(id).relation || !more.relations.empty();
    draft_.fate(id).prose = true;
  }
}

model::FlowStep FlowReader::step(const std::vector<FlowLine>& lines, SectionId section, int number) {
  Stated stated;
  for (const FlowLine& line : lines) {
    std::vector<Word> words = words_of(line.text);
    put_in_english(draft_.language, words);
    SentenceContext context;
    context.section = section;
    context.subject = stated.subjects.empty() ? going_on() : stated.goes_on;
    context.giver = stated.subjects.empty() ? before_.subjects : stated.subjects;
    context.stand = stated.targets.empty() ? before_.targets : stated.targets;
    context.span = line.span;
    context.actors = true;
    Stated told = read_arrows(draft_, words, line.text, context);
    if (told.relations.empty()) told = read_sentence(draft_, words, line.text, context);
    stated.relations.insert(stated.relations.end(), told.relations.begin(), told.relations.end());
    stated.mentioned.insert(stated.mentioned.end(), told.mentioned.begin(), told.mentioned.end());
    if (!told.subjects.empty()) stated.subjects = told.subjects;
    if (!told.targets.empty()) stated.targets = told.targets;
    if (!told.goes_on.empty()) stated.goes_on = told.goes_on;
  }
  return finish(stated, lines.front().text, lines.front().span, number);
}

model::FlowStep FlowReader::finish(Stated& stated, std::string_view text, Span span, int number) {
  model::FlowStep step;
  step.number = number;
  step.text = std::string(trimmed(text));
  step.source = span;
  std::set<std::uint32_t> told;  // what a step says twice it shows once
  for (const RelationId id : stated.relations)
    if (told.insert(id.index).second) step.relations.push_back(id);
  hand_over(stated, step, span);
  step.components = step.relations.empty() ? (stated.mentioned.empty() ? before_.targets : stated.mentioned)
                                           : std::vector<ComponentId>{};
  remember(stated, step);
  return step;
}

/// "Orchestrated by the state machine: 1. **Import** …": it runs what the steps are called after.
std::optional<ComponentId> FlowReader::run_by_leader(EntryId id, Stated& stated) {
  const Entry& entry = draft_.outline[id];
  if (!leader_ || !entry.label) return std::nullopt;
  const auto found = reference_at(draft_, entry.label_words, 0, entry.text.text, entry.section);
  if (!found || found->ids.size() != 1 || found->to + 1 < entry.label_words.size() || found->ids.front() == *leader_)
    return std::nullopt;
  RelationDraft relation{*leader_, found->ids.front(), model::RelationKind::Flow, "runs", {}, {}, {}, entry.span};
  if (const auto made = draft_.relate(relation)) stated.relations.push_back(*made);
  return found->ids.front();
}

/// A step that defines a thing speaks of it; another one continues the step before.
std::vector<ComponentId> FlowReader::own_subject(EntryId id) {
  const EntryFate& fate = draft_.fate(id);
  if (fate.component && fate.subject) return {*fate.subject};
  return going_on();
}

/// The actor does something of its own in this step, and yet somebody must have turned to it before.
bool FlowReader::is_set_off(ComponentId actor, const model::FlowStep& step) const {
  const catalogue::Kind& kind = draft_.kind(actor);
  const ComponentId before = before_.targets.front();
  // "5. It publishes an event to the bus. 6. A function sends …": for the event.
  if (holds_messages(draft_.builder[before].kind)) return is_running(kind);
  // "2. The schedule starts the workflow. 3. A job extracts …": the workflow runs it.
  if (lexicon::stands_for("orchestrator", draft_.kind(before).id)) return !is_store(kind);
  // "6. SNS notifies the user": of what somebody else has done.
  return kind.category == Category::Integration && std::ranges::all_of(step.relations, [&](RelationId id) {
           return draft_.builder[id].from == actor && draft_.kind(draft_.builder[id].to).category == Category::Actor;
         });
}

/// A step whose actor is new in the flow was reached from an earlier one: by a relation that the document states,
/// else, where the step says nothing else, from where the flow stood.
void FlowReader::hand_over(const Stated& stated, model::FlowStep& step, Span span) {
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
  if (stated.negated || before_.targets.empty() || among(seen_) || draft_.holds(actor)) return;
  if (!step.relations.empty() && !is_set_off(actor, step)) return;
  // A store hands nothing on: whoever used it goes on.
  const bool store = is_store(draft_.kind(before_.targets.front()));
  const ComponentId from = store && !before_.subjects.empty() ? before_.subjects.front() : before_.targets.front();
  // "For DevOps, the build service …": another matter.
  const auto delivers = [&](ComponentId id) {
    return draft_.kind(id).scope == catalogue::Scope::Delivery || draft_.kind(id).category == Category::Delivery;
  };
  if (from == actor || (delivers(actor) && !delivers(from))) return;
  RelationDraft relation{from, actor, model::RelationKind::Flow, "then", {}, {}, "flow-continuation", span};
  if (before_kind_) relation.kind = *before_kind_;
  if (const auto id = draft_.relate(relation)) step.relations.insert(step.relations.begin(), *id);
}

/// "1. Files arrive in the bucket. 2. This event triggers …"
bool FlowReader::lies_in_one(const std::vector<ComponentId>& mentioned) const {
  return !mentioned.empty() && is_store(draft_.kind(mentioned.front())) &&
         std::ranges::all_of(mentioned, [&](ComponentId id) { return id == mentioned.front(); });
}

void FlowReader::remember(Stated& stated, const model::FlowStep& step) {
  for (const RelationId id : step.relations) {
    const model::Relation& relation = draft_.builder[id];
    seen_.push_back(relation.from);
    seen_.push_back(relation.to);
    before_kind_ = relation.kind;
  }
  seen_.insert(seen_.end(), stated.subjects.begin(), stated.subjects.end());
  if (step.relations.empty()) seen_.insert(seen_.end(), stated.targets.begin(), stated.targets.end());
  if (seen_.size() > kMaxSeen) seen_.erase(seen_.begin(), seen_.end() - static_cast<std::ptrdiff_t>(kMaxSeen / 2));
  if (!stated.subjects.empty())
    before_.subjects = stated.subjects;
  else if (!step.relations.empty())
    before_.subjects = {draft_.builder[step.relations.back()].from};
  before_.goes_on = stated.goes_on;
  if (!stated.targets.empty())
    before_.targets = stated.targets;
  else if (!stated.subjects.empty())
    before_.targets = stated.subjects;
  else if (step.relations.empty() && lies_in_one(stated.mentioned)) {
    before_.targets = {stated.mentioned.front()};
    seen_.push_back(stated.mentioned.front());
  }
}

}  // namespace skydraft::understand
