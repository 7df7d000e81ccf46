#include "understand/diagrams.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "understand/drawn_node.hpp"
#include "understand/mermaid.hpp"
#include "understand/passes.hpp"
#include "understand/plantuml.hpp"

namespace skydraft::understand {
namespace {

using diagram::Shape;

constexpr std::size_t kFewestNumbered = 3;  // numbered lines that are a flow
constexpr std::size_t kMaxJoined = 32;      // ends of one junction
constexpr std::size_t kMaxMembers = 4;      // things in a box that only groups: a line to more is to none of them

/// One diagram's boxes as components, its lines as relations.
class DiagramReader {
 public:
  DiagramReader(Draft& draft, const diagram::Diagram& drawn, EntryId id)
      : draft_(draft),
        drawn_(drawn),
        entry_(draft.outline[id]),
        block_(draft.document[entry_.block]),
        own_provider_(draft.provider) {}

  bool read() {
    procedure_ = is_procedure();
    count_titles();
    for (const diagram::Edge& edge : drawn_.edges) {
      touched_.emplace(edge.from, 0);
      touched_.emplace(edge.to, 0);
    }
    for (const diagram::Group& group : drawn_.groups) frames_.push_back(frame(group));
    for (const diagram::Node& node : drawn_.nodes) place(node);
    draft_.provider = own_provider_;
    join_junctions();
    find_members();
    std::vector<model::FlowStep> steps;
    for (const diagram::Edge& edge : drawn_.edges) connect(edge, steps);
    if (drawn_.sequence && !steps.empty()) add_flow(std::move(steps));
    if (numbered_.size() >= kFewestNumbered && !drawn_.sequence) {
      std::ranges::stable_sort(numbered_, {}, &model::FlowStep::number);
      add_flow(std::move(numbered_));
    }
    return !of_id_.empty();
  }

 private:
  struct Frame {
    std::optional<ComponentId> component;   ///< the box itself
    bool holds = false;                     ///< what is drawn in it is in it
    const catalogue::Kind* kind = nullptr;  ///< what is drawn in it is of this kind: "Ingestion — AWS Lambda"
    std::string provider;
  };

  Span span(std::uint32_t offset) const { return line_span(block_, offset); }

  /// Diamonds with questions and lines that answer them: how something is done, not what there is.
  bool is_procedure() const {
    std::map<std::string, int> answers;
    for (const diagram::Edge& edge : drawn_.edges)
      if (lexicon::is_outcome(lower_of(edge.label))) ++answers[edge.from];
    for (const diagram::Node& node : drawn_.nodes) {
      if (node.shape == Shape::Decision && (node.label.ends_with('?') || answers.contains(node.id))) return true;
      const std::string label = lower_of(node.label);
      if (node.shape == Shape::Terminal && (label == "start" || label == "end" || label == "begin" || label == "stop"))
        return true;
    }
    return false;
  }

  void count_titles() {
    for (const diagram::Node& node : drawn_.nodes) ++titles_[key_of(node.label.substr(0, node.label.find('\n')))];
  }

  const Frame* frame_at(int group) const {
    return group >= 0 && static_cast<std::size_t>(group) < frames_.size() ? &frames_[static_cast<std::size_t>(group)]
                                                                          : nullptr;
  }
  int around(int group) const { return drawn_.groups[static_cast<std::size_t>(group)].parent; }

  std::optional<ComponentId> holder(int group) const {
    for (const Frame* at = frame_at(group); at; group = around(group), at = frame_at(group))
      if (at->component && at->holds) return at->component;
    return std::nullopt;
  }

  const catalogue::Kind* kind_of_members(int group) const {
    for (const Frame* at = frame_at(group); at; group = around(group), at = frame_at(group))
      if (at->kind || at->component) return at->kind;
    return nullptr;
  }

