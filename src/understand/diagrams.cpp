#include <algorithm>
#include <unordered_map>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/mermaid.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

/// A diagram's label as a component: the first line names it, the rest is about it.
class DiagramReader {
 public:
  DiagramReader(Draft& draft, const Entry& entry, EntryId id)
      : draft_(draft), entry_(entry), id_(id), block_(draft.document[entry.block]) {}

  void read() {
    diagram_ = mermaid::parse(block_.literal);
    for (const mermaid::Group& group : diagram_.groups) frames_.push_back(frame(group));
    for (const mermaid::Node& node : diagram_.nodes) {
      const auto component = define(node.label, node.offset);
      if (!component) continue;
      of_id_.emplace(node.id, *component);
      if (const auto holder = around(node.parent)) draft_.parent(*component, *holder, span(node.offset));
    }
    std::vector<model::FlowStep> steps;
    for (const mermaid::Edge& edge : diagram_.edges) connect(edge, steps);
    if (diagram_.sequence && !steps.empty()) add_flow(std::move(steps));
    draft_.fate(id_).component = true;
  }

 private:
  Span span(std::uint32_t offset) const {
    // Offsets count in the literal; the document keeps the block's place, so a node's place is its line.
    std::size_t end = block_.literal.find('\n', offset);
    if (end == std::string::npos) end = block_.literal.size();
    const std::uint32_t begin = std::min(block_.literal_span.begin + offset, block_.literal_span.end);
    return {begin, std::min(block_.literal_span.begin + static_cast<std::uint32_t>(end), block_.literal_span.end)};
  }

  /// A subgraph that is a cloud, a region, a network, a cluster … is a container; one that only groups is not.
  std::optional<ComponentId> frame(const mermaid::Group& group) {
    const std::string_view name = first_line(group.label);
    const std::vector<Word> words = words_of(name);
    const Reading reading = read_name(draft_, words, {}, entry_.section);
    std::optional<ComponentId> made;
    if (reading.kind && reading.kind->holds != catalogue::Holds::NotAContainer &&
        reading.kind->holds != catalogue::Holds::Group &&
        (reading.basis == Basis::Exact || reading.basis == Basis::Head ||
         (reading.basis == Basis::Part && reading.from == 0)))
      made = draft_.define(name, reading.kind->id, span(group.offset), entry_.section);
    if (made) {
      of_id_.emplace(group.id, *made);
      read_facts(draft_, *made, words, name, span(group.offset));
      if (const auto holder = around(group.parent)) draft_.parent(*made, *holder, span(group.offset));
    }
    return made;
  }

  std::optional<ComponentId> around(int group) const {
    for (int at = group; at >= 0; at = diagram_.groups[static_cast<std::size_t>(at)].parent)
      if (static_cast<std::size_t>(at) < frames_.size() && frames_[static_cast<std::size_t>(at)])
        return frames_[static_cast<std::size_t>(at)];
    return std::nullopt;
  }

  static std::string_view first_line(std::string_view label) { return trimmed(label.substr(0, label.find('\n'))); }

  std::optional<ComponentId> define(std::string_view label, std::uint32_t offset) {
    std::string_view name = first_line(label);
    if (name.empty()) return std::nullopt;
    const std::vector<Word> all = words_of(label);
    std::vector<Word> words = words_of(name);
    if (std::ranges::none_of(words, [](const Word& w) { return w.mark == Mark::None; })) return std::nullopt;
    if (const auto known = draft_.named(key_of(name)); known.size() == 1) {
      draft_.evidence(known.front(), span(offset));
      return known.front();
    }
    const std::vector<Word> rest(all.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), all.size())),
                                 all.end());
    const Reading reading = read_name(draft_, words, rest, entry_.section);
    const std::string_view kind = reading.kind && reading.basis != Basis::Context ? reading.kind->id : fallback(words);
    const std::size_t open = name.find('(');
    const std::string_view bare = open == std::string_view::npos || open == 0 ? name : trimmed(name.substr(0, open));
    const auto id = draft_.define(bare, kind, span(offset), entry_.section);
    if (!id) return std::nullopt;
    if (bare != name) {
      draft_.alias(*id, name);
      const std::size_t close = name.find(')', open);
      if (close != std::string_view::npos) draft_.purpose(*id, name.substr(open + 1, close - open - 1));
    }
    if (name.size() < label.size()) {
      std::string rest_text(trimmed(label.substr(label.find('\n') + 1)));
      std::ranges::replace(rest_text, '\n', ' ');
      draft_.purpose(*id, rest_text);
    }
    read_facts(draft_, *id, all, label, span(offset));
    return id;
  }

  static std::string_view fallback(const std::vector<Word>& words) {
    for (std::size_t i = words.size(); i-- > 0;) {
      const std::string_view kind = lexicon::actor_kind(words[i].norm);
      if (!kind.empty()) return kind;
    }
    return "generic.service";
  }

  void connect(const mermaid::Edge& edge, std::vector<model::FlowStep>& steps) {
    const auto from = of_id_.find(edge.from), to = of_id_.find(edge.to);
    if (from == of_id_.end() || to == of_id_.end()) return;
    std::string label = edge.label.substr(0, edge.label.find('\n'));
    const auto id =
        draft_.relate({from->second, to->second, kind_of(edge.label), label, {}, {}, {}, span(edge.offset)});
    if (!id) return;
    model::FlowStep step;
    step.number = static_cast<int>(steps.size()) + 1;
    step.text = edge.label;
    step.relations = {*id};
    step.source = span(edge.offset);
    steps.push_back(std::move(step));
  }

  /// A label's verb says what kind of relation it is.
  static model::RelationKind kind_of(std::string_view label) {
    for (const Word& word : words_of(label)) {
      const lexicon::VerbForm* form = word.mark == Mark::None ? lexicon::find_verb(word.lower) : nullptr;
      if (!form) continue;
      switch (lexicon::verb_of(*form).kind) {
        case lexicon::VerbKind::Uses:
          return model::RelationKind::Uses;
        case lexicon::VerbKind::Monitors:
          return model::RelationKind::Monitors;
        case lexicon::VerbKind::Deploys:
          return model::RelationKind::Deploys;
        case lexicon::VerbKind::Replicates:
          return model::RelationKind::Replicates;
        case lexicon::VerbKind::Secures:
          return model::RelationKind::Secures;
        default:
          return model::RelationKind::Flow;
      }
    }
    return model::RelationKind::Flow;
  }

  void add_flow(std::vector<model::FlowStep> steps) {
    model::Flow flow;
    flow.title = diagram_.title.empty() ? draft_.outline[entry_.section].heading.text : diagram_.title;
    flow.steps = std::move(steps);
    flow.source = entry_.span;
    draft_.builder.add(std::move(flow));
  }

  Draft& draft_;
  const Entry& entry_;
  EntryId id_;
  const md::Block& block_;
  mermaid::Diagram diagram_;
  std::vector<std::optional<ComponentId>> frames_;
  std::unordered_map<std::string, ComponentId> of_id_;
};

}  // namespace

void read_diagrams(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const EntryId id{i};
    const Entry& entry = draft.outline[id];
    if (entry.kind != EntryKind::Code) continue;
    const md::Block& block = draft.document[entry.block];
    if (block.info == "mermaid" || (block.info.empty() && mermaid::is_diagram(block.literal)))
      DiagramReader(draft, entry, id).read();
  }
}

}  // namespace skydraft::understand