  /// In a box that is a cloud, a name is first of all one of that cloud's services.
  void speak_of(int group) {
    draft_.provider = own_provider_;
    for (const Frame* at = frame_at(group); at; group = around(group), at = frame_at(group))
      if (!at->provider.empty()) {
        draft_.provider = at->provider;
        return;
      }
  }

  bool in_network(int group) {
    const auto id = holder(group);
    return id && draft_.kind(*id).holds == catalogue::Holds::Network;
  }

  Frame frame(const diagram::Group& group) {
    speak_of(group.parent);
    const DrawnBox box = read_box(draft_, group.label, group.about, in_network(group.parent), entry_.section);
    Frame result;
    if (box.kind) result.provider = cloud_of(*box.kind);
    const bool touched = touched_.contains(group.id);
    if (procedure_ || (box.role != DrawnBox::Role::Container && !(box.role == DrawnBox::Role::Service && touched))) {
      result.kind = box.kind;
      return result;
    }
    DrawnNode node = box.node;
    tell_apart(node);
    result.component = define_drawn(draft_, node, span(group.offset), entry_.section);
    if (!result.component) return result;
    drawn_as_.try_emplace(result.component->index, key_of(node.label.written));
    result.holds = box.role == DrawnBox::Role::Container;
    if (!result.holds) result.kind = box.kind;
    of_id_.emplace(group.id, *result.component);
    if (const auto outer = holder(group.parent)) draft_.parent(*result.component, *outer, span(group.offset));
    return result;
  }

  static std::string cloud_of(const catalogue::Kind& kind) {
    return kind.provider == "generic" || kind.provider == "tool" || kind.provider == "k8s" || kind.provider == "onprem"
               ? std::string()
               : std::string(kind.provider);
  }

  void place(const diagram::Node& node) {
    if (node.label.empty()) return;  // a junction
    speak_of(node.parent);
    const bool shared = titles_[key_of(node.label.substr(0, node.label.find('\n')))] > 1;
    DrawnNode drawn = read_node(draft_, {node.label, node.about, node.shape, kind_of_members(node.parent),
                                         drawn_.wrapped, shared, drawn_.sequence, entry_.section});
    if (drawn.label.name.empty()) return;
    const bool certain = drawn.certain || (node.listed && !drawn.kind.starts_with("generic."));
    if ((procedure_ || node.listed) && !drawn.known && !certain) return;
    tell_apart(drawn);
    const auto outer = holder(node.parent);
    const auto id = define_drawn(draft_, drawn, span(node.offset), entry_.section);
    if (!id) return;
    of_id_.emplace(node.id, *id);
    drawn_as_.try_emplace(id->index, key_of(drawn.label.written));
    if (outer) put_into(*id, *outer, node.offset);
    if (!outer && node.parent >= 0 && node.label.substr(0, node.label.find('\n')).ends_with('/'))
      place_folder(*id, node);
  }

  /// "raw/" in a box called "Storage — S3 data lake": a folder of the bucket that the title means.
  void place_folder(ComponentId id, const diagram::Node& node) {
    std::string_view title = drawn_.groups[static_cast<std::size_t>(node.parent)].label;
    title = title.substr(0, title.find('\n'));
    for (const std::string_view dash : {"—", "–", " - ", ":"})
      if (const std::size_t at = title.find(dash); at != std::string_view::npos) title = title.substr(at + dash.size());
    if (draft_.kind(id).category == catalogue::Category::Storage)
      draft_.placements.push_back({id, std::string(trimmed(title)), nullptr, span(node.offset), entry_.section});
  }

  /// Two boxes with different words are two things, although a shorter name might mean either.
  void tell_apart(DrawnNode& drawn) {
    const std::string key = key_of(drawn.label.written);
    std::optional<ComponentId> same = drawn.known;
    if (!same)
      if (const auto named = draft_.named(key_of(drawn.label.name)); named.size() == 1) same = named.front();
    if (!same) return;
    const auto [first, added] = drawn_as_.try_emplace(same->index, key);
    if (added || first->second == key) return;
    drawn.known.reset();
    drawn.label.name = drawn.label.written;
  }

  /// Drawn in two zones or subnets under one name, it is one thing that stretches across them.
  void put_into(ComponentId id, ComponentId outer, std::uint32_t offset) {
    const auto [before, first] = drawn_in_.try_emplace(id.index, outer);
    model::Component& component = draft_.builder[id];
    const auto splits = [&](ComponentId holder) {
      const catalogue::Holds holds = draft_.kind(holder).holds;
      return holds == catalogue::Holds::Zone || holds == catalogue::Holds::Subnet;
    };
    if (first || before->second == outer || !splits(outer) || !splits(before->second)) {
      draft_.parent(id, outer, span(offset));
      return;
    }
    if (component.spans.empty()) component.spans.push_back(before->second);
    if (std::ranges::find(component.spans, outer) == component.spans.end()) component.spans.push_back(outer);
    for (auto up = draft_.builder[before->second].parent; up; up = draft_.builder[*up].parent)
      if (draft_.is_inside(outer, *up)) {
        component.parent = *up;
        return;
      }
  }

  /// What each junction joins: ends of lines that lead to it, and of lines that lead away.
  struct Junction {
    std::vector<ComponentId> in, out;
  };

  void join_junctions() {
    for (const diagram::Node& node : drawn_.nodes)
      if (node.label.empty()) junctions_.emplace(node.id, Junction{});
    if (junctions_.empty()) return;
    for (const diagram::Edge& edge : drawn_.edges) {
      const auto from = of_id_.find(edge.from), to = of_id_.find(edge.to);
      const auto in = junctions_.find(edge.to), out = junctions_.find(edge.from);
      if (in != junctions_.end() && from != of_id_.end()) in->second.in.push_back(from->second);
      if (out != junctions_.end() && to != of_id_.end()) out->second.out.push_back(to->second);
    }
  }

  /// The components at an end of a line; those beyond a junction are its ends, too.
  std::vector<ComponentId> ends(const std::string& id, bool incoming) const {
    if (const auto it = of_id_.find(id); it != of_id_.end()) return {it->second};
    const auto junction = junctions_.find(id);
    if (junction == junctions_.end()) return members(id);
    std::vector<ComponentId> found = incoming ? junction->second.in : junction->second.out;
    if (found.size() > kMaxJoined) found.resize(kMaxJoined);
    return found;
  }

  /// A line to a box that only groups means what is drawn in it: what is called like the box, or all of it.
  void find_members() {
    for (const diagram::Node& node : drawn_.nodes) {
      const auto drawn = of_id_.find(node.id);
      if (node.parent < 0 || drawn == of_id_.end()) continue;
      const diagram::Group& box = drawn_.groups[static_cast<std::size_t>(node.parent)];
      Members& members = members_[box.id];
      if (key_of(node.label) == key_of(box.label)) members.namesake = drawn->second;
      if (members.all.size() <= kMaxMembers) members.all.push_back(drawn->second);
    }
  }

  struct Members {
    std::vector<ComponentId> all;
    std::optional<ComponentId> namesake;
  };

  std::vector<ComponentId> members(const std::string& box) const {
    const auto found = members_.find(box);
    if (found == members_.end()) return {};
    const auto& [all, namesake] = found->second;
    if (namesake) return {*namesake};
    // In drawings of characters a line to a box is often drawn to the nearest one.
    return drawn_.wrapped || all.size() > kMaxMembers ? std::vector<ComponentId>{} : all;
  }

  void connect(const diagram::Edge& edge, std::vector<model::FlowStep>& steps) {
    std::string label = edge.label;
    std::ranges::replace(label, '\n', ' ');
    const std::optional<int> number = drawn_.sequence ? std::nullopt : take_number(label);
    model::FlowStep step;
    for (const ComponentId from : ends(edge.from, true))
      for (const ComponentId to : ends(edge.to, false))
        if (const auto id = draft_.relate({from, to, relation_kind(label), label, {}, {}, {}, span(edge.offset)}))
          step.relations.push_back(*id);
    if (step.relations.empty()) return;
    step.number = static_cast<int>(steps.size()) + 1;
    step.text = label;
    step.source = span(edge.offset);
    if (number) {
      numbered_.push_back(step);
      numbered_.back().number = *number;
    }
    steps.push_back(std::move(step));
  }

  /// "3. consume", "(3) consume": a step of what the drawing tells; the label is what follows.
  static std::optional<int> take_number(std::string& label) {
    std::size_t at = label.starts_with('(') ? 1 : 0;
    int number = 0;
    const std::size_t first = at;
    for (; at < label.size() && at < first + 2 && label[at] >= '0' && label[at] <= '9'; ++at)
      number = number * 10 + (label[at] - '0');
    if (at == first || at >= label.size() || (label[at] != '.' && label[at] != ')' && label[at] != ':'))
      return std::nullopt;
    if (at + 1 < label.size() && label[at + 1] != ' ') return std::nullopt;  // "1.5 GB"
    label = std::string(trimmed(std::string_view(label).substr(at + 1)));
    return number;
  }

  /// A label's verb says what kind of relation it is.
  static model::RelationKind relation_kind(std::string_view label) {
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
    flow.title = drawn_.title.empty() ? draft_.outline[entry_.section].heading.text : drawn_.title;
    flow.steps = std::move(steps);
    flow.source = entry_.span;
    draft_.builder.add(std::move(flow));
  }

  Draft& draft_;
  const diagram::Diagram& drawn_;
  const Entry& entry_;
  const md::Block& block_;
  const std::string own_provider_;
  bool procedure_ = false;
  std::map<std::string, int> titles_;  ///< how many nodes begin with the same line
  std::unordered_map<std::string, char> touched_;
  std::vector<Frame> frames_;  ///< by group
  std::unordered_map<std::string, ComponentId> of_id_;
  std::unordered_map<std::string, Junction> junctions_;
  std::unordered_map<std::string, Members> members_;  ///< by the box's id
  std::vector<model::FlowStep> numbered_;             ///< those that labels of lines number
  std::map<std::uint32_t, std::string> drawn_as_;     ///< component -> the words of its box
  std::map<std::uint32_t, ComponentId> drawn_in_;     ///< component -> the box that it was first drawn in
};

diagram::Diagram parse(const md::Block& block) {
  const std::string_view info = std::string_view(block.info).substr(0, block.info.find_first_of(" {"));
  if (info == "mermaid" || (info.empty() && mermaid::is_diagram(block.literal))) return mermaid::parse(block.literal);
  if (info == "plantuml" || info == "puml" || info == "uml" || (info.empty() && plantuml::is_diagram(block.literal)))
    return plantuml::parse(block.literal);
  return {};
}

}  // namespace

Span line_span(const md::Block& block, std::uint32_t offset) {
  std::size_t end = block.literal.find('\n', offset);
  if (end == std::string::npos) end = block.literal.size();
  return {std::min(block.literal_span.begin + offset, block.literal_span.end),
          std::min(block.literal_span.begin + static_cast<std::uint32_t>(end), block.literal_span.end)};
}

bool read_diagram(Draft& draft, const diagram::Diagram& drawn, EntryId id) {
  return DiagramReader(draft, drawn, id).read();
}

void read_diagrams(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const EntryId id{i};
    const Entry& entry = draft.outline[id];
    if (entry.kind != EntryKind::Code) continue;
    const md::Block& block = draft.document[entry.block];
    const diagram::Diagram drawn = parse(block);
    if (drawn.empty()) continue;
    read_diagram(draft, drawn, id);
    draft.fate(id).component = true;
  }
}

}  // namespace skydraft::understand
